//! `site.yaml` and the information systems.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fields::{self, Fields};
use super::memo::memo;
use super::print;
use crate::diagnostics::{Diagnostic, Diagnostics, LineIndex, Place};
use crate::language::Language;
use crate::model::markdown;
use crate::model::memo::Memo;
use crate::model::print::PrintSettings;
use crate::model::site::{DayCount, PublicationRule, Site, TimestampService};
use crate::model::system::{DeskDays, DeskHours, DeskPhone, InformationSystem, OpenHours};
use crate::model::system::{ProtectedSection, SupportDesk};
use crate::source::yaml::{Node, Value};
use crate::source::{Document, EditionSource};

/// The theme that is built in.
const DEFAULT_THEME: &str = "default";

/// Longest address of a site in bytes, with its closing `/`. The addresses of its feeds are to be
/// shorter than 256, the limit of some calendar programs; two identifiers of at most 60 characters
/// and `/calendar/….ics` are added to it.
const LONGEST_ADDRESS: usize = 120;

/// The rule of `khabarovsk-40`, clause 9.4: 10 calendar days.
const DEFAULT_RULE: PublicationRule =
    PublicationRule { days: 10, count: DayCount::Calendar, roll_forward: false };

/// A site with default settings: only to look at schools, never to be rendered.
pub(super) fn stand_in() -> Site {
    Site {
        title: String::new(),
        base_url: String::new(),
        language: Language::Russian,
        theme: DEFAULT_THEME.to_owned(),
        portal: true,
        yo_differs: false,
        publication: DEFAULT_RULE,
        print: PrintSettings::default(),
        deploy: Vec::new(),
        timestamp: None,
    }
}

/// The settings of the site.
pub(super) fn site(document: &Document, found: &mut Diagnostics) -> Option<Site> {
    let mut fields = Fields::new(document, &document.root, found)?;
    let title = fields.text("title");
    let base_url = fields.require("base_url");
    let base_url = base_url.and_then(|node| base_address(document, node, fields.found));
    let language = fields.take("language").map_or(Some(Language::Russian), |node| {
        let index = fields::choice(document, node, &["ru", "en"], fields.found)?;
        Some([Language::Russian, Language::English][index])
    });
    let theme = fields.take("theme").map_or_else(
        || Some(DEFAULT_THEME.to_owned()),
        |node| fields::id(document, node, fields.found),
    );
    let portal = fields.flag("portal", true);
    let yo_differs = fields.flag("yo_differs", false);
    let rule = fields.take("publication");
    let publication =
        rule.map_or(Some(DEFAULT_RULE), |n| publication(document, n, DEFAULT_RULE, fields.found));
    let deploy = fields.list("deploy").iter();
    let deploy = deploy.filter_map(|node| fields::text(document, node, fields.found)).collect();
    let timestamp = fields.take("timestamp");
    let timestamp = timestamp.and_then(|node| timestamp_service(document, node, fields.found));
    let default = PrintSettings::default();
    let print = fields.take("print");
    let print = print.and_then(|n| print::settings(document, n, &default, fields.found));
    fields.finish();
    Some(Site {
        title: title?,
        base_url: base_url?,
        language: language?,
        theme: theme?,
        portal,
        yo_differs,
        publication: publication?,
        print: print.unwrap_or(default),
        deploy,
        timestamp,
    })
}

