//! Calendar components as text: the only place that uses the `ics` crate.
//!
//! The crate writes components, properties and parameters, but it guards no value and folds at
//! 76 octets. Values are therefore cleaned and escaped on their way in, and what the crate wrote
//! is folded anew on its way out: CRLF, at most 75 octets a line, whole characters.

use std::borrow::Cow;
use std::fmt::Write as _;

use ics::components::{Component as Written, Property};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Most octets of a line without its CRLF (RFC 5545, 3.1).
const LINE_OCTETS: usize = 75;

/// A component that is being put together.
#[derive(Debug, Clone)]
pub(super) struct Component<'a>(Written<'a>);

impl<'a> Component<'a> {
    /// An empty component, `VEVENT`.
    pub(super) fn new(name: &'static str) -> Self {
        Self(Written::new(name))
    }

    /// Adds a property whose name, parameters (`DTSTART;TZID=UTC`) and value the program made
    /// itself.
    pub(super) fn fixed(&mut self, name: impl Into<Cow<'a, str>>, value: impl Into<Cow<'a, str>>) {
        self.0.add_property(Property::new(name, value));
    }

    /// Adds a property of type TEXT: any text, of several lines where it has them.
    pub(super) fn text(&mut self, name: &'static str, text: &str) {
        self.0.add_property(Property::new(name, escape(text)));
    }

    /// Adds a property with a list of texts.
    pub(super) fn texts(&mut self, name: &'static str, texts: impl Iterator<Item = &'a str>) {
        let values: Vec<String> = texts.map(escape).collect();
        if !values.is_empty() {
            self.0.add_property(Property::new(name, values.join(",")));
        }
    }

    /// Adds a property of type URI: characters that an address cannot hold are percent-encoded.
    pub(super) fn uri(&mut self, name: &'static str, uri: &str) {
        self.0.add_property(Property::new(name, encode_uri(uri)));
    }

    /// Puts `inner` inside.
    pub(super) fn component(&mut self, inner: Component<'a>) {
        self.0.add_component(inner.0);
    }

    /// The component's lines, folded.
    pub(super) fn to_text(&self) -> String {
        let mut loose = String::with_capacity(1024);
        // Writing to a string does not fail.
        let _ = write!(loose, "{}", self.0);
        fold_anew(&loose)
    }
}

/// `text` cleaned and on one line: line breaks become spaces.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    match clean(text.trim()) {
        Cow::Borrowed(line) if !line.contains('\n') => Cow::Borrowed(line),
        lines => Cow::Owned(written_lines(&lines).collect::<Vec<_>>().join(" ")),
    }
}

/// The lines of `text` that hold something.
fn written_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// A TEXT value (RFC 5545, 3.3.11): cleaned and escaped, empty lines left out.
fn escape(text: &str) -> String {
    let clean = clean(text);
    let mut escaped = String::with_capacity(clean.len() + 16);
    for line in written_lines(&clean) {
        if !escaped.is_empty() {
            escaped.push_str("\\n");
        }
        for piece in line.split_inclusive(['\\', ';', ',']) {
            let plain = piece.strip_suffix(['\\', ';', ',']).unwrap_or(piece);
            escaped.push_str(plain);
            if plain.len() < piece.len() {
                escaped.push('\\');
                escaped.push_str(&piece[plain.len()..]);
            }
        }
    }
    escaped
}

/// The text as calendar programs can show it: line breaks of all kinds as `\n`, no controls,
/// in normal form C.
fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let shown = text.chars().filter_map(|c| match c {
        c if c == '\n' || is_line_break(c) => Some('\n'),
        '\t' => Some(' '),
        c => (!is_forbidden(c)).then_some(c),
    });
    Cow::Owned(shown.nfc().collect())
}

/// Whether the character is one of those of which nearly all texts consist, and which stay as
/// they are: printable ASCII and Latin, Russian letters, dashes, quotes, №.
const fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\n' | '\u{a0}'..='\u{ff}' | '\u{401}' | '\u{410}'..='\u{451}')
        || matches!(c, '\u{2010}'..='\u{2026}' | '№')
}

