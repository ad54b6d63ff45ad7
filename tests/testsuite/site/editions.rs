//! Editions in time, drafts, errata, feeds and data: what pages say of them, whatever the day.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use reglament::language::{Catalogue, Language};
use reglament::model::regulation::{Edition, Erratum, Regulation, Standing};
use reglament::model::school::School;
use reglament::outputs::site::Pages;
use reglament::source::theme::Theme;

use super::html::{Tag, tags, words};
use super::sample::{TODAY, built, built_with, edition, school, site};
use crate::workspace::Workspace;

// The model

/// A regulation with editions of these dates of approval and first days in force.
fn act(editions: &[(Date, Date)]) -> Regulation {
    let editions = editions.iter().map(|(approved, in_force)| edition(*approved, *in_force));
    Regulation { id: "help".to_owned(), editions: editions.collect() }
}

/// Date of approval of the edition that the regulation's page shows.
fn current(act: &Regulation, today: Date) -> Date {
    act.current(today).expect("an edition").approval.date
}

#[test]
fn two_editions_before_the_first_is_in_force() {
    let (first, second) = (date(2026, 8, 1), date(2026, 8, 10));
    let act = act(&[(first, date(2026, 9, 1)), (second, date(2026, 10, 1))]);
    assert_eq!(current(&act, date(2026, 8, 20)), first);
    assert_eq!(act.standing(0, date(2026, 8, 20)), Standing::Upcoming);
    assert_eq!(act.standing(1, date(2026, 9, 30)), Standing::Upcoming);
    assert_eq!(act.standing(0, date(2026, 9, 30)), Standing::InForce);
    assert_eq!(act.last_day(0), Some(date(2026, 9, 30)));
    assert_eq!(current(&act, date(2026, 10, 1)), second);
    assert_eq!(act.standing(0, date(2026, 10, 1)), Standing::Replaced(date(2026, 10, 1)));
}

#[test]
fn of_two_editions_from_the_same_day_the_later_approved_counts() {
    let day = date(2026, 9, 1);
    let act = act(&[
        (date(2025, 9, 1), date(2025, 9, 1)),
        (date(2026, 8, 1), day),
        (date(2026, 8, 20), day),
    ]);
    for today in [date(2026, 8, 25), day, date(2027, 1, 1)] {
        assert_eq!(act.standing(1, today), Standing::Never, "{today}");
    }
    assert_eq!(act.standing(0, date(2026, 8, 31)), Standing::InForce);
    assert_eq!(current(&act, day), date(2026, 8, 20));
    let approved = |edition: Option<&Edition>| edition.map(|edition| edition.approval.date);
    assert_eq!(approved(act.successor(0)), Some(date(2026, 8, 20)), "not the one never in force");
    assert_eq!(approved(act.predecessor(2)), Some(date(2025, 9, 1)));
    let first = Regulation { editions: act.editions[1..].to_vec(), ..act.clone() };
    assert_eq!(current(&first, date(2026, 8, 25)), date(2026, 8, 20), "it will be the first");
}

#[test]
fn the_last_edition_expires_and_stays() {
    let mut act = act(&[(date(2023, 9, 1), date(2023, 9, 1))]);
    act.editions[0].valid_until = Some(date(2026, 8, 31));
    assert_eq!(act.standing(0, date(2026, 8, 31)), Standing::InForce);
    assert_eq!(act.standing(0, date(2026, 9, 1)), Standing::Expired(date(2026, 8, 31)));
    assert_eq!(current(&act, date(2030, 1, 1)), date(2023, 9, 1));
}

// Pages

/// The site of a school with nothing but this regulation, on `today`.
fn on(act: &Regulation, today: Date) -> BTreeMap<String, String> {
    let catalogue = Catalogue::new(Language::Russian);
    let pages = Pages::new(&Theme::built_in(), &catalogue).expect("the theme is sound");
    let school = School { regulations: vec![act.clone()], ..school() };
    built_with(&pages, &catalogue, &school, &site(Language::Russian, true), today)
}

