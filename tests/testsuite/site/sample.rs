//! A school built by hand, for tests of pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, Weekday, date};
use jiff::tz::TimeZone;
use reglament::diagnostics::Place;
use reglament::language::{Catalogue, Language};
use reglament::model::audience::{Audience, Group};
use reglament::model::calendar::{ProductionCalendar, WorkingWeek};
use reglament::model::clock::Zone;
use reglament::model::due::due_dates;
use reglament::model::journal::Journal;
use reglament::model::occurrence::occurrences;
use reglament::model::print::PrintSettings;
use reglament::model::regulation::{
    Approval, Edition, Protocol, ProtocolRole, Regulation, Written,
};
use reglament::model::school::{Founder, Officer, School, SchoolBreak};
use reglament::model::site::{DayCount, PublicationRule, Site};
use reglament::model::stamps::{Stamper, Stamps};
use reglament::model::system::{
    DeskDays, DeskHours, DeskPhone, InformationSystem, OpenHours, SupportDesk,
};
use reglament::model::text::{Footnote, Inline, Node, NodeKind, RegulationText, Table};
use reglament::model::timetable::{
    Cancellation, Channel, Details, Extra, Move, Pattern, Person, Session, TimeOfDay, TimeRange,
    Timetable,
};
use reglament::outputs::addresses::Addresses;
use reglament::outputs::site::{Pages, summary};
use reglament::outputs::{Artifact, PortalContext, Redlines, SchoolContext, SchoolSummary, ical};
use reglament::source::theme::Theme;

/// The date of the build in all tests: a Friday.
pub(super) const TODAY: Date = date(2026, 11, 20);

const RULE: PublicationRule =
    PublicationRule { days: 10, count: DayCount::Calendar, roll_forward: false };

/// A site; with `portal` the school stands in a folder.
pub(super) fn site(language: Language, portal: bool) -> Site {
    Site {
        title: "Test site".to_owned(),
        base_url: "https://school.example/help/".to_owned(),
        language,
        theme: "default".to_owned(),
        portal,
        yo_differs: false,
        deploy: Vec::new(),
        timestamp: None,
        print: PrintSettings::default(),
        publication: RULE,
    }
}

/// All files of the website with `school` on it, its feeds included, by path.
pub(super) fn built(school: &School, site: &Site) -> BTreeMap<String, String> {
    let catalogue = Catalogue::new(site.language);
    let pages = Pages::new(&Theme::built_in(), &catalogue).expect("the theme is sound");
    built_with(&pages, &catalogue, school, site, TODAY)
}

