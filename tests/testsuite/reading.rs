//! Reading never panics, takes dates and times literally, and loses no word of an act.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use reglament::diagnostics::{Diagnostics, LineIndex};
use reglament::model::markdown;
use reglament::model::resolve;
use reglament::model::text::{Inline, Node, NodeKind, RegulationText, plain_text};
use reglament::source::{SiteSources, yaml};

use crate::workspace::{project, skipped};

/// The YAML document in `text` and what was found.
fn parse(text: &str) -> (Option<yaml::Document>, Diagnostics) {
    let mut found = Diagnostics::default();
    let document = yaml::parse(Arc::from("a.yaml"), text.to_owned(), 0, &mut found);
    (document, found)
}

/// The tree of a Markdown text.
fn tree(text: &str) -> RegulationText {
    let mut found = Diagnostics::default();
    markdown::parse(text, &LineIndex::new(Arc::from("a.md"), text), &mut found)
}

/// All words of the tree in order: numbers, texts, cells; footnotes at the end.
fn words(tree: &RegulationText) -> Vec<String> {
    let mut out = Vec::new();
    collect(&tree.nodes, &mut out);
    for note in &tree.footnotes {
        collect(&note.body, &mut out);
    }
    out
}

fn collect(nodes: &[Node], out: &mut Vec<String>) {
    for node in nodes {
        out.extend(node.number.clone());
        out.extend(split(&node.words()));
        if let NodeKind::Table(table) = &node.kind {
            for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                out.extend(split(&text_of(cell)));
            }
        }
        collect(&node.children, out);
    }
}

fn text_of(inlines: &[Inline]) -> String {
    let mut out = String::new();
    plain_text(inlines, &mut out);
    out
}

fn split(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// The first node with this number.
fn numbered<'t>(nodes: &'t [Node], number: &str) -> Option<&'t Node> {
    nodes.iter().find_map(|node| {
        let own = node.number.as_deref() == Some(number);
        if own { Some(node) } else { numbered(&node.children, number) }
    })
}

#[test]
fn numbers_are_text() {
    let text = "## 9. Сроки\n\n8.5. Пункт восемь пять.\n\n6) шестой;\n8) восьмой;\n\nIV. Римский\n";
    let tree = tree(text);
    assert_eq!(
        words(&tree),
        split("9. Сроки 8.5. Пункт восемь пять. 6) шестой; 8) восьмой; IV. Римский")
    );
    let clause = numbered(&tree.nodes, "8.5.").expect("the clause");
    assert!(matches!(clause.kind, NodeKind::Clause));
    let section = numbered(&tree.nodes, "9.").expect("the section");
    assert!(matches!(section.kind, NodeKind::Section(2)));
    assert!(numbered(&section.children, "8.5.").is_some(), "8.5. stands in section 9");
    for number in ["6)", "8)"] {
        assert!(matches!(numbered(&tree.nodes, number).expect(number).kind, NodeKind::Item));
    }
}

#[test]
fn lists_that_restart_and_marks_of_any_kind_stay() {
    for text in [
        "1) раз;\n2) два;\n1) снова раз;\n",
        "007. ведущие нули\n",
        "- 1) номер за чертой\n- а) буква за чертой\n- просто черта\n",
        "3. три\n\n   внутри\n\n5. пять\n",
    ] {
        let plain = text.replace("- ", " ");
        assert_eq!(words(&tree(text)), split(&plain), "{text}");
    }
}

/// Words without Markdown's own signs: what both sides must have in common.
fn letters(text: &str) -> Vec<String> {
    let runs = text.split(|c: char| !c.is_alphanumeric());
    runs.filter(|run| !run.is_empty()).map(str::to_owned).collect()
}

/// The text without tags and destinations of links, which are no words.
fn without_destinations(text: &str) -> String {
    let text = ["<sup>", "</sup>", "<sub>", "</sub>", "<br>"]
        .iter()
        .fold(text.to_owned(), |text, tag| text.replace(tag, " "));
    let mut parts = text.split("](");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str("] ");
        out.push_str(part.split_once(')').map_or(part, |(_, rest)| rest));
    }
    out
}

