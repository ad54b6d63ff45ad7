//! The site as the preview shows it: the last state of each school without errors, of which files
//! are made when they are asked for. It does not change, so that any number of threads may read it.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::cache::Cache;
use crate::checks::Purpose;
use crate::diagnostics::Diagnostics;
use crate::language::Catalogue;
use crate::model::passages::hex;
use crate::model::resolve::Shared;
use crate::outputs::print::{self, Planned};
use crate::outputs::{Artifact, Rendered, Renderer, SchoolContext, SchoolSummary};
use crate::pipeline::{Judged, Request, Site};
use crate::source::{Recording, Theme, Workspace};

use sha2::{Digest, Sha256};

/// Bytes of a file.
pub type Bytes = Arc<[u8]>;

/// Most bytes of pages and feeds that are kept: those of some fifty schools.
const PAGES: usize = 40 << 20;
/// Most bytes of sheets that are kept.
const SHEETS: usize = 48 << 20;

/// What schools share.
pub(super) struct Base {
    pub(super) shared: Arc<Shared>,
    pub(super) catalogue: Catalogue,
    /// Tells one state from another.
    pub(super) digest: String,
}

/// The theme, ready to render.
pub(super) struct Dress {
    pub(super) renderer: Renderer,
    /// Style sheet, scripts and fonts by path.
    assets: Files,
    /// Tells one state from another.
    digest: String,
    /// The same of layouts and fonts for print.
    print: String,
}

/// A school as it was when it last had no errors.
pub(super) struct Kept {
    pub(super) recording: Arc<Recording>,
    pub(super) base: Arc<Base>,
    /// With print, the proofs lack acts and receipts: see [`Made::proven`].
    pub(super) summary: SchoolSummary,
    /// Tells one state from another, that of [`Kept::base`] and the day included.
    pub(super) digest: String,
}

/// Files by path; of sheets there is `None`, they are made one by one.
pub(super) type Files = BTreeMap<String, Option<Bytes>>;

/// What several snapshots share, since most of a site stays as it is.
pub(super) struct Made {
    pages: Cache<Files>,
    sheets: Cache<Vec<Artifact>>,
    /// Proofs of a school's editions, which take all its acts.
    pub(super) proven: Cache<SchoolSummary>,
}

impl Default for Made {
    fn default() -> Self {
        let (pages, sheets) = (Cache::new(PAGES), Cache::new(SHEETS));
        Self { pages, sheets, proven: Cache::new(PAGES) }
    }
}

/// A state of the site.
pub struct Snapshot {
    pub(super) request: Request,
    pub(super) workspace: Workspace,
    /// `None` as long as what schools share never was without errors.
    pub(super) base: Option<Arc<Base>>,
    /// `None` as long as the theme never was.
    pub(super) dress: Option<Arc<Dress>>,
    pub(super) schools: BTreeMap<String, Arc<Kept>>,
    pub(super) found: Arc<Diagnostics>,
    pub(super) made: Arc<Made>,
    pub(super) whole: OnceLock<Result<Files, Diagnostics>>,
    pub(super) proven: OnceLock<Result<Files, Diagnostics>>,
}

impl std::fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Snapshot").field("schools", &self.schools.len()).finish_non_exhaustive()
    }
}

impl Dress {
    /// Prepares `theme` for rendering in the language of `base`.
    ///
    /// # Errors
    /// Findings for files of the theme that cannot be used.
    pub(super) fn new(theme: &Theme, base: &Base, print: bool) -> Result<Self, Diagnostics> {
        let renderer = Renderer::new(theme, &base.catalogue, print)?;
        let assets = files(renderer.static_files());
        let language = base.catalogue.language().tag();
        let digest = digest(theme, &["templates/", "static/"], language);
        let print = digest_of_print(theme, language);
        Ok(Self { renderer, assets, digest, print })
    }
}

fn digest_of_print(theme: &Theme, language: &str) -> String {
    digest(theme, &["print/", "fonts/"], language)
}

/// A hash of all files in these folders of a theme, and of the language.
fn digest(theme: &Theme, folders: &[&str], language: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(language);
    for (path, bytes) in folders.iter().flat_map(|folder| theme.folder(folder)) {
        hash.update(format!("{path} {} ", bytes.len()));
        hash.update(bytes);
    }
    hex(&hash.finalize())
}

/// Files by path. Sheets come empty from [`Renderer::pages`].
pub(super) fn files(made: Vec<Artifact>) -> Files {
    let is_sheet = |file: &Artifact| {
        let ending = file.path.rsplit_once('.').map(|(_, ending)| ending);
        file.bytes.is_empty() && matches!(ending, Some("pdf" | "png"))
    };
    let file = |file: Artifact| {
        let bytes = (!is_sheet(&file)).then(|| Bytes::from(file.bytes));
        (file.path, bytes)
    };
    made.into_iter().map(file).collect()
}

impl Snapshot {
    /// The file at `path` of the site, made now unless it was lately; `None` if there is none.
    ///
    /// # Errors
    /// What is wrong with the theme, where that shows with this file only.
    pub fn file(&self, path: &str) -> Result<Option<Bytes>, Diagnostics> {
        let Some(dress) = &self.dress else { return Ok(None) };
        if let Some(Some(bytes)) = dress.assets.get(path) {
            return Ok(Some(Arc::clone(bytes)));
        }
        if let Some(kept) = self.owner(path) {
            match self.pages(kept)?.get(path) {
                Some(Some(bytes)) => return Ok(Some(Arc::clone(bytes))),
                Some(None) => return self.sheet(kept, path),
                None => {}
            }
        }
        self.of_site(path)
    }

