//! The journals on the site, against ours.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{Posting, PostingError};
use crate::checks::Purpose;
use crate::diagnostics::Diagnostics;
use crate::model::journal::{self, Journal};
use crate::outputs::addresses;
use crate::pipeline::Site;
use crate::publish::{self, manifest};
use crate::source::{self, Workspace};
use crate::verify::{Trouble, is_page};

/// The files of the site by its manifest; `None` if it has none that can be read.
type Files = Option<BTreeMap<String, manifest::Entry>>;

/// Holds the journal of every school against the one on the site; with `carry` takes over what
/// the site has and we do not, entries and time stamps.
///
/// Each journal is asked for at its own address: a manifest that was damaged hides none.
///
/// # Errors
/// If the site cannot be asked, has no journal although it should, has one that ours does not
/// continue, or one that no school of ours would publish again.
pub(super) fn compare(posting: &Posting<'_>) -> Result<(), PostingError> {
    let (site, found) = Site::open(&posting.request, Purpose::Build)?;
    if found.has_errors() {
        return Err(PostingError::Found(found));
    }
    let files = match posting.site.get(manifest::NAME, None) {
        Ok(got) => manifest::entries(&got.bytes),
        Err(Trouble::Missing) => None,
        Err(trouble) => return Err(PostingError::Unreachable(trouble)),
    };
    let ids = site.schools.iter();
    let schools: BTreeMap<String, &str> =
        ids.map(|id| (addresses::journal(&site.shared.site, id), id.as_str())).collect();
    let compared = Compared { posting, workspace: &site.workspace, files, schools };
    compared.refuse_left()?;
    let mut none = true;
    for (path, id) in &compared.schools {
        none &= !compared.school(path, id)?;
    }
    if none && posting.carry && !posting.first {
        return Err(PostingError::NoJournal);
    }
    if posting.carry { compared.carry_tokens() } else { Ok(()) }
}

/// The site and the workspace side by side.
struct Compared<'a> {
    posting: &'a Posting<'a>,
    workspace: &'a Workspace,
    files: Files,
    /// Ids of our schools by the path of their journal on the site.
    schools: BTreeMap<String, &'a str>,
}

impl Compared<'_> {
    /// Refuses journals on the site that would vanish, since no school publishes there. One that
    /// a journal of ours continues has only moved.
    fn refuse_left(&self) -> Result<(), PostingError> {
        let paths = self.files.iter().flat_map(BTreeMap::keys);
        let mut left: Vec<&String> = paths.filter(|path| addresses::is_journal(path)).collect();
        left.retain(|path| !self.schools.contains_key(*path));
        if left.is_empty() {
            return Ok(());
        }
        let ours = self.schools.values().map(|id| self.ours(id));
        let ours = ours.collect::<Result<Vec<_>, _>>()?;
        let mut lost = Vec::new();
        for path in left {
            let published = self.fetched(path, path)?;
            let moved = |published: &Journal| ours.iter().any(|o| o.continues(published).is_ok());
            if !published.is_none_or(|published| moved(&published)) {
                lost.push(path.clone());
            }
        }
        if lost.is_empty() { Ok(()) } else { Err(PostingError::Left(lost)) }
    }

    /// Compares one school; whether the site has a journal of it.
    fn school(&self, path: &str, id: &str) -> Result<bool, PostingError> {
        let ours = self.ours(id)?;
        let Some(published) = self.fetched(path, id)? else {
            if self.names(path) && ours.entries().is_empty() {
                return Err(PostingError::Lost(path.to_owned()));
            }
            return Ok(false);
        };
        match ours.continues(&published) {
            Ok(()) => Ok(true),
            // What the site has more is what a build elsewhere has entered.
            Err(_) if self.posting.carry && published.continues(&ours).is_ok() => {
                let file = self.workspace.path(&source::journal(id));
                publish::replace(&file, published.bytes())?;
                Ok(true)
            }
            Err(diverged) => Err(PostingError::Diverged(id.to_owned(), diverged)),
        }
    }

    /// Our journal.
    fn ours(&self, id: &str) -> Result<Journal, PostingError> {
        let mut found = Diagnostics::default();
        let bytes = source::read_journal(self.workspace, id, &mut found);
        let journal = journal::parse(&source::journal(id), &bytes, &mut found);
        if found.has_errors() { Err(PostingError::Found(found)) } else { Ok(journal) }
    }

    /// The journal at `path` of the site, called `name` where it is damaged; `None` if it has
    /// none. A host that answers wrong addresses with a page says so only by its manifest.
    fn fetched(&self, path: &str, name: &str) -> Result<Option<Journal>, PostingError> {
        let got = match self.posting.site.get(path, None) {
            Ok(got) => got,
            Err(Trouble::Missing) => return Ok(None),
            Err(trouble) => return Err(PostingError::Unreachable(trouble)),
        };
        if is_page(&got.bytes) {
            let none = self.posting.first || self.files.is_some() && !self.names(path);
            return if none { Ok(None) } else { Err(PostingError::Page(path.to_owned())) };
        }
        let mut found = Diagnostics::default();
        let journal = journal::parse(path, &got.bytes, &mut found);
        if found.has_errors() {
            return Err(PostingError::Broken(name.to_owned(), found));
        }
        Ok(Some(journal))
    }

    /// Whether the site's manifest names this file.
    fn names(&self, path: &str) -> bool {
        self.files.as_ref().is_some_and(|files| files.contains_key(path))
    }

    /// Takes over the time stamps that we do not have. One that is not the file of the manifest
    /// is left: a new one can be asked for.
    fn carry_tokens(&self) -> Result<(), PostingError> {
        for (path, entry) in self.files.iter().flatten() {
            let Some((journal, count)) = addresses::stamped(path) else { continue };
            let Some(id) = self.schools.get(&journal) else { continue };
            let file = source::token(id, count);
            if self.workspace.exists(&file) {
                continue;
            }
            match self.posting.site.get(path, Some(entry.size)) {
                Ok(got) if Sha256::digest(&got.bytes)[..] == entry.sha256 => {
                    publish::create(&self.workspace.path(&file), got.bytes)?;
                }
                Ok(_) | Err(Trouble::Missing) => {}
                Err(trouble) => return Err(PostingError::Unreachable(trouble)),
            }
        }
        Ok(())
    }
}
