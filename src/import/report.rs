//! What became of every word of the imported file, as data.

use serde_json::{Value, json};

use super::document::{Origin, Repair};

/// Numbers of words of the file; each is counted in `all` and in one other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// All words of the file.
    pub all: usize,
    /// They stand in the text of the edition, in the order of the file.
    pub text: usize,
    /// They stand in footnotes.
    pub footnotes: usize,
    /// They became front matter.
    pub front: usize,
    /// They were left out: they belonged to pages, were hidden, comments, a table of contents.
    pub left_out: usize,
    /// They were marks that became structure.
    pub signs: usize,
    /// A repair took them away.
    pub repaired: usize,
}

/// Text of the file that is no part of the act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Why: `page` (it belonged to the page), `hidden`, `contents` (a table of contents) or
    /// `comment`.
    pub why: &'static str,
    /// Where it stood.
    pub origin: Origin,
    /// The words.
    pub text: String,
}

/// What became of every word of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// How many words went where.
    pub words: Counts,
    /// What was mended, in the order of the file.
    pub repairs: Vec<Repair>,
    /// What was left out, and why.
    pub left_out: Vec<LeftOut>,
    /// Numbers that the file computes and that are now written.
    pub labels: Vec<(Origin, String)>,
    /// Whether every word is accounted for.
    pub proved: bool,
}

impl Report {
    /// The report as JSON; `file` is the name of the imported file.
    #[must_use]
    pub fn json(&self, file: &str, edition: &str) -> Value {
        let left_out =
            |left: &LeftOut| placed(left.origin, json!({ "why": left.why, "text": left.text }));
        let label = |(at, text): &(Origin, String)| placed(*at, json!({ "text": text }));
        let repair = |repair: &Repair| {
            let kind = repair.kind.strip_prefix("repair-").unwrap_or(repair.kind);
            let facts = json!({ "kind": kind, "before": repair.before, "after": repair.after });
            placed(repair.origin, facts)
        };
        let words = self.words;
        json!({
            "file": file,
            "edition": edition,
            "proved": self.proved,
            "words": {
                "all": words.all,
                "text": words.text,
                "footnotes": words.footnotes,
                "front_matter": words.front,
                "left_out": words.left_out,
                "signs": words.signs,
                "repaired": words.repaired,
            },
            "repairs": self.repairs.iter().map(repair).collect::<Vec<_>>(),
            "left_out": self.left_out.iter().map(left_out).collect::<Vec<_>>(),
            "computed_numbers": self.labels.iter().map(label).collect::<Vec<_>>(),
        })
    }
}

/// `facts` with page and line, as far as there are such.
fn placed(origin: Origin, mut facts: Value) -> Value {
    if origin.page > 0 {
        facts["page"] = origin.page.into();
    }
    if origin.line > 0 {
        facts["line"] = origin.line.into();
    }
    facts
}
