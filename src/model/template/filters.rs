//! The filters that templates may use: all there are.

use minijinja::value::{Rest, ValueKind};
use minijinja::{Environment, Error, ErrorKind, Value};

use super::escape;
use crate::language::declension::{self, Case};

/// Names of the filters, in the order of `docs/reference/models.md`.
pub const FILTERS: [&str; 10] = [
    "count",
    "words",
    "genitive",
    "lower_first",
    "capital",
    "join",
    "length",
    "plus",
    "link",
    "fill",
];

/// Most bytes of what a filter makes.
const LARGEST: usize = 1 << 20;

/// What stands in the text of a protected section for words of the school's own.
const BLANK: char = '…';

/// Teaches the engine all filters.
pub(super) fn add(environment: &mut Environment<'_>) {
    environment.add_filter("count", |number: &Value, rest: Rest<String>| {
        counted(number, &rest, declension::counted)
    });
    environment.add_filter("words", |number: &Value, rest: Rest<String>| {
        counted(number, &rest, declension::counted_in_words)
    });
    environment.add_filter("genitive", |name: &Value| Ok(declension::genitive(text(name)?)));
    environment.add_filter("lower_first", |value: &Value| Ok(lower_first(text(value)?)));
    environment.add_filter("capital", |value: &Value| Ok(declension::capitalised(text(value)?)));
    environment.add_filter("join", |list: &Value, rest: Rest<String>| joined(list, &rest));
    environment.add_filter("length", |value: &Value| {
        value.len().ok_or_else(|| wrong(format!("{} | length", value.kind())))
    });
    environment.add_filter("plus", |number: &Value, other: u16| {
        Ok(whole(number)?.saturating_add(u32::from(other)))
    });
    environment.add_filter("link", |address: &Value| Ok(link(text(address)?)));
    environment.add_filter("fill", |source: &Value, words: &Value| fill(source, text(words)?));
}

/// An error that says what was given.
fn wrong(detail: String) -> Error {
    Error::new(ErrorKind::InvalidOperation, detail)
}

/// The text of a value.
fn text(value: &Value) -> Result<&str, Error> {
    value.as_str().ok_or_else(|| match value.kind() {
        ValueKind::None | ValueKind::Undefined => Error::from(ErrorKind::UndefinedError),
        kind => wrong(format!("{kind}, text expected")),
    })
}

fn whole(number: &Value) -> Result<u32, Error> {
    let whole = number.as_i64().and_then(|number| u32::try_from(number).ok());
    whole.ok_or_else(|| match number.kind() {
        ValueKind::None | ValueKind::Undefined => Error::from(ErrorKind::UndefinedError),
        kind => wrong(format!("{kind}, number expected")),
    })
}

/// «5 рабочих дней»: the unit, then the case (nominative if left out).
fn counted(
    number: &Value,
    rest: &[String],
    write: fn(u32, &str, Case) -> Option<String>,
) -> Result<String, Error> {
    let number = whole(number)?;
    let unit = rest.first().map_or("", String::as_str);
    let case = rest.get(1).map_or("именительный", String::as_str);
    let case = Case::from_name(case).ok_or_else(|| {
        wrong(format!("{case}: {}", Case::names().collect::<Vec<_>>().join(", ")))
    })?;
    write(number, unit, case).ok_or_else(|| {
        wrong(format!("{unit}: {}", declension::units().collect::<Vec<_>>().join(", ")))
    })
}

/// `text` with a small first letter, unless its first word is an abbreviation: «МБОУ».
fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return String::new() };
    if chars.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(chars).collect()
}

/// The items with what stands between them: `, `, and what stands before the last: the same.
fn joined(list: &Value, rest: &[String]) -> Result<String, Error> {
    let between = rest.first().map_or(", ", String::as_str);
    let last = rest.get(1).map_or(between, String::as_str);
    let items: Vec<Value> = list.try_iter()?.take(LARGEST).collect();
    let mut out = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push_str(if index + 1 == items.len() { last } else { between });
        }
        out.push_str(text(item)?);
        if out.len() > LARGEST {
            return Err(Error::from(ErrorKind::OutOfFuel));
        }
    }
    Ok(out)
}

/// An address as a link, `<a_b@example.org>`; text that is none stays text.
fn link(address: &str) -> Value {
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | '\\');
    let web = ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme));
    if is_mailbox(address) || (web && address.chars().all(plain)) {
        Value::from_safe_string(format!("<{address}>"))
    } else {
        Value::from(address)
    }
}

/// Whether `text` is an address of e-mail that Markdown takes for one in angle brackets.
#[must_use]
pub fn is_mailbox(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let sign = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    let label = |part: &str| {
        let fine = part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        fine && !part.is_empty() && !part.starts_with('-') && !part.ends_with('-')
    };
    !name.is_empty() && name.chars().all(sign) && host.contains('.') && host.split('.').all(label)
}

/// Markdown of a protected section or its title with `words` in the place of each «…».
fn fill(source: &Value, words: &str) -> Result<Value, Error> {
    let markdown = text(source)?;
    let blanks = markdown.matches(BLANK).count();
    if markdown.len() + blanks * words.len() > LARGEST {
        return Err(Error::from(ErrorKind::OutOfFuel));
    }
    Ok(if source.is_safe() {
        Value::from_safe_string(markdown.replace(BLANK, &escape::marked(words)))
    } else {
        Value::from(markdown.replace(BLANK, words))
    })
}
