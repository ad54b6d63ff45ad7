//! The act on its page: citations of every place, references, terms, tables, notes.

use reglament::diagnostics::{Diagnostics, LineIndex};
use reglament::language::{Catalogue, Language};
use reglament::model::markdown::parse;
use reglament::model::passages::{PassageKind, Step};
use reglament::model::redline::{Spot, redline};
use reglament::model::text::{Footnote, Inline, Node, NodeKind, RegulationText, Table, Term};
use reglament::outputs::citation::Citations;
use reglament::outputs::site::html::act::{Labels, act_html};

use super::html::{Tag, tags, words};
use super::sample::{built, node, school, site};

/// The HTML of a Markdown source.
fn html(language: Language, source: &str) -> String {
    let mut found = Diagnostics::default();
    let text = parse(source, &LineIndex::new("test.md".into(), source), &mut found);
    written(language, &text)
}

fn written(language: Language, text: &RegulationText) -> String {
    act_html(text, "", &Labels::new(&Catalogue::new(language))).body
}

/// The link marks of an act: where they lead and what they are called.
fn marks(html: &str) -> Vec<(String, String)> {
    let all = tags(html).into_iter().filter(|tag| tag.get("class") == Some("m"));
    let value = |tag: &Tag, name| tag.get(name).expect("the attribute").to_owned();
    all.map(|tag| (value(&tag, "href"), spaced(&value(&tag, "aria-label")))).collect()
}

/// Citations do not break at the end of a line.
fn spaced(citation: &str) -> String {
    citation.replace('\u{a0}', " ")
}

const ACT: &str = "\
Преамбула.

## 3. Помощь

Вводный абзац.

> О примечаниях.

1) первое;
2) второе.

5.2. Пункт:

а) буква;

- элемент;
- другой.

Второй абзац пункта.

5.2.1. Вложенный пункт.

| А | Б |
|-|-|
| 1 | 2 |

5.2. Снова такой же номер.

## 4. Порядок

1. Пункт по списку.

## Без номера

Абзац.

## Приложение № 1

Таблица 1. Сроки

| А | Б |
|-|-|
| 1 | 2 |

### 1. Раздел приложения

2.1. Пункт приложения.

## Приложение
";

#[test]
fn every_place_is_cited_in_legal_form() {
    let expected = [
        ("#a1", "абз. 1"),
        ("#s-3", "разд. 3"),
        ("#s-3-a1", "абз. 1 разд. 3"),
        ("#s-3-note1", "прим. 1 разд. 3"),
        ("#s-3-note1-a1", "абз. 1 прим. 1 разд. 3"),
        ("#s-3-1", "подп. 1 разд. 3"),
        ("#s-3-2", "подп. 2 разд. 3"),
        ("#p-5.2", "п. 5.2"),
        ("#p-5.2-a2", "абз. 2 п. 5.2"),
        ("#p-5.2-b1", "элемент 1 перечня п. 5.2"),
        ("#p-5.2-b2", "элемент 2 перечня п. 5.2"),
        ("#p-5.2-a3", "абз. 3 п. 5.2"),
        ("#p-5.2.1", "п. 5.2.1"),
        ("#p-5.2.1-table1", "табл. 1 п. 5.2.1"),
        ("#p-5.2_2", "п. 5.2 разд. 3"),
        ("#s-4", "разд. 4"),
        ("#s-4-1", "п. 1 разд. 4"),
        ("#s-bez-nomera", "разд. «Без номера»"),
        ("#s-bez-nomera-a1", "абз. 1 разд. «Без номера»"),
        ("#a-1", "прил. 1"),
        ("#a-1-table-1", "табл. 1 прил. 1"),
        ("#a-1-s-1", "разд. 1 прил. 1"),
        ("#a-1-p-2.1", "п. 2.1 прил. 1"),
        ("#a", "приложение"),
    ];
    let expected = expected.map(|(place, name)| (place.to_owned(), name.to_owned()));
    assert_eq!(marks(&html(Language::Russian, ACT)), expected);
}

/// A page of changes, a notice and the command name places as the act's own page does.
#[test]
fn changes_are_cited_as_the_act_is() {
    let mut found = Diagnostics::default();
    let mut read = |source: &str| parse(source, &LineIndex::new("a.md".into(), source), &mut found);
    let source = format!("{ACT}\n## 9. Перечень\n\n9.1. Вот:\n\na) раз;\n\nб) два.\n");
    let (empty, act) = (read(""), read(&source));
    let catalogue = Catalogue::new(Language::Russian);
    let citations = Citations::new(&catalogue);
    let redline = redline(&empty, &act, false);
    let spots = redline.entries.iter().map(|entry| entry.new.as_ref().expect("all is new"));
    let cited = spots.map(|spot| (format!("#{}", spot.anchor), spaced(&citations.of(&spot.path))));
    assert_eq!(cited.collect::<Vec<_>>(), marks(&written(Language::Russian, &act)));
}

