//! Pages tell of postings: edition, start page, publication, portal.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use reglament::diagnostics::Place;
use reglament::language::{Catalogue, Language};
use reglament::model::journal::{EntryKind, Journal};
use reglament::model::regulation::{EarlierPosting, Regulation};
use reglament::model::school::School;
use reglament::model::status::{Posted, Posting, Status, Validity, Witness};
use reglament::outputs::PortalContext;
use reglament::outputs::context::SchoolSummary;
use reglament::outputs::site::Pages;
use reglament::outputs::status::EditionStatus;
use reglament::source::Theme;

use super::html::words;
use super::sample::{TODAY, built_with, edition, school, site};
use super::summaries;
use crate::journal::record;

const APPROVED: Date = date(2026, 9, 1);
const EDITION: &str = "one/help/2026-09-01/index.html";
const PUBLICATION: &str = "one/publication/index.html";

/// A school with one edition, approved on [`APPROVED`], and these entries about it.
fn posted(entries: &[(EntryKind, &str)]) -> School {
    let mut journal = Journal::default();
    for (kind, at) in entries {
        let mut record = record(kind.clone(), APPROVED, at);
        "help".clone_into(&mut record.regulation);
        journal.append(record).expect("a line");
    }
    let editions = vec![edition(APPROVED, APPROVED)];
    School {
        regulations: vec![Regulation { id: "help".to_owned(), editions }],
        journal,
        ..school()
    }
}

fn on(school: &School, language: Language, today: Date) -> BTreeMap<String, String> {
    let catalogue = Catalogue::new(language);
    let pages = Pages::new(&Theme::built_in(), &catalogue).expect("the theme is sound");
    built_with(&pages, &catalogue, school, &site(language, true), today)
}

fn built(school: &School) -> BTreeMap<String, String> {
    on(school, Language::Russian, TODAY)
}

#[track_caller]
fn assert_says(files: &BTreeMap<String, String>, path: &str, phrases: &[&str]) {
    let text = words(&files[path]).join(" ");
    for phrase in phrases {
        assert!(text.contains(phrase), "{path} lacks «{phrase}»:\n{text}");
    }
}

/// How many days of the term are drawn in each way.
fn marks(page: &str) -> [usize; 5] {
    let row = page
        .split("<p class=\"marks\"")
        .nth(1)
        .map_or("", |rest| rest.split("</p>").next().unwrap_or_default());
    ["free", "passed", "posted", "passed over", "posted over"]
        .map(|class| row.matches(&format!("<span class=\"{class}\"")).count())
}

#[test]
fn a_posting_in_time_is_told_with_its_receipt() {
    let school = posted(&[(EntryKind::Posted, "2026-09-03T18:30:00Z")]);
    let files = built(&school);
    let hash = &school.journal.entries()[0].hash;
    // Half past one in the morning of the next day in Krasnoyarsk.
    let in_line = "Размещение 4 сентября 2026 г. ● 3-й день из 10";
    assert_says(&files, EDITION, &[in_line, "Запись журнала № 1", &hash[..12]]);
    assert_says(&files, "one/index.html", &["● размещена 4 сентября 2026 г., 3-й день из 10"]);
    let story = "Утверждена 1 сентября 2026 г. → размещена 4 сентября 2026 г., 3-й день из 10";
    let head = format!("1 запись, отпечаток последней – {hash}");
    let moment = "4 сентября 2026 г., 01:30 (Asia/Krasnoyarsk)";
    let publication =
        [story, &head, hash.as_str(), moment, "11 сентября 2026 г.", "10 календарных дней"];
    assert_says(&files, PUBLICATION, &publication);
    let page = &files[PUBLICATION];
    assert_eq!(marks(page), [7, 2, 1, 0, 0]);
    assert!(page.contains("role=\"img\" aria-label=\"3-й день из 10\""));
    assert!(page.contains("href=\"journal.jsonl\"") && page.contains("../../verify/index.html"));
    assert!(!page.contains("data-due=\""), "no clock runs");
}

#[test]
fn a_late_posting_is_told_as_such() {
    let files = built(&posted(&[(EntryKind::Posted, "2026-09-12T18:30:00Z")]));
    let late = "размещена 13 сентября 2026 г., с опозданием на 2 дня";
    assert_says(&files, PUBLICATION, &[late, "◆"]);
    assert_eq!(marks(&files[PUBLICATION]), [0, 10, 0, 1, 1]);
    let much = built(&posted(&[(EntryKind::Posted, "2026-10-30T07:00:00Z")]));
    let unlawful = "с опозданием на 49 дней, позже и предельного срока по закону";
    assert_says(&much, PUBLICATION, &[unlawful]);
    assert_eq!(marks(&much[PUBLICATION]), [0, 10, 0, 10, 0]);
}

#[test]
fn a_term_that_runs_is_told_in_dates_only() {
    let school = posted(&[]);
    let pages = |today| on(&school, Language::Russian, today);
    let (first, last) = (pages(date(2026, 9, 2)), pages(date(2026, 9, 11)));
    assert_eq!(first[PUBLICATION], last[PUBLICATION]);
    assert_eq!(first[EDITION], last[EDITION]);
    assert_says(&first, PUBLICATION, &["○ разместить не позднее 11 сентября 2026 г."]);
    assert_says(&first, EDITION, &["записи пока нет срок – не позднее 11 сентября 2026 г."]);
    assert!(first[PUBLICATION].contains("data-due=\"2026-09-11\""));
    assert_eq!(marks(&first[PUBLICATION]), [10, 0, 0, 0, 0]);
    let over = pages(date(2026, 9, 15));
    assert_says(&over, PUBLICATION, &["■ записи о размещении нет, срок истёк 11 сентября 2026 г."]);
    assert_says(&over, PUBLICATION, &["Записей пока нет."]);
}

