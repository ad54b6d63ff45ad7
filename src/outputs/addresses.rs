//! Where every page, feed and file of a school stands in the output folder.
//!
//! These paths are a public contract: they are printed on posters and kept in subscribers'
//! calendars. All are relative to the output folder, with `/`.

use jiff::civil::Date;

use super::stand;
use crate::model::print::Variant;
use crate::model::school::School;
use crate::model::site::Site;
use crate::source;

/// The feed of the deadlines of all schools of a portal.
pub const PORTAL_DEADLINES: &str = "calendar/deadlines.ics";

/// The journal of publication within a school's part of the site.
pub const JOURNAL: &str = "publication/journal.jsonl";

/// Path of the time stamp of the first `count` entries of the journal at the path `journal`.
#[must_use]
pub fn token(journal: &str, count: u64) -> String {
    let stem = journal.strip_suffix(".jsonl").unwrap_or(journal);
    format!("{stem}-{count}.tsr")
}

/// The path of the journal and the number of entries of which the file at `path` is a time stamp,
/// if it is one.
#[must_use]
pub fn stamped(path: &str) -> Option<(String, u64)> {
    let count = source::token_count(path.rsplit('/').next()?)?;
    let stem = path.strip_suffix(&format!("-{count}.tsr"))?;
    Some((format!("{stem}.jsonl"), count))
}

/// Whether `path` is that of a school's journal.
#[must_use]
pub fn is_journal(path: &str) -> bool {
    path.strip_suffix(JOURNAL).is_some_and(|school| school.is_empty() || school.ends_with('/'))
}

/// Path of the journal of the school with this id.
#[must_use]
pub fn journal(site: &Site, school: &str) -> String {
    if site.portal { format!("{school}/{JOURNAL}") } else { JOURNAL.to_owned() }
}

/// The page on which anybody can compare a file with the site.
pub const VERIFY: &str = "verify/index.html";

/// How the editions of all schools stand, as data.
pub const STATUS: &str = "status.json";

/// The hashes that begin with these hexadecimal digits, for the page [`VERIFY`].
#[must_use]
pub fn proofs(digits: &str) -> String {
    format!("verify/list{digits}.js")
}

/// Addresses of one school's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addresses {
    /// `""` for the only school of a site, else the school's folder with a closing `/`.
    prefix: String,
    base_url: String,
}

impl Addresses {
    /// Addresses of `school` within `site`.
    #[must_use]
    pub fn new(site: &Site, school: &School) -> Self {
        let prefix = if site.portal { format!("{}/", school.id) } else { String::new() };
        Self { prefix, base_url: site.base_url.clone() }
    }

    /// Path of `tail` within the school's part of the site.
    #[must_use]
    pub fn path(&self, tail: &str) -> String {
        format!("{}{tail}", self.prefix)
    }

    /// The school's start page.
    #[must_use]
    pub fn home(&self) -> String {
        self.path("index.html")
    }

    /// The page of a regulation: its edition in force.
    #[must_use]
    pub fn regulation(&self, id: &str) -> String {
        self.path(&format!("{id}/index.html"))
    }

    /// The unchanging page of one edition.
    #[must_use]
    pub fn edition(&self, id: &str, approved: Date) -> String {
        self.path(&format!("{id}/{approved}/index.html"))
    }

    /// The page of a draft.
    #[must_use]
    pub fn draft(&self, id: &str) -> String {
        self.path(&format!("{id}/draft/index.html"))
    }

    /// What a draft would change.
    #[must_use]
    pub fn draft_changes(&self, id: &str) -> String {
        self.path(&format!("{id}/draft/changes.html"))
    }

    /// The Atom feed of the school: the only feed of a site without portal.
    #[must_use]
    pub fn news(&self) -> String {
        self.path("feed.xml")
    }

    /// What one edition changed against the one before it.
    #[must_use]
    pub fn changes(&self, id: &str, approved: Date) -> String {
        self.path(&format!("{id}/{approved}/changes.html"))
    }

    /// The printable act of one edition.
    #[must_use]
    pub fn act(&self, id: &str, approved: Date) -> String {
        self.path(&format!("{id}/{approved}.pdf"))
    }

    /// The act for the files; printed on demand, not published.
    #[must_use]
    pub fn act_file(&self, id: &str, approved: Date) -> String {
        self.path(&format!("{id}/{approved}-file.pdf"))
    }

