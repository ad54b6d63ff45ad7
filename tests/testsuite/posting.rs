//! The status of editions in a workspace with a journal: `status.json`, the command, the lists of
//! hashes, the journal on the site.

use std::fs;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use reglament::language::{Catalogue, Language};
use reglament::model::clock::Zone;
use reglament::model::journal::{EntryKind, Journal, Moment, PostedFile, Record};
use reglament::model::passages::hex;
use reglament::model::print::PrintSettings;
use reglament::model::site::{DayCount, PublicationRule, Site};
use reglament::outputs::PortalContext;
use reglament::outputs::context::{Proof, ProofKind, ProvenEdition, SchoolSummary};
use reglament::outputs::data::proofs::scripts;
use reglament::outputs::status::SchoolStatus;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::workspace::Workspace;

const DUE: &str = "posting-due";
const NOW: [&str; 2] = ["--today", "2026-11-20"];

/// Writes a journal for the only school of `workspace`, whose only edition was approved on
/// `approved`: an entry of each kind at its moment, with the text and the files as they are built.
/// The posting that the front matter tells of is taken out: the journal tells of it.
pub(crate) fn keep_journal(
    workspace: &Workspace,
    approved: &str,
    entries: &[(EntryKind, &str)],
) -> Journal {
    let front = format!("content/schools/shkola/regulations/pomoshch/{approved}.md");
    let text = fs::read_to_string(workspace.path(&front)).expect("an edition");
    let told = text.split_inclusive('\n').filter(|line| !line.starts_with("posted:"));
    workspace.write(&front, told.collect::<String>());
    workspace.build(&["--output", "before"]).expect(0);
    let site = workspace.files("before");
    let data: Value =
        serde_json::from_slice(&site[&format!("shkola/pomoshch/{approved}.json")]).expect("data");
    let of = |path: &str| PostedFile {
        path: path.to_owned(),
        sha256: hex(&Sha256::digest(&site[path])),
    };
    let name = "Asia/Krasnoyarsk".to_owned();
    let zone = Zone { rules: TimeZone::get(&name).expect("a zone"), name };
    let edition: Date = approved.parse().expect("a date");
    let mut journal = Journal::default();
    for (kind, at) in entries {
        let record = Record {
            kind: kind.clone(),
            errata: 0,
            regulation: "pomoshch".to_owned(),
            edition,
            text_sha256: data["sha256"].as_str().expect("a hash").to_owned(),
            files: vec![
                of(&format!("shkola/pomoshch/{approved}/index.html")),
                of(&format!("shkola/pomoshch/{approved}.json")),
            ],
            due: edition.checked_add(jiff::Span::new().days(10)).expect("a date"),
            due_law: edition.checked_add(jiff::Span::new().days(14)).expect("a date"),
            at: Moment::new(at.parse::<Timestamp>().expect("a moment"), &zone),
            commit: None,
            address: data["address"].as_str().expect("an address").to_owned(),
            tool: "reglament 0.1.0".to_owned(),
        };
        journal.append(record).expect("a line");
    }
    workspace.remove("before");
    workspace.write("content/schools/shkola/journal.jsonl", journal.bytes());
    journal
}

fn with_journal() -> (Workspace, Journal) {
    let workspace = Workspace::sound();
    let entries = [
        (EntryKind::Posted, "2026-09-03T05:00:00Z"),
        (EntryKind::Reposted, "2026-09-10T05:00:00Z"),
    ];
    let journal = keep_journal(&workspace, "2026-08-31", &entries);
    (workspace, journal)
}

#[test]
fn the_site_has_the_journal_and_its_status() {
    let (workspace, journal) = with_journal();
    workspace.build(&[]).expect(0);
    let site = workspace.files("public");
    assert_eq!(site["shkola/publication/journal.jsonl"], journal.bytes());
    let status: Value = serde_json::from_slice(&site["status.json"]).expect("JSON");
    assert_eq!(status["format"], "reglament-status/1");
    let school = &status["schools"][0];
    assert_eq!((&school["school"], &school["today"]), (&"shkola".into(), &"2026-11-20".into()));
    assert_eq!(school["journal"]["count"], 2);
    assert_eq!(school["journal"]["hash"], journal.head().hash.as_str());
    let edition = &school["editions"][0];
    for (member, value) in [
        ("regulation", "pomoshch"),
        ("edition", "2026-08-31"),
        ("posting", "posted"),
        ("force", "in-force"),
        ("approved", "2026-08-31"),
        ("due", "2026-09-10"),
        ("due_law", "2026-09-14"),
        ("posted", "2026-09-03"),
        ("witness", "journal"),
        ("entry", journal.entries()[0].hash.as_str()),
    ] {
        assert_eq!(edition[member], value, "{member}");
    }
    assert_eq!((&edition["day"], &edition["late"]), (&3.into(), &0.into()));
    let without = Workspace::sound();
    without.build(&[]).expect(0);
    assert!(!without.files("public").contains_key("shkola/publication/journal.jsonl"));
}

#[test]
fn the_command_says_what_the_site_says() {
    for workspace in [with_journal().0, Workspace::sound()] {
        workspace.build(&[]).expect(0);
        let run = workspace.run(&[&["status", "--format", "json"], &NOW[..]].concat()).expect(0);
        let site = workspace.files("public");
        assert_eq!(run.stdout.as_bytes(), site["status.json"]);
    }
}

