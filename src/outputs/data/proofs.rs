//! The hashes by which the page «проверить» knows editions, as scripts: a page opened from a disk
//! may load a script, but may not read a file. Many are parted by the first digit of the hash, so
//! that a region's page loads a sixteenth of them.

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::model::passages::{hex, passages, sha256};
use crate::model::regulation::Regulation;
use crate::outputs::Artifact;
use crate::outputs::addresses::proofs;
use crate::outputs::context::{
    PortalContext, Proof, ProofKind, ProvenEdition, SchoolContext, SchoolSummary,
};

/// What a script holds.
#[derive(Serialize, Default)]
struct Shard<'a> {
    /// Hash, kind, date of a posted file or empty, index of the edition.
    files: Vec<(&'a str, &'static str, String, usize)>,
    editions: Vec<EditionLine<'a>>,
}

/// An edition as the page shows it.
#[derive(Serialize)]
struct EditionLine<'a> {
    school: &'a str,
    zone: &'a str,
    title: &'a str,
    approved: String,
    from: String,
    to: String,
    page: &'a str,
}

/// Every edition of the school with what proves it; `files` are those made of the school.
#[must_use]
pub fn proven(ctx: &SchoolContext<'_>, files: &[Artifact]) -> Vec<ProvenEdition> {
    let acts = ctx.school.regulations.iter();
    let editions = acts.flat_map(|act| (0..act.editions.len()).map(move |index| (act, index)));
    editions.map(|(act, index)| edition(ctx, files, act, index)).collect()
}

fn edition(
    ctx: &SchoolContext<'_>,
    files: &[Artifact],
    act: &Regulation,
    index: usize,
) -> ProvenEdition {
    let edition = &act.editions[index];
    let (approved, addresses) = (edition.approval.date, &ctx.addresses);
    let mut proofs =
        vec![Proof { sha256: sha256(&passages(&edition.text)), kind: ProofKind::Text }];
    for (kind, path) in [
        (ProofKind::Act, addresses.act(&act.id, approved)),
        (ProofKind::Data, addresses.edition_data(&act.id, approved)),
        (ProofKind::Receipt, addresses.receipt(&act.id, approved)),
    ] {
        if let Some(file) = files.iter().find(|file| file.path == path) {
            proofs.push(Proof { sha256: hex(&Sha256::digest(&file.bytes)), kind });
        }
    }
    for entry in ctx.school.journal.of(&act.id, approved) {
        let kind = ProofKind::Posted(entry.record.at.date());
        let is_page = |path: &str| path.rsplit_once('.').is_some_and(|(_, end)| end == "html");
        let files = entry.record.files.iter().filter(|file| !is_page(&file.path));
        let files = files.map(|file| &file.sha256);
        for sha256 in files.chain([&entry.record.text_sha256]) {
            if proofs.iter().all(|known| known.sha256 != *sha256) {
                proofs.push(Proof { sha256: sha256.clone(), kind });
            }
        }
    }
    ProvenEdition {
        title: edition.short_title.clone(),
        approved,
        in_force: edition.in_force,
        last_day: act.last_day(index),
        page: addresses.edition(&act.id, approved),
        proofs,
    }
}

/// The scripts: one, or one for each first digit of a hash, also where it is empty.
///
/// # Errors
/// Never in practice: strings and numbers; an error of the serialiser is passed on.
pub fn scripts(ctx: &PortalContext<'_>) -> Result<Vec<Artifact>, serde_json::Error> {
    let digits = "0123456789abcdef".chars().map(String::from);
    let all = if ctx.list_digits() == 0 { vec![String::new()] } else { digits.collect() };
    let mut shards: BTreeMap<String, Shard<'_>> =
        all.into_iter().map(|digits| (digits, Shard::default())).collect();
    for school in ctx.schools {
        for edition in &school.proven {
            add(&mut shards, school, edition);
        }
    }
    let script = |(digits, shard): (String, Shard<'_>)| {
        let data = serde_json::to_string(&shard)?;
        let text = format!("(globalThis.proofs ??= {{}})[\"{digits}\"] = {data};\n");
        Ok(Artifact::new(proofs(&digits), text))
    };
    shards.into_iter().map(script).collect()
}

fn add<'a>(
    shards: &mut BTreeMap<String, Shard<'a>>,
    school: &'a SchoolSummary,
    edition: &'a ProvenEdition,
) {
    for (digits, shard) in shards {
        let own = edition.proofs.iter().filter(|proof| proof.sha256.starts_with(digits.as_str()));
        let before = shard.files.len();
        shard.files.extend(own.map(|proof| {
            let (kind, date) = kind(proof.kind);
            (proof.sha256.as_str(), kind, date, shard.editions.len())
        }));
        if shard.files.len() > before {
            shard.editions.push(EditionLine {
                school: &school.short_name,
                zone: &school.status.zone,
                title: &edition.title,
                approved: edition.approved.to_string(),
                from: edition.in_force.to_string(),
                to: edition.last_day.map(|last| last.to_string()).unwrap_or_default(),
                page: &edition.page,
            });
        }
    }
}

fn kind(kind: ProofKind) -> (&'static str, String) {
    match kind {
        ProofKind::Text => ("text", String::new()),
        ProofKind::Act => ("pdf", String::new()),
        ProofKind::Data => ("json", String::new()),
        ProofKind::Receipt => ("receipt", String::new()),
        ProofKind::Posted(date) => ("posted", date.to_string()),
    }
}
