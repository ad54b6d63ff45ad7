//! Text that knows which letters of the file it consists of.
//!
//! All characters of a file are counted in the order in which the reader found them. A [`Run`]
//! carries the number of its first one, so that whatever is cut, joined and moved later, the
//! proof can tell where every letter went.

use std::ops::Range;
use std::rc::Rc;

use super::document::{Script, Span};

/// Characters in one style that follow each other in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) text: String,
    /// Number of the first character; `None` for what is not in the file: a space between
    /// joined lines, a number that Word computes.
    pub(super) at: Option<usize>,
    pub(super) style: Style,
}

/// How characters are set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) script: Script,
    pub(super) link: Option<Rc<str>>,
    /// The mark of this note.
    pub(super) note: Option<usize>,
}

impl Style {
    pub(super) fn of(span: &Span) -> Self {
        Self {
            bold: span.bold,
            italic: span.italic,
            script: span.script,
            link: span.link.as_deref().map(Rc::from),
            note: span.note,
        }
    }
}

/// A run of text. Offsets are bytes of [`Text::plain`], in which marks of notes have no width.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) runs: Vec<Run>,
}

impl Text {
    /// Text that is not in the file.
    pub(super) fn added(text: &str) -> Self {
        Self { runs: vec![Run { text: text.to_owned(), at: None, style: Style::default() }] }
    }

    /// The characters without marks of notes.
    pub(super) fn plain(&self) -> String {
        let own = self.runs.iter().filter(|run| run.style.note.is_none());
        own.map(|run| run.text.as_str()).collect()
    }

    /// Whether there is nothing but white space.
    pub(super) fn is_blank(&self) -> bool {
        self.runs.iter().all(|run| run.text.trim().is_empty())
    }

    /// Cuts the text in two; the second part begins at `offset`. A mark of a note that stands there
    /// stays with the word before it.
    pub(super) fn split_off(&mut self, offset: usize) -> Self {
        let mut before = 0;
        let mut index = 0;
        while let Some(run) = self.runs.get(index) {
            let width = if run.style.note.is_some() { 0 } else { run.text.len() };
            if before + width > offset || (offset == 0 && before == 0) {
                break;
            }
            before += width;
            index += 1;
        }
        let mut rest = self.runs.split_off(index);
        if let Some(run) = rest.first_mut()
            && offset > before
            && let Some(second) = cut(run, offset - before)
        {
            let first = std::mem::replace(run, second);
            self.runs.push(first);
        }
        Self { runs: rest }
    }

    /// Takes the first `offset` bytes off.
    pub(super) fn take(&mut self, offset: usize) -> Self {
        let rest = self.split_off(offset);
        std::mem::replace(self, rest)
    }

    /// Takes a range out; what is around it grows together.
    pub(super) fn remove(&mut self, range: Range<usize>) -> Self {
        let mut removed = self.split_off(range.start);
        let after = removed.split_off(range.end - range.start);
        self.runs.extend(after.runs);
        removed
    }

    /// Takes the last character off.
    pub(super) fn pop(&mut self) -> Self {
        let Some(run) = self.runs.last_mut() else { return Self::default() };
        let last = run.text.char_indices().next_back().map_or(0, |(at, _)| at);
        let last = cut(run, last);
        self.runs.retain(|run| !run.text.is_empty());
        Self { runs: last.into_iter().collect() }
    }

    /// Appends other text.
    pub(super) fn push(&mut self, other: Self) {
        self.runs.extend(other.runs);
    }

    /// Appends a space that is not in the file, unless there is white space already.
    pub(super) fn space(&mut self) {
        let ends = self.runs.last().is_some_and(|run| run.text.ends_with(char::is_whitespace));
        if !ends && !self.runs.is_empty() {
            self.push(Self::added(" "));
        }
    }

    /// Removes white space at both ends; it is no part of the proof.
    pub(super) fn trim(&mut self) {
        while let Some(run) = self.runs.first_mut() {
            let kept = run.text.trim_start().len();
            let gone: usize = run.text.chars().count() - run.text.trim_start().chars().count();
            run.at = run.at.map(|at| at + gone);
            run.text = run.text.split_off(run.text.len() - kept);
            if kept > 0 {
                break;
            }
            self.runs.remove(0);
        }
        while let Some(run) = self.runs.last_mut() {
            run.text.truncate(run.text.trim_end().len());
            if !run.text.is_empty() {
                break;
            }
            self.runs.pop();
        }
    }

    /// Whether all letters have this property, and there are some.
    pub(super) fn all(&self, property: impl Fn(&Style) -> bool) -> bool {
        let with_words = |run: &&Run| run.text.chars().any(char::is_alphanumeric);
        let own = self.runs.iter().filter(|run| run.style.note.is_none());
        let mut own = own.filter(with_words).peekable();
        own.peek().is_some() && own.all(|run| property(&run.style))
    }

    /// The characters with their numbers in the file, white space left out.
    pub(super) fn letters(&self) -> impl Iterator<Item = (char, Option<usize>)> {
        self.runs.iter().flat_map(|run| {
            let numbered = run.text.chars().enumerate();
            let numbered = numbered.map(|(index, c)| (c, run.at.map(|at| at + index)));
            numbered.filter(|(c, _)| !c.is_whitespace())
        })
    }
}

/// Cuts a run after `offset` bytes; gives the second part.
fn cut(run: &mut Run, offset: usize) -> Option<Run> {
    if !run.text.is_char_boundary(offset) {
        return None;
    }
    let text = run.text.split_off(offset);
    let before = run.text.chars().count();
    Some(Run { text, at: run.at.map(|at| at + before), style: run.style.clone() })
}

/// Words as they are compared: runs of letters and digits, without marks that show nothing.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let split = text.split(move |c: char| !c.is_alphanumeric() && !is_hidden(c));
    split
        .map(move |word| word.chars().filter(|c| !is_hidden(*c)).collect())
        .filter(|w: &String| !w.is_empty())
}

/// Whether a mark shows nothing.
pub(super) fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{Run, Style, Text};

    fn text(parts: &[(&str, usize)]) -> Text {
        let run = |(text, at): &(&str, usize)| Run {
            text: (*text).to_owned(),
            at: Some(*at),
            style: Style::default(),
        };
        Text { runs: parts.iter().map(run).collect() }
    }

    #[test]
    fn letters_keep_their_numbers() {
        let mut whole = text(&[("абв ", 10), ("где", 20)]);
        let numbers: Vec<_> = whole.letters().map(|(_, at)| at.expect("a number")).collect();
        assert_eq!(numbers, [10, 11, 12, 20, 21, 22]);
        let removed = whole.remove(4..9);
        assert_eq!((removed.plain().as_str(), whole.plain().as_str()), ("в г", "абде"));
        let numbers: Vec<_> = whole.letters().map(|(_, at)| at.expect("a number")).collect();
        assert_eq!(numbers, [10, 11, 21, 22]);
        whole.split_off(0);
        assert!(whole.is_blank());
    }

    #[test]
    fn white_space_at_the_ends_goes() {
        let mut whole = text(&[("  ", 0), (" а б ", 2), (" ", 7)]);
        whole.trim();
        assert_eq!(whole.plain(), "а б");
        assert_eq!(whole.letters().next(), Some(('а', Some(3))));
    }
}
