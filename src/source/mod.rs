//! Stage 1, read: from files to documents with places.
//!
//! [`read_site`] reads what the whole site shares, [`read_school`] one school: thousands of
//! schools are never in memory together. Nothing is understood here: a document is a YAML
//! tree, an edition is front matter and a body. What cannot be read is a finding.

pub mod archive;
pub mod encoding;
pub mod files;
pub mod front;
mod models;
pub mod recording;
mod records;
pub mod spreadsheet;
pub mod theme;
pub mod timetables;
mod unused;
pub mod xml;
pub mod yaml;

use std::sync::Arc;

use crate::diagnostics::{Diagnostic, Diagnostics, LineIndex, Place};
pub use files::Workspace;
pub use recording::Recording;
use records::{CALENDAR_LOCK, JOURNAL};
pub use records::{
    LARGEST_TOKEN, calendar_lock, journal, read_journal, read_tokens, regulation_file, token,
    token_count,
};
pub use theme::Theme;
use unused::unused;
pub use yaml::Document;

/// The production calendar of Russia that is built in.
const PRODUCTION_CALENDAR: &str = include_str!("ru_production_calendar.yaml");

/// Things with the names of their files without ending.
type Named<T> = Vec<(String, T)>;

/// A byte order mark, as editors on Windows write it before a text.
const MARK: char = '\u{feff}';

/// The folder of information systems.
const SYSTEMS: &str = "content/systems";

/// What all schools of a site share.
#[derive(Debug)]
pub struct SiteSources {
    /// `site.yaml`.
    pub site: Option<Document>,
    /// `systems/<id>.yaml` with their ids.
    pub systems: Vec<(String, Document)>,
    /// `systems/<id>.memo.md` with these ids.
    pub memos: Vec<(String, EditionSource)>,
    /// `models/<id>.md` with their ids.
    pub models: Vec<(String, EditionSource)>,
    /// The built-in production calendar.
    pub calendar: Option<Document>,
    /// Ids of the schools: folder names, in order.
    pub schools: Vec<String>,
}

/// The documents of one school.
#[derive(Debug)]
pub struct SchoolSources {
    /// Folder name.
    pub id: String,
    /// `school.yaml`.
    pub school: Option<Document>,
    /// Timetables of YAML files and spreadsheets with the names of the files without ending.
    pub timetables: Vec<(String, Document)>,
    /// Bytes of `journal.jsonl`: none if there is no file, `None` if it cannot be read.
    pub journal: Option<Vec<u8>>,
    /// `memo.md`.
    pub memo: Option<EditionSource>,
    /// Time stamps of the journal: numbers of entries, and bytes.
    pub tokens: Vec<(u64, Vec<u8>)>,
    /// Text of `calendar.lock`: the stamps of calendar events at the last build.
    pub stamps: Option<String>,
    /// Regulations by folder name, each with its editions by file name.
    pub regulations: Vec<(String, Vec<EditionSource>)>,
}

/// A file of front matter and Markdown: an edition, a draft or a memo.
#[derive(Debug)]
pub struct EditionSource {
    /// File name without `.md`.
    pub stem: String,
    /// Front matter.
    pub front: Document,
    /// Markdown text behind the front matter.
    pub body: Arc<str>,
    /// Number of lines before [`EditionSource::body`].
    pub body_line: u32,
    /// `<stem>.lock` beside it: the canonical text as approved.
    pub frozen: Option<Arc<str>>,
}

impl EditionSource {
    /// Places in the body.
    #[must_use]
    pub fn body_index(&self) -> LineIndex<'_> {
        LineIndex::part(Arc::clone(&self.front.path), &self.body, self.body_line)
    }
}

/// Reads what the site's schools share.
pub fn read_site(workspace: &Workspace, found: &mut Diagnostics) -> SiteSources {
    let site = read_yaml(workspace, "content/site.yaml", found);
    let (systems, memos) = read_systems(workspace, found);
    let models = models::read(workspace, found);
    let mut schools = Vec::new();
    for (name, is_folder) in workspace.list("content/schools", found) {
        if is_folder {
            schools.push(name);
        } else {
            found.push(unused(&format!("content/schools/{name}")));
        }
    }
    if schools.is_empty() {
        found.push(Diagnostic::error("no-schools", Place::file("content/schools")));
    }
    let path = Arc::from("ru_production_calendar.yaml");
    let calendar = yaml::parse(path, PRODUCTION_CALENDAR.to_owned(), 0, found);
    SiteSources { site, systems, memos, models, calendar, schools }
}

