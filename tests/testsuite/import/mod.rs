//! What comes in from other programs' files.

mod cli;
mod damage;
mod documents;
mod docx;
mod edition;
mod front;
mod hostile;
mod html;
mod office;
mod pdf;
mod saved;
mod seeds;
mod shown;
mod text;

use std::path::Path;

use reglament::import::document::{Block, Extract};

use crate::workspace;

/// Writes the documents of `tests/tools/make_docx.py` into `folder`; says so if it cannot.
fn generate(folder: &Path) -> bool {
    workspace::generate("make_docx.py", "docx, odf", folder)
}

/// The words of an extract without marks of notes, and those of its inventory.
fn words_of(extract: &Extract) -> (Vec<String>, Vec<String>) {
    let mut own = String::new();
    collect(&extract.blocks, &mut own);
    for paragraph in extract.notes.iter().flat_map(|note| &note.body) {
        own.push_str(&paragraph.text());
        own.push('\n');
    }
    for omission in &extract.omitted {
        own.push_str(&omission.text);
        own.push('\n');
    }
    let inventory: Vec<&str> = extract.inventory.iter().map(String::as_str).collect();
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
    (words(&own), words(&inventory.join("\n")))
}

fn collect(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                out.push_str(&paragraph.text());
                out.push('\n');
            }
            Block::Table(table) => {
                table.rows.iter().flatten().for_each(|cell| collect(&cell.blocks, out));
            }
            Block::PageBreak => {}
        }
    }
}
