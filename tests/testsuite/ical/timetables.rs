//! Random schools and texts.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use reglament::diagnostics::Place;
use reglament::model::audience::{Audience, Group};
use reglament::model::occurrence::planned_dates;
use reglament::model::school::{DayOff, School, SchoolBreak};
use reglament::model::timetable::{
    Cancellation, Extra, Move, Pattern, Person, Session, Substitution, TimeOfDay, TimeRange,
    Timetable,
};

use super::sample::{details, sample_school, session};

/// Zones of schools in Russia, and others with daylight saving time of all sorts.
pub(super) const ZONES: [&str; 16] = [
    "Europe/Kaliningrad",
    "Europe/Moscow",
    "Europe/Volgograd",
    "Europe/Samara",
    "Asia/Yekaterinburg",
    "Asia/Krasnoyarsk",
    "Asia/Yakutsk",
    "Asia/Vladivostok",
    "Asia/Kamchatka",
    "Europe/Berlin",
    "Europe/Dublin",
    "America/New_York",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "UTC",
];

/// A school with a random timetable, breaks, days off, moves and cancellations.
pub(super) fn schools() -> impl Strategy<Value = School> {
    let term = (0_i32..500, 20_i32..300);
    let days_off = prop::collection::vec(0_i32..300, 0..4);
    let parts = (sessions(), exceptions(), extras(), breaks(), days_off, substitutions());
    (select(&ZONES[..]), term, parts).prop_map(|(zone, (begin, length), parts)| {
        let from = date(2025, 8, 15) + begin.days();
        let to = from + length.days();
        let (sessions, exceptions, extras, breaks, days_off, substitutions) = parts;
        let mut school = sample_school(zone);
        school.breaks = breaks.into_iter().map(|b| school_break(from, b)).collect();
        school.days_off = days_off.iter().map(|day| day_off(from, *day)).collect();
        let timetable = school.timetables.first_mut().expect("timetable");
        (timetable.from, timetable.to) = (from, to);
        timetable.sessions = sessions
            .into_iter()
            .enumerate()
            .map(|(index, raw)| raw.resolve(index, from, to))
            .collect();
        (timetable.cancelled, timetable.moved) = (Vec::new(), Vec::new());
        timetable.people.extend(["petrov", "orlova"].map(person));
        for substitution in substitutions {
            substitution.apply(timetable);
        }
        for exception in exceptions {
            exception.apply(timetable);
        }
        timetable.extra = extras
            .into_iter()
            .enumerate()
            .map(|(index, (day, time, audience))| Extra {
                date: from + day.days(),
                time,
                details: details(&format!("extra-{index}"), audience),
                reason: None,
            })
            .collect();
        school
    })
}

/// Text that a careless or hostile author might write.
pub(super) fn hostile() -> impl Strategy<Value = String> {
    let pieces = select(vec![
        "\r\n",
        "\n",
        "\r",
        "\t",
        "\u{0}",
        "\u{7}",
        "\u{85}",
        "\u{2028}",
        "\u{202e}",
        "\u{feff}",
        ",",
        ";",
        ":",
        "\\",
        "\\n",
        "\"",
        "BEGIN:VEVENT",
        "END:VCALENDAR",
        "\r\nATTENDEE:mailto:x",
        "й",
        "и\u{306}",
        "\u{301}",
        "😀",
        "№ 5",
        "  ",
        "Щёголева",
        "a",
        "Кабинет",
    ]);
    let mixed = prop_oneof![
        pieces.prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
        "[а-яё ]{1,40}"
    ];
    prop::collection::vec(mixed, 0..14).prop_map(|parts| parts.concat())
}

#[derive(Debug, Clone)]
struct RawSession {
    pattern: RawPattern,
    days: Vec<Weekday>,
    time: TimeRange,
    audience: Audience,
    in_breaks: bool,
    /// Index of who gives it.
    person: usize,
    /// Days cut from the timetable's validity at both ends.
    cut: (i32, i32),
}

#[derive(Debug, Clone)]
enum RawPattern {
    Weekly { interval: u8, anchor: i32 },
    Monthly(i8),
    Dates(Vec<i32>),
}

impl RawSession {
    fn resolve(self, index: usize, from: Date, to: Date) -> Session {
        let days = self.days;
        let pattern = match self.pattern {
            RawPattern::Weekly { interval, anchor } => {
                Pattern::Weekly { days, interval, anchor: from + anchor.days() }
            }
            RawPattern::Monthly(nth) => Pattern::Monthly { days, nth },
            RawPattern::Dates(mut dates) => {
                dates.sort_unstable();
                dates.dedup();
                Pattern::Dates(dates.into_iter().map(|day| from + day.days()).collect())
            }
        };
        let mut session = session(&format!("s{index}"), self.audience, pattern, self.time);
        session.from = (from + self.cut.0.days()).min(to);
        session.to = (to - self.cut.1.days()).max(session.from);
        session.in_breaks = self.in_breaks;
        session.details.person = self.person;
        session
    }
}

#[derive(Debug, Clone)]
struct Exception {
    session: Index,
    instance: Index,
    /// `None`: cancelled. Days by which it is moved, and the new time.
    moved: Option<(i32, TimeRange)>,
}

