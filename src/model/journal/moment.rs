//! A moment as the clocks of a school showed it.

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};

use crate::model::clock::Zone;

/// Form of the local time, whole seconds.
const LOCAL: &str = "%Y-%m-%dT%H:%M:%S";

/// A moment with the offset that was valid then: later changes of the zone's rules do not change
/// what the journal says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// Local time, whole seconds.
    local: DateTime,
    offset: Offset,
    /// Name of the zone in the IANA database.
    zone: String,
}

impl Moment {
    /// `now` by the clocks of `zone`; parts of a second are left out.
    #[must_use]
    pub fn new(now: Timestamp, zone: &Zone) -> Self {
        let offset = zone.rules.to_offset(now);
        let local = offset.to_datetime(now);
        let local = local.with().subsec_nanosecond(0).build().unwrap_or(local);
        Self { local, offset, zone: zone.name.clone() }
    }

    /// The moment written as [`Moment::text`] does, of this zone.
    #[must_use]
    pub fn read(text: &str, zone: &str) -> Option<Self> {
        let (local, offset) = text.split_at_checked(text.len().checked_sub(6)?)?;
        let local = DateTime::strptime(LOCAL, local).ok()?;
        let (sign, clock) = offset.split_at_checked(1)?;
        let (hours, minutes) = clock.split_once(':')?;
        let seconds = hours.parse::<i32>().ok()? * 3600 + minutes.parse::<i32>().ok()? * 60;
        let seconds = if sign == "-" { -seconds } else { seconds };
        let moment = Self {
            local,
            offset: Offset::from_seconds(seconds).ok()?,
            zone: Some(zone).filter(|zone| !zone.is_empty())?.to_owned(),
        };
        (moment.text() == text).then_some(moment)
    }

    /// RFC 3339, `2026-11-20T14:05:09+07:00`.
    #[must_use]
    pub fn text(&self) -> String {
        let minutes = self.offset.seconds() / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
        format!("{}{sign}{hours:02}:{minutes:02}", self.local.strftime(LOCAL))
    }

    /// Name of the zone in the IANA database.
    #[must_use]
    pub fn zone(&self) -> &str {
        &self.zone
    }

    /// Local time, whole seconds.
    #[must_use]
    pub fn local(&self) -> DateTime {
        self.local
    }

    /// Local date.
    #[must_use]
    pub fn date(&self) -> Date {
        self.local.date()
    }

    /// The same moment in UTC.
    #[must_use]
    pub fn utc(&self) -> DateTime {
        let ahead = SignedDuration::from_secs(i64::from(self.offset.seconds()));
        self.local.saturating_sub(ahead)
    }
}
