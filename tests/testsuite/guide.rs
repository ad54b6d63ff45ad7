//! The guide for webmasters: what it tells to write builds as it stands.

use std::fs;

use reglament::cli::ExitStatus;

use super::host::Host;
use super::setup::Person;
use super::workspace::{generate, project};

/// The files that the guide gives in full, as (path, text): a code block behind a line that
/// begins with the path.
fn files(guide: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut path = None;
    let mut lines = guide.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("```") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            files.extend(path.take().map(|path| (path, block.join("\n") + "\n")));
        } else if let Some((named, _)) = line.strip_prefix('`').and_then(|l| l.split_once('`')) {
            path = named.starts_with("content/").then(|| named.to_owned());
        }
    }
    files
}

/// The console of the first site: what is typed into `init`, and the commands behind it.
fn first_commands(guide: &str) -> (Vec<&str>, Vec<&str>) {
    let mut commands = console(guide);
    assert_eq!(commands.remove(0), "reglament init .");
    let (_, block) = guide.split_once("$ reglament init .\n").expect("the dialogue");
    let block = block.split("```").next().unwrap_or_default();
    let typed = block.lines().filter_map(|line| line.strip_prefix('>')).map(str::trim);
    (typed.collect(), commands)
}

/// The workspace that the first chapter ends with, in `root`: answers, files and commands as
/// they are written there; sites are built only if `builds`.
fn first_site(root: &std::path::Path, builds: bool) {
    let path = project().join("docs/guide/first-site.md");
    let guide = fs::read_to_string(path).expect("the guide");
    let (typed, commands) = first_commands(&guide);
    assert!(commands.len() < 8, "{commands:?}");
    fs::create_dir_all(root).expect("a folder");
    let person = Person::typing(&typed);
    assert_eq!(person.runs(root, &["init", "./"]), ExitStatus::Fine);
    assert_eq!(person.left(), 0);
    drop(person);
    let files = files(&guide);
    assert_eq!(files.len(), 2, "{files:?}");
    write(root, &files);
    for command in commands {
        if builds || !command.starts_with("reglament build") {
            shell(root, command).expect(0);
        }
        if command.starts_with("reglament approve") {
            let posted = parts(&guide, "posted");
            assert!(posted.is_empty() && guide.contains("\nposted: 2026-09-04\n"));
            let edition = root.join("content/schools/shkola-5/regulations/pomoshch/2026-09-01.md");
            let text = fs::read_to_string(&edition).expect("the edition");
            let text = text.replacen("\n---\n", "\nposted: 2026-09-04\n---\n", 1);
            fs::write(&edition, text).expect("the edition");
        }
    }
}

#[test]
fn the_first_site_builds_as_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("school");
    first_site(&root, true);
    assert!(root.join("public/pomoshch/2026-09-01.pdf").is_file());
    // Everything that `init` marked is filled in.
    let check = shell(&root, "reglament check --format short").expect(0);
    assert_eq!(check.stdout, "", "{check:?}");
}

/// A model of one's own, as the guide gives it.
#[test]
fn a_model_is_filled_in_as_written() {
    let guide = fs::read_to_string(project().join("docs/guide/models.md")).expect("the guide");
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("school");
    first_site(&root, false);
    let files = files(&guide);
    assert_eq!(files.len(), 1, "{files:?}");
    write(&root, &files);
    let mut shown = String::new();
    for command in console(&guide) {
        shown = shell(&root, command).expect(0).stdout;
    }
    assert!(
        shown.contains("в течение\n5 рабочих дней") || shown.contains("5 рабочих дней"),
        "{shown}"
    );
    assert!(shown.contains("1.2. По телефону +7 (900) 000-05-00"), "{shown}");
}

/// Writes the files under `folder`.
fn write(folder: &std::path::Path, files: &[(String, String)]) {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
        fs::write(path, text).expect("the file");
    }
}

/// The YAML blocks of `guide` that begin with the key `key`, without its line.
fn parts(guide: &str, key: &str) -> Vec<String> {
    let blocks = guide.split("```yaml\n").skip(1).filter_map(|rest| rest.split_once("```"));
    let begin = format!("{key}:\n");
    blocks.filter_map(|(block, _)| block.strip_prefix(&begin).map(str::to_owned)).collect()
}

