//! Stage 2½, judge: what is understood may still be wrong.
//!
//! Each rule is one file with one function; [`run`] calls them all for one school.

mod act_ending;
mod change_on_day_off;
mod date_on_day_off;
mod frozen_changed;
mod journal_edition;
mod overlap;
mod posted_date;
mod posting_due;
mod schooldays;
mod session_all_skipped;
mod session_on_short_day;
mod session_outside_hours;
mod text;
mod text_changed;
mod timetable_ending;
mod timetable_gap;
mod timetable_overlap;

use jiff::civil::Date;

use crate::diagnostics::Diagnostics;
use crate::model::calendar::ProductionCalendar;
use crate::model::occurrence::Occurrence;
use crate::model::school::School;

/// A school under judgement.
struct Subject<'a> {
    school: &'a School,
    /// All instances of its timetables, by date.
    occurrences: &'a [Occurrence<'a>],
    calendar: &'a ProductionCalendar,
    /// Today's date at the school.
    today: Date,
    purpose: Purpose,
}

/// What a school is judged for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To say what is wrong: an edition that is late is an error.
    Check,
    /// To build the site: what is late has to be published all the same, so it is a warning.
    Build,
}

/// A rule: reports to the findings.
type Rule = fn(&Subject<'_>, &mut Diagnostics);

/// All rules but those about texts.
const RULES: [Rule; 15] = [
    overlap::check,
    session_outside_hours::check,
    session_on_short_day::check,
    session_all_skipped::check,
    change_on_day_off::check,
    date_on_day_off::check,
    timetable_overlap::check,
    timetable_gap::check,
    timetable_ending::check,
    frozen_changed::check,
    posted_date::check,
    posting_due::check,
    text_changed::check,
    journal_edition::check,
    act_ending::check,
];

/// The findings of all rules for one school; `today` is the date at the school.
#[must_use]
pub fn run(
    school: &School,
    occurrences: &[Occurrence<'_>],
    calendar: &ProductionCalendar,
    today: Date,
    purpose: Purpose,
) -> Diagnostics {
    let mut found = Diagnostics::default();
    let subject = Subject { school, occurrences, calendar, today, purpose };
    for rule in RULES {
        rule(&subject, &mut found);
    }
    text::check(school, &mut found);
    found
}
