//! What changes on the disk is shown, and only what is affected is renewed.

use std::fs;
use std::time::Duration;

use reglament::pipeline::preview::Preview;
use reglament::pipeline::{Clock, Request};

use super::same::assert_same;
use super::session::Session;
use crate::workspace::{Workspace, copy, files};

const ACT: &str = "content/schools/shkola/regulations/pomoshch/2026-08-31.md";
const PAGE: &str = "shkola/pomoshch/index.html";

/// Two schools on a portal.
fn two_schools() -> Workspace {
    let workspace = Workspace::sound();
    copy(&workspace.path("content/schools/shkola"), &workspace.path("content/schools/vtoraya"));
    workspace
}

fn started(workspace: &Workspace) -> Session {
    Session::start(workspace, &["--no-print"])
}

fn append(workspace: &Workspace, path: &str, text: &str) {
    let before = fs::read_to_string(workspace.path(path)).expect("a file");
    workspace.write(path, before + text);
}

/// Asserts that the session shows what a build writes now.
#[track_caller]
fn assert_built(workspace: &Workspace, session: &Session) {
    workspace.build(&[]).expect(0);
    assert_same(session, &files(&workspace.path("public")));
}

#[test]
fn only_pages_that_are_affected_are_renewed() {
    let workspace = two_schools();
    let session = started(&workspace);
    let (mut own, mut other) = (session.open(PAGE), session.open("vtoraya/pomoshch/index.html"));
    let mut home = session.open("shkola/calendar/index.html");
    append(&workspace, ACT, "\nЕщё один абзац.\n");
    own.event("reload");
    let line = session.line("shkola");
    assert!(line.contains("мс"), "{line}");
    let quiet = Duration::from_millis(500);
    assert!(!other.events_within(quiet).contains(&"reload".to_owned()));
    assert!(!home.events_within(quiet).contains(&"reload".to_owned()));
    assert!(session.get(PAGE).text().contains("Ещё один абзац."));
    assert_built(&workspace, &session);
}

#[test]
fn saves_of_all_kinds_are_noticed() {
    assert_saves_are_noticed(&["--no-print"]);
}

#[test]
fn saves_of_all_kinds_are_noticed_by_looking() {
    assert_saves_are_noticed(&["--no-print", "--poll"]);
}

fn assert_saves_are_noticed(options: &[&str]) {
    let workspace = two_schools();
    let session = Session::start(&workspace, options);
    let path = workspace.path(ACT);
    let text = fs::read_to_string(&path).expect("a file");
    let folder = path.parent().expect("a folder").to_owned();
    let mut number = 0;
    let mut changed = |save: &dyn Fn(&str)| {
        let mut tab = session.open(PAGE);
        number += 1;
        save(&format!("{text}\nПравка {number}.\n"));
        tab.event("reload");
        // What was on the disk in between may have been shown first.
        loop {
            let mut again = session.open(PAGE);
            if session.get(PAGE).text().contains(&format!("Правка {number}.")) {
                break;
            }
            again.event("reload");
        }
    };
    changed(&|text| fs::write(&path, text).expect("in place"));
    changed(&|text| {
        fs::write(folder.join("new.tmp"), text).expect("beside");
        fs::rename(folder.join("new.tmp"), &path).expect("over");
    });
    // Vim with backups: a probe, the old file aside, the new one in its place.
    changed(&|text| {
        fs::write(folder.join("4913"), "").expect("a probe");
        fs::remove_file(folder.join("4913")).expect("a probe");
        fs::write(folder.join(".2026-08-31.md.swp"), "x").expect("a swap file");
        fs::rename(&path, folder.join("2026-08-31.md~")).expect("a backup");
        fs::write(&path, text).expect("anew");
        fs::remove_file(folder.join("2026-08-31.md~")).expect("no backup");
        fs::remove_file(folder.join(".2026-08-31.md.swp")).expect("no swap file");
    });
    // Truncated first, written later.
    changed(&|text| {
        let file = fs::File::create(&path).expect("empty");
        std::thread::sleep(Duration::from_millis(60));
        drop(file);
        fs::write(&path, text).expect("full");
    });
    // A folder replaced by another one, as by a change of branches.
    changed(&|text| {
        let school = workspace.path("content/schools/shkola");
        let other = workspace.path("other");
        copy(&school, &other);
        fs::write(other.join("regulations/pomoshch/2026-08-31.md"), text).expect("a file");
        fs::remove_dir_all(&school).expect("gone");
        fs::rename(&other, &school).expect("back");
    });
    // The folder that came is watched, too.
    changed(&|text| fs::write(&path, text).expect("in place"));
    // All of the content replaced.
    changed(&|text| {
        let (content, other) = (workspace.path("content"), workspace.path("other"));
        copy(&content, &other);
        let act = other.join("schools/shkola/regulations/pomoshch/2026-08-31.md");
        fs::write(act, text).expect("a file");
        fs::remove_dir_all(&content).expect("gone");
        fs::rename(&other, &content).expect("back");
    });
    changed(&|text| fs::write(&path, text).expect("in place"));
    assert_built(&workspace, &session);
}

