//! The stages called in a row: read → understand → judge → render → write.
//!
//! Schools go through the stages one by one, as many at a time as there are cores, so that
//! memory is bounded by the largest school. Once a school has an error, no further one is
//! rendered, but all are read and judged: a run reports every mistake.

pub mod approve;
mod build;
pub mod choose;
pub mod clock;
mod comments;
pub mod compare;
mod counts;
pub mod erratum;
pub mod import;
pub mod import_timetable;
pub mod journal;
mod lock;
pub mod posting;
pub mod preview;
pub mod print;
pub mod recipes;
pub mod setup;
pub mod status;
pub mod timestamp;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use self::choose::Choice;
use crate::checks::{self, Purpose};
use crate::diagnostics::Diagnostics;
use crate::language::Catalogue;
use crate::model::occurrence::{Occurrence, occurrences};
use crate::model::resolve::{self, Shared};
use crate::model::school::School;
use crate::model::stamps::{self, Stamps};
use crate::outputs::addresses::Addresses;
use crate::outputs::stand::StandChanges;
use crate::outputs::{Redlines, Renderer, SchoolContext};
use crate::publish::{PublishError, Published};
use crate::source::{self, SchoolSources, SiteSources, Workspace};
pub use build::build;
pub use clock::Clock;
pub use counts::Counts;

/// What a run is to do.
#[derive(Debug, Clone)]
pub struct Request {
    /// The folder that holds `content/` and `themes/`.
    pub root: PathBuf,
    /// Ids of the schools to look at; empty: all.
    pub schools: Vec<String>,
    /// What day it is.
    pub clock: Clock,
    /// Whether posters and acts are made.
    pub print: bool,
    /// Whether drafts are published. They are judged in any case.
    pub drafts: bool,
    /// Whether the locks of calendar events must stay as they are.
    pub locked: bool,
}

/// Called after each school with the number done and the number of all.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// The outcome of a run.
#[derive(Debug)]
pub struct Outcome {
    /// Everything found, in the order of places.
    pub found: Diagnostics,
    /// What was made, or looked at.
    pub counts: Counts,
    /// What was written; `None` if there were errors, or nothing was to be written.
    pub published: Option<Published>,
    /// What is to be done at the stands, by id of the school, where the site that was replaced
    /// had other sheets.
    pub stands: Vec<(String, StandChanges)>,
}

/// Why a run could not be made.
#[derive(Debug)]
pub enum RunError {
    /// The workspace cannot be entered.
    Root {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// There is no such school, or no such regulation or edition in those that are asked for.
    Unknown {
        /// What was to be chosen.
        what: Choice,
        /// What was asked for.
        wanted: String,
        /// What there is.
        known: Vec<String>,
    },
    /// The folder holds no lists of sheets.
    NoSheets(PathBuf),
    /// The site could not be written.
    Publish(PublishError),
}

impl Request {
    /// A request for one school, for commands that change its content.
    fn of_school(root: &Path, school: &str, clock: Clock) -> Self {
        let (root, schools) = (root.to_owned(), vec![school.to_owned()]);
        Self { root, schools, clock, print: false, drafts: false, locked: false }
    }
}

impl From<PublishError> for RunError {
    fn from(error: PublishError) -> Self {
        Self::Publish(error)
    }
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root { path, source } => write!(f, "{}: {source}", path.display()),
            Self::Unknown { wanted, .. } => write!(f, "{wanted}: no such regulation or edition"),
            Self::NoSheets(path) => write!(f, "{}: no list of sheets", path.display()),
            Self::Publish(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for RunError {}

/// Reads, understands and judges; writes nothing.
///
/// # Errors
/// If the workspace cannot be entered or a school is unknown.
pub fn check(request: &Request, progress: Progress<'_>) -> Result<Outcome, RunError> {
    let (site, mut found) = Site::open(request, Purpose::Check)?;
    let catalogue = Catalogue::new(site.shared.site.language);
    site.renderer(&catalogue, &mut found);
    let judge = |id: &String| {
        let mut found = Diagnostics::default();
        site.judged(id, &mut found, |_| ());
        found
    };
    let all: Vec<_> = site.each_school(progress, judge);
    let counts = Counts { schools: all.len(), ..Counts::default() };
    for other in all {
        found.append(other);
    }
    found.sort();
    Ok(Outcome { found, counts, published: None, stands: Vec::new() })
}

/// The address under which the site is served, of `site.yaml`.
///
/// # Errors
/// If the workspace cannot be entered.
pub fn base_url(root: &Path) -> Result<String, RunError> {
    let workspace = choose::workspace(root)?;
    // Mistakes are found by the run that follows.
    let mut aside = Diagnostics::default();
    let sources = source::read_site(&workspace, &mut aside);
    Ok(resolve::shared(&sources, &mut aside).site.base_url)
}

/// The site as far as all schools share it.
struct Site<'r> {
    request: &'r Request,
    purpose: Purpose,
    workspace: Workspace,
    shared: Arc<Shared>,
    schools: Vec<String>,
}

impl<'r> Site<'r> {
    /// Reads and understands what all schools share.
    fn open(request: &'r Request, purpose: Purpose) -> Result<(Self, Diagnostics), RunError> {
        let workspace = choose::workspace(&request.root)?;
        let mut found = Diagnostics::default();
        let sources = source::read_site(&workspace, &mut found);
        let schools = chosen(&sources, &request.schools)?;
        let shared = Arc::new(resolve::shared(&sources, &mut found));
        Ok((Self { request, purpose, workspace, shared, schools }, found))
    }

