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
    /// They belonged to pages.
    pub furniture: usize,
    /// They were marks that became structure.
    pub signs: usize,
    /// A repair took them away.
    pub repaired: usize,
}

/// What became of every word of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// How many words went where.
    pub words: Counts,
    /// What was mended, in the order of the file.
    pub repairs: Vec<Repair>,
    /// What was left out as furniture of pages.
    pub furniture: Vec<(Origin, String)>,
    /// Numbers that the file computes and that are now written.
    pub labels: Vec<(Origin, String)>,
    /// Whether every word is accounted for.
    pub proved: bool,
}

impl Report {
    /// The report as JSON; `file` is the name of the imported file.
    #[must_use]
    pub fn json(&self, file: &str, edition: &str) -> Value {
        let listed = |list: &[(Origin, String)]| -> Vec<Value> {
            list.iter().map(|(at, text)| placed(*at, json!({ "text": text }))).collect()
        };
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
                "furniture": words.furniture,
                "signs": words.signs,
                "repaired": words.repaired,
            },
            "repairs": self.repairs.iter().map(repair).collect::<Vec<_>>(),
            "furniture": listed(&self.furniture),
            "computed_numbers": listed(&self.labels),
        })
    }
}

/// `facts` with page and line.
fn placed(origin: Origin, mut facts: Value) -> Value {
    if origin.page > 0 {
        facts["page"] = origin.page.into();
    }
    facts["line"] = origin.line.into();
    facts
}
