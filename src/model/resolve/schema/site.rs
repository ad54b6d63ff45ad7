//! `site.yaml`, the information systems, and what they share with schools and editions.

use serde_json::{Value, json};

use super::values::{any, choice, flag, list, number, weekdays, zone};
use super::writer::Need::{Optional, Required};
use super::writer::Writer;
use crate::model::print::{PosterKind, Variant};

/// `site.yaml`.
pub(super) fn site(w: Writer<'_>) -> Value {
    let mut language = choice(&["ru", "en"]);
    language["default"] = json!("ru");
    w.map(
        "site",
        [
            ("title", Required, w.text()),
            ("base_url", Required, w.base_address()),
            ("language", Optional, language),
            ("theme", Optional, w.id()),
            ("portal", Optional, flag(true)),
            ("yo_differs", Optional, flag(false)),
            ("publication", Optional, publication(w)),
            ("print", Optional, print(w)),
            ("deploy", Optional, list(w.text())),
            ("timestamp", Optional, timestamp(w)),
        ],
    )
}

fn timestamp(w: Writer<'_>) -> Value {
    w.map("timestamp", [("url", Required, w.address()), ("authority", Required, w.text())])
}

/// `publication` of the site and of an edition.
pub(super) fn publication(w: Writer<'_>) -> Value {
    w.map(
        "publication",
        [
            ("days", Optional, number(1, 365)),
            ("count", Optional, choice(&["calendar", "working"])),
            ("roll_forward", Optional, flag(false)),
        ],
    )
}

/// `print` of the site and of a school.
pub(super) fn print(w: Writer<'_>) -> Value {
    let posters = PosterKind::ALL.map(PosterKind::id);
    let sheets = Variant::ALL.map(Variant::id);
    w.map(
        "print",
        [
            ("posters", Optional, list(choice(&posters))),
            ("sheets", Optional, list(choice(&sheets))),
        ],
    )
}

/// `systems/<system>.yaml`.
pub(super) fn system(w: Writer<'_>) -> Value {
    let protected = [("title", Required, w.text()), ("text", Required, w.text())];
    w.map(
        "system",
        [
            ("name", Required, w.text()),
            ("full_name", Optional, w.text()),
            ("website", Optional, w.known_address()),
            ("desk", Optional, desk(w)),
            ("protected", Optional, list(w.map("protected", protected))),
        ],
    )
}

fn desk(w: Writer<'_>) -> Value {
    let phone = [("number", Required, w.text()), ("note", Optional, w.text())];
    let days = any([choice(&["daily", "workdays"]), weekdays()]);
    let hours = [
        ("service", Required, w.text()),
        ("days", Optional, days),
        ("open", Required, any([choice(&["always"]), w.time_range()])),
    ];
    w.map(
        "desk",
        [
            ("name", Required, w.text()),
            ("zone", Required, zone()),
            ("phones", Optional, list(w.map("desk-phones", phone))),
            ("emails", Optional, list(w.text())),
            ("website", Optional, w.known_address()),
            ("hours", Optional, list(w.map("desk-hours", hours))),
            ("note", Optional, w.text()),
        ],
    )
}
