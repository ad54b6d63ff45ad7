//! Looking at the disk: what was read, and what became of it.

use std::sync::Arc;
use std::time::Instant;

use sha2::{Digest, Sha256};

use super::snapshot::{Base, Dress, Kept, Snapshot};
use super::{Preview, Update};
use crate::checks::Purpose;
use crate::diagnostics::Diagnostics;
use crate::language::Catalogue;
use crate::model::passages::hex;
use crate::model::resolve;
use crate::outputs::print::first_for_stand;
use crate::outputs::{Rendered, outline};
use crate::pipeline::{Progress, Request, RunError, Site, chosen};
use crate::source::{self, Recording, Workspace};

/// The folder whose names are the ids of the schools.
const SCHOOLS: &str = "content/schools";

/// So many schools are rendered at once with being judged: somebody is at work on them.
const AT_WORK: usize = 4;

/// Files that were read, and what was wrong with them.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) recording: Recording,
    pub(super) found: Diagnostics,
}

/// What the site as a whole is.
pub(super) struct Opened {
    pub(super) base: Base,
    pub(super) schools: Vec<String>,
}

/// What changed of what all schools share.
pub(super) struct Seen {
    /// Whether all schools are to be judged anew.
    pub(super) anew: bool,
    /// Whether only schools came or went.
    pub(super) list_only: bool,
}

/// A school as it is now.
pub(super) struct Looked {
    recording: Arc<Recording>,
    pub(super) found: Diagnostics,
    /// As it was when it last had no errors.
    pub(super) kept: Option<Arc<Kept>>,
}

/// Reads and understands what all schools share.
///
/// # Errors
/// If a school that is asked for is unknown.
pub(super) fn site(
    workspace: &Workspace,
    request: &Request,
) -> Result<(Reading, Opened), RunError> {
    let workspace = workspace.recording();
    let mut found = Diagnostics::default();
    let sources = source::read_site(&workspace, &mut found);
    let schools = chosen(&sources, &request.schools)?;
    let shared = Arc::new(resolve::shared(&sources, &mut found));
    let recording = workspace.recorded();
    let catalogue = Catalogue::new(shared.site.language);
    let digest = digest(&recording.clone().without_folder(SCHOOLS), "");
    let base = Base { shared, catalogue, digest };
    Ok((Reading { recording, found }, Opened { base, schools }))
}

/// A hash of a recording and of what else decides.
fn digest(recording: &Recording, more: &str) -> String {
    let mut hash = Sha256::new();
    recording.each(|bytes| hash.update(bytes));
    hash.update(more);
    hex(&hash.finalize())
}

impl Preview {
    /// Looks at what all schools share; `None` if it is as it was. With errors everything stays as
    /// it was, but for the findings.
    pub(super) fn look_at_site(&mut self) -> Option<Seen> {
        let Ok((reading, opened)) = site(&self.workspace, &self.request) else {
            // A school that was asked for is gone for now.
            return None;
        };
        if reading.recording.same(&self.site.recording) {
            return None;
        }
        let anew = opened.base.digest != self.base.digest || !self.sound;
        let before = std::mem::replace(&mut self.site, reading);
        if self.site.found.has_errors() {
            return Some(Seen { anew: false, list_only: false });
        }
        self.listed = opened.schools;
        if anew {
            self.base = Arc::new(opened.base);
            self.sound = true;
        }
        Some(Seen { anew, list_only: !anew && !before.found.has_errors() })
    }

    /// Looks at the theme; whether it changed. One that fails with what is `shown` is not worn.
    pub(super) fn look_at_theme(&mut self, shown: &[String]) -> bool {
        let workspace = self.workspace.recording();
        let mut found = Diagnostics::default();
        let theme = source::read_theme(&workspace, &self.base.shared.site.theme, &mut found);
        let recording = workspace.recorded();
        let language = self.base.catalogue.language();
        let same = recording.same(&self.theme.recording)
            && self.snapshot.base.as_ref().is_some_and(|b| b.catalogue.language() == language);
        if same {
            return false;
        }
        if !found.has_errors() {
            match Dress::new(&theme, &self.base, self.request.print) {
                Ok(dress) => self.try_on(Arc::new(dress), shown, &mut found),
                Err(mistakes) => found.append(mistakes),
            }
        }
        self.theme = Reading { recording, found };
        self.untried = true;
        true
    }

    /// Wears `dress` unless something that is shown fails with it; without anything shown the
    /// pages of the first school are tried.
    fn try_on(&mut self, dress: Arc<Dress>, shown: &[String], found: &mut Diagnostics) {
        let Some(before) = self.dress.replace(dress) else { return };
        self.publish();
        let first = self.snapshot.schools.values().next();
        let home = first.map(|kept| kept.summary.home.clone());
        let tried = if shown.is_empty() { home.as_slice() } else { shown };
        let is_sheet = |path: &&String| self.snapshot.sheet_state(path).is_some();
        // One sheet tells much of the layouts, and takes as long as many pages.
        let (sheets, pages): (Vec<_>, Vec<_>) = tried.iter().partition(is_sheet);
        let tried = pages.into_iter().chain(sheets.into_iter().take(1));
        match self.tried(tried) {
            // One that was never tried to the end is nothing to go back to.
            Ok(()) => {
                self.former.get_or_insert(before);
            }
            Err(failed) => self.take_off(before, failed, found),
        }
    }