/// The address of the site, with a closing `/`.
fn base_address(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<String> {
    let mut address = fields::address(document, node, found)?;
    if address.contains(['?', '#']) {
        let wrong = Diagnostic::error("address-invalid", document.place(node));
        found.push(wrong.with("address", address));
        return None;
    }
    if !address.ends_with('/') {
        address.push('/');
    }
    if address.len() > LONGEST_ADDRESS {
        let long = Diagnostic::warning("feed-address-long", document.place(node));
        found.push(long.with("most", LONGEST_ADDRESS));
    }
    Some(address)
}

/// A service of time stamps.
fn timestamp_service(
    document: &Document,
    node: &Node,
    found: &mut Diagnostics,
) -> Option<TimestampService> {
    let mut fields = Fields::new(document, node, found)?;
    let url = fields.require("url");
    let url = url.and_then(|node| fields::address(document, node, fields.found));
    let authority = fields.text("authority");
    fields.finish();
    Some(TimestampService { url: url?, authority: format!("content/{}", authority?) })
}

/// A rule of publication; what it does not say comes from `default`.
pub(super) fn publication(
    document: &Document,
    node: &Node,
    default: PublicationRule,
    found: &mut Diagnostics,
) -> Option<PublicationRule> {
    let mut fields = Fields::new(document, node, found)?;
    let days = match fields.take("days") {
        Some(node) => fields::number(document, node, 1..=365, fields.found),
        None => Some(default.days),
    };
    let count = match fields.take("count") {
        Some(node) => {
            let index = fields::choice(document, node, &["calendar", "working"], fields.found);
            index.map(|index| [DayCount::Calendar, DayCount::Working][index])
        }
        None => Some(default.count),
    };
    let roll_forward = fields.flag("roll_forward", default.roll_forward);
    fields.finish();
    Some(PublicationRule { days: days?, count: count?, roll_forward })
}

/// All information systems by id, each with its memo.
pub(super) fn systems(
    documents: &[(String, Document)],
    memos: &[(String, EditionSource)],
    found: &mut Diagnostics,
) -> BTreeMap<String, Option<Arc<InformationSystem>>> {
    let memos = memos.iter().filter_map(|(id, source)| Some((id, memo(source, found)?)));
    let mut memos: BTreeMap<&String, Memo> = memos.collect();
    let mut systems = BTreeMap::new();
    for (id, document) in documents {
        if !fields::is_id(id) {
            let place = Place::file(Arc::clone(&document.path));
            found.push(Diagnostic::error("id-invalid", place).with("id", id.as_str()));
        }
        let system = system(id, document, found);
        let memo = memos.remove(id);
        let system = system.map(|system| Arc::new(InformationSystem { memo, ..system }));
        systems.insert(id.clone(), system);
    }
    systems
}

fn system(id: &str, document: &Document, found: &mut Diagnostics) -> Option<InformationSystem> {
    let mut fields = Fields::new(document, &document.root, found)?;
    let name = fields.text("name");
    let full_name = fields.optional_text("full_name");
    let website = fields.optional_address("website");
    let desk = fields.take("desk").and_then(|node| desk(document, node, fields.found));
    let protected = fields.list("protected").iter();
    let protected = protected.filter_map(|n| protected_section(document, n, fields.found));
    let protected = protected.collect();
    fields.finish();
    let id = id.to_owned();
    Some(InformationSystem { id, name: name?, full_name, website, desk, memo: None, protected })
}

/// `{title, text}`; the text is Markdown.
fn protected_section(
    document: &Document,
    node: &Node,
    found: &mut Diagnostics,
) -> Option<ProtectedSection> {
    let mut fields = Fields::new(document, node, found)?;
    let title = fields.text("title");
    let text = fields.text("text");
    fields.finish();
    let (title, source) = (title?, text?);
    let index = LineIndex::new(Arc::clone(&document.path), &source);
    let mut own = Diagnostics::default();
    let text = markdown::parse(&source, &index, &mut own);
    // Lines of the text are not lines of the file.
    found.append(own.map(|finding| Diagnostic { place: document.place(node), ..finding }));
    Some(ProtectedSection { title, text, source })
}

fn desk(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<SupportDesk> {
    let mut fields = Fields::new(document, node, found)?;
    let name = fields.text("name");
    let zone = fields.zone("zone");
    let phones = fields.list("phones").iter();
    let phones = phones.filter_map(|node| desk_phone(document, node, fields.found)).collect();
    let emails = fields.list("emails").iter();
    let emails = emails.filter_map(|node| fields::text(document, node, fields.found)).collect();
    let website = fields.optional_address("website");
    let hours = fields.list("hours").iter();
    let hours = hours.filter_map(|node| hours_line(document, node, fields.found)).collect();
    let note = fields.optional_text("note");
    fields.finish();
    Some(SupportDesk { name: name?, zone: zone?, phones, emails, website, hours, note })
}

fn desk_phone(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<DeskPhone> {
    let mut fields = Fields::new(document, node, found)?;
    let number = fields.text("number");
    let note = fields.optional_text("note");
    fields.finish();
    Some(DeskPhone { number: number?, note })
}

fn hours_line(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<DeskHours> {
    let mut fields = Fields::new(document, node, found)?;
    let service = fields.text("service");
    let days = match fields.take("days") {
        Some(node) => desk_days(document, node, fields.found),
        None => Some(DeskDays::Daily),
    };
    let open = fields.require("open").and_then(|node| match &node.value {
        Value::Scalar { text, .. } if text == "always" => Some(OpenHours::Always),
        _ => fields::time_range(document, node, fields.found).map(OpenHours::Between),
    });
    fields.finish();
    Some(DeskHours { service: service?, days: days?, open: open? })
}

fn desk_days(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<DeskDays> {
    match node.scalar() {
        "daily" => Some(DeskDays::Daily),
        "workdays" => Some(DeskDays::Workdays),
        _ => fields::weekdays(document, node, found).map(DeskDays::Weekdays),
    }
}