/// The chapter on timetables continues the first site; its pieces fit together.
#[test]
fn the_timetable_builds_as_written() {
    let read = |name: &str| fs::read_to_string(project().join("docs/guide").join(name));
    let guide = read("timetable.md").expect("the guide");
    let folder = tempfile::tempdir().expect("a folder");
    first_site(folder.path(), false);
    let school = folder.path().join("content/schools/shkola-5");
    write(folder.path(), &files(&guide));
    let append = |file: &str, text: String| {
        let old = fs::read_to_string(school.join(file)).expect("the file");
        fs::write(school.join(file), old + &text).expect("the file");
    };
    append("timetable.yaml", parts(&guide, "sessions").concat());
    for key in ["cancelled", "moved", "substituted", "extra"] {
        let parts = parts(&guide, key);
        assert_eq!(parts.len(), 1, "{key}");
        append("timetable.yaml", format!("{key}:\n{}", parts.concat()));
    }
    append("school.yaml", format!("hours:\n{}", parts(&guide, "hours").concat()));
    let edition = school.join("regulations/pomoshch/2026-09-01.md");
    let text = fs::read_to_string(&edition).expect("the edition");
    let duties = format!("---\nduties:\n{}", parts(&guide, "duties").concat());
    fs::write(&edition, text.replacen("---\n", &duties, 1)).expect("the edition");
    for arguments in [&["check"][..], &["build", "--no-print"]] {
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_reglament"))
            .args(arguments)
            .args(["--today", "2026-11-20", "--format", "short", "--lang", "ru", "--root"])
            .arg(folder.path())
            .output()
            .expect("the program starts");
        let said = [run.stdout, run.stderr].map(|text| String::from_utf8(text).expect("UTF-8"));
        assert!(run.status.success(), "{said:?}");
        assert!(!said.concat().contains("content/"), "{said:?}");
    }
}

/// The lines of `guide` in code, whole or within a line, that begin with «reglament ».
fn commands(guide: &str) -> Vec<Vec<String>> {
    let lines = guide.lines().flat_map(|line| line.split('`'));
    let commands = lines.filter_map(|part| {
        let command = part.strip_prefix("$ ").unwrap_or(part.trim_start());
        let arguments = command.strip_prefix("reglament ")?;
        Some(arguments.split(' ').map(str::to_owned).collect())
    });
    commands.collect()
}

/// Every command of the chapter on printing runs in the first site, on the day of the tests.
#[test]
fn the_sheets_are_printed_as_written() {
    let read = |name: &str| fs::read_to_string(project().join("docs/guide").join(name));
    let guide = read("printing.md").expect("the guide");
    let folder = tempfile::tempdir().expect("a folder");
    first_site(folder.path(), false);
    let site = folder.path().join("content/site.yaml");
    let print = parts(&guide, "print").concat();
    let text = fs::read_to_string(&site).expect("the site");
    let run = |arguments: &[String]| {
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_reglament"))
            .args(arguments)
            .current_dir(folder.path())
            .output()
            .expect("the program starts");
        assert!(run.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&run.stderr));
    };
    let mut commands = commands(&guide);
    assert!(commands.len() > 12, "{commands:?}");
    run(&["build".to_owned()]);
    fs::write(&site, format!("{text}print:\n{print}")).expect("the site");
    // Nobody sits before the machine of the tests; and the guide's sample has one school.
    for arguments in &mut commands {
        arguments.retain(|one| one != "--open");
        run(arguments);
    }
    for file in ["print/shkola-5/timetable-a4.pdf", "listy/shkola-5/contacts-a4.pdf"] {
        assert!(folder.path().join(file).is_file(), "{file}");
    }
}

/// The layout that the reference on print gives takes the place of the built-in one.
#[test]
fn the_layout_of_the_reference_prints() {
    let page = fs::read_to_string(project().join("docs/reference/print.md")).expect("the page");
    let (_, rest) = page.split_once("```typst\n").expect("a layout");
    let (layout, _) = rest.split_once("```").expect("its end");
    let folder = tempfile::tempdir().expect("a folder");
    first_site(folder.path(), false);
    write(folder.path(), &[("themes/default/print/contacts.typ".into(), layout.into())]);
    for paper in ["a3", "a4"] {
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_reglament"))
            .args(["print", "--kind", "contacts", "--format", paper])
            .current_dir(folder.path())
            .output()
            .expect("the program starts");
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success() && !said.contains("print-layout"), "{said}");
        let sheet = folder.path().join(format!("print/shkola-5/contacts-{paper}.pdf"));
        let pdf = super::print::tools::Pdf::new(&fs::read(sheet).expect("a sheet"));
        assert_eq!(pdf.pages(), 1);
        assert!(pdf.text().contains("К кому обратиться"), "{}", pdf.text());
    }
}

/// The commands of the guide: lines of its blocks `console` that begin with `$`.
fn console(guide: &str) -> Vec<&str> {
    let blocks = guide.split("```console\n").skip(1);
    let lines = blocks.filter_map(|rest| rest.split("```").next()).flat_map(str::lines);
    lines.filter_map(|line| line.trim_start().strip_prefix("$ ")).collect()
}

