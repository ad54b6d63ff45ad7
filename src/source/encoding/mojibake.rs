//! Texts that a program before us read in the wrong encoding (`Р РµРіР»Р°РјРµРЅС‚`, `пЕЦКЮЛЕМР`).
//!
//! A line that does not look Russian is turned back into the bytes it was read from and read
//! again, in all ways that occur and in two steps if it must be. It is changed only if it then
//! looks Russian. What helped long lines is then tried on short ones too.

use std::cmp::Reverse;

use encoding_rs::{
    Encoding, IBM866, ISO_8859_5, KOI8_R, MACINTOSH, WINDOWS_1251, WINDOWS_1252, X_MAC_CYRILLIC,
};

use super::letters::{Score, score};
use super::table::Table;
use super::{Mended, SINGLE_BYTE};

/// Encodings that texts are misread in.
const SHOWN: [&Encoding; 7] =
    [WINDOWS_1251, WINDOWS_1252, KOI8_R, IBM866, X_MAC_CYRILLIC, ISO_8859_5, MACINTOSH];
/// Tenths of the mean weight of a pair from which a line is Russian.
const RUSSIAN: i32 = 12;
/// By how many tenths a changed line must be better than the one that stands.
const BETTER: i32 = 25;
/// What is taken off for each sign of misread UTF-8.
const PAIR: i32 = 10;
/// How many pairs of letters a line must have to teach a way of repair.
const TEACHES: i32 = 8;
/// How many lines are searched in all ways without finding one.
const SEARCHES: usize = 60;
/// How many damaged lines are learnt from.
const TAUGHT: usize = 1000;
/// How many ways of repair are kept: a file is seldom damaged in more than two.
const KEPT: usize = 4;
/// Longest part of a line by which it is judged, in characters.
const JUDGED: usize = 120;

/// A way in which a text was misread: its bytes were shown by the table with this index, but were
/// meant in an encoding, in UTF-8 if that is `None`.
type Step = (usize, Option<&'static Encoding>);

/// The text with all lines that can be repaired, and these.
pub(super) fn mend(text: String) -> (String, Vec<Mended>) {
    if !text.split('\n').any(is_damaged) {
        return (text, Vec::new());
    }
    let mut doctor = Doctor::new();
    doctor.learn(&text);
    let mut out = String::with_capacity(text.len());
    let mut mended = Vec::new();
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
        }
        let after = doctor.line(line);
        out.push_str(after.as_deref().unwrap_or(line));
        mended.extend(after.map(|after| Mended {
            kind: "repair-mojibake",
            line: u32::try_from(index + 1).unwrap_or(u32::MAX),
            before: line.trim().to_owned(),
            after: after.trim().to_owned(),
        }));
    }
    (out, mended)
}

/// Whether a line does not look Russian, or only in part.
fn is_damaged(line: &str) -> bool {
    let letters = line.chars().any(|c| !c.is_ascii() && c.is_alphabetic());
    letters && score(line).count > 0 && (judge(line) < RUSSIAN || pairs(line) > 0)
}

/// How Russian a line is: the mean weight of a pair of letters in tenths, less for characters that
/// look like misread UTF-8.
fn judge(line: &str) -> i32 {
    let (Score { sum, count }, pairs) = (score(line), pairs(line));
    Score { sum: sum.saturating_sub(PAIR * pairs), count: count.saturating_add(pairs) }.mean()
}

/// How often two characters stand close together as which the bytes D0 and D1 are misread: with
/// one of them every Russian letter begins in UTF-8.
fn pairs(line: &str) -> i32 {
    let lead = |c: char| matches!(c, 'Ð' | 'Ñ' | 'Р' | 'С' | '╨' | '╤');
    let between = |c: char| !('А'..='я').contains(&c) && !c.is_ascii();
    let mut last = [' '; 2];
    let mut pairs = 0;
    for c in line.chars() {
        pairs += i32::from(lead(last[0]) && between(last[1]) && lead(c));
        last = [last[1], c];
    }
    pairs
}

/// Ways of repair, and which of them helped.
struct Doctor {
    tables: Vec<Table>,
    steps: Vec<Step>,
    /// Chains of one or two steps that helped, with the number of lines, the best first.
    helped: Vec<(Vec<Step>, usize)>,
    /// Whether the best of them helped nearly all lines: then the whole text was misread.
    whole: bool,
}

