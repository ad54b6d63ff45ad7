//! The text as it was approved, beside the text as it is now.
//!
//! `reglament approve` writes the canonical text of an edition into `<date>.lock` beside it (see
//! [`super::passages`]): the SHA-256 of that file is the hash that pages and the journal show.
//! From then on a difference is either a mistake of writing put right, an erratum, or it needs a
//! new approval.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::passages::Passage;

/// A passage that reads otherwise than approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its canonical line as approved, without line feed; `None` if it was added.
    pub was: Option<String>,
    /// Its canonical line now; `None` if it was removed.
    pub now: Option<String>,
    /// Index of the passage; of a removed one, the index of that which follows it, which may be
    /// the number of passages.
    pub passage: usize,
}

/// The canonical text of these passages.
#[must_use]
pub fn canonical(passages: &[Passage<'_>]) -> String {
    passages.iter().map(Passage::canonical).collect()
}

/// Where `passages` differ from the text as approved, in order.
#[must_use]
pub fn changes(approved: &str, passages: &[Passage<'_>]) -> Vec<Change> {
    let now = canonical(passages);
    if now == approved {
        return Vec::new();
    }
    let old: Vec<&str> = approved.lines().collect();
    let new: Vec<&str> = now.lines().collect();
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    let mut changes = Vec::new();
    for op in ops.iter().filter(|op| !matches!(op, DiffOp::Equal { .. })) {
        let (before, after) = (op.old_range(), op.new_range());
        for step in 0..before.len().max(after.len()) {
            let line = |lines: &[&str], range: &std::ops::Range<usize>| {
                lines
                    .get(range.start + step)
                    .filter(|_| step < range.len())
                    .map(|l| (*l).to_owned())
            };
            changes.push(Change {
                was: line(&old, &before),
                now: line(&new, &after),
                passage: (after.start + step).min(after.end),
            });
        }
    }
    changes
}

/// Words around what differs: up to this many stay on either side.
const AROUND: usize = 3;

/// The differing words of two lines with a few around them, «…» where words were left out.
#[must_use]
pub fn excerpts(was: &str, now: &str) -> (String, String) {
    let (old, new): (Vec<&str>, Vec<&str>) = (was.split(' ').collect(), now.split(' ').collect());
    let same =
        |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| pairs.take_while(|(a, b)| a == b).count();
    let head = same(&mut old.iter().zip(&new));
    let most = old.len().min(new.len()) - head;
    let tail = same(&mut old.iter().rev().zip(new.iter().rev())).min(most);
    let cut = |words: &[&str]| {
        let from = head.saturating_sub(AROUND);
        let to = (words.len() - tail + AROUND).min(words.len());
        let (before, after) =
            (if from > 0 { "… " } else { "" }, if to < words.len() { " …" } else { "" });
        format!("{before}{}{after}", words[from..to].join(" "))
    };
    (cut(&old), cut(&new))
}

#[cfg(test)]
mod tests {
    use super::excerpts;

    #[test]
    fn excerpts_show_what_differs() {
        let cut = |was, now| excerpts(was, now);
        let (was, now) = cut("1.1. а б в г д е ж з и", "1.1. а б в г Д е ж з и");
        assert_eq!((was.as_str(), now.as_str()), ("… б в г д е ж з …", "… б в г Д е ж з …"));
        assert_eq!(cut("а", "б"), ("а".to_owned(), "б".to_owned()));
        assert_eq!(cut("а а", "а а а"), ("а а".to_owned(), "а а а".to_owned()));
        assert_eq!(cut("а", "а"), ("а".to_owned(), "а".to_owned()));
    }
}
