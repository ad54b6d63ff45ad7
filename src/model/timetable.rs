//! The consultation timetable.

use std::fmt;

use jiff::civil::{Date, Weekday};

use super::audience::Audience;
use super::regulation::Approval;
use crate::diagnostics::Place;

/// A consultation timetable (график консультаций).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timetable {
    /// Identifier, unique within the school: the file name without its ending.
    pub id: String,
    /// 0-based position in [`super::school::School::timetables`].
    pub position: usize,
    /// First day of validity, included.
    pub from: Date,
    /// Last day of validity, included.
    pub to: Date,
    /// Approval of the timetable; `None` while it is marked as still to be filled in.
    pub approval: Option<Approval>,
    /// A sentence to be shown with it.
    pub note: Option<String>,
    /// Consultants, in source order.
    pub people: Vec<Person>,
    /// Regular sessions, in source order; ids differ, also from those of `extra`.
    pub sessions: Vec<Session>,
    /// Instances that do not take place.
    pub cancelled: Vec<Cancellation>,
    /// Instances that take place at another time or in another room.
    pub moved: Vec<Move>,
    /// Instances that somebody else takes over.
    pub substituted: Vec<Substitution>,
    /// Single consultations and meetings beyond the regular ones.
    pub extra: Vec<Extra>,
    /// Where its validity stands in the source.
    pub place: Place,
}

/// Instances that somebody else takes over (замена).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Substitution {
    /// Index into [`Timetable::sessions`].
    pub session: usize,
    /// First day, included.
    pub from: Date,
    /// Last day, included; the session is planned on at least one day from the first to the last.
    pub to: Date,
    /// Index of who takes over in [`Timetable::people`]; not the consultant of the session.
    pub person: usize,
    /// Why.
    pub reason: Option<String>,
    /// Where its first day stands in the source.
    pub place: Place,
}

/// Names of calendar feeds, and of pages beside them, that no person's id may be.
pub const RESERVED_IDS: [&str; 6] = ["all", "parents", "staff", "pupils", "deadlines", "index"];

/// A consultant (ответственный за консультирование).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Identifier, unique within the timetable, none of [`RESERVED_IDS`]; the same id in
    /// several timetables of a school is the same person.
    pub id: String,
    /// «Фамилия Имя Отчество».
    pub name: String,
    /// Post (должность).
    pub post: String,
    /// Phone that the school publishes.
    pub phone: Option<String>,
    /// E-mail that the school publishes.
    pub email: Option<String>,
}

/// A regular session (консультация по графику).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// On which days it is planned.
    pub pattern: Pattern,
    /// First day, included; not before the timetable's.
    pub from: Date,
    /// Last day, included; not after the timetable's.
    pub to: Date,
    /// Planned time of the day.
    pub time: TimeRange,
    /// Whether it goes on in the school's breaks.
    pub in_breaks: bool,
    /// Who, where, what.
    pub details: Details,
}

/// What a regular session and an extra one have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    /// Stable identifier, unique within the timetable.
    pub id: String,
    /// Index of the consultant in [`Timetable::people`].
    pub person: usize,
    /// For whom.
    pub audience: Audience,
    /// Room (кабинет).
    pub room: Option<String>,
    /// How the consultation is given.
    pub channel: Channel,
    /// Address of a video meeting.
    pub link: Option<String>,
    /// How to make an appointment; `None`: no appointment is needed.
    pub booking: Option<String>,
    /// What it is about.
    pub topic: Option<String>,
    /// Where its id stands in the source.
    pub place: Place,
}

/// The days of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pattern {
    /// On these weekdays every `interval` weeks, counted from the week (Monday to Sunday)
    /// of `anchor`; `interval` is 1 to 8. Weekdays are in order from Monday and differ.
    Weekly {
        /// Weekdays.
        days: Vec<Weekday>,
        /// Weeks from one to the next.
        interval: u8,
        /// A day of a week in which the session takes place.
        anchor: Date,
    },
    /// On the n-th of these weekdays of each month.
    Monthly {
        /// Weekdays.
        days: Vec<Weekday>,
        /// Which one: 1 to 4 from the month's begin, -1 the last.
        nth: i8,
    },
    /// On these dates, in order.
    Dates(Vec<Date>),
}

/// How a consultation is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Channel {
    /// Лично.
    #[default]
    InPerson,
    /// По телефону.
    Phone,
    /// По электронной почте.
    Email,
    /// По видеосвязи.
    Video,
}

impl Channel {
    /// All channels.
    pub const ALL: [Self; 4] = [Self::InPerson, Self::Phone, Self::Email, Self::Video];

    /// Name in files and message keys.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::InPerson => "in-person",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Video => "video",
        }
    }
}

/// An instance that does not take place (отмена).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cancellation {
    /// Index into [`Timetable::sessions`].
    pub session: usize,
    /// Planned date; the session has an instance on it.
    pub date: Date,
    /// Why.
    pub reason: Option<String>,
    /// Where the date stands in the source.
    pub place: Place,
}

/// An instance that takes place otherwise than planned (перенос).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// Index into [`Timetable::sessions`].
    pub session: usize,
    /// Planned date; the session has an instance on it.
    pub date: Date,
    /// Date on which it takes place.
    pub to: Date,
    /// Time at which it takes place.
    pub time: TimeRange,
    /// Room in which it takes place.
    pub room: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Where the new date stands in the source.
    pub place: Place,
}

/// A single consultation or meeting (дополнительная консультация, родительское собрание).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extra {
    /// The day.
    pub date: Date,
    /// The time.
    pub time: TimeRange,
    /// Who, where, what.
    pub details: Details,
    /// Why it takes place.
    pub reason: Option<String>,
}

/// A local time of the day in minutes from midnight, 0 to 1440 (24:00).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// The time `hour:minute`; `None` unless it lies within 00:00 and 24:00.
    #[must_use]
    pub const fn new(hour: u16, minute: u16) -> Option<Self> {
        if minute < 60 && (hour < 24 || hour == 24 && minute == 0) {
            Some(Self(hour * 60 + minute))
        } else {
            None
        }
    }

    /// Minutes from midnight, 0 to 1440.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// Hour, 0 to 24.
    #[must_use]
    pub const fn hour(self) -> u16 {
        self.0 / 60
    }

    /// Minute, 0 to 59.
    #[must_use]
    pub const fn minute(self) -> u16 {
        self.0 % 60
    }
}

/// `HH:MM`.
impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())
    }
}

/// A range of local time on one day; `start` is before `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeRange {
    /// Begin, included.
    pub start: TimeOfDay,
    /// End, not included.
    pub end: TimeOfDay,
}

/// `HH:MM–HH:MM` with an en dash.
impl fmt::Display for TimeRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}–{}", self.start, self.end)
    }
}

impl TimeRange {
    /// Whether the two ranges have a moment in common.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}
