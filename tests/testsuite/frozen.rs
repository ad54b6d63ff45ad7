//! The canonical hash of an edition depends on its words and numbers, and on nothing else; the
//! data file is enough to compute it anew.

use std::sync::Arc;

use proptest::prelude::*;
use reglament::diagnostics::{Diagnostics, LineIndex};
use reglament::model::markdown;
use reglament::model::passages::{hex, passages, sha256};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::workspace::Workspace;

/// The canonical hash of a Markdown text.
fn hash(markdown: &str) -> String {
    let mut found = Diagnostics::default();
    let index = LineIndex::new(Arc::from("a.md"), markdown);
    sha256(&passages(&markdown::parse(markdown, &index, &mut found)))
}

const PLAIN: &str = "\
## 1. Общие положения

1.1. Школа ведёт журнал успеваемости[^1] и отвечает за него.

- первый случай;
- второй случай.

| Кто | Когда |
|-|-|
| Директор | ежегодно |

[^1]: Далее – журнал.
";

/// The same words in another hand: emphasis, marks of bullets, broken lines, form of the
/// headline, a link, a wider table, decomposed letters, spaces.
const OTHER_HAND: &str = "\
1. Общие положения
------------------

1.1. Школа **ведёт** [журнал](https://example.org/)
успеваемости[^1] _и_   отвечает за него.

* первый случай;
* второй случай.

| Кто       | Когда      |
|:----------|-----------:|
| *Директор*| ежегодно   |

[^1]: Далее – журнал.
";

#[test]
fn the_hand_of_the_markdown_does_not_matter() {
    let decomposed = OTHER_HAND.replace('ё', "е\u{308}").replace('й', "и\u{306}");
    // A setext headline is a section too, but `1.` would begin a list: escaped.
    let other = decomposed.replacen("1. Общие", "1\\. Общие", 1);
    assert_ne!(other, PLAIN);
    assert_eq!(hash(&other), hash(PLAIN));
}

#[test]
fn every_word_and_number_matters() {
    for (old, new) in [
        ("ведёт", "ведет"),
        ("1.1.", "1.2."),
        ("Директор", "Завуч"),
        ("Далее –", "Далее —"),
        ("## 1. Общие", "## 2. Общие"),
        ("второй случай.", "второй случай;"),
    ] {
        assert!(PLAIN.contains(old));
        assert_ne!(hash(&PLAIN.replacen(old, new, 1)), hash(PLAIN), "{old} → {new}");
    }
}

proptest! {
    #[test]
    fn breaks_of_lines_do_not_matter(words in "([а-яё]{1,8} ){1,30}[а-яё]{1,8}\\.", every in 1_usize..6) {
        let mut broken = String::new();
        for (index, word) in words.split(' ').enumerate() {
            let gap = if index == 0 { "" } else if index % every == 0 { "\n" } else { "  " };
            broken.push_str(gap);
            broken.push_str(word);
        }
        prop_assert_eq!(hash(&words), hash(&broken));
    }
}

/// The canonical line by the rule of docs/reference/data.md, written apart from the program.
fn line(number: &Value, text: &Value) -> String {
    let both = [number.as_str().unwrap_or_default(), text.as_str().unwrap_or_default()].join(" ");
    both.split_whitespace().collect::<Vec<_>>().join(" ") + "\n"
}

#[test]
fn the_data_file_proves_itself() {
    let workspace = Workspace::sound();
    workspace.build(&[]).expect(0);
    let data = workspace.files("public").into_iter().find(|(path, _)| path.ends_with("-31.json"));
    let (path, bytes) = data.expect("a data file");
    let data: Value = serde_json::from_slice(&bytes).expect("JSON");
    let mut canonical = String::new();
    for (part, number) in [("nodes", "number"), ("footnotes", "label")] {
        for node in data[part].as_array().expect("a list") {
            let line = line(&node[number], &node["text"]);
            assert_eq!(node["sha256"], hex(&Sha256::digest(&line)), "{path}: {line}");
            canonical.push_str(&line);
        }
    }
    assert!(canonical.lines().count() > 3, "{canonical}");
    assert_eq!(data["sha256"], hex(&Sha256::digest(&canonical)), "{path}");
    let address = data["address"].as_str().expect("an address");
    assert!(address.ends_with("/2026-08-31/"), "{address}");
}
