//! Citations of places of an act in legal form: «подп. 8 п. 5.2», «пп. 2.1–2.7», “item 8 of cl. 5.2”.
//!
//! An act has hundreds of them, so the catalogue is asked once: a form is its message formatted
//! with marks in the place of the arguments, and a citation is written by joining.

use super::changes::clipped;
use crate::language::Catalogue;
use crate::language::dates::NBSP;
use crate::model::passages::{PassageKind, Step};
use crate::model::redline::Spot;

/// Stands in a form for the number, title or citation of the place itself.
const WHAT: char = '\u{1}';
/// Stands in a form for the citation of what is around.
const AROUND: char = '\u{2}';
/// Longest title in a citation, in characters.
const LONGEST_TITLE: usize = 60;

/// The forms of citations in one language.
#[derive(Debug, Clone)]
pub struct Citations {
    section: Form,
    section_titled: Form,
    appendix: Form,
    appendix_titled: Form,
    appendix_only: Form,
    clause: Form,
    item: Form,
    letter: Form,
    bullet: Form,
    paragraph: Form,
    note: Form,
    table: Form,
    footnote: Form,
    within: Form,
}

/// A message with marks for its arguments, for one place and for several.
#[derive(Debug, Clone)]
struct Form {
    one: String,
    many: String,
}

impl Form {
    fn new(catalogue: &Catalogue, key: &str) -> Self {
        let message = |count: i64| {
            let [what, around] = [WHAT, AROUND].map(String::from);
            let number = ("number", what.clone().into());
            let args = [number, ("what", what.into()), ("place", around.into())];
            catalogue.format(key, &[&args[..], &[("count", count.into())]].concat())
        };
        Self { one: message(1), many: message(2) }
    }

    fn fill(&self, what: &str, around: &str, count: usize) -> String {
        let form = if count > 1 { &self.many } else { &self.one };
        let mut out = String::with_capacity(form.len() + what.len() + around.len());
        for c in form.chars() {
            match c {
                WHAT => out.push_str(what),
                AROUND => out.push_str(around),
                c => out.push(c),
            }
        }
        out
    }
}

impl Citations {
    /// The forms of the catalogue's language.
    #[must_use]
    pub fn new(catalogue: &Catalogue) -> Self {
        let form = |key| Form::new(catalogue, key);
        Self {
            section: form("cite-section"),
            section_titled: form("cite-section-titled"),
            appendix: form("cite-appendix"),
            appendix_titled: form("cite-appendix-titled"),
            appendix_only: form("cite-appendix-only"),
            clause: form("cite-clause"),
            item: form("cite-item"),
            letter: form("cite-letter"),
            bullet: form("cite-bullet"),
            paragraph: form("cite-paragraph"),
            note: form("cite-note"),
            table: form("cite-table"),
            footnote: form("cite-footnote"),
            within: form("cite-within"),
        }
    }

    /// The citation of the last step of `path`, which begins with the outermost: «п. 5.2.3»,
    /// «абз. 2 п. 5.2», «п. 2.1 прил. 1». Numbers are the literal ones without punctuation; what
    /// has none is counted.
    #[must_use]
    pub fn of(&self, path: &[Step]) -> String {
        path.last().map_or_else(String::new, |last| self.range(path, last, 1))
    }

    /// The citation of `count` neighbours, of which these are the first and the last.
    #[must_use]
    pub fn places(&self, [first, last]: [&Spot; 2], count: usize) -> String {
        last.path.last().map_or_else(String::new, |last| self.range(&first.path, last, count))
    }

    fn range(&self, path: &[Step], last: &Step, count: usize) -> String {
        let Some((first, around)) = path.split_last() else { return String::new() };
        let own = self.neighbours([first, last], around, count);
        let outer = self.of(outer(first, around));
        if outer.is_empty() { own } else { self.within.fill(&own, &outer, 1) }
    }

