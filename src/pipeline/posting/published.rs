//! The journals on the site, against ours.

use super::{Posting, PostingError};
use crate::checks::Purpose;
use crate::diagnostics::Diagnostics;
use crate::model::journal::{self, Journal};
use crate::outputs::addresses;
use crate::pipeline::Site;
use crate::publish::{self, manifest};
use crate::source::{self, Workspace};
use crate::verify::{Site as Published, Trouble};

/// Holds the journal of every school against the one on the site; with `carry` takes over what
/// the site has and we do not, entries and time stamps.
///
/// # Errors
/// If the site cannot be asked, has no journal although it should, or has one that ours does not
/// continue.
pub(super) fn compare(posting: &Posting<'_>) -> Result<(), PostingError> {
    let (site, found) = Site::open(&posting.request, Purpose::Build)?;
    if found.has_errors() {
        return Err(PostingError::Found(found));
    }
    let known = match posting.site.get(manifest::NAME, None) {
        Ok(got) => manifest::entries(&got.bytes),
        // What answers a wrong address with a page has no manifest.
        Err(Trouble::Missing) => None,
        Err(trouble) => return Err(PostingError::Unreachable(trouble)),
    };
    let journals = known.iter().flat_map(std::collections::BTreeMap::keys);
    let none = !journals.into_iter().any(|path| path.ends_with(addresses::JOURNAL));
    if none && posting.carry && !posting.first {
        return Err(PostingError::NoJournal);
    }
    for id in &site.schools {
        let path = addresses::journal(&site.shared.site, id);
        if known.as_ref().is_some_and(|known| known.contains_key(&path)) {
            school(posting, &site.workspace, (id, &path))?;
        }
        let paths = known.iter().flat_map(std::collections::BTreeMap::keys);
        for (path, count) in paths.filter_map(|known| Some((known, token(known, &path)?))) {
            let file = site.workspace.path(&source::token(id, count));
            if posting.carry && !file.exists() {
                let got = posting.site.get(path, None).map_err(PostingError::Unreachable)?;
                publish::create(&file, got.bytes)?;
            }
        }
    }
    Ok(())
}

/// Of how many entries of the published `journal` the file at `path` is a time stamp.
fn token(path: &str, journal: &str) -> Option<u64> {
    let count = source::token_count(path.rsplit('/').next()?)?;
    (addresses::token(journal, count) == path).then_some(count)
}

fn school(
    posting: &Posting<'_>,
    workspace: &Workspace,
    (id, path): (&str, &str),
) -> Result<(), PostingError> {
    let published = fetched(&posting.site, path, id)?;
    let file = source::journal(id);
    let mut found = Diagnostics::default();
    let ours = source::read_journal(workspace, id, &mut found);
    let ours = journal::parse(&file, &ours, &mut found);
    if found.has_errors() {
        return Err(PostingError::Found(found));
    }
    match ours.continues(&published) {
        Ok(()) => Ok(()),
        // What the site has more is what a build elsewhere has entered.
        Err(_) if posting.carry && published.continues(&ours).is_ok() => {
            Ok(publish::replace(&workspace.path(&file), published.bytes())?)
        }
        Err(diverged) => Err(PostingError::Diverged(id.to_owned(), diverged)),
    }
}

/// The journal on the site.
fn fetched(site: &Published, path: &str, id: &str) -> Result<Journal, PostingError> {
    let got = site.get(path, None).map_err(PostingError::Unreachable)?;
    let mut found = Diagnostics::default();
    let journal = journal::parse(path, &got.bytes, &mut found);
    if found.has_errors() {
        return Err(PostingError::Broken(id.to_owned(), found));
    }
    Ok(journal)
}
