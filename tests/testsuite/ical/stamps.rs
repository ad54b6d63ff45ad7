//! Stamps: what changed is told to subscribers, and nothing else is.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::engines;
use super::expansion::{events, unfolded};
use crate::workspace::{Workspace, has_extension};

const TIMETABLE: &str = "content/schools/shkola/timetable.yaml";
const SCHOOL: &str = "content/schools/shkola/school.yaml";
const EDITION: &str = "content/schools/shkola/regulations/pomoshch/2026-08-31.md";
const LOCK: &str = "content/schools/shkola/calendar.lock";
const FEEDS: &str = "public/shkola/calendar";

/// Names of the stamps in an event.
const STAMPS: [&str; 3] = ["DTSTAMP", "LAST-MODIFIED", "SEQUENCE"];

/// An event's stamps.
type Stamp = [String; 3];

/// The feeds of the school by name.
fn feeds(workspace: &Workspace) -> BTreeMap<String, Vec<u8>> {
    let mut files = workspace.files(FEEDS);
    files.retain(|path, _| has_extension(path, "ics"));
    files
}

/// The stamps of all events by UID (without the school) and replaced instance; an event has the
/// same ones in all feeds.
fn stamps(workspace: &Workspace) -> BTreeMap<String, Stamp> {
    let mut stamps: BTreeMap<String, Stamp> = BTreeMap::new();
    for (_, bytes) in feeds(workspace) {
        let text = unfolded(&String::from_utf8(bytes).expect("UTF-8"));
        for event in events(&text) {
            let uid = event.text("UID").replace("@shkola.reglament", "");
            let key = format!("{uid} {}", event.text("RECURRENCE-ID")).trim().to_owned();
            let own = STAMPS.map(|name| event.text(name));
            let other = stamps.insert(key.clone(), own.clone());
            assert!(other.is_none_or(|other| other == own), "{key} has two stamps");
        }
    }
    stamps
}

fn build(workspace: &Workspace, today: &str) {
    workspace.run(&["build", "--no-print", "--today", today]).expect(0);
}

/// Builds, makes `edit`, builds a day later; the events whose stamps changed, came or went.
/// The checker must agree about every feed.
fn changed(workspace: &Workspace, edit: impl FnOnce(&Workspace)) -> BTreeSet<String> {
    build(workspace, "2026-11-20");
    let (before, old) = (stamps(workspace), feeds(workspace));
    edit(workspace);
    build(workspace, "2026-11-21");
    let after = stamps(workspace);
    for (path, bytes) in feeds(workspace) {
        let Some(previous) = old.get(&path).filter(|previous| **previous != bytes) else {
            continue;
        };
        workspace.write("previous.ics", previous);
        let previous = workspace.path("previous.ics");
        let arguments = ["--previous", previous.to_str().expect("a path")];
        let outcome = engines::check(&workspace.path(&format!("{FEEDS}/{path}")), &arguments);
        assert_eq!(outcome.unwrap_or(Ok(())), Ok(()), "{path}");
    }
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let differ = keys.into_iter().filter(|key| before.get(*key) != after.get(*key));
    differ.cloned().collect()
}

#[track_caller]
fn assert_changed(edit: impl FnOnce(&Workspace), expected: &[&str]) {
    let changed = changed(&Workspace::sound(), edit);
    assert_eq!(changed, expected.iter().map(|key| (*key).to_owned()).collect());
}

/// A cancellation of an instance of the administrator.
fn cancel(workspace: &Workspace) {
    let cancelled = "cancelled:\n  - {session: petrov-staff, date: 2026-12-03}\nmoved:";
    workspace.replace(TIMETABLE, "moved:", cancelled);
}

fn undo(workspace: &Workspace) {
    let cancelled = "cancelled:\n  - {session: petrov-staff, date: 2026-12-03}\n";
    workspace.replace(TIMETABLE, cancelled, "");
}

#[test]
fn an_unchanged_build_changes_nothing() {
    let workspace = Workspace::sound();
    build(&workspace, "2026-11-20");
    let (site, lock) = (feeds(&workspace), workspace.files("content"));
    for today in ["2026-11-20", "2026-11-21", "2027-08-31", "2026-09-01"] {
        workspace.run(&["build", "--locked", "--no-print", "--today", today]).expect(0);
        assert_eq!((feeds(&workspace), workspace.files("content")), (site.clone(), lock.clone()));
    }
    assert_changed(|_| (), &[]);
}