/// The words of the page of the edition approved on `approved`, with plain spaces.
fn text(files: &BTreeMap<String, String>, approved: Date) -> String {
    words(&files[&format!("one/help/{approved}/index.html")]).join(" ")
}

#[test]
fn bands_tell_absolute_facts() {
    let (old, new) = (date(2025, 8, 20), date(2026, 8, 20));
    let mut act = act(&[(old, date(2025, 9, 1)), (new, date(2026, 9, 1))]);
    act.editions[1].valid_until = Some(date(2027, 8, 31));
    let band = |today, approved, sentence: &str| {
        let page = text(&on(&act, today), approved);
        assert!(page.contains(sentence), "{today}: {sentence}\n{page}");
    };
    let later = "С 1 сентября 2026 г. эту редакцию заменяет редакция от 20 августа 2026 г.";
    band(date(2025, 8, 25), old, "Эта редакция вступает в силу 1 сентября 2025 г.");
    band(date(2026, 8, 25), old, later);
    let upcoming = "Эта редакция вступает в силу 1 сентября 2026 г. До этого дня – редакция от 20 \
                    августа 2025 г.";
    band(date(2026, 8, 25), new, upcoming);
    let replaced = "Эта редакция действовала с 1 сентября 2025 г. по 31 августа 2026 г., заменена \
                    редакцией от 20 августа 2026 г.";
    band(date(2026, 9, 1), old, replaced);
    let expired = "Эта редакция действовала с 1 сентября 2026 г. по 31 августа 2027 г., срок её \
                   действия истёк.";
    band(date(2027, 9, 1), new, expired);
    let files = on(&act, date(2026, 9, 1));
    let current = &files["one/help/index.html"];
    let tags = tags(current);
    let band = tags.iter().find(|tag| tag.get("class") == Some("band")).expect("a band");
    assert_eq!(band.get("hidden"), Some(""), "it is for the script to show");
    assert_eq!(
        (band.get("data-from"), band.get("data-to")),
        (Some("2026-09-01"), Some("2027-08-31"))
    );
}

#[test]
fn an_edition_that_is_never_in_force_says_so_everywhere() {
    let (never, other) = (date(2026, 8, 1), date(2026, 8, 20));
    let act = act(&[(never, date(2026, 9, 1)), (other, date(2026, 9, 1))]);
    for today in [date(2026, 8, 10), date(2026, 12, 1)] {
        let files = on(&act, today);
        let page = text(&files, never);
        let band = "Эта редакция в силу не вступает: с 1 сентября 2026 г. её заменяет редакция от \
                    20 августа 2026 г.";
        assert!(page.contains(band), "{page}");
        assert!(
            page.contains("Действует в силу не вступает Замена с 1 сентября 2026 г."),
            "{page}"
        );
        assert!(!files["one/help/2026-08-01/index.html"].contains("temporalCoverage"));
        let dates = words(&files["one/publication/index.html"]).join(" ");
        assert!(dates.contains("Редакция от 1 августа 2026 г. в силу не вступает."), "{dates}");
        assert!(!dates.contains("Действует по"), "{dates}");
    }
}

#[test]
fn four_dates_are_kept_apart() {
    let act = act(&[(date(2025, 8, 20), date(2025, 9, 1)), (date(2026, 8, 20), date(2026, 9, 1))]);
    let files = on(&act, TODAY);
    let line = "Утверждена 20 августа 2025 г. by order № 45 Размещение записи пока нет срок – не \
                позднее 30 августа 2025 г. Действует с 1 сентября 2025 г. по 31 августа 2026 г. \
                Замена с 1 сентября 2026 г. редакция от 20 августа 2026 г.";
    let old = text(&files, date(2025, 8, 20));
    assert!(old.contains(line), "{old}");
    let new = text(&files, date(2026, 8, 20));
    assert!(
        new.contains("Действует с 1 сентября 2026 г. Замена более новой редакции нет"),
        "{new}"
    );
}

// Errata

