//! `school.yaml`.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fields::{self, Fields};
use super::{Shared, hours, print, template};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::language::placeholder::is_marked;
use crate::model::calendar::WorkingWeek;
use crate::model::journal::Journal;
use crate::model::school::{DayOff, Founder, Officer, School, SchoolBreak};
use crate::model::system::InformationSystem;
use crate::source::Document;
use crate::source::yaml::Node;

/// Post of the head of a school where none is given.
const DIRECTOR: &str = "директор";

/// Lowest contrast of the accent colour to white (WCAG 2.2, 1.4.3).
const LOWEST_CONTRAST: f64 = 4.5;

/// The school without regulations and timetable.
pub(super) fn school(
    id: &str,
    document: &Document,
    shared: &Shared,
    found: &mut Diagnostics,
) -> Option<School> {
    let mut fields = Fields::new(document, &document.root, found)?;
    let name = fields.text("name");
    let short_name = fields.text("short_name");
    let city = fields.text("city");
    let region = fields.optional_text("region");
    let address = fields.optional_text("address");
    let phone = fields.optional_text("phone");
    let email = fields.optional_text("email");
    let website = fields.optional_address("website");
    let zone = fields.zone("zone");
    let week = fields.take("week");
    let week = week.map_or(Some(WorkingWeek::FiveDay), |n| working_week(document, n, fields.found));
    let hours = fields.take("hours").and_then(|n| hours::hours(document, n, fields.found));
    let accent = fields.take("accent").and_then(|n| accent(document, n, fields.found));
    let director = fields.take("director").and_then(|n| officer(document, n, fields.found));
    let founder = fields.take("founder").and_then(|n| founder(document, n, fields.found));
    let system =
        fields.take("system").and_then(|n| system(document, n, &shared.systems, fields.found));
    let print = fields.take("print");
    let print = print.and_then(|n| print::settings(document, n, &shared.site.print, fields.found));
    let parameters = fields.take("parameters");
    let parameters = parameters.map(|n| template::given(document, n, &shared.models, fields.found));
    let breaks = breaks(&mut fields);
    let days_off = days_off(&mut fields);
    fields.finish();
    Some(School {
        id: id.to_owned(),
        name: name?,
        short_name: short_name?,
        city: city?,
        region,
        address,
        phone,
        email,
        website,
        zone: zone?,
        week: week?,
        hours,
        accent,
        director,
        founder,
        system,
        memo: None,
        parameters: parameters.unwrap_or_default(),
        print: print.unwrap_or_else(|| shared.site.print.clone()),
        breaks,
        days_off,
        regulations: Vec::new(),
        drafts: Vec::new(),
        timetables: Vec::new(),
        journal: Journal::default(),
        tokens: Vec::new(),
    })
}

fn working_week(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<WorkingWeek> {
    let days = fields::number(document, node, 5..=6, found)?;
    Some(if days == 5 { WorkingWeek::FiveDay } else { WorkingWeek::SixDay })
}

fn officer(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<Officer> {
    let mut fields = Fields::new(document, node, found)?;
    let name = fields.text("name");
    let post = fields.optional_text("post").unwrap_or_else(|| DIRECTOR.to_owned());
    fields.finish();
    let name = name.filter(|name| !is_marked(name))?;
    Some(Officer { name, post })
}

fn founder(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<Founder> {
    let mut fields = Fields::new(document, node, found)?;
    let name = fields.text("name");
    let founder = Founder {
        name: String::new(),
        address: fields.optional_text("address"),
        phone: fields.optional_text("phone"),
        email: fields.optional_text("email"),
        website: fields.optional_address("website"),
        hours: fields.optional_text("hours"),
    };
    fields.finish();
    Some(Founder { name: name?, ..founder })
}

fn system(
    document: &Document,
    node: &Node,
    systems: &BTreeMap<String, Option<Arc<InformationSystem>>>,
    found: &mut Diagnostics,
) -> Option<Arc<InformationSystem>> {
    let id = fields::text(document, node, found)?;
    let system = systems.get(&id);
    if system.is_none() {
        let near = fields::nearest(&id, systems.keys().map(String::as_str));
        let unknown = Diagnostic::error("system-unknown", document.place(node));
        found.push(unknown.with("system", id.as_str()).near(near));
    }
    system.cloned().flatten()
}

fn breaks(fields: &mut Fields<'_, '_>) -> Vec<SchoolBreak> {
    let document = fields.document;
    let mut breaks = Vec::new();
    for node in fields.list("breaks") {
        let Some(mut inner) = Fields::new(document, node, fields.found) else { continue };
        let name = inner.text("name");
        let from = inner.date("from");
        let to = inner.date("to");
        inner.finish();
        let (Some(name), Some(from), Some(to)) = (name, from, to) else { continue };
        if from > to {
            let wrong = Diagnostic::error("date-order", document.place(node));
            fields.found.push(wrong.with("from", from.to_string()).with("to", to.to_string()));
            continue;
        }
        breaks.push(SchoolBreak { name, from, to });
    }
    breaks.sort_by_key(|b| b.from);
    breaks
}

fn days_off(fields: &mut Fields<'_, '_>) -> Vec<DayOff> {
    let document = fields.document;
    let mut days = Vec::new();
    for node in fields.list("days_off") {
        let Some(mut inner) = Fields::new(document, node, fields.found) else { continue };
        let date = inner.date("date");
        let name = inner.text("name");
        inner.finish();
        days.extend(date.zip(name).map(|(date, name)| DayOff { date, name }));
    }
    days.sort_by_key(|day| day.date);
    days
}

/// The accent colour, which must be told from white paper.
fn accent(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<String> {
    let text = fields::text(document, node, found)?.to_lowercase();
    let Some(rgb) = parse_colour(&text) else {
        let wrong = Diagnostic::error("colour-invalid", document.place(node));
        found.push(wrong.with("colour", text));
        return None;
    };
    let contrast = contrast_to_white(rgb);
    if contrast >= LOWEST_CONTRAST {
        return Some(text);
    }
    let [r, g, b] = darkened(rgb);
    let near = format!("#{r:02x}{g:02x}{b:02x}");
    let pale = Diagnostic::error("colour-contrast", document.place(node));
    let (whole, fraction) = (format!("{:.0}", contrast.floor()), contrast.fract() * 10.0);
    let pale = pale.with("colour", text).with("whole", whole);
    let pale = pale.with("tenths", format!("{:.0}", fraction.floor()));
    found.push(pale.with("near", near));
    None
}

fn parse_colour(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|d| d.len() == 6 && d.is_ascii())?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// Contrast of a colour to white, 1 to 21 (WCAG 2.2, «contrast ratio»).
fn contrast_to_white(rgb: [u8; 3]) -> f64 {
    let [r, g, b] = rgb.map(|channel| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    });
    1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
}

/// The lightest shade of the same hue with enough contrast.
fn darkened(rgb: [u8; 3]) -> [u8; 3] {
    let shade =
        |percent: u16| rgb.map(|c| u8::try_from(u16::from(c) * percent / 100).unwrap_or(u8::MAX));
    let fitting = (0..=100).rev().map(shade).find(|s| contrast_to_white(*s) >= LOWEST_CONTRAST);
    fitting.unwrap_or([0, 0, 0])
}
