//! Reading references: «п. 5, 6 настоящего Регламента», «подпунктом 3 пункта 5.2».
//!
//! A reference is a word for a kind of place in any case and number, or its abbreviation, numbers,
//! and the places around it in the genitive. With one number the link covers all of it; with
//! several each number is a link of its own, the first with the word. [`surroundings`] tells
//! references to laws and other acts, which stay text. Where that is not certain, only what
//! resolves becomes a reference.

use std::ops::Range;

use super::flow::{Flow, Run};
use super::letters::{after_stem, is_dash, is_space, same};
use super::number::{Number, appendix_letter, decimal, item_letter, normal, ordinal, roman};
use super::places::{Places, Standpoint};
use super::surroundings::{self, Owner};
use super::{Span, What};

/// Kinds of places, the inner before the outer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Абзац.
    Paragraph,
    /// Подпункт.
    Item,
    /// Пункт.
    Clause,
    /// Раздел.
    Section,
    /// Приложение.
    Appendix,
    /// Таблица.
    Table,
    /// Сноска.
    Note,
}

/// Beginnings of the words for kinds.
const WORDS: [(&str, Kind); 7] = [
    ("пункт", Kind::Clause),
    ("подпункт", Kind::Item),
    ("раздел", Kind::Section),
    ("абзац", Kind::Paragraph),
    ("приложени", Kind::Appendix),
    ("таблиц", Kind::Table),
    ("сноск", Kind::Note),
];

/// Their endings: of the singular, and of the plural or either.
const SINGULAR: [&str; 9] = ["", "а", "у", "ом", "ем", "е", "ю", "и", "ей"];
const PLURAL: [&str; 11] = ["ы", "ов", "ев", "ам", "ами", "ах", "я", "й", "ям", "ями", "ях"];

/// Abbreviations, which a full stop must follow.
const SHORT: [(&str, Kind); 7] = [
    ("п", Kind::Clause),
    ("пп", Kind::Clause),
    ("подп", Kind::Item),
    ("разд", Kind::Section),
    ("абз", Kind::Paragraph),
    ("прил", Kind::Appendix),
    ("табл", Kind::Table),
];

/// A word for a kind with the numbers behind it.
struct Level {
    kind: Kind,
    /// Where the word begins.
    start: usize,
    numbers: Vec<Number>,
}

/// The references of the act, in order.
pub(super) fn find(flow: &Flow<'_>) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut end = 0;
    for word in &flow.words {
        let initial = flow.text[word.clone()].chars().next();
        let likely = initial.is_some_and(|c| {
            matches!(c, 'п' | 'р' | 'с' | 'а' | 'т' | 'П' | 'Р' | 'С' | 'А' | 'Т')
        });
        if !likely || word.start < end {
            continue;
        }
        let Some(levels) = read(&flow.text, word) else { continue };
        if let Some(run) = flow.run_at(word.start) {
            end = Reading { flow, run, levels: &levels }.resolve(&mut spans);
        }
    }
    spans
}

/// The reference that begins with `word`, the innermost level first.
fn read(text: &str, word: &Range<usize>) -> Option<Vec<Level>> {
    let mut levels = vec![level(text, word)?];
    let mut short = same(&text[word.clone()], "пп");
    while let Some(last) = levels.last_mut() {
        let Some(next) = outer(text, last) else { break };
        // «пп. 3 п. 5.2» is an item, «пп. 3, 4» are clauses.
        if short && next.kind == Kind::Clause {
            last.kind = Kind::Item;
        }
        short = false;
        if next.kind <= last.kind {
            break;
        }
        levels.push(next);
    }
    Some(levels)
}

/// The level around `inner` that follows it: a word in the singular and one number.
fn outer(text: &str, inner: &Level) -> Option<Level> {
    let end = inner.numbers.last()?.range.end;
    let rest = text[end..].trim_start_matches([')', '»', '"', ',']);
    let start = text.len() - rest.trim_start_matches(is_space).len();
    let length = text[start..].find(|c: char| !c.is_alphabetic())?;
    let next = level(text, &(start..start + length))?;
    (start > end && next.kind <= Kind::Appendix && !next.numbers.is_empty()).then_some(next)
}

