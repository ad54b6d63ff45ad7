//! The published site compared with the built one: folders, and hosts with bad habits.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use reglament::verify::site::{Site, Trouble};
use reglament::verify::web::{Patience, Web, WebError};
use reglament::verify::{Reference, Report, Verdict, verify};

use crate::host::{Answer, Habit, Host};
use crate::workspace::Workspace;

const PAGE: &str = "shkola/pomoshch/2026-08-31/index.html";
const DATA: &str = "shkola/pomoshch/2026-08-31.json";

/// A built site and the folder in which it is published.
struct Sites {
    workspace: Workspace,
}

impl Sites {
    fn built() -> Self {
        let workspace = Workspace::sound();
        let run = workspace.run(&["build", "--no-print"]);
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        Self { workspace }
    }

    fn built_folder(&self) -> PathBuf {
        self.workspace.path("public")
    }

    fn reference(&self) -> Reference {
        Reference::folder(&self.built_folder()).expect("a manifest")
    }

    /// What is found at a host with this habit, compared with the built folder.
    fn found(&self, habit: Habit) -> Report {
        let host = Host::with(&self.built_folder(), habit);
        verify(&web(&host.url()), &self.reference(), &|_, _| {})
    }

    /// The same, compared with the manifest that the host gives.
    fn found_by_own(&self, habit: Habit) -> Report {
        let host = Host::with(&self.built_folder(), habit);
        let site = web(&host.url());
        let reference = Reference::of_site(&site).expect("a manifest");
        verify(&site, &reference, &|_, _| {})
    }
}

/// Impatient, so that tests do not wait.
fn web(url: &str) -> Site {
    let patience = Patience {
        connect: Duration::from_secs(5),
        answer: Duration::from_millis(1500),
        tries: 3,
        pause: Duration::from_millis(5),
    };
    Site::Web(Web::new(url, None, patience).expect("an address"))
}

fn verdict<'r>(report: &'r Report, path: &str) -> &'r Verdict {
    let found = report.files.iter().find(|(known, _)| known == path);
    &found.unwrap_or_else(|| panic!("no {path}")).1
}

/// The same habit for one path only.
fn only(
    path: &'static str,
    change: impl Fn(usize, Answer) -> Answer + Send + Sync + 'static,
) -> Habit {
    let address = format!("/{}", path.trim_end_matches("index.html"));
    Box::new(move |asked, nth, answer| if asked == address { change(nth, answer) } else { answer })
}

fn inserted(answer: Answer, what: &str) -> Answer {
    let html = String::from_utf8(answer.body).expect("UTF-8");
    let body = html.replace("</body>", &format!("{what}</body>"));
    Answer { body: body.into_bytes(), ..answer }
}

#[test]
fn a_sound_site_is_sound_over_http_and_as_a_folder() {
    let sites = Sites::built();
    let report = sites.found(Box::new(|_, _, answer| answer));
    assert!(report.is_sound(), "{report:#?}");
    assert!(report.files.iter().all(|(_, verdict)| *verdict == Verdict::Same));
    let edition = report.editions.first().expect("an edition");
    assert!(edition.is_there());
    assert_eq!((edition.page.0.as_str(), edition.pdf.as_ref()), (PAGE, None));
    let folder = Site::Folder(sites.built_folder());
    assert_eq!(verify(&folder, &sites.reference(), &|_, _| {}), report);
}

#[test]
fn every_missing_or_changed_file_is_found() {
    let sites = Sites::built();
    let copy = tempfile::tempdir().expect("a folder");
    crate::workspace::copy(&sites.built_folder(), copy.path());
    fs::remove_file(copy.path().join(DATA)).expect("removed");
    fs::write(copy.path().join("shkola/timetable/index.html"), "<p>another</p>").expect("written");
    let report = verify(&Site::Folder(copy.path().to_owned()), &sites.reference(), &|_, _| {});
    assert_eq!(*verdict(&report, DATA), Verdict::Missing);
    assert_eq!(*verdict(&report, "shkola/timetable/index.html"), Verdict::Different);
    assert_eq!(report.count(reglament::verify::Weight::Wrong), 2);
}

