//! Runs of text as the layouts take them.

use serde::Serialize;

use crate::model::text::Inline;

/// A run of text. Plain words are JSON strings, all else is an object with its kind.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub(super) enum Run<'a> {
    /// Plain words.
    Words(&'a str),
    /// Anything else.
    Marked(Marked<'a>),
}

/// A run that is more than plain words.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum Marked<'a> {
    /// Strong emphasis.
    Strong { runs: Vec<Run<'a>> },
    /// Emphasis.
    Emph { runs: Vec<Run<'a>> },
    /// Superscript.
    Super { runs: Vec<Run<'a>> },
    /// Subscript.
    Sub { runs: Vec<Run<'a>> },
    /// Code.
    Code { words: &'a str },
    /// A link; `url` only where it means the same on paper and elsewhere.
    Link { url: Option<&'a str>, runs: Vec<Run<'a>> },
    /// The mark of a footnote, by its index; `first` where its body is printed.
    Note { index: usize, first: bool },
    /// A hard line break.
    Break,
}

/// Footnotes met so far: the body of each is printed where it is met first.
#[derive(Debug, Default)]
pub(super) struct Met(Vec<usize>);

impl Met {
    /// Whether the footnote at `index` is met for the first time.
    fn first(&mut self, index: usize) -> bool {
        let first = !self.has(index);
        if first {
            self.0.push(index);
        }
        first
    }

    /// Whether the footnote at `index` has been met.
    pub(super) fn has(&self, index: usize) -> bool {
        self.0.contains(&index)
    }
}

/// `inlines` as runs.
pub(super) fn runs<'a>(inlines: &'a [Inline], met: &mut Met) -> Vec<Run<'a>> {
    inlines.iter().map(|inline| run(inline, met)).collect()
}

fn run<'a>(inline: &'a Inline, met: &mut Met) -> Run<'a> {
    Run::Marked(match inline {
        Inline::Text(words)
        | Inline::Reference { text: words, .. }
        | Inline::Term { text: words, .. } => return Run::Words(words),
        Inline::Strong(inner) => Marked::Strong { runs: runs(inner, met) },
        Inline::Emphasis(inner) => Marked::Emph { runs: runs(inner, met) },
        Inline::Superscript(inner) => Marked::Super { runs: runs(inner, met) },
        Inline::Subscript(inner) => Marked::Sub { runs: runs(inner, met) },
        Inline::Code(words) => Marked::Code { words },
        Inline::Link { href, text } => Marked::Link { url: absolute(href), runs: runs(text, met) },
        Inline::FootnoteMark(index) => Marked::Note { index: *index, first: met.first(*index) },
        Inline::Break => Marked::Break,
    })
}

/// An address that does not depend on the page on which it stands.
fn absolute(href: &str) -> Option<&str> {
    let schemes = ["https:", "http:", "mailto:", "tel:"];
    let known = |scheme: &&str| {
        href.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    schemes.iter().any(known).then_some(href)
}
