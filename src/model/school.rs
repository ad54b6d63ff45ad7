//! A school and what belongs to it.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, Weekday};

use super::calendar::WorkingWeek;
use super::clock::Zone;
use super::journal::{Journal, Token};
use super::memo::Memo;
use super::print::PrintSettings;
use super::regulation::{Draft, Regulation};
use super::system::InformationSystem;
use super::template::Values;
use super::timetable::{Person, TimeRange, Timetable};

/// A school (общеобразовательная организация).
#[derive(Debug, Clone)]
pub struct School {
    /// Identifier: the folder's name; also the folder of its pages.
    pub id: String,
    /// Full official name.
    pub name: String,
    /// Short name.
    pub short_name: String,
    /// Town.
    pub city: String,
    /// Region.
    pub region: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Phone of the school.
    pub phone: Option<String>,
    /// E-mail of the school.
    pub email: Option<String>,
    /// The school's present website.
    pub website: Option<String>,
    /// Time zone of all local dates and times of the school.
    pub zone: Zone,
    /// Five- or six-day working week.
    pub week: WorkingWeek,
    /// When people can be in the building; `None` if not given.
    pub hours: Option<BuildingHours>,
    /// Accent colour as `#rrggbb`, lower case; contrast to white is at least 4.5:1.
    pub accent: Option<String>,
    /// Head of the school.
    pub director: Option<Officer>,
    /// Founder (учредитель).
    pub founder: Option<Founder>,
    /// The information system that the school uses.
    pub system: Option<Arc<InformationSystem>>,
    /// The school's own memo for parents.
    pub memo: Option<Memo>,
    /// Values of the parameters of model regulations, by id of the model.
    pub parameters: BTreeMap<String, Values>,
    /// Which posters are made.
    pub print: PrintSettings,
    /// School holidays (каникулы), by date.
    pub breaks: Vec<SchoolBreak>,
    /// Regional and own days off, by date.
    pub days_off: Vec<DayOff>,
    /// Regulations in the order of their identifiers.
    pub regulations: Vec<Regulation>,
    /// Drafts in the order of the identifiers of their regulations.
    pub drafts: Vec<Draft>,
    /// Consultation timetables by their first day.
    pub timetables: Vec<Timetable>,
    /// The publication journal; empty if there is none.
    pub journal: Journal,
    /// Time stamps of the journal, in the order of its entries.
    pub tokens: Vec<Token>,
}

impl School {
    /// The timetable that is valid on `date`; if there is none, the next one, else the last.
    #[must_use]
    pub fn timetable_on(&self, date: Date) -> Option<&Timetable> {
        let valid = self.timetables.iter().find(|t| t.from <= date && date <= t.to);
        let next = || self.timetables.iter().find(|t| t.from > date);
        valid.or_else(next).or_else(|| self.timetables.last())
    }

    /// The memo for parents: the school's own, else that of its information system.
    #[must_use]
    pub fn memo(&self) -> Option<&Memo> {
        let shared = || self.system.as_ref().and_then(|system| system.memo.as_ref());
        self.memo.as_ref().or_else(shared)
    }

    /// Everybody who gives a consultation by one of the timetables, also as a substitute, by id;
    /// as the last timetable that names the person has it.
    #[must_use]
    pub fn consultants(&self) -> Vec<&Person> {
        let mut people = BTreeMap::new();
        for timetable in &self.timetables {
            let regular = timetable.sessions.iter().map(|session| session.details.person);
            let extra = timetable.extra.iter().map(|extra| extra.details.person);
            let substitutes = timetable.substituted.iter().map(|taken| taken.person);
            let indices = regular.chain(extra).chain(substitutes);
            let named = indices.filter_map(|index| timetable.people.get(index));
            people.extend(named.map(|person| (person.id.as_str(), person)));
        }
        people.into_values().collect()
    }
}

/// Hours of the building (часы работы здания) by weekday.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BuildingHours([Option<TimeRange>; 7]);

impl BuildingHours {
    /// The hours of the seven days from Monday; `None` for a day on which it is closed.
    #[must_use]
    pub const fn new(days: [Option<TimeRange>; 7]) -> Self {
        Self(days)
    }

    /// The hours on this day of the week; `None` if the building is closed.
    #[must_use]
    pub fn on(self, day: Weekday) -> Option<TimeRange> {
        self.0[usize::from(day.to_monday_zero_offset().unsigned_abs())]
    }
}

/// A person in office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Officer {
    /// «Фамилия Имя Отчество».
    pub name: String,
    /// Post (должность).
    pub post: String,
}

/// The founder (учредитель) or controlling body of a school.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Founder {
    /// Name of the body.
    pub name: String,
    /// Postal address.
    pub address: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Website.
    pub website: Option<String>,
    /// Reception hours, as text.
    pub hours: Option<String>,
}

/// School holidays (каникулы).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolBreak {
    /// Name, «Осенние каникулы».
    pub name: String,
    /// First day, included.
    pub from: Date,
    /// Last day, included.
    pub to: Date,
}

/// A regional or own day off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayOff {
    /// The day.
    pub date: Date,
    /// Its name.
    pub name: String,
}
