//! `reglament import` on the command line: nothing is overwritten, nothing is left behind.

use std::fs;

use crate::workspace::Workspace;

/// A file with a stamp, a title, two sections and a list.
const ACT: &str = "\
УТВЕРЖДЕНО\n\
приказом директора школы\n\
от 31.08.2026 № 45-о\n\
\n\
Регламент помощи родителям\n\
\n\
1. Общие положения\n\
1.1. Регламент определяет порядок помощи.\n\
1.2. Помощь оказывают:\n\
1) учителя;\n\
3) администратор.\n\
2. Заключение\n\
2.1. Регламент действует со дня утверждения.\n";

/// Where the edition of [`ACT`] goes.
const EDITION: &str = "content/schools/shkola/regulations/roditelyam/2026-08-31.md";

fn workspace() -> Workspace {
    let workspace = Workspace::sound();
    workspace.write("act.txt", ACT);
    workspace
}

#[test]
fn an_act_with_its_stamp_becomes_an_edition() {
    let workspace = workspace();
    let run = workspace.run(&["import", "act.txt", "--regulation", "roditelyam"]).expect(0);
    assert_eq!(run.stdout, "");
    assert!(run.stderr.starts_with("Каждое слово учтено."), "{}", run.stderr);
    assert!(run.stderr.contains(&format!("Записано: {EDITION}")), "{}", run.stderr);
    let text = fs::read_to_string(workspace.path(EDITION)).expect("the edition");
    let expected = "---\n\
        title: \"Регламент помощи родителям\"\n\
        approved:\n  date: 2026-08-31\n  by: \"приказом директора школы\"\n  order: \"45-о\"\n\
        ---\n\n\
        ## 1. Общие положения\n\n\
        1.1. Регламент определяет порядок помощи.\n\n\
        1.2. Помощь оказывают:\n\n\
        1) учителя;\n\n\
        3) администратор.\n\n\
        ## 2. Заключение\n\n\
        2.1. Регламент действует со дня утверждения.\n";
    assert_eq!(text, expected);
    let wide = run.stderr.lines().filter(|line| line.chars().count() > 80);
    assert_eq!(wide.collect::<Vec<_>>(), Vec::<&str>::new());
    workspace.build(&[]).expect(0);
}

#[test]
fn nothing_is_overwritten() {
    let workspace = workspace();
    let arguments = ["import", "act.txt", "--regulation", "roditelyam"];
    workspace.run(&arguments).expect(0);
    let before = workspace.files("content");
    let run = workspace.run(&arguments).expect(2);
    assert!(run.stderr.contains("уже есть"), "{}", run.stderr);
    assert_eq!(workspace.files("content"), before);
    workspace.write("mine.md", "mine");
    workspace.run(&["import", "act.txt", "--out", "mine.md"]).expect(2);
    assert_eq!(fs::read(workspace.path("mine.md")).expect("the file"), b"mine");
}

#[test]
fn trying_and_printing_write_nothing() {
    let workspace = workspace();
    let before = workspace.files("");
    let tried =
        workspace.run(&["import", "act.txt", "--dry-run", "--report", "report.json"]).expect(0);
    let printed = workspace.run(&["import", "act.txt", "--out", "-"]).expect(0);
    assert_eq!(tried.stdout, printed.stdout);
    assert!(tried.stdout.contains("## 1. Общие положения"));
    assert!(tried.stderr.contains("Ничего не записано"), "{}", tried.stderr);
    assert_eq!(workspace.files(""), before);
}

#[test]
fn without_a_date_it_is_a_draft_that_can_be_approved() {
    let workspace = workspace();
    workspace.write("act.txt", ACT.replace("от 31.08.2026 № 45-о\n", ""));
    let run = workspace.run(&["import", "act.txt"]).expect(0);
    assert!(run.stderr.contains("это проект"), "{}", run.stderr);
    let path = "content/schools/shkola/regulations/pomoshhi-roditelyam/draft.md";
    let path = if workspace.path(path).exists() {
        path
    } else {
        "content/schools/shkola/regulations/pomoshhi/draft.md"
    };
    let text =
        fs::read_to_string(workspace.path(path)).unwrap_or_else(|_| panic!("{}", run.stderr));
    assert!(text.contains("# УТВЕРЖДЕНО приказом директора школы\n"), "{text}");
    let act = run.stderr.lines().find_map(|line| line.trim().strip_prefix("reglament approve "));
    let act = act.and_then(|line| line.split(' ').next()).expect("the next command");
    let approve =
        ["approve", act, "--date", "2026-09-01", "--order", "45", "--today", "2026-11-20"];
    workspace.run(&approve).expect(0);
    assert!(!workspace.path(path).exists());
}

#[test]
fn the_report_has_every_word() {
    let workspace = workspace();
    workspace.run(&["import", "act.txt", "--report", "report.json"]).expect(0);
    let report = fs::read_to_string(workspace.path("report.json")).expect("the report");
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!(report["proved"], true);
    let words = &report["words"];
    let parts = ["text", "footnotes", "front_matter", "left_out", "signs", "repaired"];
    let sum: u64 = parts.iter().map(|part| words[*part].as_u64().expect("a number")).sum();
    assert_eq!(words["all"].as_u64(), Some(sum));
    assert_eq!(report["file"], "act.txt");
}

#[test]
fn what_cannot_be_imported_leaves_nothing() {
    let workspace = workspace();
    let before = workspace.files("content");
    for (arguments, status, words) in [
        (vec!["import", "none.docx"], 2, "такого файла"),
        (vec!["import", "content"], 2, "папка"),
        (vec!["import"], 2, ""),
        (vec!["import", "act.txt", "--date", "31.08.2026"], 2, "--date"),
        (vec!["import", "act.txt", "--regulation", "../x"], 2, "папки"),
        (vec!["import", "act.txt", "--school", "drugaya"], 2, "drugaya"),
        (vec!["import", "untitled.txt"], 1, "--title"),
    ] {
        workspace.write("untitled.txt", "1. Общие положения\n1.1. Слова.\n");
        let run = workspace.run(&arguments).expect(status);
        assert!(run.stderr.contains(words), "{arguments:?}: {}", run.stderr);
    }
    assert_eq!(workspace.files("content"), before);
}

#[test]
fn english_says_the_same() {
    let workspace = workspace();
    let run = workspace.run(&["import", "act.txt", "--lang", "en"]).expect(0);
    assert!(run.stderr.starts_with("Every word is accounted for."), "{}", run.stderr);
    assert!(!run.stderr.contains("{$"), "{}", run.stderr);
}