#[test]
fn neighbours_are_cited_together() {
    let cited = |numbers: &[&str], around: &[(PassageKind, &str)]| {
        let step = |kind, number: &str| Step {
            kind,
            number: Some(number.to_owned()),
            ordinal: 0,
            title: String::new(),
            repeated: false,
        };
        let around: Vec<Step> = around.iter().map(|(kind, number)| step(*kind, number)).collect();
        let spot = |number: &&str| Spot {
            index: 0,
            number: None,
            anchor: String::new(),
            path: [&around[..], &[step(PassageKind::Item, number)]].concat(),
        };
        let spots: Vec<Spot> = numbers.iter().map(spot).collect();
        let ends = [spots.first().expect("a place"), spots.last().expect("a place")];
        let citations = Citations::new(&Catalogue::new(Language::Russian));
        spaced(&citations.places(ends, spots.len()))
    };
    let clause = [(PassageKind::Section(2), "5."), (PassageKind::Clause, "5.2.")];
    assert_eq!(cited(&["б)"], &clause), "подп. «б» п. 5.2");
    assert_eq!(cited(&["а)", "б)"], &clause), "подп. «а», «б» п. 5.2");
    assert_eq!(cited(&["а)", "б)", "в)"], &clause), "подп. «а»–«в» п. 5.2");
    assert_eq!(cited(&["1)", "2)", "3)"], &clause), "подп. 1–3 п. 5.2");
    assert_eq!(cited(&["1.", "2."], &clause), "подп. 1, 2 п. 5.2");
    assert_eq!(cited(&["1.", "2.", "3."], &clause[..1]), "пп. 1–3 разд. 5");
    assert_eq!(cited(&["1)"], &clause[..1]), "подп. 1 разд. 5");
}

#[test]
fn letters_and_nested_items_are_cited_by_what_is_around() {
    let item = |number: &str, anchor: &str| node(NodeKind::Item, number, anchor, words_of("x"));
    let mut outer = item("8)", "p-5.2-8");
    outer.children = vec![item("а)", "p-5.2-8-a"), item("2.", "p-5.2-8-2")];
    let mut clause = node(NodeKind::Clause, "5.2.", "p-5.2", words_of("x"));
    clause.children = vec![outer];
    let act = text(vec![clause]);
    let names = |language| marks(&written(language, &act)).into_iter().map(|(_, name)| name);
    assert_eq!(
        names(Language::Russian).collect::<Vec<_>>(),
        ["п. 5.2", "подп. 8 п. 5.2", "подп. «а» подп. 8 п. 5.2", "подп. 2 подп. 8 п. 5.2"]
    );
    assert_eq!(
        names(Language::English).collect::<Vec<_>>(),
        [
            "cl. 5.2",
            "item 8 of cl. 5.2",
            "item а of item 8 of cl. 5.2",
            "item 2 of item 8 of cl. 5.2"
        ]
    );
}

