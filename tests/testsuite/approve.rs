//! From a draft to an edition, and mistakes of writing in it.

use std::fs;

use sha2::{Digest, Sha256};

use crate::workspace::{Run, Workspace};

const ACT: &str = "content/schools/shkola/regulations/pomoshch";
const DRAFT: &str = "---\ntitle: Регламент помощи\n# заметка\nsummary: Короче сроки.\n---\n\n\
                     ## 1. Общие положения\n\n1.1. Регламент описывает помощь.\n\n\
                     1) консультирование;\n2) помощь родителям.\n\n\
                     1.2. Вопрос рассматривают в течение 3 рабочих дней.\n";

/// A workspace with a draft of the next edition.
fn drafted() -> Workspace {
    let workspace = Workspace::sound();
    fs::write(workspace.path(&format!("{ACT}/draft.md")), DRAFT).expect("a draft");
    workspace
}

/// Runs a command on the day of the tests.
fn run(workspace: &Workspace, arguments: &[&str]) -> Run {
    workspace.run(&[arguments, &["--today", "2026-11-20"]].concat())
}

fn approve(workspace: &Workspace) {
    let run = run(
        workspace,
        &[
            "approve",
            "shkola/pomoshch",
            "--date",
            "2026-11-20",
            "--order",
            "№ 77",
            "--by",
            "приказом директора",
            "--adopted",
            "педагогический совет; 2026-11-19; 4",
            "--agreed",
            "совет родителей",
            "--in-force",
            "2026-12-01",
        ],
    );
    assert_eq!(run.status, Some(0), "{}{}", run.stdout, run.stderr);
    // Words are broken into lines, dates are not.
    let said = run.stderr.replace(['\u{a0}', '\n'], " ");
    assert!(said.contains("30 ноября 2026") && said.contains("4 декабря 2026"), "{said}");
}

fn read(workspace: &Workspace, name: &str) -> String {
    fs::read_to_string(workspace.path(&format!("{ACT}/{name}"))).expect(name)
}

