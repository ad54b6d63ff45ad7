//! Editions as data: the tree with literal numbers and a hash of each clause.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::artifact::Artifact;
use super::context::SchoolContext;
use crate::model::regulation::{Edition, Regulation};
use crate::model::text::{Inline, Node, NodeKind, plain_text};

/// An edition as written to `<regulation>/<date>.json`.
#[derive(Serialize)]
struct EditionData<'a> {
    format: &'static str,
    school: &'a str,
    regulation: &'a str,
    title: &'a str,
    approved: String,
    order: Option<&'a str>,
    in_force: String,
    valid_until: Option<String>,
    /// SHA-256 of the words of all nodes and footnotes, hexadecimal.
    sha256: String,
    nodes: Vec<NodeData>,
    footnotes: Vec<FootnoteData<'a>>,
}

/// A node; `parent` is the id of the nearest node around it that has one.
#[derive(Serialize)]
struct NodeData {
    #[serde(skip_serializing_if = "String::is_empty")]
    id: String,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<String>,
    /// SHA-256 of number and text, hexadecimal.
    sha256: String,
}

/// A footnote.
#[derive(Serialize)]
struct FootnoteData<'a> {
    label: &'a str,
    text: String,
}

/// The data files of all editions of the school.
///
/// # Errors
/// Never in practice: the data are strings; an error of the serialiser is passed on.
pub fn editions(ctx: &SchoolContext<'_>) -> Result<Vec<Artifact>, serde_json::Error> {
    let mut files = Vec::new();
    for regulation in &ctx.school.regulations {
        for edition in &regulation.editions {
            let path = ctx.addresses.edition_data(&regulation.id, edition.approval.date);
            let mut bytes = serde_json::to_vec(&data(ctx, regulation, edition))?;
            bytes.push(b'\n');
            files.push(Artifact::new(path, bytes));
        }
    }
    Ok(files)
}

fn data<'a>(
    ctx: &'a SchoolContext<'_>,
    regulation: &'a Regulation,
    edition: &'a Edition,
) -> EditionData<'a> {
    let mut nodes = Vec::new();
    collect(&edition.text.nodes, None, &mut nodes);
    let footnotes = edition
        .text
        .footnotes
        .iter()
        .map(|note| FootnoteData { label: &note.label, text: words_of(&note.body) });
    let footnotes: Vec<_> = footnotes.collect();
    let mut whole = Sha256::new();
    for node in &nodes {
        whole.update(&node.sha256);
    }
    for note in &footnotes {
        whole.update(canonical(None, &note.text));
    }
    EditionData {
        format: "reglament-edition/1",
        school: &ctx.school.id,
        regulation: &regulation.id,
        title: &edition.title,
        approved: edition.approval.date.to_string(),
        order: edition.approval.order.as_deref(),
        in_force: edition.in_force.to_string(),
        valid_until: edition.valid_until.map(|date| date.to_string()),
        sha256: hex(&whole.finalize()),
        nodes,
        footnotes,
    }
}

fn collect(nodes: &[Node], parent: Option<&str>, out: &mut Vec<NodeData>) {
    for node in nodes {
        let (kind, text) = match &node.kind {
            NodeKind::Section(_) => ("section", node.words()),
            NodeKind::Clause => ("clause", node.words()),
            NodeKind::Item => ("item", node.words()),
            NodeKind::Paragraph => ("paragraph", node.words()),
            NodeKind::Note => ("note", String::new()),
            NodeKind::Table(table) => {
                let rows = std::iter::once(&table.head).chain(&table.rows);
                ("table", rows.map(|cells| row_text(cells)).collect::<Vec<_>>().join("\n"))
            }
            NodeKind::Rule => continue,
        };
        out.push(NodeData {
            id: node.anchor.clone(),
            kind,
            sha256: hex(&Sha256::digest(canonical(node.number.as_deref(), &text))),
            number: node.number.clone(),
            text,
            parent: parent.map(str::to_owned),
        });
        let inner = if node.anchor.is_empty() { parent } else { Some(node.anchor.as_str()) };
        collect(&node.children, inner, out);
    }
}

/// Cells of a row, separated by tabs.
fn row_text(cells: &[Vec<Inline>]) -> String {
    let mut out = String::new();
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            out.push('\t');
        }
        plain_text(cell, &mut out);
    }
    out
}

/// Number and words with single spaces: what hashes are made of.
fn canonical(number: Option<&str>, text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for word in number.into_iter().chain(text.split_whitespace()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out.push('\n');
    out
}

fn words_of(nodes: &[Node]) -> String {
    let mut parts = Vec::new();
    for node in nodes {
        parts.extend(node.number.clone());
        parts.push(node.words());
        parts.push(words_of(&node.children));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

/// Bytes as small hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        out.push(char::from(DIGITS[usize::from(byte >> 4)]));
        out.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    out
}
