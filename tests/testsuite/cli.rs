//! The command line: transcripts of `tests/cmd`, exit statuses, channels, clock.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use crate::snapshot::assert_file;
use crate::workspace::{Workspace, project};

/// Marks the case whose workspace the commands below run in.
const MARK: &str = "<!-- workspace: ";

/// Every Markdown file in `tests/cmd` is run: blocks `console` hold commands and what they print.
#[test]
fn transcripts_are_what_the_program_prints() {
    let mut ran = 0;
    for entry in fs::read_dir(project().join("tests/cmd")).expect("the transcripts") {
        let path = entry.expect("a transcript").path();
        let text = fs::read_to_string(&path).expect("a transcript").replace("\r\n", "\n");
        let mut workspace = Workspace::sound();
        let mut actual = String::new();
        let mut in_block = false;
        for line in text.lines() {
            if let Some(rest) = line.strip_prefix(MARK) {
                workspace = Workspace::case(rest.trim_end_matches(" -->"));
            }
            let fence = line.starts_with("```");
            let command = line.strip_prefix("$ reglament").filter(|_| in_block);
            if !in_block || fence || command.is_some() {
                actual.push_str(&format!("{line}\n"));
            }
            if let Some(arguments) = command {
                actual.push_str(&transcript(&workspace, arguments));
                ran += 1;
            }
            if fence {
                in_block = line == "```console";
            }
        }
        assert_file(&path, &actual);
    }
    assert!(ran > 15, "{ran} commands ran");
}

/// What a command prints: data, messages, and the exit status if it is not 0.
fn transcript(workspace: &Workspace, arguments: &str) -> String {
    let arguments: Vec<_> = arguments.split_whitespace().collect();
    let run = workspace.run(&arguments);
    let mut out = format!("{}{}", run.stdout, without_seconds(&run.stderr));
    if run.status != Some(0) {
        out.push_str(&format!("[{}]\n", run.status.expect("a status")));
    }
    out
}

/// The text with the time that a build took as 0.1 seconds and its size as 100 kB: neither is
/// the same everywhere and for every theme.
fn without_seconds(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut words: Vec<&str> = line.split(' ').collect();
        for index in 1..words.len() {
            let measured = match words[index].trim_end_matches(':') {
                "с" => "0,1",
                "s" => "0.1",
                "КБ" | "kB" => "100",
                _ => continue,
            };
            if words[index - 1].starts_with(|c: char| c.is_ascii_digit()) {
                words[index - 1] = measured;
            }
        }
        out.push_str(&format!("{}\n", words.join(" ")));
    }
    out
}

#[test]
fn statuses_are_0_1_2() {
    let sound = Workspace::sound();
    sound.check(&[]).expect(0);
    sound.run(&["explain", "key-unknown"]).expect(0);
    Workspace::case("key-unknown").check(&[]).expect(1);
    Workspace::case("key-unknown").build(&[]).expect(1);
    Workspace::case("link-unsafe").check(&[]).expect(0);
    let editions = Workspace::case("sound-editions");
    editions.run(&["diff", "2026-08-31", "2026-11-16"]).expect(0);
    editions.run(&["diff", "2026-08-31", "2026-11-17"]).expect(2);
    sound.check(&["--school", "net"]).expect(2);
    sound.check(&["--root", "net"]).expect(2);
    sound.run(&[]).expect(2);
    sound.run(&["bulid"]).expect(2);
}

#[test]
fn data_go_to_stdout_and_messages_to_stderr() {
    let workspace = Workspace::case("key-unknown");
    let run = workspace.check(&[]).expect(1);
    assert!(run.stdout.contains("ошибка[key-unknown]"));
    assert!(!run.stderr.contains("key-unknown]") && run.stderr.starts_with("1 ошибка\n"));
    // For `build` findings are messages, unless another program is to read them.
    let run = workspace.build(&[]).expect(1);
    assert!(run.stdout.is_empty() && run.stderr.contains("ошибка[key-unknown]"));
    let run = workspace.build(&["--format", "json"]).expect(1);
    assert_eq!(run.findings().len(), 1);
    let run = workspace.build(&["--format", "github"]).expect(1);
    assert!(run.stdout.starts_with("::error file=content/schools/shkola/school.yaml,line=4,"));
    let run = Workspace::sound().run(&["--help"]).expect(0);
    assert!(run.stdout.contains("Вызов:") && run.stderr.is_empty());
    let run = Workspace::sound().build(&[]).expect(0);
    assert!(run.stdout.is_empty() && run.stderr.starts_with("Готово за "));
}

#[test]
fn nothing_is_coloured_and_no_bar_drawn_off_a_terminal() {
    let run = Workspace::case("key-unknown").build(&[]).expect(1);
    assert!(!run.stderr.contains('\u{1b}') && !run.stderr.contains('\r'));
}