#[test]
fn the_seeds_keep_every_word() {
    let folder = project().join("../shared/seeds");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        skipped(&format!("{} is not there", folder.display()));
        return;
    };
    let mut seeds = 0;
    for entry in entries {
        let path = entry.expect("a seed").path();
        let text = std::fs::read_to_string(&path).expect("a seed").replace("\r\n", "\n");
        let tree = tree(&text);
        let (expected, actual) =
            (letters(&without_destinations(&text)), letters(&words(&tree).join(" ")));
        let first = expected.iter().zip(&actual).position(|(a, b)| a != b);
        if let Some(at) = first {
            let around = at.saturating_sub(5)..(at + 10).min(expected.len()).min(actual.len());
            panic!("{}: {:?}\n{:?}", path.display(), &expected[around.clone()], &actual[around]);
        }
        assert_eq!(expected.len(), actual.len(), "{}", path.display());
        seeds += 1;
    }
    assert_eq!(seeds, 5);
}

/// A word of Russian text that Markdown does not take for a sign.
fn word() -> impl Strategy<Value = String> {
    let plain = "[а-яё]{1,9}";
    prop_oneof![
        8 => plain,
        1 => "[А-ЯЁ][а-яё]{0,8}[,;:.]?",
        1 => "«[а-яё]{1,6}»",
        1 => "[0-9]{1,4}",
        1 => Just("№".to_owned()),
        1 => Just("–".to_owned()),
        1 => Just("24х7".to_owned()),
    ]
}

/// Words that do not begin with a digit, which might be taken for a number of a list.
fn sentence() -> impl Strategy<Value = Vec<String>> {
    ("[А-ЯЁ][а-яё]{1,8}", prop::collection::vec(word(), 0..12)).prop_map(|(first, rest)| {
        let mut words = vec![first];
        words.extend(rest);
        words
    })
}

/// Some Markdown and the words that it says.
type Piece = (String, Vec<String>);

/// A piece of a sentence in emphasis, a link, or plain.
fn dressed() -> impl Strategy<Value = Piece> {
    (sentence(), 0..6_usize).prop_map(|(words, how)| {
        let text = words.join(" ");
        let markdown = match how {
            0 => format!("**{text}**"),
            1 => format!("*{text}*"),
            2 => format!("[{text}](https://example.org/)"),
            3 => format!("<sup>{text}</sup>"),
            4 => text.replacen(' ', "\n", 1),
            _ => text,
        };
        (markdown, words)
    })
}

/// A block of an act.
fn block() -> impl Strategy<Value = Piece> {
    let number = prop_oneof![
        "[1-9]\\.[1-9]\\.",
        "[1-9]\\.[1-9]\\.[1-9]{1,2}\\.",
        "[1-9][0-9]?\\)",
        "[1-9]\\.",
        "- ",
        "> ",
        "## [1-9]\\.",
        "### ",
        Just(String::new())
    ];
    (number, dressed()).prop_map(|(number, (markdown, words))| {
        let heading = number.starts_with('#');
        let markdown = if heading { markdown.replace('\n', " ") } else { markdown };
        let mark = number.trim_start_matches(['#', ' ', '-', '>']).to_owned();
        let mark = (!mark.is_empty()).then_some(mark);
        let all = mark.into_iter().chain(words).collect();
        (format!("{number} {markdown}\n\n").trim_start().to_owned(), all)
    })
}

