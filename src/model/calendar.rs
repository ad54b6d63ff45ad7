//! The Russian production calendar: which days are worked.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Weekday};

/// Working days of the week (рабочая неделя).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkingWeek {
    /// Monday to Friday.
    FiveDay,
    /// Monday to Saturday.
    SixDay,
}

/// What a day is for those who work by the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind {
    /// A working day (рабочий день).
    Working,
    /// An ordinary day off of the week (выходной).
    Weekend,
    /// A public holiday (нерабочий праздничный день).
    Holiday(Holiday),
    /// A day off that was moved here from another date (перенос выходного).
    TransferredDayOff,
}

/// Public holidays of Labour Code art. 112.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holiday {
    /// Новогодние каникулы, 1–6 and 8 January.
    NewYear,
    /// Рождество Христово, 7 January.
    Christmas,
    /// День защитника Отечества, 23 February.
    Defender,
    /// Международный женский день, 8 March.
    Women,
    /// Праздник Весны и Труда, 1 May.
    Labour,
    /// День Победы, 9 May.
    Victory,
    /// День России, 12 June.
    Russia,
    /// День народного единства, 4 November.
    Unity,
}

impl Holiday {
    /// The holiday on this day of the year (Labour Code art. 112 part 1).
    #[must_use]
    pub fn on(date: Date) -> Option<Self> {
        Some(match (date.month(), date.day()) {
            (1, 7) => Self::Christmas,
            (1, 1..=8) => Self::NewYear,
            (2, 23) => Self::Defender,
            (3, 8) => Self::Women,
            (5, 1) => Self::Labour,
            (5, 9) => Self::Victory,
            (6, 12) => Self::Russia,
            (11, 4) => Self::Unity,
            _ => return None,
        })
    }

    /// Name in message keys: `holiday-` and this.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NewYear => "new-year",
            Self::Christmas => "christmas",
            Self::Defender => "defender",
            Self::Women => "women",
            Self::Labour => "labour",
            Self::Victory => "victory",
            Self::Russia => "russia",
            Self::Unity => "unity",
        }
    }
}

/// One adopted year of the calendar for one kind of week.
#[derive(Debug, Clone, Default)]
pub struct WorkingYear {
    /// Days off beyond ordinary weekends: holidays and transferred days.
    pub days_off: BTreeSet<Date>,
    /// Days of ordinary weekends that are worked.
    pub working_weekend: BTreeSet<Date>,
    /// Working days that are an hour shorter.
    pub short: BTreeSet<Date>,
}

/// The production calendar (производственный календарь): the adopted years.
///
/// Beyond them the days off of art. 112 are computed without transfers;
/// [`ProductionCalendar::knows`] tells which dates are adopted.
#[derive(Debug, Clone, Default)]
pub struct ProductionCalendar {
    five_day: BTreeMap<i16, WorkingYear>,
    six_day: BTreeMap<i16, WorkingYear>,
}

impl ProductionCalendar {
    /// The calendar with these adopted years, for the five- and the six-day week.
    #[must_use]
    pub fn new(five_day: BTreeMap<i16, WorkingYear>, six_day: BTreeMap<i16, WorkingYear>) -> Self {
        Self { five_day, six_day }
    }

    /// Whether the year of `date` is adopted, transfers included.
    #[must_use]
    pub fn knows(&self, date: Date) -> bool {
        self.five_day.contains_key(&date.year())
    }

    /// What `date` is for a school with this week.
    #[must_use]
    pub fn day(&self, date: Date, week: WorkingWeek) -> DayKind {
        let weekend = match week {
            WorkingWeek::FiveDay => {
                matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
            }
            WorkingWeek::SixDay => date.weekday() == Weekday::Sunday,
        };
        if let Some(holiday) = Holiday::on(date) {
            return DayKind::Holiday(holiday);
        }
        let year = self.year(date, week);
        if weekend && !year.is_some_and(|y| y.working_weekend.contains(&date)) {
            DayKind::Weekend
        } else if year.is_some_and(|y| y.days_off.contains(&date)) {
            DayKind::TransferredDayOff
        } else {
            DayKind::Working
        }
    }

    /// Whether `date` is a working day that is an hour shorter (предпраздничный).
    #[must_use]
    pub fn is_short(&self, date: Date, week: WorkingWeek) -> bool {
        self.year(date, week).is_some_and(|y| y.short.contains(&date))
    }

    fn year(&self, date: Date, week: WorkingWeek) -> Option<&WorkingYear> {
        match week {
            WorkingWeek::FiveDay => self.five_day.get(&date.year()),
            WorkingWeek::SixDay => self.six_day.get(&date.year()),
        }
    }
}