fn words_of(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

fn text(nodes: Vec<Node>) -> RegulationText {
    RegulationText { nodes, ..RegulationText::default() }
}

fn reference(target: Option<&str>, words: &str) -> Inline {
    Inline::Reference { target: target.map(ToOwned::to_owned), text: words.to_owned() }
}

/// A paragraph in an act that defines the term `ЭЖ`.
fn with_term(inlines: Vec<Inline>) -> RegulationText {
    let terms = vec![Term {
        short: "ЭЖ".to_owned(),
        full: "электронный \"журнал\"".to_owned(),
        anchor: "p-1.1".to_owned(),
        line: 1,
    }];
    let clause = node(NodeKind::Clause, "1.1.", "p-1.1", inlines);
    RegulationText { terms, ..text(vec![clause]) }
}

fn term(index: usize, words: &str) -> Inline {
    Inline::Term { index, text: words.to_owned() }
}

#[test]
fn references_lead_to_their_place_and_change_no_word() {
    let act = with_term(vec![reference(Some("p-5.2-8"), "п. 5 & 6"), reference(None, " п. 77")]);
    let html = written(Language::Russian, &act);
    let links = tags(&html).into_iter().filter(|tag| tag.get("class") == Some("ref"));
    let targets: Vec<_> = links.map(|tag| tag.get("href").expect("a target").to_owned()).collect();
    assert_eq!(targets, ["#p-5.2-8"]);
    assert_eq!(words(&html), ["1.1.", "п.", "5", "&", "6", "п.", "77"]);
}

#[test]
fn terms_say_what_they_stand_for_beside_their_words() {
    let act = with_term(vec![term(0, "ЭЖ"), Inline::Text("а ".to_owned()), term(7, "нет")]);
    let html = written(Language::Russian, &act);
    let mut links = tags(&html).into_iter().filter(|tag| tag.get("class") == Some("t"));
    let link = links.next().expect("a term");
    assert_eq!(link.get("href"), Some("#p-1.1"));
    assert_eq!(link.get("data-t"), Some("электронный \"журнал\""));
    assert_eq!(link.get("aria-describedby"), Some("term_1"));
    assert!(links.next().is_none(), "a term that is not there");
    assert_eq!(words(&html), ["1.1.", "ЭЖа", "нет"]);
}

#[test]
fn there_is_no_link_in_a_link() {
    let inner = vec![reference(Some("p-1.1"), "п. 1.1"), term(0, "ЭЖ")];
    let nested = Inline::Link { href: "https://school.example/".to_owned(), text: inner };
    let html = written(Language::Russian, &with_term(vec![nested, term(0, "ЭЖ")]));
    assert!(html.contains(">п. 1.1ЭЖ</a>"), "{html}");
    assert_eq!(html.matches("class=\"t\"").count(), 1, "the link has ended");
}

fn table(head: &[&str], rows: &[&[&str]]) -> String {
    let cells = |row: &[&str]| row.iter().map(|cell| words_of(cell)).collect::<Vec<_>>();
    let rows = rows.iter().map(|row| cells(row)).collect();
    let table = Table { head: cells(head), rows };
    written(Language::Russian, &text(vec![node(NodeKind::Table(table), "", "table-1", Vec::new())]))
}

#[test]
fn cells_are_labelled_with_their_header() {
    let html = table(&["Кто", "Когда & где"], &[&["Директор", "сегодня"], &["Учитель"]]);
    let all = tags(&html);
    let cells: Vec<_> = all.iter().filter(|tag| tag.name == "td").collect();
    let labels: Vec<_> = cells.iter().map(|tag| tag.get("data-label")).collect();
    let pair = [Some("Кто"), Some("Когда & где")];
    assert_eq!(labels, [pair, pair].concat());
    let scopes = all.iter().filter(|tag| tag.get("scope") == Some("col"));
    assert_eq!(scopes.count(), 2);
}

#[test]
fn only_a_table_that_may_scroll_is_a_stop_of_the_keyboard() {
    let stops = |html: String| html.contains("tabindex");
    assert!(!stops(table(&["1", "2", "3", "4"], &[&["a"]])));
    assert!(stops(table(&["1", "2", "3", "4", "5"], &[&["a"]])));
    assert!(!stops(table(&[], &[&["a", "b"]])));
    assert!(stops(table(&[], &[&["a", "b", "c"]])));
}

#[test]
fn a_note_leads_back_to_each_place_by_its_citation() {
    let mark = || vec![Inline::FootnoteMark(0)];
    let nodes = vec![
        node(NodeKind::Clause, "1.1.", "p-1.1", mark()),
        node(NodeKind::Clause, "1.2.", "p-1.2", mark()),
    ];
    let body = vec![node(NodeKind::Paragraph, "", "", words_of("О сноске."))];
    let footnotes = vec![Footnote { label: "1".to_owned(), body, line: 1 }];
    let html = written(Language::Russian, &RegulationText { footnotes, ..text(nodes) });
    let back = tags(&html).into_iter().filter(|tag| tag.get("class") == Some("back"));
    let names: Vec<_> = back.map(|tag| spaced(tag.get("aria-label").expect("a name"))).collect();
    assert_eq!(names, ["↑ Вернуться к тексту: п. 1.1", "↑ Вернуться к тексту: п. 1.2"]);
}

#[test]
fn a_page_of_an_act_says_how_to_cite_it_and_loads_its_script() {
    let pages = built(&school(), &site(Language::English, true));
    let (_, page) =
        pages.iter().find(|(path, _)| path.ends_with("2026-09-01/index.html")).expect("an edition");
    let grid =
        tags(page).into_iter().find(|tag| tag.get("data-edition").is_some()).expect("a grid");
    let edition = grid.get("data-edition").expect("the edition");
    assert_eq!(edition, "edition of 01.09.2026, order No. 45");
    let address = grid.get("data-address").expect("the address");
    assert!(address.starts_with("https://") && address.ends_with("/2026-09-01/"), "{address}");
    for (path, page) in pages.iter().filter(|(_, page)| page.starts_with("<!DOCTYPE html>")) {
        let is_act = page.contains("class=\"act\"");
        assert_eq!(page.contains("assets/act."), is_act, "{path}");
    }
}