    /// Reads the theme and prepares it for rendering; mistakes go to `found`.
    fn renderer(&self, catalogue: &Catalogue, found: &mut Diagnostics) -> Option<Renderer> {
        let theme = source::read_theme(&self.workspace, &self.shared.site.theme, found);
        match Renderer::new(&theme, catalogue, self.request.print) {
            Ok(renderer) => Some(renderer),
            Err(mistakes) => {
                found.append(mistakes);
                None
            }
        }
    }

    /// Calls `work` for each school, in parallel; the results are in the order of the schools.
    ///
    /// The threads are our own, not those of rayon's pool. Typst lays out in that pool, and a
    /// thread of the pool that waits takes up other work: it would begin school after school
    /// inside the first one, and all of them would be in memory at once.
    fn each_school<T: Send>(
        &self,
        progress: Progress<'_>,
        work: impl Fn(&String) -> T + Sync,
    ) -> Vec<T> {
        let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let worker = || {
            let mut results = Vec::new();
            while let Some((index, id)) = self.nth_school(next.fetch_add(1, Ordering::Relaxed)) {
                results.push((index, work(id)));
                progress(done.fetch_add(1, Ordering::Relaxed) + 1, self.schools.len());
            }
            results
        };
        let count = rayon::current_num_threads().min(self.schools.len()).max(1);
        let mut results = std::thread::scope(|scope| {
            let others: Vec<_> = (1..count).map(|_| scope.spawn(worker)).collect();
            let mut results = worker();
            for other in others {
                match other.join() {
                    Ok(more) => results.extend(more),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            results
        });
        results.sort_unstable_by_key(|(index, _)| *index);
        results.into_iter().map(|(_, result)| result).collect()
    }

    fn nth_school(&self, index: usize) -> Option<(usize, &String)> {
        self.schools.get(index).map(|id| (index, id))
    }

    /// What renderers are given for a school.
    fn context<'s>(&'s self, judged: &Judged<'s>, catalogue: &'s Catalogue) -> SchoolContext<'s> {
        let (site, request, school) = (&self.shared.site, self.request, judged.school);
        SchoolContext {
            site,
            school,
            calendar: &self.shared.calendar,
            occurrences: judged.occurrences,
            catalogue,
            addresses: Addresses::new(site, school),
            today: request.clock.today(&school.zone.rules),
            print: request.print,
            drafts: request.drafts,
            redlines: Redlines::default(),
        }
    }

    /// Reads, understands and judges one school, then hands it on unless it has errors.
    fn judged<T>(
        &self,
        id: &str,
        found: &mut Diagnostics,
        then: impl FnOnce(Judged<'_>) -> T,
    ) -> Option<T> {
        let sources = source::read_school(&self.workspace, id, found);
        self.understood(&sources, found, then)
    }

    /// Understands and judges one school, then hands it on unless it has errors.
    fn understood<T>(
        &self,
        sources: &SchoolSources,
        found: &mut Diagnostics,
        then: impl FnOnce(Judged<'_>) -> T,
    ) -> Option<T> {
        let school = resolve::school(sources, &self.shared, found)?;
        let calendar = &self.shared.calendar;
        let occurrences = occurrences(&school, calendar);
        let today = self.request.clock.today(&school.zone.rules);
        found.append(checks::run(&school, &occurrences, calendar, today, self.purpose));
        let lock = sources.stamps.as_deref().unwrap_or_default();
        let stamps = stamps::parse(&source::calendar_lock(&sources.id), lock, found);
        let sound = !found.has_errors();
        let judged = Judged { school: &school, occurrences: &occurrences, stamps: &stamps };
        sound.then(|| then(judged))
    }
}

/// A school without errors.
struct Judged<'s> {
    school: &'s School,
    occurrences: &'s [Occurrence<'s>],
    stamps: &'s Stamps,
}

/// The schools with these ids, or all if none is named.
fn chosen(sources: &SiteSources, schools: &[String]) -> Result<Vec<String>, RunError> {
    if schools.is_empty() {
        return Ok(sources.schools.clone());
    }
    if let Some(unknown) = schools.iter().find(|id| !sources.schools.contains(id)) {
        let (wanted, known) = (unknown.clone(), sources.schools.clone());
        return Err(RunError::Unknown { what: Choice::School, wanted, known });
    }
    let wanted = sources.schools.iter().filter(|id| schools.contains(id));
    Ok(wanted.cloned().collect())
}
