//! The verdict on an edition: its page, its printed text and its data.

use serde::Deserialize;

use super::site::{Got, Trouble};
use super::verdict::{Verdict, Weight};
use super::{Asked, text};

/// Value of `format` in the data of an edition.
const FORMAT: &str = "reglament-edition/1";

/// What was found of one edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionVerdict {
    /// Title of the act.
    pub title: String,
    /// Identifier of the school.
    pub school: String,
    /// Date of approval as `YYYY-MM-DD`.
    pub approved: String,
    /// SHA-256 of the canonical text, hexadecimal.
    pub sha256: String,
    /// Path of its page, and what is to be said of it.
    pub page: (String, Verdict),
    /// What is to be said of its data.
    pub data: Verdict,
    /// What is to be said of its printed text; `None` if the site has none.
    pub pdf: Option<Verdict>,
}

impl EditionVerdict {
    /// Whether visitors can read the edition and load it.
    #[must_use]
    pub fn is_there(&self) -> bool {
        let pdf = self.pdf.as_ref().is_none_or(|pdf| pdf.weight() < Weight::Wrong);
        self.page.1.weight() < Weight::Wrong && self.data.weight() < Weight::Wrong && pdf
    }
}

/// As far as the data of an edition are needed.
#[derive(Deserialize)]
struct Data {
    format: String,
    school: String,
    title: String,
    approved: String,
    sha256: String,
    nodes: Vec<Words>,
    #[serde(default)]
    footnotes: Vec<Words>,
}

/// Words of a node or a footnote.
#[derive(Deserialize)]
struct Words {
    /// Of a footnote its label.
    #[serde(alias = "label")]
    number: Option<String>,
    text: String,
}

impl Data {
    /// All words of the act, in order.
    fn words(&self) -> Vec<String> {
        let all = self.nodes.iter().chain(&self.footnotes);
        let texts = all.flat_map(|words| words.number.iter().chain([&words.text]));
        texts.flat_map(|text| text.split_whitespace()).map(str::to_owned).collect()
    }
}

/// Whether `path` is that of an edition's data: `<regulation>/<date>.json`.
pub(super) fn is_data(path: &str) -> bool {
    let stem = path.strip_suffix(".json");
    let name = stem.and_then(|stem| stem.rsplit('/').next());
    name.is_some_and(|name| name.len() == 10 && name.parse::<jiff::civil::Date>().is_ok())
}

/// How a page is asked for once more.
pub(super) type Ask<'a> = &'a dyn Fn(&str) -> Option<Result<Got, Trouble>>;

/// The editions among the files that were asked for.
///
/// Where a page differs and the built one is not at hand, `ask` gives it again, and the data tell
/// whether it shows the words of the act and no others: the verdict on the page is then that it
/// was rewritten.
pub(super) fn editions(paths: &[&str], asked: &mut [Asked], ask: Ask<'_>) -> Vec<EditionVerdict> {
    let mut editions = Vec::new();
    for (index, path) in paths.iter().enumerate() {
        let Some(stem) = path.strip_suffix(".json").filter(|_| is_data(path)) else { continue };
        let bytes = asked.get(index).and_then(|asked| asked.data.as_deref());
        let data = bytes.and_then(|bytes| serde_json::from_slice(bytes).ok());
        let Some(data) = data.filter(|data: &Data| data.format == FORMAT) else { continue };
        let page = format!("{stem}/index.html");
        let Ok(page_at) = paths.binary_search(&page.as_str()) else { continue };
        if asked[page_at].verdict == Verdict::Different
            && ask(&page).is_some_and(|page| shows(page, &data))
        {
            asked[page_at].verdict = Verdict::Rewritten;
        }
        let pdf = paths.binary_search(&format!("{stem}.pdf").as_str()).ok();
        editions.push(EditionVerdict {
            page: (page, asked[page_at].verdict.clone()),
            data: asked[index].verdict.clone(),
            pdf: pdf.map(|pdf| asked[pdf].verdict.clone()),
            title: data.title,
            school: data.school,
            approved: data.approved,
            sha256: data.sha256,
        });
    }
    editions
}

/// Whether the page shows the words of the act in their order, and no others among them.
fn shows(page: Result<Got, Trouble>, data: &Data) -> bool {
    page.is_ok_and(|page| text::act_words(&page.bytes).is_some_and(|words| words == data.words()))
}
