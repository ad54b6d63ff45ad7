//! The built-in production calendar.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::fields::parse_date;
use crate::model::calendar::{ProductionCalendar, WorkingYear};
use crate::source::Document;
use crate::source::yaml::{Node, Value};

/// The calendar in `document`. The file is our own and tested: what does not fit is left out.
pub(super) fn calendar(document: &Document) -> ProductionCalendar {
    let mut five_day = BTreeMap::new();
    let mut six_day = BTreeMap::new();
    let years = get(&document.root, "years").map(entries).unwrap_or_default();
    for (year, data) in years {
        let Ok(year) = year.scalar().parse() else { continue };
        if let Some(week) = get(data, "five_day") {
            let days_off = dates(get(week, "days_off_mon_fri"));
            let working_weekend = dates(get(week, "working_saturdays"));
            let short = dates(get(week, "short_days"));
            five_day.insert(year, WorkingYear { days_off, working_weekend, short });
        }
        if let Some(week) = get(data, "six_day") {
            let days_off = dates(get(week, "days_off_mon_sat"));
            let short = dates(get(week, "short_days"));
            let working_weekend = dates(get(week, "working_sundays"));
            six_day.insert(year, WorkingYear { days_off, working_weekend, short });
        }
    }
    ProductionCalendar::new(five_day, six_day)
}

fn entries(node: &Node) -> &[(Node, Node)] {
    match &node.value {
        Value::Map(entries) => entries,
        _ => &[],
    }
}

fn get<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    entries(node).iter().find(|(known, _)| known.scalar() == key).map(|(_, value)| value)
}

/// The dates of a list of dates or of maps with the key `date`.
fn dates(node: Option<&Node>) -> BTreeSet<Date> {
    let Some(Node { value: Value::List(items), .. }) = node else { return BTreeSet::new() };
    let texts = items.iter().map(|item| get(item, "date").unwrap_or(item).scalar());
    texts.filter_map(parse_date).collect()
}
