//! The lock of a school's calendar events, `calendar.lock`.

use super::{Request, RunError, Site};
use crate::checks::Purpose;
use crate::diagnostics::{Diagnostic, Place};
use crate::language::Catalogue;
use crate::model::school::School;
use crate::model::stamps::{Stamper, Stamps};
use crate::outputs::ical;
use crate::publish::{self, PublishError};
use crate::source::{self, Workspace};

/// A lock of calendar events that is not as the build leaves it.
pub(super) struct Lock {
    /// Path from the workspace's root.
    path: String,
    text: String,
    school: String,
    /// Number of events whose stamps differ.
    events: usize,
}

impl Lock {
    /// The lock that `made` gives, unless it says the same as `known`.
    pub(super) fn new(
        known: &Stamps,
        made: &Stamps,
        school: &School,
        catalogue: &Catalogue,
    ) -> Option<Self> {
        let events = known.differing(made);
        (events > 0).then(|| Self {
            path: source::calendar_lock(&school.id),
            text: made.to_text(catalogue.text("calendar-lock")),
            school: school.short_name.clone(),
            events,
        })
    }

    /// That the lock was to stay as it is.
    pub(super) fn refused(&self) -> Diagnostic {
        let refused = Diagnostic::error("stamps-locked", Place::file(self.path.as_str()));
        refused.with("school", self.school.as_str()).with("count", self.events)
    }

    /// Writes the lock in the place of the old one.
    pub(super) fn write(&self, workspace: &Workspace) -> Result<(), PublishError> {
        publish::replace(&workspace.path(&self.path), &self.text)
    }
}

/// Writes the lock of calendar events of a school whose content a command of ours has changed,
/// so that a build with locked calendars finds nothing to change. With errors in the content
/// nothing is written: the next run tells of them.
///
/// # Errors
/// If the workspace cannot be entered or the system refuses to write.
pub(super) fn restamp(request: &Request) -> Result<(), RunError> {
    let (site, mut found) = Site::open(request, Purpose::Build)?;
    let catalogue = Catalogue::new(site.shared.site.language);
    for id in &site.schools {
        let lock = site.judged(id, &mut found, |judged| {
            let ctx = site.context(&judged, &catalogue);
            let mut stamper = Stamper::new(judged.stamps, request.clock.now());
            let _ = ical::feeds(&ctx, &mut stamper);
            Lock::new(judged.stamps, &stamper.finish(), judged.school, &catalogue)
        });
        if let Some(Some(lock)) = lock {
            lock.write(&site.workspace)?;
        }
    }
    Ok(())
}
