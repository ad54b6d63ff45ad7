//! The publication journal: no change of it goes unnoticed, and it says when an edition was
//! posted.

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use reglament::diagnostics::Diagnostics;
use reglament::model::clock::Zone;
use reglament::model::journal::{
    Entry, EntryKind, Journal, Moment, NO_HASH, PostedFile, Record, parse, repaired,
};
use reglament::model::passages::hex;

use crate::workspace::{Workspace, case};

const PATH: &str = "content/schools/shkola/journal.jsonl";
const EDITION: &str = "content/schools/shkola/regulations/pomoshch/2026-08-31.md";
/// Number of entries of the journal that is altered.
const ENTRIES: i64 = 20;

pub(crate) fn record(kind: EntryKind, edition: Date, at: &str) -> Record {
    let rules = TimeZone::get("Asia/Krasnoyarsk").expect("a zone");
    let zone = Zone { name: "Asia/Krasnoyarsk".to_owned(), rules };
    let at: Timestamp = at.parse().expect("a moment");
    Record {
        errata: usize::from(matches!(kind, EntryKind::Corrected(_))),
        kind,
        regulation: "pomoshch".to_owned(),
        edition,
        text_sha256: "58fbf37a".repeat(8),
        files: vec![PostedFile { path: "shkola/a.pdf".to_owned(), sha256: "0a".repeat(32) }],
        due: edition + 10.days(),
        due_law: edition + 14.days(),
        at: Moment::new(at, &zone),
        commit: None,
        address: "https://example.org/shkola/".to_owned(),
        tool: "reglament 0.1.0".to_owned(),
    }
}

/// The kinds in turn, each month an entry.
fn journal() -> Journal {
    let mut journal = Journal::empty(PATH);
    for number in 0..ENTRIES {
        let edition = date(2025, 1, 9) + (number / 4).months();
        let kind = match number % 4 {
            0 => EntryKind::Posted,
            1 => EntryKind::Reposted,
            2 => EntryKind::Corrected("опечатка: «расписсание»".to_owned()),
            _ => EntryKind::Withdrawn("утратил силу".to_owned()),
        };
        let at = format!("{}T07:05:09Z", edition + (number % 4).days());
        let mut record = record(kind, edition, &at);
        if number == 5 {
            record.commit = Some("3f9c0d1e7a5b2c4d6e8f9a0b1c2d3e4f5a6b7c8d".to_owned());
        }
        journal.append(record).expect("a line");
    }
    journal
}

fn read(bytes: &[u8]) -> (Journal, Vec<&'static str>) {
    let mut found = Diagnostics::default();
    let journal = parse(PATH, bytes, &mut found);
    assert_eq!(journal.is_sound(), !found.has_errors());
    let ids = found.iter().map(|finding| finding.id).collect();
    (journal, ids)
}

/// Whether the fault is found.
fn is_refused(bytes: &[u8]) -> bool {
    let mut found = Diagnostics::default();
    !parse(PATH, bytes, &mut found).is_sound()
}

#[test]
fn a_journal_is_read_as_it_was_written() {
    let written = journal();
    let (read, ids) = read(written.bytes());
    assert!(ids.is_empty(), "{ids:?}");
    assert_eq!(read.entries(), written.entries());
    assert_eq!(read.head(), written.head());
    assert_eq!(read.head().count, 20);
    let text = std::str::from_utf8(written.bytes()).expect("UTF-8");
    assert_eq!(text.lines().count(), 20);
    let members = "{\"seq\":1,\"previous\":\"000";
    assert!(text.starts_with(members) && text.contains("\"at\":\"2025-01-09T14:05:09+07:00\""));
    let place = read.place(&read.entries()[2]);
    assert_eq!((&*place.path, place.line), (PATH, 3));
    assert!(place.text.starts_with("{\"seq\":3,"));
}

#[test]
fn a_hash_is_that_of_the_line_before_it() {
    let written = journal();
    let text = std::str::from_utf8(written.bytes()).expect("UTF-8");
    let mut previous = NO_HASH.to_owned();
    for (line, entry) in text.lines().zip(written.entries()) {
        let (body, tail) = line.rsplit_once(",\"hash\":\"").expect("a hash");
        let digits = hex(&Sha256::digest(body));
        assert_eq!(tail, format!("{digits}\"}}"));
        assert_eq!((&entry.previous, &entry.hash), (&previous, &digits));
        previous = digits;
    }
}

#[test]
fn every_change_of_a_byte_is_found() {
    let sound = journal().bytes().to_vec();
    let missed: Vec<_> = (0..sound.len())
        .into_par_iter()
        .flat_map_iter(|at| changes(&sound, at))
        .filter(|(_, bytes)| !is_refused(bytes))
        .map(|(what, _)| what)
        .collect();
    assert!(missed.is_empty(), "{missed:?}");
}

