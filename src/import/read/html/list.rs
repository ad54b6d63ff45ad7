//! What a browser shows before the items of lists.

use std::collections::BTreeMap;

use super::super::numerals::Numeral;
use super::style::property;
use super::tokens::Tag;

/// A list whose items are being read.
#[derive(Debug, Clone)]
pub(super) struct List {
    kind: Kind,
    next: i64,
    step: i64,
    /// Class and content by which CSS writes the mark.
    css: Option<(String, String)>,
}

/// How items are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    None,
    Bullet(char),
    Number(Numeral),
}

impl List {
    /// The list that `tag` begins; `depth` is 1 for one that is in no other.
    pub(super) fn new(tag: &Tag, style: &str, depth: u8, css: Option<(&str, &str)>) -> Self {
        let ordered = tag.name == "ol";
        let bullet = match depth {
            0 | 1 => '•',
            2 => '◦',
            _ => '▪',
        };
        let usual = if ordered { Kind::Number(Numeral::Decimal) } else { Kind::Bullet(bullet) };
        let kind = kind(tag, style).unwrap_or(usual);
        let start = tag.get("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
        let step = if tag.get("reversed").is_some() { -1 } else { 1 };
        let css = css.map(|(class, content)| (class.to_owned(), content.to_owned()));
        Self { kind, next: start, step, css }
    }

    /// The mark of the next item; `counters` keeps the numbers of lists that CSS counts.
    pub(super) fn mark(
        &mut self,
        item: &Tag,
        style: &str,
        counters: &mut BTreeMap<String, i64>,
    ) -> Option<String> {
        let number =
            item.get("value").and_then(|value| value.trim().parse().ok()).unwrap_or(self.next);
        self.next = number.saturating_add(self.step);
        if let Some((class, content)) = &self.css {
            counters.insert(class.clone(), number);
            return Some(css_mark(content, counters)).filter(|mark| !mark.is_empty());
        }
        match kind(item, style).unwrap_or(self.kind) {
            Kind::None => None,
            Kind::Bullet(bullet) => Some(bullet.to_string()),
            Kind::Number(numeral) => Some(format!("{}.", numeral.write(number))),
        }
    }
}

/// The kind of marks that attribute or style ask for.
fn kind(tag: &Tag, style: &str) -> Option<Kind> {
    let shorthand = || property(style, "list-style").filter(|value| !value.contains("url"));
    let css = property(style, "list-style-type")
        .or_else(shorthand)
        .and_then(|value| value.split_whitespace().find_map(css_kind));
    css.or_else(|| match tag.get("type")?.trim() {
        "1" => Some(Kind::Number(Numeral::Decimal)),
        "a" => Some(Kind::Number(Numeral::LatinCounted)),
        "A" => Some(Kind::Number(Numeral::LatinCountedUpper)),
        "i" => Some(Kind::Number(Numeral::Roman)),
        "I" => Some(Kind::Number(Numeral::RomanUpper)),
        other => css_kind(&other.to_ascii_lowercase()),
    })
}

fn css_kind(name: &str) -> Option<Kind> {
    Some(match name {
        "none" => Kind::None,
        "disc" => Kind::Bullet('•'),
        "circle" => Kind::Bullet('◦'),
        "square" => Kind::Bullet('▪'),
        "decimal" => Kind::Number(Numeral::Decimal),
        "decimal-leading-zero" => Kind::Number(Numeral::Padded(2)),
        "lower-alpha" | "lower-latin" => Kind::Number(Numeral::LatinCounted),
        "upper-alpha" | "upper-latin" => Kind::Number(Numeral::LatinCountedUpper),
        "lower-roman" => Kind::Number(Numeral::Roman),
        "upper-roman" => Kind::Number(Numeral::RomanUpper),
        _ => return None,
    })
}

/// What `content` writes: strings and `counter(name, kind)`, as Google Docs has them.
fn css_mark(content: &str, counters: &BTreeMap<String, i64>) -> String {
    let mut out = String::new();
    let mut rest = content;
    while let Some(at) = rest.find(['"', '\'', 'c']) {
        let (_, from) = rest.split_at_checked(at).unwrap_or_default();
        let quote = from.chars().next().filter(|c| *c != 'c');
        let part = match quote {
            Some(quote) => from.get(1..).and_then(|text| text.split_once(quote)),
            None => from.strip_prefix("counter(").and_then(|text| text.split_once(')')),
        };
        let Some((inside, after)) = part else { break };
        match quote {
            Some(_) => out.push_str(&unescaped(inside)),
            None => out.push_str(&counted(inside, counters)),
        }
        rest = after;
    }
    out.trim().to_owned()
}

/// The number of a counter: Google names it after the class, with `ctn-` in it.
fn counted(inside: &str, counters: &BTreeMap<String, i64>) -> String {
    let (name, style) = inside.split_once(',').unwrap_or((inside, "decimal"));
    let class = name.trim().replacen("lst-ctn-", "lst-", 1);
    let number = counters.get(&class).copied().unwrap_or(0);
    match css_kind(style.trim()) {
        Some(Kind::Number(numeral)) => numeral.write(number),
        Some(Kind::Bullet(bullet)) => bullet.to_string(),
        _ => number.to_string(),
    }
}

/// A string of CSS with its numbered characters: `\0025cf`.
fn unescaped(text: &str) -> String {
    let mut pieces = text.split('\\');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let digits = piece.chars().take_while(char::is_ascii_hexdigit).take(6).count();
        let (code, rest) = piece.split_at_checked(digits).unwrap_or_default();
        out.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
        out.push_str(rest);
    }
    out
}

/// The mark that Word writes with a symbol font, as it looks; nothing for numbers and dashes, which
/// are text.
pub(super) fn bullet(text: &str) -> Option<&'static str> {
    match text.trim_matches(|c: char| c.is_whitespace()) {
        "·" | "•" | "\u{f0b7}" => Some("•"),
        "o" | "о" | "◦" => Some("◦"),
        "§" | "▪" | "\u{f0a7}" => Some("▪"),
        "Ø" | "Ш" | "\u{f0d8}" => Some("➢"),
        "ü" | "ь" | "\u{f0fc}" => Some("✓"),
        "v" | "\u{f076}" => Some("❖"),
        "q" | "\u{f071}" => Some("□"),
        _ => None,
    }
}