impl Doctor {
    fn new() -> Self {
        let tables = SHOWN.iter().map(|encoding| Table::new(encoding)).collect();
        let mut steps = Vec::new();
        for (shown, encoding) in SHOWN.iter().enumerate() {
            steps.push((shown, None));
            let others = SINGLE_BYTE.into_iter().filter(|meant| meant != encoding);
            steps.extend(others.map(|meant| (shown, Some(meant))));
        }
        Self { tables, steps, helped: Vec::new(), whole: false }
    }

    /// Finds out from the longer lines what was misread as what.
    fn learn(&mut self, text: &str) {
        let lines: Vec<&str> = text.split('\n').filter(|l| score(l).count >= TEACHES).collect();
        let mut searches = 0;
        for line in lines.iter().filter(|line| is_damaged(line)).take(TAUGHT) {
            let known = self.best(line, self.known(), RUSSIAN);
            let found =
                known.or_else(|| (searches < SEARCHES).then(|| self.search(line)).flatten());
            match found {
                Some(chain) => self.count(chain),
                None => searches += 1,
            }
        }
        let most = self.helped.first().map_or(0, |(_, lines)| *lines);
        self.whole = most * 10 >= lines.len().min(TAUGHT) * 9 && most > 0;
        self.helped.truncate(KEPT);
    }

    /// The line as it was meant, by what was learnt; `None` if it stays.
    fn line(&self, line: &str) -> Option<String> {
        if line.is_ascii() {
            return None;
        }
        let found = if is_damaged(line) { self.best(line, self.known(), i32::MIN) } else { None };
        let after = self.apply(line, found.as_ref().or_else(|| self.common(line))?)?;
        (after != line).then_some(after)
    }

    /// What the whole text was misread as, if this line, which can be short, does not say otherwise.
    fn common(&self, line: &str) -> Option<&Vec<Step>> {
        let (chain, _) = self.helped.first().filter(|_| self.whole)?;
        let (before, after) = (judge(line), judge(&self.apply(line, chain)?));
        (before < RUSSIAN || after > before).then_some(chain)
    }

    fn known(&self) -> Vec<Vec<Step>> {
        self.helped.iter().map(|(chain, _)| chain.clone()).collect()
    }

    fn count(&mut self, chain: Vec<Step>) {
        match self.helped.iter_mut().find(|(known, _)| *known == chain) {
            Some((_, lines)) => *lines += 1,
            None => self.helped.push((chain, 1)),
        }
        self.helped.sort_by_key(|(_, lines)| Reverse(*lines));
    }

    /// Tries all single steps, then all pairs of them.
    fn search(&self, line: &str) -> Option<Vec<Step>> {
        let single: Vec<Vec<Step>> = self.steps.iter().map(|step| vec![*step]).collect();
        self.best(line, single.clone(), RUSSIAN).or_else(|| {
            let judged: String = line.chars().take(JUDGED).collect();
            let first = single.into_iter().filter(|chain| self.apply(&judged, chain).is_some());
            let pairs = first.flat_map(|first| {
                self.steps.iter().map(move |then| [first.as_slice(), &[*then]].concat())
            });
            self.best(line, pairs.collect(), RUSSIAN)
        })
    }

    /// The one of these chains that makes the line most Russian, of equals the first; none if it
    /// reaches less than `least` or is not much better than what stands.
    fn best(&self, line: &str, chains: Vec<Vec<Step>>, least: i32) -> Option<Vec<Step>> {
        let line: String = line.chars().take(JUDGED).collect();
        let before = judge(&line);
        let mut best: Option<(i32, Vec<Step>)> = None;
        for chain in chains {
            let Some(after) = self.apply(&line, &chain).map(|text| judge(&text)) else { continue };
            // Misread UTF-8 is told by its bytes already.
            let utf8 = chain.last().is_some_and(|(_, meant)| meant.is_none());
            let enough = after >= least && after >= before + if utf8 { 1 } else { BETTER };
            if enough && best.as_ref().is_none_or(|(mean, _)| after > *mean) {
                best = Some((after, chain));
            }
        }
        best.map(|(_, chain)| chain)
    }

    fn apply(&self, line: &str, chain: &[Step]) -> Option<String> {
        let mut text = line.to_owned();
        for (shown, meant) in chain {
            let table = self.tables.get(*shown)?;
            text = match meant {
                Some(meant) => table.read_as(&text, meant)?,
                None => table.read_as_utf8(&text)?,
            };
        }
        Some(text)
    }
}