    /// Everything found, in the order of places.
    #[must_use]
    pub fn found(&self) -> &Arc<Diagnostics> {
        &self.found
    }

    /// The path of the site's address from the root of its host, with `/` at both ends.
    #[must_use]
    pub fn mount(&self) -> &str {
        let url = self.base.as_ref().map_or("/", |base| base.shared.site.base_url.as_str());
        let after_scheme = url.find("://").map_or(0, |at| at + 3);
        let path = url.get(after_scheme..).and_then(|rest| rest.find('/'));
        path.and_then(|at| url.get(after_scheme + at..)).unwrap_or("/")
    }

    /// Number of schools that can be shown.
    #[must_use]
    pub fn schools(&self) -> usize {
        self.schools.len()
    }

    /// What decides how the sheet at `path` looks, without making it; `None` if there is no such
    /// sheet.
    #[must_use]
    pub fn sheet_state(&self, path: &str) -> Option<String> {
        let (kept, dress) = (self.owner(path)?, self.dress.as_ref()?);
        let pages = self.pages(kept).ok()?;
        pages.get(path)?.is_none().then(|| format!("{}{}", kept.digest, dress.print))
    }

    /// Id of the school to which `path` belongs.
    pub(super) fn school_of(&self, path: &str) -> Option<&str> {
        self.owner(path).map(|kept| kept.summary.id.as_str())
    }

    fn owner(&self, path: &str) -> Option<&Arc<Kept>> {
        let base = self.base.as_ref()?;
        if base.shared.site.portal {
            return self.schools.get(path.split('/').next()?);
        }
        self.schools.values().next()
    }

    /// The files of a school as they were made last time; `None` if that is too long ago.
    pub(super) fn known(&self, kept: &Kept) -> Option<Arc<Files>> {
        self.made.pages.get(&self.key(kept))
    }

    fn key(&self, kept: &Kept) -> String {
        let dress = self.dress.as_ref().map_or("", |dress| dress.digest.as_str());
        format!("{} {} {dress}", kept.summary.id, kept.digest)
    }

    /// The files of a school, without its sheets.
    pub(super) fn pages(&self, kept: &Kept) -> Result<Arc<Files>, Diagnostics> {
        if let Some(files) = self.known(kept) {
            return Ok(files);
        }
        let made = self.with_school(kept, |ctx, judged| match &self.dress {
            Some(dress) => dress.renderer.pages(ctx, judged.stamps, self.request.clock.now()),
            None => Err(Diagnostics::default()),
        });
        Ok(self.keep(kept, made.transpose()?))
    }

    /// Keeps what was made of a school.
    pub(super) fn keep(&self, kept: &Kept, made: Option<Rendered>) -> Arc<Files> {
        let files = made.map(|rendered| files(rendered.files)).unwrap_or_default();
        let bytes = files
            .iter()
            .map(|(path, bytes)| path.len() + bytes.as_ref().map_or(0, |bytes| bytes.len()));
        self.made.pages.put(self.key(kept), bytes.sum(), files)
    }

    /// One of the files that are made one by one.
    fn sheet(&self, kept: &Kept, path: &str) -> Result<Option<Bytes>, Diagnostics> {
        let made = self.with_school(kept, |ctx, _| {
            let sheets = print::sheets(ctx).into_iter();
            let sheet = sheets.into_iter().find(|sheet| sheet.paths().any(|own| own == path));
            sheet.map(|sheet| self.set(ctx, sheet)).transpose()
        });
        let made = made.transpose()?.flatten();
        let file = made.as_ref().and_then(|files| files.iter().find(|file| file.path == path));
        Ok(file.map(|file| Bytes::from(file.bytes.as_slice())))
    }

    /// The files of a sheet, made now unless they were lately.
    pub(super) fn set(
        &self,
        ctx: &SchoolContext<'_>,
        sheet: Planned,
    ) -> Result<Arc<Vec<Artifact>>, Diagnostics> {
        let Some(dress) = &self.dress else { return Ok(Arc::default()) };
        let Some(press) = dress.renderer.press() else { return Ok(Arc::default()) };
        let key = format!("{} {} {}", sheet.key(), dress.print, ctx.site.base_url);
        if let Some(files) = self.made.sheets.get(&key) {
            return Ok(files);
        }
        let files = press.sheet(ctx, sheet)?;
        let bytes = files.iter().map(|file| file.bytes.len()).sum();
        Ok(self.made.sheets.put(key, bytes, files))
    }

    /// What `then` makes of a school: it is understood anew, from its recording.
    pub(super) fn with_school<T>(
        &self,
        kept: &Kept,
        then: impl FnOnce(&SchoolContext<'_>, &Judged<'_>) -> T,
    ) -> Option<T> {
        let site = Site {
            request: &self.request,
            purpose: Purpose::Build,
            workspace: self.workspace.replaying(&kept.recording),
            shared: Arc::clone(&kept.base.shared),
            schools: Vec::new(),
        };
        // What is found was told when the recording was made.
        let mut aside = Diagnostics::default();
        site.judged(&kept.summary.id, &mut aside, |judged| {
            then(&site.context(&judged, &kept.base.catalogue), &judged)
        })
    }

    /// What decides the proofs of a school's editions.
    pub(super) fn proof_key(&self, kept: &Kept) -> String {
        let print = self.dress.as_ref().map_or("", |dress| dress.print.as_str());
        format!("{} {} {print}", kept.summary.id, kept.digest)
    }
}
