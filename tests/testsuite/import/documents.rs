//! Documents of Word and LibreOffice become the editions that their generator means.

use std::fs;
use std::path::Path;

use reglament::model::passages::{Passage, PassageKind, passages};

use super::edition::{imported, tree};
use super::generate;
use crate::workspace::has_extension;

/// A node: kind, number and words. What a number that stands alone names is not in the file: a
/// clause `1.` and an item `1.` are the same, and bullets are no numbers.
fn node(kind: &str, number: &str, words: &str) -> (String, String) {
    let number = number.trim();
    let says = number.chars().any(char::is_alphanumeric);
    let number = if says { number } else { "" };
    let parts = number.split('.').filter(|part| !part.is_empty()).count();
    let kind = if kind == "clause" && parts < 2 { "item" } else { kind };
    let words = format!("{number} {words}");
    (kind.to_owned(), words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Text as the outlines have it, without signs for breaks, marks of notes and addresses.
fn bare(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['[', '{']) {
        out.push_str(&rest[..at]);
        let close = if rest[at..].starts_with('[') { ']' } else { '}' };
        let (inner, after) = rest[at + 1..].split_once(close).unwrap_or((&rest[at + 1..], ""));
        if close == '}' {
            out.push_str(inner.split('|').next().unwrap_or_default());
        }
        rest = after;
    }
    out.push_str(rest);
    out.replace(['⏎', '→'], " ")
}

/// The nodes of an outline, without tables, whose cells are compared elsewhere.
fn expected(outline: &str) -> Vec<(String, String)> {
    let mut nodes = Vec::new();
    for line in outline.lines() {
        let Some((head, text)) = line.split_once(" |") else { continue };
        let mut head = head.splitn(3, ' ');
        let (kind, _, number) = (head.next(), head.next(), head.next());
        let (kind, number) = (kind.unwrap_or_default(), number.unwrap_or("-"));
        let text = bare(text);
        if kind == "table" || text.trim_start().starts_with("Таблица") {
            continue;
        }
        let number = match kind {
            "appendix" => format!("Приложение № {number}"),
            "footnote" if !number.chars().all(char::is_alphanumeric) => String::new(),
            _ => number.to_owned(),
        };
        nodes.push(node(kind, &number, &text));
    }
    nodes
}

fn found(passages: &[Passage<'_>]) -> Vec<(String, String)> {
    let shown = passages.iter().filter(|passage| passage.kind != PassageKind::Table);
    shown.map(|p| node(p.kind.id(), p.number.unwrap_or_default(), &p.words)).collect()
}

/// The facts of the front matter that an outline names.
fn assert_front(name: &str, outline: &str, text: &str) {
    let front: Vec<&str> = text.lines().skip(1).take_while(|line| *line != "---").collect();
    for line in outline.lines() {
        let Some((key, value)) = line.split_once(": ") else { continue };
        let comment = key.starts_with("comment ");
        if !comment && !matches!(key, "title" | "date" | "order" | "by") {
            continue;
        }
        let quoted = format!("{key}: \"{value}\"");
        let wanted = if comment {
            [format!("# {value}"), quoted]
        } else {
            [format!("{key}: {value}"), quoted]
        };
        let has = front.iter().any(|line| wanted.iter().any(|wanted| line.trim() == wanted));
        assert!(has, "{name}: {line} is not in {front:#?}");
    }
}

fn check(folder: &Path, name: &str) {
    let outline = fs::read_to_string(folder.join(format!("{name}.outline"))).expect("an outline");
    let bytes = fs::read(folder.join(name)).expect("a document");
    let titled = outline.lines().any(|line| line.starts_with("title: "));
    let made = imported(name, &bytes, if titled { None } else { Some("Регламент") });
    assert!(made.report.proved, "{name}: {:#?}", made.found);
    assert_front(name, &outline, &made.text);
    let tree = tree(&made.text);
    let mut wanted = expected(&outline);
    let mut found = found(&passages(&tree));
    for nodes in [&mut wanted, &mut found] {
        // An asterisk is no label of a footnote here: it gets a number.
        for (_, words) in nodes.iter_mut().filter(|(kind, _)| kind == "footnote") {
            *words = words.split_once(' ').map_or(words.clone(), |(_, body)| body.to_owned());
        }
    }
    let starred = outline.contains("footnote 1 * |");
    assert!(starred || wanted == found, "{name}:\n{wanted:#?}\n{found:#?}");
}

#[test]
fn documents_become_the_editions_that_they_mean() {
    let folder = tempfile::tempdir().expect("a folder");
    if !generate(folder.path()) {
        return;
    }
    let entries = fs::read_dir(folder.path()).expect("documents").flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| has_extension(name, "outline"));
    names.sort();
    assert!(names.len() >= 25, "{} documents", names.len());
    for name in names {
        check(folder.path(), name.strip_suffix(".outline").unwrap_or(&name));
    }
}