fn erratum(date: Date, at: &str) -> Erratum {
    Erratum {
        date,
        at: at.to_owned(),
        was: "timetabel".to_owned(),
        now: "timetable".to_owned(),
        reason: Some("a slip".to_owned()),
    }
}

/// The sample school with three errata of its second edition, two of them of one day.
fn corrected() -> School {
    let mut school = school();
    school.regulations[0].editions[1].errata = vec![
        erratum(date(2026, 9, 10), "clause 1"),
        erratum(date(2026, 9, 10), "clause 2"),
        erratum(date(2026, 10, 1), "clause <3>"),
    ];
    school
}

#[test]
fn errata_stand_apart_on_the_page_of_their_edition() {
    let files = built(&corrected(), &site(Language::Russian, true));
    for path in ["one/help/index.html", "one/help/2026-09-01/index.html"] {
        let page = words(&files[path]).join(" ");
        let entry = "1 октября 2026 г. , clause <3> Было timetabel Стало timetable a slip";
        assert!(page.contains("Исправленные опечатки"), "{page}");
        assert!(page.contains(entry), "{page}");
    }
    assert!(!files["one/help/2025-09-01/index.html"].contains("errata_"));
    let ids: BTreeSet<_> = errata_ids(&files["one/help/index.html"]);
    let expected = ["erratum-2026-09-10-2_", "erratum-2026-09-10_", "erratum-2026-10-01_"];
    assert!(ids.iter().eq(expected.iter()), "{ids:?}");
}

fn errata_ids(page: &str) -> BTreeSet<String> {
    let ids = tags(page).into_iter().filter_map(|tag| tag.get("id").map(ToOwned::to_owned));
    ids.filter(|id| id.starts_with("erratum-")).collect()
}

// Feeds

/// The texts of the elements `name` of `xml`, which has none of them within another.
fn texts<'x>(xml: &'x str, name: &str) -> Vec<&'x str> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let parts = xml.split(open.as_str()).skip(1);
    parts.map(|part| part.split_once(close.as_str()).expect("an end tag").0).collect()
}

fn links(xml: &str) -> Vec<Tag> {
    tags(xml).into_iter().filter(|tag| tag.name == "link").collect()
}

/// Asserts the rules of RFC 4287 on what a feed and its entries must have, and gives the dates
/// of its entries.
fn assert_atom(xml: &str, address: &str) -> Vec<String> {
    let (head, _) = xml.split_once("<entry>").unwrap_or((xml, ""));
    for element in ["id", "title", "updated"] {
        assert_eq!(texts(head, element).len(), 1, "{element} of {address}");
    }
    let own = links(head);
    assert!(own.iter().any(|l| l.get("rel") == Some("self") && l.get("href") == Some(address)));
    let mut ids = BTreeSet::from([texts(head, "id")[0].to_owned()]);
    let mut dates = Vec::new();
    for entry in texts(xml, "entry") {
        for element in ["id", "title", "updated", "author", "summary"] {
            let texts = texts(entry, element);
            assert!(texts.len() == 1 && !texts[0].trim().is_empty(), "{element}: {entry}");
        }
        let id = texts(entry, "id")[0];
        assert!(id.starts_with("https://") && ids.insert(id.to_owned()), "{id}");
        let alternate = links(entry);
        assert!(alternate.len() == 1 && alternate[0].get("rel") == Some("alternate"), "{entry}");
        dates.push(texts(entry, "updated")[0].to_owned());
    }
    for moment in dates.iter().map(String::as_str).chain(texts(head, "updated")) {
        assert!(moment.parse::<jiff::Timestamp>().is_ok(), "{moment}");
    }
    assert!(dates.is_sorted_by(|a, b| a >= b), "the newest first: {dates:?}");
    assert_eq!(dates.first().map_or("1970-01-01T00:00:00Z", |d| d), texts(head, "updated")[0]);
    dates
}