/// Whether the character, other than `\n`, ends a line.
fn is_line_break(c: char) -> bool {
    matches!(c, '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether calendar programs refuse the character: controls, marks of direction, non-characters.
fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{feff}' | '\u{fffd}' | '\u{fffe}' | '\u{ffff}')
}

/// An address with everything but printable ASCII percent-encoded.
fn encode_uri(uri: &str) -> String {
    let mut encoded = String::with_capacity(uri.len());
    for byte in uri.trim().bytes() {
        match byte {
            b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' => {
                let _ = write!(encoded, "%{byte:02X}");
            }
            0x21..=0x7e => encoded.push(char::from(byte)),
            _ => {
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}

/// The same content lines with folds where they belong.
fn fold_anew(loose: &str) -> String {
    let mut folded = String::with_capacity(loose.len() + loose.len() / 16);
    let mut width = 0;
    for piece in loose.split_terminator("\r\n") {
        // Only a fold of the crate begins a line with a space: no property name does.
        let piece = piece.strip_prefix(' ').unwrap_or_else(|| {
            if !folded.is_empty() {
                folded.push_str("\r\n");
            }
            width = 0;
            piece
        });
        width = push_folded(&mut folded, width, piece);
    }
    folded.push_str("\r\n");
    folded
}

/// Appends `piece` to a line of `width` octets; returns the width of the last line.
fn push_folded(out: &mut String, mut width: usize, mut piece: &str) -> usize {
    while width + piece.len() > LINE_OCTETS {
        let cut = fold_point(piece, LINE_OCTETS - width);
        out.push_str(&piece[..cut]);
        out.push_str("\r\n ");
        width = 1;
        piece = &piece[cut..];
    }
    out.push_str(piece);
    width + piece.len()
}

/// Where to fold `piece` so that at most `room` octets stay: between characters, and not before
/// a combining mark unless a line would hold nothing else.
fn fold_point(piece: &str, room: usize) -> usize {
    let boundary = piece.floor_char_boundary(room);
    let mut cut = boundary;
    while cut > 0 && piece[cut..].chars().next().is_some_and(is_combining_mark) {
        cut = piece.floor_char_boundary(cut - 1);
    }
    if cut == 0 { boundary } else { cut }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_by_octets_between_characters() {
        for length in 60..90 {
            let mut component = Component::new("VEVENT");
            let value = format!("{}{}", "a".repeat(length % 5), "Щ".repeat(length));
            component.text("SUMMARY", &value);
            let text = component.to_text();
            assert!(text.ends_with("END:VEVENT\r\n"));
            assert!(text.split("\r\n").all(|line| line.len() <= LINE_OCTETS), "{text}");
            assert!(text.replace("\r\n ", "").contains(&value));
        }
    }

    #[test]
    fn values_cannot_add_lines() {
        let mut component = Component::new("VEVENT");
        component.text("SUMMARY", "one\r\nATTENDEE:x\u{0}\u{2028}two; \"a\", b\\\u{202e}");
        component.uri("URL", "https://школа.рф/a b\r\nX:1");
        let text = component.to_text();
        assert!(text.contains("SUMMARY:one\\nATTENDEE:x\\ntwo\\; \"a\"\\, b\\\\\r\n"), "{text}");
        assert!(text.replace("\r\n ", "").contains(".%D1%80%D1%84/a%20b%0D%0AX:1\r\n"), "{text}");
    }

    #[test]
    fn a_combining_mark_stays_with_its_letter() {
        let value = format!("{}а\u{301}б", "a".repeat(66));
        let mut component = Component::new("VEVENT");
        component.text("SUMMARY", &value);
        assert!(!component.to_text().contains("\r\n \u{301}"));
    }

    #[test]
    fn one_line_joins_lines() {
        assert_eq!(one_line(" a\r\n b\n\nc "), "a b c");
    }
}
