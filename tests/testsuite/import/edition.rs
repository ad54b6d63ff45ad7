//! From texts to editions: the acts of the sample schools come back as they are.

use std::fs;
use std::path::PathBuf;

use reglament::diagnostics::Diagnostics;
use reglament::import::document::{Block, Extract, Flow, Origin, Paragraph, Span};
use reglament::import::{Given, Imported, edition, read};
use reglament::model::markdown;
use reglament::model::passages::{Passage, passages};
use reglament::model::text::{Node, NodeKind, RegulationText};
use reglament::source;
use walkdir::WalkDir;

use crate::workspace::project;

/// Imports a file as the command does.
pub(super) fn imported(name: &str, bytes: &[u8], title: Option<&str>) -> Imported {
    let mut found = Diagnostics::default();
    let extract =
        read::read(name, bytes, &mut found).unwrap_or_else(|| panic!("{name}: {found:?}"));
    of_extract(&extract, title)
}

/// Makes an edition of an extract.
pub(super) fn of_extract(extract: &Extract, title: Option<&str>) -> Imported {
    let given = Given { title: title.map(ToOwned::to_owned), ..Given::default() };
    edition(extract, &given, "draft.md")
}

/// The tree of an edition's file.
pub(super) fn tree(text: &str) -> RegulationText {
    let mut found = Diagnostics::default();
    let source = source::edition("draft", "draft.md", text, &mut found).expect("an edition");
    markdown::parse(&source.body, &source.body_index(), &mut found)
}

/// How deep each passage stands, from 1.
pub(super) fn depths(passages: &[Passage<'_>]) -> Vec<usize> {
    let mut depths: Vec<usize> = Vec::new();
    for passage in passages {
        depths.push(passage.parent.and_then(|at| depths.get(at)).map_or(1, |depth| depth + 1));
    }
    depths
}

/// A line a passage: kind, depth, number, count of words, begin of the hash.
pub(super) fn outline(text: &str) -> String {
    let tree = tree(text);
    let passages = passages(&tree);
    let mut out = String::new();
    for (passage, depth) in passages.iter().zip(depths(&passages)) {
        let number = passage.number.unwrap_or("-");
        let words = passage.words.split_whitespace().count();
        let hash: String = passage.sha256().chars().take(8).collect();
        out.push_str(&format!("{} {depth} {number} {words} {hash}\n", passage.kind.id()));
    }
    out
}

/// Files of the editions of the sample schools: title and Markdown.
pub(super) fn samples() -> Vec<(PathBuf, String, String)> {
    let walk = WalkDir::new(project().join("content/schools")).sort_by_file_name();
    let mut samples = Vec::new();
    for entry in walk.into_iter().flatten() {
        let path = entry.into_path();
        let within = path.parent().and_then(|folder| folder.parent());
        if within.is_none_or(|folder| !folder.ends_with("regulations"))
            || path.extension().is_none_or(|ending| ending != "md")
        {
            continue;
        }
        let text = fs::read_to_string(&path).expect("an edition");
        let title = text.lines().find_map(|line| line.strip_prefix("title: ")).expect("a title");
        let body = text.splitn(3, "---\n").nth(2).expect("a body").to_owned();
        samples.push((path, title.to_owned(), body));
    }
    assert!(samples.len() >= 7, "{}", samples.len());
    samples
}

/// Kinds, numbers and words of all passages.
pub(super) fn shape(tree: &RegulationText) -> Vec<String> {
    let passages = passages(tree);
    let depths = depths(&passages);
    let line = |(passage, depth): (&Passage<'_>, usize)| {
        let kind = passage.kind.id();
        format!("{kind} {depth} {}", passage.canonical().trim_end())
    };
    passages.iter().zip(depths).map(line).collect()
}

#[test]
fn the_markdown_of_an_edition_gives_the_same_tree() {
    for (path, title, body) in samples() {
        let file = format!("# {title}\n\n{body}");
        let made = imported("act.md", file.as_bytes(), None);
        assert!(made.report.proved, "{}: {:?}", path.display(), made.found);
        assert_eq!(made.title, title);
        let expected = tree(&format!("---\ntitle: x\n---\n{body}"));
        assert_eq!(shape(&tree(&made.text)), shape(&expected), "{}", path.display());
    }
}

/// Paragraphs as Word has them: numbers of items computed, everything else typed.
fn paragraphs(nodes: &[Node], depth: u8, out: &mut Vec<Block>) {
    for node in nodes {
        let item = node.kind == NodeKind::Item;
        let heading = match node.kind {
            NodeKind::Section(level) | NodeKind::Appendix(level) => Some(level - 1),
            _ => None,
        };
        let number = node.number.clone();
        let label = item.then(|| number.clone().unwrap_or_else(|| "•".to_owned()));
        let typed = number.filter(|_| !item).map(|number| format!("{number} ")).unwrap_or_default();
        let text = format!("{typed}{}", node.words());
        let spans = vec![Span { text, ..Span::default() }];
        let line = u32::try_from(out.len() + 1).expect("a line");
        let origin = Origin { page: 0, line };
        let here = depth + u8::from(item);
        let depth = if item { here } else { 0 };
        out.push(Block::Paragraph(Paragraph {
            origin,
            heading,
            label,
            depth,
            spans,
            ..Paragraph::default()
        }));
        paragraphs(&node.children, if item { here } else { 0 }, out);
    }
}

fn has_tables(nodes: &[Node]) -> bool {
    let special = |node: &Node| matches!(node.kind, NodeKind::Table(_) | NodeKind::Note);
    nodes.iter().any(|node| special(node) || has_tables(&node.children))
}

#[test]
fn paragraphs_with_computed_numbers_give_the_same_tree() {
    let mut compared = 0;
    for (path, title, body) in samples() {
        let mut expected = tree(&format!("---\ntitle: x\n---\n{body}"));
        // Marks and bodies of footnotes are the matter of other tests.
        expected.footnotes.clear();
        if has_tables(&expected.nodes) {
            continue;
        }
        let mut blocks = Vec::new();
        paragraphs(&expected.nodes, 0, &mut blocks);
        let extract = Extract { blocks, flow: Flow::Paragraphs, ..Extract::default() };
        let made = of_extract(&extract, Some(&title));
        assert!(made.report.proved, "{}: {:?}", path.display(), made.found);
        assert_eq!(shape(&tree(&made.text)), shape(&expected), "{}", path.display());
        compared += 1;
    }
    assert!(compared >= 3, "{compared}");
}
