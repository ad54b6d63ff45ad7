//! A school with every kind of session.

use jiff::civil::{Date, Weekday, date};
use jiff::tz::TimeZone;
use reglament::diagnostics::Place;
use reglament::language::Language;
use reglament::model::audience::{Audience, Group};
use reglament::model::calendar::{ProductionCalendar, WorkingWeek};
use reglament::model::clock::Zone;
use reglament::model::journal::Journal;
use reglament::model::print::PrintSettings;
use reglament::model::regulation::Approval;
use reglament::model::school::{School, SchoolBreak};
use reglament::model::site::{DayCount, PublicationRule, Site};
use reglament::model::timetable::{
    Cancellation, Channel, Details, Extra, Move, Pattern, Person, Session, TimeOfDay, TimeRange,
    Timetable,
};

/// A portal.
pub(super) fn site() -> Site {
    Site {
        title: "Регламенты".to_owned(),
        base_url: "https://district.example.org/".to_owned(),
        language: Language::Russian,
        theme: "default".to_owned(),
        portal: true,
        yo_differs: false,
        deploy: Vec::new(),
        timestamp: None,
        print: PrintSettings::default(),
        publication: PublicationRule { days: 10, count: DayCount::Calendar, roll_forward: false },
    }
}

/// No adopted years: holidays of the law only.
pub(super) fn calendar() -> ProductionCalendar {
    ProductionCalendar::default()
}

/// `HH:MM` to `HH:MM`.
pub(super) fn time(start: (u16, u16), end: (u16, u16)) -> TimeRange {
    let time = |(hour, minute)| TimeOfDay::new(hour, minute).expect("time of the day");
    TimeRange { start: time(start), end: time(end) }
}

/// Details of an ordinary consultation.
pub(super) fn details(id: &str, audience: Audience) -> Details {
    Details {
        id: id.to_owned(),
        person: 0,
        audience,
        room: Some("214".to_owned()),
        channel: Channel::InPerson,
        link: None,
        booking: None,
        topic: Some("Электронный дневник".to_owned()),
        place: Place::file("timetable.yaml"),
    }
}

/// A session for the whole term of the sample.
pub(super) fn session(id: &str, audience: Audience, pattern: Pattern, time: TimeRange) -> Session {
    Session { pattern, from: FROM, to: TO, time, in_breaks: false, details: details(id, audience) }
}

/// The school `demo` in this zone, with a timetable.
pub(super) fn sample_school(zone: &str) -> School {
    let rules = TimeZone::get(zone).expect("known zone");
    School {
        id: "demo".to_owned(),
        name: "Школа № 1".to_owned(),
        short_name: "Школа № 1, корпус 2".to_owned(),
        city: "Заречный".to_owned(),
        region: None,
        address: None,
        phone: None,
        email: None,
        website: None,
        zone: Zone { name: zone.to_owned(), rules },
        week: WorkingWeek::FiveDay,
        hours: None,
        accent: Some("#1f4e79".to_owned()),
        director: None,
        founder: None,
        system: None,
        parameters: std::collections::BTreeMap::new(),
        memo: None,
        print: PrintSettings::default(),
        breaks: vec![SchoolBreak {
            name: "Осенние каникулы".to_owned(),
            from: date(2026, 10, 26),
            to: date(2026, 11, 3),
        }],
        days_off: Vec::new(),
        regulations: Vec::new(),
        drafts: Vec::new(),
        timetables: vec![timetable()],
        journal: Journal::default(),
        tokens: Vec::new(),
    }
}

const FROM: Date = date(2026, 9, 1);
const TO: Date = date(2026, 12, 31);

fn weekly(day: Weekday, interval: u8, anchor: Date) -> Pattern {
    Pattern::Weekly { days: vec![day], interval, anchor }
}

fn timetable() -> Timetable {
    let parents = Audience::default().with(Group::Parents);
    let staff = Audience::default().with(Group::Staff);
    let both = [Weekday::Tuesday, Weekday::Wednesday];
    let mut phone = session(
        "staff-phone",
        staff,
        Pattern::Weekly { days: both.to_vec(), interval: 1, anchor: FROM },
        time((9, 0), (10, 0)),
    );
    phone.details.channel = Channel::Phone;
    phone.in_breaks = true;
    let afternoon = time((14, 30), (15, 15));
    Timetable {
        id: "timetable".to_owned(),
        position: 0,
        substituted: Vec::new(),
        place: Place::default(),
        from: FROM,
        to: TO,
        approval: Some(Approval {
            date: date(2026, 9, 1),
            by: None,
            order: None,
            protocols: vec![],
        }),
        note: None,
        people: vec![Person {
            id: "ivanova".to_owned(),
            name: "Иванова Мария Петровна".to_owned(),
            post: "учитель информатики".to_owned(),
            phone: Some("+7 (900) 000-00-00".to_owned()),
            email: None,
        }],
        sessions: vec![
            session("mon-diary", parents, weekly(Weekday::Monday, 1, FROM), afternoon),
            phone,
            session("late", Audience::EVERYBODY, late(), time((23, 0), (24, 0))),
            session("second-tuesday", parents, monthly(Weekday::Tuesday, 2), afternoon),
            session("last-friday", staff, monthly(Weekday::Friday, -1), afternoon),
            session(
                "chosen",
                Audience::EVERYBODY,
                Pattern::Dates(vec![date(2026, 9, 12), date(2026, 10, 10), date(2026, 10, 31)]),
                time((10, 0), (11, 30)),
            ),
        ],
        cancelled: vec![Cancellation {
            session: 0,
            date: date(2026, 9, 21),
            reason: Some("командировка".to_owned()),
            place: Place::default(),
        }],
        moved: vec![
            moved(date(2026, 9, 14), date(2026, 9, 15)),
            moved(date(2026, 10, 12), date(2026, 10, 20)),
        ],
        extra: vec![Extra {
            date: date(2026, 9, 25),
            time: time((18, 0), (19, 0)),
            details: details("meeting", parents),
            reason: None,
        }],
    }
}

fn late() -> Pattern {
    weekly(Weekday::Thursday, 2, date(2026, 9, 3))
}

fn monthly(day: Weekday, nth: i8) -> Pattern {
    Pattern::Monthly { days: vec![day], nth }
}

fn moved(from: Date, to: Date) -> Move {
    Move {
        session: 0,
        date: from,
        to,
        time: time((15, 0), (15, 45)),
        room: Some("библиотека".to_owned()),
        reason: Some("занят кабинет".to_owned()),
        place: Place::default(),
    }
}

/// Puts eight texts into all places where the school may write what it likes.
pub(super) fn put_words(school: &mut School, words: &[String]) {
    school.short_name.clone_from(&words[0]);
    let timetable = school.timetables.first_mut().expect("timetable");
    timetable.people[0].post.clone_from(&words[1]);
    timetable.people[0].name.clone_from(&words[2]);
    let all = timetable.sessions.iter_mut().map(|session| &mut session.details);
    for details in all.chain(timetable.extra.iter_mut().map(|extra| &mut extra.details)) {
        details.topic = Some(words[3].clone());
        details.room = Some(words[4].clone());
        details.booking = Some(words[5].clone());
        details.link = Some(words[6].clone());
    }
    for moved in &mut timetable.moved {
        moved.reason = Some(words[7].clone());
    }
}
