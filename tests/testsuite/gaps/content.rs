//! The timetables of the sample content.

use crate::workspace::{Workspace, copy, files, has_extension, project};

/// Nothing in the sample content is wrong with its timetables, on any day of its half-year.
#[test]
fn the_five_schools() {
    let workspace = Workspace::sound();
    workspace.remove("content");
    copy(&project().join("content"), &workspace.path("content"));
    for today in ["2026-09-01", "2026-11-20", "2026-12-26"] {
        let run = workspace.run(&["check", "--today", today, "--format", "json"]).expect(0);
        for finding in run.findings() {
            let path = finding["path"].as_str().expect("a path");
            assert!(path.contains("/regulations/"), "{today}: {finding}");
            assert_ne!(finding["id"], "hours-promised", "{finding}");
        }
    }
}

/// The content of the five together has every form of a session and of a change.
#[test]
fn the_sample_shows_every_form() {
    let mut all = String::new();
    for (path, bytes) in files(&project().join("content/schools")) {
        if path.contains("timetable") || has_extension(&path, "md") {
            all.push_str(&String::from_utf8(bytes).expect("UTF-8"));
        }
    }
    for form in [
        "{weeks: 2",
        "{nth: 1}",
        "{nth: last}",
        "dates: [",
        "channel: phone",
        "channel: email",
        "channel: video",
        "in_breaks: true",
        "cancelled:",
        "moved:",
        "substituted:",
        "extra:",
        "{yearly:",
        "{before_breaks: true}",
        "{days: [15, 30]",
        "{days: last",
    ] {
        assert!(all.contains(form), "{form}");
    }
}
