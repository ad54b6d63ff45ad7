//! Footnotes of texts: `[^1]` of Markdown, `[footnoteRef:1] [1: …]` of converters.

use std::collections::BTreeMap;

use super::super::super::document::{Note, Paragraph};
use super::shape::Shape;
use super::{Line, inline};

/// Most marks of a file that are looked at; more are left as they are.
const MOST_MARKS: usize = 50_000;

/// Footnotes while marks are being read.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// Lines of the bodies of Markdown by their names.
    bodies: BTreeMap<String, Vec<Line>>,
    /// Notes in the order of their marks, with the name of the body or the body itself.
    found: Vec<(String, Body)>,
    markdown: bool,
    /// How many marks were looked at.
    tries: usize,
}

#[derive(Debug)]
enum Body {
    /// Name in [`Notes::bodies`].
    Named(String),
    /// Words that stood at the mark.
    Spelt(Paragraph),
}

impl Notes {
    /// Takes the lines out of which notes of Markdown consist, if something refers to them.
    pub(super) fn take(lines: Vec<Line>, markdown: bool) -> (Vec<Line>, Self) {
        let mut notes = Self { markdown, ..Self::default() };
        if !markdown {
            return (lines, notes);
        }
        let marks = marks(&lines);
        let mut kept = Vec::with_capacity(lines.len());
        let mut open: Option<String> = None;
        for line in lines {
            let begun = definition(&line.text).map(|(name, _)| name.to_owned());
            open = match begun
                .filter(|name| marks.contains(name) && !notes.bodies.contains_key(name))
            {
                Some(name) => Some(name),
                None => open.filter(|_| goes_on(&line)),
            };
            match &open {
                Some(name) => notes.bodies.entry(name.clone()).or_default().push(line),
                None => kept.push(line),
            }
        }
        (kept, notes)
    }

    /// Whether one more mark may be looked at: a file can be made of nothing but their begins.
    pub(super) fn try_mark(&mut self) -> bool {
        self.tries += 1;
        self.tries <= MOST_MARKS
    }

    /// The lines of all bodies of Markdown.
    pub(super) fn lines(&self) -> impl Iterator<Item = &Line> {
        self.bodies.values().flatten()
    }

    /// The names of all bodies of Markdown.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.bodies.keys().map(String::as_str)
    }

    /// Index of the note of Markdown with this name, if there is its body.
    pub(super) fn named(&mut self, name: &str) -> Option<usize> {
        let known = |body: &Body| matches!(body, Body::Named(other) if other == name);
        if let Some(at) = self.found.iter().position(|(_, body)| known(body)) {
            return Some(at);
        }
        self.bodies.contains_key(name).then(|| self.add(name, Body::Named(name.to_owned())))
    }

    /// Index of a new note whose words stood at its mark.
    pub(super) fn spelt(&mut self, mark: &str, body: Paragraph) -> usize {
        self.add(mark, Body::Spelt(body))
    }

    fn add(&mut self, mark: &str, body: Body) -> usize {
        self.found.push((mark.to_owned(), body));
        self.found.len() - 1
    }

    /// All notes with their bodies.
    pub(super) fn finish(self, shape: &Shape) -> Vec<Note> {
        let Self { mut bodies, found, markdown, .. } = self;
        let notes = found.into_iter().map(|(mark, body)| match body {
            Body::Spelt(paragraph) => Note { mark, body: vec![paragraph] },
            Body::Named(name) => {
                let lines = bodies.remove(&name).unwrap_or_default();
                Note { mark, body: paragraphs(&lines, shape, markdown) }
            }
        });
        notes.collect()
    }
}

/// The paragraphs of a body. Marks of notes in it stay as they are written.
fn paragraphs(lines: &[Line], shape: &Shape, markdown: bool) -> Vec<Paragraph> {
    let mut out = Vec::new();
    for line in lines.iter().filter(|line| !line.is_empty()) {
        let text = definition(&line.text).map_or(line.text.trim(), |(_, words)| words);
        let mut none = Notes::default();
        let spans = inline::Inline::new(&mut none, markdown, line.origin).lines(text).concat();
        out.push(Paragraph { spans, indent: 0, ..shape.paragraph(line) });
    }
    out
}

/// Name and first words of a body: `[^1]: Родители …`.
pub(super) fn definition(text: &str) -> Option<(&str, &str)> {
    let (name, words) = text.trim_start().strip_prefix("[^")?.split_once("]:")?;
    (!name.is_empty() && !name.contains([']', '['])).then(|| (name, words.trim()))
}

/// Whether a line belongs to the body before it: it is indented, or nothing is between them.
fn goes_on(line: &Line) -> bool {
    !line.is_empty() && definition(&line.text).is_none() && !line.page
}

/// Names in marks of notes.
fn marks(lines: &[Line]) -> Vec<String> {
    let mut marks = Vec::new();
    for line in lines {
        let text = definition(&line.text).map_or(line.text.as_str(), |(_, words)| words);
        let names = text.split("[^").skip(1).filter_map(|rest| rest.split_once(']'));
        marks.extend(names.map(|(name, _)| name.to_owned()));
    }
    marks
}
