//! A small reader of the HTML that we write: enough for its tags, attributes and words.

/// A start tag with its attributes, in the order of the page.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
}

impl Tag {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// All start tags of `html`.
pub(super) fn tags(html: &str) -> Vec<Tag> {
    pieces(html).filter(|piece| piece.starts_with('<')).filter_map(tag).collect()
}

/// Text and tags of `html` in order; a tag begins with `<`.
fn pieces(html: &str) -> impl Iterator<Item = &str> {
    let mut rest = html;
    std::iter::from_fn(move || {
        let end = match rest.strip_prefix('<') {
            Some(tag) => tag.find('>').map(|at| at + 2),
            None => rest.find('<').or((!rest.is_empty()).then_some(rest.len())),
        };
        let (piece, after) = rest.split_at(end?);
        rest = after;
        Some(piece)
    })
}

fn tag(piece: &str) -> Option<Tag> {
    let inner = piece.strip_prefix('<')?.strip_suffix('>')?;
    let name_end = inner.find(char::is_whitespace).unwrap_or(inner.len());
    let (name, mut rest) = inner.split_at(name_end);
    if name.starts_with(['/', '!', '?']) {
        return None;
    }
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        let end = rest.find(['=', ' ', '\n']).unwrap_or(rest.len());
        if end == 0 {
            break;
        }
        let key = &rest[..end];
        rest = &rest[end..];
        let value = match rest.strip_prefix("=\"") {
            Some(quoted) => {
                let close = quoted.find('"').expect("a closing quote");
                rest = &quoted[close + 1..];
                unescaped(&quoted[..close])
            }
            None => String::new(),
        };
        attributes.push((key.to_owned(), value));
    }
    Some(Tag { name: name.to_owned(), attributes })
}

/// The words of `html` as a reader meets them; back links of footnotes are left out.
pub(super) fn words(html: &str) -> Vec<String> {
    let mut out = String::new();
    let mut skipping = false;
    for piece in pieces(html) {
        if piece.starts_with('<') {
            match piece {
                "</a>" => skipping = false,
                _ if piece.starts_with("<a class=\"back\"") => skipping = true,
                _ => {}
            }
            let inline = ["<strong", "</strong", "<em", "</em", "<sup", "</sup", "<sub", "</sub"];
            let inline = inline.iter().chain(&["<a", "</a", "<code", "</code"]);
            if !inline.into_iter().any(|tag| piece.starts_with(tag)) {
                out.push(' ');
            }
        } else if !skipping {
            out.push_str(&unescaped(piece));
        }
    }
    out.split_whitespace().map(ToOwned::to_owned).collect()
}

fn unescaped(text: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'")];
    let text = pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    text.replace("&#x2F;", "/").replace("&amp;", "&")
}