impl Exception {
    /// Adds the exception unless there is no instance or it already has one.
    fn apply(self, timetable: &mut Timetable) {
        let session = self.session.index(timetable.sessions.len());
        let planned = planned_dates(&timetable.sessions[session]);
        if planned.is_empty() {
            return;
        }
        let date = planned[self.instance.index(planned.len())];
        let known = timetable.moved.iter().any(|m| (m.session, m.date) == (session, date))
            || timetable.cancelled.iter().any(|c| (c.session, c.date) == (session, date));
        match self.moved {
            _ if known => {}
            None => {
                let place = Place::default();
                timetable.cancelled.push(Cancellation { session, date, reason: None, place });
            }
            Some((days, time)) => {
                let to = date + days.days();
                let (room, reason, place) = (None, None, Place::default());
                timetable.moved.push(Move { session, date, to, time, room, reason, place });
            }
        }
    }
}

fn person(id: &str) -> Person {
    let name = format!("Иванов {id}");
    Person { id: id.to_owned(), name, post: "учитель".to_owned(), phone: None, email: None }
}

#[derive(Debug, Clone)]
struct RawSubstitution {
    session: Index,
    instance: Index,
    /// Days from the first to the last.
    days: i32,
    person: usize,
}

impl RawSubstitution {
    /// Adds the substitution unless nothing is planned.
    fn apply(self, timetable: &mut Timetable) {
        let session = self.session.index(timetable.sessions.len());
        let planned = planned_dates(&timetable.sessions[session]);
        if planned.is_empty() {
            return;
        }
        let from = planned[self.instance.index(planned.len())];
        let (to, person, place) = (from + self.days.days(), self.person, Place::default());
        let reason = None;
        timetable.substituted.push(Substitution { session, from, to, person, reason, place });
    }
}

fn substitutions() -> impl Strategy<Value = Vec<RawSubstitution>> {
    let days = prop_oneof![2 => Just(0), 1 => 1_i32..40];
    let raw = (any::<Index>(), any::<Index>(), days, 0_usize..3).prop_map(
        |(session, instance, days, person)| RawSubstitution { session, instance, days, person },
    );
    prop::collection::vec(raw, 0..4)
}

fn sessions() -> impl Strategy<Value = Vec<RawSession>> {
    let pattern = prop_oneof![
        4 => Just(RawPattern::Weekly { interval: 1, anchor: 0 }),
        2 => (2_u8..=4, -30_i32..60).prop_map(|(interval, anchor)| RawPattern::Weekly { interval, anchor }),
        2 => select(vec![1_i8, 2, 3, 4, -1]).prop_map(RawPattern::Monthly),
        1 => prop::collection::vec(0_i32..200, 1..6).prop_map(RawPattern::Dates),
    ];
    let cut = prop_oneof![2 => Just((0, 0)), 1 => (0_i32..40, 0_i32..40)];
    let session = (pattern, weekdays(), times(), audiences(), any::<bool>(), 0_usize..3, cut)
        .prop_map(|(pattern, days, time, audience, in_breaks, person, cut)| RawSession {
            pattern,
            days,
            time,
            audience,
            in_breaks,
            person,
            cut,
        });
    prop::collection::vec(session, 1..6)
}

fn weekdays() -> impl Strategy<Value = Vec<Weekday>> {
    prop::collection::btree_set(0_i8..7, 1..4).prop_map(|days| {
        days.into_iter()
            .map(|day| Weekday::from_monday_zero_offset(day).expect("weekday"))
            .collect()
    })
}

/// Times from 06:00, beyond the hours in which clocks change, to 24:00.
fn times() -> impl Strategy<Value = TimeRange> {
    (360_u16..1435, 1_u16..180).prop_map(|(start, length)| {
        let time = |minutes: u16| TimeOfDay::new(minutes / 60, minutes % 60).expect("time");
        TimeRange { start: time(start), end: time((start + length).min(1440)) }
    })
}

fn audiences() -> impl Strategy<Value = Audience> {
    let sets = prop::collection::btree_set(select(&Group::ALL[..]), 1..=3);
    sets.prop_map(|groups| groups.into_iter().fold(Audience::default(), Audience::with))
}

fn exceptions() -> impl Strategy<Value = Vec<Exception>> {
    let moved = prop::option::weighted(0.7, (-16_i32..17, times()));
    let exception = (any::<Index>(), any::<Index>(), moved)
        .prop_map(|(session, instance, moved)| Exception { session, instance, moved });
    prop::collection::vec(exception, 0..8)
}

fn extras() -> impl Strategy<Value = Vec<(i32, TimeRange, Audience)>> {
    prop::collection::vec((0_i32..300, times(), audiences()), 0..3)
}

fn breaks() -> impl Strategy<Value = Vec<(i32, i32)>> {
    prop::collection::vec((0_i32..250, 0_i32..30), 0..4)
}

fn school_break(from: Date, (begin, length): (i32, i32)) -> SchoolBreak {
    let begin = from + begin.days();
    SchoolBreak { name: "Каникулы".to_owned(), from: begin, to: begin + length.days() }
}

fn day_off(from: Date, day: i32) -> DayOff {
    DayOff { date: from + day.days(), name: "Выходной".to_owned() }
}
