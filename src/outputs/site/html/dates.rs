//! Dated lists: days with their consultations.
//!
//! A school has some dozens of rows on several pages, most of them alike. They are written
//! here once, like the act, and not by a template row by row.

use super::escape::push_escaped;

/// Words of every row, in the site's language.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// «Ведёт».
    pub held_by: &'a str,
    /// «По записи».
    pub booking: &'a str,
    /// «ссылка».
    pub link: &'a str,
}

/// What is said of a session on every date.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// «кабинет 214».
    pub place: &'a str,
    /// «М. П. Иванова».
    pub person: &'a str,
    /// «для родителей».
    pub audience: &'a str,
    /// What it is about.
    pub topic: Option<&'a str>,
    /// How to make an appointment.
    pub booking: Option<&'a str>,
    /// Address of a video meeting.
    pub link: Option<&'a str>,
}

/// What changes from date to date.
#[derive(Debug, Clone, Copy)]
pub struct Dated<'a> {
    /// `held`, `moved`, `substituted`, `cancelled` or `skipped`.
    pub state: &'static str,
    /// Groups it is for, parted by spaces.
    pub groups: &'a str,
    /// Identifiers of who gives it and who was to, parted by spaces.
    pub people: &'a str,
    /// Begin and end in UTC, RFC 3339; `None` if nobody can come.
    pub open: Option<(&'a str, &'a str)>,
    /// «15:00–15:45».
    pub time: &'a str,
    /// «не проводится: Осенние каникулы».
    pub note: Option<&'a str>,
}

/// The part of a row that is the same on every date.
#[must_use]
pub fn line(line: Line<'_>, words: Words<'_>) -> String {
    let mut out = String::with_capacity(320);
    element(&mut out, "<span class=\"place\">", line.place);
    if let Some(link) = line.link {
        out.push_str(" (<a href=\"");
        push_escaped(&mut out, link);
        out.push_str("\">");
        push_escaped(&mut out, words.link);
        out.push_str("</a>)");
    }
    out.push_str(". <span class=\"who\">");
    push_escaped(&mut out, words.held_by);
    out.push(' ');
    element(&mut out, "", line.person);
    out.push('.');
    for (class, before, text) in [
        (" <span class=\"topic\">", "", line.topic),
        (" <span class=\"booking\">", words.booking, line.booking),
    ] {
        let Some(text) = text else { continue };
        out.push_str(class);
        push_escaped(&mut out, before);
        out.push_str(if before.is_empty() { "" } else { ": " });
        element(&mut out, "", text);
        out.push('.');
    }
    out.push_str("</span>\n");
    element(&mut out, "<span class=\"for\">", line.audience);
    out.push_str("\n</li>\n");
    out
}

/// A row: `line` on one date.
#[must_use]
pub fn row(dated: Dated<'_>, line: &str) -> String {
    let mut out = String::with_capacity(160 + line.len());
    out.push_str("<li class=\"row ");
    out.push_str(dated.state);
    out.push('"');
    let (start, end) = dated.open.unwrap_or_default();
    let data = [("start", start), ("end", end), ("for", dated.groups), ("who", dated.people)];
    for (name, value) in data.into_iter().filter(|(_, value)| !value.is_empty()) {
        out.push_str(" data-");
        out.push_str(name);
        out.push_str("=\"");
        push_escaped(&mut out, value);
        out.push('"');
    }
    out.push_str(">\n");
    element(&mut out, "<span class=\"time\">", dated.time);
    out.push_str("\n<span class=\"what\">");
    if let Some(note) = dated.note {
        out.push_str("<strong class=\"flag\">");
        push_escaped(&mut out, note);
        out.push_str("</strong> ");
    }
    out.push_str(line);
    out
}

/// The begin of a day: `date` as `YYYY-MM-DD` and in words, with a remark on the day. Rows
/// follow, then [`DAY_END`].
#[must_use]
pub fn day(date: &str, label: &str, note: Option<&str>) -> String {
    let mut out = String::with_capacity(128);
    out.push_str("<li class=\"date\" data-date=\"");
    out.push_str(date);
    out.push_str("\">\n<h3>");
    push_escaped(&mut out, label);
    out.push_str("</h3>\n");
    if let Some(note) = note {
        out.push_str("<p class=\"hint\">");
        push_escaped(&mut out, note);
        out.push_str("</p>\n");
    }
    out.push_str("<ul class=\"rows\">\n");
    out
}

/// The only row of a day without consultations: `note` says why.
#[must_use]
pub fn off(note: &str) -> String {
    let mut out = String::with_capacity(96 + note.len());
    out.push_str("<li class=\"off\">");
    push_escaped(&mut out, note);
    out.push_str("</li>\n");
    out
}

/// The end of a day.
pub const DAY_END: &str = "</ul>\n</li>\n";

/// `begin`, `text` escaped, and the end of a `span`.
fn element(out: &mut String, begin: &str, text: &str) {
    out.push_str(begin);
    push_escaped(out, text);
    out.push_str("</span>");
}
