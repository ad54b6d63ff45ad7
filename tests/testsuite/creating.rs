//! New files: where their paths say, whole, and never over others.

use std::fs;

use crate::workspace::{Workspace, files};

const ACT: &str = "Регламент помощи\n\n1. Общие положения\n1.1. Регламент действует.\n";
const TABLE: &str = "Действует с 01.09.2027 по 30.12.2027\n\
    Утверждён приказом директора от 28.08.2026 № 65-од\n\
    День;Время;ФИО\nвторник;14:30–15:15;Иванова Мария Петровна\n";

/// A workspace with something to import and a model.
fn workspace() -> Workspace {
    let workspace = Workspace::sound();
    workspace.write("act.txt", ACT);
    workspace.write("table.csv", TABLE);
    workspace
}

/// What each command would write, it does not write through a link to a folder outside.
#[cfg(unix)]
#[test]
fn no_link_leads_a_new_file_out_of_the_workspace() {
    let school = "content/schools/shkola";
    let regulations = format!("{school}/regulations");
    let report = format!("{school}/regulations/report.json");
    let autumn = format!("{school}/timetables/autumn.yaml");
    let commands: [(&str, &[&str]); 6] = [
        (&regulations, &["import", "act.txt", "--school", "shkola"]),
        (&regulations, &["import", "act.txt", "--out", "act.md", "--report", &report]),
        // A school whose folder is a link that leads out is none.
        (school, &["import", "table.csv", "--school", "shkola"]),
        (&format!("{school}/timetables"), &["import", "table.csv", "--out", &autumn]),
        ("content/schools", &["new", "school", "vtoraya", "--short-name", "Школа"]),
        (".github", &["init", "--ci", "github"]),
    ];
    for (folder, command) in commands {
        let workspace = workspace();
        workspace.replace("content/site.yaml", "base_url", "portal: true\nbase_url");
        if workspace.path(folder).exists() {
            workspace.remove(folder);
        }
        let outside = tempfile::tempdir().expect("a folder");
        std::os::unix::fs::symlink(outside.path(), workspace.path(folder)).expect("a link");
        if folder == "content/schools" {
            fs::create_dir(outside.path().join("shkola")).expect("a folder");
        }
        let before = files(outside.path());
        let run = workspace.run(command).expect(2);
        let text = run.stderr.replace('\n', " ");
        let words = if folder == school {
            "школы «shkola» нет"
        } else {
            "вне рабочей папки"
        };
        assert!(text.contains(words), "{command:?}: {text}");
        assert_eq!(files(outside.path()), before, "{command:?}");
        assert!(!workspace.path("act.md").exists(), "{command:?}");
        // A link that stays inside is nothing but another name.
        if folder == regulations {
            workspace.remove(folder);
            fs::create_dir(workspace.path("inside")).expect("a folder");
            std::os::unix::fs::symlink(workspace.path("inside"), workspace.path(folder))
                .expect("a link");
            workspace.run(command).expect(0);
        }
    }
}

#[test]
fn a_report_that_cannot_be_written_leaves_nothing() {
    let workspace = workspace();
    let before = workspace.files("");
    workspace.run(&["import", "act.txt", "--report", "act.txt/report.json"]).expect(2);
    workspace.run(&["import", "act.txt", "--out", "new/x.md", "--report", "act.txt"]).expect(2);
    let same = ["import", "act.txt", "--out", "new/x.md", "--report", "new/x.md"];
    workspace.run(&same).expect(2);
    assert_eq!(workspace.files(""), before);
    assert!(!workspace.path("new").exists());
    let regulation = workspace.path("content/schools/shkola/regulations");
    assert_eq!(fs::read_dir(regulation).expect("the folder").count(), 1);
}

/// What an interrupted run has left is neither followed nor written over, and does not hinder
/// the next one.
#[cfg(unix)]
#[test]
fn hidden_files_that_are_there_stay_as_they_are() {
    let workspace = workspace();
    workspace.write("mine.txt", "mine");
    let link = workspace.path(".x.md.new1");
    std::os::unix::fs::symlink(workspace.path("mine.txt"), &link).expect("a link");
    workspace.run(&["import", "act.txt", "--out", "x.md"]).expect(0);
    assert_eq!(fs::read(workspace.path("mine.txt")).expect("the file"), b"mine");
    assert!(link.exists());
    assert!(!workspace.path(".x.md.new2").exists());
    for number in 1..=16 {
        workspace.write(&format!(".y.md.new{number}"), "");
    }
    let run = workspace.run(&["import", "act.txt", "--out", "y.md"]).expect(2);
    assert!(run.stderr.contains(".y.md.new*"), "{}", run.stderr);
    assert!(!workspace.path("y.md").exists());
}