#[test]
fn a_page_not_found_with_status_200_is_a_missing_file() {
    let sites = Sites::built();
    let soft = |_: &str, _: usize, answer: Answer| match answer.status {
        404 => Answer::new(200, "<!DOCTYPE html><title>Oops</title>"),
        _ => answer,
    };
    fs::remove_file(sites.built_folder().join(DATA)).expect("removed");
    fs::remove_file(sites.built_folder().join(PAGE)).expect("removed");
    let report = sites.found(Box::new(soft));
    assert_eq!(*verdict(&report, DATA), Verdict::MissingWith200);
    assert_eq!(*verdict(&report, PAGE), Verdict::MissingWith200);
}

#[test]
fn rewritten_html_is_told_from_changed_words() {
    let sites = Sites::built();
    let script = || only(PAGE, |_, answer| inserted(answer, "<script>watch()</script>"));
    assert_eq!(*verdict(&sites.found(script()), PAGE), Verdict::Rewritten);
    let report = sites.found_by_own(script());
    assert_eq!(*verdict(&report, PAGE), Verdict::Rewritten);
    assert!(report.is_sound() && report.editions[0].is_there());
    // A word more in the act is another text, whatever there is to compare with.
    let more = || {
        only(PAGE, |_, answer| {
            let html = String::from_utf8(answer.body.clone()).expect("UTF-8");
            Answer {
                body: html.replace("размещается", "не размещается").into_bytes(), ..answer
            }
        })
    };
    assert_eq!(*verdict(&sites.found(more()), PAGE), Verdict::Different);
    assert_eq!(*verdict(&sites.found_by_own(more()), PAGE), Verdict::Different);
    let words = || {
        only(PAGE, |_, answer| {
            let html = String::from_utf8(answer.body.clone()).expect("UTF-8");
            Answer { body: html.replace("течение", "начале").into_bytes(), ..answer }
        })
    };
    let page = fs::read_to_string(sites.built_folder().join(PAGE)).expect("the page");
    assert!(page.contains("течение"), "the case has changed");
    assert_eq!(*verdict(&sites.found(words()), PAGE), Verdict::Different);
    let report = sites.found_by_own(words());
    assert_eq!(*verdict(&report, PAGE), Verdict::Different);
    assert!(!report.editions[0].is_there());
}

#[test]
fn encodings_are_named() {
    let sites = Sites::built();
    let announced =
        only(PAGE, |_, answer| answer.header("Content-Type", "text/html; charset=windows-1251"));
    let named = Verdict::Charset { named: "windows-1251".into() };
    assert_eq!(*verdict(&sites.found(announced), PAGE), named);
    // Of what windows-1251 can hold, a recoded feed loses nothing.
    let feed = "feed.xml";
    let recoded = only(feed, |_, answer| {
        let text = String::from_utf8(answer.body.clone()).expect("UTF-8");
        let (bytes, _, lossy) = encoding_rs::WINDOWS_1251.encode(&text);
        assert!(!lossy, "the case has changed");
        Answer { body: bytes.into_owned(), ..answer }
    });
    let encoding = Verdict::Recoded { encoding: "windows-1251".into() };
    assert_eq!(*verdict(&sites.found(recoded), feed), encoding);
}

#[test]
fn passing_trouble_is_asked_again_and_lasting_trouble_told() {
    let sites = Sites::built();
    let moody = only(DATA, |nth, answer| if nth < 2 { Answer::new(503, "") } else { answer });
    assert_eq!(*verdict(&sites.found(moody), DATA), Verdict::Same);
    let closed = only(DATA, |_, _| Answer::new(403, ""));
    let status = Verdict::Unknown(Trouble::Status(403));
    assert_eq!(*verdict(&sites.found(closed), DATA), status);
    let slow = only(DATA, |_, answer| Answer { delay: Duration::from_secs(4), ..answer });
    assert_eq!(*verdict(&sites.found(slow), DATA), Verdict::Unknown(Trouble::Timeout));
    let circle = only(DATA, |_, _| {
        Answer::new(302, "").header("Location", "/shkola/pomoshch/2026-08-31.json")
    });
    assert_eq!(*verdict(&sites.found(circle), DATA), Verdict::Unknown(Trouble::Redirects));
    let flood = only(DATA, |_, _| Answer::new(200, vec![b' '; 8 << 20]));
    assert_eq!(*verdict(&sites.found(flood), DATA), Verdict::Unknown(Trouble::TooLarge));
}