/// There is no theme, and links lead nowhere and in a circle.
#[test]
#[cfg(target_os = "linux")]
fn looking_is_cheap_and_notices_what_was_away() {
    use std::os::unix::fs::symlink;

    let workspace = Workspace::sound();
    let (act, aside) = (workspace.path(ACT), workspace.path("aside.md"));
    let text = fs::read_to_string(&act).expect("an edition");
    fs::remove_file(&act).expect("no edition");
    symlink(&aside, &act).expect("a link to nowhere");
    symlink("..", workspace.path("content/circle")).expect("a circle");
    let session = Session::start(&workspace, &["--no-print", "--poll"]);
    let before = session.processor_time();
    std::thread::sleep(Duration::from_secs(3));
    let spent = session.processor_time().saturating_sub(before);
    assert!(spent < Duration::from_millis(600), "{spent:?}");
    fs::write(&aside, text).expect("an edition");
    session.line("Ошибок больше нет");
    let mut tab = session.open(PAGE);
    workspace.write("themes/default/static/site.css", "body { color: navy }\n");
    tab.event("styles");
    workspace.remove("themes");
    tab.event("styles");
}

#[test]
fn a_mistake_keeps_the_last_good_site_and_is_told() {
    let workspace = two_schools();
    let session = started(&workspace);
    let mut tab = session.open(PAGE);
    let before = session.get(PAGE).text();
    workspace.replace(ACT, "approved:", "aproved:");
    let found = loop {
        let found = tab.event("found");
        if found.contains("\"broken\":true") {
            break found;
        }
    };
    for part in ["key-unknown", ACT, "aproved", "\"help\":"] {
        assert!(found.contains(part), "{part}: {found}");
    }
    assert_eq!(session.get(PAGE).text(), before);
    session.line("key-unknown");
    // Others go on.
    let mut other = session.open("vtoraya/pomoshch/index.html");
    let theirs = "content/schools/vtoraya/regulations/pomoshch/2026-08-31.md";
    append(&workspace, theirs, "\nУ соседей новость.\n");
    other.event("reload");
    workspace.replace(ACT, "aproved:", "approved:");
    append(&workspace, ACT, "\nИсправлено.\n");
    tab.event("reload");
    assert!(session.get(PAGE).text().contains("Исправлено."));
    assert_built(&workspace, &session);
}

#[test]
fn mistakes_in_what_all_share_keep_everything() {
    let workspace = two_schools();
    let session = started(&workspace);
    let site = fs::read_to_string(workspace.path("content/site.yaml")).expect("a file");
    let before = session.get("").text();
    workspace.write("content/site.yaml", "titel: Ой\n");
    session.line("настройки");
    assert_eq!(session.get("").text(), before);
    workspace.write("content/site.yaml", site + "# всё хорошо\n");
    session.line("Ошибок больше нет");
    assert_built(&workspace, &session);
}

#[test]
fn a_site_that_begins_with_mistakes_is_shown_once_they_are_mended() {
    let workspace = Workspace::sound();
    workspace.replace(ACT, "approved:", "aproved:");
    let session = started(&workspace);
    let mut tab = session.open(PAGE);
    assert_eq!(session.get(PAGE).status, 404);
    assert!(tab.event("found").contains("key-unknown"));
    workspace.replace(ACT, "aproved:", "approved:");
    tab.event("reload");
    assert_eq!(session.get(PAGE).status, 200);
    assert_built(&workspace, &session);
}

#[test]
fn schools_come_and_go() {
    let workspace = Workspace::sound();
    let session = started(&workspace);
    let mut portal = session.open("index.html");
    copy(&workspace.path("content/schools/shkola"), &workspace.path("content/schools/novaya"));
    portal.event("reload");
    let mut tab = session.open("novaya/index.html");
    assert_built(&workspace, &session);
    workspace.remove("content/schools/novaya");
    tab.event("reload");
    assert_eq!(session.get("novaya/index.html").status, 404);
    assert_built(&workspace, &session);
}

#[test]
fn a_style_sheet_is_swapped_and_a_template_renewed() {
    let workspace = Workspace::sound();
    workspace.write("themes/default/static/site.css", "body { color: black }\n");
    let session = started(&workspace);
    let mut tab = session.open(PAGE);
    workspace.write("themes/default/static/site.css", "body { color: navy }\n");
    let renewal = tab.event("styles");
    let address = renewal.split("assets/").nth(1).and_then(|rest| rest.split('?').next());
    let sheet = session.get(&format!("assets/{}", address.expect("an address"))).text();
    assert_eq!(sheet, "body { color: navy }\n");
    workspace.write("themes/default/templates/404.html.tera", "{% block x %}");
    session.line("theme-template");
    assert_eq!(session.get(PAGE).status, 200);
    workspace.write("themes/default/templates/404.html.tera", "Нет такой страницы");
    session.line("Ошибок больше нет");
    assert!(session.get("none").text().contains("Нет такой страницы"));
    workspace.remove("themes");
    tab.event("styles");
    assert_built(&workspace, &session);
}

