//! `term-twice`: one term with two meanings, or two terms for one thing.
//!
//! Silent: several terms in one bracket («МАОУ СОШ № 19, ОО»); a meaning that is told shorter or
//! in another case the second time.

use super::Act;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::annotation::{fold, inflects, words};
use crate::model::text::Term;

/// Words that mean the same where the keeping of journals is concerned.
const SYNONYMS: [&str; 2] = ["электронн", "безбумажн"];

pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    let terms = &act.text.terms;
    for (index, term) in terms.iter().enumerate() {
        let rival = terms[..index].iter().find_map(|before| Some((before, rivalry(before, term)?)));
        if let Some((before, kind)) = rival {
            let twice =
                Diagnostic::warning("term-twice", act.written.place(term.line, &term.short));
            let twice = twice.with("kind", kind).with("term", term.short.as_str());
            let twice = twice.with("full", term.full.as_str()).with("line", before.line);
            found.push(twice.with("other", before.short.as_str()));
        }
    }
}

/// What is wrong with two terms, as a word for the texts: `meaning` or `thing`.
fn rivalry(before: &Term, term: &Term) -> Option<&'static str> {
    let (a, b) = (folded(&before.full), folded(&term.full));
    if folded(&before.short) == folded(&term.short) {
        return (!contains(&a, &b) && !contains(&b, &a)).then_some("meaning");
    }
    let one_bracket = before.anchor == term.anchor && before.full == term.full;
    let same = a.len() == b.len() && a.len() > 1 && a.iter().zip(&b).all(|(a, b)| alike(a, b));
    (same && !one_bracket).then_some("thing")
}

fn folded(text: &str) -> Vec<String> {
    words(text).map(|word| text[word].chars().map(fold).collect()).collect()
}

/// Whether the words of `part` stand in `whole` in order.
fn contains(whole: &[String], part: &[String]) -> bool {
    let mut whole = whole.iter();
    part.iter().all(|word| whole.any(|other| alike(word, other)))
}

/// Whether two words are forms of one, or mean the same.
fn alike(a: &str, b: &str) -> bool {
    let synonyms = || [a, b].iter().all(|word| SYNONYMS.iter().any(|stem| word.starts_with(stem)));
    let stem = |word: &str| {
        word.chars().take(word.chars().count().saturating_sub(3).max(4)).collect::<String>()
    };
    a == b || inflects(a, b) || inflects(b, a) || stem(a) == stem(b) || synonyms()
}
