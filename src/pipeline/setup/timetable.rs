//! A timetable with one session to be filled in.

use std::path::Path;

use jiff::civil::Date;

use super::school::{KEY, filled, todo};
use super::{Files, SetupError};
use crate::diagnostics::Diagnostics;
use crate::language::{Catalogue, Language};
use crate::model::resolve;
use crate::pipeline::choose::{Choice, only, open};
use crate::pipeline::clock::Clock;
use crate::pipeline::comments::localised;
use crate::source;
use crate::source::yaml::quoted;

/// What is known of a timetable.
#[derive(Debug, Clone)]
pub struct TimetableFacts {
    /// Id of the school; may be left out if there is one.
    pub school: Option<String>,
    /// First day (default: the day after the last timetable, else the begin of the school year).
    pub from: Option<Date>,
    /// Last day (default: the end of that school year, 31 May).
    pub to: Option<Date>,
    /// What day it is.
    pub clock: Clock,
}

/// The file of a new timetable in the workspace at `root`: `timetable.yaml` if the school has
/// none yet, else one of `timetables/`.
///
/// # Errors
/// If there is no such school or it has mistakes.
pub fn new_timetable(
    root: &Path,
    facts: &TimetableFacts,
    catalogue: &Catalogue,
) -> Result<Files, SetupError> {
    let workspace = open(root)?;
    let mut found = Diagnostics::default();
    let sites = source::read_site(&workspace, &mut found);
    let ids = sites.schools.iter().map(String::as_str);
    let id = only(Choice::School, facts.school.as_deref(), ids)?.to_owned();
    let shared = resolve::shared(&sites, &mut found);
    let sources = source::read_school(&workspace, &id, &mut found);
    let Some(school) = resolve::school(&sources, &shared, &mut found) else {
        return Err(SetupError::Found(found));
    };
    let last = school.timetables.iter().map(|timetable| timetable.to).max();
    let next = last.and_then(|day| day.tomorrow().ok());
    let today = facts.clock.today(&school.zone.rules);
    let (from, to) = term(facts.from.or(next), facts.to, today);
    let folder = format!("content/schools/{id}");
    let path = if sources.timetables.is_empty() {
        format!("{folder}/timetable.yaml")
    } else {
        format!("{folder}/timetables/{from}.yaml")
    };
    Ok(vec![(path, timetable_file((from, to), catalogue))])
}

/// The first and the last day of a timetable: to 31 May of the school year in which it begins,
/// by default the one of `today` or, in summer, the next.
pub(super) fn term(from: Option<Date>, to: Option<Date>, today: Date) -> (Date, Date) {
    let september = |year| Date::new(year, 9, 1).unwrap_or(today);
    let from = from.unwrap_or_else(|| {
        let begun = today.month() < 6;
        september(today.year() - i16::from(begun))
    });
    let year = from.year() + i16::from(from.month() > 5);
    let may = Date::new(year, 5, 31).unwrap_or(from);
    (from, to.unwrap_or(may))
}

/// Whether `text` is a timetable as it was written for people to go on with, and nobody has: what
/// is in it may be replaced.
pub(in crate::pipeline) fn is_sample(text: &str) -> bool {
    let day = |key| text.lines().find_map(|line| line.strip_prefix(key)?.trim().parse().ok());
    let (Some(from), Some(to)) = (day("  from:"), day("  to:")) else { return false };
    [Language::Russian, Language::English].into_iter().any(|language| {
        let sample = timetable_file((from, to), &Catalogue::new(language));
        // Before it stands the line that names the schema.
        text.strip_suffix(&sample)
            .is_some_and(|head| head.lines().all(|line| line.starts_with('#')))
    })
}

/// `timetable.yaml` with comments and one session to be filled in.
pub(super) fn timetable_file((from, to): (Date, Date), catalogue: &Catalogue) -> String {
    let text = localised(include_str!("files/timetable.yaml"), KEY, catalogue);
    let mark = |key| quoted(&todo(catalogue, key));
    let values = [
        ("$from$", from.to_string()),
        ("$to$", to.to_string()),
        ("$approved$", mark("setup-todo-approved")),
        ("$person$", mark("setup-todo-person")),
        ("$post$", mark("setup-todo-post")),
        ("$room$", mark("setup-todo-room")),
        ("$topic$", mark("setup-todo-topic")),
    ];
    filled(&text, &values)
}