    /// The act as a booklet; printed on demand, not published.
    #[must_use]
    pub fn act_booklet(&self, id: &str, approved: Date) -> String {
        self.path(&format!("{id}/{approved}-booklet.pdf"))
    }

    /// The comparison table with the edition before.
    #[must_use]
    pub fn comparison(&self, id: &str, approved: Date) -> String {
        self.path(&format!("{id}/{approved}-changes.pdf"))
    }

    /// The clauses of one edition as data.
    #[must_use]
    pub fn edition_data(&self, id: &str, approved: Date) -> String {
        self.path(&format!("{id}/{approved}.json"))
    }

    /// The timetable page.
    #[must_use]
    pub fn timetable(&self) -> String {
        self.path("timetable/index.html")
    }

    /// The page of the consultant with this identifier.
    #[must_use]
    pub fn consultant(&self, id: &str) -> String {
        self.path(&format!("timetable/{id}/index.html"))
    }

    /// A feed: `all`, `parents`, `staff`, `pupils`, `deadlines`, or a consultant's by id.
    #[must_use]
    pub fn feed(&self, name: &str) -> String {
        self.path(&format!("calendar/{name}.ics"))
    }

    /// The page by which people subscribe to the feed `name`.
    #[must_use]
    pub fn subscribe(&self, name: &str) -> String {
        self.path(&format!("calendar/{name}/index.html"))
    }

    /// The page with all calendars of the school.
    #[must_use]
    pub fn calendars(&self) -> String {
        self.path("calendar/index.html")
    }

    /// A poster as PDF: `timetable.pdf` is upright A3 in colour, `timetable-a4-bw.pdf` says what
    /// it is.
    #[must_use]
    pub fn poster(&self, name: &str, variant: Variant) -> String {
        let variant = match variant.id() {
            "a3" => String::new(),
            id => format!("-{id}"),
        };
        self.path(&format!("posters/{name}{variant}.pdf"))
    }

    /// The page of all sheets for the stand.
    #[must_use]
    pub fn posters(&self) -> String {
        self.path("posters/index.html")
    }

    /// The list of the sheets for the stand as data.
    #[must_use]
    pub fn sheets(&self) -> String {
        self.path(stand::FILE)
    }

    /// The preview picture of a poster.
    #[must_use]
    pub fn poster_preview(&self, name: &str) -> String {
        self.path(&format!("posters/{name}.png"))
    }

    /// The page of publication dates.
    #[must_use]
    pub fn publication(&self) -> String {
        self.path("publication/index.html")
    }

    /// The journal of publication.
    #[must_use]
    pub fn journal(&self) -> String {
        self.path(JOURNAL)
    }

    /// The receipt of posting of one edition.
    #[must_use]
    pub fn receipt(&self, id: &str, approved: Date) -> String {
        self.path(&format!("publication/{id}-{approved}.pdf"))
    }

    /// The absolute address of a path: `index.html` at its end is left out.
    #[must_use]
    pub fn absolute(&self, path: &str) -> String {
        Self::absolute_in(&self.base_url, path)
    }

    /// The absolute address of a path in the site at `base_url`, likewise.
    #[must_use]
    pub fn absolute_in(base_url: &str, path: &str) -> String {
        format!("{base_url}{}", path.strip_suffix("index.html").unwrap_or(path))
    }
}

/// The page by which people subscribe to [`PORTAL_DEADLINES`].
pub const PORTAL_SUBSCRIBE: &str = "calendar/deadlines/index.html";

/// The relative reference from the page at `from` to the file at `to`, both paths in the output
/// folder: it works under any prefix and from a USB stick, so `index.html` is kept.
#[must_use]
pub fn relative(from: &str, to: &str) -> String {
    let same = from.bytes().zip(to.bytes()).take_while(|(a, b)| a == b).count();
    let shared = from.as_bytes()[..same].iter().rposition(|b| *b == b'/').map_or(0, |at| at + 1);
    let up = from.bytes().skip(shared).filter(|b| *b == b'/').count();
    let mut reference = String::with_capacity(3 * up + to.len() - shared);
    (0..up).for_each(|_| reference.push_str("../"));
    reference.push_str(&to[shared..]);
    reference
}