#[test]
fn compressed_answers_are_unpacked_and_redirects_followed() {
    let sites = Sites::built();
    let packed = only(DATA, |_, answer| {
        let mut gzip = std::process::Command::new("gzip")
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .spawn()
            .expect("gzip");
        let mut stdin = gzip.stdin.take().expect("a pipe");
        std::io::Write::write_all(&mut stdin, &answer.body).expect("written");
        drop(stdin);
        let body = gzip.wait_with_output().expect("gzip").stdout;
        Answer { body, ..answer }.header("Content-Encoding", "gzip")
    });
    assert_eq!(*verdict(&sites.found(packed), DATA), Verdict::Same);
    let moved = only(DATA, |_, _| Answer::new(301, "").header("Location", "/elsewhere/data"));
    let data = fs::read(sites.built_folder().join(DATA)).expect("the data");
    let habit: Habit = Box::new(move |path, nth, answer| match path {
        "/elsewhere/data" => Answer::new(200, data.clone()),
        _ => moved(path, nth, answer),
    });
    let found = sites.found(habit);
    assert!(
        matches!(verdict(&found, DATA), Verdict::Moved { to } if to.ends_with("/elsewhere/data"))
    );
    assert!(found.is_sound());
}

#[test]
fn addresses_are_looked_at_before_anything_is_asked() {
    for wrong in ["ftp://example.org/", "https://", "reglament", "https:///x"] {
        let refused = Web::new(wrong, None, Patience::default());
        assert!(matches!(refused, Err(WebError::Address(_))), "{wrong}");
    }
    let none = Web::new("https://example.org", Some(b"no certificate"), Patience::default());
    assert!(matches!(none, Err(WebError::Certificates)));
    let web = Web::new("https://example.org/school/index.html?x#y", None, Patience::default());
    assert_eq!(web.expect("an address").base(), "https://example.org/school/");
}

#[test]
fn the_command_says_what_is_wrong_and_ends_with_1() {
    let sites = Sites::built();
    let host = Host::of(&sites.built_folder());
    let fine = sites.workspace.run(&["verify", &host.url()]);
    assert_eq!(fine.status, Some(0), "{}{}", fine.stdout, fine.stderr);
    assert!(fine.stdout.contains("● "), "{}", fine.stdout);
    assert!(host.asked() > 10);
    fs::remove_file(sites.built_folder().join(DATA)).expect("removed");
    let lacking = sites.workspace.run(&["verify", &host.url(), "--own"]);
    assert_eq!(lacking.status, Some(1), "{}{}", lacking.stdout, lacking.stderr);
    assert!(lacking.stdout.contains(DATA), "{}", lacking.stdout);
    let json = sites.workspace.run(&["verify", &host.url(), "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json.stdout).expect("JSON");
    assert_eq!((&json["format"], &json["sound"]), (&"reglament-verify/1".into(), &false.into()));
    drop(host);
    let none = sites.workspace.run(&["verify", "http://127.0.0.1:1/"]);
    assert!(matches!(none.status, Some(1 | 2)), "{}{}", none.stdout, none.stderr);
}

/// Without the built files the data of the edition tell what its page has to show.
#[test]
fn pages_are_held_against_the_data_word_by_word() {
    let output = tempfile::tempdir().expect("a folder");
    let site = output.path().join("site");
    let root = crate::workspace::project().to_string_lossy().into_owned();
    let to = site.to_string_lossy().into_owned();
    let today = ["--today", "2026-11-20"];
    let run = Sites::built()
        .workspace
        .run(&[&["build", "--no-print", "--root", &root, "--output", &to], &today[..]].concat());
    run.expect(0);
    let reference = Reference::of_site(&Site::Folder(site.clone())).expect("a manifest");
    let changed = |old: &str, new: &str| {
        let copy = tempfile::tempdir().expect("a folder");
        crate::workspace::copy(&site, copy.path());
        for (path, bytes) in crate::workspace::files(&site) {
            if path.ends_with("/index.html") {
                let html = String::from_utf8(bytes).expect("UTF-8").replacen(old, new, 1);
                fs::write(copy.path().join(path), html).expect("written");
            }
        }
        let report = verify(&Site::Folder(copy.path().to_owned()), &reference, &|_, _| {});
        assert!(report.editions.len() > 5, "{:#?}", report.editions);
        report.editions.into_iter().map(|edition| edition.page.1).collect::<Vec<_>>()
    };
    let comment = changed("</body>", "<!-- counter --></body>");
    assert!(comment.iter().all(|verdict| *verdict == Verdict::Rewritten), "{comment:?}");
    let act = changed("<div class=\"act\">", "<div class=\"act\">Не ");
    assert!(act.iter().all(|verdict| *verdict == Verdict::Different), "{act:?}");
}
