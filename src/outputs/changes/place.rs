//! Places in a text as people cite them: «подп. 14 п. 5.2», «пп. 2.1–2.7».

use crate::language::Catalogue;
use crate::language::dates::NBSP;
use crate::model::passages::PassageKind;
use crate::model::redline::{Spot, Step};

/// Longest title in a citation, in characters.
const LONGEST_TITLE: usize = 60;

/// The place of a passage.
#[must_use]
pub fn place(catalogue: &Catalogue, spot: &Spot) -> String {
    places(catalogue, [spot, spot], 1)
}

/// The place of `count` neighbours, of which these are the first and the last.
#[must_use]
pub fn places(catalogue: &Catalogue, [first, last]: [&Spot; 2], count: usize) -> String {
    let (Some(from), Some(to)) = (first.path.last(), last.path.last()) else {
        return String::new();
    };
    let mut phrase = designation(catalogue, [from, to], count);
    let mut inner = from.kind;
    for step in first.path.iter().rev().skip(1) {
        if needed(inner, step.kind) {
            let args = [
                ("inner", phrase.into()),
                ("outer", designation(catalogue, [step, step], 1).into()),
            ];
            phrase = catalogue.format("changes-place-within", &args);
            inner = step.kind;
        }
    }
    phrase
}

/// Whether a citation of the kind `inner` names what is around it. Numbers of clauses and sections
/// stand for themselves but begin anew in an appendix; footnotes belong to the whole act.
fn needed(inner: PassageKind, outer: PassageKind) -> bool {
    match inner {
        PassageKind::Appendix(_) | PassageKind::Footnote => false,
        PassageKind::Section(_) | PassageKind::Clause => matches!(outer, PassageKind::Appendix(_)),
        _ => true,
    }
}

/// «п. 5.2», «подп. 6, 8», «подп. 1–3»: neighbours without what is around them.
fn designation(catalogue: &Catalogue, [first, last]: [&Step; 2], count: usize) -> String {
    let number = match (number(first), number(last)) {
        (Some(from), Some(to)) if count > 1 => {
            format!("{from}{}{to}", if count == 2 { ", " } else { "–" })
        }
        (Some(from), _) => from,
        (None, _) => return titled(catalogue, first),
    };
    let args = [("number", number.into()), ("count", count.min(2).into())];
    catalogue.format(key(first), &args).replace(' ', &NBSP.to_string())
}

/// A heading without a number.
fn titled(catalogue: &Catalogue, step: &Step) -> String {
    let title = super::clipped(&step.title, LONGEST_TITLE);
    if matches!(step.kind, PassageKind::Appendix(_)) {
        return title;
    }
    catalogue.format("changes-place-title", &[("number", title.into())])
}

/// The number without closing punctuation and, of «Приложение № 2», without its word; of what has
/// none, which of its kind it is. `None` for headings without a number.
fn number(step: &Step) -> Option<String> {
    let closing = ['.', ')', ':', ' '];
    let literal = step.number.as_deref().map(|number| number.trim_end_matches(closing));
    match step.kind {
        PassageKind::Appendix(_) | PassageKind::Table => {
            let words = literal.unwrap_or_default().split([' ', '№', NBSP]);
            let words = words.filter(|word| !word.is_empty()).skip(1);
            let table = step.kind == PassageKind::Table;
            let ordinal = (table && literal.is_none()).then(|| step.ordinal.to_string());
            words.last().map(ToOwned::to_owned).or(ordinal)
        }
        PassageKind::Section(_) => literal.map(ToOwned::to_owned),
        _ => Some(literal.map_or_else(|| step.ordinal.to_string(), ToOwned::to_owned)),
    }
}

fn key(step: &Step) -> &'static str {
    match step.kind {
        PassageKind::Section(_) => "changes-place-section",
        PassageKind::Appendix(_) => "changes-place-appendix",
        PassageKind::Clause => "changes-place-clause",
        PassageKind::Item if step.number.is_none() => "changes-place-bullet",
        PassageKind::Item => "changes-place-item",
        PassageKind::Paragraph => "changes-place-paragraph",
        PassageKind::Note => "changes-place-note",
        PassageKind::Table => "changes-place-table",
        PassageKind::Footnote => "changes-place-footnote",
    }
}
