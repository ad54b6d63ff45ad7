//! What comes in from other programs' files.

mod cli;
mod damage;
mod documents;
mod docx;
mod edition;
mod hostile;
mod html;
mod pdf;
mod seeds;
mod shown;
mod text;

use std::path::{Path, PathBuf};
use std::process::Command;

use reglament::import::document::{Block, Extract};

use crate::workspace::{project, skipped};

/// The interpreter with packages that write documents; `None` if it is not installed.
#[expect(clippy::disallowed_methods, reason = "where the packages were installed")]
fn python() -> Option<PathBuf> {
    let home = std::env::var_os("ICS_CHECK_HOME").map(PathBuf::from);
    let home =
        home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache/ics_check")));
    home.map(|home| home.join("venv/bin/python")).filter(|python| python.exists())
}

/// Runs `tests/tools/<script>` to write files into `folder`; says so if it cannot.
fn generate(script: &str, folder: &Path) -> bool {
    let path = project().join("tests/tools").join(script);
    let run = python().map(|python| Command::new(python).arg("-B").arg(path).arg(folder).output());
    let Some(Ok(output)) = run else {
        skipped(&format!("{script}: tests/tools/install was not run"));
        return false;
    };
    let errors = String::from_utf8_lossy(&output.stderr);
    if errors.contains("ModuleNotFoundError") {
        skipped(&format!("{script}: tests/tools/install was not run anew"));
        return false;
    }
    assert!(output.status.success(), "{errors}");
    true
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
    let inventory: Vec<&str> = extract.inventory.iter().map(|part| part.text.as_str()).collect();
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
