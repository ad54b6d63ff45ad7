//! `system-name`: the information system spelt in several ways within one act.
//!
//! What is compared is the name in the quotes of the system's `name`, or all of it. Spellings in
//! quotes count, and of a name that no common word can be (a full stop or a capital letter
//! within) also those without. Words all in capitals are titles, a name behind «ООО» is that of
//! a company: both stay silent.

use super::Act;
use super::flow::{Flow, fold, tokens};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Legal forms before the name of a company.
const COMPANIES: [&str; 6] = ["ООО", "АО", "ОАО", "ЗАО", "ПАО", "компании"];

/// Longest name whose misspellings are looked for, in letters: shorter ones look like others.
const SHORTEST_MISSPELT: usize = 7;

/// A spelling with its first place and how often it occurs.
struct Spelling<'a> {
    flow: &'a Flow,
    written: &'a str,
    count: usize,
}

pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    let Some(system) = &act.school.system else { return };
    let name = core(&system.name);
    let mut spellings: Vec<Spelling<'_>> = Vec::new();
    for flow in act.flows.iter().filter(|flow| flow.words.contains(char::is_lowercase)) {
        for written in spelt(flow, name) {
            match spellings.iter_mut().find(|known| known.written == written) {
                Some(known) => known.count += 1,
                None => spellings.push(Spelling { flow, written, count: 1 }),
            }
        }
    }
    // Of equally frequent ones that of the system's file, then the first.
    let rank = |s: &&Spelling<'_>| (s.count, s.written == name);
    let usual = spellings.iter().rev().max_by_key(rank).map(|usual| usual.written);
    let Some(usual) = usual else { return };
    for spelling in spellings.iter().filter(|spelling| spelling.written != usual) {
        let place = act.flow_place(spelling.flow, spelling.written);
        let wrong = Diagnostic::warning("system-name", place);
        found.push(wrong.with("written", spelling.written).with("usual", usual));
    }
}

/// What stands in the outer quotes of `name`, or all of it.
fn core(name: &str) -> &str {
    let quoted = name.split_once('«').and_then(|(_, rest)| Some(rest.rsplit_once('»')?.0));
    quoted.unwrap_or(name).trim()
}

/// Letters and digits only, in small letters.
fn bare(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Every spelling of `name` in the text, in order.
fn spelt<'a>(flow: &'a Flow, name: &str) -> Vec<&'a str> {
    let bare_name = bare(name);
    let mut out: Vec<(usize, &str)> = quoted(&flow.words);
    out.retain(|(_, inner)| bare(inner) == bare_name || is_misspelt(inner, name));
    let inside = name.chars().skip(1).any(|c| c == '.' || c.is_uppercase());
    if inside && !name.contains(' ') {
        let plain = unquoted(flow, &bare_name);
        let apart = |(at, _): &(usize, &str)| {
            !out.iter().any(|(start, inner)| (*start..start + inner.len()).contains(at))
        };
        let plain: Vec<_> = plain.into_iter().filter(apart).collect();
        out.extend(plain);
    }
    out.retain(|(at, _)| {
        let before = flow.words[..*at].trim_end_matches([' ', '«', '"', '“', '„']);
        !COMPANIES.iter().any(|form| before.ends_with(form))
    });
    out.sort_unstable_by_key(|(at, _)| *at);
    out.into_iter().map(|(_, written)| written).collect()
}

/// What stands in quotes, with its place.
fn quoted(words: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    for (open, close) in [('«', '»'), ('“', '”'), ('„', '“'), ('"', '"')] {
        let mut from = 0;
        while let Some(at) = words[from..].find(open) {
            let start = from + at + open.len_utf8();
            let Some(length) = words[start..].find(close) else { break };
            out.push((start, words[start..start + length].trim()));
            // Quotes within quotes begin anew; straight ones are used up.
            from = if open == close { start + length + 1 } else { start };
        }
    }
    out
}

/// Words in a row that make the name, with their place.
fn unquoted<'a>(flow: &'a Flow, bare_name: &str) -> Vec<(usize, &'a str)> {
    let words = tokens(&flow.folded);
    let mut out = Vec::new();
    for (index, first) in words.iter().enumerate() {
        let mut rest = bare_name;
        for token in &words[index..] {
            let Some(behind) = rest.strip_prefix(token.text) else { break };
            rest = behind;
            if rest.is_empty() {
                out.push((first.start, &flow.words[first.start..token.end()]));
                break;
            }
        }
    }
    out
}

/// Whether one letter of the name is left out, wrong or in another's place; ends of words may
/// differ: they are inflected.
fn is_misspelt(written: &str, name: &str) -> bool {
    let (folded, folded_name) = (fold(written), fold(name));
    let (words, name_words) = (tokens(&folded), tokens(&folded_name));
    let ending = |text: &str| text.chars().rev().take(2).collect::<String>();
    let (bare, bare_name) = (bare(written), bare(name));
    words.len() == name_words.len()
        && bare_name.chars().count() >= SHORTEST_MISSPELT
        && bare.chars().count() <= bare_name.chars().count()
        && strsim::damerau_levenshtein(&bare, &bare_name) == 1
        && words.iter().zip(&name_words).all(|(a, b)| ending(a.text) == ending(b.text))
}
