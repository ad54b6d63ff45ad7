//! Answers: what a path shows, with media type, tag and ranges.

use axum::body::{Body, Bytes as Content};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode, header};
use http_range_header::{RangeUnsatisfiableError, parse_range_header};
use sha2::{Digest, Sha256};

use super::page::{Page, stand_in, with_client};
use crate::diagnostics::Diagnostics;
use crate::language::Catalogue;
use crate::model::passages::hex;
use crate::pipeline::preview::{Bytes, Snapshot};

/// The policy of the published site: the client of the preview is of the same origin.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                      font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; \
                      frame-ancestors 'self'";

/// What a path shows.
pub(super) enum Shown {
    /// A file as it is published.
    File(Bytes),
    /// A page: of the site, that for wrong addresses, or one that stands in.
    Page(Html),
}

/// A page before the client is added.
pub(super) struct Html {
    pub(super) status: StatusCode,
    pub(super) text: String,
    /// The path as links in the page see it.
    pub(super) path: String,
    /// Why the page that was asked for cannot be made.
    pub(super) failed: Option<Diagnostics>,
}

/// What is at `path`.
pub(super) fn show(snapshot: &Snapshot, path: &str, catalogue: &Catalogue) -> Shown {
    let page = |status, text, path: &str, failed| {
        Shown::Page(Html { status, text, path: path.to_owned(), failed })
    };
    match snapshot.file(path) {
        Ok(Some(bytes)) => match as_page(path, &bytes) {
            Some(text) => page(StatusCode::OK, text, path, None),
            None => Shown::File(bytes),
        },
        Ok(None) => {
            const WRONG: &str = "404.html";
            let own = snapshot.file(WRONG).ok().flatten();
            let own = own.and_then(|bytes| as_page(WRONG, &bytes));
            let key = if snapshot.found().has_errors() { "serve-nothing" } else { "serve-missing" };
            let text = own.unwrap_or_else(|| stand_in(catalogue, key));
            page(StatusCode::NOT_FOUND, text, WRONG, None)
        }
        Err(failed) => {
            let text = stand_in(catalogue, "serve-failed");
            page(StatusCode::INTERNAL_SERVER_ERROR, text, path, Some(failed))
        }
    }
}

fn as_page(path: &str, bytes: &[u8]) -> Option<String> {
    let is_page = path.rsplit_once('.').is_some_and(|(_, ending)| ending == "html");
    is_page.then(|| std::str::from_utf8(bytes).ok().map(ToOwned::to_owned)).flatten()
}

/// The answer with what `path` shows.
pub(super) fn answer(
    snapshot: &Snapshot,
    path: &str,
    catalogue: &Catalogue,
    (method, asked): (&Method, &HeaderMap),
) -> Response<Body> {
    match show(snapshot, path, catalogue) {
        Shown::File(bytes) => {
            let content = Content::from_owner(bytes);
            of_content(StatusCode::OK, media_type(path), content, (method, asked))
        }
        Shown::Page(html) => {
            let version = Page::read(snapshot, &html.path, &html.text).version;
            let text = with_client(&html.text, path, &version);
            of_content(html.status, media_type("index.html"), text.into(), (method, asked))
        }
    }
}

/// An answer with `content`: all of it, a range, or that it is known already.
pub(super) fn of_content(
    status: StatusCode,
    kind: &'static str,
    content: Content,
    (method, asked): (&Method, &HeaderMap),
) -> Response<Body> {
    let tag: String = hex(&Sha256::digest(&content)).chars().take(32).collect();
    let tag = format!("\"{tag}\"");
    let of = |name: HeaderName| asked.get(name).and_then(|value| value.to_str().ok());
    let fine = status == StatusCode::OK;
    let known = of(header::IF_NONE_MATCH)
        .is_some_and(|tags| tags.split(',').any(|one| [&tag, "*"].contains(&one.trim())));
    if fine && known {
        return bare(StatusCode::NOT_MODIFIED, &[(header::ETAG, &tag)]);
    }
    let length = content.len();
    let range = of(header::RANGE).filter(|_| fine && method == Method::GET);
    let range = range.filter(|_| of(header::IF_RANGE).is_none_or(|one| one == tag));
    let (status, content, part) = match range.map(|range| part(range, length)) {
        None | Some(Part::All) => (status, content, None),
        Some(Part::Of(first, last)) => {
            let part = content.slice(first..=last);
            (StatusCode::PARTIAL_CONTENT, part, Some(format!("bytes {first}-{last}/{length}")))
        }
        Some(Part::None) => {
            let all = format!("bytes */{length}");
            let status = StatusCode::RANGE_NOT_SATISFIABLE;
            return bare(status, &[(header::CONTENT_RANGE, &all)]);
        }
    };
    let size = content.len().to_string();
    let mut headers = vec![
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_LENGTH, &size),
        (header::ACCEPT_RANGES, "bytes"),
        (header::ETAG, &tag),
    ];
    headers.extend(part.as_deref().map(|part| (header::CONTENT_RANGE, part)));
    let mut answer = bare(status, &headers);
    if method != Method::HEAD {
        *answer.body_mut() = Body::from(content);
    }
    answer
}

/// What a `Range` asks for.
enum Part {
    All,
    /// From the first to the last byte.
    Of(usize, usize),
    None,
}

/// Several ranges are answered with everything, as is a `Range` that is not understood.
fn part(range: &str, length: usize) -> Part {
    let Ok(parsed) = parse_range_header(range) else { return Part::All };
    if parsed.ranges.len() != 1 || length == 0 {
        return if length == 0 { Part::None } else { Part::All };
    }
    match parsed.validate(length as u64) {
        Ok(parts) => {
            let number = |n: &u64| usize::try_from(*n).ok();
            let ends = parts.first().map(|part| (number(part.start()), number(part.end())));
            match ends {
                Some((Some(first), Some(last))) => Part::Of(first, last),
                _ => Part::All,
            }
        }
        Err(RangeUnsatisfiableError::FileSuffixOutOfBounds) => Part::Of(0, length - 1),
        Err(_) => Part::None,
    }
}

/// An answer without content, with the headers that all have.
pub(super) fn bare(status: StatusCode, headers: &[(HeaderName, &str)]) -> Response<Body> {
    let mut answer = Response::new(Body::empty());
    *answer.status_mut() = status;
    let always = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        // Asked for anew each time, and answered «not changed» where it is not.
        (header::CACHE_CONTROL, "no-cache"),
    ];
    for (name, value) in always.iter().chain(headers) {
        if let Ok(value) = HeaderValue::from_str(value) {
            answer.headers_mut().insert(name.clone(), value);
        }
    }
    answer
}

/// The media type by the ending of a path.
pub(super) fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "jsonl" => "application/jsonl; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "ico" => "image/vnd.microsoft.icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "pdf" => "application/pdf",
        "tsr" => "application/timestamp-reply",
        _ => "application/octet-stream",
    }
}