    /// Neighbours without what is around them: «подп. 6, 8», «подп. «а»–«в»».
    fn neighbours(&self, [first, last]: [&Step; 2], around: &[Step], count: usize) -> String {
        let form = match first.kind {
            PassageKind::Section(_) => &self.section,
            PassageKind::Appendix(_) => &self.appendix,
            PassageKind::Clause => &self.clause,
            PassageKind::Item if designator(first).is_none() => &self.bullet,
            PassageKind::Item if is_clause(first, around) => &self.clause,
            PassageKind::Item => &self.item,
            PassageKind::Paragraph => &self.paragraph,
            PassageKind::Note => &self.note,
            PassageKind::Table => &self.table,
            PassageKind::Footnote => &self.footnote,
        };
        let Some(from) = self.number(first) else { return self.titled(first) };
        let whole = match self.number(last) {
            Some(to) if count == 2 => format!("{from}, {to}"),
            Some(to) if count > 2 => format!("{from}–{to}"),
            _ => from,
        };
        form.fill(&whole, "", count).replace(' ', &NBSP.to_string())
    }

    /// The number as it is cited, or which of its kind it is; `None` for a heading without one.
    fn number(&self, step: &Step) -> Option<String> {
        match designator(step) {
            Some(letter)
                if step.kind == PassageKind::Item && letter.chars().all(char::is_alphabetic) =>
            {
                Some(self.letter.fill(letter, "", 1))
            }
            Some(number) => Some(number.to_owned()),
            None => (!step.kind.is_heading()).then(|| step.ordinal.to_string()),
        }
    }

    /// A heading without a number.
    fn titled(&self, step: &Step) -> String {
        let title = clipped(&step.title, LONGEST_TITLE);
        match step.kind {
            PassageKind::Appendix(_) if title.is_empty() => self.appendix_only.fill("", "", 1),
            PassageKind::Appendix(_) => self.appendix_titled.fill(&title, "", 1),
            _ => self.section_titled.fill(&title, "", 1),
        }
    }
}

/// The path of what a citation names around `step`. Numbers of clauses, sections and tables stand
/// for themselves but begin anew in an appendix; footnotes belong to the whole act.
fn outer<'p>(step: &Step, around: &'p [Step]) -> &'p [Step] {
    let up_to = |wanted: fn(PassageKind) -> bool| {
        let at = around.iter().rposition(|step| wanted(step.kind));
        at.and_then(|at| around.get(..=at)).unwrap_or_default()
    };
    let appendix = |kind| matches!(kind, PassageKind::Appendix(_));
    match step.kind {
        PassageKind::Appendix(_) | PassageKind::Footnote => &[],
        PassageKind::Clause if step.repeated => up_to(PassageKind::is_heading),
        PassageKind::Section(_) | PassageKind::Clause => up_to(appendix),
        PassageKind::Table if designator(step).is_some() => up_to(appendix),
        _ => around,
    }
}

/// `1.` right in a section is a clause for the law, whatever list the source made of it.
fn is_clause(item: &Step, around: &[Step]) -> bool {
    let dotted = item.number.as_deref().is_some_and(|literal| literal.ends_with('.'));
    let letter = designator(item).is_some_and(|number| number.chars().all(char::is_alphabetic));
    let mut section = around.iter().rev().take_while(|step| !step.kind.is_heading());
    let inner = |step: &Step| matches!(step.kind, PassageKind::Clause | PassageKind::Item);
    dotted && !letter && !section.any(inner)
}

/// The number without punctuation and without the words before it: `5.2`, `8`, `а`; the `2` of
/// `Приложение № 2`.
fn designator(step: &Step) -> Option<&str> {
    let literal = step.number.as_deref()?;
    let mut words = literal.split([' ', NBSP, '№']).filter(|word| !word.is_empty());
    if matches!(step.kind, PassageKind::Appendix(_) | PassageKind::Table) {
        words.next()?;
    }
    let number = words.next_back()?.trim_matches(['.', ':', '(', ')']);
    // A dash before an item is no number; a footnote may be called by a star.
    let counts = step.kind == PassageKind::Footnote || number.contains(char::is_alphanumeric);
    counts.then_some(number)
}