/// The journal with the byte `at` changed, deleted, and others before it.
fn changes(sound: &[u8], at: usize) -> Vec<(String, Vec<u8>)> {
    let mut changed = Vec::new();
    let own = sound[at];
    for other in [own ^ 1, own ^ 0x20, own ^ 0x80, b'\n', b'\r'].into_iter().filter(|b| *b != own) {
        let mut bytes = sound.to_vec();
        bytes[at] = other;
        changed.push((format!("{at}: {own} → {other}"), bytes));
    }
    for other in [b' ', b'\n'] {
        let mut bytes = sound.to_vec();
        bytes.insert(at, other);
        changed.push((format!("{other} before {at}"), bytes));
    }
    let mut bytes = sound.to_vec();
    bytes.remove(at);
    changed.push((format!("{at} deleted"), bytes));
    changed
}

#[test]
fn every_lost_added_and_moved_line_is_found() {
    let journal = journal();
    let lines: Vec<&[u8]> = journal.bytes().split_inclusive(|byte| *byte == b'\n').collect();
    let all = || lines.clone();
    for (index, line) in lines.iter().enumerate() {
        let mut without = all();
        without.remove(index);
        // A cut tail is a sound journal: it is found by comparison only.
        assert_eq!(is_refused(&without.concat()), index + 1 < lines.len(), "line {index} lost");
        for place in 0..=lines.len() {
            let mut twice = all();
            twice.insert(place, line);
            assert!(is_refused(&twice.concat()), "line {index} once more at {place}");
        }
        for other in 0..index {
            let mut swapped = all();
            swapped.swap(index, other);
            assert!(is_refused(&swapped.concat()), "lines {index} and {other} swapped");
        }
    }
    for place in 0..=lines.len() {
        let mut with = all();
        with.insert(place, b"\n");
        assert!(is_refused(&with.concat()), "an empty line at {place}");
    }
}

#[test]
fn a_foreign_entry_is_found_by_its_chain() {
    let journal = journal();
    let record = record(EntryKind::Posted, date(2026, 8, 31), "2026-09-03T07:00:00Z");
    let (_, line) = Entry::seal(21, NO_HASH.to_owned(), record).expect("a line");
    let (_, ids) = read(&[journal.bytes(), line.as_bytes()].concat());
    assert_eq!(ids, ["journal-chain"]);
}

#[test]
fn a_cut_tail_is_found_by_the_published_journal() {
    let whole = journal();
    let mut cut = Journal::empty(PATH);
    for entry in &whole.entries()[..19] {
        assert!(whole.continues(&cut).is_ok());
        let refused = cut.continues(&whole).expect_err("the published one is longer");
        assert_eq!((refused.ours, refused.published), (cut.head(), whole.head()));
        assert_eq!(refused.common, cut.head().count);
        cut.append(entry.record.clone()).expect("a line");
    }
    assert!(Journal::default().continues(&Journal::default()).is_ok());
    // As long, but another one from the 20th entry on.
    let record = record(EntryKind::Posted, date(2026, 8, 31), "2026-09-03T07:00:00Z");
    cut.append(record).expect("a line");
    let refused = cut.continues(&whole).expect_err("another entry");
    assert_eq!((refused.common, refused.ours.count, refused.published.count), (19, 20, 20));
}

#[test]
fn a_torn_line_is_told_and_repaired_only_as_far_as_it_is_torn() {
    let whole = journal();
    let bytes = whole.bytes();
    let before = bytes[..bytes.len() - 1].iter().rposition(|b| *b == b'\n').expect("lines") + 1;
    assert!(repaired(bytes).is_none() && repaired(b"").is_none());
    for end in before + 1..bytes.len() {
        let torn = &bytes[..end];
        let (journal, ids) = read(torn);
        assert_eq!(ids, ["journal-torn"]);
        assert_eq!(journal.bytes(), &bytes[..before]);
        let expected = if end + 1 == bytes.len() { bytes } else { &bytes[..before] };
        assert_eq!(repaired(torn).as_deref(), Some(expected), "{end}");
    }
    let altered = [b"x", &bytes[..bytes.len() - 2]].concat();
    assert!(repaired(&altered).is_none(), "a fault above is no torn line");
}