#[test]
fn the_word_of_the_school_is_told_as_its_word() {
    let mut school = posted(&[]);
    let told = EarlierPosting { date: date(2026, 9, 3), place: Place::default() };
    school.regulations[0].editions[0].posted = Some(told);
    let files = built(&school);
    assert_says(&files, EDITION, &["3 сентября 2026 г. ● со слов школы, 2-й день из 10"]);
    assert!(!files[PUBLICATION].contains("Запись журнала №"));
}

#[test]
fn what_was_withdrawn_is_told_with_the_reason() {
    let school = posted(&[
        (EntryKind::Posted, "2026-09-03T07:00:00Z"),
        (EntryKind::Withdrawn("утратил <силу>".to_owned()), "2026-10-01T07:00:00Z"),
    ]);
    let files = built(&school);
    assert_says(&files, PUBLICATION, &["○ снята с сайта 1 октября 2026 г."]);
    assert!(files[PUBLICATION].contains("снята с сайта: утратил &lt;силу&gt;"));
}

#[test]
fn a_long_journal_stays_short_on_its_page() {
    let mut entries = vec![(EntryKind::Posted, "2026-09-03T07:00:00Z".to_owned())];
    entries.extend((1..=302).map(|turn| {
        let at = format!("2026-10-{:02}T{:02}:00:00Z", turn / 24 + 1, turn % 24);
        (EntryKind::Reposted, at)
    }));
    let entries: Vec<_> = entries.iter().map(|(kind, at)| (kind.clone(), at.as_str())).collect();
    let files = built(&posted(&entries));
    let page = &files[PUBLICATION];
    assert_eq!(page.matches("<tr id=\"entry-").count(), 200);
    let (first, folded) = page.split_once("<details class=\"older\">").expect("folded entries");
    assert_eq!(first.matches("<tr id=\"entry-").count(), 20);
    assert!(first.contains("id=\"entry-303_\"") && folded.contains("id=\"entry-283_\""));
    assert_says(&files, PUBLICATION, &["Ещё 103 более ранние записи – в файле журнала."]);
}

#[test]
fn english_is_complete() {
    let school = posted(&[(EntryKind::Posted, "2026-09-03T07:00:00Z")]);
    let files = on(&school, Language::English, TODAY);
    let story = "Approved on 1 September 2026 → posted on 3 September 2026, day 2 of 10";
    assert_says(&files, PUBLICATION, &[story, "1 entry, hash of the last: "]);
    let letters = |page: &str| words(page).join(" ").contains(|c| ('а'..='я').contains(&c));
    assert!(!letters(&files[PUBLICATION]) && !letters(&files["verify/index.html"]));
}

// The portal

fn standing(posting: Posting, validity: Validity) -> EditionStatus {
    EditionStatus {
        regulation: "help".to_owned(),
        title: "Help".to_owned(),
        page: "s0/help/2026-09-01/index.html".to_owned(),
        approved: APPROVED,
        in_force: APPROVED,
        last_day: None,
        revise: None,
        due: date(2026, 9, 11),
        due_law: date(2026, 9, 15),
        term: 10,
        latest: true,
        status: Status { posting, validity },
        beyond_law: false,
        entry: None,
    }
}

fn portal(schools: &[SchoolSummary]) -> String {
    let (site, catalogue) = (site(Language::Russian, true), Catalogue::new(Language::Russian));
    let pages = Pages::new(&Theme::built_in(), &catalogue).expect("the theme is sound");
    let ctx = PortalContext { site: &site, catalogue: &catalogue, schools, today: TODAY };
    let files = pages.portal(&ctx).expect("the portal");
    let start = files.into_iter().find(|file| file.path == "index.html").expect("a start page");
    String::from_utf8(start.bytes).expect("UTF-8")
}

#[test]
fn the_portal_begins_with_what_is_urgent() {
    let fine = Posting::Posted(Posted {
        date: date(2026, 9, 3),
        day: 2,
        late: 0,
        beyond_law: false,
        witness: Witness::Journal(1),
    });
    let ending = Validity::ToRevise { last: date(2026, 12, 31), left: 41 };
    let states = [
        (fine, Validity::InForce),
        (Posting::Running(4), Validity::InForce),
        (fine, Validity::Expired(date(2026, 8, 31))),
        (Posting::Running(3), Validity::Upcoming(TODAY)),
        (fine, ending),
        (Posting::Overdue(4), Validity::InForce),
    ];
    let mut schools = summaries(states.len());
    for (school, (posting, validity)) in schools.iter_mut().zip(states) {
        school.status.editions = vec![standing(posting, validity)];
    }
    let page = portal(&schools);
    let places: Vec<_> = [5, 3, 2, 4, 0, 1]
        .iter()
        .map(|number| page.find(&format!("href=\"s{number}/index.html\"")).expect("a row"))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(page.contains("срок истёк</span>") && page.contains("data-due=\"2026-09-11\""));
}

#[test]
fn a_portal_of_2000_schools_stays_light() {
    let mut schools = summaries(2000);
    for school in &mut schools {
        school.status.editions = vec![standing(Posting::Running(4), Validity::InForce)];
    }
    let page = portal(&schools);
    assert_eq!(page.matches("<tbody ").count(), 2000);
    assert!(page.len() < 2_000_000, "{} bytes", page.len());
}