#[test]
fn one_session_changes_and_what_differs_from_it() {
    let room = |workspace: &Workspace| workspace.replace(TIMETABLE, "\"214\"", "\"215\"");
    assert_changed(room, &["ivanova-parents.tue", "ivanova-parents.tue 20261124T143000"]);
    let room = |workspace: &Workspace| workspace.replace(TIMETABLE, "\"118\"", "\"119\"");
    assert_changed(room, &["petrov-staff.thu"]);
}

#[test]
fn a_cancellation_and_its_undoing_raise_the_series() {
    let touched = ["petrov-staff.thu", "petrov-staff.thu 20261203T150000"];
    assert_changed(cancel, &touched);
    let workspace = Workspace::sound();
    cancel(&workspace);
    assert_eq!(changed(&workspace, undo), touched.map(str::to_owned).into());
    // What was gone comes back with a greater number.
    cancel(&workspace);
    build(&workspace, "2026-11-22");
    let back = &stamps(&workspace)[touched[1]];
    assert_eq!(back[2], "1");
    let lock = fs::read_to_string(workspace.path(LOCK)).expect("the lock");
    assert!(!lock.contains("gone"), "{lock}");
}

#[test]
fn a_person_who_is_renamed_changes_what_names_them() {
    let rename = |w: &Workspace| w.replace(TIMETABLE, "Петров Олег Ильич", "Петров Олег Иванович");
    assert_changed(rename, &["petrov-staff.thu"]);
}

#[test]
fn a_break_changes_the_series_in_which_it_lies() {
    let add = |workspace: &Workspace| {
        let one = "\n  - {name: Каникулы, from: 2027-02-18, to: 2027-02-18}\n";
        let text = fs::read_to_string(workspace.path(SCHOOL)).expect("the school");
        workspace.write(SCHOOL, format!("{}{one}", text.trim_end()));
    };
    // A Thursday: the series on Tuesdays is not touched.
    assert_changed(add, &["petrov-staff.thu"]);
}

#[test]
fn a_substitute_has_an_event_of_their_own() {
    let substitute = |workspace: &Workspace| {
        let row =
            "substituted:\n  - {session: petrov-staff, date: 2026-12-10, who: ivanova}\nmoved:";
        workspace.replace(TIMETABLE, "moved:", row);
    };
    let events = ["petrov-staff.thu", "petrov-staff.thu 20261210T150000"];
    assert_changed(substitute, &[events[0], events[1], "petrov-staff.2026-12-10_ivanova"]);
    let workspace = Workspace::sound();
    substitute(&workspace);
    build(&workspace, "2026-11-20");
    let feed = |name: &str| {
        let text = fs::read_to_string(workspace.path(&format!("{FEEDS}/{name}.ics")));
        unfolded(&text.expect("the feed"))
    };
    assert!(feed("ivanova").contains("UID:petrov-staff.2026-12-10_ivanova@"));
    assert!(!feed("all").contains("_ivanova@"));
    let regular = feed("petrov");
    assert!(regular.contains("М.\u{a0}П.\u{a0}Иванова (замена)"), "{regular}");
}

#[test]
fn a_lock_that_would_change_is_refused() {
    let workspace = Workspace::sound();
    let run = workspace.build(&["--locked", "--format", "json"]).expect(1);
    assert_eq!(run.findings()[0]["id"], "stamps-locked");
    assert!(!workspace.path(LOCK).exists() && !workspace.path("public").exists());
    build(&workspace, "2026-11-20");
    cancel(&workspace);
    let (site, lock) = (workspace.files("public"), workspace.files("content"));
    let run = workspace.build(&["--locked", "--format", "short"]).expect(1);
    assert!(run.stderr.contains("Школа № 5: изменились 2 события"), "{}", run.stderr);
    assert_eq!((workspace.files("public"), workspace.files("content")), (site, lock));
    build(&workspace, "2026-11-20");
    workspace.build(&["--locked"]).expect(0);
}

#[test]
fn a_lock_that_cannot_be_written_is_named_and_kept() {
    let workspace = Workspace::sound();
    build(&workspace, "2026-11-20");
    let before = fs::read(workspace.path(LOCK)).expect("the lock");
    cancel(&workspace);
    for number in 1..=16 {
        workspace.write(&format!("content/schools/shkola/.calendar.lock.new{number}"), "");
    }
    let run = workspace.build(&[]).expect(2);
    assert!(run.stderr.contains("calendar.lock"), "{}", run.stderr);
    assert_eq!(fs::read(workspace.path(LOCK)).expect("the lock"), before);
}

