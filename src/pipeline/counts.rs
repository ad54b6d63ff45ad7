//! How much a run made.

use crate::outputs::Artifact;

/// What a run made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Schools.
    pub schools: usize,
    /// HTML pages.
    pub pages: usize,
    /// iCal feeds.
    pub feeds: usize,
    /// Posters as PDF.
    pub posters: usize,
    /// Acts as PDF.
    pub acts: usize,
    /// Receipts of posting as PDF.
    pub receipts: usize,
    /// Drafts that were left out.
    pub left_out: usize,
    /// Locks of calendar events that were written.
    pub locks: usize,
}

impl Counts {
    /// Adds what was made of a school, or of the site.
    pub(super) fn add(&mut self, other: Self) {
        self.schools += other.schools;
        self.pages += other.pages;
        self.feeds += other.feeds;
        self.posters += other.posters;
        self.acts += other.acts;
        self.receipts += other.receipts;
        self.left_out += other.left_out;
    }
}

/// What kinds of files these are, by their paths.
pub(super) fn count(files: &[Artifact]) -> Counts {
    let mut counts = Counts::default();
    for file in files {
        match file.path.rsplit_once('.') {
            Some((_, "html")) => counts.pages += 1,
            Some((_, "ics")) => counts.feeds += 1,
            Some((path, "pdf")) if path.contains("posters/") => counts.posters += 1,
            Some((path, "pdf")) if path.contains("publication/") => counts.receipts += 1,
            Some((path, "pdf")) if !path.ends_with("-changes") => counts.acts += 1,
            _ => {}
        }
    }
    counts
}
