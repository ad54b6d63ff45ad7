//! The one clock of a run.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// What day it is: a run has one clock, given from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// This date everywhere.
    Date(Date),
    /// The date of this moment in each school's zone; UTC for the site as a whole.
    Moment(Timestamp),
}

impl Clock {
    /// Today's date in `zone`.
    #[must_use]
    pub fn today(self, zone: &TimeZone) -> Date {
        match self {
            Self::Date(date) => date,
            Self::Moment(moment) => moment.to_zoned(zone.clone()).date(),
        }
    }

    /// The moment of the run: noon in `zone` if only a date is known.
    #[must_use]
    pub fn moment(self, zone: &TimeZone) -> Timestamp {
        match self {
            Self::Date(date) => {
                let noon = date.at(12, 0, 0, 0).to_zoned(zone.clone());
                noon.map_or(Timestamp::UNIX_EPOCH, |noon| noon.timestamp())
            }
            Self::Moment(moment) => moment,
        }
    }

    /// The moment of the run in UTC, in whole seconds: midnight if only a date is known.
    #[must_use]
    pub fn now(self) -> DateTime {
        match self {
            Self::Date(date) => date.at(0, 0, 0, 0),
            Self::Moment(moment) => {
                let now = moment.to_zoned(TimeZone::UTC).datetime();
                now.with().subsec_nanosecond(0).build().unwrap_or(now)
            }
        }
    }
}
