//! Publishing: build, deploy, verify, and only then an entry in the journal.
//!
//! 1. one run at a time holds the lock beside the journals;
//! 2. [`published`] holds the journals against those on the site: ours must continue them;
//! 3. the site is built with locked calendars and deployed;
//! 4. every file is asked for at its address;
//! 5. [`entries`] says what is to be entered for each edition that is there, and it is appended
//!    in one write;
//! 6. [`tokens`] asks for time stamps, if a service is named;
//! 7. where there are new entries the site is built and deployed once more, so that it shows
//!    them; what fails from step 5 on leaves the entries, and [`Done::rest`] says so.
//!
//! Where a service deploys after our run has ended, [`Deploy::Later`], steps 4 and 5 come first
//! and are about what its last run put on the site; then the site is built with those entries.
//!
//! A run that is killed leaves the journal whole, or with a torn last line that `check` reports.

mod entries;
mod published;
mod tokens;

pub use self::tokens::Stamped;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Zoned;

use super::{Clock, Outcome, Request, RunError, Site, build};
use crate::checks::Purpose;
use crate::diagnostics::Diagnostics;
use crate::model::journal::{Diverged, Entry};
use crate::publish::{self, PublishError, manifest};
use crate::verify::{Reference, ReferenceError, Report, Site as Published, Trouble, verify};

/// Name of the lock in the workspace.
const LOCK: &str = ".reglament-publish.lock";

/// How often a site that is slow to show what was deployed is looked at.
const LOOK_AGAIN: Duration = Duration::from_secs(5);

/// What is to be published, and how.
pub struct Posting<'a> {
    /// The build.
    pub request: Request,
    /// The output folder.
    pub output: PathBuf,
    /// The site as visitors see it.
    pub site: Published,
    /// Who deploys the output folder.
    pub deploy: Deploy<'a>,
    /// Whether the journals are taken over from the site before the build.
    pub carry: bool,
    /// Whether there may be no journal on the site yet.
    pub first: bool,
    /// How long the site may take to show what was deployed.
    pub wait: Duration,
    /// The commit of the content, 7 to 64 hexadecimal digits.
    pub commit: Option<String>,
    /// Why editions that are no longer in the content were taken from the site.
    pub withdrawn: Option<String>,
    /// The clock: entries tell when the site was seen, not when the run began. A request for a
    /// given day has noon of that day instead.
    pub clock: fn() -> Zoned,
}

/// Who deploys the output folder.
pub enum Deploy<'a> {
    /// We do, with the command of `site.yaml`.
    Command(RunCommand<'a>),
    /// Somebody else does, or has done: the site will show what we build.
    Elsewhere,
    /// A service does when the run has ended: the site shows what it deployed the last time.
    Later,
}

/// Runs the deploy command of `site.yaml`: its words, with `{output}` filled in.
pub type RunCommand<'a> = &'a dyn Fn(&[String]) -> Result<(), String>;

/// A step that takes time, told as it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The site is built.
    Build,
    /// It is deployed.
    Deploy,
    /// It is looked at.
    Verify,
    /// It is deployed again, with the new entries.
    Again,
    /// It is built again, with the new entries.
    Rebuild,
    /// What the last run deployed is looked at.
    Last,
}

/// What the run tells while it works.
pub struct Tell<'a> {
    /// A step begins.
    pub step: &'a dyn Fn(Step),
    /// Files or schools done, and all.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
}

/// What was published.
#[derive(Debug)]
pub struct Done {
    /// What could not be done after the site was deployed or, with [`Deploy::Later`], after the
    /// last deployment was entered. The entries were made all the same.
    pub rest: Result<(), PostingError>,
    /// What was found in the content.
    pub found: Diagnostics,
    /// What was found on the site.
    pub report: Report,
    /// New entries with the ids of their schools.
    pub entries: Vec<(String, Entry)>,
    /// Time stamps that were asked for.
    pub tokens: Vec<Stamped>,
}

/// Why nothing was published, or [why not all](Done::rest).
#[derive(Debug)]
pub enum PostingError {
    /// The build could not be made.
    Run(RunError),
    /// The content has errors.
    Found(Diagnostics),
    /// The site is the output folder: it would be compared with itself.
    Itself,
    /// `site.yaml` names no deploy command.
    NoDeploy,
    /// The deploy command failed.
    Deploy(String),
    /// The site cannot be asked, so that nothing is known of its journal.
    Unreachable(Trouble),
    /// The site has no journal, and it was not said that this is the first time.
    NoJournal,
    /// The site's manifest names this journal, but it is neither there nor ours.
    Lost(String),
    /// In place of this journal the site gives a page.
    Page(String),
    /// These journals on the site are of no school that would be published.
    Left(Vec<String>),
    /// Nothing could be learned of this page of an edition that may have been withdrawn.
    Withdrawn(String, Trouble),
    /// The journal of this school does not continue the published one.
    Diverged(String, Diverged),
    /// The journal on the site has faults; its school.
    Broken(String, Diagnostics),
    /// The built folder cannot be read.
    Reference(ReferenceError),
    /// A file could not be written.
    Write(PublishError),
}

impl From<RunError> for PostingError {
    fn from(error: RunError) -> Self {
        Self::Run(error)
    }
}

impl From<PublishError> for PostingError {
    fn from(error: PublishError) -> Self {
        Self::Write(error)
    }
}

/// What was found on the site.
struct Seen {
    report: Report,
    reference: Reference,
    /// When it was looked at last.
    clock: Clock,
}

