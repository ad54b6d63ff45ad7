//! Random timetables through `tests/checks/ics_check.py`: three engines of other people.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

use super::sample::{calendar, sample_school};
use super::{config, expected, feeds, timetables};
use crate::workspace::{self, project, skipped};

/// Timetables that go through the engines.
const SAMPLE: usize = 30;

/// Their zones: in others, the engines and we may have rules of different years.
const ZONES: [&str; 4] =
    ["Europe/Kaliningrad", "Asia/Yakutsk", "Europe/Berlin", "America/New_York"];

/// The interpreter that has the engines; `None` if they are not installed.
fn python() -> Option<PathBuf> {
    workspace::python("icalendar, recurring_ical_events")
}

/// Runs the checker; `None` if it is not installed, else what it says if it finds a fault.
pub(super) fn check(feed: &Path, more: &[&str]) -> Option<Result<(), String>> {
    let script = project().join("tests/checks/ics_check.py");
    let output = Command::new(python()?).arg(script).arg(feed).args(more).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    Some(if output.status.success() { Ok(()) } else { Err(text + &errors) })
}

#[test]
fn three_engines_agree_on_random_timetables() {
    if python().is_none() {
        skipped("three engines on random timetables: tests/tools/install was not run");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut runner = TestRunner::new(config(1));
    let schools = timetables::schools();
    let mut done = 0;
    while done < SAMPLE {
        let mut school = schools.new_tree(&mut runner).expect("a school").current();
        school.zone = sample_school(ZONES[done % ZONES.len()]).zone;
        let instances = expected(&school, &calendar(), "all");
        // Of a feed without instances there is nothing to compare, and all programs refuse it.
        if instances.is_empty() {
            continue;
        }
        let feed = feeds(&school, &calendar()).swap_remove(0);
        let path = folder.path().join(format!("{done}.ics"));
        fs::write(&path, &feed.bytes).expect("a feed");
        let rows: Vec<_> = instances.iter().map(super::expansion::Instance::to_json).collect();
        let expect = folder.path().join(format!("{done}.json"));
        fs::write(&expect, serde_json::Value::Array(rows).to_string()).expect("instances");
        let arguments = ["--strict", "--expect", expect.to_str().expect("a path")];
        let outcome = check(&path, &arguments).expect("the checker");
        assert_eq!(outcome, Ok(()), "{}", String::from_utf8_lossy(&feed.bytes));
        done += 1;
    }
}
