//! `mixed-script`: letters of two alphabets that look alike in one word.
//!
//! «cтраница» with a Latin «c», «24х7» with a Cyrillic «х» for a sign, «IY» for «IV». Mixes that
//! are meant have a hyphen («IT-специалист», «QR-код») or letters that differ (`ЯндексGPT`);
//! addresses are left alone.

use std::collections::BTreeSet;

use super::numbers::{latin_numeral, roman_value};
use super::{Act, MOST};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Cyrillic letters and the Latin ones that look like them.
const ALIKE: [(char, char); 23] = [
    ('а', 'a'),
    ('с', 'c'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('х', 'x'),
    ('у', 'y'),
    ('к', 'k'),
    ('і', 'i'),
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('Х', 'X'),
    ('У', 'Y'),
    ('І', 'I'),
    ('ѕ', 's'),
];

/// What is wrong with a word and what it should be.
#[derive(Debug, PartialEq, Eq)]
struct Mix {
    /// Word of the texts: `letters`, `sign`, `numeral`.
    kind: &'static str,
    right: String,
}

/// Reports each word once.
pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    for passage in &act.passages {
        let text = passage.number.into_iter().chain([passage.words.as_str()]);
        for word in text.flat_map(words) {
            let Some(mix) = mix(word).filter(|_| seen.len() < MOST) else { continue };
            if !seen.insert(word.to_owned()) {
                continue;
            }
            let finding = Diagnostic::warning("mixed-script", act.place(passage, word));
            let finding = finding.with("word", word).with("right", mix.right);
            found.push(finding.with("kind", mix.kind));
        }
    }
}

/// Runs of letters and figures; nothing of addresses.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let address = |token: &&str| {
        token.contains(['@', '\\']) || token.contains("//") || token.contains("www.")
    };
    let tokens = text.split_whitespace().filter(move |token| !address(token));
    tokens
        .flat_map(|token| token.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

fn mix(word: &str) -> Option<Mix> {
    numeral(word).or_else(|| sign(word)).or_else(|| letters(word))
}

/// `IY`, `ХІХ`, `XХI`: a Roman numeral with letters of another alphabet.
fn numeral(word: &str) -> Option<Mix> {
    let right = latin_numeral(word).filter(|right| right != word)?;
    roman_value(word)?;
    Some(Mix { kind: "numeral", right })
}

/// `24х7`, `3х4`: a letter for a sign between figures.
fn sign(word: &str) -> Option<Mix> {
    let (left, right) = word.split_once('х')?;
    let figures = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let all = figures(left) && right.split('х').all(figures);
    let right = if word == "24х7" { "24/7".to_owned() } else { word.replace('х', "×") };
    all.then_some(Mix { kind: "sign", right })
}

/// A word in which all letters of one alphabet look like letters of the other.
fn letters(word: &str) -> Option<Mix> {
    let latin = |c: &char| c.is_ascii_alphabetic();
    let cyrillic = |c: &char| ('\u{400}'..='\u{52f}').contains(c);
    let (some_latin, some_cyrillic) =
        (word.chars().any(|c| latin(&c)), word.chars().any(|c| cyrillic(&c)));
    if !(some_latin && some_cyrillic) {
        return None;
    }
    let to_cyrillic = |c: char| ALIKE.iter().find(|(_, l)| *l == c).map(|(c, _)| *c);
    let to_latin = |c: char| ALIKE.iter().find(|(cyrillic, _)| *cyrillic == c).map(|(_, l)| *l);
    let native = |c: char| !matches!(c, 'і' | 'І' | 'ѕ');
    let in_cyrillic: Option<String> = word
        .chars()
        .map(|c| if latin(&c) { to_cyrillic(c).filter(|c| native(*c)) } else { Some(c) })
        .collect();
    let in_latin: Option<String> =
        word.chars().map(|c| if cyrillic(&c) { to_latin(c) } else { Some(c) }).collect();
    let more_latin =
        word.chars().filter(latin).count() * 2 > word.chars().filter(|c| c.is_alphabetic()).count();
    let right = if more_latin { in_latin.or(in_cyrillic) } else { in_cyrillic.or(in_latin) };
    right.map(|right| Mix { kind: "letters", right })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn right(text: &str) -> Vec<String> {
        words(text).filter_map(mix).map(|mix| mix.right).collect()
    }

    #[test]
    fn letters_that_look_alike() {
        // Latin «c», «o» and «p»; Cyrillic «х», «І», «Х», «а».
        assert_eq!(right("cтраница пoрядок"), ["страница", "порядок"]);
        assert_eq!(right("24х7, 3х4 и 10х15х20"), ["24/7", "3×4", "10×15×20"]);
        assert_eq!(right("ІV IY ХІХ XХ"), ["IV", "IV", "XIX", "XX"]);
        assert_eq!(right("pаge"), ["page"]);
    }

    #[test]
    fn mixes_that_are_meant() {
        let sound = "IT-специалист web-сайт e-mail QR-код Wi-Fi ЯндексGPT 24x7 10А А4 XX IV СНГ \
            shkоla@example.org https://example.org/cтр Дневник.ру СанПиН 1С:Школа Х Х5 м² 12х";
        assert_eq!(right(sound), Vec::<String>::new());
    }
}