/// The documents and the memos of `content/systems`, by id.
fn read_systems(
    workspace: &Workspace,
    found: &mut Diagnostics,
) -> (Named<Document>, Named<EditionSource>) {
    let (mut systems, mut memos) = (Vec::new(), Vec::new());
    let names = workspace.list(SYSTEMS, found);
    let is_system = |id: &str| names.iter().any(|(name, _)| name.strip_suffix(".yaml") == Some(id));
    for (name, is_folder) in &names {
        let path = format!("{SYSTEMS}/{name}");
        match (name.strip_suffix(".yaml"), name.strip_suffix(".memo.md")) {
            (Some(id), _) if !is_folder => {
                systems.extend(read_yaml(workspace, &path, found).map(|d| (id.to_owned(), d)));
            }
            (_, Some(id)) if !is_folder && is_system(id) => {
                memos.extend(read_memo(workspace, &path, found).map(|m| (id.to_owned(), m)));
            }
            _ => found.push(unused(&path)),
        }
    }
    (systems, memos)
}

/// Reads the memo at `path`.
fn read_memo(workspace: &Workspace, path: &str, found: &mut Diagnostics) -> Option<EditionSource> {
    models::read_fenced(workspace, path, "memo-front-matter", found)
}

/// Reads the theme `name`: the built-in one with the workspace's files over it.
pub fn read_theme(workspace: &Workspace, name: &str, found: &mut Diagnostics) -> Theme {
    let mut theme = Theme::built_in();
    let folder = format!("themes/{name}");
    if name != "default" && !workspace.exists(&folder) {
        let missing = Diagnostic::error("theme-missing", Place::file("content/site.yaml"));
        found.push(missing.with("theme", name));
    }
    overlay(workspace, &folder, "", &mut theme, found);
    theme
}

fn overlay(
    workspace: &Workspace,
    folder: &str,
    inner: &str,
    theme: &mut Theme,
    found: &mut Diagnostics,
) {
    for (name, is_folder) in workspace.list(&format!("{folder}/{inner}"), found) {
        let path = if inner.is_empty() { name } else { format!("{inner}/{name}") };
        if is_folder && path.matches('/').count() < 8 {
            overlay(workspace, folder, &path, theme, found);
        } else if let Some(bytes) =
            workspace.read(&format!("{folder}/{path}"), files::LARGEST_ASSET, found)
        {
            theme.insert(path, bytes);
        }
    }
}

/// Reads the school in the folder `id`.
pub fn read_school(workspace: &Workspace, id: &str, found: &mut Diagnostics) -> SchoolSources {
    let folder = format!("content/schools/{id}");
    let school = read_yaml(workspace, &format!("{folder}/school.yaml"), found);
    let mut plans = Vec::new();
    let (mut stamps, mut journal, mut memo) = (None, Some(Vec::new()), None);
    let (mut regulations, mut tokens) = (Vec::new(), Vec::new());
    for (name, is_folder) in workspace.list(&folder, found) {
        let path = format!("{folder}/{name}");
        match (name.as_str(), is_folder) {
            ("school.yaml", false) => {}
            (name, false) if spreadsheet::is_lock(name) => {}
            (JOURNAL, false) => {
                journal = workspace.read(&path, files::LARGEST_TEXT, found);
            }
            (name, false) if timetables::is_timetable(name) => plans.push(path),
            ("memo.md", false) => memo = read_memo(workspace, &path, found),
            (CALENDAR_LOCK, false) => stamps = workspace.read_text(&path, found),
            ("timetables", true) => plans.extend(timetables::list(workspace, &path, found)),
            ("regulations", true) => regulations = read_regulations(workspace, &path, found),
            (name, false) if token_count(name).is_some() => {
                let bytes = workspace.read(&path, LARGEST_TOKEN, found);
                tokens.extend(token_count(name).zip(bytes));
            }
            _ => found.push(unused(&path)),
        }
    }
    tokens.sort_unstable_by_key(|(count, _)| *count);
    let timetables = timetables::read(workspace, &plans, found);
    if regulations.is_empty() {
        found.push(Diagnostic::warning("no-regulations", Place::file(folder)));
    }
    SchoolSources {
        id: id.to_owned(),
        school,
        timetables,
        journal,
        memo,
        tokens,
        stamps,
        regulations,
    }
}

