//! Short phrases of several views: intervals, approvals, audiences.
//!
//! They are joined of fixed words, which is many times faster than formatting a message; both
//! languages put these words in the same order.

use jiff::civil::Date;

use crate::language::dates::{NBSP, day_month, long};
use crate::language::names::with_initials;
use crate::language::{Arg, Catalogue};
use crate::model::audience::Audience;
use crate::model::occurrence::Skip;
use crate::model::regulation::{Approval, Edition, Protocol, Regulation};
use crate::model::timetable::Person;

/// «для родителей, для сотрудников»; empty for nobody.
#[must_use]
pub fn audience(catalogue: &Catalogue, audience: Audience) -> String {
    if audience == Audience::EVERYBODY {
        return catalogue.text("for-everybody").to_owned();
    }
    let mut phrase = String::new();
    for group in audience.groups() {
        if !phrase.is_empty() {
            phrase.push_str(", ");
        }
        phrase.push_str(match group.id() {
            "parents" => catalogue.text("for-parents"),
            "staff" => catalogue.text("for-staff"),
            _ => catalogue.text("for-pupils"),
        });
    }
    phrase
}

/// «с 1 сентября 2026 г. по 31 августа 2027 г.», or without an end.
#[must_use]
pub fn interval(catalogue: &Catalogue, from: Date, to: Option<Date>) -> String {
    let mut phrase = format!("{}{NBSP}{}", catalogue.text("site-from"), long(catalogue, from));
    if let Some(to) = to {
        let until = catalogue.text("site-until");
        phrase.push_str(&format!(" {until}{NBSP}{}", long(catalogue, to)));
    }
    phrase
}

/// «26 октября – 3 ноября 2026 г.»; one day alone as such.
#[must_use]
pub fn days(catalogue: &Catalogue, from: Date, to: Date) -> String {
    if from == to {
        long(catalogue, from)
    } else if from.year() == to.year() {
        format!("{} – {}", day_month(catalogue, from), long(catalogue, to))
    } else {
        format!("{} – {}", long(catalogue, from), long(catalogue, to))
    }
}

/// «Утверждено приказом директора от 28 августа 2026 г. № 45».
#[must_use]
pub fn approval(catalogue: &Catalogue, approval: &Approval) -> String {
    let mut phrase = catalogue.text("site-approved").to_owned();
    if let Some(by) = &approval.by {
        phrase.push(' ');
        phrase.push_str(by);
    }
    dated(catalogue, &mut phrase, Some(approval.date), approval.by.is_some());
    numbered(catalogue, &mut phrase, approval.order.as_deref());
    phrase
}

/// «приказом директора № 45»: an approval without its date; empty if nothing more is known.
#[must_use]
pub fn approved_by(catalogue: &Catalogue, approval: &Approval) -> String {
    let mut phrase = approval.by.clone().unwrap_or_default();
    numbered(catalogue, &mut phrase, approval.order.as_deref());
    phrase.trim_start().to_owned()
}

/// «педагогический совет, протокол от 26 августа 2026 г. № 1».
#[must_use]
pub fn protocol(catalogue: &Catalogue, protocol: &Protocol) -> String {
    let mut phrase = format!("{}, {}", protocol.body, catalogue.text("site-protocol"));
    dated(catalogue, &mut phrase, protocol.date, true);
    numbered(catalogue, &mut phrase, protocol.number.as_deref());
    phrase
}

fn dated(catalogue: &Catalogue, phrase: &mut String, date: Option<Date>, preposition: bool) {
    let Some(date) = date else { return };
    phrase.push(' ');
    if preposition {
        phrase.push_str(catalogue.text("site-dated"));
        phrase.push(NBSP);
    }
    phrase.push_str(&long(catalogue, date));
}

fn numbered(catalogue: &Catalogue, phrase: &mut String, number: Option<&str>) {
    if let Some(number) = number {
        phrase.push(' ');
        phrase.push_str(catalogue.text("site-number-sign"));
        phrase.push(NBSP);
        phrase.push_str(number);
    }
}

/// Why a day is left out: «Осенние каникулы», «День народного единства».
#[must_use]
pub fn skip(catalogue: &Catalogue, skip: Skip<'_>) -> String {
    match skip {
        Skip::Break(name) | Skip::DayOff(name) => name.to_owned(),
        Skip::Holiday(holiday) => catalogue.text(&format!("holiday-{}", holiday.id())).to_owned(),
        Skip::TransferredDayOff => catalogue.text("transferred-day-off").to_owned(),
    }
}

/// «замена: консультирует А. Б. Петров».
#[must_use]
pub fn substitute(catalogue: &Catalogue, person: &Person) -> String {
    let name = with_initials(&person.name);
    catalogue.format("site-substitute", &[("person", Arg::from(name.as_str()))])
}

/// `text` with the reason in brackets, if one is given: «замена (болезнь)».
#[must_use]
pub fn because(text: String, reason: Option<&str>) -> String {
    match reason {
        Some(reason) => format!("{text} ({reason})"),
        None => text,
    }
}

/// «Редакция от 28 августа 2026 г.»
#[must_use]
pub fn edition(catalogue: &Catalogue, approved: Date) -> String {
    let words = catalogue.text("site-edition-of");
    format!("{words}{NBSP}{}", long(catalogue, approved))
}

/// «действует с … по …» for the edition at `index`; «в силу не вступает» if it never is.
#[must_use]
pub fn in_force(catalogue: &Catalogue, regulation: &Regulation, index: usize) -> String {
    let edition: &Edition = &regulation.editions[index];
    let last = regulation.last_day(index);
    if last.is_some_and(|last| last < edition.in_force) {
        return catalogue.text("site-never-in-force").to_owned();
    }
    let interval = interval(catalogue, edition.in_force, last);
    format!("{} {interval}", catalogue.text("site-is-in-force"))
}

/// `text` with «№» kept together with what follows it: for headings, not for the text of acts.
#[must_use]
pub fn typeset(text: &str) -> String {
    text.replace("№ ", "№\u{a0}")
}

/// `text` with a small letter at its begin.
#[must_use]
pub fn uncapitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        let mut out: String = first.to_lowercase().collect();
        out.push_str(chars.as_str());
        out
    })
}

/// `text` with a capital letter at its begin.
#[must_use]
pub fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        let mut out: String = first.to_uppercase().collect();
        out.push_str(chars.as_str());
        out
    })
}