#[test]
fn what_is_overdue_fails_the_command() {
    let workspace = Workspace::case(DUE);
    let run = workspace.run(&[&["status"], &NOW[..]].concat()).expect(1);
    assert!(run.stdout.starts_with("■ "), "{}", run.stdout);
    assert!(run.stderr.contains("Просрочена 1 редакция."), "{}", run.stderr);
    assert!(!run.stdout.contains('\u{1b}'), "coloured off a terminal");
    let json = workspace.run(&[&["status", "--format", "json"], &NOW[..]].concat()).expect(1);
    let status: Value = serde_json::from_str(&json.stdout).expect("JSON");
    assert_eq!(status["schools"][0]["editions"][0]["posting"], "overdue");
    let in_time = workspace.run(&["status", "--today", "2026-11-15"]).expect(0);
    assert!(in_time.stdout.contains("▲") && in_time.stdout.contains("сегодня последний день"));
    workspace.run(&["status", "--school", "net"]).expect(2);
}

#[test]
fn lists_of_hashes_know_texts_data_and_what_was_posted() {
    let (workspace, journal) = with_journal();
    workspace.build(&[]).expect(0);
    let site = workspace.files("public");
    let find = |sha256: &str| {
        let script = String::from_utf8(site["verify/list.js"].clone()).expect("UTF-8");
        let (_, data) = script.split_once(" = ").expect("a list");
        let list: Value =
            serde_json::from_str(data.trim_end().trim_end_matches(';')).expect("JSON");
        let files = list["files"].as_array().expect("files");
        let file = files.iter().find(|file| file[0] == sha256)?.clone();
        let index = usize::try_from(file[3].as_u64().expect("an index")).expect("small");
        Some((file[1].clone(), file[2].clone(), list["editions"][index].clone()))
    };
    let data = &site["shkola/pomoshch/2026-08-31.json"];
    let (kind, _, edition) = find(&hex(&Sha256::digest(data))).expect("the data");
    assert_eq!((&kind, &edition["approved"]), (&"json".into(), &"2026-08-31".into()));
    assert_eq!(edition["page"], "shkola/pomoshch/2026-08-31/index.html");
    let record = &journal.entries()[0].record;
    assert_eq!(find(&record.text_sha256).expect("the text").0, "text");
    assert!(find(&"0".repeat(64)).is_none());
    // The page was posted too, but nobody downloads it as proof.
    assert!(find(&record.files[0].sha256).is_none());
}

#[test]
fn a_file_of_an_earlier_build_is_known_by_the_journal() {
    let (workspace, _) = with_journal();
    let path = "content/schools/shkola/regulations/pomoshch/2026-08-31.md";
    workspace.build(&[]).expect(0);
    let old = hex(&Sha256::digest(&workspace.files("public")["shkola/pomoshch/2026-08-31.json"]));
    workspace.replace(path, "order: \"45\"", "order: \"45-о\"");
    workspace.build(&[]).expect(0);
    let list = &workspace.files("public")["verify/list.js"];
    let list = String::from_utf8(list.clone()).expect("UTF-8");
    assert!(list.contains(&format!("[\"{old}\",\"posted\",\"2026-09-03\",")), "{list}");
}

#[test]
fn many_hashes_are_parted_by_their_first_digit() {
    let site = Site {
        title: "Район".to_owned(),
        base_url: "https://example.org/".to_owned(),
        language: Language::Russian,
        theme: "default".to_owned(),
        portal: true,
        yo_differs: false,
        deploy: Vec::new(),
        timestamp: None,
        print: PrintSettings::default(),
        publication: PublicationRule { days: 10, count: DayCount::Calendar, roll_forward: false },
    };
    let date = jiff::civil::date(2026, 9, 1);
    let school = |number: u32| {
        let sha256 = hex(&Sha256::digest(number.to_string()));
        let proofs = vec![Proof { sha256, kind: ProofKind::Act }];
        let edition = ProvenEdition {
            title: "Помощь".to_owned(),
            approved: date,
            in_force: date,
            last_day: None,
            page: format!("s{number}/index.html"),
            proofs,
        };
        let id = format!("s{number}");
        let status = SchoolStatus {
            id: id.clone(),
            name: id.clone(),
            zone: "Europe/Moscow".to_owned(),
            today: date,
            journal: None,
            editions: Vec::new(),
        };
        SchoolSummary {
            id: id.clone(),
            short_name: id.clone(),
            name: id.clone(),
            city: id.clone(),
            home: id,
            regulations: Vec::new(),
            pages: Vec::new(),
            due: Vec::new(),
            status,
            proven: vec![edition],
        }
    };
    let schools: Vec<_> = (0..1001).map(school).collect();
    let catalogue = Catalogue::new(Language::Russian);
    let ctx = PortalContext { site: &site, catalogue: &catalogue, schools: &schools, today: date };
    let lists = scripts(&ctx).expect("lists");
    assert_eq!(lists.len(), 16);
    for school in &schools {
        let sha256 = &school.proven[0].proofs[0].sha256;
        let list = lists.iter().find(|list| list.path == format!("verify/list{}.js", &sha256[..1]));
        let text = String::from_utf8_lossy(&list.expect("its list").bytes).into_owned();
        assert!(text.contains(sha256.as_str()), "{sha256}");
    }
}