#[test]
fn no_line_of_help_is_wider_than_a_terminal() {
    let workspace = Workspace::sound();
    let helps = [
        &["--help"][..],
        &["build", "--help"],
        &["check", "-h"],
        &["print", "-h"],
        &["diff", "-h"],
        &["approve", "-h"],
        &["erratum", "-h"],
        &["publish", "-h"],
        &["journal", "-h"],
        &["verify", "-h"],
        &["explain", "-h"],
        &["import", "-h"],
        &["init", "-h"],
        &["new", "-h"],
        &["new", "school", "-h"],
        &["new", "regulation", "-h"],
        &["new", "timetable", "-h"],
        &["serve", "-h"],
        &["status", "-h"],
        &["schema", "-h"],
        &["completions", "-h"],
        &["man", "-h"],
    ];
    for language in ["ru", "en"] {
        for help in helps {
            let run = workspace.run(&[help, &["--lang", language]].concat()).expect(0);
            for line in run.stdout.lines() {
                assert!(line.chars().count() <= 80, "{line}");
            }
        }
        let ids = workspace.run(&["explain", "--lang", language]).expect(0).stdout;
        for id in ids.lines().filter_map(|line| line.split(' ').next()) {
            let page = workspace.run(&["explain", id, "--lang", language]).expect(0).stdout;
            for line in page.lines() {
                assert!(line.chars().count() <= 80, "{id}: {line}");
            }
        }
    }
}

#[test]
fn a_reader_that_goes_away_ends_the_run_quietly() {
    let workspace = Workspace::sound();
    for arguments in [&["explain"][..], &["--help"], &["check", "--format", "json"]] {
        let mut command = workspace.command(arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("a run");
        let mut first = String::new();
        let mut reader = BufReader::with_capacity(1, child.stdout.take().expect("a pipe"));
        reader.read_line(&mut first).expect("a line");
        drop(reader);
        let output = child.wait_with_output().expect("an end");
        let messages = String::from_utf8_lossy(&output.stderr);
        assert!(!messages.contains("panicked") && !messages.contains("Broken pipe"), "{messages}");
        assert_eq!(output.status.code(), Some(0), "{messages}");
        assert!(!first.is_empty());
    }
}

#[test]
fn the_language_is_asked_for_or_that_of_the_system() {
    let workspace = Workspace::sound();
    let first = |locale: &str, arguments: &[&str]| {
        let output = workspace.command(arguments).env("LANG", locale).output().expect("a run");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        text.lines().next().unwrap_or_default().to_owned()
    };
    let russian = "Собрать сайт: либо целиком, либо никак";
    let english = "Build the site: all of it or nothing";
    assert_eq!(first("ru_RU.UTF-8", &["build", "-h"]), russian);
    assert_eq!(first("C", &["build", "-h"]), russian);
    assert_eq!(first("en_GB.UTF-8", &["build", "-h"]), english);
    assert_eq!(first("en_GB.UTF-8", &["build", "-h", "--lang=ru"]), russian);
    assert_eq!(first("ru_RU.UTF-8", &["build", "-h", "--lang", "en"]), english);
}

#[test]
fn the_clock_is_given() {
    let workspace = Workspace::sound();
    let with_epoch = |epoch: &str, arguments: &[&str]| {
        let mut command = workspace.command(&[&["build", "--no-print"], arguments].concat());
        let output = command.env("SOURCE_DATE_EPOCH", epoch).output().expect("a run");
        (output.status.code(), workspace.files("public"))
    };
    // 2026-11-20 09:00 UTC
    let (status, by_epoch) = with_epoch("1795165200", &[]);
    assert_eq!(status, Some(0));
    workspace.build(&[]).expect(0);
    assert_eq!(workspace.files("public"), by_epoch);
    // `--today` is stronger, even than nonsense.
    assert_eq!(with_epoch("вчера", &["--today", "2026-11-20"]).0, Some(0));
    assert_eq!(with_epoch("вчера", &[]).0, Some(2));
    for wrong in ["20.11.2026", "2026-11-31", "2026-11-20T10:00", "сегодня", ""] {
        workspace.run(&["check", "--today", wrong]).expect(2);
    }
}

#[test]
fn the_root_may_be_anywhere() {
    let workspace = Workspace::sound();
    let elsewhere = tempfile::tempdir().expect("a folder");
    let root = workspace.path("");
    let mut command = workspace.command(&["build", "--no-print", "--root"]);
    let output = command.arg(&root).current_dir(elsewhere.path()).output().expect("a run");
    assert!(output.status.success());
    assert!(workspace.path("public/manifest.json").exists());
    assert_eq!(fs::read_dir(elsewhere.path()).expect("a folder").count(), 0);
}
