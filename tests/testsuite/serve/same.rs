//! Every file of the manifest comes as `build` writes it, but for the client in pages.

use std::collections::BTreeMap;

use super::session::Session;
use crate::workspace::{Workspace, copy, files, has_extension, project};

/// The page without the client.
pub(super) fn without_client(page: &str) -> String {
    let Some((before, rest)) = page.split_once("<script src=\"/_reglament/client.js\"") else {
        panic!("a page without the client: {page}");
    };
    let (_, after) = rest.split_once("</script>\n").expect("the end of the client");
    format!("{before}{after}")
}

/// Asserts that the session shows the site in the folder `public` of the workspace.
#[track_caller]
pub(super) fn assert_same(session: &Session, built: &BTreeMap<String, Vec<u8>>) {
    let mut wrong = Vec::new();
    for (path, bytes) in built {
        let answer = session.get(path);
        let is_page = has_extension(path, "html");
        let body = if is_page { without_client(&answer.text()).into_bytes() } else { answer.body };
        if answer.status != 200 || body != *bytes {
            wrong.push(format!("{path}: {}", answer.status));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn samples() -> Workspace {
    let workspace = Workspace::sound();
    workspace.remove("content");
    copy(&project().join("content"), &workspace.path("content"));
    copy(&project().join("themes"), &workspace.path("themes"));
    workspace
}

fn built(workspace: &Workspace, more: &[&str]) -> BTreeMap<String, Vec<u8>> {
    workspace.run(&[&["build", "--today", "2026-11-20"], more].concat()).expect(0);
    files(&workspace.path("public"))
}

#[test]
fn the_sample_schools_are_shown_as_they_are_built() {
    let workspace = samples();
    let expected = built(&workspace, &[]);
    let session = Session::start(&workspace, &[]);
    assert_same(&session, &expected);
}

#[test]
fn drafts_are_shown_if_they_are_asked_for() {
    let workspace = samples();
    let expected = built(&workspace, &["--drafts", "--no-print"]);
    let session = Session::start(&workspace, &["--drafts", "--no-print"]);
    assert_same(&session, &expected);
}

#[test]
fn one_school_is_shown_if_it_is_asked_for() {
    let workspace = samples();
    let more = ["--no-print", "--school", "licey-2"];
    let expected = built(&workspace, &[&more[..], &["--output", "public"]].concat());
    let session = Session::start(&workspace, &more);
    assert_same(&session, &expected);
    assert_eq!(session.get("kansk-2/").status, 404);
}

#[test]
fn a_site_without_portal_is_shown_at_the_root() {
    let workspace = Workspace::sound();
    workspace.write(
        "content/site.yaml",
        "title: Школа\nbase_url: https://school.example.org/reg/\nportal: false\n",
    );
    let expected = built(&workspace, &[]);
    let session = Session::start(&workspace, &[]);
    assert_same(&session, &expected);
    let wrong = session.get("reg/no/such/page.html");
    assert_eq!(wrong.status, 404);
    let text = wrong.text();
    let style = text.split("href=\"").find(|part| part.contains("assets/site.")).expect("a style");
    let style = style.split('"').next().expect("an address").trim_start_matches('/');
    assert!(style.starts_with("reg/assets/"), "{style}");
    assert_eq!(session.get(style).status, 200);
}

#[test]
fn a_school_may_have_the_name_that_the_address_ends_with() {
    let workspace = Workspace::sound();
    workspace.write(
        "content/site.yaml",
        "title: Школы\nbase_url: https://schools.example.org/shkola/\n",
    );
    let expected = built(&workspace, &["--no-print"]);
    let session = Session::start(&workspace, &["--no-print"]);
    assert_same(&session, &expected);
    assert_eq!(session.get("shkola/shkola/").status, 200);
}