#[test]
fn what_editors_and_git_do_to_a_file_is_one_finding() {
    let text = String::from_utf8(journal().bytes().to_vec()).expect("UTF-8");
    let windows = text.replace('\n', "\r\n");
    let marked = format!("\u{feff}{text}");
    assert_eq!(read(windows.as_bytes()).1, ["journal-bytes"]);
    assert_eq!(read(marked.as_bytes()).1, ["journal-bytes"]);
    assert!(read(b"\n").1 == ["journal-line"] && read(b"").1.is_empty());
    assert_eq!(read(&[b"\xff\xfe{}\n".as_slice(), b"{}\n"].concat()).1.len(), 2);
    let long = format!("{{\"seq\":1,\"reason\":\"{}\"}}\n", "а".repeat(50_000));
    assert_eq!(read(long.as_bytes()).1, ["journal-line"]);
    assert!(read(&b"{}\n".repeat(100_000)).1.len() <= 20, "a few findings say enough");
}

/// Each with the hash that belongs to it: sealed by somebody who knows how.
#[test]
fn values_that_an_entry_cannot_have() {
    let sound = record(EntryKind::Posted, date(2026, 8, 31), "2026-09-03T07:00:00Z");
    let (_, line) = Entry::seal(1, NO_HASH.to_owned(), sound).expect("a line");
    let (body, _) = line.rsplit_once(",\"hash\"").expect("a hash");
    let spoilt = [
        ("\"seq\":1", "\"seq\":1.0", "members"),
        ("\"seq\":1", "\"seq\":0", "value"),
        ("posted", "removed", "value"),
        ("posted", "corrected", "value"),
        ("\"files\"", "\"errata\":0,\"files\"", "form"),
        ("\"tool\"", "\"reason\":\"так\",\"tool\"", "value"),
        ("\"tool\"", "\"reason\":null,\"tool\"", "form"),
        ("\"tool\"", "\"note\":\"\",\"tool\"", "members"),
        ("\"tool\"", "\"seq\":1,\"tool\"", "members"),
        ("\"zone\":\"Asia/Krasnoyarsk\",", "", "members"),
        ("\"commit\":null,", "", "form"),
        ("\"commit\":null", "\"commit\":\"HEAD\"", "value"),
        ("+07:00", "+7:00", "value"),
        ("+07:00", "Z", "value"),
        ("2026-09-03T", "2026-09-31T", "value"),
        ("\"approved\":\"2026-08-31\"", "\"approved\":\"2026-08-30\"", "value"),
        ("\"due\":\"2026-09-10\"", "\"due\":\"20260910\"", "form"),
        ("58fbf37a", "58FBF37A", "value"),
        ("\"kind\":", "\"kind\": ", "form"),
        ("shkola/a.pdf", "shkola\\u002fa.pdf", "form"),
        ("reglament 0.1.0\"", "reglament 0.1.0\",\"timestamp\":\"5.tsr\"", "members"),
    ];
    for (old, new, why) in spoilt {
        let body = body.replacen(old, new, 1);
        let digits = hex(&Sha256::digest(&body));
        let mut found = Diagnostics::default();
        parse(PATH, format!("{body},\"hash\":\"{digits}\"}}\n").as_bytes(), &mut found);
        let ids: Vec<_> = found.iter().map(|f| (f.id, format!("{:?}", f.args[0].1))).collect();
        assert_eq!(ids, [("journal-line", format!("Text(\"{why}\")"))], "{old} → {new}");
    }
}

#[test]
fn queries_tell_what_happened_to_an_edition() {
    let journal = journal();
    let edition = date(2025, 2, 9);
    assert_eq!(journal.since(), Some(date(2025, 1, 9)));
    assert_eq!(journal.of("pomoshch", edition).count(), 4);
    assert_eq!(journal.of("dnevnik", edition).count(), 0);
    let seq = |entry: Option<&Entry>| entry.map(|entry| entry.seq);
    assert_eq!(seq(journal.first("pomoshch", edition)), Some(5));
    assert_eq!(seq(journal.last("pomoshch", edition)), Some(8));
    assert_eq!(seq(journal.withdrawal("pomoshch", edition)), Some(8));
    assert!(journal.withdrawal("pomoshch", date(2026, 1, 1)).is_none());
}

/// `check` fails over an edition that is late, `build` makes the site all the same.
#[test]
fn lateness_fails_the_check_and_not_the_build() {
    let workspace = Workspace::case("posting-due");
    let run = workspace.check(&["--format", "github"]).expect(1);
    let late =
        "::error file=content/schools/shkola/regulations/pomoshch/2026-11-05.md,line=4,col=9";
    assert!(run.stdout.contains(late), "{}", run.stdout);
    workspace.build(&[]).expect(0);
    assert!(workspace.path("public/manifest.json").exists());
}