/// The word at `word` as a level with its numbers; «приложение» may have none.
fn level(text: &str, word: &Range<usize>) -> Option<Level> {
    let (kind, many) = kind(&text[word.clone()], &text[word.end..])?;
    let after_letter = text[..word.start].ends_with(['/', '-']);
    if after_letter || text[..word.start].ends_with("т.") {
        return None; // «№ п/п», «и т.п.»
    }
    let mut at = word.end + usize::from(text[word.end..].starts_with('.'));
    let mut numbers = Vec::new();
    while let Some(number) = number(text, at, kind) {
        // «Второй абзац второго пункта» has no number behind «абзац».
        if kind == Kind::Paragraph && !agree(&text[word.clone()], &text[number.range.clone()]) {
            break;
        }
        at = number.range.end;
        numbers.push(number);
        let gap = separator(&text[at..]).filter(|_| many);
        let Some(gap) = gap.filter(|gap| number_follows(text, at + gap, kind)) else { break };
        at += gap;
    }
    (!numbers.is_empty() || kind == Kind::Appendix).then_some(Level {
        kind,
        start: word.start,
        numbers,
    })
}

/// The kind that a word means, and whether several numbers may follow; `rest` is what follows.
fn kind(word: &str, rest: &str) -> Option<(Kind, bool)> {
    if rest.starts_with('.') {
        let short = SHORT.iter().find(|(short, _)| same(word, short));
        if let Some((_, kind)) = short {
            return Some((*kind, true));
        }
    }
    WORDS.iter().find_map(|(stem, kind)| {
        let ending = after_stem(word, stem)?;
        let many = PLURAL.iter().any(|plural| same(ending, plural));
        (many || SINGULAR.iter().any(|one| same(ending, one))).then_some((*kind, many))
    })
}

/// Whether the ordinal has the case of the noun «абзац»; figures and abbreviations always do.
fn agree(noun: &str, ordinal: &str) -> bool {
    const CASES: [(&[&str], &[&str]); 5] = [
        (&["", "ы"], &["ый", "ой", "ий"]),
        (&["а", "ев"], &["ого", "его"]),
        (&["у", "ам"], &["ому", "ему"]),
        (&["ем", "ами"], &["ым", "им"]),
        (&["е", "ах"], &["ом", "ем"]),
    ];
    let Some(ending) = after_stem(noun, "абзац") else { return true };
    let mut fits = CASES.iter().filter(|(nouns, _)| nouns.iter().any(|noun| same(ending, noun)));
    !ordinal.chars().all(char::is_alphabetic)
        || fits.any(|(_, ends)| ends.iter().any(|end| ordinal.ends_with(end)))
}

/// Whether a further number of a list stands at `at`, and not «5 рабочих дней».
fn number_follows(text: &str, at: usize, kind: Kind) -> bool {
    number(text, at, kind).is_some_and(|n| !surroundings::counts(&text[n.range.end..]))
}

/// The number at `at`, behind spaces and «№».
fn number(text: &str, at: usize, kind: Kind) -> Option<Number> {
    let rest = text[at..].trim_start_matches(is_space);
    let rest = rest.strip_prefix('№').unwrap_or(rest).trim_start_matches(is_space);
    let start = text.len() - rest.len();
    let whole = |length: usize| 0..length;
    let found = decimal(rest).map(whole).or_else(|| match kind {
        Kind::Item => item_letter(rest),
        Kind::Section => roman(rest).map(whole),
        Kind::Appendix => appendix_letter(rest).map(whole),
        Kind::Paragraph => {
            let word = rest.split(|c: char| !c.is_alphabetic()).next()?;
            ordinal(word).map(|_| whole(word.len()))
        }
        _ => None,
    })?;
    let written = &rest[found.clone()];
    let normal = ordinal(written).map_or_else(|| normal(written), |value| value.to_string());
    Some(Number { range: start + found.start..start + found.end, normal })
}

/// What stands between two numbers of a list (`, `, ` и `, `–`, `), `): its length in bytes.
fn separator(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches([')', '»', '"']).trim_start_matches(is_space);
    let rest = match rest.chars().next()? {
        c if matches!(c, ',' | ';') || is_dash(c) => &rest[c.len_utf8()..],
        _ => {
            let word = rest.split(is_space).next()?;
            let joins = ["и", "или"].contains(&word);
            joins.then(|| &rest[word.len()..])?
        }
    };
    Some(text.len() - rest.len())
}

/// A reference that has been read, in its run.
struct Reading<'a, 't> {
    flow: &'a Flow<'t>,
    run: &'a Run<'t>,
    levels: &'a [Level],
}