fn read_regulations(
    workspace: &Workspace,
    folder: &str,
    found: &mut Diagnostics,
) -> Vec<(String, Vec<EditionSource>)> {
    let mut regulations = Vec::new();
    for (id, is_folder) in workspace.list(folder, found) {
        let path = format!("{folder}/{id}");
        if is_folder {
            regulations.push((id, read_editions(workspace, &path, found)));
        } else {
            found.push(unused(&path));
        }
    }
    regulations
}

fn read_editions(
    workspace: &Workspace,
    folder: &str,
    found: &mut Diagnostics,
) -> Vec<EditionSource> {
    let mut editions = Vec::new();
    let mut texts = 0;
    for (name, _) in workspace.list(folder, found) {
        // Other files are attachments.
        let Some(stem) = name.strip_suffix(".md") else { continue };
        texts += 1;
        let path = format!("{folder}/{name}");
        let text = workspace.read_text(&path, found);
        let Some(mut edition) = text.and_then(|text| edition(stem, &path, &text, found)) else {
            continue;
        };
        let lock = format!("{folder}/{stem}.lock");
        if workspace.exists(&lock) {
            edition.frozen = workspace.read_text(&lock, found).map(Arc::from);
        }
        editions.push(edition);
    }
    if texts == 0 {
        found.push(Diagnostic::error("regulation-without-editions", Place::file(folder)));
    }
    editions
}

/// The edition in the file at `path`, whose content is `text`: front matter between two lines
/// `---`, and a body.
pub fn edition(
    stem: &str,
    path: &str,
    text: &str,
    found: &mut Diagnostics,
) -> Option<EditionSource> {
    let path: Arc<str> = Arc::from(path);
    let Some((lines, front_end, body_start)) = fences(text) else {
        let place = LineIndex::new(path, text).at(1, 1, 3);
        found.push(Diagnostic::error("front-matter-missing", place));
        return None;
    };
    let front_start = text.find('\n').map_or(0, |at| at + 1);
    let front = text[front_start..front_end].to_owned();
    Some(EditionSource {
        stem: stem.to_owned(),
        front: yaml::parse(path, front, 1, found)?,
        body: Arc::from(&text[body_start..]),
        body_line: u32::try_from(lines + 1).unwrap_or(u32::MAX),
        frozen: None,
    })
}

/// The front matter's place in `text`: lines before its end, and the byte ranges' ends of itself
/// and of its closing line. `None` if `text` does not begin with one.
fn fences(text: &str) -> Option<(usize, usize, usize)> {
    let mut offset = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        offset += line.len();
        let is_fence = line.trim_start_matches(MARK).trim_end() == "---";
        if number == 0 && !is_fence {
            return None;
        }
        if number > 0 && is_fence {
            return Some((number, offset - line.len(), offset));
        }
    }
    None
}

/// Reads the text of an act with or without front matter: Markdown, and the number of lines
/// before it.
pub fn read_act(
    workspace: &Workspace,
    path: &str,
    found: &mut Diagnostics,
) -> Option<(String, u32)> {
    let text = workspace.read_text(path, found)?;
    let (lines, start) = fences(&text).map_or((0, 0), |(lines, _, start)| (lines + 1, start));
    Some((text[start..].to_owned(), u32::try_from(lines).unwrap_or(u32::MAX)))
}

fn read_yaml(workspace: &Workspace, path: &str, found: &mut Diagnostics) -> Option<Document> {
    let text = workspace.read_text(path, found)?;
    if text.trim().is_empty() {
        found.push(Diagnostic::error("file-empty", Place::file(path)));
        return None;
    }
    yaml::parse(Arc::from(path), text, 0, found)
}
