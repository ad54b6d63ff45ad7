//! The pages by which people subscribe to a calendar.

use std::fmt::Write as _;

use jiff::civil::Date;
use serde::Serialize;
use tera::Value;

use super::feeds::{self, Feed, FeedView};
use super::phrases;
use crate::language::dates::{day_month, long, weekday};
use crate::language::{Arg, Catalogue};
use crate::model::deadline::{Deadline, DeadlineKind, deadlines, horizon};
use crate::model::site::Site;
use crate::outputs::addresses::{PORTAL_DEADLINES, PORTAL_SUBSCRIBE, relative};
use crate::outputs::qr::{self, Level};
use crate::outputs::{PortalContext, SchoolContext};

/// So many deadlines are listed.
const NEAREST: usize = 8;

/// The page of one calendar.
#[derive(Debug, Clone, Serialize)]
pub struct SubscribeView {
    /// «Консультации для родителей».
    pub name: String,
    /// What is in it: paragraphs.
    pub contents: Vec<String>,
    /// The nearest deadlines.
    pub deadlines: Vec<DeadlineView>,
    /// Addresses by which programs subscribe.
    pub ways: Ways,
    /// Address of the page with all calendars of the school; empty on a portal.
    pub calendars: String,
}

/// All calendars of a school.
#[derive(Debug, Clone, Serialize)]
pub struct CalendarsView<'a> {
    /// Calendars for groups, and deadlines.
    pub feeds: Vec<FeedView<'a>>,
    /// Calendars of consultants.
    pub people: Vec<FeedView<'a>>,
}

/// A deadline.
#[derive(Debug, Clone, Serialize)]
pub struct DeadlineView {
    /// `YYYY-MM-DD`, for the script.
    pub date: String,
    /// «понедельник, 30 ноября 2026 г.»
    pub day: String,
    /// What is due.
    pub what: String,
}

/// How programs get at a calendar.
#[derive(Debug, Clone, Serialize)]
pub struct Ways {
    /// The full address of the file.
    pub address: String,
    /// The address that opens the calendar program of the device.
    pub webcal: String,
    /// The page of outlook.com that subscribes.
    pub outlook: String,
    /// The same of Outlook for work and school.
    pub outlook_work: String,
    /// The file, relative to the page.
    pub file: String,
    /// The full address of the page.
    pub page: String,
    /// It as a QR code, an SVG without quiet zone; `None` if it is too long for one.
    pub qr: Option<Value>,
}

/// The page of all calendars at `path`; `None` if the school has none.
#[must_use]
pub fn calendars<'a>(ctx: &SchoolContext<'a>, path: &str) -> Option<CalendarsView<'a>> {
    let feeds = feeds::shared(ctx, path);
    let people = feeds::by_person(ctx, path);
    (!feeds.is_empty()).then_some(CalendarsView { feeds, people })
}

/// The page of `feed` at `path`.
#[must_use]
pub fn subscribe(ctx: &SchoolContext<'_>, feed: Feed<'_>, path: &str) -> SubscribeView {
    let name = feed.name(ctx).into_owned();
    let (mut contents, mut listed) = (Vec::with_capacity(3), Vec::new());
    match feed {
        Feed::Deadlines => {
            let (_, last) = horizon(ctx.today);
            let due = deadlines(ctx.school, ctx.calendar, ctx.today, last);
            listed = due.iter().take(NEAREST).map(|due| deadline(ctx.catalogue, due)).collect();
            contents.push(counted(ctx, "site-subscribe-deadlines", due.len(), last));
            contents.push(ctx.catalogue.text("site-subscribe-deadlines-about").to_owned());
        }
        Feed::All | Feed::Group(_) | Feed::Person(_) => {
            if let Feed::Person(person) = feed {
                contents.push(person.post.clone());
            }
            contents.push(consultations(ctx, feed));
            contents.push(ctx.catalogue.text("site-subscribe-about").to_owned());
        }
    }
    let calendar = format!("{name} — {}", ctx.school.short_name);
    let ways = Ways::new(ctx.site, (path, &ctx.addresses.feed(feed.id())), &calendar);
    let calendars = relative(path, &ctx.addresses.calendars());
    SubscribeView { name, contents, deadlines: listed, ways, calendars }
}

