//! The timetable page: the week, the dates to come, the deviations.

use serde::Serialize;
use tera::Value;

use super::coming::Coming;
use super::exceptions::{self, DaysOffView, ExceptionView};
use super::facts::{self, PersonView};
use super::feeds::{self, FeedView};
use super::week::{self, PlanView};
use super::{phrases, zones};
use crate::language::names::with_initials;
use crate::model::audience::Group;
use crate::model::print::PosterKind;
use crate::outputs::SchoolContext;
use crate::outputs::addresses::relative;
use crate::outputs::stand::StandSheet;

/// The timetable page.
#[derive(Debug, Clone, Serialize)]
pub struct TimetableView<'a> {
    /// The timetable of today and those after it; empty if there is none.
    pub plans: Vec<PlanView<'a>>,
    /// «Время местное: МСК+4 (UTC+7)».
    pub local_time: String,
    /// What can be chosen to be shown, for the script: for whom, and by whom.
    pub filters: Filters<'a>,
    /// Deviations from today on.
    pub exceptions: Vec<ExceptionView>,
    /// Whether some sessions go on in school holidays.
    pub some_in_breaks: bool,
    /// School holidays and single days off.
    pub days_off: Vec<DaysOffView>,
    /// «с 20 ноября 2026 г. по 17 декабря 2026 г.»
    pub listed: String,
    /// Dated list as HTML.
    pub days: Value,
    /// Its later part.
    pub later: Value,
    /// Consultants.
    pub people: Vec<PersonView<'a>>,
    /// Calendars to subscribe to.
    pub feeds: Vec<FeedView<'a>>,
    /// The poster for print.
    pub poster: Option<String>,
}

/// What a reader can choose; a list of less than two is empty.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Filters<'a> {
    /// Groups.
    pub groups: Vec<Choice<'a>>,
    /// Consultants.
    pub people: Vec<Choice<'a>>,
}

/// One choice.
#[derive(Debug, Clone, Serialize)]
pub struct Choice<'a> {
    /// As in the address of the page.
    pub id: &'a str,
    /// As shown.
    pub name: String,
}

/// The view of the timetable page at `path`.
#[must_use]
pub fn timetable<'a>(
    ctx: &SchoolContext<'a>,
    path: &str,
    coming: &Coming,
    stand: &[StandSheet],
) -> TimetableView<'a> {
    let catalogue = ctx.catalogue;
    let timetables = &ctx.school.timetables;
    let some_in_breaks = timetables.iter().flat_map(|t| &t.sessions).any(|s| s.in_breaks);
    let (days, later) = coming.all(ctx.today);
    let poster = stand.iter().find(|sheet| sheet.kind == PosterKind::Timetable);
    let poster = poster.and_then(|sheet| sheet.files.first()).map(|(_, file)| relative(path, file));
    TimetableView {
        plans: week::plans(ctx, path, coming, None),
        local_time: zones::local_time(catalogue, ctx.today, &ctx.school.zone),
        filters: filters(ctx),
        exceptions: exceptions::exceptions(ctx, None),
        some_in_breaks,
        days_off: exceptions::days_off(ctx),
        listed: phrases::interval(catalogue, ctx.today, Some(coming.until)),
        days: Value::safe_string(&days),
        later: Value::safe_string(&later),
        people: facts::people(ctx, path),
        feeds: feeds::feeds(ctx, path),
        poster,
    }
}

/// Groups and consultants of the timetables that are shown.
fn filters<'a>(ctx: &SchoolContext<'a>) -> Filters<'a> {
    let is_for = |group: Group| {
        let audiences = facts::shown(ctx).flat_map(|timetable| {
            let sessions = timetable.sessions.iter().map(|session| session.details.audience);
            sessions.chain(timetable.extra.iter().map(|extra| extra.details.audience))
        });
        audiences.into_iter().any(|audience| audience.contains(group))
    };
    let groups = Group::ALL.into_iter().filter(|group| is_for(*group)).map(|group| Choice {
        id: group.id(),
        name: ctx.catalogue.text(&format!("for-{}", group.id())).to_owned(),
    });
    let people = facts::consultants(facts::shown(ctx));
    let people =
        people.iter().map(|person| Choice { id: &person.id, name: with_initials(&person.name) });
    let mut filters = Filters { groups: groups.collect(), people: people.collect() };
    for list in [&mut filters.groups, &mut filters.people] {
        if list.len() < 2 {
            list.clear();
        }
    }
    filters
}
