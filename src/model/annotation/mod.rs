//! References and terms within the text of an act.
//!
//! [`annotate`] splits plain text into text, references to other places of the act and uses of
//! the terms that it defines. Words never change: what [`plain_text`](super::text::plain_text)
//! gives before and after is the same. Text of links and code is left alone.
//!
//! 1. [`flow`] joins all words of the act into one string and knows the numbered places;
//! 2. [`references`] reads «подпунктом 3 пункта 5.2», [`places`] finds what it means;
//! 3. [`terms`] reads «(далее – ББЖ)», [`uses`] finds where the terms are used;
//! 4. [`cut`] splits the text at the spans that these have found.

mod cut;
mod flow;
mod inflection;
mod letters;
mod number;
mod phrase;
mod places;
mod references;
mod surroundings;
mod terms;
mod uses;

use std::ops::Range;

pub use inflection::inflects;
pub use letters::{fold, is_abbreviation, is_letter, words};
pub use number::normal;

use super::text::RegulationText;
use flow::Flow;

/// A piece of the joined words that is a reference or a term.
struct Span {
    range: Range<usize>,
    what: What,
}

/// What a span is.
enum What {
    /// A reference, with the anchor of its target if the act has it.
    Reference(Option<String>),
    /// A use of the term with this index.
    Term(usize),
}

/// Finds references and terms in `text`, which must have its anchors, fills
/// [`RegulationText::terms`] and splits the words.
pub fn annotate(text: &mut RegulationText) {
    let flow = Flow::read(text);
    let found = terms::find(&flow);
    let mut spans = references::find(&flow);
    spans.extend(uses::find(&flow, &found));
    // A reference comes before a term that begins with the same word.
    spans.sort_by_key(|span| span.range.start);
    let mut end = 0;
    spans.retain(|span| {
        let apart = span.range.start >= end;
        end = if apart { span.range.end } else { end };
        apart
    });
    let runs: Vec<_> = flow.runs.iter().map(|run| run.start).collect();
    text.terms = found.terms;
    cut::cut(text, &runs, spans);
}
