//! A build: all schools through all stages, into the output folder.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::tz::TimeZone;

use super::counts::count;
use super::lock::Lock;
use super::{Counts, Judged, Outcome, Progress, Request, RunError, Site};
use crate::checks::Purpose;
use crate::diagnostics::Diagnostics;
use crate::language::Catalogue;
use crate::outputs::stand::{self, StandChanges};
use crate::outputs::{Rendered, Renderer, SchoolSummary};
use crate::publish::{PublishError, Staging};

/// Builds the site into the folder `output`. With errors in the content nothing is written.
///
/// # Errors
/// If the workspace cannot be entered, a school is unknown or the system refuses to write.
pub fn build(
    request: &Request,
    output: &Path,
    progress: Progress<'_>,
) -> Result<Outcome, RunError> {
    let (site, mut found) = Site::open(request, Purpose::Build)?;
    let catalogue = Catalogue::new(site.shared.site.language);
    let renderer = site.renderer(&catalogue, &mut found);
    let staging = Staging::begin(output)?;
    let run = Run {
        site: &site,
        catalogue: &catalogue,
        renderer: renderer.as_ref(),
        staging: &staging,
        failed: AtomicBool::new(found.has_errors()),
    };
    let mut counts = Counts::default();
    let (mut summaries, mut locks, mut stands) = (Vec::new(), Vec::new(), Vec::new());
    for part in site.each_school(progress, |id| run.school(id)) {
        let part = part?;
        found.append(part.found);
        counts.add(part.counts);
        summaries.extend(part.summary);
        locks.extend(part.lock);
        stands.extend(part.stand);
    }
    if let (Some(renderer), false) = (&renderer, found.has_errors()) {
        let today = request.clock.today(&TimeZone::UTC);
        match renderer.site(&site.shared.site, &catalogue, &summaries, today) {
            Ok(files) => {
                counts.add(count(&files));
                staging.write(&files)?;
            }
            Err(mistakes) => found.append(mistakes),
        }
        found.append(renderer.warnings());
    }
    if request.locked && !found.has_errors() {
        for lock in &locks {
            found.push(lock.refused());
        }
    }
    found.sort();
    if found.has_errors() {
        return Ok(Outcome { found, counts, published: None, stands: Vec::new() });
    }
    let published = Some(staging.finish()?);
    counts.locks = locks.len();
    for lock in locks {
        lock.write(&site.workspace)?;
    }
    Ok(Outcome { found, counts, published, stands })
}

/// A build at work.
struct Run<'r> {
    site: &'r Site<'r>,
    catalogue: &'r Catalogue,
    renderer: Option<&'r Renderer>,
    staging: &'r Staging,
    /// Whether anything had an error: then nothing more is rendered.
    failed: AtomicBool,
}

/// What a build made of one school.
#[derive(Default)]
struct Part {
    found: Diagnostics,
    counts: Counts,
    summary: Option<SchoolSummary>,
    lock: Option<Lock>,
    stand: Option<(String, StandChanges)>,
}

impl Run<'_> {
    fn school(&self, id: &str) -> Result<Part, PublishError> {
        let mut found = Diagnostics::default();
        let rendered = self.site.judged(id, &mut found, |judged| {
            let drafts = if self.site.request.drafts { 0 } else { judged.school.drafts.len() };
            let rendered = self.render(&judged)?.map(|rendered| {
                let Judged { school, stamps, .. } = judged;
                let lock = Lock::new(stamps, &rendered.stamps, school, self.catalogue);
                (rendered, lock)
            });
            Some((rendered, drafts))
        });
        let mut part = Part { found, ..Part::default() };
        match rendered.flatten() {
            Some((Ok((rendered, lock)), left_out)) => {
                self.staging.write(&rendered.files)?;
                part.counts = Counts { schools: 1, left_out, ..count(&rendered.files) };
                part.stand = self.stand(id, &rendered);
                (part.summary, part.lock) = (Some(rendered.summary), lock);
            }
            Some((Err(mistakes), _)) => part.found.append(mistakes),
            None => {}
        }
        if part.found.has_errors() {
            self.failed.store(true, Ordering::Relaxed);
        }
        Ok(part)
    }

    /// What is to be done at the stand of the school, if the site that stands in the output
    /// folder has a list of its sheets and it differs.
    fn stand(&self, id: &str, rendered: &Rendered) -> Option<(String, StandChanges)> {
        let path = rendered.files.iter().rfind(|file| file.path.ends_with(stand::FILE))?;
        let before = stand::parse(&self.staging.replaced(&path.path)?)?;
        let changes = StandChanges::new(&before, &rendered.stand);
        (!changes.is_empty()).then(|| (id.to_owned(), changes))
    }

    fn render(&self, judged: &Judged<'_>) -> Option<Result<Rendered, Diagnostics>> {
        let renderer = self.renderer?;
        if self.failed.load(Ordering::Relaxed) {
            return None;
        }
        let ctx = self.site.context(judged, self.catalogue);
        Some(renderer.school(&ctx, judged.stamps, self.site.request.clock.now()))
    }
}
