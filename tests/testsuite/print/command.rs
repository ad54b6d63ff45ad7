//! `reglament print`, and what a build says of the stand.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use reglament::cli::{Environment, ExitStatus, run};

use super::tools::Pdf;
use crate::workspace::{Run, Workspace};

const SCHOOL: &str = "content/schools/shkola/school.yaml";
const TODAY: [&str; 2] = ["--today", "2026-11-20"];

/// Runs `print` with `more` arguments.
fn print(workspace: &Workspace, more: &[&str]) -> Run {
    workspace.run(&[&["print"], &TODAY[..], more].concat())
}

/// Builds the whole site into `public`.
fn build(workspace: &Workspace) -> Run {
    workspace.run(&[&["build"], &TODAY[..]].concat()).expect(0)
}

/// The names of the files that were printed.
fn names(workspace: &Workspace, folder: &str) -> Vec<String> {
    workspace.files(folder).into_keys().collect()
}

#[test]
fn only_what_is_asked_for_is_printed() {
    let workspace = Workspace::sound();
    let said = print(&workspace, &["--kind", "timetable", "--kind", "act", "--bw"]).expect(0);
    let printed = ["shkola/pomoshch-2026-08-31.pdf", "shkola/timetable-a4-bw.pdf"];
    assert_eq!(names(&workspace, "print"), printed);
    let paths: Vec<&str> = said.stdout.lines().collect();
    assert_eq!(paths.len(), 2, "{}", said.stdout);
    assert!(paths.iter().all(|path| workspace.path(path).is_file()), "{paths:?}");
    let poster = Pdf::new(&workspace.files("print")[printed[1]]);
    assert!(poster.info("Page size").ends_with("(A4)"), "{}", poster.info("Page size"));
    let act = Pdf::new(&workspace.files("print")[printed[0]]).pages();
    let sheets = format!("{} лист", poster.pages() + act);
    assert!(said.stderr.contains(&sheets) && said.stderr.contains(" А4 → "), "{}", said.stderr);
    // Paper across, where there is such a layout; the same again replaces what is ours.
    let across = ["--format", "a3", "--landscape", "--lang", "en"];
    let said = print(&workspace, &across).expect(0);
    assert!(said.stderr.contains("of A3 → "), "{}", said.stderr);
    assert!(workspace.path("print/shkola/contacts-a3-landscape.pdf").is_file());
    print(&workspace, &across).expect(0);
}

#[test]
fn the_printed_sheet_is_the_one_of_the_site() {
    let workspace = Workspace::sound();
    build(&workspace);
    print(&workspace, &["--kind", "contacts"]).expect(0);
    let [site, printed] = ["public/shkola/posters/contacts-a4.pdf", "print/shkola/contacts-a4.pdf"]
        .map(|path| std::fs::read(workspace.path(path)).expect("a sheet"));
    assert!(site == printed);
}

#[test]
fn nothing_of_others_is_replaced() {
    let workspace = Workspace::sound();
    build(&workspace);
    let site = workspace.files("public");
    let content = workspace.files("content");
    for folder in
        ["content/new", "content/../content", "net/../content/x", "public", "public/shkola/x"]
    {
        let run = print(&workspace, &["--kind", "contacts", "--output", folder]).expect(2);
        assert!(run.stderr.contains("не записываются"), "{folder}: {}", run.stderr);
    }
    assert!(workspace.files("content") == content && workspace.files("public") == site);
    // Somebody's file in the place of the second sheet: the first is not written either.
    let own = "print/shkola/contacts-a4.pdf";
    for bytes in ["%PDF-1.7\nsomebody's", "a letter that mentions CreatorTool>reglament<"] {
        workspace.write(own, bytes);
        let run = print(&workspace, &["--kind", "timetable", "--kind", "contacts"]).expect(2);
        assert!(run.stderr.contains("чужой файл"), "{}", run.stderr);
        assert_eq!(names(&workspace, "print"), ["shkola/contacts-a4.pdf"]);
        assert_eq!(std::fs::read(workspace.path(own)).expect("the file"), bytes.as_bytes());
    }
}

#[cfg(unix)]
#[test]
fn a_link_into_the_content_is_no_way_round() {
    let workspace = Workspace::sound();
    std::fs::create_dir(workspace.path("print")).expect("a folder");
    let school = workspace.path("content/schools/shkola");
    std::os::unix::fs::symlink(school, workspace.path("print/shkola")).expect("a link");
    let content = workspace.files("content");
    print(&workspace, &["--kind", "contacts"]).expect(2);
    assert!(workspace.files("content") == content);
}

#[test]
fn mistakes_stop_it() {
    let workspace = Workspace::case("key-unknown");
    let run = print(&workspace, &[]).expect(1);
    assert!(run.stderr.contains("ошибка[key-unknown]"), "{}", run.stderr);
    assert!(run.stderr.contains("Листы не сделаны."), "{}", run.stderr);
    assert!(!workspace.path("print").exists());
    let sound = Workspace::sound();
    for wrong in [
        &["--kind", "nothing"][..],
        &["--format", "a5"],
        &["--edition", "2026-08-31"],
        &["--kind", "act", "--edition", "31.08.2026"],
        &["--kind", "act", "--edition", "2020-01-01"],
        &["--kind", "act", "--regulation", "other"],
        &["--school", "other"],
        &["--previous", "other"],
        &["--previous", "content"],
    ] {
        let run = print(&sound, wrong).expect(2);
        assert!(run.stderr.contains("что делать: "), "{wrong:?}: {}", run.stderr);
        assert!(run.stderr.lines().all(|line| line.chars().count() <= 80), "{}", run.stderr);
    }
    let run = print(&sound, &["--kind", "act", "--regulation", "other"]).expect(2);
    assert!(run.stderr.contains("есть: pomoshch"), "{}", run.stderr);
    assert!(!sound.path("print").exists());
}

