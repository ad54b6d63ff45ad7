//! What is filed: acts with extreme texts, copies for the files, booklets.

use reglament::diagnostics::Diagnostics;
use reglament::language::{Catalogue, Language};
use reglament::model::regulation::{ProtocolRole, Regulation};
use reglament::model::school::School;
use reglament::model::text::{Footnote, Inline, Node, NodeKind, RegulationText, Table};
use reglament::outputs::Artifact;
use reglament::outputs::print::{ActCopy, Press};
use reglament::source::theme::Theme;

use crate::workspace::{files, project};

use super::comparison::changed;
use super::fixture::{edition, file, in_context, node, print, school, text};
use super::tools::Pdf;

const ACT: &str = "gimnaziya-1/pomoshch/2026-09-01.pdf";
/// Nothing stands in the outer 5 mm, in points.
const EDGE: f64 = 5.0 * 72.0 / 25.4;

/// A school whose only act has this text.
fn with_text(nodes: Vec<Node>) -> School {
    let mut school = school(0);
    school.timetables.clear();
    school.print.posters.clear();
    let text = RegulationText { nodes, footnotes: Vec::new(), terms: Vec::new() };
    school.regulations[0].editions = vec![edition(text)];
    school
}

/// The act with this text.
fn act(nodes: Vec<Node>) -> Pdf {
    Pdf::new(file(&print(&with_text(nodes)), ACT))
}

/// The built-in theme with the layouts as they are in the working tree.
fn theme() -> Theme {
    let mut theme = Theme::built_in();
    for (name, bytes) in files(&project().join("themes/default/print")) {
        theme.insert(format!("print/{name}"), bytes);
    }
    theme
}

/// A copy of the only edition of `school`.
fn copy(school: &School, copy: ActCopy, language: Language) -> Artifact {
    let catalogue = Catalogue::new(language);
    let press = Press::new(&theme(), &catalogue).expect("a sound theme");
    let regulation = &school.regulations[0];
    let made: Result<Vec<Artifact>, Diagnostics> = in_context(school, &catalogue, |ctx| {
        press.act(ctx, regulation, &regulation.editions[0], copy)
    });
    assert!(press.warnings().is_empty(), "{:#?}", press.warnings());
    let mut files = made.expect("the act can be set");
    assert_eq!(files.len(), 1);
    files.remove(0)
}

pub(super) fn cell(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.into())]
}

fn table(head: &[&str], rows: &[Vec<&str>]) -> Node {
    let cells = |row: &[&str]| row.iter().map(|words| cell(words)).collect();
    let rows = rows.iter().map(|row| cells(row)).collect();
    node(NodeKind::Table(Table { head: cells(head), rows }), None, "")
}

/// A table of eight columns with the long words of schools.
fn wide() -> Node {
    let head = [
        "№",
        "Обязанность",
        "Ответственный",
        "Периодичность",
        "Основание",
        "Контролирует",
        "Форма отчётности",
        "Примечание",
    ];
    let row = vec![
        "1",
        "Своевременно выставляет отметки и домашние задания",
        "учитель-предметник",
        "ежедневно",
        "подпункт 9 пункта 5.3",
        "администратор",
        "аналитическая справка",
        "в последний день месяца",
    ];
    table(&head, &vec![row; 14])
}

fn section(number: &str, title: &str, children: Vec<Node>) -> Node {
    Node { children, ..node(NodeKind::Section(2), Some(number), title) }
}

fn appendix(number: &str, title: &str, children: Vec<Node>) -> Node {
    Node { children, ..node(NodeKind::Appendix(2), Some(number), title) }
}

pub(super) fn clause(number: &str, words: &str) -> Node {
    node(NodeKind::Clause, Some(number), words)
}

