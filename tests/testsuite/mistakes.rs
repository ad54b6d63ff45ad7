//! Every mistake gives one clear finding: where it is, the line, what to write instead.

use std::collections::BTreeSet;
use std::fs;
use std::time::{Duration, Instant};

use crate::snapshot::{assert_file, overwriting};
use crate::workspace::{Workspace, case, copy, skipped};

/// Folder of the school in the cases.
const SCHOOL: &str = "content/schools/shkola/";
/// An edition of the sound workspace.
const EDITION: &str = "content/schools/shkola/regulations/pomoshch/2026-08-31.md";

/// Names of the case folders that hold a mistake.
fn cases() -> Vec<String> {
    let entries = fs::read_dir(case("")).expect("the cases");
    let names = entries.map(|e| e.expect("a case").file_name().to_string_lossy().into_owned());
    let mut names: Vec<_> =
        names.filter(|n| !n.starts_with("sound") && case(n).join("content").is_dir()).collect();
    names.sort();
    names
}

#[test]
fn a_sound_workspace_has_no_findings() {
    let run = Workspace::sound().check(&[]).expect(0);
    assert_eq!(run.stdout, "");
    assert_eq!(run.stderr, "Замечаний нет, проверена 1 школа.\n");
}

#[test]
fn each_case_gives_exactly_its_finding() {
    let names = cases();
    assert!(names.len() >= 60, "{names:?}");
    for name in names {
        let workspace = Workspace::case(&name);
        // The theme is read by `build` alone.
        let run = workspace.build(&["--format", "short"]);
        assert_file(&case(&name).join("diagnostics.txt"), &findings_only(&run.stderr));
        let run = workspace.build(&["--format", "json"]);
        let findings = run.findings();
        assert_eq!(findings.len(), 1, "{name}: {findings:#?}");
        let finding = &findings[0];
        let error = finding["severity"] == "error";
        assert_eq!(run.status, Some(i32::from(error)), "{name}");
        assert!(finding["message"] != finding["id"], "{name}: no text");
        assert!(finding["help"].as_str().is_some_and(|h| h.len() > 10), "{name}: no remedy");
        let text = format!("{}{}", finding["message"], finding["help"]);
        assert!(!text.contains("{$"), "{name}: {text}");
        assert_line_is_shown(&workspace, finding);
    }
}