#[test]
fn a_template_that_fails_with_a_page_is_not_worn() {
    let workspace = Workspace::sound();
    let session = started(&workspace);
    let mut tab = session.open(PAGE);
    let before = session.get(PAGE).text();
    workspace.write("themes/default/templates/regulation.html.tera", "{{ view.no_such.thing }}");
    let found = loop {
        let found = tab.event("found");
        if found.contains("\"broken\":true") {
            break found;
        }
    };
    assert!(found.contains("theme-template"), "{found}");
    assert_eq!(session.get(PAGE).text(), before);
}

#[test]
fn the_pictures_of_sheets_follow_their_layout() {
    let workspace = Workspace::sound();
    let session = Session::start(&workspace, &[]);
    let mut tab = session.open("shkola/posters/index.html");
    let picture = "shkola/posters/contacts.png";
    let before = session.get(picture).body;
    workspace.write(
        "themes/default/print/contacts.typ",
        "#set document(title: \"x\")\n#set page(width: 100pt, height: 100pt)\n= Иначе\n",
    );
    tab.event("pictures");
    assert_ne!(session.get(picture).body, before);
    workspace.run(&["build", "--today", "2026-11-20"]).expect(0);
    assert_same(&session, &files(&workspace.path("public")));
}

#[test]
fn what_is_saved_as_it_was_is_no_news() {
    let workspace = Workspace::sound();
    let session = started(&workspace);
    let text = fs::read(workspace.path(ACT)).expect("a file");
    workspace.write(ACT, &text);
    workspace.write("public/index.html", "not ours to look at");
    workspace.write(".git/HEAD", "ref: refs/heads/x");
    assert_eq!(session.says_more(), None);
}

#[test]
fn many_files_at_once_end_in_the_site_that_is_built() {
    let workspace = Workspace::sound();
    let school = workspace.path("content/schools/shkola");
    for number in 0..60 {
        copy(&school, &workspace.path(&format!("content/schools/shkola-{number}")));
    }
    let session = started(&workspace);
    let touch = |tail: &str| {
        for (path, mut bytes) in files(&workspace.path("content/schools")) {
            bytes.extend(tail.bytes());
            workspace.write(&format!("content/schools/{path}"), bytes);
        }
    };
    touch("\n");
    touch("\n\n");
    let mut tab = session.open("shkola-59/pomoshch/index.html");
    append(
        &workspace,
        "content/schools/shkola-59/regulations/pomoshch/2026-08-31.md",
        "\nИ всё.\n",
    );
    if !session.get("shkola-59/pomoshch/index.html").text().contains("И всё.") {
        tab.event("reload");
    }
    while session.says_more().is_some() {}
    assert_built(&workspace, &session);
}

#[test]
fn a_layout_that_fails_is_told_and_not_worn() {
    let workspace = Workspace::sound();
    let session = Session::start(&workspace, &[]);
    let picture = "shkola/posters/contacts.png";
    let before = session.get(picture).body;
    workspace.write("themes/default/print/contacts.typ", "#panic(\"nein\")\n");
    session.line("contacts.typ");
    assert_eq!(session.get(picture).body, before);
    workspace.remove("themes");
    session.line("Ошибок больше нет");
}

#[test]
fn another_day_is_another_site() {
    let workspace = Workspace::sound();
    let moment = |text: &str| Clock::Moment(text.parse().expect("a moment"));
    let request = Request {
        root: workspace.path(""),
        schools: Vec::new(),
        clock: moment("2026-11-20T16:59:00Z"),
        print: false,
        drafts: false,
        locked: false,
    };
    let mut preview = Preview::open(request, &|_, _| ()).expect("a preview");
    assert!(!preview.is_over(moment("2026-11-20T16:59:59Z")));
    // Midnight in Krasnoyarsk, where the school is.
    let after = moment("2026-11-20T17:00:00Z");
    assert!(preview.is_over(after));
    let status = |preview: &Preview| {
        let bytes = preview.snapshot().file("status.json").expect("no mistake").expect("a file");
        String::from_utf8(bytes.to_vec()).expect("UTF-8")
    };
    assert!(status(&preview).contains("\"today\":\"2026-11-20\""));
    let mut published = 0;
    preview.renew(after, &mut |_| published += 1);
    assert_eq!(published, 1);
    assert!(status(&preview).contains("\"today\":\"2026-11-21\""), "{}", status(&preview));
    assert!(!preview.is_over(after));
    // A school with mistakes stays as it was: no reason to begin again and again.
    workspace.replace(ACT, "approved:", "aproved:");
    let next = moment("2026-11-22T12:00:00Z");
    preview.renew(next, &mut |_| ());
    assert!(preview.snapshot().found().has_errors());
    assert!(!preview.is_over(next));
}