#[test]
fn a_draft_becomes_a_frozen_edition() {
    let workspace = drafted();
    approve(&workspace);
    assert!(!workspace.path(&format!("{ACT}/draft.md")).exists());
    let edition = read(&workspace, "2026-11-20.md");
    let (front, body) = edition.split_once("---\n\n##").expect("front matter");
    assert!(front.contains("# заметка\n"), "{front}");
    for line in [
        "  date: 2026-11-20\n",
        "  by: \"приказом директора\"\n",
        "  order: \"№ 77\"\n",
        "    - body: \"педагогический совет\"\n      date: 2026-11-19\n      number: \"4\"\n      role: adopted\n",
        "    - body: \"совет родителей\"\n      role: agreed\n",
        "in_force: 2026-12-01\n",
    ] {
        assert!(front.contains(line), "{line} in\n{front}");
    }
    assert!(DRAFT.ends_with(body));
    // The lock is the canonical text, its hash the one that the site shows.
    let run = workspace.build(&[]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let data =
        fs::read(workspace.path("public/shkola/pomoshch/2026-11-20.json")).expect("the data");
    let data: serde_json::Value = serde_json::from_slice(&data).expect("JSON");
    let lock = Sha256::digest(read(&workspace, "2026-11-20.lock"));
    assert_eq!(data["sha256"], reglament::model::passages::hex(&lock));
}

#[test]
fn nothing_is_overwritten_and_nothing_half_written() {
    let workspace = drafted();
    approve(&workspace);
    let before = read(&workspace, "2026-11-20.md");
    fs::write(workspace.path(&format!("{ACT}/draft.md")), DRAFT).expect("a draft");
    let again = run(&workspace, &["approve", "--date", "2026-11-20"]);
    assert_eq!(again.status, Some(2), "{}", again.stderr);
    assert_eq!(read(&workspace, "2026-11-20.md"), before);
    let future = run(&workspace, &["approve", "--date", "2026-11-21"]);
    assert_eq!(future.status, Some(2), "{}", future.stderr);
    // An edition with errors stays a draft.
    let broken = DRAFT.replace("title: Регламент помощи\n", "");
    fs::write(workspace.path(&format!("{ACT}/draft.md")), &broken).expect("a draft");
    let refused = run(&workspace, &["approve", "--date", "2026-11-19"]);
    assert_eq!(refused.status, Some(1), "{}", refused.stderr);
    assert!(refused.stderr.contains("key-missing"), "{}", refused.stderr);
    assert_eq!(read(&workspace, "draft.md"), broken);
    assert!(!workspace.path(&format!("{ACT}/2026-11-19.md")).exists());
    assert!(!workspace.path(&format!("{ACT}/2026-11-19.lock")).exists());
    // Values of the command line are text, never YAML.
    fs::write(workspace.path(&format!("{ACT}/draft.md")), DRAFT).expect("a draft");
    let sly = run(&workspace, &["approve", "--date", "2026-11-18", "--by", "x\"\nduties: [y]"]);
    assert_eq!(sly.status, Some(0), "{}", sly.stderr);
    assert!(read(&workspace, "2026-11-18.md").contains("  by: \"x\\\"\\nduties: [y]\"\n"));
}

#[test]
fn a_changed_text_is_an_error_until_it_is_an_erratum() {
    let workspace = drafted();
    approve(&workspace);
    let path = workspace.path(&format!("{ACT}/2026-11-20.md"));
    let approved = read(&workspace, "2026-11-20.md");
    let same = run(&workspace, &["erratum", "--reason", "опечатка"]);
    assert_eq!(same.status, Some(2), "{}", same.stderr);
    fs::write(&path, approved.replace("3 рабочих", "5 рабочих")).expect("written");
    let check = workspace.check(&["--format", "short"]);
    assert_eq!(check.status, Some(1));
    assert!(check.stdout.contains("frozen-changed"), "{}", check.stdout);
    assert!(check.stdout.contains("в течение 3 рабочих дней"), "{}", check.stdout);
    let recorded = run(&workspace, &["erratum", "shkola/pomoshch", "--reason", "опечатка"]);
    assert_eq!(recorded.status, Some(0), "{}", recorded.stderr);
    assert!(recorded.stderr.replace('\n', " ").contains("пункт 1.2"), "{}", recorded.stderr);
    let check = workspace.check(&["--format", "short"]);
    assert_eq!(check.status, Some(0), "{}", check.stdout);
    let edition = read(&workspace, "2026-11-20.md").replace('\u{a0}', " ");
    assert!(
        edition.contains("errata:\n  - date: 2026-11-20\n    at: \"пункт 1.2\"\n"),
        "{edition}"
    );
    // A second one joins the list.
    fs::write(&path, edition.replace("консультирование;", "консультации;")).expect("written");
    let second = run(&workspace, &["erratum", "--reason", "описка", "--at", "подпункт 1"]);
    assert_eq!(second.status, Some(0), "{}", second.stderr);
    assert_eq!(
        read(&workspace, "2026-11-20.md").matches("  - date: 2026-11-20\n    at:").count(),
        2
    );
}

#[test]
fn an_amendment_is_no_erratum() {
    let workspace = drafted();
    approve(&workspace);
    let path = workspace.path(&format!("{ACT}/2026-11-20.md"));
    let approved = read(&workspace, "2026-11-20.md");
    let amended = format!("{approved}\n1.3. Новый пункт.\n");
    fs::write(&path, &amended).expect("written");
    let refused = run(&workspace, &["erratum", "--reason", "опечатка"]);
    assert_eq!(refused.status, Some(1), "{}", refused.stderr);
    assert_eq!(read(&workspace, "2026-11-20.md"), amended);
    // Emphasis and the front matter are no words of the act.
    let styled = approved.replace("Регламент описывает", "**Регламент** описывает");
    fs::write(&path, styled.replace("Короче сроки", "Короче срок")).expect("written");
    let check = workspace.check(&["--format", "short"]);
    assert_eq!(check.status, Some(0), "{}", check.stdout);
}

#[test]
fn a_file_of_windows_stays_one() {
    let workspace = drafted();
    let windows = format!("\u{feff}{}", DRAFT.replace('\n', "\r\n"));
    workspace.write(&format!("{ACT}/draft.md"), windows);
    let as_it_was = |path: &str| {
        let text = fs::read_to_string(workspace.path(path)).expect("an edition");
        let text = text.strip_prefix('\u{feff}').expect("a mark").replace("\r\n", "");
        assert!(!text.contains('\n'), "{text:?}");
    };
    let edition = format!("{ACT}/2026-11-20.md");
    run(&workspace, &["approve", "--date", "2026-11-20"]).expect(0);
    as_it_was(&edition);
    workspace.replace(&edition, "3 рабочих", "5 рабочих");
    run(&workspace, &["erratum", "--reason", "опечатка"]).expect(0);
    as_it_was(&edition);
    workspace.check(&[]).expect(0);
}
