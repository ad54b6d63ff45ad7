//! The front matter as it is written.

use jiff::civil::Date;

use super::{Head, Role, Stamp};
use crate::import::lines::Doubt;

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
    let mut out = format!("---\ntitle: {}\n", yaml(title));
    if let (Some(_), Some(found)) = (&given.title, &head.title) {
        comment(&found.plain(), &mut out);
    }
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
    let order = stamp.and_then(|stamp| stamp.number.clone());
    for (key, value) in [("by", given.by.clone().or(by)), ("order", given.order.clone().or(order))]
    {
        if let Some(value) = value {
            out.push_str(&format!("  {key}: {}\n", yaml(&value)));
        }
    }
    // What the person knows better does not take the stamp's words away.
    if let Some(stamp) = stamp.filter(|_| given.by.is_some() || given.order.is_some()) {
        comment(&stamp.words, out);
    }
    let approval: Option<*const Stamp> = stamp.map(std::ptr::from_ref);
    let others = head.stamps.iter().filter(|stamp| Some(std::ptr::from_ref(*stamp)) != approval);
    let (others, nameless): (Vec<&Stamp>, Vec<&Stamp>) =
        others.partition(|stamp| !stamp.who.is_empty());
    for stamp in nameless {
        comment(&stamp.words, out);
    }
    if !others.is_empty() {
        out.push_str("  protocols:\n");
    }
    for stamp in others {
        protocol(stamp, out);
    }
}

fn protocol(stamp: &Stamp, out: &mut String) {
    out.push_str(&format!("    - body: {}\n", yaml(&stamp.who)));
    let role = if stamp.role == Role::Adopted { "adopted" } else { "agreed" };
    out.push_str(&format!("      role: {role}\n"));
    if let Some(number) = &stamp.number {
        out.push_str(&format!("      number: {}\n", yaml(number)));
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

/// `text` as a YAML string in double quotes, whose escapes are those of JSON.
fn yaml(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
