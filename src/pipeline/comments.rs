//! Files that are written for people, with comments in their language.
//!
//! Their comments and messages are keys of a catalogue: with the prefix `ci-`, a comment
//! `# @ci-key` becomes the lines of that text, `@ci-key@` the text itself.

use crate::language::Catalogue;
use crate::language::lines::wrap;

/// Most columns of a comment.
const WIDEST: usize = 96;

/// `text` with its comments and messages in the language of the catalogue; their keys begin with
/// `prefix`.
pub(super) fn localised(text: &str, prefix: &str, catalogue: &Catalogue) -> String {
    let mut out = String::new();
    let begin = format!("@{prefix}");
    for line in text.lines() {
        match line.split_once(&begin) {
            Some((mark, key)) if matches!(mark.trim(), "#" | "//") => {
                let width = WIDEST.saturating_sub(mark.len());
                for text in wrap(catalogue.text(&format!("{prefix}{key}")), width).lines() {
                    out.push_str(format!("{mark}{text}").trim_end());
                    out.push('\n');
                }
            }
            Some((before, rest)) => {
                let (key, after) = rest.split_once('@').unwrap_or((rest, ""));
                let key = format!("{prefix}{key}");
                out.push_str(&format!("{before}{}{after}\n", catalogue.text(&key)));
            }
            None => {
                out.push_str(line);
                out.push('\n');
            }
        }
    }
    out
}
