//! The files of the site as a whole, made when one of them is asked for.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};

use super::snapshot::{Base, Bytes, Kept, Snapshot, files};
use crate::checks::Purpose;
use crate::diagnostics::Diagnostics;
use crate::outputs::print::{Planned, Printed, sheets};
use crate::outputs::{SchoolContext, SchoolSummary, outline};
use crate::pipeline::{Judged, Site};
use crate::publish::manifest::{self, Entry};

/// Folder of the page on which files are compared with the site.
const VERIFY: &str = "verify/";

impl Snapshot {
    /// Whether the file at `path` takes all acts, or all files.
    #[must_use]
    pub fn takes_long(&self, path: &str) -> bool {
        path == manifest::NAME || self.request.print && path.starts_with(VERIFY)
    }

    /// A file of the site as a whole. The lists of hashes and the manifest take all acts, or all
    /// files: they are made with the first that is asked for, and take as long as a build.
    pub(super) fn of_site(&self, path: &str) -> Result<Option<Bytes>, Diagnostics> {
        let (Some(base), Some(dress)) = (&self.base, &self.dress) else { return Ok(None) };
        if path == manifest::NAME {
            return self.manifest().map(Some);
        }
        let whole = |summaries: &[SchoolSummary]| {
            let today = self.request.clock.today(&TimeZone::UTC);
            let made = dress.renderer.site(&base.shared.site, &base.catalogue, summaries, today);
            made.map(files)
        };
        let made = if self.request.print && path.starts_with(VERIFY) {
            self.proven.get_or_init(|| {
                let mut made = whole(&self.proven_summaries(base)?)?;
                made.retain(|path, _| path.starts_with(VERIFY));
                Ok(made)
            })
        } else {
            self.whole.get_or_init(|| {
                let all = self.schools.values().map(|kept| kept.summary.clone());
                let mut made = whole(&all.collect::<Vec<_>>())?;
                made.retain(|path, _| !self.request.print || !path.starts_with(VERIFY));
                Ok(made)
            })
        };
        let found = made.as_ref().map_err(Clone::clone)?;
        Ok(found.get(path).cloned().flatten())
    }

    /// The summaries of all schools with the hashes of their acts and receipts.
    fn proven_summaries(&self, base: &Arc<Base>) -> Result<Vec<SchoolSummary>, Diagnostics> {
        let made = self.each_kept(base, |kept| self.proven_summary(kept));
        made.into_iter().map(|made| made.map(Arc::unwrap_or_clone)).collect()
    }

    fn proven_summary(&self, kept: &Kept) -> Result<Arc<SchoolSummary>, Diagnostics> {
        let key = self.proof_key(kept);
        if let Some(summary) = self.made.proven.get(&key) {
            return Ok(summary);
        }
        let proven = self.with_school(kept, |ctx, judged| self.prove(ctx, judged));
        let proven = proven.transpose()?.map(|summary| summary.proven).unwrap_or_default();
        let bytes = 100 * proven.iter().map(|edition| edition.proofs.len() + 4).sum::<usize>();
        let summary = SchoolSummary { proven, ..kept.summary.clone() };
        Ok(self.made.proven.put(key, bytes, summary))
    }

    /// The summary of a school all of whose acts and receipts are made for it.
    fn prove(
        &self,
        ctx: &SchoolContext<'_>,
        judged: &Judged<'_>,
    ) -> Result<SchoolSummary, Diagnostics> {
        let mut printed = Printed::default();
        for sheet in sheets(ctx).into_iter().filter(Planned::proves) {
            printed.files.extend(self.set(ctx, sheet)?.iter().cloned());
        }
        Ok(outline(ctx, judged.stamps, self.request.clock.now(), printed)?.summary)
    }

    /// The list of all files with their hashes.
    fn manifest(&self) -> Result<Bytes, Diagnostics> {
        let Some(base) = &self.base else { return Ok(Bytes::default()) };
        let entries = Mutex::new(BTreeMap::new());
        let add = |path: &str| {
            if let Some(bytes) = self.file(path)? {
                let entry =
                    Entry { size: bytes.len() as u64, sha256: Sha256::digest(&bytes).into() };
                let mut entries = entries.lock().unwrap_or_else(PoisonError::into_inner);
                entries.insert(path.to_owned(), entry);
            }
            Ok(())
        };
        let of_school = |kept: &Kept| self.pages(kept)?.keys().try_for_each(|path| add(path));
        self.each_kept(base, of_school).into_iter().collect::<Result<(), Diagnostics>>()?;
        for path in self.paths_of_site()? {
            add(&path)?;
        }
        let entries = entries.into_inner().unwrap_or_else(PoisonError::into_inner);
        // Strings and numbers only: this does not fail.
        Ok(Bytes::from(manifest::to_json(&entries).unwrap_or_default()))
    }

    /// Paths of the files that belong to no school.
    fn paths_of_site(&self) -> Result<Vec<String>, Diagnostics> {
        for one in ["index.html", "verify/index.html"] {
            self.of_site(one)?;
        }
        let made = [&self.whole, &self.proven].into_iter().filter_map(|made| made.get());
        Ok(made.flatten().flat_map(|made| made.keys().cloned()).collect())
    }

    /// Calls `work` for each school, on all cores; results are in the order of the schools.
    fn each_kept<T: Send>(
        &self,
        base: &Arc<Base>,
        work: impl Fn(&Kept) -> Result<T, Diagnostics> + Sync,
    ) -> Vec<Result<T, Diagnostics>> {
        let site = Site {
            request: &self.request,
            purpose: Purpose::Build,
            workspace: self.workspace.clone(),
            shared: Arc::clone(&base.shared),
            schools: self.schools.keys().cloned().collect(),
        };
        let one = |id: &String| self.schools.get(id).map(|kept| work(kept));
        site.each_school(&|_, _| (), one).into_iter().flatten().collect()
    }
}
