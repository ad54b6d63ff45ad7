//! The list of what hangs, the page of all sheets, and what pages know of a sheet.

use reglament::model::print::{Format, PosterKind, Variant};
use reglament::outputs::stand::{self, Hung, StandChanges, StandSheet};
use serde_json::Value;

use super::tools::Pdf;
use crate::workspace::Workspace;

fn sheet(name: &str, hash: &str) -> StandSheet {
    StandSheet {
        kind: PosterKind::Timetable,
        name: name.into(),
        title: format!("Лист {name}"),
        hash: hash.into(),
        files: vec![(
            Variant::new(Format::A4, false, true),
            format!("shkola/posters/{name}-a4-bw.pdf"),
        )],
        preview: format!("shkola/posters/{name}.png"),
    }
}

#[test]
fn a_list_is_read_as_it_was_written() {
    let sheets = [sheet("timetable", "00000001"), sheet("notice-pomoshch", "0000000a")];
    let json = stand::to_json(&sheets, jiff::civil::date(2026, 11, 20));
    let read = stand::parse(&json).expect("a list");
    assert_eq!(read, sheets.iter().map(StandSheet::hung).collect::<Vec<_>>());
    let value: Value = serde_json::from_slice(&json).expect("JSON");
    assert_eq!(value["format"], "reglament-stand/1");
    assert_eq!(value["made"], "2026-11-20");
    assert_eq!(value["sheets"][0]["files"][0]["paper"], "a4-bw");
    assert_eq!(value["sheets"][0]["files"][0]["path"], "timetable-a4-bw.pdf");
    for other in
        [&b""[..], b"{}", b"[]", br#"{"format":"reglament-stand/2","made":"","sheets":[]}"#]
    {
        assert_eq!(stand::parse(other), None);
    }
}

#[test]
fn sheets_are_told_apart_by_name_and_hash() {
    let hung = |pairs: &[(&str, &str)]| -> Vec<Hung> {
        pairs.iter().map(|(name, hash)| sheet(name, hash).hung()).collect()
    };
    let before = hung(&[("a", "1"), ("b", "1"), ("c", "1")]);
    let now = hung(&[("a", "1"), ("b", "2"), ("d", "1")]);
    let changes = StandChanges::new(&before, &now);
    assert_eq!(changes.stay, hung(&[("a", "1")]));
    assert_eq!(changes.hang, hung(&[("b", "2"), ("d", "1")]));
    assert_eq!(changes.take_down, hung(&[("b", "1"), ("c", "1")]));
    assert!(!changes.is_empty() && StandChanges::new(&now, &now).is_empty());
}

/// The sheets that the page at `path` tells its script of, as (name, hash, address).
fn hanging(page: &str) -> Vec<(String, String, String)> {
    let line = page.split("class=\"hanging\"").nth(1).and_then(|rest| rest.split("</p>").next());
    let links = line.unwrap_or_default().split("<a ").skip(1);
    let value = |link: &str, name: &str| {
        let (_, rest) = link.split_once(&format!("{name}=\"")).expect("an attribute");
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    links.map(|l| (value(l, "data-name"), value(l, "data-hash"), value(l, "href"))).collect()
}

#[test]
fn pages_that_codes_open_know_the_sheets() {
    let workspace = Workspace::case("sound-editions");
    workspace.run(&["build", "--today", "2026-11-20"]).expect(0);
    let site = workspace.files("public/shkola");
    let list: Value = serde_json::from_slice(&site["posters/sheets.json"]).expect("JSON");
    let sheets = list["sheets"].as_array().expect("sheets");
    assert!(sheets.len() >= 2, "{list}");
    let text = |path: &str| String::from_utf8_lossy(&site[path]).into_owned();
    let act = site.keys().find(|path| path.ends_with("/changes.html")).expect("changes").clone();
    let edition = act.replace("changes.html", "index.html");
    for page in ["index.html", "timetable/index.html", "posters/index.html", &act, &edition] {
        let found = hanging(&text(page));
        assert_eq!(found.len(), sheets.len(), "{page}");
        for ((name, hash, href), sheet) in found.iter().zip(sheets) {
            assert_eq!(
                (name.as_str(), hash.as_str()),
                (
                    sheet["name"].as_str().unwrap_or_default(),
                    sheet["hash"].as_str().unwrap_or_default()
                ),
                "{page}"
            );
            assert!(href.ends_with(&format!("{name}-a4.pdf")), "{page}: {href}");
        }
    }
    assert!(!text("publication/index.html").contains("class=\"hanging\""));
    // The page of all sheets shows each with its number, picture and papers; all files exist.
    let page = text("posters/index.html").replace('\u{a0}', " ");
    for sheet in sheets {
        let hash = sheet["hash"].as_str().expect("a hash");
        assert!(page.contains(&format!("Лист {hash}, изготовлен 20 ноября 2026 г.")), "{page}");
        for file in sheet["files"].as_array().expect("files") {
            let path = file["path"].as_str().expect("a path");
            assert!(page.contains(&format!("href=\"{path}\"")), "{path}");
            assert!(Pdf::new(&site[&format!("posters/{path}")]).text().contains(hash), "{path}");
        }
    }
    assert!(text("index.html").contains("href=\"posters/index.html\""));
    let map = workspace.files("public").remove("sitemap.xml").expect("a site map");
    assert!(String::from_utf8_lossy(&map).contains("/posters/"));
}

#[test]
fn without_print_no_page_speaks_of_sheets() {
    let workspace = Workspace::sound();
    workspace.build(&[]).expect(0);
    let site = workspace.files("public/shkola");
    assert!(site.keys().all(|path| !path.starts_with("posters/")));
    assert!(!String::from_utf8_lossy(&site["index.html"]).contains("hanging"));
}