#[test]
fn a_school_has_a_feed_of_editions_and_errata() {
    let files = built(&corrected(), &site(Language::Russian, true));
    let feed = &files["one/feed.xml"];
    let dates = assert_atom(feed, "https://school.example/help/one/feed.xml");
    let days: Vec<&str> = dates.iter().map(|moment| &moment[..10]).collect();
    let expected =
        ["2026-11-18", "2026-10-01", "2026-09-10", "2026-09-10", "2026-09-01", "2025-09-01"];
    assert_eq!(days, expected);
    let page = "https://school.example/help/one/help/2026-09-01/";
    assert!(feed.contains(&format!("<id>{page}</id>")), "{feed}");
    assert!(feed.contains(&format!("<id>{page}#erratum-2026-09-10-2_</id>")), "{feed}");
    let of_site = assert_atom(&files["feed.xml"], "https://school.example/help/feed.xml");
    assert_eq!(of_site.len(), 4, "the latest edition and three errata");
    for (path, page) in files.iter().filter(|(path, _)| path.ends_with("index.html")) {
        let tags = tags(page);
        let alternate = tags.iter().find(|tag| tag.get("rel") == Some("alternate"));
        let href = alternate.and_then(|tag| tag.get("href")).expect("a feed");
        let own = if path.starts_with("one/") { "one/feed.xml" } else { "feed.xml" };
        assert_eq!(super::resolved(path, href), own, "{path}");
    }
    assert!(files["one/help/index.html"].contains("<a href=\"../feed.xml\">"));
}

#[test]
fn a_feed_does_not_know_the_day_of_the_build() {
    let act = act(&[(date(2025, 9, 1), date(2025, 9, 1)), (date(2026, 9, 1), date(2026, 9, 3))]);
    let (early, late) = (on(&act, date(2025, 1, 1)), on(&act, date(2029, 1, 1)));
    for feed in ["feed.xml", "one/feed.xml"] {
        assert_eq!(early[feed], late[feed]);
    }
    let bare = School { regulations: Vec::new(), ..school() };
    let files = built(&bare, &site(Language::Russian, true));
    assert_eq!(
        assert_atom(&files["one/feed.xml"], "https://school.example/help/one/feed.xml").len(),
        0
    );
}

#[test]
fn a_site_of_one_school_has_one_feed() {
    let files = built(&corrected(), &site(Language::Russian, false));
    let feeds: Vec<_> = files.keys().filter(|path| path.ends_with("feed.xml")).collect();
    assert_eq!(feeds, ["feed.xml"]);
    let dates = assert_atom(&files["feed.xml"], "https://school.example/help/feed.xml");
    assert_eq!(dates.len(), 6);
}

// Data

/// Names that Rosobrnadzor's order 1493 gives to other things than a help regulation.
const OFFICIAL: [&str; 17] = [
    "fullName",
    "shortName",
    "regDate",
    "address",
    "workTime",
    "telephone",
    "email",
    "uchredLaw",
    "ustavDocLink",
    "localActStud",
    "localActOrder",
    "localActCollec",
    "priemDocLink",
    "modeDocLink",
    "rucovodstvo",
    "fio",
    "addRef",
];

#[test]
fn an_edition_is_described_for_programs_by_lasting_facts() {
    let files = built(&school(), &site(Language::Russian, true));
    let page = &files["one/help/index.html"];
    let tags = tags(page);
    let value = |name: &str| {
        let tag = tags.iter().find(|tag| tag.get("itemprop") == Some(name));
        let tag = tag.unwrap_or_else(|| panic!("no {name}"));
        let parts = ["content", "href", "datetime"].into_iter().find_map(|part| tag.get(part));
        parts.unwrap_or_default().to_owned()
    };
    let base = "https://school.example/help/one/help/";
    assert_eq!(value("url"), format!("{base}2026-09-01/"), "the pinned page");
    assert_eq!(value("legislationIdentifier"), "45");
    assert_eq!(value("legislationDate"), "2026-09-01");
    assert_eq!(value("legislationDateVersion"), "2026-09-03");
    assert_eq!(value("legislationDateOfApplicability"), "2026-09-03");
    assert_eq!(value("temporalCoverage"), "2026-09-03/2026-11-30");
    assert_eq!(value("legislationChanges"), format!("{base}2025-09-01/"));
    assert_eq!(value("inLanguage"), "ru");
    let last = &files["one/help/2026-11-18/index.html"];
    assert!(last.contains("content=\"2026-12-01/..\""), "no end is known");
    for tag in &tags {
        let names = tag.get("itemprop").unwrap_or_default();
        assert!(names.split(' ').all(|name| !OFFICIAL.contains(&name)), "{tag:?}");
        assert!(!names.contains("legislationLegalForce"), "what time falsifies");
    }
    let edition = &school().regulations[0].editions[1];
    let passages = reglament::model::passages::passages(&edition.text);
    let sha256 = reglament::model::passages::sha256(&passages);
    assert!(page.contains(&format!("<code itemprop=\"value\">{sha256}</code>")), "{sha256}");
}