/// A table of two columns.
fn table() -> impl Strategy<Value = Piece> {
    prop::collection::vec((sentence(), sentence()), 1..4).prop_map(|rows| {
        let mut markdown = String::new();
        for (index, (a, b)) in rows.iter().enumerate() {
            markdown.push_str(&format!("| {} | {} |\n", a.join(" "), b.join(" ")));
            if index == 0 {
                markdown.push_str("|-|-|\n");
            }
        }
        let words = rows.into_iter().flat_map(|(a, b)| a.into_iter().chain(b)).collect();
        (format!("{markdown}\n"), words)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_as_yaml_or_refused(text in any::<String>()) {
        let (document, found) = parse(&text);
        prop_assert!(document.is_some() != found.has_errors() || found.has_errors());
        prop_assert!(document.is_some() || found.count(reglament::diagnostics::Severity::Error) == 1);
    }

    #[test]
    fn text_like_yaml_is_read_or_refused(
        text in prop::collection::vec(
            prop_oneof![Just(": "), Just("- "), Just("\n"), Just("\n  "), Just("\t"), Just("{"), Just("}"), Just("["),
                Just("]"), Just("\""), Just("'"), Just("&a"), Just("*a"), Just("!"), Just("|"), Just("#"), Just("%"),
                Just("---"), Just("школа"), Just("имя"), Just("08:30"), Just("№"), Just("й"), Just("\u{feff}")], 0..60)
    ) {
        let text = text.concat();
        let (_, found) = parse(&text);
        for finding in found.iter() {
            prop_assert!(finding.place.line >= 1 && finding.place.column >= 1);
            let width = u32::try_from(finding.place.text.chars().count()).unwrap_or(u32::MAX);
            prop_assert!(finding.place.column + finding.place.length <= width.max(1) + 1);
        }
    }

    #[test]
    fn any_text_is_read_as_markdown(text in any::<String>()) {
        let _ = tree(&text);
    }

    #[test]
    fn no_word_of_an_act_is_lost(pieces in prop::collection::vec(prop_oneof![6 => block(), 1 => table()], 1..12)) {
        let markdown: String = pieces.iter().map(|(markdown, _)| markdown.as_str()).collect();
        let expected: Vec<_> = pieces.into_iter().flat_map(|(_, words)| words).collect();
        prop_assert_eq!(words(&tree(&markdown)), expected, "{}", markdown);
    }

    #[test]
    fn times_of_a_day_are_accepted_and_no_others(a in 0..30_u32, b in 0..70_u32, c in 0..30_u32, d in 0..70_u32) {
        let text = format!("{a:02}:{b:02}-{c:02}:{d:02}");
        let exists = |hour: u32, minute: u32| minute < 60 && (hour < 24 || hour == 24 && minute == 0);
        let fine = exists(a, b) && exists(c, d) && (a, b) < (c, d);
        prop_assert_eq!(findings_of_hours(&text) == 0, fine, "{}", text);
    }

    #[test]
    fn any_text_is_a_time_or_refused(text in "[0-9:–—. -]{0,12}") {
        prop_assert!(findings_of_hours(&text) <= 1);
    }

    #[test]
    fn days_of_the_calendar_are_accepted_and_no_others(year in 1980..2210_i16, month in 0..14_i8, day in 0..33_i8) {
        let text = format!("{year:04}-{month:02}-{day:02}");
        let exists = jiff::civil::Date::new(year, month, day).is_ok() && (1990..=2200).contains(&year);
        prop_assert_eq!(findings_of_date(&text) == 0, exists, "{}", text);
    }

    #[test]
    fn dates_in_another_writing_are_refused(text in "[0-9]{1,4}[./ -]?[0-9]{0,2}[./ ]?[0-9]{0,5}") {
        prop_assert_eq!(findings_of_date(&text), 1, "{}", text);
    }
}

/// The number of findings for a system whose desk is open at `text`.
fn findings_of_hours(text: &str) -> usize {
    let yaml = format!(
        "name: ИС\ndesk:\n  name: Служба\n  zone: Europe/Moscow\n  hours:\n    - service: Приём\n      open: \"{text}\"\n"
    );
    findings_of_system(&yaml)
}

fn findings_of_system(yaml: &str) -> usize {
    let (document, mut found) = parse(yaml);
    let sources = SiteSources {
        models: Vec::new(),
        site: None,
        systems: document.into_iter().map(|document| ("is".to_owned(), document)).collect(),
        memos: Vec::new(),
        calendar: None,
        schools: Vec::new(),
    };
    resolve::shared(&sources, &mut found);
    found.iter().count()
}

/// The number of findings for a school with a day off on `text`.
fn findings_of_date(text: &str) -> usize {
    let (site, mut found) = parse("title: Сайт\nbase_url: https://example.org/\n");
    let sources = SiteSources {
        models: Vec::new(),
        site,
        systems: Vec::new(),
        memos: Vec::new(),
        calendar: None,
        schools: Vec::new(),
    };
    let shared = resolve::shared(&sources, &mut found);
    let (school, _) = parse(&format!(
        "name: Школа\nshort_name: Школа\ncity: Канск\nzone: Asia/Krasnoyarsk\ndays_off:\n  - name: День\n    date: \"{text}\"\n"
    ));
    let sources = reglament::source::SchoolSources {
        id: "shkola".to_owned(),
        school,
        timetables: Vec::new(),
        memo: None,
        stamps: None,
        journal: Some(Vec::new()),
        tokens: Vec::new(),
        regulations: Vec::new(),
    };
    assert!(resolve::school(&sources, &shared, &mut found).is_some());
    found.iter().count()
}

#[test]
fn scalars_keep_their_literal_text() {
    let (document, found) =
        parse("a: 010\nb: 08:30\nc: yes\nd: №\ne: 1_000\nf: 0x10\ng: 2026-09-01\n");
    assert!(found.is_empty());
    let root = document.expect("a document").root;
    let yaml::Value::Map(entries) = root.value else { panic!("no map") };
    let texts: BTreeMap<_, _> = entries.iter().map(|(k, v)| (k.scalar(), v.scalar())).collect();
    let expected = ["010", "08:30", "yes", "№", "1_000", "0x10", "2026-09-01"];
    assert!(texts.values().eq(&expected), "{texts:?}");
}
