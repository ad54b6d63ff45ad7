//! The page of publication dates: when each edition was approved and until when it has to be
//! posted, with the basis of every term.

use serde::Serialize;

use super::journal::{JournalView, journal};
use super::phrases;
use super::posting::{PostingView, posting};
use crate::language::dates::{long, weekday};
use crate::language::{Arg, Catalogue};
use crate::model::due::{DueDates, LAW_WORKING_DAYS};
use crate::model::regulation::Regulation;
use crate::model::site::DayCount;
use crate::outputs::addresses::{VERIFY, relative};
use crate::outputs::{SchoolContext, status};

/// The page of publication dates.
#[derive(Debug, Clone, Serialize)]
pub struct PublicationView<'a> {
    /// Regulations with their editions.
    pub regulations: Vec<RegulationDates<'a>>,
    /// The journal, once it has entries.
    pub journal: Option<JournalView>,
    /// Address of the page on which a file is compared with the site.
    pub verify: String,
}

/// One regulation.
#[derive(Debug, Clone, Serialize)]
pub struct RegulationDates<'a> {
    /// Short title of its latest edition.
    pub title: &'a str,
    /// Address of its page.
    pub href: String,
    /// Editions, the newest first.
    pub editions: Vec<EditionDates<'a>>,
}

/// The dates of one edition.
#[derive(Debug, Clone, Serialize)]
pub struct EditionDates<'a> {
    /// «Редакция от 28 августа 2026 г.»
    pub name: String,
    /// Address of its unchanging page.
    pub href: String,
    /// Identifier on the page.
    pub id: String,
    /// Approval and force, in the order in which they are told; the posting stands behind the
    /// first.
    pub dates: Vec<DateView<'a>>,
    /// Whether and when it was posted.
    pub posting: PostingView,
    /// Last days for posting, with their basis.
    pub terms: Vec<DateView<'a>>,
    /// Whether it is never in force, since another edition comes into force on the same day.
    pub never: bool,
    /// Whether a due date may still move, since a year's calendar is not adopted yet.
    pub computed: bool,
}

/// One date with what it is and why.
#[derive(Debug, Clone, Serialize)]
pub struct DateView<'a> {
    /// `approved`, `due`, `limit`, `from` or `to`.
    pub kind: &'static str,
    /// «Утверждена».
    pub label: &'a str,
    /// `YYYY-MM-DD`.
    pub machine: String,
    /// «28 августа 2026 г.»
    pub date: String,
    /// «пятница».
    pub weekday: &'a str,
    /// The basis: «приказом директора № 45», «10 календарных дней …».
    pub basis: String,
}

/// The view of the page of publication dates at `path`.
#[must_use]
pub fn publication<'a>(ctx: &SchoolContext<'a>, path: &str) -> PublicationView<'a> {
    let acts = ctx.school.regulations.iter();
    PublicationView {
        regulations: acts.filter_map(|act| dates_of(ctx, path, act)).collect(),
        journal: journal(ctx, path),
        verify: relative(path, VERIFY),
    }
}

fn dates_of<'a>(
    ctx: &SchoolContext<'a>,
    path: &str,
    act: &'a Regulation,
) -> Option<RegulationDates<'a>> {
    let indices = (0..act.editions.len()).rev();
    Some(RegulationDates {
        title: &act.latest()?.short_title,
        href: relative(path, &ctx.addresses.regulation(&act.id)),
        editions: indices.map(|index| edition(ctx, path, act, index)).collect(),
    })
}

fn edition<'a>(
    ctx: &SchoolContext<'a>,
    path: &str,
    act: &'a Regulation,
    index: usize,
) -> EditionDates<'a> {
    let catalogue = ctx.catalogue;
    let edition = &act.editions[index];
    let view = |kind, key, date, basis| DateView {
        kind,
        label: catalogue.text(key),
        machine: jiff::civil::Date::to_string(&date),
        date: long(catalogue, date),
        weekday: weekday(catalogue, date.weekday()),
        basis,
    };
    let due = edition.due;
    let stands = status::edition(ctx.view(), act, index);
    let law = catalogue.format("site-basis-law", &[("days", Arg::from(LAW_WORKING_DAYS))]);
    let approved = edition.approval.date;
    let approval = phrases::approved_by(catalogue, &edition.approval);
    let mut dates = vec![view("approved", "site-date-approved", approved, approval)];
    let terms = vec![
        view("due", "site-date-due", stands.due, basis(catalogue, due)),
        view("limit", "site-date-limit", stands.due_law, law),
    ];
    let last = act.last_day(index);
    let ever = last.is_none_or(|last| last >= edition.in_force);
    if ever {
        dates.push(view("from", "site-date-from", edition.in_force, String::new()));
    }
    if let Some(last) = last.filter(|_| ever) {
        let replaced = act.successor(index);
        let basis = replaced.filter(|_| edition.valid_until != Some(last)).map(|next| {
            let name = phrases::edition(catalogue, next.approval.date);
            let name = phrases::uncapitalized(&name);
            format!("{} {name}", catalogue.text("site-basis-replaced"))
        });
        let own = || catalogue.text("site-basis-term").to_owned();
        dates.push(view("to", "site-date-to", last, basis.unwrap_or_else(own)));
    }
    EditionDates {
        name: phrases::edition(catalogue, approved),
        href: relative(path, &ctx.addresses.edition(&act.id, approved)),
        id: format!("{}-{approved}_", act.id),
        posting: posting(ctx, act, index, path),
        dates,
        terms,
        never: !ever,
        computed: due.computed,
    }
}

/// «10 календарных дней, считая со следующего дня после утверждения».
fn basis(catalogue: &Catalogue, due: DueDates) -> String {
    let key = match due.rule.count {
        DayCount::Calendar => "site-basis-calendar",
        DayCount::Working => "site-basis-working",
    };
    let mut basis = catalogue.format(key, &[("days", Arg::from(due.rule.days))]);
    if due.rule.roll_forward {
        basis.push_str("; ");
        basis.push_str(catalogue.text("site-basis-roll-forward"));
    }
    basis
}
