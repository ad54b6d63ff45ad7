//! The theme: templates, style sheet, fonts and print layouts.
//!
//! The built-in theme `default` is embedded in the binary. A workspace may put files of the same
//! names into `themes/<name>/`; each replaces or adds a single file. A theme is trusted code of
//! the workspace's owner: its templates are not limited in time.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// Files of the built-in theme, by path within the theme's folder; a test compares the list
/// with `themes/default`.
macro_rules! built_in {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_bytes!(concat!("../../themes/default/", $path)))),*]
    };
}

/// Pages.
const TEMPLATES: &[(&str, &[u8])] = built_in![
    "templates/404.html.tera",
    "templates/base.html.tera",
    "templates/calendars.html.tera",
    "templates/card.html.tera",
    "templates/changes.html.tera",
    "templates/clock.html.tera",
    "templates/consultant.html.tera",
    "templates/draft.html.tera",
    "templates/entries.html.tera",
    "templates/exceptions.html.tera",
    "templates/facts.html.tera",
    "templates/feed.xml.tera",
    "templates/feeds.html.tera",
    "templates/home.html.tera",
    "templates/next.html.tera",
    "templates/people.html.tera",
    "templates/plan.html.tera",
    "templates/plans.html.tera",
    "templates/portal.html.tera",
    "templates/posting.html.tera",
    "templates/publication.html.tera",
    "templates/regulation.html.tera",
    "templates/robots.txt.tera",
    "templates/stand.html.tera",
    "templates/subscribe.html.tera",
    "templates/timetable.html.tera",
    "templates/verify.html.tera",
];
/// Files that the site serves as they are.
const STATIC: &[(&str, &[u8])] = built_in![
    "static/act.js",
    "static/fonts/LICENSE.txt",
    "static/fonts/sans-bold.woff2",
    "static/fonts/sans.woff2",
    "static/fonts/serif-bold.woff2",
    "static/fonts/serif-italic.woff2",
    "static/fonts/serif.woff2",
    "static/icon.svg",
    "static/posting.js",
    "static/site.css",
    "static/site.js",
    "static/verify.js",
];
/// Typst layouts and fonts for print.
const PRINT: &[(&str, &[u8])] = built_in![
    "fonts/LICENSE-PT.txt",
    "fonts/PTF55F.ttf",
    "fonts/PTF56F.ttf",
    "fonts/PTF75F.ttf",
    "fonts/PTF76F.ttf",
    "fonts/PTS55F.ttf",
    "fonts/PTS75F.ttf",
    "print/act.typ",
    "print/base.typ",
    "print/comparison.typ",
    "print/contacts.typ",
    "print/document.typ",
    "print/filing.typ",
    "print/flow.typ",
    "print/memo.typ",
    "print/notice.typ",
    "print/reach.typ",
    "print/receipt.typ",
    "print/strips.typ",
    "print/timetable-list.typ",
    "print/timetable-session.typ",
    "print/timetable-week.typ",
    "print/timetable.typ",
];

/// All files of a theme.
#[derive(Debug, Clone)]
pub struct Theme {
    files: BTreeMap<String, Cow<'static, [u8]>>,
}

impl Theme {
    /// The built-in theme.
    #[must_use]
    pub fn built_in() -> Self {
        let all = [TEMPLATES, STATIC, PRINT].into_iter().flatten();
        let files = all.map(|(path, bytes)| ((*path).to_owned(), Cow::Borrowed(*bytes)));
        Self { files: files.collect() }
    }

    /// Replaces or adds the file at `path`, relative to the theme's folder, with `/`.
    pub fn insert(&mut self, path: String, bytes: Vec<u8>) {
        self.files.insert(path, Cow::Owned(bytes));
    }

    /// The file at `path`.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(AsRef::as_ref)
    }

    /// The files in `folder` (`templates/`) in the order of their paths, with the paths from
    /// that folder.
    pub fn folder<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        let files = self.files.iter();
        files.filter_map(move |(path, bytes)| Some((path.strip_prefix(folder)?, bytes.as_ref())))
    }
}
