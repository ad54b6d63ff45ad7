//! Information systems and their support desks.

use jiff::civil::Weekday;

use super::clock::Zone;
use super::memo::Memo;
use super::text::RegulationText;
use super::timetable::TimeRange;

/// An information system (ИС): an electronic diary or journal that schools use.
#[derive(Debug, Clone)]
pub struct InformationSystem {
    /// Identifier: the file name without `.yaml`.
    pub id: String,
    /// Name as texts use it.
    pub name: String,
    /// Full name.
    pub full_name: Option<String>,
    /// Address of the system.
    pub website: Option<String>,
    /// Its support desk.
    pub desk: Option<SupportDesk>,
    /// What parents of its schools should remember; a school's own memo replaces it.
    pub memo: Option<Memo>,
    /// Sections that the acts of its schools have word for word.
    pub protected: Vec<ProtectedSection>,
}

/// A section that a school may not alter (раздел, который школа не вправе менять).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProtectedSection {
    /// Its title without a number; «…» stands for words of the school's own.
    pub title: String,
    /// Its text; «…» stands for words of the school's own, at most twelve.
    pub text: RegulationText,
    /// The same as Markdown.
    pub source: String,
}

/// The support desk (служба поддержки) of an information system.
#[derive(Debug, Clone)]
pub struct SupportDesk {
    /// Name of the desk.
    pub name: String,
    /// Zone in which [`SupportDesk::hours`] are stated.
    pub zone: Zone,
    /// Phones with a remark each («звонок платный»).
    pub phones: Vec<DeskPhone>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Page on which a request can be made.
    pub website: Option<String>,
    /// When what is done.
    pub hours: Vec<DeskHours>,
    /// What else to know.
    pub note: Option<String>,
}

/// A phone of a support desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskPhone {
    /// The number as written for people.
    pub number: String,
    /// Remark, for instance whether the call is free.
    pub note: Option<String>,
}

/// One line of a desk's working hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskHours {
    /// What is done in these hours.
    pub service: String,
    /// On which days.
    pub days: DeskDays,
    /// In which hours.
    pub open: OpenHours,
}

/// Days on which a desk works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeskDays {
    /// Every day, weekends and holidays included.
    Daily,
    /// Working days of the production calendar, five-day week.
    Workdays,
    /// These weekdays, in order from Monday.
    Weekdays(Vec<Weekday>),
}

/// Hours in which a desk works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenHours {
    /// Around the clock (круглосуточно).
    Always,
    /// From–to in the desk's zone, on one day.
    Between(TimeRange),
}