impl Reading<'_, '_> {
    /// Adds what the levels are to `spans`, and gives their end.
    fn resolve(&self, spans: &mut Vec<Span>) -> usize {
        let Some((first, last)) = self.levels.first().zip(self.levels.last()) else { return 0 };
        let text = &self.flow.text;
        let before = last_line(&text[..first.start]);
        let unnumbered = last.numbers.is_empty().then(|| word_end(text, last.start));
        let end = unnumbered.or_else(|| last.numbers.last().map(|number| number.range.end));
        let end = end.unwrap_or(last.start);
        let owner = surroundings::owner(before, &text[end..], first.kind);
        if owner == Owner::Other || surroundings::counts(&text[end..]) {
            return end;
        }
        let from = Standpoint {
            place: self.run.place,
            before: self.run.before,
            of_act: owner == Owner::Act,
        };
        let caption = self.is_caption(first);
        let sure = owner != Owner::Doubtful && !caption;
        if unnumbered.is_some() {
            let appendix = self.flow.places.only_appendix();
            if owner == Owner::Act && self.levels.len() == 1 {
                let target = appendix.map(|index| self.flow.places.anchor(index));
                spans.push(Span { range: first.start..end, what: What::Reference(target) });
            }
            return end;
        }
        let targets = self.targets(from);
        let pieces = self.pieces(end).into_iter().zip(targets);
        let kept = pieces.filter(|(range, target)| match target {
            Some(target) => !caption || *target != self.run.anchor,
            None => sure && !self.is_lost(range),
        });
        spans.extend(kept.map(|(range, target)| Span { range, what: What::Reference(target) }));
        end
    }

    /// Whether it stands where a caption would: what begins with «Приложение 1» or «Раздел 3»
    /// and means nothing is no reference.
    fn is_caption(&self, first: &Level) -> bool {
        let before = &self.flow.text[self.run.start..first.start];
        let named = matches!(first.kind, Kind::Section | Kind::Appendix | Kind::Table | Kind::Note);
        named && before.trim().is_empty()
    }

    /// Whether the last number of `range` begins a phrase somewhere («6. Оказание»): the place is
    /// there, but damage has made it part of a paragraph.
    fn is_lost(&self, range: &Range<usize>) -> bool {
        let words = &self.flow.text[range.clone()];
        let number = words.split(is_space).next_back().unwrap_or_default();
        let text = self.flow.text.as_str();
        number.bytes().all(|b| b.is_ascii_digit())
            && text.match_indices(&format!("{number}. ")).any(|(at, found)| {
                let begins = text[..at].is_empty() || text[..at].ends_with([' ', '\n']);
                begins && text[at + found.len()..].starts_with(char::is_uppercase)
            })
    }

    /// The links: one over all of it, or one for each number.
    fn pieces(&self, end: usize) -> Vec<Range<usize>> {
        if self.levels.iter().all(|level| level.numbers.len() == 1) {
            return self.levels.iter().take(1).map(|level| level.start..end).collect();
        }
        let mut pieces = Vec::new();
        for level in self.levels {
            let mut start = level.start;
            for (index, number) in level.numbers.iter().enumerate() {
                start = if index == 0 { start } else { number.range.start };
                pieces.push(start..number.range.end);
            }
        }
        pieces
    }

    /// Anchors of the numbers of all levels, the innermost level first.
    fn targets(&self, from: Standpoint) -> Vec<Option<String>> {
        let places = &self.flow.places;
        let mut around = None;
        let mut lost = false;
        let mut targets = Vec::new();
        for level in self.levels.iter().rev() {
            let find = |number: &Number| self.place(level.kind, number, around, from);
            let found: Vec<_> = level.numbers.iter().map(|n| find(n).filter(|_| !lost)).collect();
            let anchor = |(found, number): (&Option<usize>, &Number)| match level.kind {
                _ if lost => None,
                Kind::Paragraph => paragraph(places, around, number, from),
                Kind::Note => places.footnote(&number.normal),
                _ => found.map(|index| places.anchor(index)),
            };
            let anchors: Vec<_> = found.iter().zip(&level.numbers).map(anchor).collect();
            targets.splice(0..0, anchors);
            around = found.first().copied().flatten();
            lost = around.is_none();
        }
        targets
    }

    fn place(
        &self,
        kind: Kind,
        number: &Number,
        inside: Option<usize>,
        from: Standpoint,
    ) -> Option<usize> {
        self.flow.places.find(kind, &number.normal, inside, from)
    }
}

/// Anchor of a paragraph of the place `around`, else of the clause in which the reference stands.
fn paragraph(
    places: &Places<'_>,
    around: Option<usize>,
    number: &Number,
    from: Standpoint,
) -> Option<String> {
    let around = around.or_else(|| places.clause_around(from.place))?;
    places.paragraph(around, number.normal.parse().ok()?)
}

/// Most bytes before a reference that are read.
const SIGHT: usize = 400;

/// The end of `text` back to a line feed, at most [`SIGHT`] bytes.
fn last_line(text: &str) -> &str {
    let mut start = text.len().saturating_sub(SIGHT);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let text = &text[start..];
    text.rsplit('\n').next().unwrap_or(text)
}

/// The end of the word that begins at `start`.
fn word_end(text: &str, start: usize) -> usize {
    text[start..].find(|c: char| !c.is_alphabetic()).map_or(text.len(), |length| start + length)
}
