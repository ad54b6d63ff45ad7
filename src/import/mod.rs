//! From a school's own file (.docx, .odt, .html, .txt, .pdf) to an edition of its regulation.
//!
//! `read` makes an [`Extract`] of the file's bytes, without understanding it;
//! what follows repairs the damage of extraction, finds sections, clauses and items, writes
//! Markdown and accounts for every word of the file.

pub mod document;
mod front;
mod ledger;
mod lines;
mod mark;
mod proof;
pub mod read;
mod repair;
pub mod report;
mod structure;
mod text;
pub mod timetable;
mod width;
mod write;

use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use document::Extract;
pub use front::Given;
use ledger::Ledger;
use report::Report;

/// Most paragraphs or lines of a file: an act of 1,000 pages has half of them.
const LONGEST: usize = 100_000;

/// An act as it was imported.
#[derive(Debug)]
pub struct Imported {
    /// The edition's file: front matter and Markdown.
    pub text: String,
    /// Title of the act.
    pub title: String,
    /// Date of approval; `None`: the act is a draft.
    pub date: Option<jiff::civil::Date>,
    /// What became of every word.
    pub report: Report,
    /// What a person should look at; an error if a word is not accounted for.
    pub found: Diagnostics,
}

/// Makes an edition of what a reader found. `path` is that of the edition's file, for places. Words
/// that are not accounted for and a title that nobody gives are findings of level error.
#[must_use]
pub fn edition(extract: &Extract, given: &Given, path: &str) -> Imported {
    if extract.blocks.len() > LONGEST {
        let long = Diagnostic::error("import-too-long", Place::file(path));
        return refused(long.with("most", LONGEST), given);
    }
    let says = |part: &String| part.contains(char::is_alphanumeric);
    if !extract.inventory.is_empty() && !extract.inventory.iter().any(says) {
        return refused(Diagnostic::error("import-empty", Place::file(path)), given);
    }
    let mut ledger = Ledger::default();
    let mut sheet = lines::sheet(extract, &mut ledger);
    ledger.repairs.extend(extract.repairs.iter().cloned());
    repair::lines(&mut sheet, extract.flow, &mut ledger);
    let mut head = front::Head::default();
    front::stamps(&mut sheet, &mut head, &mut ledger);
    repair::paragraphs(&mut sheet, extract.flow, &mut ledger);
    front::title(&mut sheet, &mut head, &mut ledger);
    let units = std::mem::take(&mut sheet.units);
    let blocks = structure::blocks(units, extract.flow, &mut ledger);
    let act = write::Act { blocks, notes: sheet.notes };
    write::write(&mut head, &act, given, (extract, ledger, path))
}

/// What is said of a file that is no act.
fn refused(why: Diagnostic, given: &Given) -> Imported {
    let mut found = Diagnostics::default();
    found.push(why);
    let title = given.title.clone().unwrap_or_default();
    Imported { text: String::new(), title, date: None, report: Report::default(), found }
}
