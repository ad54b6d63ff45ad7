//! Data: editions as passages with literal numbers and a hash of each, the journal, the status of
//! all schools, the hashes by which files are checked.

pub mod proofs;
pub mod status;

use serde::Serialize;

use crate::model::passages::{Passage, PassageKind, passages, sha256};
use crate::model::regulation::{Edition, Erratum, Regulation};
use crate::outputs::Artifact;
use crate::outputs::addresses;
use crate::outputs::context::SchoolContext;

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
    /// Address of the unchanging page; a node's own is this with `#` and its id.
    address: String,
    /// SHA-256 of the canonical text, hexadecimal.
    sha256: String,
    nodes: Vec<NodeData<'a>>,
    footnotes: Vec<FootnoteData<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errata: Vec<ErratumData<'a>>,
}

/// A node; `parent` is the id of the node around it.
#[derive(Serialize)]
struct NodeData<'a> {
    id: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'a str>,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<&'a str>,
    /// SHA-256 of the canonical line, hexadecimal.
    sha256: String,
}

/// A footnote.
#[derive(Serialize)]
struct FootnoteData<'a> {
    label: &'a str,
    text: &'a str,
    sha256: String,
}

/// A mistake of writing that was put right.
#[derive(Serialize)]
struct ErratumData<'a> {
    date: String,
    at: &'a str,
    was: &'a str,
    now: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
}

/// The data files of all editions of the school, and its journal with its time stamps as they are.
///
/// # Errors
/// Never in practice: the data are strings; an error of the serialiser is passed on.
pub fn editions(ctx: &SchoolContext<'_>) -> Result<Vec<Artifact>, serde_json::Error> {
    let mut files = Vec::new();
    for regulation in &ctx.school.regulations {
        for edition in &regulation.editions {
            let path = ctx.addresses.edition_data(&regulation.id, edition.approval.date);
            let passages = passages(&edition.text);
            let mut bytes = serde_json::to_vec(&data(ctx, regulation, edition, &passages))?;
            bytes.push(b'\n');
            files.push(Artifact::new(path, bytes));
        }
    }
    for token in &ctx.school.tokens {
        let path = addresses::token(&ctx.addresses.journal(), token.count);
        files.push(Artifact::new(path, token.bytes.as_slice()));
    }
    Ok(files)
}

/// The publication journal byte by byte; `None` if there are no entries.
#[must_use]
pub fn journal(ctx: &SchoolContext<'_>) -> Option<Artifact> {
    let bytes = ctx.school.journal.bytes();
    (!bytes.is_empty()).then(|| Artifact::new(ctx.addresses.journal(), bytes))
}

fn data<'a>(
    ctx: &'a SchoolContext<'_>,
    regulation: &'a Regulation,
    edition: &'a Edition,
    passages: &'a [Passage<'a>],
) -> EditionData<'a> {
    let page = ctx.addresses.edition(&regulation.id, edition.approval.date);
    let (notes, nodes): (Vec<_>, Vec<_>) =
        passages.iter().partition(|passage| passage.kind == PassageKind::Footnote);
    let footnote = |note: &'a Passage<'a>| FootnoteData {
        label: note.number.unwrap_or_default(),
        text: &note.words,
        sha256: note.sha256(),
    };
    EditionData {
        format: "reglament-edition/1",
        school: &ctx.school.id,
        regulation: &regulation.id,
        title: &edition.title,
        approved: edition.approval.date.to_string(),
        order: edition.approval.order.as_deref(),
        in_force: edition.in_force.to_string(),
        valid_until: edition.valid_until.map(|date| date.to_string()),
        address: ctx.addresses.absolute(&page),
        sha256: sha256(passages),
        nodes: nodes.into_iter().map(|node| node_data(node, passages)).collect(),
        footnotes: notes.into_iter().map(footnote).collect(),
        errata: edition.errata.iter().map(erratum).collect(),
    }
}

fn node_data<'a>(node: &'a Passage<'a>, all: &'a [Passage<'a>]) -> NodeData<'a> {
    NodeData {
        id: node.anchor,
        kind: node.kind.id(),
        number: node.number,
        text: &node.words,
        parent: node.parent.map(|parent| all[parent].anchor),
        sha256: node.sha256(),
    }
}

fn erratum(erratum: &Erratum) -> ErratumData<'_> {
    ErratumData {
        date: erratum.date.to_string(),
        at: &erratum.at,
        was: &erratum.was,
        now: &erratum.now,
        reason: erratum.reason.as_deref(),
    }
}
