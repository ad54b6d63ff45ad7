//! Runs of text: links, HTML tags, numbers at the beginning.

use pulldown_cmark::LinkType;

use crate::model::text::Inline;

/// A link's destination if it is safe to follow: `https`, `http`, `mailto`, `tel` or relative.
pub(super) fn safe_link(kind: LinkType, destination: &str) -> Option<String> {
    if kind == LinkType::Email {
        return Some(format!("mailto:{destination}"));
    }
    if destination.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return None;
    }
    let scheme_end = destination.find(['/', '?', '#', ':']);
    let scheme = scheme_end.filter(|at| destination[*at..].starts_with(':'));
    let safe = scheme.is_none_or(|at| {
        let scheme = destination[..at].to_ascii_lowercase();
        matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel")
    });
    (safe && !destination.starts_with("//")).then(|| destination.to_owned())
}

/// What a raw inline HTML tag means.
pub(super) enum HtmlTag {
    /// `<sup>`: what follows is raised.
    OpenSuperscript,
    /// `<sub>`: what follows is lowered.
    OpenSubscript,
    /// `</sup>` or `</sub>`.
    Close,
    /// `<br>`.
    Break,
    /// Anything else: shown as text.
    Unknown,
}

/// The meaning of a raw tag without attributes.
pub(super) fn html_tag(html: &str) -> HtmlTag {
    match html.trim().to_ascii_lowercase().as_str() {
        "<sup>" => HtmlTag::OpenSuperscript,
        "<sub>" => HtmlTag::OpenSubscript,
        "</sup>" | "</sub>" => HtmlTag::Close,
        "<br>" | "<br/>" | "<br />" => HtmlTag::Break,
        _ => HtmlTag::Unknown,
    }
}

/// Appends text, joining it to text before.
pub(super) fn push_text(inlines: &mut Vec<Inline>, text: &str) {
    if let Some(Inline::Text(before)) = inlines.last_mut() {
        before.push_str(text);
    } else if !text.is_empty() {
        inlines.push(Inline::Text(text.to_owned()));
    }
}

/// Takes a literal number off the beginning of `inlines` if `accept` recognises it: the first
/// word, which must be followed by white space or be all there is.
pub(super) fn take_number(
    inlines: &mut Vec<Inline>,
    accept: impl Fn(&str) -> bool,
) -> Option<String> {
    let Some(Inline::Text(text)) = inlines.first_mut() else { return None };
    let start = text.trim_start();
    let end = start.find(char::is_whitespace).unwrap_or(start.len());
    let number = start[..end].to_owned();
    if !accept(&number) {
        return None;
    }
    let rest = start[end..].trim_start().to_owned();
    if rest.is_empty() {
        inlines.remove(0);
    } else {
        *text = rest;
    }
    Some(number)
}

/// Takes `Приложение № 2`, `Таблица 1.` off the beginning of `inlines`: the word `name` in any
/// case and, if there is one, a number, with or without `№`, or a single capital letter.
pub(super) fn take_name(inlines: &mut Vec<Inline>, name: &str) -> Option<String> {
    let Some(Inline::Text(text)) = inlines.first_mut() else { return None };
    let mut rest = text.trim_start();
    let mut taken = String::new();
    let mut next = |accept: &dyn Fn(&str) -> bool| {
        let word = rest.split_whitespace().next().filter(|word| accept(word))?;
        taken.push_str(if taken.is_empty() { "" } else { " " });
        taken.push_str(word);
        rest = rest.trim_start()[word.len()..].trim_start();
        Some(())
    };
    next(&|word| word.trim_end_matches(['.', ':']).to_lowercase() == name)?;
    if next(&|word| word == "№").is_none() {
        next(&|word| word.starts_with('№') && is_designator(word.trim_start_matches('№')));
    }
    next(&is_designator);
    let rest = rest.to_owned();
    if rest.is_empty() {
        inlines.remove(0);
    } else {
        *text = rest;
    }
    Some(taken)
}

/// `2`, `1.2.`, `А`, `Б:`: what names an appendix or a table.
fn is_designator(word: &str) -> bool {
    let core = word.trim_end_matches(['.', ':']);
    let mut chars = core.chars();
    is_decimal(core, 1)
        || matches!((chars.next(), chars.next()), (Some(c), None) if c.is_uppercase())
}

/// `3`, `3.`, `3.1.`, `IV.`: the number of a section.
pub(super) fn is_section_number(word: &str) -> bool {
    let digits = word.strip_suffix(['.', ')']).unwrap_or(word);
    let roman = digits.len() < word.len() && !digits.is_empty();
    is_decimal(digits, 1) || roman && digits.chars().all(|c| "IVXLCХІ".contains(c))
}

/// `5.2`, `5.2.`, `5.2.1.`: the number of a clause, of two parts or more.
pub(super) fn is_clause_number(word: &str) -> bool {
    is_decimal(word.strip_suffix(['.', ')']).unwrap_or(word), 2)
}

/// `а)`, `1)`, `12.`, `IV)`: the mark of an item that stands behind a bullet.
pub(super) fn is_item_number(word: &str) -> bool {
    let Some(core) = word.strip_suffix([')', '.']) else { return false };
    let mut chars = core.chars();
    let letter = matches!((chars.next(), chars.next()), (Some(c), None) if c.is_lowercase());
    letter && word.ends_with(')') || is_decimal(core, 1)
}

/// At least `parts` groups of at most three digits, joined by full stops.
fn is_decimal(text: &str, parts: usize) -> bool {
    let group = |g: &str| (1..=3).contains(&g.len()) && g.bytes().all(|b| b.is_ascii_digit());
    text.split('.').all(group) && text.split('.').count() >= parts
}

/// Removes white space at both ends.
pub(super) fn trim(inlines: &mut Vec<Inline>) {
    if let Some(Inline::Text(text)) = inlines.first_mut() {
        *text = text.trim_start().to_owned();
    }
    if let Some(Inline::Text(text)) = inlines.last_mut() {
        text.truncate(text.trim_end().len());
    }
    inlines.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
}
