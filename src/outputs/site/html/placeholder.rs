//! Marks of what is to be filled in look like marks on a page: `<mark>` around them.

use crate::language::placeholder::{is_marked, marks};

/// Elements whose content is no text of the page.
const OTHER: [&str; 3] = ["title", "script", "style"];

/// The page with its marks in `<mark>`; attributes, title and scripts stay as they are.
pub(in crate::outputs::site) fn marked(page: Vec<u8>) -> Vec<u8> {
    match String::from_utf8(page) {
        Ok(page) if is_marked(&page) => with_marks(&page).into_bytes(),
        Ok(page) => page.into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

fn with_marks(page: &str) -> String {
    let mut out = String::with_capacity(page.len() + 256);
    let mut other = None;
    let mut rest = page;
    while let Some((text, tail)) = rest.split_once('<') {
        push(&mut out, text, other.is_some());
        let (tag, after) = tail.split_once('>').unwrap_or((tail, ""));
        out.push_str(&format!("<{tag}>"));
        let name = tag.split([' ', '\n', '/']).next().unwrap_or_default();
        other = match other {
            Some(open) if tag.strip_prefix('/') == Some(open) => None,
            None if OTHER.contains(&name) => Some(name),
            open => open,
        };
        rest = after;
    }
    push(&mut out, rest, other.is_some());
    out
}

/// Adds the text between two tags.
fn push(out: &mut String, text: &str, as_is: bool) {
    let mut end = 0;
    for range in marks(text).filter(|_| !as_is) {
        out.push_str(text.get(end..range.start).unwrap_or_default());
        out.push_str(&format!("<mark>{}</mark>", text.get(range.clone()).unwrap_or_default()));
        end = range.end;
    }
    out.push_str(text.get(end..).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn marks_in_text_alone() {
        let page = "<title>[заполните: а]</title><p title=\"[заполните: б]\">Имя: [заполните: в], \
                    <b>[fill in: d]</b></p><script>[заполните: е]</script>";
        let expected = "<title>[заполните: а]</title><p title=\"[заполните: б]\">Имя: \
                        <mark>[заполните: в]</mark>, <b><mark>[fill in: d]</mark></b></p>\
                        <script>[заполните: е]</script>";
        let made = String::from_utf8(marked(page.into())).expect("UTF-8");
        assert_eq!(made, expected);
    }
}
