//! Timetables on pages: several in a row, consultants' pages, substitutes, hours of the desk.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use reglament::language::{Catalogue, Language};
use reglament::model::school::School;
use reglament::model::timetable::{Person, Substitution};
use reglament::outputs::site::Pages;
use reglament::outputs::site::views::zones;
use reglament::source::theme::Theme;

use super::html::{tags, words};
use super::sample::{TODAY, built, built_with, school, site, time, timetable, zone};

fn person(id: &str, name: &str) -> Person {
    let post = "librarian".to_owned();
    Person { id: id.to_owned(), name: name.to_owned(), post, phone: None, email: None }
}

/// The sample with a substitute, somebody who does nothing, and a timetable of the next year.
fn staffed() -> School {
    let mut school = school();
    let first = &mut school.timetables[0];
    first.to = date(2026, 12, 31);
    for session in &mut first.sessions {
        session.to = first.to;
    }
    first.people.push(person("two", "Sidorov Anton Borisovich"));
    first.people.push(person("idle", "Nobody No One"));
    first.substituted.push(Substitution {
        session: 0,
        from: date(2026, 11, 27),
        to: date(2026, 11, 30),
        person: 1,
        reason: Some("courses".to_owned()),
        place: reglament::diagnostics::Place::default(),
    });
    let mut second = timetable();
    second.position = 1;
    second.from = date(2027, 1, 1);
    "deputy head".clone_into(&mut second.people[0].post);
    second.cancelled.clear();
    second.moved.clear();
    second.extra.clear();
    for session in &mut second.sessions {
        session.from = second.from;
    }
    school.timetables.push(second);
    school
}

fn on(school: &School, today: Date) -> BTreeMap<String, String> {
    let catalogue = Catalogue::new(Language::Russian);
    let pages = Pages::new(&Theme::built_in(), &catalogue).expect("the theme is sound");
    built_with(&pages, &catalogue, school, &site(Language::Russian, true), today)
}

fn said(files: &BTreeMap<String, String>, path: &str) -> String {
    words(&files[path]).join(" ")
}

#[test]
fn everybody_with_a_session_has_one_page() {
    let files = on(&staffed(), TODAY);
    let pages: Vec<&str> = files
        .keys()
        .filter_map(|path| path.strip_prefix("one/timetable/")?.strip_suffix("/index.html"))
        .collect();
    assert_eq!(pages, ["one", "two"], "nobody without sessions, nobody twice");
    for (path, href) in [
        ("one/index.html", "timetable/one/index.html"),
        ("one/timetable/index.html", "one/index.html"),
        ("one/timetable/index.html", "two/index.html"),
    ] {
        let linked = tags(&files[path]).iter().any(|tag| tag.get("href") == Some(href));
        assert!(linked, "{path}: no link to {href}");
    }
    assert!(files["sitemap.xml"].contains("one/timetable/two/"));
    let one = said(&files, "one/timetable/one/index.html");
    for phrase in [
        "Ivanova Maria Petrovna teacher",
        "+7 (900) 000-00-00",
        "График с 1 сентября 2026 г. по 31 декабря 2026 г.",
        "График с 1 января 2027 г. по 31 мая 2027 г.",
        "не проводится: illness",
        "замена: консультирует A. B. Sidorov (courses)",
    ] {
        assert!(one.contains(phrase), "{phrase}\n{one}");
    }
    let two = said(&files, "one/timetable/two/index.html");
    assert!(two.contains("Регулярных консультаций в действующем графике нет."), "{two}");
    assert!(two.contains("замена: по графику консультирует M. P. Ivanova (courses)"), "{two}");
    assert!(!two.contains("illness"), "what concerns others: {two}");
    let later = said(&on(&staffed(), date(2027, 2, 1)), "one/timetable/one/index.html");
    assert!(later.contains("deputy head"), "as the timetable of the day has it: {later}");
}

#[test]
fn timetables_that_follow_have_their_own_dates() {
    let files = on(&staffed(), TODAY);
    let text = said(&files, "one/timetable/index.html");
    let at = |phrase: &str| text.find(phrase).unwrap_or_else(|| panic!("{phrase}\n{text}"));
    let first = at("График с 1 сентября 2026 г. по 31 декабря 2026 г.");
    assert!(first < at("График с 1 января 2027 г. по 31 мая 2027 г."));
    at("27 ноября – 30 ноября: замена: консультирует A. B. Sidorov");
    let later = said(&on(&staffed(), date(2027, 2, 1)), "one/timetable/index.html");
    assert!(!later.contains("31 декабря 2026 г."), "what is over: {later}");
}

