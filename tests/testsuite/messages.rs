//! What people read at a terminal: near misses, paths as they were typed, widths, many findings.

use std::fs;

use crate::workspace::{Run, Workspace};

const TIMETABLE: &str = "content/schools/shkola/timetable.yaml";

/// A run in a terminal of so many columns.
fn run_at(workspace: &Workspace, columns: &str, arguments: &[&str]) -> Run {
    let output = workspace.command(arguments).env("COLUMNS", columns).output();
    Run::from(output.expect("a run"))
}

#[test]
fn what_was_meant_is_suggested_wherever_a_name_is_given() {
    let workspace = Workspace::sound();
    let cases: [(&[&str], &str); 12] = [
        (&["bulid"], "имелось в виду build;"),
        (&["срусл"], "имелось в виду check;"),
        (&["check", "--scool", "x"], "имелось в виду --school;"),
        (&["check", "--format", "jsn"], "имелось в виду json;"),
        (&["print", "--kind", "график"], "имелось в виду timetable;"),
        (&["check", "--school", "shcola"], "имелось в виду shkola;"),
        (&["journal", "--school", "школа"], "имелось в виду shkola;"),
        (&["check", "--deny", "number-skiped"], "имелось в виду number-skipped;"),
        (&["explain", "key-unknwn"], "имелось в виду key-unknown;"),
        (&["print", "--regulation", "pomosh", "--kind", "act"], "имелось в виду pomoshch;"),
        (&["diff", "2026-08-31", "2026-09-01", "--regulation", "помощь"], "виду pomoshch;"),
        (&["init", "--ci", "githab"], "имелось в виду github;"),
    ];
    for (arguments, expected) in cases {
        let run = workspace.run(arguments).expect(2);
        assert!(run.stderr.contains(expected), "{arguments:?}: {}", run.stderr);
        assert!(run.stderr.starts_with("ошибка: ") && run.stderr.contains("\nчто делать: "));
    }
}

#[test]
fn what_was_meant_is_suggested_in_files() {
    let cases = [
        (TIMETABLE, "room: \"214\"", "рoom: \"214\"", "«room»"),
        (TIMETABLE, "on: tue", "on: вт", "имелось в виду tue"),
        (TIMETABLE, "on: tue", "on: monday", "имелось в виду mon"),
        (TIMETABLE, "for: [staff]", "for: сотрудники", "«staff»"),
        (TIMETABLE, "who: petrov", "who: petrow", "petrov"),
        (TIMETABLE, "\"15:00-16:00\"", "с 15.00 до 16.00", "\"15:00-16:00\""),
        (TIMETABLE, "date: 2026-11-24", "date: 24.11.2026", "2026-11-24"),
        ("content/schools/shkola/school.yaml", "Asia/Krasnoyarsk", "МСК+4", "Asia/Krasnoyarsk"),
        ("content/schools/shkola/school.yaml", "system: dnevnik", "system: дневник", "«dnevnik»"),
        ("content/site.yaml", "title:", "portal: нет\ntitle:", "напишите false"),
        ("content/site.yaml", "title:", "language: русский\ntitle:", "«ru»"),
        (
            "content/schools/shkola/regulations/pomoshch/2026-08-31.md",
            "posted:",
            "valid_for: 3 года\nposted:",
            "3 years",
        ),
    ];
    for (path, old, new, expected) in cases {
        let workspace = Workspace::sound();
        workspace.replace(path, old, new);
        let run = workspace.check(&["--format", "json"]).expect(1);
        let findings = run.findings();
        let helps: Vec<_> =
            findings.iter().filter_map(|finding| finding["help"].as_str()).collect();
        assert!(helps.iter().any(|help| help.contains(expected)), "{new}: {helps:?}");
    }
}

#[test]
fn an_accepted_finding_with_a_wrong_name_is_put_right() {
    let workspace = Workspace::sound();
    let accepted = "accepted:\n  - finding: number-skiped\n    reason: так утверждено\nposted:";
    let edition = "content/schools/shkola/regulations/pomoshch/2026-08-31.md";
    workspace.replace(edition, "posted:", accepted);
    let run = workspace.check(&[]).expect(0);
    assert!(run.stdout.contains("возможно, имелось в виду number-skipped"), "{}", run.stdout);
}

