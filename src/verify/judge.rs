//! The verdict on a file.

use encoding_rs::Encoding;

use super::reference::Reference;
use super::site::{Got, Trouble};
use super::text;
use super::verdict::Verdict;

/// Encodings in which Russian hosts are known to give what they were given in UTF-8.
const ENCODINGS: [&str; 3] = ["windows-1251", "koi8-r", "iso-8859-5"];

/// Endings of files that are text.
const TEXTS: [&str; 8] = ["html", "json", "xml", "txt", "css", "js", "ics", "svg"];

/// What is to be said of `got`, the answer to a request for `path`; `lost` is what the host
/// answers to a wrong address with status 200, if it does.
pub(super) fn judge(
    reference: &Reference,
    path: &str,
    got: &Result<Got, Trouble>,
    lost: Option<&[u8]>,
) -> Verdict {
    let got = match got {
        Ok(got) => got,
        Err(Trouble::Missing) => return Verdict::Missing,
        Err(trouble) => return Verdict::Unknown(trouble.clone()),
    };
    if reference.is(path, &got.bytes) {
        return same(path, got);
    }
    if is_lost(path, &got.bytes, lost) {
        return Verdict::MissingWith200;
    }
    if let Some(encoding) = recoded(reference, path, got) {
        return Verdict::Recoded { encoding };
    }
    if ending(path) == "html" && same_words(reference, path, &got.bytes) {
        return Verdict::Rewritten;
    }
    Verdict::Different
}

/// The verdict on a file that came as it should.
fn same(path: &str, got: &Got) -> Verdict {
    let named = got.charset.as_ref().filter(|_| TEXTS.contains(&ending(path)));
    let wrong = named.filter(|named| !matches!(named.as_str(), "utf-8" | "utf8" | "us-ascii"));
    match (wrong, &got.moved_to) {
        (Some(named), _) => Verdict::Charset { named: named.clone() },
        (None, Some(to)) => Verdict::Moved { to: to.clone() },
        (None, None) => Verdict::Same,
    }
}

/// Whether the answer is the host's page for wrong addresses: the one that was seen, or a page
/// where the file is none.
fn is_lost(path: &str, bytes: &[u8], lost: Option<&[u8]>) -> bool {
    lost.is_some_and(|lost| lost == bytes) || (is_page(bytes) && ending(path) != "html")
}

/// Whether `bytes` are an HTML page.
#[must_use]
pub fn is_page(bytes: &[u8]) -> bool {
    let begin = bytes.trim_ascii_start();
    let begins =
        |with: &[u8]| begin.get(..with.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(with));
    begins(b"<!doctype html") || begins(b"<html")
}

/// The encoding in which the answer reads as the file should.
fn recoded(reference: &Reference, path: &str, got: &Got) -> Option<String> {
    if !TEXTS.contains(&ending(path)) {
        return None;
    }
    let named = got.charset.as_deref().into_iter();
    let mut labels = named.chain(ENCODINGS);
    let found = labels.find(|label| {
        let encoding = Encoding::for_label(label.as_bytes());
        let text = encoding.map(|encoding| encoding.decode_without_bom_handling(&got.bytes).0);
        text.is_some_and(|text| reference.is(path, text.as_bytes()))
    });
    found.map(str::to_owned)
}

/// Whether the page shows the words that it should. Without the file itself that cannot be said
/// here; for editions their data tell.
fn same_words(reference: &Reference, path: &str, bytes: &[u8]) -> bool {
    reference.file(path).is_some_and(|file| text::words(&file) == text::words(bytes))
}

fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}
