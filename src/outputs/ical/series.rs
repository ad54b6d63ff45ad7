//! How the instances of a session are put into events: one series per weekday, its exceptions,
//! and what a series cannot hold.

use jiff::civil::{Date, Weekday};

use super::instant::{day, weekday};
use crate::model::occurrence::{Occurrence, Outcome};
use crate::model::timetable::Pattern;

/// The instances of one session on one weekday, arranged for a calendar.
#[derive(Debug, Default)]
pub(super) struct Series<'a> {
    /// Instances of the recurring event in the order of their planned dates: held, cancelled,
    /// and those moved without passing a neighbour.
    pub(super) kept: Vec<&'a Occurrence<'a>>,
    /// Planned dates between the first and the last kept one on which the event is left out.
    pub(super) left_out: Vec<Date>,
    /// Moved instances that land on or beyond a neighbour: events of their own.
    pub(super) apart: Vec<&'a Occurrence<'a>>,
}

/// Arranges the instances of one session and weekday, whatever their order.
///
/// Days off at either end shorten the series instead of being left out of it: several calendar
/// programs mistake a series whose first instance is left out.
pub(super) fn arrange<'a>(mut instances: Vec<&'a Occurrence<'a>>) -> Series<'a> {
    instances.sort_by_key(|instance| instance.planned);
    let mut series = Series::default();
    let planned = instances.iter().filter(|i| !matches!(i.outcome, Outcome::Skipped(_)));
    series.kept = planned.copied().collect();
    while let Some(index) = misplaced(&series.kept) {
        series.apart.push(series.kept.remove(index));
    }
    series.apart.sort_by_key(|instance| instance.planned);
    if let (Some(first), Some(last)) = (series.kept.first(), series.kept.last()) {
        let within = instances.iter().map(|instance| instance.planned);
        let within = within.filter(|date| first.planned < *date && *date < last.planned);
        let is_kept = |date: &Date| series.kept.binary_search_by_key(date, |i| i.planned).is_ok();
        series.left_out = within.filter(|date| !is_kept(date)).collect();
    }
    series
}

/// The first moved instance that does not stay between its neighbours.
fn misplaced(kept: &[&Occurrence<'_>]) -> Option<usize> {
    (0..kept.len()).find(|&index| {
        let date = kept[index].date;
        let after_previous = index == 0 || kept[index - 1].date < date;
        let before_next = kept.get(index + 1).is_none_or(|next| date < next.date);
        date != kept[index].planned && !(after_previous && before_next)
    })
}

/// The recurrence rule of a series on `on`, up to `until`, whose time is the end of that day
/// in UTC; `None` for chosen dates, which follow no rule.
pub(super) fn rule(pattern: &Pattern, on: Weekday, until: Date) -> Option<String> {
    let (weekday, until) = (weekday(on), day(until));
    let when = match pattern {
        Pattern::Weekly { interval: 0 | 1, .. } => format!("WEEKLY;BYDAY={weekday}"),
        Pattern::Weekly { interval, .. } => format!("WEEKLY;INTERVAL={interval};BYDAY={weekday}"),
        Pattern::Monthly { nth, .. } => format!("MONTHLY;BYDAY={nth}{weekday}"),
        Pattern::Dates(_) => return None,
    };
    Some(format!("FREQ={when};UNTIL={until}T235959Z"))
}