#[test]
fn missing_arguments_are_named() {
    let workspace = Workspace::sound();
    for (arguments, missing) in [
        (&["diff"][..], "<БЫЛО>, <СТАЛО>"),
        (&["diff", "a.md"], "<СТАЛО>"),
        (&["approve"], "--date <ДАТА>"),
        (&["verify"], "<САЙТ>"),
        (&["completions"], "<ОБОЛОЧКА>"),
        (&["man"], "<ПАПКА>"),
    ] {
        let run = workspace.run(arguments).expect(2);
        assert!(
            run.stderr.starts_with(&format!("ошибка: не хватает: {missing}\n")),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn paths_are_those_that_one_would_type() {
    let workspace = Workspace::case("key-unknown");
    let school = "content/schools/shkola/school.yaml:4";
    fs::create_dir(workspace.path("inner")).expect("a folder");
    let shown = |root: &str| {
        let mut command = workspace.command(&["check", "--format", "short", "--root", root]);
        let output = command.current_dir(workspace.path("inner")).output().expect("a run");
        Run::from(output).expect(1).stdout
    };
    assert!(shown("..").starts_with(&format!("../{school}")), "{}", shown(".."));
    assert!(shown("../").starts_with(&format!("../{school}")));
    let absolute = workspace.path("").display().to_string();
    assert!(shown(&absolute).starts_with(&format!("{absolute}{school}")));
    let here = workspace.run(&["check", "--format", "short", "--root", "."]).stdout;
    assert!(here.starts_with(school), "{here}");
    // An editor opens what `json` and the annotations name, too.
    let mut command = workspace.command(&["check", "--format", "github", "--root", ".."]);
    let output = command.current_dir(workspace.path("inner")).output().expect("a run");
    let annotations = Run::from(output).stdout;
    assert!(annotations.starts_with("::error file=../content/schools/"), "{annotations}");
}

#[test]
fn findings_fit_the_terminal() {
    for case in ["key-unknown", "session-outside-hours", "wrong-type-map", "term-undefined"] {
        let workspace = Workspace::case(case);
        for columns in ["40", "60", "80", "200"] {
            let run = run_at(&workspace, columns, &["check", "--today", "2026-11-20"]);
            let width: usize = columns.parse().expect("a number");
            for line in run.stdout.lines().chain(run.stderr.lines()) {
                // Paths are never cut, and neither are words.
                let whole = line.contains("-->") || !line.trim().contains(' ');
                assert!(whole || line.chars().count() <= width.min(105), "{columns}: {line}");
            }
            assert!(run.stdout.contains("--> content/"), "{}", run.stdout);
        }
    }
}

#[test]
fn a_run_with_many_findings_stays_readable() {
    let workspace = Workspace::sound();
    let mut text = fs::read_to_string(workspace.path(TIMETABLE)).expect("a timetable");
    text.push_str("extra:\n");
    for number in 0..500 {
        let day = number % 28 + 1;
        text.push_str(&format!(
            "  - {{id: e{number}, who: petrov, for: all, date: 2027-02-{day:02}, \
             at: \"00:{:02}-00:{:02}\", rom: 1}}\n",
            number / 28 * 2,
            number / 28 * 2 + 1,
        ));
    }
    text.push_str("zzz: 1\n");
    workspace.write(TIMETABLE, text);
    let run = workspace.check(&[]).expect(1);
    assert_eq!(run.stdout.matches("ошибка[").count(), 50);
    assert!(run.stderr.contains(" key-unknown – 451, date-on-day-off – "), "{}", run.stderr);
    assert!(run.stderr.contains("501 ошибка, "), "{}", run.stderr);
    let lines = run.stdout.lines().filter_map(|line| line.trim().strip_prefix("--> "));
    let lines: Vec<u32> = lines.filter_map(|place| place.split(':').nth(1)?.parse().ok()).collect();
    assert!(lines.is_sorted() && lines.len() == 50, "{lines:?}");
    let all = workspace.check(&["--format", "short"]).expect(1);
    assert_eq!(all.stdout.matches("ошибка[").count(), 501);
}

#[test]
fn completions_and_manuals_name_every_command() {
    let workspace = Workspace::sound();
    let help = workspace.run(&["--help"]).expect(0).stdout;
    let (_, commands) = help.split_once("Команды:\n").expect("the commands");
    let commands = commands.lines().take_while(|line| !line.is_empty());
    let commands: Vec<&str> = commands.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() > 12, "{commands:?}");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = workspace.run(&["completions", shell]).expect(0).stdout;
        for command in &commands {
            assert!(script.contains(command), "{shell}: {command}");
        }
        assert!(script.contains("--school") || script.contains("school"), "{shell}");
    }
    for (language, name) in [("ru", "ИМЯ"), ("en", "NAME")] {
        let run = workspace.run(&["man", "man", "--lang", language]).expect(0);
        assert_eq!(run.stdout.lines().count(), commands.len() + 1);
        for command in &commands {
            let page = workspace.path(&format!("man/reglament-{command}.1"));
            let page = fs::read_to_string(page).expect("a page");
            assert!(page.contains(&format!(".SH {name}\n")), "{command}: {page}");
        }
    }
    let root = fs::read_to_string(workspace.path("man/reglament.1")).expect("a page");
    assert!(root.contains("reglament\\-check(1)"), "{root}");
}