#[test]
fn only_the_schools_that_are_built_get_a_lock() {
    let workspace = Workspace::sound();
    for (path, bytes) in workspace.files("content/schools/shkola") {
        workspace.write(&format!("content/schools/vtoraya/{path}"), bytes);
    }
    workspace.build(&["--school", "vtoraya", "--output", "odna"]).expect(0);
    assert!(!workspace.path(LOCK).exists());
    assert!(workspace.path("content/schools/vtoraya/calendar.lock").exists());
}

#[test]
fn any_number_of_threads_gives_the_same_bytes_and_locks() {
    let built = ["1", "4"].map(|threads| {
        let workspace = Workspace::sound();
        for number in 0..6 {
            for (path, bytes) in workspace.files("content/schools/shkola") {
                workspace.write(&format!("content/schools/shkola-{number}/{path}"), bytes);
            }
        }
        for _ in 0..2 {
            let mut command = workspace.command(&["build", "--no-print", "--today", "2026-11-20"]);
            let output = command.env("RAYON_NUM_THREADS", threads).output().expect("a run");
            assert!(output.status.success());
        }
        (workspace.files("public"), workspace.files("content"))
    });
    assert!(built[0] == built[1]);
}

/// The sound workspace with a term and duties.
fn with_duties() -> Workspace {
    let workspace = Workspace::sound();
    let facts = "valid_until: 2027-01-31\nduties:\n  - id: proverka\n    title: Проверить журналы\n    \
        at: пункт 1.1\n    who: администратор\n    for: [staff]\n    on: {days: [30]}\napproved:";
    workspace.replace(EDITION, "approved:", facts);
    workspace
}

#[test]
fn deadlines_are_days_with_reminders() {
    let workspace = with_duties();
    build(&workspace, "2026-11-20");
    let text = fs::read_to_string(workspace.path(&format!("{FEEDS}/deadlines.ics")));
    let text = unfolded(&text.expect("the feed"));
    for line in [
        "UID:deadline.posting.pomoshch.2026-08-31@shkola.reglament",
        "DTSTART;VALUE=DATE:20260910",
        "DTEND;VALUE=DATE:20260911",
        "TRIGGER:-P2DT15H",
        "TRIGGER:-PT15H",
        "UID:deadline.revision.pomoshch.2026-08-31@shkola.reglament",
        "DTSTART;VALUE=DATE:20261130",
        "UID:deadline.expiry.pomoshch.2026-08-31@shkola.reglament",
        "DTSTART;VALUE=DATE:20270131",
        // 30 January 2027 is a Saturday.
        "UID:deadline.duty.pomoshch.proverka.2027-01-30@shkola.reglament",
        "DTSTART;VALUE=DATE:20270129",
        "SUMMARY:Проверить журналы",
        "TRANSP:TRANSPARENT",
    ] {
        assert!(text.lines().any(|found| found == line), "no line {line}\n{text}");
    }
    let moved = "По регламенту: суббота\\, 30\u{a0}января (нерабочий день)\\, перенесено на рабочий день раньше";
    assert!(text.contains(moved) && text.contains("Кто выполняет: администратор"), "{text}");
    assert!(text.contains("/pomoshch/2026-08-31/#p-1.1"), "{text}");
    assert!(!text.contains("RRULE") && !text.contains("VTIMEZONE"));
    let portal = fs::read_to_string(workspace.path("public/calendar/deadlines.ics"));
    let portal = unfolded(&portal.expect("the feed of the portal"));
    assert_eq!(portal.matches("BEGIN:VEVENT").count(), 3, "{portal}");
    assert!(portal.contains("– Школа № 5") && !portal.contains("deadline.duty"));
}

#[test]
fn deadlines_pass_to_the_next_school_year_on_its_first_day_only() {
    let workspace = with_duties();
    workspace.replace(EDITION, "valid_until: 2027-01-31\n", "");
    build(&workspace, "2026-09-01");
    workspace.run(&["build", "--no-print", "--locked", "--today", "2027-08-31"]).expect(0);
    workspace.run(&["build", "--no-print", "--locked", "--today", "2027-09-01"]).expect(1);
}
