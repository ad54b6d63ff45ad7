//! The site in memory, kept up with the content: what `serve` shows.
//!
//! [`Preview`] looks at what changed on the disk and judges it; [`Snapshot`] is the site as it was
//! when each part of it last had no errors, and makes files when they are asked for. Of a school
//! only its sources and its summary stay in memory, and the files of those that were looked at
//! lately: a thousand schools would have 700 MB.

mod cache;
mod look;
mod snapshot;
mod whole;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use jiff::tz::TimeZone;

use self::look::{Looked, Reading};
use self::snapshot::{Base, Dress, Made};
use super::{Clock, Progress, Request, RunError, choose};
use crate::diagnostics::Diagnostics;
use crate::source::Workspace;
pub use snapshot::{Bytes, Snapshot};

/// What changed on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Nobody knows what.
    Everything,
    /// Files and folders at these paths from the workspace's root, with `/`.
    Paths(BTreeSet<String>),
}

/// What an update did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Update {
    /// Ids of the schools that were looked at anew.
    pub schools: Vec<String>,
    /// Whether what all schools share changed: settings, systems, or the day.
    pub site: bool,
    /// Whether schools came or went.
    pub list: bool,
    /// Whether the theme changed.
    pub theme: bool,
    /// How many pages of theirs differ from before, where that is known.
    pub pages: Option<usize>,
    /// How long it took.
    pub took: Duration,
}

/// A site that is kept up with its content.
pub struct Preview {
    request: Request,
    workspace: Workspace,
    /// What was read of the site as a whole.
    site: Reading,
    /// What was read of the theme.
    theme: Reading,
    /// With what schools are judged: as the files are, or if they have errors, as they were.
    base: Arc<Base>,
    dress: Option<Arc<Dress>>,
    /// What was worn before, until all sheets that are shown were tried with the new one.
    former: Option<Arc<Dress>>,
    /// Whether there are sheets to be tried with the theme.
    untried: bool,
    /// Whether `base` is without errors.
    sound: bool,
    listed: Vec<String>,
    schools: BTreeMap<String, Looked>,
    made: Arc<Made>,
    snapshot: Arc<Snapshot>,
}

impl std::fmt::Debug for Preview {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Preview").field("snapshot", &self.snapshot).finish_non_exhaustive()
    }
}

/// What is to be looked at.
#[derive(Default)]
struct Touched {
    site: bool,
    theme: bool,
    schools: BTreeSet<String>,
    /// Schools are looked at even if their own files are as they were.
    forced: bool,
}

impl Preview {
    /// Reads and judges everything. Mistakes are no reason to fail: they are in the findings of
    /// the snapshot.
    ///
    /// # Errors
    /// If the workspace cannot be entered or a school is unknown.
    pub fn open(request: Request, progress: Progress<'_>) -> Result<Self, RunError> {
        let workspace = choose::workspace(&request.root)?;
        let (site, opened) = look::site(&workspace, &request)?;
        let sound = !site.found.has_errors();
        let base = Arc::new(opened.base);
        let made = Arc::new(Made::default());
        let snapshot = Arc::new(Snapshot {
            request: request.clone(),
            workspace: workspace.clone(),
            base: None,
            dress: None,
            schools: BTreeMap::new(),
            found: Arc::default(),
            made: Arc::clone(&made),
            whole: OnceLock::new(),
            proven: OnceLock::new(),
        });
        let (theme, dress, schools) = (Reading::default(), None, BTreeMap::new());
        let listed = opened.schools;
        let mut preview = Self {
            request,
            workspace,
            site,
            theme,
            base,
            dress,
            former: None,
            untried: false,
            sound,
            listed,
            schools,
            made,
            snapshot,
        };
        preview.look_at_theme(&[]);
        preview.look_at(preview.listed.clone(), true, progress);
        preview.publish();
        Ok(preview)
    }

    /// The site as it is now.
    #[must_use]
    pub fn snapshot(&self) -> &Arc<Snapshot> {
        &self.snapshot
    }

    /// Whether the date is another one in the zone of some school than when it was looked at.
    #[must_use]
    pub fn is_over(&self, clock: Clock) -> bool {
        let schools = self.snapshot.schools.values();
        let zones: BTreeSet<_> = schools.map(|kept| kept.summary.status.zone.as_str()).collect();
        let zones = zones.into_iter().filter_map(|zone| TimeZone::get(zone).ok());
        let mut zones = zones.chain([TimeZone::UTC]);
        zones.any(|zone| clock.today(&zone) != self.request.clock.today(&zone))
    }

    /// Looks at everything on another day. As [`Preview::update`].
    pub fn renew(&mut self, clock: Clock, publish: &mut dyn FnMut(&Arc<Snapshot>)) -> Update {
        let begin = Instant::now();
        self.request.clock = clock;
        let schools = self.listed.iter().cloned().collect();
        let touched = Touched { schools, forced: true, ..Touched::default() };
        let update = self.judge(touched, true, &[], publish);
        Update { site: true, took: begin.elapsed(), ..update }
    }