/// The page of the deadlines of all schools of a portal.
#[must_use]
pub fn portal(ctx: &PortalContext<'_>) -> SubscribeView {
    let name = ctx.catalogue.text("site-feed-deadlines-all");
    let calendar = format!("{name} — {}", ctx.site.title);
    SubscribeView {
        name: name.to_owned(),
        contents: vec![ctx.catalogue.text("site-subscribe-deadlines-all-about").to_owned()],
        deadlines: Vec::new(),
        ways: Ways::new(ctx.site, (PORTAL_SUBSCRIBE, PORTAL_DEADLINES), &calendar),
        calendars: String::new(),
    }
}

impl Ways {
    /// The ways to the calendar `name` whose page and file are at these paths.
    fn new(site: &Site, (page, file): (&str, &str), name: &str) -> Self {
        let address = format!("{}{file}", site.base_url);
        let rest = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
        let webcal = format!("webcal://{rest}");
        let query = format!("url={}&name={}", encoded(&address), encoded(name));
        let outlook = |host| format!("https://outlook.{host}.com/calendar/0/addfromweb?{query}");
        let page_address = format!("{}{}", site.base_url, page.trim_end_matches("index.html"));
        Self {
            webcal,
            outlook: outlook("live"),
            outlook_work: outlook("office"),
            file: relative(page, file),
            qr: qr::svg(&page_address, Level::Medium).map(|svg| Value::safe_string(&svg)),
            page: page_address,
            address,
        }
    }
}

/// `text` as a value in an address: all but letters, digits and `-._~` of ASCII are encoded.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(2 * text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// «38 консультаций с 20 ноября 2026 г. по 31 мая 2027 г.»
fn consultations(ctx: &SchoolContext<'_>, feed: Feed<'_>) -> String {
    let coming = ctx.occurrences.iter().filter(|instance| {
        instance.takes_place() && instance.date >= ctx.today && feed.tells(instance)
    });
    let last = ctx.school.timetables.iter().map(|timetable| timetable.to).max();
    counted(ctx, "site-subscribe-consultations", coming.count(), last.unwrap_or(ctx.today))
}

/// The message `key` with the number of events from today to `last`; that there are none if so.
fn counted(ctx: &SchoolContext<'_>, key: &str, count: usize, last: Date) -> String {
    let catalogue = ctx.catalogue;
    if count == 0 {
        let date = Arg::from(long(catalogue, ctx.today));
        return catalogue.format(&format!("{key}-none"), &[("date", date)]);
    }
    let interval = phrases::interval(catalogue, ctx.today, Some(last));
    catalogue.format(key, &[("count", Arg::from(count)), ("interval", Arg::from(interval))])
}

fn deadline(catalogue: &Catalogue, due: &Deadline<'_>) -> DeadlineView {
    let day = format!("{}, {}", weekday(catalogue, due.date.weekday()), long(catalogue, due.date));
    DeadlineView { date: due.date.to_string(), day, what: what(catalogue, due) }
}

/// «Последний день размещения: Регламент помощи, редакция от 28 августа 2026 г.»
fn what(catalogue: &Catalogue, due: &Deadline<'_>) -> String {
    let (title, approved) = (&due.edition.short_title, due.edition.approval.date);
    let edition = phrases::uncapitalized(&phrases::edition(catalogue, approved));
    let of_edition = |key| format!("{}: {title}, {edition}", catalogue.text(key));
    match due.kind {
        DeadlineKind::Posting => of_edition("site-due-posting"),
        DeadlineKind::Revision => of_edition("site-due-revision"),
        DeadlineKind::Expiry => of_edition("site-due-expiry"),
        DeadlineKind::Duty(duty) => {
            let mut what = duty.title.clone();
            if let Some(who) = &duty.who {
                let _ = write!(what, " ({who})");
            }
            if due.planned != due.date {
                let day = Arg::from(day_month(catalogue, due.planned));
                let moved = catalogue.format("site-due-moved", &[("day", day)]);
                let _ = write!(what, "; {moved}");
            }
            what
        }
    }
}