    /// What is wrong with the first of these files that cannot be made.
    fn tried<'p>(&self, paths: impl IntoIterator<Item = &'p String>) -> Result<(), Diagnostics> {
        paths.into_iter().try_for_each(|path| self.snapshot.file(path).map(|_| ()))
    }

    /// Wears what was worn `before`.
    fn take_off(&mut self, before: Arc<Dress>, failed: Diagnostics, found: &mut Diagnostics) {
        self.dress = Some(before);
        found.append(failed);
        self.publish();
    }

    /// Makes all sheets that are `shown`, or those of the first school, with a theme that is new;
    /// nothing if it was tried. If one fails, the theme before is worn again, and that is told.
    /// As soon as somebody is `wanted` for other work the rest is left for the next call.
    pub fn try_sheets(
        &mut self,
        shown: &[String],
        publish: &mut dyn FnMut(&Arc<Snapshot>),
        wanted: &mut dyn FnMut() -> bool,
    ) -> Option<Update> {
        if !self.untried {
            return None;
        }
        let begin = Instant::now();
        let mut failed = None;
        for path in self.sheets_to_try(shown) {
            if wanted() {
                return None;
            }
            failed = failed.or_else(|| self.snapshot.file(&path).err());
        }
        self.untried = false;
        let former = self.former.take();
        let failed = failed?;
        let mut found = std::mem::take(&mut self.theme.found);
        match former {
            Some(former) => self.take_off(former, failed, &mut found),
            None => found.append(failed),
        }
        self.theme.found = found;
        self.publish();
        publish(&self.snapshot);
        Some(Update { theme: true, took: begin.elapsed(), ..Update::default() })
    }

    fn sheets_to_try(&self, shown: &[String]) -> Vec<String> {
        if !shown.is_empty() {
            return shown.to_vec();
        }
        let first = self.snapshot.schools.values().next();
        let pages = first.and_then(|first| self.snapshot.pages(first).ok()).unwrap_or_default();
        let sheets = pages.iter().filter(|(_, made)| made.is_none());
        sheets.map(|(path, _)| path.clone()).collect()
    }

    /// Reads and judges schools, on all cores; the ids of those that are not as they were, or
    /// all of them if that is `forced`.
    pub(super) fn look_at(
        &mut self,
        ids: Vec<String>,
        forced: bool,
        progress: Progress<'_>,
    ) -> Vec<String> {
        let render = ids.len() <= AT_WORK && !forced;
        let site = Site {
            request: &self.request,
            purpose: Purpose::Build,
            workspace: self.workspace.clone(),
            shared: Arc::clone(&self.base.shared),
            schools: ids,
        };
        let one = |id: &String| Some((id.clone(), self.look(&site, id, forced, render)?));
        let looked: Vec<_> = site.each_school(progress, one).into_iter().flatten().collect();
        let ids = looked.iter().map(|(id, _)| id.clone()).collect();
        self.schools.extend(looked);
        ids
    }

    /// Reads and judges a school; `None` if it is as it was, unless that is `forced`.
    fn look(&self, site: &Site<'_>, id: &str, forced: bool, render: bool) -> Option<Looked> {
        let before = self.schools.get(id);
        let workspace = site.workspace.recording();
        let mut found = Diagnostics::default();
        let sources = source::read_school(&workspace, id, &mut found);
        let recording = workspace.recorded();
        if !forced && before.is_some_and(|before| before.recording.same(&recording)) {
            return None;
        }
        let now = self.request.clock.now();
        let dress = self.dress.as_ref().filter(|_| render);
        let made = site.understood(&sources, &mut found, |judged| {
            let ctx = site.context(&judged, &self.base.catalogue);
            let day = ctx.today.to_string();
            let made = match dress {
                Some(dress) => dress.renderer.pages(&ctx, judged.stamps, now),
                None => outline(&ctx, judged.stamps, now, first_for_stand(&ctx)),
            };
            made.map(|made| (made, day))
        });
        let recording = Arc::new(recording);
        let kept = match made {
            Some(Ok((made, day))) => Some(self.kept(&recording, made, &day, dress.is_some())),
            Some(Err(mistakes)) => {
                found.append(mistakes);
                None
            }
            None => None,
        };
        let kept = kept.or_else(|| before.and_then(|before| before.kept.clone()));
        Some(Looked { recording, found, kept })
    }

    /// A school without errors; what was made of it is kept, if it was `rendered`.
    fn kept(
        &self,
        recording: &Arc<Recording>,
        mut made: Rendered,
        day: &str,
        rendered: bool,
    ) -> Arc<Kept> {
        let digest = digest(recording, &format!("{day} {}", self.base.digest));
        let (recording, base) = (Arc::clone(recording), Arc::clone(&self.base));
        let files = std::mem::take(&mut made.files);
        let kept = Arc::new(Kept { recording, base, summary: made.summary.clone(), digest });
        if rendered {
            self.snapshot.keep(&kept, Some(Rendered { files, ..made }));
        }
        kept
    }
}
