//! An extract as lines of text, in the form that `tests/tools/make_docx.py` writes beside its
//! documents.

use reglament::import::document::{Align, Area, Block, Extract, Paragraph, Table};

/// The extract line by line: blocks, then notes.
pub(crate) fn shown(extract: &Extract) -> String {
    let mut out = Vec::new();
    blocks(&extract.blocks, &mut out);
    for note in &extract.notes {
        let body: Vec<_> = note.body.iter().map(text).collect();
        out.push(format!("note {} | {}", note.mark, body.join(" ¶ ")));
    }
    out.push(String::new());
    out.join("\n")
}

fn blocks(blocks: &[Block], out: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(own) => out.push(paragraph(own)),
            Block::Table(own) => table(own, out),
            Block::PageBreak => out.push("page".to_owned()),
        }
    }
}

fn table(table: &Table, out: &mut Vec<String>) {
    out.push(format!("table {}", table.heads));
    for row in &table.rows {
        out.push("row".to_owned());
        for cell in row {
            out.push(format!("cell {}x{}", cell.columns, cell.rows));
            blocks(&cell.blocks, out);
        }
    }
    out.push("end".to_owned());
}

fn paragraph(paragraph: &Paragraph) -> String {
    let area = match paragraph.area {
        Area::Body => "",
        Area::Box => "box ",
        Area::Header => "header ",
        Area::Footer => "footer ",
    };
    let align = match paragraph.align {
        Align::Left => 'l',
        Align::Center => 'c',
        Align::Right => 'r',
    };
    let (heading, depth) = (paragraph.heading.unwrap_or(0), paragraph.depth);
    let label = paragraph.label.as_deref().unwrap_or("-");
    format!("{area}p h{heading} d{depth} {align} {label} | {}", text(paragraph))
}

/// The text of a paragraph with marks of notes, links, line breaks and tabs made visible.
fn text(paragraph: &Paragraph) -> String {
    let spans = paragraph.spans.iter().map(|span| match (&span.note, &span.link) {
        (Some(_), _) => format!("[{}]", span.text),
        (None, Some(link)) => format!("{{{}|{link}}}", span.text),
        (None, None) => span.text.clone(),
    });
    spans.collect::<String>().replace('\n', "⏎").replace('\t', "→")
}

/// Adds all words of the extract that stand in the file: text, typed marks, what was left out.
pub(crate) fn plain(extract: &Extract, out: &mut String) {
    add_blocks(&extract.blocks, out);
    for note in &extract.notes {
        note.body.iter().for_each(|paragraph| add(paragraph, out));
    }
    for omission in &extract.omitted {
        *out += &omission.text;
        out.push('\n');
    }
}

fn add_blocks(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => add(paragraph, out),
            Block::Table(table) => {
                table.rows.iter().flatten().for_each(|cell| add_blocks(&cell.blocks, out));
            }
            Block::PageBreak => {}
        }
    }
}

fn add(paragraph: &Paragraph, out: &mut String) {
    *out += &paragraph.text();
    out.push('\n');
}
