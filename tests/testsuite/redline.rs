//! Redlines: either text can be read out of one, nothing that did not change is in one, and what
//! changed is told as a person would tell it.

use std::fs;
use std::sync::Arc;
use std::time::Instant;

use proptest::prelude::*;
use reglament::diagnostics::{Diagnostics, LineIndex};
use reglament::model::markdown;
use reglament::model::passages::{PassageKind, passages};
use reglament::model::redline::{Change, Entry, Presence, Redline, Spot, redline};
use reglament::model::text::{Footnote, Inline, Node, NodeKind, RegulationText, Table};
use unicode_normalization::UnicodeNormalization;

use crate::workspace::project;

// Reading both texts out of a redline

fn parse(markdown: &str) -> RegulationText {
    let index = LineIndex::new(Arc::from("act.md"), markdown);
    markdown::parse(markdown, &index, &mut Diagnostics::default())
}

/// An edition of the sample content, without its front matter.
fn sample(path: &str) -> String {
    let path = project().join("content/schools").join(path);
    let text = fs::read_to_string(path).expect("a sample edition");
    let (_, body) = text[4..].split_once("\n---\n").expect("front matter");
    body.to_owned()
}

/// Number and words of each passage, with single spaces.
fn lines(text: &RegulationText) -> Vec<String> {
    let line = |number: Option<&str>, words: &str| {
        let line = format!("{} {words}", number.unwrap_or_default());
        let line: String = line.nfc().filter(|c| *c != '\u{ad}').collect();
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    passages(text).iter().map(|passage| line(passage.number, &passage.words)).collect()
}

/// The same of the text that a redline leads to or, if `old`, comes from.
fn side(redline: &Redline, old: bool) -> Vec<String> {
    let spot = |entry: &Entry| if old { entry.old.clone() } else { entry.new.clone() };
    let mut found: Vec<(usize, String)> = Vec::new();
    for entry in &redline.entries {
        let Some(Spot { index, number, .. }) = spot(entry) else { continue };
        let mut line = number.unwrap_or_default();
        let has = |presence: Presence| if old { presence.in_old() } else { presence.in_new() };
        for row in entry.rows.iter().filter(|row| has(row.presence)) {
            for cell in &row.cells {
                line.push(' ');
                cell.iter().filter(|run| has(run.presence)).for_each(|run| line += &run.text);
            }
        }
        let line: String = line.nfc().filter(|c| *c != '\u{ad}').collect();
        found.push((index, line.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    if old {
        found.sort();
    }
    assert!(found.iter().enumerate().all(|(at, (index, _))| at == *index), "every passage once");
    found.into_iter().map(|(_, line)| line).collect()
}

/// The line without typography: as an editor would compare it by eye.
fn plain(lines: &[String]) -> Vec<String> {
    let map = |c: char| match c {
        '–' | '—' | '−' | '‑' => '-',
        '«' | '»' | '„' | '“' | '”' => '"',
        'ё' => 'е',
        'Ё' => 'Е',
        c => c,
    };
    let line = |line: &String| line.chars().filter(|c| !c.is_whitespace()).map(map).collect();
    lines.iter().map(line).collect()
}

/// Asserts that the redline of two texts holds both of them.
#[track_caller]
fn assert_applies(old: &RegulationText, new: &RegulationText) -> Redline {
    let redline = redline(old, new, false);
    assert_eq!(side(&redline, false), lines(new), "applied to the old text it gives the new one");
    assert_eq!(plain(&side(&redline, true)), plain(&lines(old)), "and the other way round");
    for entry in &redline.entries {
        let here = entry.parent.is_none_or(|parent| parent < redline.entries.len());
        assert!(here && (entry.old.is_some() || entry.new.is_some()), "{entry:?}");
    }
    redline
}

fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    let words = "[а-вё«»\"–,.;0-2 -]{0,16}";
    prop::collection::vec(
        prop_oneof![
            3 => words.prop_map(Inline::Text),
            1 => words.prop_map(|text| Inline::Strong(vec![Inline::Text(text)])),
            1 => Just(Inline::Break),
        ],
        0..4,
    )
}

fn tree() -> impl Strategy<Value = RegulationText> {
    let row = || prop::collection::vec(inlines(), 0..3);
    let table = (row(), prop::collection::vec(row(), 0..4))
        .prop_map(|(head, rows)| NodeKind::Table(Table { head, rows }));
    let kind = prop_oneof![
        Just(NodeKind::Section(2)),
        Just(NodeKind::Appendix(2)),
        Just(NodeKind::Clause),
        Just(NodeKind::Item),
        Just(NodeKind::Paragraph),
        Just(NodeKind::Note),
        Just(NodeKind::Rule),
        table,
    ];
    let leaf =
        (kind, "([1-3][.)])?", "(p-[1-3])?", inlines()).prop_map(|(kind, number, anchor, text)| {
            let number = (!number.is_empty()).then_some(number);
            Node { kind, number, anchor, text, children: Vec::new(), line: 1 }
        });
    let node = leaf.prop_recursive(3, 24, 4, |inner| {
        (inner.clone(), prop::collection::vec(inner, 0..4)).prop_map(|(mut node, children)| {
            if node.kind != NodeKind::Rule {
                node.children = children;
            }
            node
        })
    });
    (prop::collection::vec(node, 0..5), prop::collection::vec(inlines(), 0..2)).prop_map(
        |(nodes, notes)| {
            let note = |(at, text): (usize, Vec<Inline>)| Footnote {
                label: format!("{}", at + 1),
                body: vec![Node {
                    kind: NodeKind::Paragraph,
                    number: None,
                    anchor: String::new(),
                    text,
                    children: Vec::new(),
                    line: 1,
                }],
                line: 1,
            };
            let footnotes = notes.into_iter().enumerate().map(note).collect();
            RegulationText { nodes, footnotes, terms: Vec::new() }
        },
    )
}

/// An edit of one line of a source.
#[derive(Debug, Clone)]
enum Edit {
    Delete,
    Insert,
    SwapWithNext,
    ChangeWord,
    DropWord,
    Renumber,
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        Just(Edit::Delete),
        Just(Edit::Insert),
        Just(Edit::SwapWithNext),
        Just(Edit::ChangeWord),
        Just(Edit::DropWord),
        Just(Edit::Renumber),
    ]
}

/// `markdown` with edits of the blocks at these places.
fn edited(markdown: &str, edits: &[(usize, Edit)]) -> String {
    let mut blocks: Vec<String> = markdown.split("\n\n").map(ToOwned::to_owned).collect();
    for (at, edit) in edits {
        let at = at % blocks.len().max(1);
        match edit {
            Edit::Delete => drop(blocks.remove(at)),
            Edit::Insert => blocks.insert(at, "Вставлен новый абзац о порядке работы.".to_owned()),
            Edit::SwapWithNext if at + 1 < blocks.len() => blocks.swap(at, at + 1),
            Edit::SwapWithNext => {}
            Edit::ChangeWord => blocks[at] = blocks[at].replacen(" в ", " вне ", 1),
            Edit::DropWord => blocks[at] = blocks[at].replacen(" и ", " ", 1),
            Edit::Renumber => {
                blocks[at] = blocks[at].replacen("2.", "7.", 1).replacen("3)", "4)", 1);
            }
        }
    }
    blocks.join("\n\n")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_redline_of_any_two_texts_holds_both(old in tree(), new in tree()) {
        assert_applies(&old, &new);
    }

    #[test]
    fn a_text_has_no_redline_against_itself(text in tree()) {
        let same = assert_applies(&text, &text);
        prop_assert!(same.is_empty() && same.changes().is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None, cases: 48, ..ProptestConfig::default()
    })]

    #[test]
    fn a_redline_of_an_edited_act_holds_both(
        edits in prop::collection::vec((0_usize..1000, edit()), 1..12),
    ) {
        let markdown = sample("khabarovsk-40/regulations/dnevnik/2026-08-31.md");
        let redline = assert_applies(&parse(&markdown), &parse(&edited(&markdown, &edits)));
        // A swap touches two blocks, and what is within a clause or section goes with it.
        prop_assert!(redline.changes().len() <= 40 * edits.len(), "{:?}", redline.changes());
    }
}

// What is no change

#[test]
fn typography_is_no_change() {
    let old = "## 1. «Общие» положения\n\n1.1. Приём – с 9 до 10 часов, «учёт» ведёт Зуёва; \
               пн-пт, Положение – всё.[^1]\n\n| Кто | Когда |\n|-|-|\n| Ёлкин | 9:00–10:00 |\n\n[^1]: Ещё один год.\n";
    let new = "## 1. \"Общие\" положения\n\n1.1. Приём - с\u{a0}9 до  10 часов, „учет“ ведет\n\
               Зуева; пн – пт, По\u{ad}ложение — все.[^1]\n\n| Кто | Когда |\n|-|-|\n\
               | Елкин | 9:00 - 10:00 |\n\n[^1]: Еще один год.\n"
        .replace("Приём", "Прие\u{308}м");
    let (old, new) = (parse(old), parse(&new));
    let same = assert_applies(&old, &new);
    assert!(same.is_empty(), "{:?}", same.changes());
    let strict = redline(&old, &new, true);
    let changes: Vec<_> = strict.changes().iter().map(|line| line.change).collect();
    assert_eq!(changes, [Change::Changed; 3], "ё: clause, table and footnote");
}

#[test]
fn kinds_of_emphasis_and_bullets_are_no_change() {
    let old =
        parse("1.1. Слово **важное** и [ссылка](https://a.example/):\n\n- первое;\n- второе.\n");
    let new = parse("1.1. Слово важное и ссылка:\n\n* первое;\n* *второе*.\n");
    assert!(assert_applies(&old, &new).is_empty());
}

// What is told

/// A place as `5.2/14)`; the bullets and paragraphs by their ordinals.
fn place(spot: Option<&Spot>) -> String {
    let Some(spot) = spot else { return "–".to_owned() };
    let steps = spot.path.iter().map(|step| match &step.number {
        Some(number) => number.clone(),
        None if step.title.is_empty() => format!("{}{}", step.kind.id(), step.ordinal),
        None => step.title.clone(),
    });
    steps.collect::<Vec<_>>().join("/")
}

/// The list of changes, a line each.
fn told(redline: &Redline) -> Vec<String> {
    let line = |line: &reglament::model::redline::Listed| {
        let (first, last) = (&redline.entries[line.first], &redline.entries[line.last]);
        let mut out = format!("{} {}", line.change.id(), place(first.spot()));
        if line.count > 1 {
            out += &format!(" .. {}", place(last.spot()));
        }
        let was = place(first.old.as_ref());
        if first.new.is_some() && first.old.is_some() && was != place(first.spot()) {
            out += &format!(" (was {was})");
        }
        out
    };
    redline.changes().iter().map(line).collect()
}

#[track_caller]
fn assert_told(old: &str, new: &str, expected: &[&str]) -> Redline {
    let redline = assert_applies(&parse(old), &parse(new));
    assert_eq!(told(&redline), expected);
    redline
}

/// Words with changes marked.
fn marked(entry: &Entry) -> String {
    let mut out = String::new();
    for run in entry.rows.iter().flat_map(|row| row.cells.iter().flatten()) {
        out += &match run.presence {
            Presence::Both => run.text.clone(),
            Presence::Old => format!("[-{}-]", run.text),
            Presence::New => format!("{{+{}+}}", run.text),
        };
    }
    out
}

#[test]
fn the_sample_editions_are_told_as_a_person_would() {
    let path = |date: &str| format!("khabarovsk-40/regulations/dnevnik/{date}.md");
    assert_told(
        &sample(&path("2023-09-01")),
        &sample(&path("2026-08-31")),
        &[
            "added 3./3.6.",
            "added 5./5.5./1) .. 5./5.5./3)",
            "added 6./6.4.",
            "changed 1./1.6./paragraph3",
            "changed 1./1.6./paragraph4",
            "changed 4./4.4./paragraph3",
            "changed 5./5.2./14)",
            "changed 5./5.4./2)",
            "changed 5./5.4./3)",
            "changed 5./5.5.",
            "changed 7./7.8./table1",
            "changed 7./7.8./note1/paragraph1",
            "removed 5./5.2./19)",
            "punctuation 5./5.2./18)",
        ],
    );
    let path = |date: &str| format!("podmoskovye-19/regulations/pomoshch/{date}.md");
    assert_told(
        &sample(&path("2025-08-29")),
        &sample(&path("2026-11-16")),
        &[
            "added 1./paragraph2",
            "added 2./2)/item6",
            "added 4./item3",
            "added 4./paragraph3",
            "changed 3./item1",
            "changed 3./item2",
            "changed 4./item2",
            "changed 4./item4 (was 4./item3)",
            "removed 4./item4",
            "punctuation 2./2)/item5",
        ],
    );
}

const ACT: &str = "## 1. Общие положения\n\n\
    1.1. Настоящий Регламент определяет порядок помощи пользователям.\n\n\
    1.2. Помощь оказывает администратор, назначенный приказом директора.\n\n\
    1.3. График консультаций утверждает директор на учебный год.\n\n\
    ## 2. Обязанности\n\n\
    2.1. Администратор обязан:\n\n\
    1) вести журнал учёта обращений пользователей;\n\n\
    2) отвечать на обращения в течение трёх рабочих дней;\n\n\
    3) обучать новых сотрудников работе в системе.\n\n\
    2.2. Учитель обязан заполнять журнал в день проведения урока.\n";

#[test]
fn a_clause_put_in_renumbers_those_after_it() {
    let new =
        ACT.replace("1.3. График", "1.4. График").replace("1.2. Помощь", "1.3. Помощь").replace(
            "1.3. Помощь",
            "1.2. Термины употребляются в значении закона об образовании.\n\n1.3. Помощь",
        );
    let expected = ["added 1./1.2.", "renumbered 1./1.3. .. 1./1.4. (was 1./1.2.)"];
    assert_told(ACT, &new, &expected);
}

#[test]
fn a_removed_item_renumbers_the_rest() {
    let new = ACT
        .replace("1) вести журнал учёта обращений пользователей;\n\n", "")
        .replace("2) отвечать", "1) отвечать")
        .replace("3) обучать", "2) обучать");
    let expected = ["removed 2./2.1./1)", "renumbered 2./2.1./1) .. 2./2.1./2) (was 2./2.1./2))"];
    assert_told(ACT, &new, &expected);
}

#[test]
fn a_clause_at_another_place_has_moved() {
    let moved = "1.3. График консультаций утверждает директор на учебный год.\n\n";
    let new = ACT.replace(moved, "") + "\n" + &moved.replace("1.3.", "2.3.");
    let redline = assert_told(ACT, &new, &["moved 2./2.3. (was 1./1.3.)"]);
    assert_eq!(redline.entries.iter().filter(|entry| entry.renumbered).count(), 1);
    // Its items go with it and are not told again.
    let with_items = "2.1. Администратор";
    let at = ACT.find(with_items).expect("the clause");
    let end = ACT.find("2.2. Учитель").expect("the next one");
    let (before, clause, after) = (&ACT[..at], &ACT[at..end], &ACT[end..]);
    assert_told(ACT, &format!("{before}{after}\n{clause}"), &["moved 2./2.2."]);
}

#[test]
fn a_moved_clause_may_be_changed_too() {
    let moved = "1.3. График консультаций утверждает директор на учебный год.\n\n";
    let changed = "2.3. График консультаций утверждает директор на одно полугодие.\n\n";
    let new = ACT.replace(moved, "") + "\n" + changed;
    let redline = assert_told(ACT, &new, &["moved 2./2.3. (was 1./1.3.)"]);
    let entry = redline.entries.iter().find(|entry| entry.moved).expect("the clause");
    let words = "График консультаций утверждает директор на[- учебный год-]{+ одно полугодие+}.";
    assert_eq!(marked(entry), words);
}

#[test]
fn short_equal_words_do_not_move_across_the_act() {
    let old = "## 1. Помощь сотрудникам\n\n1.1. Сотрудник обращается:\n\n- лично;\n- по телефону.\n\n\
               ## 2. Помощь родителям\n\n2.1. Родитель пишет заявление на имя директора школы.\n";
    let new = "## 1. Помощь сотрудникам\n\n1.1. Сотрудник пишет заявку ответственному лицу.\n\n\
               ## 2. Помощь родителям\n\n2.1. Родитель пишет заявление на имя директора школы.\n\n\
               2.2. Ответ выдаётся:\n\n- лично;\n- по телефону.\n";
    let redline = assert_applies(&parse(old), &parse(new));
    let moved = redline.entries.iter().filter(|entry| entry.moved).count();
    assert_eq!(moved, 0, "{:?}", told(&redline));
}

#[test]
fn items_stay_items_when_a_clause_is_put_in_before_them() {
    let old = "1.1. Школа помогает:\n\n6) сотрудникам;\n\n8) родителям.\n\n1.3. Срок – 10 дней.\n";
    let new = "1.1. Школа помогает:\n\n1.2. Вопросы принимает дежурный консультант.\n\n\
               7) сотрудникам;\n\n8) родителям.\n\n1.3. Срок – 10 дней.\n";
    assert_told(old, new, &["added 1.2.", "renumbered 1.2./7) (was 1.1./6))"]);
}

#[test]
fn a_section_with_another_title_is_the_same_section() {
    let new = ACT.replace("## 2. Обязанности", "## 2. Кто и что делает");
    let redline = assert_told(ACT, &new, &["changed 2."]);
    let touched = redline.touched();
    assert!(touched.contains("s-2") && !touched.contains("s-1") && !touched.contains("p-2.1"));
}

#[test]
fn a_removed_section_takes_all_with_it() {
    let new = &ACT[..ACT.find("## 2.").expect("the section")];
    assert_told(ACT, new, &["removed 2."]);
    assert_told(new, ACT, &["added 2."]);
    assert_told("", ACT, &["added 1. .. 2."]);
}

#[test]
fn a_sentence_written_anew_is_one_removal_and_one_addition() {
    let old = "1.1. Учитель ведёт журнал на бумаге и сдаёт его завучу в конце каждой недели.\n";
    let new = "1.1. Учитель ведёт журнал в электронном виде, а завуч проверяет его раз в месяц.\n";
    let redline = assert_told(old, new, &["changed 1.1."]);
    let runs = redline.entries[0].changed_runs().count();
    assert_eq!(runs, 2, "{}", marked(&redline.entries[0]));
}

#[test]
fn numbers_and_addresses_change_as_a_whole() {
    let old = "1.1. Телефон: +7 (900) 000-19-00, почта a-b@school.example, пункт 5.2.1.\n";
    let new = "1.1. Телефон: +7 (900) 000-19-14, почта a-c@school.example, пункт 5.2.2.\n";
    let redline = assert_applies(&parse(old), &parse(new));
    let words = marked(&redline.entries[0]);
    for part in [
        "[- 000-19-00-]{+ 000-19-14+}",
        "[- a-b@school.example-]{+ a-c@school.example+}",
        "[- 5.2.1-]{+ 5.2.2+}.",
    ] {
        assert!(words.contains(part), "{words}");
    }
}

#[test]
fn tables_change_by_rows_cells_and_columns() {
    let old = "| Кто | Когда |\n|-|-|\n| Учитель | в день урока |\n| Завуч | раз в месяц |\n";
    let new = "| Кто | Где | Когда |\n|-|-|-|\n| Учитель | в классе | в день урока |\n\
               | Секретарь | в канцелярии | ежедневно |\n| Завуч | в кабинете | раз в неделю |\n";
    let redline = assert_told(old, new, &["changed table1"]);
    let rows = &redline.entries[0].rows;
    let presences: Vec<_> = rows.iter().map(|row| row.presence).collect();
    assert_eq!(presences, [Presence::Both, Presence::Both, Presence::New, Presence::Both]);
    assert_eq!(rows[1].cells.len(), 3);
    assert_eq!(marked(&redline.entries[0]).matches("{+Где+}").count(), 1);
}

#[test]
fn footnotes_are_compared_too() {
    let old = "1.1. Слово[^1].\n\n[^1]: Срок хранения журнала – один год со дня окончания.\n";
    let new = "1.1. Слово[^1].\n\n[^1]: Срок хранения журнала – пять лет со дня окончания.\n";
    let redline = assert_told(old, new, &["changed 1"]);
    assert_eq!(redline.entries[1].kind, PassageKind::Footnote);
}

#[test]
fn huge_texts_that_have_nothing_in_common_are_compared_in_reasonable_time() {
    let act = |salt: u32| {
        let words = |n: u32| (0..9).map(move |i| (n * 31 + i * 7 + salt) % 4999);
        let line = |n: u32| {
            let words: Vec<_> = words(n).map(|w| format!("слово{w}")).collect();
            format!("{n}.1. {}\n\n", words.join(" "))
        };
        parse(&(1..6000).map(line).collect::<String>())
    };
    let (old, new) = (act(0), act(2500));
    let begin = Instant::now();
    assert_applies(&old, &new);
    assert!(begin.elapsed().as_secs() < 20, "{:?}", begin.elapsed());
}
