//! The page of one consultant: when and where to find them, and what changes.

use serde::Serialize;
use tera::Value;

use super::coming::Coming;
use super::exceptions::{self, DaysOffView, ExceptionView};
use super::facts::{self, Fact};
use super::feeds::{self, Feed, FeedView};
use super::week::{self, PlanView};
use super::zones;
use crate::model::timetable::Person;
use crate::outputs::SchoolContext;
use crate::outputs::addresses::relative;

/// The page of one consultant.
#[derive(Debug, Clone, Serialize)]
pub struct ConsultantView<'a> {
    /// Full name.
    pub name: &'a str,
    /// Post.
    pub post: &'a str,
    /// Phone and e-mail, where the school publishes them.
    pub facts: Vec<Fact<'a>>,
    /// One sentence for search engines.
    pub description: String,
    /// «Время местное: МСК+4 (UTC+7)».
    pub local_time: String,
    /// Timetables of today and after it in which they have regular sessions.
    pub plans: Vec<PlanView<'a>>,
    /// Their next consultations as HTML.
    pub days: Value,
    /// Days without consultations, for the script.
    pub days_off: Vec<DaysOffView>,
    /// Deviations from today on.
    pub exceptions: Vec<ExceptionView>,
    /// Their calendar.
    pub feeds: Vec<FeedView<'a>>,
    /// Address of the timetable page.
    pub timetable: String,
}

/// Everybody with a page of their own: who has a session in some timetable of the school. What is
/// said of them is from the timetable of today, if it has them.
#[must_use]
pub fn consultants<'a>(ctx: &SchoolContext<'a>) -> Vec<&'a Person> {
    facts::consultants(facts::shown(ctx).chain(ctx.school.timetables.iter().rev()))
}

/// The view of the page of `person` at `path`.
#[must_use]
pub fn consultant<'a>(
    ctx: &SchoolContext<'a>,
    path: &str,
    coming: &Coming,
    person: &'a Person,
) -> ConsultantView<'a> {
    let catalogue = ctx.catalogue;
    ConsultantView {
        name: &person.name,
        post: &person.post,
        facts: facts::of_person(catalogue, person),
        description: format!("{}, {}", person.name, person.post),
        local_time: zones::local_time(catalogue, ctx.today, &ctx.school.zone),
        plans: week::plans(ctx, path, coming, Some(&person.id)),
        days: Value::safe_string(&coming.of(ctx, &person.id)),
        days_off: exceptions::days_off(ctx),
        exceptions: exceptions::exceptions(ctx, Some(&person.id)),
        feeds: vec![feeds::link(ctx, path, Feed::Person(person))],
        timetable: relative(path, &ctx.addresses.timetable()),
    }
}
