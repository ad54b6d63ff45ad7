//! Pages by which people subscribe: one for each calendar, true on any day, sending nobody
//! anything.

use std::collections::BTreeSet;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jiff::civil::date;
use reglament::language::Language;
use reglament::model::audience::{Audience, Group};
use reglament::model::duty::{Duty, DutyDays};
use reglament::model::school::School;

use super::has_ending;
use super::html::{tags, words};
use super::sample::{built, school, site};

fn pages(school: &School) -> BTreeMap<String, String> {
    built(school, &site(Language::Russian, true))
}

/// Names of the calendars of school `one` that have a page.
fn calendars(files: &BTreeMap<String, String>) -> Vec<&str> {
    let paths = files.keys().filter_map(|path| path.strip_prefix("one/calendar/"));
    paths.filter_map(|path| path.strip_suffix("/index.html")).collect()
}

/// A school whose sessions are all for `audience`.
fn school_for(audience: Audience) -> School {
    let mut school = school();
    for timetable in &mut school.timetables {
        timetable.sessions.iter_mut().for_each(|session| session.details.audience = audience);
        timetable.extra.iter_mut().for_each(|extra| extra.details.audience = audience);
    }
    school
}

/// `%D0%9A` and the like decoded.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || rest.next().and_then(|b| char::from(b).to_digit(16)).expect("a digit");
        let byte =
            if byte == b'%' { u8::try_from(16 * digit() + digit()).expect("a byte") } else { byte };
        bytes.push(byte);
    }
    String::from_utf8(bytes).expect("UTF-8")
}

fn hrefs(page: &str) -> Vec<String> {
    let links = tags(page).into_iter().filter(|tag| tag.name == "a");
    links.filter_map(|tag| tag.get("href").map(ToOwned::to_owned)).collect()
}

#[test]
fn every_calendar_has_a_page_with_all_ways_to_it() {
    let school = school();
    let files = pages(&school);
    let found = calendars(&files);
    for name in ["all", "parents", "staff", "deadlines", &school.timetables[0].people[0].id] {
        assert!(found.contains(&name), "{name}: {found:?}");
    }
    for name in found {
        let page = &files[&format!("one/calendar/{name}/index.html")];
        let host = "school.example/help/one/calendar";
        assert!(page.contains(&format!("<code>https://{host}/{name}.ics</code>")), "{name}");
        let links = hrefs(page);
        for link in [format!("webcal://{host}/{name}.ics"), format!("../{name}.ics")] {
            assert!(links.contains(&link), "{name}: {link}");
        }
        assert_eq!(code_of(page), format!("https://{host}/{name}/"), "the code opens this page");
    }
}

/// What another program reads from the code on a page.
fn code_of(page: &str) -> String {
    const SCALE: usize = 4;
    const QUIET: usize = 4;
    let (_, svg) = page.split_once("viewBox=\"0 0 ").expect("a code");
    let (width, svg) = svg.split_once(' ').expect("its width");
    let width: usize = width.parse().expect("a number");
    let (_, path) = svg.split_once(" d=\"").expect("a path");
    let path = &path[..path.find('"').expect("its end")];
    let mut dark = BTreeSet::new();
    for run in path.split_terminator('z') {
        let mut numbers = run.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty());
        let mut next = || numbers.next().expect("a number").parse::<usize>().expect("a number");
        let (x, y, length) = (next(), next(), next());
        dark.extend((x..x + length).map(|x| (x, y)));
    }
    let side = (width + 2 * QUIET) * SCALE;
    let module = |at: usize| (at / SCALE).wrapping_sub(QUIET);
    let shade = |x, y| if dark.contains(&(module(x), module(y))) { 0 } else { 255 };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, shade);
    let codes = picture.detect_grids();
    codes.first().expect("a code").decode().expect("readable").1
}

#[test]
fn outlook_is_given_address_and_name() {
    let mut school = school();
    school.short_name = "МБОУ «СОШ № 1» & Co #1".to_owned();
    let files = pages(&school);
    let links = hrefs(&files["one/calendar/parents/index.html"]);
    let outlook: Vec<&String> = links.iter().filter(|link| link.contains("addfromweb")).collect();
    assert_eq!(outlook.len(), 2, "personal and work accounts");
    for link in outlook {
        let (_, query) = link.split_once('?').expect("a query");
        let (url, name) = query.split_once("&name=").expect("a name");
        let url = url.strip_prefix("url=").expect("an address");
        assert_eq!(decoded(url), "https://school.example/help/one/calendar/parents.ics");
        assert_eq!(decoded(name), "Консультации для родителей — МБОУ «СОШ № 1» & Co #1");
        assert!(query.is_ascii() && !name.contains(['&', '#', ' ', '"']), "{query}");
    }
}

