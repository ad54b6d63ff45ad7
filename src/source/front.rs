//! Adding to the front matter of a text without touching anything else in it: its byte order mark
//! and line ends stay, and what is added has the line ends of the first line.

use super::fences;

/// `text` with the lines of `yaml` at the end of its front matter; `None` if it has none.
#[must_use]
pub fn appended(text: &str, yaml: &str) -> Option<String> {
    let (_, end, _) = fences(text)?;
    Some(inserted(text, end, yaml))
}

/// `text` with one more item in the list `key` of its front matter, which is begun if there is
/// none. The lines of `item` carry no indent and no dash. `None` if there is no front matter, or
/// if the list stands on the line of its key, where nothing can be added without rewriting it.
#[must_use]
pub fn with_item(text: &str, key: &str, item: &[String]) -> Option<String> {
    let (_, end, _) = fences(text)?;
    let head = format!("{key}:");
    let mut offset = 0;
    let mut list: Option<List> = None;
    for line in text[..end].split_inclusive('\n') {
        offset += line.len();
        let words = line.trim();
        match &mut list {
            None if line.starts_with(&head) => {
                let rest = words[head.len()..].trim();
                if !rest.is_empty() && !rest.starts_with('#') {
                    return None;
                }
                list = Some(List { end: offset, indent: None });
            }
            None => {}
            Some(_) if words.is_empty() || words.starts_with('#') => {}
            Some(list) if line.starts_with(char::is_whitespace) || words.starts_with('-') => {
                let indent = line.len() - line.trim_start().len();
                list.end = offset;
                list.indent = list.indent.or(words.starts_with('-').then_some(indent));
            }
            // The next key.
            Some(_) => break,
        }
    }
    let Some(List { end, indent }) = list else {
        return appended(text, &format!("{head}\n{}", lines(2, item)));
    };
    let item = lines(indent.unwrap_or(2), item);
    Some(inserted(text, end, &item))
}

/// `text` with `lines` at the byte `at`.
fn inserted(text: &str, at: usize, lines: &str) -> String {
    let (before, after) = text.split_at(at);
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    if first.ends_with("\r\n") {
        return format!("{before}{}{after}", lines.replace('\n', "\r\n"));
    }
    format!("{before}{lines}{after}")
}

/// A list of the front matter.
struct List {
    /// Where its last line ends.
    end: usize,
    /// What stands before the dash of its items.
    indent: Option<usize>,
}

/// The lines of an item of a list.
fn lines(indent: usize, item: &[String]) -> String {
    let space = " ".repeat(indent);
    let line = |(index, line): (usize, &String)| {
        format!("{space}{} {line}\n", if index == 0 { "-" } else { " " })
    };
    item.iter().enumerate().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::{appended, with_item};

    fn item() -> Vec<String> {
        vec!["date: 2026-09-02".to_owned(), "at: п. 1".to_owned()]
    }

    #[test]
    fn an_item_begins_or_continues_a_list() {
        let begun = with_item("---\ntitle: А\n---\nТекст\n", "errata", &item());
        let expected = "---\ntitle: А\nerrata:\n  - date: 2026-09-02\n    at: п. 1\n---\nТекст\n";
        assert_eq!(begun.as_deref(), Some(expected));
        let text = "---\nerrata:\n- date: 2026-09-01\n  at: x\n\n# note\ntitle: А\n---\n";
        let continued = with_item(text, "errata", &item());
        let expected = "---\nerrata:\n- date: 2026-09-01\n  at: x\n- date: 2026-09-02\n  at: п. 1\n\n\
                        # note\ntitle: А\n---\n";
        assert_eq!(continued.as_deref(), Some(expected));
    }

    #[test]
    fn marks_and_line_ends_stay() {
        let text = "\u{feff}---\r\nerrata:\r\n- date: 2026-09-01\r\n---\r\nТекст\r\n";
        let with = with_item(text, "errata", &item()[..1]).expect("a list");
        let expected = "\u{feff}---\r\nerrata:\r\n- date: 2026-09-01\r\n- date: 2026-09-02\r\n---\r\nТекст\r\n";
        assert_eq!(with, expected);
        let with = appended(text, "a: 1\nb: 2\n").expect("front matter");
        assert!(with.contains("2026-09-01\r\na: 1\r\nb: 2\r\n---\r\n"), "{with:?}");
    }

    #[test]
    fn a_list_on_the_line_of_its_key_is_left_alone() {
        assert_eq!(with_item("---\nerrata: []\n---\n", "errata", &item()), None);
        assert_eq!(appended("no front matter", "a: 1\n"), None);
    }
}
