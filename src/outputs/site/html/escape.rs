//! Escaping, and which links may stand.

/// Schemes that a link may have; a link without a scheme is relative and may stand too.
const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

/// Appends `text` to `out` so that it is text in HTML and XML, within and outside of quotes.
pub fn push_escaped(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some((at, entity)) = next_special(rest) {
        out.push_str(&rest[..at]);
        out.push_str(entity);
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// The first byte of `text` that cannot stand as it is, and what stands for it. All such bytes
/// are ASCII, so that they are characters of their own.
fn next_special(text: &str) -> Option<(usize, &'static str)> {
    let special = |byte: &u8| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
    let at = text.as_bytes().iter().position(special)?;
    let entity = match text.as_bytes()[at] {
        b'&' => "&amp;",
        b'<' => "&lt;",
        b'>' => "&gt;",
        b'"' => "&quot;",
        _ => "&#39;",
    };
    Some((at, entity))
}

/// Whether a link to `href` may stand: a scheme of the list, or none, and no control character
/// or backslash, by which browsers could read another scheme or host out of it.
#[must_use]
pub fn is_allowed(href: &str) -> bool {
    if href.contains(|c: char| c.is_control() || c == '\\') || href.starts_with("//") {
        return false;
    }
    let before = href.split(['/', '?', '#']).next().unwrap_or_default();
    match before.split_once(':') {
        Some((scheme, _)) => SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known)),
        None => true,
    }
}

/// Whether `href` is to be read from the page's place: neither scheme nor fragment nor root.
#[must_use]
pub fn is_relative(href: &str) -> bool {
    let before = href.split(['/', '?', '#']).next().unwrap_or_default();
    !before.contains(':') && !href.starts_with(['/', '#', '?']) && !href.is_empty()
}