/// Letters of `text`, nothing else.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The text in the order in which it was written, as one line.
fn flat(pdf: &Pdf) -> String {
    pdf.raw_text().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Sizes of the pages in whole points.
pub(super) fn sizes(pdf: &Pdf) -> Vec<(i64, i64)> {
    #[expect(clippy::cast_possible_truncation, reason = "a page is small")]
    let round = |size: (f64, f64)| (size.0.round() as i64, size.1.round() as i64);
    pdf.page_sizes().into_iter().map(round).collect()
}

const UPRIGHT: (i64, i64) = (595, 842);
pub(super) const ACROSS: (i64, i64) = (842, 595);

#[test]
fn no_heading_or_announcement_stands_alone_at_the_end_of_a_page() {
    for lines in 28..44 {
        let mut nodes: Vec<Node> = (0..lines)
            .map(|index| clause(&format!("1.{index}."), "Короткая строка текста."))
            .collect();
        let mut announcing = clause("2.1.", "Школа обязана ОБЪЯВЛЕНИЕ:");
        announcing.children = (1..6)
            .map(|item| node(NodeKind::Item, Some(&format!("{item})")), "принять обращение;"))
            .collect();
        nodes.push(section("2.", "ЗАГОЛОВОК раздела", vec![announcing]));
        nodes.push(clause("3.1.", "Сроки приведены в таблице СРОКИ:"));
        nodes.push(table(&["Кто", "Когда"], &vec![vec!["директор", "в понедельник"]; 6]));
        let pdf = act(nodes);
        for page in pdf.raw_text().split('\u{c}') {
            let last = page.lines().last().unwrap_or_default();
            for alone in ["ЗАГОЛОВОК", "ОБЪЯВЛЕНИЕ", "СРОКИ"] {
                assert!(!last.contains(alone), "{lines} lines: {page}");
            }
        }
    }
}

#[test]
fn a_wide_table_turns_its_page_with_the_heading() {
    let pdf = act(vec![
        section("1.", "Общие положения", vec![clause("1.1.", "Начало.")]),
        section("2.", "Сводная таблица", vec![wide(), clause("2.1.", "После таблицы.")]),
        section("3.", "Заключение", vec![clause("3.1.", "Конец.")]),
    ]);
    let pages: Vec<String> = pdf.raw_text().split('\u{c}').map(ToOwned::to_owned).collect();
    let sizes = sizes(&pdf);
    assert_eq!((sizes[0], sizes[1], sizes.last()), (UPRIGHT, ACROSS, Some(&UPRIGHT)));
    assert!(pages[1].contains("Сводная таблица") && pages[1].contains("Периодичность"));
    assert!(pages[sizes.len() - 1].contains("После таблицы."), "{pages:?}");
    assert_eq!(pdf.text().matches("администратор").count(), 14);
    assert!(pdf.margin() > EDGE);
}

#[test]
fn a_wide_table_in_a_list_or_an_appendix_is_whole() {
    let mut item = node(NodeKind::Item, Some("1)"), "сводная таблица:");
    item.children = vec![wide()];
    let listed = act(vec![clause("1.1.", "Перечень:"), item]);
    assert!(sizes(&listed).iter().all(|size| *size == UPRIGHT));
    assert!(listed.margin() > EDGE, "{} points from the edge", listed.margin());
    let text = letters(&listed.text());
    assert_eq!(
        text.matches(&letters("Контролирует")).count(),
        listed.pages().min(sizes(&listed).len())
    );
    let attached = act(vec![
        section("1.", "Общие положения", vec![clause("1.1.", "Начало.")]),
        appendix(
            "Приложение № 1",
            "Сводная таблица",
            vec![node(NodeKind::Paragraph, None, "Сроки:"), wide()],
        ),
        appendix("Приложение № 2", "Форма", vec![node(NodeKind::Paragraph, None, "Заявление")]),
    ]);
    let sizes = sizes(&attached);
    assert_eq!((sizes[0], sizes[1], sizes.last()), (UPRIGHT, ACROSS, Some(&UPRIGHT)));
    let raw = attached.raw_text();
    let pages: Vec<&str> = raw.split('\u{c}').collect();
    assert!(pages[1].contains("Приложение № 1") && pages[1].contains("Сроки:"), "{raw}");
    assert!(pages[sizes.len() - 1].contains("Приложение № 2"), "{raw}");
}

#[test]
fn odd_texts_are_printed() {
    assert_eq!(act(Vec::new()).pages(), 1, "no text at all");
    let endless = "абвгдежз".repeat(60);
    let code =
        Node { text: vec![Inline::Code("x".repeat(300))], ..node(NodeKind::Paragraph, None, "") };
    let headless = table(&["", ""], &[vec!["слева", "справа"]]);
    let empty = table(&[], &[]);
    let pdf = act(vec![
        clause("1.1.", &endless),
        code,
        table(&["Один", "Два"], &[vec![&endless, "два"]]),
        headless,
        empty,
        node(NodeKind::Section(2), Some("2."), ""),
        node(NodeKind::Rule, None, ""),
    ]);
    assert!(pdf.margin() > EDGE, "{} points from the edge", pdf.margin());
    assert_eq!(letters(&pdf.text()).matches(&endless).count(), 2, "{}", pdf.text());
    assert!(pdf.text().contains("слева справа"));
}

#[test]
fn who_adopted_and_who_agreed_are_told_apart() {
    let mut school = with_text(vec![clause("1.1.", "Начало.")]);
    let text = flat(&Pdf::new(file(&print(&school), ACT)));
    let adopted = "ПРИНЯТО педагогический совет протокол от 28 августа 2026 г. № 1";
    let agreed = "СОГЛАСОВАНО совет родителей протокол от 30 августа 2026 г. № 3";
    assert!(text.contains(&format!("{adopted} {agreed}")), "{text}");
    let protocols = &mut school.regulations[0].editions[0].approval.protocols;
    protocols[0].role = ProtocolRole::Agreed;
    let text = flat(&Pdf::new(file(&print(&school), ACT)));
    assert!(!text.contains("ПРИНЯТО") && text.contains("СОГЛАСОВАНО педагогический совет"));
}

#[test]
fn notes_and_bookmarks_are_where_readers_look() {
    let mut school = school(0);
    school.regulations[0].editions[0].text.footnotes.push(Footnote {
        line: 0,
        label: "без-знака".into(),
        body: vec![node(NodeKind::Paragraph, None, "Примечание без знака.")],
    });
    let files = print(&school);
    let pdf = Pdf::new(file(&files, ACT));
    let raw = pdf.raw_text();
    let page = raw.split('\u{c}').find(|page| page.contains("5. Порядок")).expect("the section");
    assert!(page.trim_end().ends_with("школой не изменяется."), "{page}");
    assert_eq!(pdf.outline().len(), 7, "{:?}", pdf.outline());
    assert_eq!(pdf.outline()[0], "1. Общие положения");
}

#[test]
fn the_copy_for_the_files_counts_its_sheets() {
    let school = with_text(vec![clause("1.1.", "Начало.")]);
    for (acquaintance, words) in [
        (0, "1 (один) лист "),
        (1, "2 (два) листа "),
        (4, "5 (пять) листов "),
        (20, "21 (двадцать один) лист "),
    ] {
        let made = copy(&school, ActCopy::Filing { acquaintance }, Language::Russian);
        assert_eq!(made.path, "gimnaziya-1/pomoshch/2026-09-01-file.pdf");
        let pdf = Pdf::new(&made.bytes);
        let sheets = 1 + usize::from(acquaintance);
        assert_eq!(pdf.pages(), sheets + 1, "the inscription has a sheet that is not counted");
        let text = flat(&pdf);
        for part in [
            &format!("Прошито, пронумеровано и скреплено печатью {words}"),
            "Директор",
            "А. В. Соколова",
            "М. П.",
        ] {
            assert!(text.contains(part), "«{part}» in {text}");
        }
        let rows: Vec<String> =
            (1..=usize::from(acquaintance) * 25).map(|n| n.to_string()).collect();
        let raw = pdf.raw_text();
        let found = raw.lines().filter(|line| rows.iter().any(|row| row == line.trim()));
        assert!(found.count() >= rows.len(), "all rows of the sheets to sign on: {raw}");
        assert_eq!(text.matches("Лист ознакомления").count(), usize::from(acquaintance));
        assert!(pdf.check().contains("No syntax"));
        assert!(pdf.lowest() > EDGE, "{} points from the lower edge", pdf.lowest());
    }
    let english = copy(&school, ActCopy::Filing { acquaintance: 1 }, Language::English);
    let text = flat(&Pdf::new(&english.bytes));
    assert!(text.contains("sealed: 2 (two) sheets"), "{text}");
}

#[test]
fn a_school_without_a_director_signs_too() {
    let mut school = with_text(vec![clause("1.1.", "Начало.")]);
    school.director = None;
    school.regulations[0].editions[0].title = "Регламент ".repeat(40);
    let made = copy(&school, ActCopy::Filing { acquaintance: 2 }, Language::Russian);
    let pdf = Pdf::new(&made.bytes);
    assert!(flat(&pdf).contains("печатью 3 (три) листа"), "{}", flat(&pdf));
    assert!(pdf.text().contains("Руководитель"));
}

#[test]
fn a_booklet_has_two_pages_on_a_side_in_the_order_for_folding() {
    let mut school = with_text((1..=70).map(numbered).collect());
    school.regulations[0].editions[0].text.nodes.push(section("2.", "Таблица", vec![wide()]));
    let made = copy(&school, ActCopy::Booklet, Language::Russian);
    assert_eq!(made.path, "gimnaziya-1/pomoshch/2026-09-01-booklet.pdf");
    let pdf = Pdf::new(&made.bytes);
    assert!(pdf.check().contains("No syntax"));
    assert!(sizes(&pdf).iter().all(|size| *size == ACROSS));
    assert_eq!(pdf.pages() % 2, 0, "sheets have two sides");
    assert_eq!(pdf.info("Tagged"), "no");
    let url = "https://reglament.example.org/gimnaziya-1/pomoshch/2026-09-01/";
    let (width, pixels) = pdf.grey(300);
    let grey = |x: usize, y: usize| pixels[y * width + x];
    let mut page = rqrr::PreparedImage::prepare_from_greyscale(width, pixels.len() / width, grey);
    let codes = page.detect_grids();
    let codes: Vec<String> = codes.iter().filter_map(|code| Some(code.decode().ok()?.1)).collect();
    assert_eq!(codes, [url], "the reduced code can be read");
    let raw = pdf.raw_text();
    let sides: Vec<&str> = raw.split('\u{c}').collect();
    assert!(sides[0].contains("УТВЕРЖДЕНО") && sides[1].contains("пункт-12 "), "{raw}");
    // The words of all pages are there, none twice.
    for number in 1..=70 {
        assert_eq!(raw.matches(&format!("пункт-{number} ")).count(), 1, "{number}");
    }
    assert!(pdf.margin() > EDGE * 0.9, "{}", pdf.margin());
}

fn numbered(number: usize) -> Node {
    let words = format!("пункт-{number} {}", "Школа отвечает на обращение. ".repeat(5));
    clause(&format!("1.{number}."), &words)
}

/// An act of so many sections of the fixture's text.
fn long(sections: usize) -> School {
    let mut school = with_text(Vec::new());
    let nodes = text().nodes;
    let nodes: Vec<Node> = nodes.iter().cloned().cycle().take(sections).collect();
    school.regulations[0].editions[0].text = RegulationText { nodes, ..text() };
    school
}

#[test]
fn acts_of_12_and_60_pages() {
    for (sections, least) in [(28, 12), (130, 60)] {
        let pdf = Pdf::new(file(&print(&long(sections)), ACT));
        assert!(pdf.pages() >= least, "{sections} sections: {}", pdf.pages());
        assert_eq!(pdf.outline().len(), sections);
    }
}

/// Milliseconds for an act of 4 and of 60 pages; run it with `--ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
#[expect(clippy::print_stdout, reason = "a measurement is for people")]
fn milliseconds_of_acts() {
    let catalogue = Catalogue::new(Language::Russian);
    let press = Press::new(&Theme::built_in(), &catalogue).expect("a sound theme");
    let copies = [ActCopy::Published, ActCopy::Filing { acquaintance: 1 }, ActCopy::Booklet];
    for sections in [6, 5, 120, 121] {
        let school = long(sections);
        for copy in copies {
            // The second time the layout is remembered: what is left is the PDF.
            let times = [(); 2].map(|()| {
                let start = super::cpu_milliseconds();
                let regulation: &Regulation = &school.regulations[0];
                let made = in_context(&school, &catalogue, |ctx| {
                    press.act(ctx, regulation, &regulation.editions[0], copy)
                });
                let took = super::cpu_milliseconds() - start;
                (took, Pdf::new(&made.expect("an act")[0].bytes).pages())
            });
            let [(both, pages), (pdf, _)] = times;
            println!("{copy:?}, {pages} pages: {both} ms of CPU, the PDF alone {pdf} ms");
        }
    }
}

/// Writes acts to `target/tmp/look` for people to look at; run it with `--ignored`.
#[test]
#[ignore = "for people"]
fn acts_to_look_at() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("look");
    std::fs::create_dir_all(&folder).expect("a folder");
    let write =
        |name: &str, bytes: &[u8]| std::fs::write(folder.join(name), bytes).expect("written");
    let mut extreme = text();
    extreme.nodes.push(section("8.", "Сводная таблица", vec![wide(), clause("8.1.", "После.")]));
    let mut item = node(NodeKind::Item, Some("1)"), "сводная таблица:");
    item.children = vec![wide()];
    extreme.nodes.push(section("9.", "Перечень", vec![clause("9.1.", "Перечень:"), item]));
    extreme.nodes.push(appendix(
        "Приложение № 1",
        "Форма заявления",
        vec![clause("1.1.", &"абвгд".repeat(40)), wide()],
    ));
    let mut school = with_text(extreme.nodes);
    school.regulations[0].editions[0].text.footnotes = extreme.footnotes;
    write("extreme.pdf", file(&print(&school), ACT));
    for (name, kind) in
        [("file.pdf", ActCopy::Filing { acquaintance: 2 }), ("booklet.pdf", ActCopy::Booklet)]
    {
        write(name, &copy(&school, kind, Language::Russian).bytes);
    }
    for made in print(&changed()) {
        write(made.path.rsplit('/').next().expect("a name"), &made.bytes);
    }
}
