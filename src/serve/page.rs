//! Pages with the client, and what tells one version of a page from another.

use html5gum::{Token, Tokenizer};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::language::Catalogue;
use crate::model::passages::hex;
use crate::pipeline::preview::Snapshot;

/// Folder of the addresses that are not of the site; no school can have this id.
pub(super) const OWN: &str = "_reglament/";
/// The client.
pub(super) const CLIENT: &str = include_str!("client.js");
/// Its style sheet.
pub(super) const OVERLAY: &str = include_str!("overlay.css");

/// Digits of a hash.
const DIGITS: usize = 16;

/// What a page looks like.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Version {
    /// The page without the addresses of its style sheets.
    pub(super) text: String,
    /// Its style sheets.
    pub(super) styles: String,
    /// The sheets whose pictures it shows.
    pub(super) pictures: String,
}

impl Version {
    /// The version as addresses and events have it.
    pub(super) fn to_text(&self) -> String {
        format!("{}.{}.{}", self.text, self.styles, self.pictures)
    }

    /// The version in an address; anything else is a version that no page has.
    pub(super) fn from_text(text: &str) -> Self {
        let mut parts = text.split('.').map(ToOwned::to_owned);
        let mut part = || parts.next().unwrap_or_default();
        Self { text: part(), styles: part(), pictures: part() }
    }
}

/// A page with what it refers to.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// What it looks like.
    pub(super) version: Version,
    /// Its style sheets.
    pub(super) styles: Vec<Style>,
    /// Paths of the pictures that it shows, those of sheets only.
    pub(super) pictures: Vec<String>,
}

/// A style sheet of a page.
#[derive(Debug, Serialize)]
pub(super) struct Style {
    /// Its address as it stands in the page, and the hash of what is there: `…?v=…`.
    pub(super) href: String,
}

impl Page {
    /// The page `html` at `path`.
    pub(super) fn read(snapshot: &Snapshot, path: &str, html: &str) -> Self {
        let Links { styles, pictures } = links(html);
        let (mut rest, mut style_hash) = (html.to_owned(), Sha256::new());
        let mut page = Self::default();
        for href in styles {
            rest = rest.replace(&format!("\"{href}\""), "");
            let bytes = snapshot.file(&resolved(snapshot, path, &href)).ok().flatten();
            let hash = short(&Sha256::digest(bytes.as_deref().unwrap_or_default()));
            let href = format!("{href}?v={hash}");
            style_hash.update(&href);
            page.styles.push(Style { href });
        }
        let mut picture_hash = Sha256::new();
        for picture in pictures {
            let picture = resolved(snapshot, path, &picture);
            if let Some(state) = snapshot.sheet_state(&picture) {
                picture_hash.update(state);
                page.pictures.push(picture);
            }
        }
        page.version = Version {
            text: short(&Sha256::digest(rest)),
            styles: short(&style_hash.finalize()),
            pictures: short(&picture_hash.finalize()),
        };
        page
    }
}

fn short(digest: &[u8]) -> String {
    hex(digest).chars().take(DIGITS).collect()
}

/// Addresses in a page, as they stand there.
#[derive(Default)]
struct Links {
    styles: Vec<String>,
    pictures: Vec<String>,
}

fn links(html: &str) -> Links {
    let mut links = Links::default();
    for token in Tokenizer::new(html) {
        let Ok(Token::StartTag(tag)) = token else { continue };
        let attribute = |name: &str| {
            let value = tag.attributes.get(name.as_bytes())?;
            Some(String::from_utf8_lossy(&value.value).into_owned())
        };
        match tag.name.as_slice() {
            b"link" if attribute("rel").as_deref() == Some("stylesheet") => {
                links.styles.extend(attribute("href"));
            }
            b"img" => links.pictures.extend(attribute("src")),
            _ => {}
        }
    }
    links
}

/// The path in the site that `href` means in the page at `path`.
fn resolved(snapshot: &Snapshot, path: &str, href: &str) -> String {
    let href = href.split(['?', '#']).next().unwrap_or_default();
    if let Some(rooted) = href.strip_prefix('/') {
        let mount = snapshot.mount().trim_start_matches('/');
        return rooted.strip_prefix(mount).unwrap_or(rooted).to_owned();
    }
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The page with the client that keeps it up: before the end of its body.
pub(super) fn with_client(html: &str, path: &str, version: &Version) -> String {
    let escaped = path.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    let client = format!(
        "<script src=\"/{OWN}client.js\" data-path=\"{escaped}\" data-version=\"{}\"></script>\n",
        version.to_text()
    );
    let end = html.rfind("</body>").unwrap_or(html.len());
    let (before, after) = html.split_at(end);
    format!("{before}{client}{after}")
}

/// The page that stands in for one that cannot be made.
pub(super) fn stand_in(catalogue: &Catalogue, key: &str) -> String {
    let text = |key: &str| catalogue.text(key).replace('&', "&amp;").replace('<', "&lt;");
    let language = catalogue.language().tag();
    let (title, words) = (text("serve-title"), text(key));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"/{OWN}overlay.css\">\n</head>\n\
         <body class=\"stand-in\">\n<main>\n<h1>{title}</h1>\n<p>{words}</p>\n</main>\n\
         </body>\n</html>\n"
    )
}