#[test]
fn what_hangs_already_is_not_printed() {
    let workspace = Workspace::sound();
    build(&workspace);
    let run = print(&workspace, &["--previous", "public"]).expect(0);
    assert!(run.stdout.contains("  остаётся  "), "{}", run.stdout);
    assert!(!run.stdout.contains("повесить") && !run.stdout.contains("снять"), "{}", run.stdout);
    assert!(run.stderr.contains("Печатать нечего"), "{}", run.stderr);
    assert!(!workspace.path("print").exists());
    // Of acts nothing hangs at the stand.
    let run = print(&workspace, &["--previous", "public", "--kind", "act"]).expect(0);
    assert!(!run.stdout.contains("снять"), "{}", run.stdout);
    workspace.remove("print");
    // Another room: the timetable is another sheet; contacts that are not asked for stay away.
    workspace.replace("content/schools/shkola/timetable.yaml", "room: \"214\"", "room: \"301\"");
    let run = print(&workspace, &["--previous", "public", "--kind", "timetable"]).expect(0);
    let lines: Vec<&str> = run.stdout.lines().map(str::trim).collect();
    assert!(lines[1].starts_with("снять     ") && lines[2].starts_with("повесить  "), "{lines:?}");
    assert_eq!(lines.len(), 4, "{lines:?}");
    assert_eq!(names(&workspace, "print"), ["shkola/timetable-a4.pdf"]);
    let run = print(&workspace, &["--previous", "public", "--lang", "en"]).expect(0);
    assert!(run.stdout.contains("  take down  ") && run.stdout.contains("  hang up  "));
    // A kind that the settings no longer name is to be taken down.
    workspace.replace(SCHOOL, "zone:", "print: {posters: [timetable]}\nzone:");
    let run = print(&workspace, &["--previous", "public"]).expect(0);
    let contacts = run.stdout.lines().find(|line| line.contains("К кому обратиться"));
    assert!(contacts.is_some_and(|line| line.starts_with("  снять")), "{}", run.stdout);
}

#[test]
fn a_build_tells_which_sheets_are_new() {
    let workspace = Workspace::sound();
    assert!(!build(&workspace).stderr.contains("На стенде"), "there was nothing before");
    assert!(!build(&workspace).stderr.contains("На стенде"), "nothing changed");
    // Neither paper nor the day of making makes another sheet.
    workspace.replace(SCHOOL, "zone:", "print: {sheets: [a4]}\nzone:");
    let later = workspace.run(&["build", "--today", "2026-11-21"]).expect(0);
    assert!(!later.stderr.contains("На стенде"), "{}", later.stderr);
    workspace.replace("content/schools/shkola/timetable.yaml", "room: \"214\"", "room: \"301\"");
    let said = build(&workspace).stderr;
    assert!(said.contains("На стенде: повесить "), "{said}");
    let command = said.lines().find(|line| line.starts_with("  reglament print ")).expect("how");
    let arguments: Vec<&str> = command.split_whitespace().skip(1).collect();
    assert!(arguments.contains(&"timetable"), "{command}");
    workspace.run(&arguments).expect(0);
    // The output is that of a build into nowhere.
    let compared = workspace.files("public");
    workspace.remove("public");
    build(&workspace);
    assert!(workspace.files("public") == compared);
}

/// What the fake viewer was asked to open.
static OPENED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn fake(path: &OsStr) -> io::Result<()> {
    let path = Path::new(path);
    OPENED.lock().expect("no panic").push(path.to_owned());
    if path.is_file() { Ok(()) } else { Err(io::ErrorKind::NotFound.into()) }
}

#[test]
fn the_file_or_its_folder_is_opened() {
    let workspace = Workspace::sound();
    let environment = Environment {
        locale: None,
        source_date_epoch: None,
        no_color: true,
        commit: None,
        stdout_is_terminal: false,
        stderr_is_terminal: false,
        stdin_is_terminal: false,
        line: || Ok(None),
        width: 80,
        clock: || "2026-11-20T12:00:00+03:00[Europe/Moscow]".parse().expect("a moment"),
        open: fake,
    };
    let root = workspace.path("");
    let print = |kinds: &[&str]| {
        let mut arguments: Vec<OsString> =
            ["reglament", "print", "--open", "--root"].map(Into::into).into();
        arguments.push(root.clone().into());
        arguments.extend(kinds.iter().flat_map(|kind| ["--kind", kind]).map(Into::into));
        run(arguments, &environment)
    };
    assert_eq!(print(&["contacts"]), ExitStatus::Fine);
    // A viewer that cannot is told of; the sheets are there all the same.
    assert_eq!(print(&["contacts", "timetable"]), ExitStatus::Failure);
    // Nothing was made, nothing is opened.
    workspace.replace(SCHOOL, "zone:", "print: {posters: []}\nzone:");
    assert_eq!(print(&[]), ExitStatus::Fine);
    let folder = root.join("print/shkola");
    let opened = OPENED.lock().expect("no panic").clone();
    assert_eq!(opened, [folder.join("contacts-a4.pdf"), folder]);
}