/// As [`built`], on `today`, with `pages` made before.
pub(super) fn built_with(
    pages: &Pages,
    catalogue: &Catalogue,
    school: &School,
    site: &Site,
    today: Date,
) -> BTreeMap<String, String> {
    let calendar = ProductionCalendar::default();
    let occurrences = occurrences(school, &calendar);
    let ctx = SchoolContext {
        site,
        school,
        calendar: &calendar,
        occurrences: &occurrences,
        catalogue,
        addresses: Addresses::new(site, school),
        today,
        print: false,
        drafts: false,
        redlines: Redlines::default(),
    };
    let mut files = pages.school(&ctx, &[]).expect("pages of a school");
    let known = Stamps::default();
    let mut stamper = Stamper::new(&known, today.at(0, 0, 0, 0));
    let feeds = ical::feeds(&ctx, &mut stamper);
    files.extend(feeds.files);
    let schools = [SchoolSummary { due: feeds.due, ..summary(&ctx, &[]) }];
    let whole = PortalContext { site, catalogue, schools: &schools, today };
    files.extend(pages.portal(&whole).expect("pages of the site"));
    files.extend(site.portal.then(|| ical::portal(&whole)));
    files.extend(pages.static_files());
    files.into_iter().map(|Artifact { path, bytes }| (path, lossy(&bytes))).collect()
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

pub(super) fn zone(name: &str) -> Zone {
    Zone { name: name.to_owned(), rules: TimeZone::get(name).expect("a known zone") }
}

pub(super) fn time(range: &str) -> TimeRange {
    let part = |text: &str| {
        let (hour, minute) = text.split_once(':').expect("HH:MM");
        TimeOfDay::new(hour.parse().expect("hour"), minute.parse().expect("minute"))
    };
    let (start, end) = range.split_once('-').expect("a range");
    TimeRange { start: part(start).expect("start"), end: part(end).expect("end") }
}

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

pub(super) fn node(kind: NodeKind, number: &str, anchor: &str, text: Vec<Inline>) -> Node {
    let number = (!number.is_empty()).then(|| number.to_owned());
    Node { kind, number, anchor: anchor.to_owned(), text, children: Vec::new(), line: 1 }
}

/// An act with everything that a tree can hold; numbers skip and repeat, as authors' do.
pub(super) fn act() -> RegulationText {
    let item =
        |number: &str, anchor: &str, words: &str| node(NodeKind::Item, number, anchor, text(words));
    let mut clause = node(NodeKind::Clause, "8.5.", "8.5", text("The desk helps:"));
    let mut eighth = item("8)", "8.5-8", "after the sixth;");
    eighth.children = vec![item("-", "", "by phone;"), item("", "", "without a mark.")];
    clause.children = vec![item("6)", "8.5-6", "the sixth;"), eighth];
    let rich = node(
        NodeKind::Paragraph,
        "",
        "",
        vec![
            Inline::Text("See ".to_owned()),
            Inline::Strong(text("the rule")),
            Inline::FootnoteMark(0),
            Inline::Text(" and ".to_owned()),
            Inline::Link { href: "timetable/index.html".to_owned(), text: text("the timetable") },
            Inline::Link { href: "javascript:alert(1)".to_owned(), text: text(" not this") },
            Inline::FootnoteMark(0),
            Inline::Break,
            Inline::Code("a < b".to_owned()),
            Inline::Superscript(text("2")),
        ],
    );
    let table = Table {
        head: vec![text("Day"), Vec::new()],
        rows: vec![vec![text("Monday"), text("14:00")], vec![text("alone")]],
    };
    let mut section = node(NodeKind::Section(2), "9.", "9", text("Help & answers"));
    let mut note = node(NodeKind::Note, "", "", Vec::new());
    note.children = vec![node(NodeKind::Paragraph, "", "", text("A note."))];
    let inner = node(NodeKind::Section(4), "", "inner", text("Deeper"));
    let table = node(NodeKind::Table(table), "", "", Vec::new());
    section.children =
        vec![clause, rich, table, note, node(NodeKind::Rule, "", "", Vec::new()), inner];
    let body = vec![node(NodeKind::Paragraph, "", "", text("The note itself."))];
    RegulationText {
        nodes: vec![node(NodeKind::Paragraph, "", "", text("Before all.")), section],
        footnotes: vec![Footnote { label: "*".to_owned(), body, line: 0 }],
        terms: Vec::new(),
    }
}

pub(super) fn edition(approved: Date, in_force: Date) -> Edition {
    let calendar = ProductionCalendar::default();
    Edition {
        title: "Rules of help".to_owned(),
        short_title: "Help".to_owned(),
        approval: Approval {
            date: approved,
            by: Some("by order".to_owned()),
            order: Some("45".to_owned()),
            protocols: vec![Protocol {
                role: ProtocolRole::Agreed,
                body: "council".to_owned(),
                number: Some("1".to_owned()),
                date: Some(approved),
            }],
        },
        in_force,
        valid_until: None,
        summary: Some("First edition".to_owned()),
        affects: Audience::EVERYBODY,
        due: due_dates(approved, RULE, &calendar, WorkingWeek::FiveDay),
        text: act(),
        duties: Vec::new(),
        errata: Vec::new(),
        accepted: Vec::new(),
        frozen: None,
        written: Written::default(),
        posted: None,
        place: Place::default(),
    }
}

/// A regulation with a replaced edition, one in force on [`TODAY`] and one to come.
pub(super) fn regulation() -> Regulation {
    Regulation {
        id: "help".to_owned(),
        editions: vec![
            edition(date(2025, 9, 1), date(2025, 9, 1)),
            edition(date(2026, 9, 1), date(2026, 9, 3)),
            edition(date(2026, 11, 18), date(2026, 12, 1)),
        ],
    }
}

pub(super) fn details(id: &str, audience: Audience) -> Details {
    Details {
        id: id.to_owned(),
        person: 0,
        audience,
        room: Some("214".to_owned()),
        channel: Channel::InPerson,
        link: None,
        booking: None,
        topic: Some(format!("topic of {id}")),
        place: Place::default(),
    }
}

fn session(id: &str, pattern: Pattern, at: &str) -> Session {
    Session {
        pattern,
        from: date(2026, 9, 1),
        to: date(2027, 5, 31),
        time: time(at),
        in_breaks: false,
        details: details(id, Audience::default().with(Group::Parents)),
    }
}

/// A timetable with every pattern, a cancelled, a moved and an extra consultation.
pub(super) fn timetable() -> Timetable {
    let from = date(2026, 9, 1);
    let weekly = |days: Vec<Weekday>, interval| Pattern::Weekly { days, interval, anchor: from };
    let mut staff = session("staff", weekly(vec![Weekday::Tuesday], 2), "15:00-15:45");
    staff.details.audience = Audience::default().with(Group::Staff);
    let monthly = Pattern::Monthly { days: vec![Weekday::Wednesday], nth: -1 };
    Timetable {
        id: "timetable".to_owned(),
        position: 0,
        substituted: Vec::new(),
        place: Place::default(),
        from,
        to: date(2027, 5, 31),
        approval: Some(edition(from, from).approval),
        note: Some("A remark.".to_owned()),
        people: vec![Person {
            id: "one".to_owned(),
            name: "Ivanova Maria Petrovna".to_owned(),
            post: "teacher".to_owned(),
            phone: Some("+7 (900) 000-00-00".to_owned()),
            email: Some("one@school.example".to_owned()),
        }],
        sessions: vec![
            session("parents", weekly(vec![Weekday::Monday, Weekday::Friday], 1), "14:30-15:15"),
            staff,
            session("monthly", monthly, "10:00-11:00"),
            session("dates", Pattern::Dates(vec![date(2026, 12, 12)]), "12:00-24:00"),
        ],
        cancelled: vec![Cancellation {
            session: 0,
            date: date(2026, 11, 23),
            reason: Some("illness".to_owned()),
            place: Place::default(),
        }],
        moved: vec![Move {
            session: 2,
            date: date(2026, 11, 25),
            to: date(2026, 11, 26),
            time: time("11:00-12:00"),
            room: Some("hall".to_owned()),
            reason: None,
            place: Place::default(),
        }],
        extra: vec![Extra {
            date: date(2026, 12, 3),
            time: time("18:00-19:00"),
            details: details("meeting", Audience::EVERYBODY),
            reason: None,
        }],
    }
}

fn system() -> InformationSystem {
    let line = |service: &str, days, open| DeskHours { service: service.to_owned(), days, open };
    InformationSystem {
        id: "diary".to_owned(),
        name: "Diary".to_owned(),
        full_name: None,
        website: None,
        desk: Some(SupportDesk {
            name: "Support desk".to_owned(),
            zone: zone("Europe/Moscow"),
            phones: vec![DeskPhone { number: "8 (800) 000-00-00".to_owned(), note: None }],
            emails: vec!["desk@diary.example".to_owned()],
            website: Some("https://diary.example/".to_owned()),
            hours: vec![
                line("Mail", DeskDays::Daily, OpenHours::Always),
                line("Calls", DeskDays::Workdays, OpenHours::Between(time("09:00-21:00"))),
            ],
            note: None,
        }),
        memo: None,
        protected: Vec::new(),
    }
}

/// A school in Krasnoyarsk's time with everything that a school can have.
pub(super) fn school() -> School {
    School {
        id: "one".to_owned(),
        name: "School number one".to_owned(),
        short_name: "School 1".to_owned(),
        city: "Town".to_owned(),
        region: None,
        address: Some("1 Street".to_owned()),
        phone: Some("+7 (900) 000-00-01".to_owned()),
        email: Some("school@school.example".to_owned()),
        website: Some("https://school.example/".to_owned()),
        zone: zone("Asia/Krasnoyarsk"),
        week: WorkingWeek::FiveDay,
        hours: None,
        accent: Some("#8a3b12".to_owned()),
        director: Some(Officer { name: "Petrov P".to_owned(), post: "head".to_owned() }),
        founder: Some(Founder { name: "Founder".to_owned(), ..Founder::default() }),
        system: Some(Arc::new(system())),
        parameters: std::collections::BTreeMap::new(),
        memo: None,
        print: PrintSettings::default(),
        breaks: vec![SchoolBreak {
            name: "Winter break".to_owned(),
            from: date(2026, 12, 14),
            to: date(2027, 1, 10),
        }],
        days_off: Vec::new(),
        regulations: vec![regulation()],
        drafts: Vec::new(),
        timetables: vec![timetable()],
        journal: Journal::default(),
        tokens: Vec::new(),
    }
}
