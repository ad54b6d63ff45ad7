//! References and terms: what becomes one, where it leads, what it stands for; no word changes.

mod references;
mod rules;
mod terms;

use std::sync::Arc;
use std::time::Instant;

use proptest::prelude::*;
use reglament::diagnostics::{Diagnostics, LineIndex};
use reglament::model::annotation::annotate;
use reglament::model::markdown;
use reglament::model::passages::passages;
use reglament::model::text::{Inline, Node, NodeKind, RegulationText};

/// The tree of a Markdown text without references and terms.
fn tree(text: &str) -> RegulationText {
    let mut found = Diagnostics::default();
    markdown::parse(text, &LineIndex::new(Arc::from("a.md"), text), &mut found)
}

/// The tree of a Markdown text with references and terms.
fn annotated(text: &str) -> RegulationText {
    let mut tree = tree(text);
    annotate(&mut tree);
    tree
}

/// All inlines of the act, those within others too.
fn inlines(text: &RegulationText) -> Vec<Inline> {
    let mut out = Vec::new();
    of_nodes(&text.nodes, &mut out);
    for note in &text.footnotes {
        of_nodes(&note.body, &mut out);
    }
    out
}

fn of_nodes(nodes: &[Node], out: &mut Vec<Inline>) {
    for node in nodes {
        of_inlines(&node.text, out);
        if let NodeKind::Table(table) = &node.kind {
            for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                of_inlines(cell, out);
            }
        }
        of_nodes(&node.children, out);
    }
}

fn of_inlines(inlines: &[Inline], out: &mut Vec<Inline>) {
    for inline in inlines {
        out.push(inline.clone());
        if let Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } =
            inline
        {
            of_inlines(inner, out);
        }
    }
}

/// The references as «words → target», a missing target as «?».
fn references_of(text: &str) -> Vec<String> {
    let found = inlines(&annotated(text)).into_iter().filter_map(|inline| match inline {
        Inline::Reference { target, text } => {
            Some(format!("{text} → {}", target.unwrap_or_else(|| "?".into())))
        }
        _ => None,
    });
    found.collect()
}

/// The terms as «short = full».
fn terms_of(text: &str) -> Vec<String> {
    let terms = annotated(text).terms.into_iter();
    terms.map(|term| format!("{} = {}", term.short, term.full)).collect()
}

/// The words of all uses of terms.
fn uses_of(text: &str) -> Vec<String> {
    let found = inlines(&annotated(text)).into_iter().filter_map(|inline| match inline {
        Inline::Term { text, .. } => Some(text),
        _ => None,
    });
    found.collect()
}

/// Pieces of which texts are made that look like references and definitions.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[А-Яа-яё]{1,9}",
        1 => "[A-Za-z0-9]{1,5}",
        2 => "[0-9]{1,2}(\\.[0-9]{1,2}){0,2}[.)]?",
        3 => prop::sample::select(vec![
            "п.", "пп.", "пункт", "пунктами", "Подпункт", "раздела", "приложение", "№ 1", "абзац",
            "второй", "настоящего", "Регламента", "(далее –", "(далее-ББЖ)", ")", "(", "«", "»",
            "ОО", "ББЖ", "далее", "соответственно", "- ", "\n\n", "\n- ", "**", "«а»", ", ", "; ",
            "(далее – оператор, операторы)", "оператора", "1–3", "и", "таблица", "сноска", "|",
            "и\u{306}", "№", "в дальнейшем «Портал»", "\n## 3. ", "\n5.2. ", "[^1]", "<sup>",
        ]).prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_changes(pieces in prop::collection::vec(piece(), 0..60), tight in any::<bool>()) {
        let text = pieces.join(if tight { "" } else { " " }) + "\n\n[^1]: сноска п. 1 (далее – С).\n";
        let before = tree(&text);
        let after = annotated(&text);
        prop_assert_eq!(passages(&before), passages(&after), "{}", text);
        for inline in inlines(&after) {
            match inline {
                Inline::Reference { text: words, .. } => prop_assert!(!words.trim().is_empty()),
                Inline::Term { index, .. } => prop_assert!(index < after.terms.len()),
                Inline::Text(words) => prop_assert!(!words.is_empty()),
                _ => {}
            }
        }
    }

    #[test]
    fn any_text_is_annotated(text in any::<String>()) {
        let (before, after) = (tree(&text), annotated(&text));
        prop_assert_eq!(passages(&before), passages(&after));
    }
}

/// What stands before an empty item is not looked for in all the empty ones before it.
#[test]
fn any_number_of_empty_items_is_annotated() {
    let begin = Instant::now();
    annotated(&format!("1. Раз.\n\n{}", "-\n".repeat(300_000)));
    assert!(begin.elapsed().as_secs() < 20, "{:?}", begin.elapsed());
}

/// Brackets without end and repeated beginnings: the pass comes to its end and loses no word.
#[test]
fn texts_made_to_be_slow_are_annotated() {
    for piece in
        ["(далее – ", "п. 1, ", "«", "аб (далее – ббббббббб) ", "а б в г д ", "пункта 1 раздела "]
    {
        let mut tree = tree(&piece.repeat(4000));
        let before = tree.clone();
        annotate(&mut tree);
        assert_eq!(passages(&tree), passages(&before), "{piece}");
    }
}
