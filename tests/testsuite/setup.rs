//! `init` and `new`: what they ask, what they write, and that it builds at once.

use std::collections::VecDeque;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use reglament::cli::{Environment, ExitStatus, run};

use crate::workspace::{Workspace, files, generate, has_extension};

/// What the person before the terminal will type; then the input ends.
static TYPED: Mutex<VecDeque<String>> = Mutex::new(VecDeque::new());
/// One person at a time.
static PERSON: Mutex<()> = Mutex::new(());

#[expect(clippy::unnecessary_wraps, reason = "as a terminal answers")]
fn typed() -> io::Result<Option<String>> {
    Ok(TYPED.lock().unwrap_or_else(PoisonError::into_inner).pop_front())
}

/// Somebody before a terminal who types these lines.
pub(crate) struct Person(#[expect(dead_code, reason = "held, not read")] MutexGuard<'static, ()>);

impl Person {
    pub(crate) fn typing(lines: &[&str]) -> Self {
        let person = PERSON.lock().unwrap_or_else(PoisonError::into_inner);
        let lines = lines.iter().map(|line| (*line).to_owned()).collect();
        *TYPED.lock().unwrap_or_else(PoisonError::into_inner) = lines;
        Self(person)
    }

    /// Runs the command; paths that begin with `./` are in `folder`.
    #[expect(clippy::unused_self, reason = "while the person sits there")]
    pub(crate) fn runs(&self, folder: &Path, arguments: &[&str]) -> ExitStatus {
        let environment = Environment {
            locale: None,
            source_date_epoch: None,
            no_color: true,
            commit: None,
            clock: || "2026-11-20T12:00:00+03:00[Europe/Moscow]".parse().expect("a moment"),
            stdout_is_terminal: true,
            stderr_is_terminal: true,
            stdin_is_terminal: true,
            line: typed,
            width: 80,
            open: |_| Ok(()),
        };
        let place = |word: &&str| match word.strip_prefix("./") {
            Some(rest) => folder.join(rest).into(),
            None => OsString::from(word),
        };
        run(["reglament"].iter().chain(arguments).map(place).collect(), &environment)
    }

    /// Lines that nobody asked for.
    #[expect(clippy::unused_self, reason = "while the person sits there")]
    pub(crate) fn left(&self) -> usize {
        TYPED.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

/// A workspace with nothing in it.
fn empty() -> Workspace {
    let workspace = Workspace::sound();
    workspace.remove("content");
    workspace
}

const SCHOOL: [&str; 10] = [
    "--school",
    "shkola-5",
    "--name",
    "МБОУ «Школа № 5»",
    "--short-name",
    "Школа № 5",
    "--city",
    "Канск",
    "--system",
    "dnevnik",
];

/// Marked places by `check`: path and line.
fn marked(workspace: &Workspace, root: &str) -> Vec<String> {
    let run =
        workspace.run(&["check", "--root", root, "--today", "2026-11-20", "--format", "short"]);
    let lines = run.expect(0).stdout;
    let marked = lines.lines().filter(|line| line.contains("placeholder-left"));
    marked.filter_map(|line| line.split(": ").next()).map(str::to_owned).collect()
}

#[test]
fn a_new_workspace_builds_at_once_and_tells_what_is_to_be_filled_in() {
    for options in [&["--single"][..], &["--portal"], &[], &["--yes"], &["--lang", "en"]] {
        let workspace = empty();
        workspace.run(&[&["init", "site"], options].concat()).expect(0);
        assert!(marked(&workspace, "site").len() > 10);
        let build = ["build", "--root", "site", "--today", "2026-11-20"];
        workspace.run(&build).expect(0);
        for (path, bytes) in files(&workspace.path("site/public")) {
            let text = String::from_utf8_lossy(&bytes);
            let shows = |word: &str| text.contains(word);
            if has_extension(&path, "html") {
                // What is not known is left out, and what has to be there is marked.
                assert!(!shows("телефон школы") && !shows("phone of the school"), "{path}");
                let body = text.split("<main").nth(1).unwrap_or_default();
                let texts = body.split('<').filter_map(|part| part.split_once('>'));
                let text: String = texts.map(|(_, text)| text).collect();
                let marks = ["[заполните:", "[fill in:"].map(|mark| text.matches(mark).count());
                assert_eq!(marks.iter().sum::<usize>(), body.matches("<mark>[").count(), "{path}");
            }
        }
        let home = if options.contains(&"--portal") { "shkola/index.html" } else { "index.html" };
        let home = fs::read_to_string(workspace.path("site/public").join(home)).expect("a page");
        assert!(home.contains("<mark>["), "{home}");
        workspace.run(&["check", "--root", "site", "--deny", "placeholder-left"]).expect(1);
    }
}

#[test]
fn facts_that_are_told_are_not_to_be_filled_in() {
    let workspace = empty();
    let url = ["--base-url", "https://shkola-5.example.org/"];
    let more = ["--phone", "+7 (900) 000-00-00", "--email", "shkola@example.org"];
    workspace.run(&[&["init", "site"], &SCHOOL[..], &url, &more].concat()).expect(0);
    let left = marked(&workspace, "site");
    assert!(left.iter().all(|place| !place.contains("site.yaml")), "{left:?}");
    // Address and director of the school; order, person, post, room and topic of the timetable.
    assert_eq!(left.len(), 7, "{left:?}");
    let school = workspace.path("site/content/schools/shkola-5/school.yaml");
    let school = fs::read_to_string(school).expect("school.yaml");
    assert!(school.contains("\nzone: Asia/Krasnoyarsk\n"), "{school}");
    assert!(school.contains("\nsystem: dnevnik\n"), "{school}");
    // A name with signs that mean something in YAML stays a name.
    let name = "Школа \"№ 5\": #1 'x' \\ $zone$ {a}";
    workspace.run(&["init", "other", "--name", name, "--yes"]).expect(0);
    let page = workspace.run(&["build", "--no-print", "--root", "other"]).expect(0);
    assert!(!page.stderr.contains("ошибка"), "{}", page.stderr);
}

#[test]
fn nothing_is_ever_replaced_and_all_or_nothing_is_written() {
    let workspace = empty();
    workspace.write("site/README.md", "мой");
    workspace.write("site/zametki.txt", "и это");
    let refused = workspace.run(&["init", "site"]).expect(2);
    assert!(refused.stderr.contains("README.md"), "{}", refused.stderr);
    assert_eq!(workspace.files("site").len(), 2);
    workspace.remove("site/README.md");
    workspace.run(&["init", "site", "--ci", "github"]).expect(0);
    let written = workspace.files("site");
    assert!(written.contains_key(".github/workflows/reglament.yml"));
    workspace.run(&["init", "site", "--ci", "github"]).expect(2);
    assert_eq!(workspace.files("site"), written);
    // A file where a folder should be: what was made before is taken back.
    workspace.write("next/content/schools", "файл");
    workspace.run(&["init", "next"]).expect(2);
    assert_eq!(workspace.files("next").len(), 1);
    for wrong in [
        &["--zone", "Moscow"][..],
        &["--school", "Школа"],
        &["--school", "calendar"],
        &["--school", "con"],
        &["--base-url", "example.org"],
        &["--system", "drugaya"],
        &["--name", "две\nстроки"],
        &["--portal", "--single"],
        &["--today", "вчера"],
    ] {
        workspace.run(&[&["init", "third"], wrong].concat()).expect(2);
    }
    workspace.run(&["init"]).expect(2);
    assert!(!workspace.path("third").exists());
}

/// Without its mark the address that leads nowhere is still to be filled in, and told once.
#[test]
fn an_address_that_leads_nowhere_is_told() {
    let workspace = empty();
    workspace.run(&["init", "site"]).expect(0);
    let site = "site/content/site.yaml";
    let before = marked(&workspace, "site");
    let text = fs::read_to_string(workspace.path(site)).expect("site.yaml");
    let bare = text.lines().map(|line| match line.split_once("  # [") {
        Some((line, _)) if line.starts_with("base_url") => line,
        _ => line,
    });
    workspace.write(site, bare.collect::<Vec<_>>().join("\n"));
    let after = marked(&workspace, "site");
    assert_eq!(after.len(), before.len(), "{after:?}");
    workspace.replace(site, "zapolnite.invalid", "example.org");
    assert_eq!(marked(&workspace, "site").len() + 1, before.len());
}

/// What a person has said wrong on the command line they hear before they are asked anything.
#[test]
fn a_name_that_no_regulation_can_have_is_told_first() {
    let workspace = empty();
    workspace.run(&["init", "site"]).expect(0);
    for id in ["Помощь", "con", "lpt9", "calendar"] {
        let person = Person::typing(&["ответ"]);
        let new = ["new", "regulation", "--root", "./site", "--regulation", id];
        assert_eq!(person.runs(&workspace.path(""), &new), ExitStatus::Failure);
        assert_eq!(person.left(), 1, "{id}");
    }
}

/// On a terminal the answers become the files; a wrong one is asked for again.
#[test]
fn a_person_is_asked() {
    let workspace = empty();
    let person = Person::typing(&[
        "может быть",
        "нет",
        "МБОУ «Школа № 5»",
        "Школа № 5",
        "Школа",
        "",
        "Светлоозёрск",
        "Марс",
        "Канск",
        "другой",
        "dnevnik",
        "+7 (900) 000-00-00",
        "",
        "",
        "example.org",
        "https://shkola-5.example.org/",
    ]);
    assert_eq!(person.runs(&workspace.path(""), &["init", "./site"]), ExitStatus::Fine);
    assert_eq!(person.left(), 0);
    drop(person);
    let read = |path: &str| fs::read_to_string(workspace.path(path)).expect("a file");
    let school = read("site/content/schools/shkola-5/school.yaml");
    assert!(school.contains("\nzone: Asia/Krasnoyarsk\n") && school.contains("Светлоозёрск"));
    let site = read("site/content/site.yaml");
    assert!(
        site.contains("https://shkola-5.example.org/") && site.contains("консультации: Школа № 5")
    );
    workspace.run(&["build", "--no-print", "--root", "site"]).expect(0);

    let root = "./site";
    let person = Person::typing(&[
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "сто",
        "3",
        "",
        "",
        "",
        "phone, pochta",
        "phone",
        "",
        "",
        "",
        "",
        "",
        "",
    ]);
    let new = ["new", "regulation", "--root", root, "--regulation", "pomoshch"];
    assert_eq!(person.runs(&workspace.path(""), &new), ExitStatus::Fine);
    drop(person);
    let draft = read("site/content/schools/shkola-5/regulations/pomoshch/draft.md");
    assert!(draft.contains("не позднее 3 рабочих дней"), "{draft}");
}

/// Ctrl-D at any question ends the command, and nothing is written.
#[test]
fn the_end_of_the_input_writes_nothing() {
    let answers = ["нет", "МБОУ «Школа № 5»", "Школа № 5", "", "Канск", "", "", "", "", "", ""];
    let workspace = empty();
    for count in 0..answers.len() - 1 {
        let person = Person::typing(&answers[..count]);
        assert_eq!(
            person.runs(&workspace.path(""), &["init", "./site"]),
            ExitStatus::Failure,
            "{count}"
        );
        assert!(!workspace.path("site").exists());
    }
    let person = Person::typing(&answers);
    assert_eq!(person.runs(&workspace.path(""), &["init", "./site"]), ExitStatus::Fine);
    drop(person);
    let before = workspace.files("site");
    let person = Person::typing(&[]);
    for part in ["regulation", "school"] {
        let command = ["new", part, "--root", "./site"];
        assert_eq!(person.runs(&workspace.path(""), &command), ExitStatus::Failure);
    }
    assert_eq!(workspace.files("site"), before);
}

#[test]
fn schools_and_timetables_are_added() {
    let workspace = empty();
    workspace.run(&[&["init", "site", "--portal"], &SCHOOL[..]].concat()).expect(0);
    let root = ["--root", "site", "--today", "2026-11-20"];
    let run = |arguments: &[&str]| workspace.run(&[arguments, &root].concat());
    let school = ["new", "school", "licej-2", "--short-name", "Лицей № 2", "--city", "Омск"];
    workspace.run(&[&school[..], &["--root", "site"]].concat()).expect(0);
    workspace.run(&[&school[..], &["--root", "site"]].concat()).expect(2);
    run(&["new", "timetable"]).expect(2);
    run(&["new", "timetable", "--school", "licej-2"]).expect(0);
    run(&["build", "--no-print"]).expect(0);
    // Another follows the first.
    run(&["new", "timetable", "--school", "licej-2"]).expect(0);
    let next = "site/content/schools/licej-2/timetables/2027-06-01.yaml";
    let text = fs::read_to_string(workspace.path(next)).expect("a timetable");
    assert!(text.contains("from: 2027-06-01\n  to: 2028-05-31"), "{text}");
    run(&["new", "timetable", "--school", "licej-2", "--from", "2026-12-01", "--to", "2026-11-01"])
        .expect(2);
    run(&["build", "--no-print"]).expect(0);
    run(&["new", "regulation", "--school", "licej-2", "--yes"]).expect(1);
    run(&["new", "regulation", "--school", "shkola-5", "--yes"]).expect(0);
    run(&["build", "--no-print", "--drafts"]).expect(0);
    // A site of one school has no place for another.
    workspace.run(&["init", "one"]).expect(0);
    let second = workspace.run(&["new", "school", "x", "--root", "one"]).expect(2);
    assert!(second.stderr.contains("portal:"), "{}", second.stderr);
    workspace.run(&["new", "school", "x", "--root", "site/content"]).expect(2);
}

/// From nothing to a built site of a school's own in few commands.
#[test]
fn from_nothing_to_a_site() {
    let workspace = empty();
    let mut init = vec!["init", "site", "--base-url", "https://shkola-5.example.org/"];
    init.extend(SCHOOL);
    init.extend(["--phone", "+7 (900) 000-00-00", "--email", "shkola@example.org"]);
    let approve = ["approve", "--date", "2026-11-19", "--order", "45", "--root", "site"];
    let day = ["--today", "2026-11-20"];
    let commands: [Vec<&str>; 4] = [
        init,
        vec!["new", "regulation", "--yes", "--root", "site"],
        [&approve[..], &day].concat(),
        [&["build", "--root", "site"][..], &day].concat(),
    ];
    for command in commands {
        workspace.run(&command).expect(0);
    }
    for file in
        ["index.html", "timetable/index.html", "pomoshch/2026-11-19.pdf", "calendar/all.ics"]
    {
        assert!(workspace.path("site/public").join(file).is_file(), "{file}");
    }
}

/// The same with an approved document and a table that the school has: five commands, and no file
/// is edited.
#[test]
fn from_a_document_and_a_table_to_a_site() {
    let workspace = empty();
    let (documents, sheets) = (workspace.path("documents"), workspace.path("sheets"));
    if !generate("make_docx.py", "docx, odf", &documents)
        || !generate("make_sheets.py", "openpyxl, odf", &sheets)
    {
        return;
    }
    let mut init = vec!["init", "site", "--base-url", "https://shkola-5.example.org/"];
    init.extend(SCHOOL);
    let day = ["--root", "site", "--today", "2026-11-20"];
    let commands: [Vec<&str>; 5] = [
        init,
        vec!["import", "documents/stamp-cell.docx", "--regulation", "pomoshch", "--root", "site"],
        vec!["import", "sheets/plain.xlsx", "--root", "site"],
        [&["check", "--deny", "timetable-twice"][..], &day].concat(),
        [&["build"][..], &day].concat(),
    ];
    for command in commands {
        workspace.run(&command).expect(0);
    }
    let site = workspace.path("site/public");
    let feed = std::fs::read_to_string(site.join("calendar/all.ics")).expect("a feed");
    assert!(feed.matches("BEGIN:VEVENT").count() > 3, "{feed}");
    assert!(!feed.contains("konsultant"), "the sample timetable is gone");
    assert!(site.join("pomoshch/index.html").is_file());
    // What the school wrote itself stays.
    let again = workspace.run(&["import", "sheets/plain.xlsx", "--root", "site"]);
    again.expect(2);
}
