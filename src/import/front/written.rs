//! The front matter as it is written.

use jiff::civil::Date;

use super::{Head, Role, Said, Stamp};
use crate::import::lines::Doubt;
use crate::import::text::words;
use crate::source::yaml::quoted;

/// What the person who imports knows better than the file.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// Title of the act.
    pub title: Option<String>,
    /// Date of approval.
    pub date: Option<Date>,
    /// Number of the order.
    pub order: Option<String>,
    /// Who approved: «приказом директора».
    pub by: Option<String>,
    /// The date on which the edition was already on a site.
    pub posted: Option<Date>,
}

/// The lines of the front matter with both fences, and the date of approval if one is known.
/// Without a date the act is a draft: what its stamps say is kept in comments there.
pub(in crate::import) fn front_matter(
    head: &mut Head,
    title: &str,
    given: &Given,
) -> (String, Option<Date>) {
    let stamped = head.approval().and_then(|stamp| stamp.date);
    let date = given.date.or(stamped);
    if let (Some(given), Some(stamped)) = (given.date, stamped)
        && given != stamped
    {
        let doubt = Doubt::about("import-date-differs", "stamped", stamped.to_string());
        head.doubts.push(doubt);
    }
    let mut out = format!("---\ntitle: {}\n", quoted(title));
    if let (Some(_), Some(found)) = (&given.title, &head.title) {
        comment(&found.plain(), &mut out);
    }
    head.aside.iter().for_each(|line| comment(line, &mut out));
    if let Some(date) = date {
        approval(head, date, given, &mut out);
    } else {
        head.stamps.iter().for_each(|stamp| comment(&stamp.words, &mut out));
        given.by.iter().chain(&given.order).for_each(|fact| comment(fact, &mut out));
    }
    if let Some(posted) = given.posted.filter(|_| date.is_some()) {
        out.push_str(&format!("posted: {posted}\n"));
    }
    out.push_str("---\n\n");
    (out, date)
}

fn approval(head: &Head, date: Date, given: &Given, out: &mut String) {
    out.push_str(&format!("approved:\n  date: {date}\n"));
    let stamp = head.approval();
    let by = stamp.map(|stamp| stamp.who.clone()).filter(|who| !who.is_empty());
    let by = given.by.clone().or(by);
    let order = given.order.clone().or(stamp.and_then(|stamp| stamp.number.clone()));
    for (key, value) in [("by", &by), ("order", &order)] {
        if let Some(value) = value {
            out.push_str(&format!("  {key}: {}\n", quoted(value)));
        }
    }
    let own = stamp.filter(|stamp| !says(stamp, Some(date), [&by, &order]));
    let is_own = |stamp: &&Stamp| head.approval().is_some_and(|own| std::ptr::eq(own, *stamp));
    let others = head.stamps.iter().filter(|stamp| !is_own(stamp));
    let (protocols, others): (Vec<&Stamp>, Vec<&Stamp>) =
        others.partition(|stamp| !stamp.who.is_empty() && stamp.role != Role::Approved);
    let unsaid = protocols
        .iter()
        .copied()
        .filter(|stamp| !says(stamp, stamp.date, [&Some(stamp.who.clone()), &stamp.number]));
    for stamp in own.into_iter().chain(others).chain(unsaid) {
        comment(&stamp.words, out);
    }
    if !protocols.is_empty() {
        out.push_str("  protocols:\n");
    }
    for stamp in protocols {
        protocol(stamp, out);
    }
}

/// Whether these values say every word of a stamp; else it is kept as a comment.
fn says(stamp: &Stamp, date: Option<Date>, values: [&Option<String>; 2]) -> bool {
    let mut said = Said::default();
    values.into_iter().flatten().for_each(|value| said.text(value));
    if let Some(date) = date {
        said.date(date);
    }
    words(&stamp.words).all(|word| said.take(&word))
}

fn protocol(stamp: &Stamp, out: &mut String) {
    out.push_str(&format!("    - body: {}\n", quoted(&stamp.who)));
    let role = if stamp.role == Role::Adopted { "adopted" } else { "agreed" };
    out.push_str(&format!("      role: {role}\n"));
    if let Some(number) = &stamp.number {
        out.push_str(&format!("      number: {}\n", quoted(number)));
    }
    if let Some(date) = stamp.date {
        out.push_str(&format!("      date: {date}\n"));
    }
}

/// Words that are no key, on a line of their own.
fn comment(words: &str, out: &mut String) {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    out.push_str(&format!("# {words}\n"));
}