#[test]
fn other_hosts_are_only_linked() {
    let files = pages(&school());
    for (path, page) in files.iter().filter(|(path, _)| has_ending(path, "html")) {
        for tag in tags(page) {
            let Some(target) = tag.get("href").or_else(|| tag.get("src")) else { continue };
            let outside = target.starts_with("http") && !target.contains("//school.example/");
            if outside && path.contains("calendar/") {
                assert_eq!(
                    (tag.name.as_str(), tag.get("rel")),
                    ("a", Some("noreferrer")),
                    "{path}"
                );
            }
        }
    }
}

#[test]
fn numbers_stand_with_their_dates() {
    let files = pages(&school());
    let text = words(&files["one/calendar/parents/index.html"]).join(" ");
    assert!(text.contains("с 20 ноября 2026 г. по 31 мая 2027 г."), "{text}");
    let text = words(&files["one/calendar/deadlines/index.html"]).join(" ");
    assert!(text.contains("с 20 ноября 2026 г. по 31 августа 2028 г."), "{text}");
    assert!(text.contains("суббота, 28 ноября 2026 г. Последний день размещения"), "{text}");
}

#[test]
fn a_duty_moved_to_a_working_day_says_so() {
    let mut school = school();
    let edition = school.regulations[0].editions.last_mut().expect("an edition");
    edition.duties.push(Duty {
        id: "check".to_owned(),
        title: "Проверить журналы".to_owned(),
        at: None,
        who: Some("администратор".to_owned()),
        audience: Audience::default().with(Group::Staff),
        days: DutyDays::Dates(vec![date(2026, 12, 6)]),
    });
    let text = words(&pages(&school)["one/calendar/deadlines/index.html"]).join(" ");
    let moved = "пятница, 4 декабря 2026 г. Проверить журналы (администратор); по регламенту – 6";
    assert!(text.contains(moved), "{text}");
}

#[test]
fn a_group_without_sessions_has_no_page() {
    let files = pages(&school_for(Audience::default().with(Group::Parents)));
    let found = calendars(&files);
    assert!(found.contains(&"all") && found.contains(&"parents"), "{found:?}");
    assert!(!found.contains(&"staff") && !found.contains(&"pupils"), "{found:?}");
    let home = hrefs(&files["one/index.html"]);
    assert!(home.contains(&"calendar/parents/index.html".to_owned()), "{home:?}");
    assert!(!home.contains(&"calendar/all/index.html".to_owned()), "it would be the same");
}

#[test]
fn without_timetable_only_deadlines_without_regulation_nothing() {
    let mut bare = school();
    bare.timetables.clear();
    let files = pages(&bare);
    assert_eq!(calendars(&files), ["deadlines"]);
    assert!(hrefs(&files["one/index.html"]).contains(&"calendar/deadlines/index.html".to_owned()));
    bare.regulations.clear();
    let files = pages(&bare);
    assert!(calendars(&files).is_empty() && !files.contains_key("one/calendar/index.html"));
    assert!(!files["one/index.html"].contains("href=\"#subscribe_\""));
}

#[test]
fn pages_lead_to_those_of_calendars_not_to_bare_files() {
    let files = pages(&school());
    for path in ["one/index.html", "one/timetable/index.html"] {
        let links = hrefs(&files[path]);
        assert!(links.iter().any(|link| link.ends_with("calendar/parents/index.html")), "{path}");
        assert!(links.iter().all(|link| !has_ending(link, "ics")), "{path}: {links:?}");
    }
    let portal = hrefs(&files["index.html"]);
    assert!(portal.contains(&"calendar/deadlines/index.html".to_owned()), "{portal:?}");
    let page = &files["calendar/deadlines/index.html"];
    assert!(page.contains("<code>https://school.example/help/calendar/deadlines.ics</code>"));
    let single = built(&school(), &site(Language::Russian, false));
    assert!(single.contains_key("calendar/parents/index.html"), "at the root of a single school");
}

#[test]
fn hosts_are_told_the_type_of_calendars() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| fs::read_to_string(root.join(path)).expect("a text");
    assert!(read("netlify.toml").contains("Content-Type = \"text/calendar; charset=utf-8\""));
    let guide = read("docs/guide/hosting.md");
    for rule in [
        "for = \"/*.ics\"",
        "default_type \"text/calendar; charset=utf-8\"",
        "AddType text/calendar .ics",
    ] {
        assert!(guide.contains(rule), "{rule}");
    }
}