#[test]
fn a_day_that_is_off_is_said_once_and_lists_reach_the_next_consultation() {
    let files = on(&school(), date(2026, 12, 11));
    let page = &files["one/timetable/index.html"];
    let text = words(page).join(" ");
    assert!(text.contains("консультаций нет: Winter break"), "{text}");
    assert!(!text.contains("не проводится: Winter break"), "{text}");
    let in_break = on(&school(), date(2026, 12, 13));
    let home = &in_break["one/index.html"];
    assert!(home.contains("data-date=\"2027-01-11\""), "the first day after the break");
    let listed = said(&in_break, "one/timetable/index.html");
    assert!(listed.contains("с 13 декабря 2026 г. по 11 января 2027 г."), "{listed}");
}

#[test]
fn the_lists_of_dates_are_complete_up_to_the_day_they_name() {
    let mut busy = school();
    let sessions = busy.timetables[0].sessions.clone();
    for copy in 0..30 {
        for mut session in sessions.clone() {
            session.details.id = format!("{}-{copy}", session.details.id);
            busy.timetables[0].sessions.push(session);
        }
    }
    let files = on(&busy, TODAY);
    let page = &files["one/timetable/index.html"];
    let rows = page.matches("<li class=\"row").count();
    assert!((150..300).contains(&rows), "{rows}");
    let last = page.rfind("<li class=\"date\" data-date=\"").expect("a date");
    let last = page[last..].split('"').nth(3).expect("a date").parse::<Date>().expect("a date");
    let text = words(page).join(" ");
    let until = text.split("Показаны даты с 20 ноября 2026 г. по ").nth(1).expect("the interval");
    let month = if last.month() == 11 { "ноября" } else { "декабря" };
    let day: i8 = until.split_whitespace().next().expect("a day").parse().expect("a number");
    assert!(until.contains(month) && day >= last.day(), "{last}: {until:.40}");
}

#[test]
fn the_way_up_has_three_steps_in_order() {
    let mut school = school();
    let home = said(&on(&school, TODAY), "one/index.html");
    let at = |text: &str, phrase: &str| text.find(phrase).unwrap_or_else(|| panic!("{phrase}"));
    let desk = at(&home, "Если в школе помочь не смогли");
    assert!(at(&home, "Консультант школы Сначала спросите в школе") < desk);
    assert!(!home.contains("обратитесь к учредителю"), "no way to reach it is known");
    school.founder.as_mut().expect("a founder").phone = Some("+7 (900) 000-00-09".to_owned());
    let home = said(&on(&school, TODAY), "one/index.html");
    assert!(desk < at(&home, "Если вопрос так и не решён, обратитесь к учредителю школы."));
    school.timetables.clear();
    let home = said(&on(&school, TODAY), "one/index.html");
    assert!(!home.contains("Если в школе помочь не смогли"), "there is nobody before the desk");
}

#[test]
fn hours_of_a_desk_follow_changes_of_clocks() {
    let catalogue = Catalogue::new(Language::Russian);
    let moscow = zone("Europe/Moscow");
    let carried = |to: &str, day| {
        let hours = zones::carried_on(&catalogue, day, time("09:00-21:00"), (&moscow, &zone(to)));
        hours.replace('\u{a0}', " ")
    };
    assert_eq!(carried("Asia/Vladivostok", TODAY), "16:00–04:00 следующего дня");
    assert_eq!(
        carried("Europe/Berlin", TODAY),
        "07:00–19:00, с 28 марта 2027 г. 08:00–20:00, с 31 октября 2027 г. 07:00–19:00"
    );
    assert_eq!(
        carried("America/New_York", date(2027, 4, 1)),
        "02:00–14:00, с 7 ноября 2027 г. 01:00–13:00, с 12 марта 2028 г. 02:00–14:00"
    );
}

#[test]
fn english_words_of_timetables_are_complete() {
    let files = built(&staffed(), &site(Language::English, true));
    let one = said(&files, "one/timetable/one/index.html");
    assert!(one.contains("substitute: A. B. Sidorov (courses)"), "{one}");
    let russian = |c: char| ('а'..='я').contains(&c.to_lowercase().next().unwrap_or(c));
    for path in ["one/index.html", "one/timetable/index.html", "one/timetable/two/index.html"] {
        assert!(!files[path].contains(russian), "{path}");
    }
}