/// From the signed paper to the entry, every command as written: only the host's address and the
/// way there are those of the test.
#[test]
fn a_regulation_is_posted_as_written() {
    let read = |name: &str| fs::read_to_string(project().join("docs/guide").join(name));
    let guide = read("posting.md").expect("the guide");
    let folder = tempfile::tempdir().expect("a folder");
    let [root, www] = ["school", "www"].map(|name| folder.path().join(name));
    fs::create_dir(&www).expect("the host's folder");
    let host = Host::of(&www);
    let address = "https://shkola-5.example.org/reglament/";
    first_site(&root, false);
    write(&root, &files(&guide));
    let site = root.join("content/site.yaml");
    let text = fs::read_to_string(&site).expect("site.yaml").replace(address, &host.url());
    assert!(guide.contains("\ndeploy: [rsync, "));
    let deploy = format!("deploy: [cp, -r, \"{{output}}/.\", \"{}\"]\n", www.display());
    fs::write(&site, text + &deploy).expect("site.yaml");
    let identity = "[user]\n\tname = Test\n\temail = test@example.org\n";
    fs::write(folder.path().join(".gitconfig"), identity).expect("git's settings");
    let run = |command: &str| shell(&root, command);
    run("git init -q -b main && git init -q --bare ../school.git").expect(0);
    run("git remote add origin ../school.git && git config push.autoSetupRemote true").expect(0);
    let school = root.join("content/schools/shkola-5");
    let edition = school.join("regulations/pomoshch/2026-11-16.md");
    for command in console(&guide) {
        if command.starts_with("reglament erratum") {
            let text = fs::read_to_string(&edition).expect("the edition");
            fs::write(&edition, text.replace("кабинете 124", "кабинете 214")).expect("a mistake");
        }
        if command.ends_with("--carry") {
            fs::remove_file(school.join("journal.jsonl")).expect("a journal");
        }
        run(&command.replace(address, &host.url())).expect(0);
    }
    let journal = fs::read_to_string(school.join("journal.jsonl")).expect("the journal");
    let kinds = ["posted", "posted", "corrected"];
    assert_eq!(journal.lines().count(), kinds.len(), "{journal}");
    for (line, kind) in journal.lines().zip(kinds) {
        assert!(line.contains(&format!("\"kind\":\"{kind}\"")), "{line}");
    }
    let shown = fs::read_to_string(www.join("publication/journal.jsonl")).expect("the journal");
    assert_eq!(shown, journal);
}

/// A document, a table, another host: the commands as written, with files and a folder of the test.
#[test]
fn files_are_brought_in_and_sites_moved_as_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("school");
    if !generate("make_docx.py", "docx, odf", &folder.path().join("documents"))
        || !generate("make_sheets.py", "openpyxl, odf", &folder.path().join("sheets"))
    {
        return;
    }
    first_site(&root, false);
    fs::copy(folder.path().join("documents/stamp-cell.docx"), root.join("reglament.docx"))
        .expect("a document");
    fs::copy(folder.path().join("sheets/plain.xlsx"), root.join("grafik.xlsx")).expect("a table");
    fs::write(root.join("reglament.txt"), "1. Общие положения\n\n1.1. Школа помогает родителям.\n")
        .expect("a text");
    let mut ran = 0;
    for guide in ["hosting", "import", "timetable"] {
        let path = project().join(format!("docs/guide/{guide}.md"));
        let guide = fs::read_to_string(path).expect("the guide");
        for command in console(&guide) {
            if !command.starts_with("reglament") || command.contains(" publish") {
                continue;
            }
            if command.contains("grafik.xlsx") {
                let own = root.join("content/schools/shkola-5/timetable.yaml");
                let _ = fs::remove_file(own);
            }
            let run = shell(&root, &command.replace("https://new.example.org/", "public"));
            // What was brought in without a day of posting is late.
            let late = command == "reglament check" && run.status == Some(1);
            assert!(late || run.status == Some(0), "{command}\n{run:?}");
            ran += 1;
        }
    }
    assert!(ran > 12, "{ran}");
}

/// Runs a command of the guide on the day after the approval.
fn shell(root: &std::path::Path, command: &str) -> super::workspace::Run {
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_reglament"));
    let folder = program.parent().expect("a folder").display();
    let script = format!("PATH='{folder}':\"$PATH\"\n{command}");
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &script]).current_dir(root);
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"] {
        shell.env_remove(name);
    }
    // 17 November 2026, noon in the school's zone.
    shell.env("HOME", root.parent().expect("a folder")).env("SOURCE_DATE_EPOCH", "1794891600");
    super::workspace::Run::from(shell.output().expect("a shell"))
}