// Drafts

/// A sound workspace with a draft of its regulation and one of a regulation still to come.
fn drafting() -> Workspace {
    let workspace = Workspace::sound();
    let text = "---\ntitle: Новые правила\nsummary: Всё иначе.\n---\n1.1. Слова проекта.\n";
    for regulation in ["pomoshch", "pravila"] {
        let path = format!("content/schools/shkola/regulations/{regulation}/draft.md");
        workspace.write(&path, text);
    }
    workspace
}

#[test]
fn drafts_are_left_out_and_counted() {
    let workspace = Workspace::sound();
    workspace.build(&[]).expect(0);
    let without = workspace.files("public");
    let workspace = drafting();
    let run = workspace.build(&[]).expect(0);
    assert!(
        run.stderr.contains("Не опубликованы 2 проекта (для публикации: --drafts)."),
        "{}",
        run.stderr
    );
    assert_eq!(workspace.files("public"), without, "not a byte of a draft");
    workspace.check(&[]).expect(0);
}

#[test]
fn drafts_are_published_on_request_as_such() {
    let workspace = drafting();
    workspace.build(&["--drafts"]).expect(0);
    let files = workspace.files("public");
    let read = |path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    let drafts: Vec<_> = files.keys().filter(|path| path.contains("draft")).collect();
    let expected = ["shkola/pomoshch/draft/index.html", "shkola/pravila/draft/index.html"];
    let changes = "shkola/pomoshch/draft/changes.html";
    assert_eq!(drafts, [&[changes], &expected[..]].concat(), "neither data nor print");
    for path in expected {
        let page = read(path);
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
        assert!(!page.contains("rel=\"canonical\"") && !page.contains("itemprop"), "{path}");
        let text = words(&page).join(" ");
        assert!(text.contains("Проект. Никем не утверждён и не действует."), "{text}");
        assert!(text.contains("Что изменится: Всё иначе."), "{text}");
        assert!(text.contains("1.1. Слова проекта."), "{text}");
    }
    let listed = ["sitemap.xml", "feed.xml", "shkola/feed.xml", "index.html"];
    assert!(listed.iter().all(|path| !read(path).contains("draft")), "{listed:?}");
    assert!(read("shkola/pomoshch/index.html").contains("<a href=\"draft/index.html\">"));
    assert!(read("shkola/pomoshch/draft/index.html").contains("<a href=\"../index.html\">"));
    assert!(read(expected[0]).contains("<a href=\"changes.html\">Что изменится</a>"));
    assert!(!read(expected[1]).contains("changes.html"), "there is nothing to compare it with");
    let page = read(changes);
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(!page.contains("rel=\"canonical\""));
    let text = words(&page).join(" ");
    assert!(text.contains("Что изменится") && text.contains("Было Редакция от 31"), "{text}");
    assert!(text.contains("Добавлено: 1") && text.contains("Слова проекта."), "{text}");
    assert!(page.contains("<dt>Стало</dt><dd><a href=\"index.html\">Проект</a></dd>"), "{page}");
    let home = read("shkola/index.html");
    assert!(expected.iter().all(|path| home.contains(path.trim_start_matches("shkola/"))));
    assert!(!files.contains_key("shkola/pravila/index.html"), "nothing is approved there");
}