/// The short lines of findings without the summary behind them.
fn findings_only(stderr: &str) -> String {
    let lines = stderr.lines().filter(|line| line.starts_with("content/"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// A finding with a line shows that line of the file, without its end.
fn assert_line_is_shown(workspace: &Workspace, finding: &serde_json::Value) {
    let Some(number) = finding["line"].as_u64() else { return };
    let path = finding["path"].as_str().expect("a path");
    let file = fs::read_to_string(workspace.path(path)).expect("the file");
    let index = usize::try_from(number).expect("a line") - 1;
    let line = file.lines().nth(index).expect("a line of the file").trim();
    let human = workspace.build(&[]).stderr;
    // Of a line wider than the terminal a part is shown.
    let wide = line.chars().count() > 80;
    assert!(wide || human.contains(line.trim_start_matches('\t')), "{line}\n{human}");
    assert!(human.contains(&format!("{path}:{number}:{}", finding["column"])), "{human}");
}

/// All cases that concern one school, each as a school of one site, and every other mistake of
/// systems: one run reports them all and leaves yesterday's site alone.
#[test]
fn all_mistakes_of_a_run_are_reported_together() {
    let workspace = Workspace::sound();
    workspace.build(&[]).expect(0);
    let before = workspace.files("public");
    let mut expected = BTreeSet::new();
    for name in cases() {
        let findings = fs::read_to_string(case(&name).join("diagnostics.txt")).unwrap_or_default();
        if findings.starts_with("content/site.yaml") {
            continue;
        }
        let school = format!("content/schools/{name}/");
        copy(&case("sound").join(SCHOOL), &workspace.path(&school));
        let own = case(&name).join(SCHOOL);
        if own.exists() {
            copy(&own, &workspace.path(&school));
        } else {
            copy(&case(&name).join("content"), &workspace.path("content"));
        }
        expected.extend(findings.lines().map(|line| line.replace(SCHOOL, &school)));
    }
    let run = workspace.build(&["--format", "short"]).expect(1);
    let found: BTreeSet<_> = findings_only(&run.stderr).lines().map(str::to_owned).collect();
    if !overwriting() {
        assert_eq!(found, expected);
    }
    assert!(run.stderr.contains("Сайт не собран. Папка ./public осталась как была."));
    assert_eq!(workspace.files("public"), before);
}

/// Asserts that `build` gives one finding with this id and path and leaves no site behind.
#[track_caller]
fn assert_one(workspace: &Workspace, id: &str, path: &str) -> serde_json::Value {
    let run = workspace.build(&["--format", "json"]).expect(1);
    let findings = run.findings();
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!((&findings[0]["id"], &findings[0]["path"]), (&id.into(), &path.into()));
    assert!(findings[0]["message"] != findings[0]["id"]);
    assert!(findings[0]["help"].is_string());
    assert!(!workspace.path("public").exists());
    findings[0].clone()
}

#[test]
fn bytes_that_are_not_utf8() {
    let workspace = Workspace::sound();
    let text = fs::read_to_string(workspace.path(EDITION)).expect("an edition");
    let mut bytes = text.into_bytes();
    bytes.extend(b"\n1.2. \xcf\xee\xec\xee\xf9\xfc.\n");
    workspace.write(EDITION, bytes);
    let finding = assert_one(&workspace, "file-not-utf8", EDITION);
    assert_eq!((&finding["line"], &finding["column"]), (&21.into(), &6.into()));
}

#[cfg(unix)]
#[test]
fn links_out_of_the_workspace() {
    let workspace = Workspace::sound();
    let outside = tempfile::NamedTempFile::new().expect("a file");
    fs::write(outside.path(), "name: чужое\n").expect("a written file");
    let link = "content/systems/chuzhaya.yaml";
    std::os::unix::fs::symlink(outside.path(), workspace.path(link)).expect("a link");
    assert_one(&workspace, "symlink-outside", link);
    workspace.remove(link);
    // A link that stays inside is nothing but another name.
    let inside = workspace.path("content/systems/dnevnik.yaml");
    std::os::unix::fs::symlink(inside, workspace.path(link)).expect("a link");
    workspace.check(&[]).expect(0);
}

#[test]
fn a_folder_named_like_an_edition() {
    let workspace = Workspace::sound();
    let path = "content/schools/shkola/regulations/pomoshch/2025-08-29.md";
    fs::create_dir(workspace.path(path)).expect("a folder");
    assert_one(&workspace, "file-is-folder", path);
}

#[cfg(unix)]
#[test]
fn a_file_without_permission() {
    use std::os::unix::fs::PermissionsExt;
    let workspace = Workspace::sound();
    let path = workspace.path(EDITION);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("new permissions");
    if fs::read(&path).is_ok() {
        skipped("permissions do not bind this user");
        return;
    }
    assert_one(&workspace, "file-unreadable", EDITION);
}

#[test]
fn no_schools_and_no_site() {
    let workspace = Workspace::sound();
    workspace.remove("content/schools");
    assert_one(&workspace, "no-schools", "content/schools");
    let workspace = Workspace::sound();
    workspace.remove("content/site.yaml");
    assert_one(&workspace, "file-missing", "content/site.yaml");
}

#[test]
fn a_wrong_site_does_not_hide_mistakes_of_schools() {
    let workspace = Workspace::case("key-unknown");
    workspace.replace("content/site.yaml", "title:", "titel:");
    let found = workspace.check(&["--format", "short"]).stdout;
    assert!(found.contains("site.yaml:1:1"), "{found}");
    assert!(found.contains("logotip"), "{found}");
}

#[test]
fn the_theme_is_checked_too() {
    let workspace = Workspace::sound();
    workspace.replace("content/site.yaml", "title:", "theme: osen\ntitle:");
    assert_one(&workspace, "theme-missing", "content/site.yaml");
}

#[test]
fn two_schools_without_a_portal() {
    let workspace = Workspace::sound();
    copy(&case("sound").join(SCHOOL), &workspace.path("content/schools/vtoraya"));
    workspace.replace("content/site.yaml", "title:", "portal: false\ntitle:");
    assert_one(&workspace, "several-schools-without-portal", "content/site.yaml");
}

#[test]
fn files_that_are_meant_to_stop_the_program() {
    let school = "content/schools/shkola/school.yaml";
    let timetable = "content/schools/shkola/timetable.yaml";
    let texts = [
        "[".repeat(200_000),
        "- ".repeat(100_000),
        "{a: ".repeat(50_000),
        format!("a: [{}]", "1,".repeat(300_000)),
    ];
    let workspace = Workspace::sound();
    for text in texts {
        workspace.write(timetable, text);
        let begin = Instant::now();
        assert_one(&workspace, "yaml-too-large", timetable);
        assert!(begin.elapsed() < Duration::from_secs(2), "{:?}", begin.elapsed());
    }
    let workspace = Workspace::sound();
    workspace.write(school, vec![b'#'; (8 << 20) + 1]);
    assert_one(&workspace, "file-too-large", school);
}

#[test]
fn text_that_is_nested_without_end() {
    let workspace = Workspace::sound();
    let text = fs::read_to_string(workspace.path(EDITION)).expect("an edition");
    let emphasis = format!("{}конец{}", "**a ".repeat(5_000), " b**".repeat(5_000));
    for nested in ["> ".repeat(5_000), "- ".repeat(5_000), emphasis, "<sup>".repeat(5_000)] {
        workspace.write(EDITION, format!("{text}\n{nested}конец\n"));
        assert_one(&workspace, "text-too-deep", EDITION);
    }
    for open in ["[".repeat(100_000), "*a ".repeat(50_000)] {
        workspace.write(EDITION, format!("{text}\n{open}конец\n"));
        workspace.check(&[]).expect(0);
    }
}

/// What refers to something with mistakes of its own is not called unknown.
#[test]
fn a_mistake_is_not_told_twice() {
    let timetable = "content/schools/shkola/timetable.yaml";
    let workspace = Workspace::sound();
    workspace.replace(timetable, "    post: учитель информатики\n", "");
    assert_one(&workspace, "key-missing", timetable);
    let workspace = Workspace::sound();
    workspace.replace(timetable, "people:", "people: нет\nnikto:");
    let run = workspace.check(&["--format", "json"]).expect(1);
    let ids: Vec<_> = run.findings().iter().map(|finding| finding["id"].clone()).collect();
    assert_eq!(ids, ["wrong-type", "key-unknown"]);
    let workspace = Workspace::sound();
    let system = "content/systems/dnevnik.yaml";
    workspace.replace(system, "Europe/Moscow", "МСК");
    assert_one(&workspace, "zone-unknown", system);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let workspace = Workspace::sound();
    workspace.build(&[]).expect(0);
    let before = workspace.files("public");
    for (path, bytes) in workspace.files("content") {
        let text = String::from_utf8(bytes).expect("UTF-8").replace('\n', "\r\n");
        workspace.write(&format!("content/{path}"), format!("\u{feff}{text}"));
    }
    workspace.build(&[]).expect(0);
    assert_eq!(workspace.files("public"), before);
}

#[test]
fn places_are_the_same_behind_a_byte_order_mark() {
    for name in ["key-near", "edition-file-name", "yaml-quote", "link-unsafe"] {
        let workspace = Workspace::case(name);
        for (path, bytes) in workspace.files("content") {
            let text = String::from_utf8(bytes).expect("UTF-8").replace('\n', "\r\n");
            workspace.write(&format!("content/{path}"), format!("\u{feff}{text}"));
        }
        let run = workspace.build(&["--format", "short"]);
        assert_file(&case(name).join("diagnostics.txt"), &findings_only(&run.stderr));
    }
}

#[test]
fn columns_count_characters() {
    let workspace = Workspace::sound();
    let school = "content/schools/shkola/school.yaml";
    workspace.replace(
        school,
        "city: Канск",
        "city: Канск\nfounder: {name: Управление 🏫, сайт: нет}",
    );
    let finding = assert_one(&workspace, "key-unknown", school);
    let place = (&finding["line"], &finding["column"], &finding["length"]);
    assert_eq!(place, (&4.into(), &31.into(), &4.into()));
    let human = workspace.build(&[]).stderr;
    assert!(human.contains("\n4 | founder: {name: Управление 🏫, сайт: нет}\n"), "{human}");
}

#[test]
fn decomposed_letters_pass_through() {
    let workspace = Workspace::sound();
    // «й» and «ё» as letters with combining marks, as a Mac writes them.
    workspace.replace(
        EDITION,
        "1.1. Регламент",
        "1.1. Новыи\u{306} учебныи\u{306} год еще\u{308} не начат. Регламент",
    );
    workspace.build(&[]).expect(0);
    let data = workspace.files("public")["shkola/pomoshch/2026-08-31.json"].clone();
    let data = String::from_utf8(data).expect("UTF-8");
    assert!(data.contains("Новыи\u{306} учебныи\u{306} год еще\u{308} не начат."));
}

#[test]
fn a_warning_does_not_stop_the_build() {
    let workspace = Workspace::case("link-unsafe");
    let run = workspace.build(&[]).expect(0);
    assert!(run.stderr.contains("1 предупреждение\n"), "{}", run.stderr);
    assert!(workspace.path("public/manifest.json").exists());
}