/// Days before and after the last one, of an edition approved on 31 August.
#[test]
fn the_tone_grows_with_the_days() {
    let workspace = Workspace::sound();
    workspace.replace(EDITION, "posted: 2026-09-03\n", "");
    let severity = |today: &str| {
        let run = workspace.run(&["check", "--today", today, "--format", "json"]);
        let findings = run.findings();
        let own = findings.iter().find(|f| f["id"].as_str().expect("id").starts_with("posting"));
        let text = |f: &serde_json::Value| format!("{} {}", f["severity"], f["id"]);
        (own.map(text).unwrap_or_default().replace('"', ""), run.status)
    };
    let silent = (String::new(), Some(0));
    assert_eq!(severity("2026-09-02"), silent);
    assert_eq!(severity("2026-09-03"), ("note posting-due".to_owned(), Some(0)));
    assert_eq!(severity("2026-09-07"), ("warning posting-due".to_owned(), Some(0)));
    assert_eq!(severity("2026-09-10"), ("warning posting-due".to_owned(), Some(0)));
    assert_eq!(severity("2026-09-11"), ("error posting-due".to_owned(), Some(1)));
    assert_eq!(severity("2026-10-10"), ("error posting-due".to_owned(), Some(1)));
    assert_eq!(severity("2026-10-11"), ("note posting-unrecorded".to_owned(), Some(0)));
    // A journal makes it late, however old; the entry about another edition is a warning.
    let other = record(EntryKind::Posted, date(2026, 9, 1), "2026-10-01T07:00:00Z");
    let mut journal = Journal::empty(PATH);
    workspace.write(PATH, journal.append(other).expect("a line"));
    assert_eq!(severity("2026-10-11"), ("error posting-due".to_owned(), Some(1)));
    let posted = record(EntryKind::Posted, date(2026, 8, 31), "2026-10-02T07:00:00Z");
    journal.append(posted).expect("a line");
    workspace.write(PATH, journal.bytes());
    let run = workspace.run(&["check", "--today", "2026-10-11", "--format", "short"]);
    assert!(run.stdout.contains("text-changed") && !run.stdout.contains("posting-due"));
}

/// The way of a mistake of writing: changed, recorded, posted as a correction, and changed again.
#[test]
fn a_frozen_text_changes_by_an_erratum_alone() {
    let workspace = Workspace::case("text-changed");
    let ids = || -> Vec<_> {
        let findings = workspace.check(&["--format", "json"]).findings();
        findings.iter().map(|finding| finding["id"].as_str().expect("id").to_owned()).collect()
    };
    assert_eq!(ids(), ["text-changed"]);
    let erratum =
        "errata:\n  - {date: 2026-11-18, at: пункт 2.1, was: \"10\", now: \"12\"}\nposted:";
    workspace.replace(EDITION, "posted:", erratum);
    assert_eq!(ids(), ["erratum-unposted"]);
    workspace.build(&[]).expect(0);
    let data = workspace.files("public")["shkola/pomoshch/2026-08-31.json"].clone();
    let data: serde_json::Value = serde_json::from_slice(&data).expect("JSON");
    let bytes = std::fs::read(workspace.path(PATH)).expect("a journal");
    let (mut journal, faults) = read(&bytes);
    assert!(faults.is_empty());
    let kind = EntryKind::Corrected("опечатка".to_owned());
    let mut correction = record(kind, date(2026, 8, 31), "2026-11-18T07:00:00Z");
    correction.text_sha256 = data["sha256"].as_str().expect("a hash").to_owned();
    journal.append(correction).expect("a line");
    workspace.write(PATH, journal.bytes());
    assert!(ids().is_empty(), "{:?}", ids());
    workspace.replace(EDITION, "12 дней", "15 дней");
    assert_eq!(ids(), ["text-changed"]);
    workspace.replace(EDITION, "15 дней", "10 дней");
    assert_eq!(ids(), ["text-changed"], "back to the text before the correction");
}

#[test]
fn words_of_the_school_end_where_its_journal_begins() {
    let workspace = Workspace::case("text-changed");
    std::fs::copy(case("sound").join(EDITION), workspace.path(EDITION)).expect("an edition");
    workspace.check(&[]).expect(0);
    for (day, fine) in [("2026-10-04", true), ("2026-10-05", false), ("2026-12-01", false)] {
        workspace.replace(EDITION, "2026-09-03", day);
        let run = workspace.check(&["--format", "short"]);
        assert_eq!(run.status, Some(i32::from(!fine)), "{day}: {}", run.stdout);
        assert!(fine || run.stdout.contains("posted-date"), "{}", run.stdout);
        workspace.replace(EDITION, day, "2026-09-03");
    }
}
