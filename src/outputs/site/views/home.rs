//! The school's start page.

use jiff::civil::Date;
use serde::Serialize;
use tera::Value;

use super::coming::Coming;
use super::desk::{self, DeskView};
use super::draft::{self, DraftLink};
use super::exceptions::{self, DaysOffView};
use super::facts::{self, Fact, PersonView};
use super::feeds::{self, FeedView};
use super::posting::{PostingView, posting};
use super::{phrases, zones};
use crate::language::Catalogue;
use crate::language::dates::long;
use crate::model::regulation::{Edition, Regulation};
use crate::model::school::Founder;
use crate::outputs::SchoolContext;
use crate::outputs::addresses::relative;
use crate::outputs::stand::StandSheet;

/// So many consultations are listed, and the rest of the last one's day.
const MOST: usize = 100;

/// So many of them, and the rest of that day, are seen at once.
const NEAREST: usize = 6;

/// The start page.
#[derive(Debug, Clone, Serialize)]
pub struct HomeView<'a> {
    /// The nearest consultations by day, as HTML.
    pub days: Value,
    /// Those of later days.
    pub later: Value,
    /// «С 20 ноября 2026 г.»
    pub since: String,
    /// What is said where no consultation comes.
    pub none: Option<String>,
    /// «Время местное: МСК+4 (UTC+7)».
    pub local_time: String,
    /// Days without consultations, for the script.
    pub days_off: Vec<DaysOffView>,
    /// Address of the timetable page.
    pub timetable: String,
    /// Consultants.
    pub people: Vec<PersonView<'a>>,
    /// Name of the information system.
    pub system: Option<&'a str>,
    /// Its support desk.
    pub desk: Option<DeskView<'a>>,
    /// The founder as the last one to turn to, if the school has given a way to reach them.
    pub higher: Option<HigherView<'a>>,
    /// Regulations.
    pub regulations: Vec<RegulationCard<'a>>,
    /// Drafts that are published.
    pub drafts: Vec<DraftLink<'a>>,
    /// Address of the page of publication dates.
    pub publication: String,
    /// Calendars to subscribe to.
    pub feeds: Vec<FeedView<'a>>,
    /// Posters for print.
    pub posters: Vec<PosterView>,
    /// Address of the page with all of them, on all papers.
    pub stand: String,
    /// Contacts of the school.
    pub contacts: Vec<Fact<'a>>,
    /// Contacts of the founder.
    pub founder: Vec<Fact<'a>>,
}

/// The body to turn to in the end.
#[derive(Debug, Clone, Serialize)]
pub struct HigherView<'a> {
    /// Name.
    pub name: &'a str,
    /// Phone, e-mail and hours.
    pub facts: Vec<Fact<'a>>,
}

/// A regulation in a list.
#[derive(Debug, Clone, Serialize)]
pub struct RegulationCard<'a> {
    /// Short title.
    pub title: &'a str,
    /// Address of its page.
    pub href: String,
    /// «Редакция от 28 августа 2026 г.»
    pub edition: String,
    /// «действует с … по …».
    pub in_force: String,
    /// «Утверждено приказом директора от … № …».
    pub approval: String,
    /// Whether and when it was posted.
    pub posting: PostingView,
    /// Address of the printable act.
    pub pdf: Option<String>,
}

/// A poster for the stand.
#[derive(Debug, Clone, Serialize)]
pub struct PosterView {
    /// Name.
    pub name: String,
    /// Address of the PDF.
    pub href: String,
    /// Address of the preview picture.
    pub preview: String,
}

/// The view of the start page at `path`.
#[must_use]
pub fn home<'a>(
    ctx: &SchoolContext<'a>,
    path: &str,
    coming: &Coming,
    stand: &[StandSheet],
) -> HomeView<'a> {
    let catalogue = ctx.catalogue;
    let school = ctx.school;
    let (days, later) = coming.planned(NEAREST, MOST);
    HomeView {
        none: days.is_empty().then(|| none(ctx)),
        days: Value::safe_string(&days),
        later: Value::safe_string(&later),
        since: format!("{} {}", catalogue.text("site-since"), long(catalogue, ctx.today)),
        local_time: zones::local_time(catalogue, ctx.today, &school.zone),
        timetable: relative(path, &ctx.addresses.timetable()),
        days_off: exceptions::days_off(ctx),
        people: facts::people(ctx, path),
        system: school.system.as_ref().map(|system| system.name.as_str()),
        desk: desk::desk(ctx),
        higher: school.founder.as_ref().and_then(|founder| higher(catalogue, founder)),
        regulations: school.regulations.iter().filter_map(|r| card(ctx, path, r)).collect(),
        drafts: draft::links(ctx, path),
        publication: relative(path, &ctx.addresses.publication()),
        feeds: feeds::feeds(ctx, path),
        posters: posters(ctx, path, stand),
        stand: relative(path, &ctx.addresses.posters()),
        contacts: facts::school(catalogue, school),
        founder: school.founder.as_ref().map_or_else(Vec::new, |f| facts::founder(catalogue, f)),
    }
}

/// Why the list of coming consultations is empty.
fn none(ctx: &SchoolContext<'_>) -> String {
    let catalogue = ctx.catalogue;
    let Some(last) = ctx.school.timetables.iter().map(|timetable| timetable.to).max() else {
        return catalogue.text("site-no-timetable").to_owned();
    };
    if last < ctx.today {
        let ended = catalogue.text("site-timetable-ended");
        return format!("{ended} {}.", long(catalogue, last).trim_end_matches('.'));
    }
    none_between(ctx, ctx.today, last)
}

fn higher<'a>(catalogue: &'a Catalogue, founder: &'a Founder) -> Option<HigherView<'a>> {
    let facts = facts::ways(catalogue, founder);
    (!facts.is_empty()).then_some(HigherView { name: &founder.name, facts })
}

fn none_between(ctx: &SchoolContext<'_>, from: Date, to: Date) -> String {
    let words = ctx.catalogue.text("site-none-between");
    let interval = phrases::interval(ctx.catalogue, from, Some(to));
    format!("{words} {}.", interval.trim_end_matches('.'))
}

fn card<'a>(
    ctx: &SchoolContext<'a>,
    path: &str,
    act: &'a Regulation,
) -> Option<RegulationCard<'a>> {
    let catalogue = ctx.catalogue;
    let edition: &Edition = act.current(ctx.today)?;
    let index = act.editions.iter().position(|e| e.approval.date == edition.approval.date)?;
    let pdf = ctx.addresses.act(&act.id, edition.approval.date);
    Some(RegulationCard {
        title: &edition.short_title,
        href: relative(path, &ctx.addresses.regulation(&act.id)),
        edition: phrases::edition(catalogue, edition.approval.date),
        in_force: phrases::in_force(catalogue, act, index),
        approval: phrases::approval(catalogue, &edition.approval),
        posting: posting(ctx, act, index, path),
        pdf: ctx.print.then(|| relative(path, &pdf)),
    })
}

fn posters(ctx: &SchoolContext<'_>, path: &str, stand: &[StandSheet]) -> Vec<PosterView> {
    let poster = |sheet: &StandSheet| {
        let (_, file) = sheet.files.first()?;
        Some(PosterView {
            name: ctx.catalogue.text(&format!("site-poster-{}", sheet.kind.id())).to_owned(),
            href: relative(path, file),
            preview: relative(path, &sheet.preview),
        })
    };
    stand.iter().filter_map(poster).collect()
}
