//! Characters that an approved text cannot mean: control and invisible ones, the private numbers of
//! symbol fonts, letters put together from two.

use unicode_normalization::UnicodeNormalization;

use super::super::document::{Origin, Repair};

/// Longest excerpt that a repair shows, in characters.
const EXCERPT: usize = 60;

/// `text` as it is meant: control and invisible characters are gone, bullets of symbol fonts are
/// bullets, «и» with a breve is «й», and other line ends are `\n`. Spaces of all widths stay. A soft
/// hyphen stays at the end of a line only, where it says that a word is divided.
pub fn clean(text: &str, origin: Origin, repairs: &mut Vec<Repair>) -> String {
    if text.is_ascii() && !text.contains(is_control) {
        return text.to_owned();
    }
    let visible = mend(text, "repair-invisible", without_invisible, origin, repairs);
    let symbols =
        mend(&visible, "repair-symbol", |text| text.chars().map(symbol).collect(), origin, repairs);
    mend(&symbols, "repair-composed", composed, origin, repairs)
}

fn mend(
    text: &str,
    kind: &'static str,
    change: impl Fn(&str) -> String,
    origin: Origin,
    repairs: &mut Vec<Repair>,
) -> String {
    let after = change(text);
    if after != text {
        repairs.push(Repair { kind, origin, before: excerpt(text), after: excerpt(&after) });
    }
    after
}

/// The begin of `text` for a report.
pub(super) fn excerpt(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text)),
        None => text.to_owned(),
    }
}

/// Whether `c` is a control character other than tab and line end.
fn is_control(c: char) -> bool {
    c.is_control() && c != '\t' && c != '\n'
}

fn without_invisible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\u{ad}' if matches!(chars.peek(), None | Some('\n')) => out.push(c),
            // Word's no-break hyphen, as old converters write it.
            '\u{1e}' => out.push('-'),
            c if is_control(c) || is_invisible(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// Zero-width characters, marks of direction, byte order marks, soft hyphens.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffc}')
}

/// A character of Symbol or Wingdings, which Word numbers from U+F020, as what it shows.
fn symbol(c: char) -> char {
    match c {
        '\u{f0b7}' | '\u{f09f}' | '\u{f06c}' => '•',
        '\u{f0a7}' | '\u{f06e}' => '▪',
        '\u{f0a8}' | '\u{f06f}' | '\u{f0a3}' | '\u{f071}' | '\u{f072}' => '□',
        '\u{f0d8}' => '➢',
        '\u{f0e0}' | '\u{f0e8}' | '\u{f0ae}' => '→',
        '\u{f0fc}' => '✓',
        '\u{f0fb}' => '✗',
        '\u{f0fd}' => '☒',
        '\u{f0fe}' => '☑',
        '\u{f076}' => '❖',
        '\u{f0a1}' | '\u{f09e}' => '○',
        '\u{f02d}' | '\u{f0be}' => '–',
        '\u{f0b0}' => '°',
        '\u{f0b1}' => '±',
        '\u{f0b4}' => '×',
        '\u{f0d7}' => '·',
        '\u{f0b3}' => '≥',
        '\u{f028}' => '☎',
        '\u{f02a}' => '✉',
        // Signs that the font shows as in other fonts.
        '\u{f020}' => ' ',
        '\u{f029}' | '\u{f02b}'..='\u{f02c}' | '\u{f02e}'..='\u{f03f}' => {
            u32::from(c).checked_sub(0xf000).and_then(char::from_u32).unwrap_or(c)
        }
        c => c,
    }
}

/// Letters and their combining marks as one character where there is one; ligatures as letters.
fn composed(text: &str) -> String {
    let marks = |c: char| ('\u{300}'..='\u{36f}').contains(&c);
    let ligatures = |c: char| ('\u{fb00}'..='\u{fb06}').contains(&c);
    let text = if text.contains(marks) { text.nfc().collect() } else { text.to_owned() };
    if !text.contains(ligatures) {
        return text;
    }
    let letters =
        |c: char| if ligatures(c) { c.to_string().nfkc().collect() } else { c.to_string() };
    text.chars().map(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_meant_goes_and_the_rest_stays() {
        let cases = [
            ("рег\u{ad}ламент\u{200b} №\u{a0}5", "регламент №\u{a0}5", 1),
            ("рег\u{ad}", "рег\u{ad}", 0),
            ("\u{f0b7}\tпункт", "•\tпункт", 1),
            ("и\u{306}од, е\u{308}лка, за\u{301}мок", "йод, ёлка, за\u{301}мок", 1),
            ("o\u{fb03}ce", "office", 1),
            ("a\u{b}b\u{2028}c\0", "a\nb\nc", 1),
            ("как есть – «так»", "как есть – «так»", 0),
        ];
        for (before, after, count) in cases {
            let mut repairs = Vec::new();
            assert_eq!(clean(before, Origin::default(), &mut repairs), after);
            assert_eq!(repairs.len(), count, "{before:?}");
        }
    }
}
