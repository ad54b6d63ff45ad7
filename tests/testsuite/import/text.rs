//! Plain texts and Markdown.

use std::fs;

use reglament::diagnostics::Diagnostics;
use reglament::import::document::{Align, Block, Extract, Flow, Paragraph, Script};
use reglament::import::read::read;

use crate::import::words_of;
use crate::workspace::{project, skipped};

pub(super) fn extract(name: &str, bytes: &[u8]) -> Extract {
    let mut found = Diagnostics::default();
    let extract = read(name, bytes, &mut found);
    assert!(!found.has_errors(), "{name}: {:?}", found.iter().map(|f| f.id).collect::<Vec<_>>());
    extract.expect("an extract")
}

pub(super) fn refused(name: &str, bytes: &[u8]) -> &'static str {
    let mut found = Diagnostics::default();
    assert_eq!(read(name, bytes, &mut found), None, "{name}");
    found.iter().map(|finding| finding.id).next().expect("a finding")
}

pub(super) fn paragraphs(extract: &Extract) -> Vec<&Paragraph> {
    let paragraphs = extract.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        _ => None,
    });
    paragraphs.collect()
}

/// Every word of the inventory is in the extract, and the other way round.
pub(super) fn assert_words(name: &str, extract: &Extract) {
    let (mut own, mut inventory) = words_of(extract);
    own.sort_unstable();
    inventory.sort_unstable();
    assert_eq!(own, inventory, "{name}");
}

#[test]
fn the_seeds_keep_every_word() {
    let folder = project().join("../shared/seeds");
    if !folder.is_dir() {
        skipped(&format!("texts of the five seeds: no folder {}", folder.display()));
        return;
    }
    let kinds = [
        ("licey-2", Flow::Lines, 0),
        ("shimanovsk-1", Flow::Paragraphs, 0),
        ("khabarovsk-40", Flow::Lines, 0),
        ("kansk-2", Flow::Paragraphs, 2),
        ("podmoskovye-19", Flow::Lines, 0),
    ];
    for (seed, flow, notes) in kinds {
        let bytes = fs::read(folder.join(format!("{seed}.txt"))).expect("the seed");
        let read = extract("act.txt", &bytes);
        assert_eq!((read.flow, read.notes.len()), (flow, notes), "{seed}");
        assert_words(seed, &read);
        let text = String::from_utf8(bytes).expect("UTF-8");
        let (koi8, ..) = encoding_rs::KOI8_R.encode(&text);
        if encoding_rs::KOI8_R.decode(&koi8).0 == text {
            assert_eq!(extract("act.txt", &koi8).blocks, read.blocks, "{seed}");
        }
        let (ansi, _, lost) = encoding_rs::WINDOWS_1251.encode(&text);
        assert!(!lost, "{seed}");
        let again = extract("act.txt", &ansi);
        assert_eq!((again.blocks, again.notes), (read.blocks, read.notes), "{seed}");
    }
}

#[test]
fn markdown_of_converters() {
    let text = "### **1. Общие положения**\n\n1\\. Пункт<sup>1</sup> и [почта](mailto:a@example.org)[^1].\n\n\
        - в snake_case_name\n  - вложенный, *курсив*\n\n| День | Время |\n|---|---|\n| пн | 14.30 \\| 15 |\n\n\
        [^1]: Тело сноски\n";
    let read = extract("act.md", text.as_bytes());
    let own = paragraphs(&read);
    assert_eq!((own[0].heading, own[0].spans[0].bold), (Some(3), true));
    assert_eq!(own[1].text(), "1. Пункт1 и почта.");
    let raised =
        own[1].spans.iter().find(|span| span.script == Script::Super && span.note.is_none());
    assert_eq!(raised.map(|span| span.text.as_str()), Some("1"));
    assert_eq!(
        own[1].spans.iter().find_map(|span| span.link.as_deref()),
        Some("mailto:a@example.org")
    );
    assert_eq!((own[2].text(), own[3].depth), ("- в snake_case_name".to_owned(), 2));
    assert_eq!(read.notes[0].body[0].text(), "Тело сноски");
    let Some(Block::Table(table)) =
        read.blocks.iter().find(|block| matches!(block, Block::Table(_)))
    else {
        panic!("no table");
    };
    assert_eq!((table.heads, table.rows.len(), table.rows[1].len()), (1, 2, 2));
    assert_words("act.md", &read);
}

#[test]
fn texts_with_pages_bullets_and_drawn_tables() {
    let text = "\u{feff}ПОЛОЖЕНИЕ\r\n\u{f0b7}\tпунктом счита\u{ad}ется\r\n┌──┬──┐\r\n│ День │ Часы │\r\n├──┼──┤\r\n\
        │ понедельник │ 14.30 │\r\n│ и среда │ │\r\n└──┴──┘\r\n\u{c}  вторая страница\r\n \r\n\
        \u{20}                                       УТВЕРЖДЕНО\r\n";
    let read = extract("act.txt", text.as_bytes());
    let kinds: Vec<&str> = read.repairs.iter().map(|repair| repair.kind).collect();
    assert_eq!(kinds, ["repair-bom", "repair-invisible", "repair-symbol"]);
    let own = paragraphs(&read);
    assert_eq!(own[1].text(), "•\tпунктом считается");
    assert_eq!((own[2].origin.page, own[2].indent), (2, 12));
    assert_eq!(own[3].spans, []);
    assert_eq!(own[4].align, Align::Right);
    assert!(read.blocks.contains(&Block::PageBreak));
    assert_words("act.txt", &read);
}

#[test]
fn what_is_no_text_and_what_is_lost() {
    assert_eq!(refused("act.txt", &[0, 1, 2, 3, 4, 0, 1, 255].repeat(99)), "import-unknown-format");
    assert_eq!(refused("act.txt", &vec![b'a'; 200 << 20]), "import-too-large");
    let mut found = Diagnostics::default();
    let text = "Общие положения \u{fffd} регламента";
    assert!(read("act.txt", text.as_bytes(), &mut found).is_some());
    let finding = found.iter().next().expect("a warning");
    assert_eq!(
        (finding.id, finding.place.line, finding.place.column),
        ("import-lost-characters", 1, 17)
    );
}
