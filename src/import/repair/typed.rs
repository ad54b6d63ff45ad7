//! Footnotes and escapes that are spelt in the text: `[footnoteRef:1] [1: …]`, `[^1]`, `\_`.

use super::Sheet;
use crate::import::document::Origin;
use crate::import::ledger::{Fate, Ledger};
use crate::import::lines::{NoteText, Unit};
use crate::import::text::{Style, Text};

/// Most footnotes and escapes of one paragraph; what is beyond stays as it is.
const MOST: usize = 500;

/// Understands what is spelt in all paragraphs.
pub(super) fn typed(sheet: &mut Sheet, ledger: &mut Ledger) {
    let mut units = std::mem::take(&mut sheet.units);
    for unit in &mut units {
        let Unit::Line(line) = unit else { continue };
        for _ in 0..MOST {
            let Some(found) = reference(&line.text.plain()) else { break };
            take(&mut line.text, &found, line.origin, (&mut sheet.notes, ledger));
        }
        unescape(&mut line.text, line.origin, ledger);
    }
    sheet.units = units;
}

/// A footnote that is spelt where its mark belongs, in bytes of its paragraph.
struct Spelt {
    label: String,
    start: usize,
    /// What is shown of the mark.
    digits: std::ops::Range<usize>,
    /// Its body between the brackets.
    body: std::ops::Range<usize>,
    end: usize,
}

/// The first `[footnoteRef:1] [1: body]` of `plain`.
fn reference(plain: &str) -> Option<Spelt> {
    const OPEN: &str = "[footnoteRef:";
    let start = plain.find(OPEN)?;
    let digits_start = start + OPEN.len();
    let digits_end = digits_start + plain.get(digits_start..)?.find(']')?;
    let label = plain.get(digits_start..digits_end)?;
    let tail = plain.get(digits_end + 1..)?;
    let body_open = format!("[{label}:");
    let at = digits_end + 1 + (tail.len() - tail.trim_start().len());
    let body_start = at + plain.get(at..)?.strip_prefix(&body_open).map(|_| body_open.len())?;
    let length = closing(plain.get(body_start..)?)?;
    Some(Spelt {
        label: label.to_owned(),
        start,
        digits: digits_start..digits_end,
        body: body_start..body_start + length,
        end: body_start + length + 1,
    })
}

/// Where the bracket closes that is open before `text`.
fn closing(text: &str) -> Option<usize> {
    let mut open = 1_u32;
    for (at, c) in text.char_indices() {
        match c {
            '[' => open += 1,
            ']' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return Some(at);
        }
    }
    None
}

/// Makes a note and its mark of what is spelt.
fn take(
    text: &mut Text,
    spelt: &Spelt,
    origin: Origin,
    (notes, ledger): (&mut Vec<NoteText>, &mut Ledger),
) {
    let mut whole = text.remove(spelt.start..spelt.end);
    let from = |at: usize| at - spelt.start;
    let mut body = whole.remove(from(spelt.body.start)..from(spelt.body.end));
    let digits = whole.remove(from(spelt.digits.start)..from(spelt.digits.end));
    body.trim();
    ledger.settle(&whole, Fate::Sign);
    ledger.settle(&digits, Fate::Sign);
    ledger.repaired("repair-footnote", origin, [&body.plain(), &spelt.label]);
    let style = Style { note: Some(notes.len()), ..Style::default() };
    let runs = digits
        .runs
        .into_iter()
        .take(1)
        .map(|run| crate::import::text::Run { style: style.clone(), ..run });
    let rest = text.split_off(spelt.start);
    text.runs.extend(runs);
    text.push(rest);
    notes.push(NoteText { mark: spelt.label.clone(), paragraphs: vec![body], doubts: Vec::new() });
}

/// Whether the word around the byte `at` is a path of Windows: `C:\*.tmp`, `\\server\_all_`.
fn is_path(plain: &str, at: usize) -> bool {
    let begin = plain.get(..at).and_then(|before| before.rfind(char::is_whitespace));
    let rest = plain.get(begin.unwrap_or(0)..).unwrap_or_default();
    let word = rest.split_whitespace().next().unwrap_or_default();
    let word = word.trim_start_matches(['«', '"', '(', '<', '[']);
    word.starts_with("\\\\") || word.contains(":\\")
}

/// Takes away backslashes that Markdown needs and the act does not: `shkola\_1`.
pub(super) fn unescape(text: &mut Text, origin: Origin, ledger: &mut Ledger) {
    let mut from = 0;
    for _ in 0..MOST {
        let plain = text.plain();
        let Some(start) = plain.get(from..).and_then(|rest| rest.find('\\')).map(|at| at + from)
        else {
            return;
        };
        let tail = plain.get(start..).unwrap_or_default();
        let count = tail.len() - tail.trim_start_matches('\\').len();
        let next = tail.get(count..).unwrap_or_default();
        let signs = ['_', '*', '#', '[', ']', '(', ')', '.', '-', '+', '!', '|', '`'];
        if !next.starts_with(signs) || is_path(&plain, start) {
            from = start + count;
            continue;
        }
        let escapes = text.remove(start..start + count);
        ledger.settle(&escapes, Fate::Repair);
        let word = |text: &str, at: usize| {
            let before = text.get(..at).unwrap_or_default();
            let begin = before.rfind(char::is_whitespace).map_or(0, |space| space + 1);
            let rest = text.get(begin..).unwrap_or_default();
            rest.split_whitespace().next().unwrap_or_default().to_owned()
        };
        let (before, after) = (word(&plain, start), word(&text.plain(), start));
        ledger.repaired("repair-escape", origin, [&before, &after]);
        from = start;
    }
}

#[cfg(test)]
mod tests {
    use crate::import::document::Origin;
    use crate::import::ledger::Ledger;
    use crate::import::text::Text;

    #[test]
    fn backslashes_of_paths_stay() {
        let plain = |text: &str| {
            let mut text = Text::added(text);
            super::unescape(&mut text, Origin::default(), &mut Ledger::default());
            text.plain()
        };
        assert_eq!(plain(r"shkola\_1@example.org"), "shkola_1@example.org");
        assert_eq!(plain(r"на диске C:\*.tmp"), r"на диске C:\*.tmp");
        assert_eq!(plain(r"«\\server\_all_»"), r"«\\server\_all_»");
    }
}
