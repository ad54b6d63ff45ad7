//! Stage 5, verify: whether what visitors get is what was built.
//!
//! 1. [`site::Site`] is the published site: a folder, or an address that [`web`] asks over HTTP;
//! 2. [`Reference`] is what should be there: a manifest, and the built folder where there is one;
//! 3. [`verify()`] asks for every file and gives a [`Verdict`] on each, and on every edition.
//!
//! Nothing here writes. The network is reached only by [`web`], and only for the command that
//! was given an address.

mod edition;
pub mod json;
mod judge;
pub mod plain;
mod reference;
pub mod site;
pub mod text;
pub mod verdict;
pub mod web;

use std::sync::atomic::{AtomicUsize, Ordering};

pub use edition::EditionVerdict;
pub use judge::is_page;
pub use reference::{Reference, ReferenceError};
pub use site::{Got, Site, Trouble};
pub use verdict::{Verdict, Weight};

/// Requests that are under way at a time: a school's host is not to be pressed harder.
const AT_ONCE: usize = 6;

/// An address under the site at which nothing is, to see how the host says so.
const NOWHERE: &str = "no-such-page-of-reglament/index.html";

/// What was found at the published site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Each file of the reference with its verdict, by path.
    pub files: Vec<(String, Verdict)>,
    /// Each edition, in the order of their paths.
    pub editions: Vec<EditionVerdict>,
}

impl Report {
    /// How many files have a verdict of this weight.
    #[must_use]
    pub fn count(&self, weight: Weight) -> usize {
        self.files.iter().filter(|(_, verdict)| verdict.weight() == weight).count()
    }

    /// Whether everything is there, as far as visitors are concerned.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.count(Weight::Wrong) == 0
    }
}

/// Asks `site` for every file of `reference`; `progress` is told of each.
pub fn verify(
    site: &Site,
    reference: &Reference,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Report {
    let paths: Vec<&str> = reference.paths().collect();
    // A host may answer a wrong address with a page instead of the status 404. One that cannot
    // be reached is not asked for every file.
    let lost = match site.get(NOWHERE, None) {
        Ok(got) => Some(got.bytes),
        Err(trouble @ (Trouble::Connection(_) | Trouble::Timeout)) => {
            return unreached(&paths, &trouble);
        }
        Err(_) => None,
    };
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let worker = || {
        let mut results = Vec::new();
        while let Some((index, path)) = nth(&paths, &next) {
            let got = site.get(path, reference.size(path));
            let verdict = judge::judge(reference, path, &got, lost.as_deref());
            // Only the data of editions are needed again: memory stays small.
            let data = got.ok().filter(|_| edition::is_data(path)).map(|got| got.bytes);
            results.push(Asked { index, verdict, data });
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, paths.len());
        }
        results
    };
    let threads = if site.is_remote() { AT_ONCE } else { 1 };
    let mut results = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(worker)).collect();
        let mut results = worker();
        for other in others {
            match other.join() {
                Ok(more) => results.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        results
    });
    results.sort_unstable_by_key(|asked| asked.index);
    let again = |path: &str| (!reference.has_files()).then(|| site.get(path, reference.size(path)));
    let editions = edition::editions(&paths, &mut results, &again);
    let verdicts = results.into_iter().map(|asked| asked.verdict);
    let files = paths.iter().map(|path| (*path).to_owned()).zip(verdicts);
    Report { files: files.collect(), editions }
}

/// The report on a host that cannot be reached.
fn unreached(paths: &[&str], trouble: &Trouble) -> Report {
    let files = paths.iter().map(|path| ((*path).to_owned(), Verdict::Unknown(trouble.clone())));
    Report { files: files.collect(), editions: Vec::new() }
}

fn nth<'p>(paths: &[&'p str], next: &AtomicUsize) -> Option<(usize, &'p str)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    paths.get(index).map(|path| (index, *path))
}

/// A file that was asked for.
struct Asked {
    /// Its index among the paths.
    index: usize,
    verdict: Verdict,
    /// Its content, if it is the data of an edition.
    data: Option<Vec<u8>>,
}