    /// Looks at what changed; `None` if everything is as it was. `shown` are paths of files that
    /// somebody looks at: their schools come first, and `publish` is called with them before the
    /// others are looked at, then once more at the end.
    pub fn update(
        &mut self,
        change: &Change,
        shown: &[String],
        publish: &mut dyn FnMut(&Arc<Snapshot>),
    ) -> Option<Update> {
        let begin = Instant::now();
        let mut touched = self.touched(change);
        let mut update = Update::default();
        if touched.site
            && let Some(seen) = self.look_at_site()
        {
            let new = self.listed.iter().filter(|id| !self.schools.contains_key(*id));
            touched.schools.extend(new.cloned());
            (update.site, update.list) = (!seen.list_only, seen.list_only);
            if seen.anew {
                touched.schools.extend(self.listed.iter().cloned());
                touched.forced = true;
                touched.theme = true;
            }
        }
        if touched.theme {
            update.theme = self.look_at_theme(shown);
        }
        let only_schools = !update.site && !update.list && !update.theme;
        let judged = self.judge(touched, !only_schools, shown, publish);
        let idle = judged.schools.is_empty() && only_schools;
        (!idle).then(|| Update {
            schools: judged.schools,
            pages: judged.pages.filter(|_| only_schools),
            took: begin.elapsed(),
            ..update
        })
    }

    /// What may have to do with `change`.
    fn touched(&self, change: &Change) -> Touched {
        let Change::Paths(paths) = change else {
            let schools = self.listed.iter().cloned().collect();
            return Touched { site: true, theme: true, schools, ..Touched::default() };
        };
        let mut touched = Touched::default();
        for path in paths {
            let mut parts = path.split('/');
            match (parts.next(), parts.next(), parts.next()) {
                (Some("themes"), ..) => touched.theme = true,
                (Some("content"), Some("schools"), Some(id)) => {
                    touched.schools.insert(id.to_owned());
                    // The folder itself may have come or gone.
                    touched.site |= parts.next().is_none();
                }
                _ => touched.site = true,
            }
        }
        let all = touched.schools.len();
        touched.schools.retain(|id| self.listed.contains(id));
        touched.site |= touched.schools.len() < all;
        touched
    }

    /// Judges the schools that are touched, those that are shown first, and publishes what came of
    /// it; also if no school is another one, but there are other `news`.
    fn judge(
        &mut self,
        touched: Touched,
        mut news: bool,
        shown: &[String],
        publish: &mut dyn FnMut(&Arc<Snapshot>),
    ) -> Update {
        let ids: BTreeSet<&str> =
            shown.iter().filter_map(|path| self.snapshot.school_of(path)).collect();
        let (first, rest): (Vec<_>, Vec<_>) =
            touched.schools.into_iter().partition(|id| ids.contains(id.as_str()));
        let (mut schools, mut pages) = (Vec::new(), Some(0));
        for (part, is_last) in [(first, rest.is_empty()), (rest, true)] {
            let looked = self.look_at(part, touched.forced, &|_, _| ());
            if looked.is_empty() && !(is_last && news) {
                continue;
            }
            let before = Arc::clone(&self.snapshot);
            self.publish();
            pages = pages.and_then(|pages| Some(pages + self.differing(&before, &looked)?));
            schools.extend(looked);
            publish(&self.snapshot);
            news &= !is_last;
        }
        schools.sort();
        Update { schools, pages, ..Update::default() }
    }

    /// How many pages of these schools differ from `before`; `None` if nobody knows any more.
    fn differing(&self, before: &Snapshot, schools: &[String]) -> Option<usize> {
        let mut count = 0;
        for id in schools {
            let known = |snapshot: &Snapshot| snapshot.known(snapshot.schools.get(id)?);
            let (old, new) = (known(before)?, known(&self.snapshot)?);
            let is_page =
                |path: &&String| path.rsplit_once('.').is_some_and(|(_, ending)| ending == "html");
            let changed = new.iter().filter(|(path, bytes)| old.get(*path) != Some(*bytes));
            count += changed.filter(|(path, _)| is_page(path)).count();
            let gone = old.keys().filter(|path| !new.contains_key(*path));
            count += gone.filter(is_page).count();
        }
        Some(count)
    }

    /// Makes a snapshot of what there is now.
    fn publish(&mut self) {
        let mut found = Diagnostics::default();
        found.append(self.site.found.clone());
        found.append(self.theme.found.clone());
        self.schools.retain(|id, _| self.listed.contains(id));
        let mut schools = BTreeMap::new();
        for (id, looked) in &self.schools {
            found.append(looked.found.clone());
            schools.extend(looked.kept.as_ref().map(|kept| (id.clone(), Arc::clone(kept))));
        }
        found.sort();
        self.snapshot = Arc::new(Snapshot {
            request: self.request.clone(),
            workspace: self.workspace.clone(),
            base: self.sound.then(|| Arc::clone(&self.base)),
            dress: self.dress.clone(),
            schools,
            found: Arc::new(found),
            made: Arc::clone(&self.made),
            whole: OnceLock::new(),
            proven: OnceLock::new(),
        });
    }
}
