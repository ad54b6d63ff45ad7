//! The support desk of the information system, with its hours in the school's time.

use jiff::Span;
use jiff::civil::{Date, Weekday};
use serde::Serialize;

use super::{facts, places, zones};
use crate::language::Catalogue;
use crate::language::dates::weekday_short;
use crate::model::calendar::{DayKind, WorkingWeek};
use crate::model::system::{DeskDays, DeskHours, InformationSystem, OpenHours, SupportDesk};
use crate::outputs::SchoolContext;

/// Days from the build for which the script may tell whether a desk that works on working days
/// is open: it knows their holidays.
const KNOWN_DAYS: i32 = 90;

/// A support desk.
#[derive(Debug, Clone, Serialize)]
pub struct DeskView<'a> {
    /// Name of the desk.
    pub name: &'a str,
    /// Phones.
    pub phones: Vec<PhoneView<'a>>,
    /// E-mail addresses.
    pub emails: &'a [String],
    /// Address of the page for requests.
    pub website: Option<String>,
    /// That address in words.
    pub website_text: &'a str,
    /// Hours by service.
    pub hours: Vec<HoursView<'a>>,
    /// What else to know.
    pub note: Option<&'a str>,
    /// IANA name of the desk's zone, for the script.
    pub zone: &'a str,
    /// «по московскому времени», for the script.
    pub zone_words: String,
}

/// A phone of a desk.
#[derive(Debug, Clone, Serialize)]
pub struct PhoneView<'a> {
    /// The number.
    pub number: String,
    /// `tel:` address.
    pub href: String,
    /// Remark.
    pub note: Option<&'a str>,
}

/// One service of a desk.
#[derive(Debug, Clone, Serialize)]
pub struct HoursView<'a> {
    /// What is done.
    pub service: &'a str,
    /// «ежедневно», «по рабочим дням», «пн, ср».
    pub days: String,
    /// In the school's time: «13:00–01:00 следующего дня», «круглосуточно».
    pub local: String,
    /// As stated by the desk, where that differs: «09:00–21:00 по московскому времени».
    pub original: Option<String>,
    /// For the script: begin and end in minutes of the desk's day, empty for always.
    pub open: String,
    /// For the script: ISO weekdays 1 to 7 on which the desk works.
    pub weekdays: String,
    /// For the script: dates with another rule than the weekday's, with `+` worked, `-` off.
    pub exceptions: String,
    /// For the script: the last day for which it knows the above.
    pub known_until: String,
}

/// The desk of the school's system, if it has one.
#[must_use]
pub fn desk<'a>(ctx: &SchoolContext<'a>) -> Option<DeskView<'a>> {
    let system: &'a InformationSystem = ctx.school.system.as_deref()?;
    let desk = system.desk.as_ref()?;
    Some(DeskView {
        name: &desk.name,
        phones: desk.phones.iter().map(phone).collect(),
        emails: &desk.emails,
        website: desk.website.as_deref().and_then(facts::web),
        website_text: desk.website.as_deref().map_or("", facts::host),
        hours: desk.hours.iter().map(|hours| line(ctx, desk, hours)).collect(),
        note: desk.note.as_deref(),
        zone: &desk.zone.name,
        zone_words: zones::zone_words(ctx.catalogue, ctx.today, &desk.zone),
    })
}

fn phone(phone: &crate::model::system::DeskPhone) -> PhoneView<'_> {
    PhoneView {
        number: places::unbroken(&phone.number),
        href: places::tel(&phone.number),
        note: phone.note.as_deref(),
    }
}

fn line<'a>(ctx: &SchoolContext<'a>, desk: &SupportDesk, hours: &'a DeskHours) -> HoursView<'a> {
    let catalogue = ctx.catalogue;
    let (open, local, original) = match hours.open {
        OpenHours::Always => {
            (String::new(), catalogue.text("site-around-the-clock").to_owned(), None)
        }
        OpenHours::Between(range) => {
            let local =
                zones::carried_on(catalogue, ctx.today, range, (&desk.zone, &ctx.school.zone));
            let original = (local != range.to_string()).then(|| {
                format!("{range} {}", zones::zone_words(catalogue, ctx.today, &desk.zone))
            });
            let open = format!("{}-{}", range.start.minutes(), range.end.minutes());
            (open, local, original)
        }
    };
    let (weekdays, exceptions, known) = calendar_of(ctx, &hours.days);
    HoursView {
        service: &hours.service,
        days: days(catalogue, &hours.days),
        local,
        original,
        open,
        weekdays,
        exceptions,
        known_until: known.map_or_else(String::new, |date| date.to_string()),
    }
}

fn days(catalogue: &Catalogue, days: &DeskDays) -> String {
    match days {
        DeskDays::Daily => catalogue.text("site-daily").to_owned(),
        DeskDays::Workdays => catalogue.text("site-on-workdays").to_owned(),
        DeskDays::Weekdays(list) => {
            let names: Vec<&str> = list.iter().map(|day| weekday_short(catalogue, *day)).collect();
            names.join(", ")
        }
    }
}

/// Weekdays, dates that differ from them, and until when that is known; the last is `None` for
/// a rule that holds for ever.
fn calendar_of(ctx: &SchoolContext<'_>, days: &DeskDays) -> (String, String, Option<Date>) {
    match days {
        DeskDays::Daily => ("1234567".to_owned(), String::new(), None),
        DeskDays::Weekdays(list) => {
            (list.iter().copied().map(digit).collect(), String::new(), None)
        }
        DeskDays::Workdays => {
            let (exceptions, last) = working_exceptions(ctx);
            ("12345".to_owned(), exceptions, Some(last))
        }
    }
}

fn digit(day: Weekday) -> char {
    char::from(b'0' + day.to_monday_one_offset().unsigned_abs())
}

/// Weekdays off and weekends worked in the next days, yesterday included, since it may still be
/// that day in the desk's zone: `-2026-12-31 +2027-02-20`.
fn working_exceptions(ctx: &SchoolContext<'_>) -> (String, Date) {
    let mut found = String::new();
    let mut date = ctx.today.yesterday().unwrap_or(ctx.today);
    for _ in 0..KNOWN_DAYS {
        let weekend = matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
        let works = ctx.calendar.day(date, WorkingWeek::FiveDay) == DayKind::Working;
        if works == weekend {
            let sign = if works { '+' } else { '-' };
            let space = if found.is_empty() { "" } else { " " };
            found.push_str(&format!("{space}{sign}{date}"));
        }
        let Ok(next) = date.checked_add(Span::new().days(1)) else { break };
        date = next;
    }
    (found, date)
}
