//! `hours` of `school.yaml`: when people can be in the building.

use super::fields;
use crate::diagnostics::{Diagnostic, Diagnostics, Severity};
use crate::language::dates;
use crate::model::school::BuildingHours;
use crate::model::timetable::TimeRange;
use crate::source::Document;
use crate::source::yaml::{Node, Value};

/// A map of a weekday (`sat`) or a range of weekdays (`mon-fri`) to a range of time; `None` if any
/// of it is wrong.
pub(super) fn hours(
    document: &Document,
    node: &Node,
    found: &mut Diagnostics,
) -> Option<BuildingHours> {
    let Value::Map(entries) = &node.value else {
        found.push(fields::wrong_type(document, node, "map"));
        return None;
    };
    let mut days: [Option<TimeRange>; 7] = [None; 7];
    let mistakes = found.count(Severity::Error);
    for (key, value) in entries {
        let open = fields::time_range(document, value, found);
        let Some(span) = weekdays(key.scalar()) else {
            let wrong = Diagnostic::error("hours-days", document.place(key));
            found.push(wrong.with("days", key.scalar()));
            continue;
        };
        if days[span.clone()].iter().any(Option::is_some) {
            let twice = Diagnostic::error("hours-day-twice", document.place(key));
            found.push(twice.with("days", key.scalar()));
        }
        days[span].fill(open);
    }
    (found.count(Severity::Error) == mistakes).then(|| BuildingHours::new(days))
}

/// The days of `sat` or `mon-fri`, 0 for Monday; `None` if they are none or stand in wrong order.
fn weekdays(key: &str) -> Option<std::ops::RangeInclusive<usize>> {
    let (first, last) = key.split_once(['-', '–']).unwrap_or((key, key));
    let index = |name: &str| dates::WEEKDAY_IDS.iter().position(|id| *id == name.trim());
    let (first, last) = (index(first)?, index(last)?);
    (first <= last).then_some(first..=last)
}