/// Publishes.
///
/// # Errors
/// [`PostingError`]: then no entry was made. What fails later is in [`Done::rest`].
pub fn publish(posting: &Posting<'_>, tell: &Tell<'_>) -> Result<Done, PostingError> {
    refuse_itself(posting)?;
    let root = &posting.request.root;
    let _lock = publish::acquire(&root.join(LOCK))?;
    let command = command(posting)?;
    published::compare(posting)?;
    if matches!(posting.deploy, Deploy::Later) {
        return before_deployment(posting, tell);
    }
    (tell.step)(Step::Build);
    let found = built(posting, tell)?;
    if let Deploy::Command(deploy) = &posting.deploy {
        (tell.step)(Step::Deploy);
        deploy(&command).map_err(PostingError::Deploy)?;
    }
    (tell.step)(Step::Verify);
    let mut done = Done::new(found);
    let seen = looked_at(posting, tell)?;
    done.rest = enter(posting, seen, &mut done).and_then(|()| {
        let is_new = !done.entries.is_empty() || done.tokens.iter().any(|t| t.answer.is_ok());
        if is_new { again(posting, &command, tell) } else { Ok(()) }
    });
    Ok(done)
}

impl Done {
    fn new(found: Diagnostics) -> Self {
        let report = Report { files: Vec::new(), editions: Vec::new() };
        Self { rest: Ok(()), found, report, entries: Vec::new(), tokens: Vec::new() }
    }
}

/// A site that is the output folder would always be as it was built.
fn refuse_itself(posting: &Posting<'_>) -> Result<(), PostingError> {
    let Published::Folder(site) = &posting.site else { return Ok(()) };
    match (publish::real(site), publish::real(&posting.output)) {
        (Ok(site), Ok(output)) if site == output => Err(PostingError::Itself),
        _ => Ok(()),
    }
}

/// Enters what was seen on the site, and asks for time stamps.
fn enter(posting: &Posting<'_>, seen: Seen, done: &mut Done) -> Result<(), PostingError> {
    let entered = entries::append(posting, &seen, &mut done.entries);
    done.report = seen.report;
    entered.and_then(|()| tokens::ask(posting, &mut done.tokens))
}

/// Builds the site once more, so that it shows the new entries, and deploys it if that is ours.
fn again(posting: &Posting<'_>, command: &[String], tell: &Tell<'_>) -> Result<(), PostingError> {
    let Deploy::Command(deploy) = &posting.deploy else {
        (tell.step)(Step::Rebuild);
        return built(posting, tell).map(|_| ());
    };
    (tell.step)(Step::Again);
    built(posting, tell)?;
    deploy(command).map_err(PostingError::Deploy)
}

/// Enters what the last run deployed, by the manifest that is on the site, and builds the site
/// for the service that deploys it next.
fn before_deployment(posting: &Posting<'_>, tell: &Tell<'_>) -> Result<Done, PostingError> {
    (tell.step)(Step::Last);
    let mut done = Done::new(Diagnostics::default());
    let entered = match Reference::of_site(&posting.site) {
        Ok(reference) => {
            let seen = seen(posting, reference, tell);
            enter(posting, seen, &mut done)
        }
        // Nothing of ours has been deployed yet.
        Err(ReferenceError::NoManifest | ReferenceError::Site(Trouble::Missing)) => {
            tokens::ask(posting, &mut done.tokens)
        }
        Err(error) => return Err(PostingError::Reference(error)),
    };
    done.rest = entered.and_then(|()| {
        (tell.step)(Step::Build);
        done.found = built(posting, tell)?;
        Ok(())
    });
    Ok(done)
}

/// The deploy command with the output folder filled in.
fn command(posting: &Posting<'_>) -> Result<Vec<String>, PostingError> {
    if !matches!(posting.deploy, Deploy::Command(_)) {
        return Ok(Vec::new());
    }
    let (site, found) = Site::open(&posting.request, Purpose::Build)?;
    if found.has_errors() {
        return Err(PostingError::Found(found));
    }
    let words = &site.shared.site.deploy;
    if words.is_empty() {
        return Err(PostingError::NoDeploy);
    }
    let output = posting.output.display().to_string();
    Ok(words.iter().map(|word| word.replace("{output}", &output)).collect())
}

/// Builds the site; with errors nothing is deployed.
fn built(posting: &Posting<'_>, tell: &Tell<'_>) -> Result<Diagnostics, PostingError> {
    let Outcome { found, published, .. } = build(&posting.request, &posting.output, tell.progress)?;
    if published.is_some() { Ok(found) } else { Err(PostingError::Found(found)) }
}

/// Asks for every file. A host may take its time: until it shows our manifest, it is asked again.
fn looked_at(posting: &Posting<'_>, tell: &Tell<'_>) -> Result<Seen, PostingError> {
    let reference = Reference::folder(&posting.output).map_err(PostingError::Reference)?;
    let mut left = posting.wait;
    while !shows(&posting.site, &posting.output) && !left.is_zero() {
        let pause = LOOK_AGAIN.min(left);
        std::thread::sleep(pause);
        left -= pause;
    }
    Ok(seen(posting, reference, tell))
}

/// Compares the site with `reference`.
fn seen(posting: &Posting<'_>, reference: Reference, tell: &Tell<'_>) -> Seen {
    let report = verify(&posting.site, &reference, tell.progress);
    let clock = match posting.request.clock {
        Clock::Moment(_) => Clock::Moment((posting.clock)().timestamp()),
        day @ Clock::Date(_) => day,
    };
    Seen { report, reference, clock }
}

/// Whether the site has the manifest of the folder `output`.
fn shows(site: &Published, output: &Path) -> bool {
    let ours = std::fs::read(output.join(manifest::NAME));
    let theirs = site.get(manifest::NAME, None);
    matches!((ours, theirs), (Ok(ours), Ok(theirs)) if ours == theirs.bytes)
}
