//! Rules about numbers, footnotes, brackets, quotation marks and scripts: what they find and
//! where they must stay silent.

use std::fs;

use crate::workspace::{Workspace, project, skipped};

/// The edition of the sound workspace.
const EDITION: &str = "content/schools/shkola/regulations/pomoshch/2026-08-31.md";
/// Lines of the front matter.
const FRONT: &str = "---\ntitle: Регламент\napproved:\n  date: 2026-08-31\n---\n";
/// The rules under test.
const RULES: [&str; 11] = [
    "number-duplicate",
    "number-skipped",
    "number-restarted",
    "number-misplaced",
    "item-empty",
    "footnote-without-body",
    "footnote-without-mark",
    "bracket-unbalanced",
    "quote-unbalanced",
    "quote-nested",
    "mixed-script",
];

/// The findings of our rules about `text`: identifier, line of the text, message.
fn findings(text: &str) -> Vec<(String, u64, String)> {
    let workspace = Workspace::sound();
    workspace.write(EDITION, format!("{FRONT}{text}"));
    let run = workspace.check(&["--format", "json"]).expect(0);
    let front = FRONT.lines().count() as u64;
    let finding = |finding: &serde_json::Value| {
        let word = |key: &str| finding[key].as_str().expect("a text").to_owned();
        (word("id"), finding["line"].as_u64().expect("a line") - front, word("message"))
    };
    let all = run.findings();
    let all = all.iter().map(finding);
    all.filter(|(id, ..)| RULES.contains(&id.as_str())).collect()
}

/// Asserts which findings there are, as `id line`.
#[track_caller]
fn assert_finds(text: &str, expected: &[&str]) {
    let found = findings(text);
    let short: Vec<_> = found.iter().map(|(id, line, _)| format!("{id} {line}")).collect();
    assert_eq!(short, expected, "{text}\n{found:#?}");
}

/// Asserts the message of the only finding.
#[track_caller]
fn assert_says(text: &str, expected: &str) {
    let found = findings(text);
    assert_eq!(found.len(), 1, "{text}\n{found:#?}");
    assert_eq!(found[0].2, expected, "{text}");
}

#[test]
fn messages_name_the_numbers() {
    let list = |last: &str| format!("Школа:\n\n1) раз;\n2) два;\n{last}) три;\n");
    assert_says(&list("4"), "после «2)» идёт «4)»: пропущен номер 3");
    assert_says(&list("5"), "после «2)» идёт «5)»: пропущены номера 3, 4");
    assert_says(&list("9"), "после «2)» идёт «9)»: пропущены номера 3–8");
    assert_says(&list("2"), "номер «2)» повторён: он уже стоит в строке 9");
    let clauses = |last: &str| format!("## 1. Раздел\n\n1.1. Раз.\n\n1.2. Два.\n\n{last} Три.\n");
    assert_says(&clauses("1.4."), "после «1.2.» идёт «1.4.»: пропущен номер 1.3");
    assert_says(&clauses("8.5."), "номер «8.5.» стоит в разделе 1");
    assert_says(&clauses("1.1."), "после «1.2.» нумерация снова начинается с «1.1.»");
    assert_says(
        "## 1. Раздел\n\n1.1. Раз.\n\n1.3. Три.\n\n1.2. Два.\n",
        "номер «1.2.» стоит после «1.3.»",
    );
    assert_says(
        "Школа:\n\n- а) раз;\n- б) два;\n- г) четыре.\n",
        "после «б)» идёт «г)»: пропущен номер в",
    );
    assert_says(
        "## 1. Раздел\n\n6) раз;\n7) два;\n8) три;\n",
        "нумерация начинается с «6)»: нет номеров 1–5",
    );
    assert_says(
        "## I. Раз\n\n## II. Два\n\n## IV. Четыре\n",
        "после «II.» идёт «IV.»: пропущен номер III",
    );
}

#[test]
fn numbers_of_sound_texts() {
    let sound = [
        // Each clause has its list, one goes on over a paragraph and bullets.
        "## 1. Раздел\n\n1.1. Раз:\n\n1) один;\n2) два:\n\n   - а;\n   - б;\n\nПояснение.\n\n\
         3) три.\n\n1.2. Два:\n\n1) один;\n2) два.\n",
        // A list of one item, and another.
        "Вправе:\n\n1) читать.\n\nОбязан:\n\n1) писать.\n",
        // Numbered chapters go on; each part has its own.
        "## I. Общее\n\n1. Раз.\n\n2. Два.\n\n## II. Порядок\n\n3. Три.\n\n4. Четыре.\n",
        "# Часть первая\n\n## 1. Раз\n\n1.1. Раз.\n\n## 2. Два\n\n2.1. Раз.\n\n\
         # Часть вторая\n\n## 1. Раз\n\n1.1. Раз.\n\n## 2. Два\n\n2.1. Раз.\n",
        "# Часть первая\n\n1.1. Раз.\n\n1.2. Два.\n\n2.1. Раз.\n\n\
         # Часть вторая\n\n1.1. Раз.\n\n2.1. Раз.\n",
        // An appendix as a heading and as a line.
        "## 1. Раз\n\n1.1. Раз.\n\n## 2. Два\n\n2.1. Раз.\n\n\
         ## Приложение № 1\n\n### 1. Форма\n\n1.1. Поле.\n\n## Приложение № 2\n\n1. Поле.\n",
        "**1. Раз**\n\n1.1. Раз.\n\n**2. Два**\n\n2.1. Раз.\n\nПриложение № 1 к приказу от 01.09.2026 № 45\n\n\
         **1. Форма**\n\n1.1. Поле.\n",
        // Lists with full stops within clauses of numbered sections.
        "## 1. Раз\n\n1.1. Шаги:\n\n1. открыть;\n2. закрыть.\n\n1.2. Шаги:\n\n1. открыть;\n2. закрыть.\n\n\
         ## 2. Два\n\n2.1. Раз.\n",
        // Headings without a number within a section.
        "## 1. Раз\n\n### Директор\n\n1.1. Раз.\n\n### Учитель\n\n1.2. Раз.\n\n## 2. Два\n\n2.1. Раз.\n",
        // Letters that lists leave out.
        "Школа:\n\n- е) раз;\n- ж) два;\n- и) три;\n- к) четыре;\n- л) пять.\n",
        // Deep numbers, with and without a last full stop.
        "## 1. Раз\n\n1.1 Раз.\n\n1.1.1 Первое.\n\n1.1.2 Второе.\n\n1.2 Два.\n\n1.2.1 Первое.\n",
        // Sections without a heading, then one without a number.
        "## 1. Раз\n\n1.1. Раз.\n\n## Порядок\n\n2.1. Раз.\n\n## 3. Три\n\n3.1. Раз.\n",
        // Dates, times, amounts and references at the beginning of a line.
        "## 1. Раз\n\n1.1. Раз.\n\n01.09.2026 начинается год.\n\n15.30 начало занятий.\n\n\
         5 рабочих дней даётся на ответ.\n\n3-й день – последний.\n\n2026. Год.\n",
        "## 1. Раз\n\n1.1. Раз.\n\n1.2. Поступать, как сказано в п.\n5.2. настоящего Регламента и в пункте\n\
         7.1. настоящего Регламента.\n\n1.3. Три.\n",
        // Table cells have numbers of their own.
        "| № | Кто |\n|-|-|\n| 1. | директор |\n| 1. | учитель |\n| 5. | оператор |\n",
        // A table of contents above the sections.
        "Содержание\n\n1. Раз\n2. Два\n\n## 1. Раз\n\n1.1. Раз.\n\n## 2. Два\n\n2.1. Раз.\n",
        // Lists within a list.
        "Школа:\n\n1) раз:\n\n   1) один;\n   2) два;\n\n2) два:\n\n   1) один;\n   2) два.\n",
    ];
    for text in sound {
        assert_finds(text, &[]);
    }
}

#[test]
fn numbers_of_texts_that_were_badly_extracted() {
    // Without a space, as paragraphs.
    assert_finds(
        "1.1. Оператор:\n\n1)планирует;\n\n2)вводит;\n\n4)вносит.\n",
        &["number-skipped 7"],
    );
    // Bold lines for headings, and headings that begin anew.
    let sections =
        "**1. Раз.**\n\nТекст.\n\n**2. Два.**\n\nТекст.\n\n### **1. Три**\n\n### **2. Четыре**\n";
    assert_finds(sections, &["number-restarted 9"]);
    // Sections that Markdown makes items of a list, the last within a paragraph.
    let lines = "1. Раз\nТекст.\n2. Два\n\nТекст.\n3. Три\nТекст.\n\nТекст.\n\n5. Пять\n";
    assert_finds(lines, &["number-skipped 11"]);
    // Clauses tell which section is open.
    let clauses = "1. Раз\n\n1.1. Раз.\n\n2. Два\n\n2.1. Раз.\n\n1.5. Пять.\n";
    assert_finds(clauses, &["number-misplaced 9"]);
}

#[test]
fn items_without_words() {
    assert_finds("Школа:\n\n1)\n\n1) раз;\n2) два.\n", &["number-duplicate 5"]);
    assert_finds("Школа:\n\n1) раз;\n2)\n3) три.\n", &["item-empty 4"]);
    assert_finds("Школа:\n\n- раз;\n-\n- три.\n", &["item-empty 4"]);
    assert_finds("Школа:\n\n1)\n   - раз;\n   - два;\n2) три.\n", &[]);
}

#[test]
fn footnotes_that_lack_a_part() {
    assert_finds("Текст[^1].\n", &["footnote-without-body 1"]);
    assert_finds("Текст[^1].\n\n[^1]: Сноска.\n\n[^2]: Вторая.\n", &["footnote-without-mark 5"]);
    assert_finds("В системе<sup>1</sup>:\n", &["footnote-without-body 1"]);
    assert_finds("В системе (ИС «Дневник.ру»)².\n", &["footnote-without-body 1"]);
    assert_finds("На портале2: раз.\n", &["footnote-without-body 1"]);
    assert_finds(
        "Ситуация[footnoteRef:1] [2: Пояснение.]\n",
        &["footnote-without-body 1", "footnote-without-mark 1"],
    );
    let sound = [
        "Текст[^1], ещё[^а].\n\n[^1]: Сноска.\n\n[^а]: Вторая, и в ней[^в].\n\n[^в]: Третья.\n",
        "Площадь 30 м<sup>2</sup>, 5 м³, 10<sup>3</sup>, x<sup>2</sup>, 5<sup>й</sup>, кв<sup>2</sup>.\n",
        "В системе<sup>1</sup>.\n\n<sup>1</sup> Пояснение.\n",
        "В системе<sup>1</sup>.\n\n1 Пояснение снизу страницы.\n",
        "Ситуация[footnoteRef:1] [1: Пояснение.]\n",
        "На портале 2: раз. Почта shkola1@example.org, класс 5, форма-2, СанПиН2, 2-х дней.\n",
        "| Кто | Что |\n|-|-|\n| Директор[^1] | Утверждает |\n\n[^1]: Или его заместитель.\n",
        "5 Классов и 3 Кабинета.\n",
    ];
    for text in sound {
        assert_finds(text, &[]);
    }
}

#[test]
fn brackets_without_a_partner() {
    assert_finds(
        "Журнал (далее – ЭЖ, а также родителям (законным представителям).\n",
        &["bracket-unbalanced 1"],
    );
    assert_finds("Журнал далее – ЭЖ), а также.\n", &["bracket-unbalanced 1"]);
    assert_finds("Журнал (далее – ЭЖ], а также.\n", &["bracket-unbalanced 1"]);
    assert_finds(
        "Поле [имя и ещё.\n\n## Раздел\n\nТекст].\n",
        &["bracket-unbalanced 1", "bracket-unbalanced 5"],
    );
    let sound = [
        "Помощь (сотрудникам (и (или) родителям) школы) и (ещё) [раз] {два}.\n",
        "Школа:\n\n1) раз;\n2) два (включая: 1) один; 2) два);\n3) по подпунктам 1), 2) и а) пункта 3.\n",
        "Документы (по списку:\n\n- заявление;\n- согласие).\n",
        "В случае (обычном\n\nили особом\n\nдля школы) поступают так.\n",
        "Спасибо :) и до встречи ;-) или :( жаль.\n",
        "I) раз, II) два, 5.2) три.\n",
        "Срок (см. п. 5) и (подпункты 1), 2) пункта 3).\n",
        "| Кто (должность) | Что |\n|-|-|\n| Директор (ФИО) | 1) раз |\n",
    ];
    for text in sound {
        assert_finds(text, &[]);
    }
}

#[test]
fn quotation_marks_without_a_partner() {
    assert_finds("Школа «Средняя школа № 19 (далее – школа) отвечает.\n", &["quote-unbalanced 1"]);
    assert_finds("Школа Дневник» отвечает.\n", &["quote-unbalanced 1"]);
    assert_finds("Школа \"Дневник отвечает.\n", &["quote-unbalanced 1"]);
    assert_finds("Школа «Дневник\" отвечает.\n", &["quote-unbalanced 1"]);
    assert_finds(
        "По «Положению о «Дневнике» школы» и „Порядку.\n",
        &["quote-nested 1", "quote-unbalanced 1"],
    );
    let sound = [
        "ИС «Дневник.ру», «Регламент ИС «Дневник.ру» и «Порядок «Школа «Луч».\n",
        "МАОУ «СШ № 40» им. Г. К. Жукова, «Положение о „Дневнике“ школы», “Word”.\n",
        "Школа \"Дневник\" и (\"Луч\"), монитор 24\" и 19\", угол 5° 10' 30\".\n",
        "«Первый абзац цитаты.\n\nВторой абзац цитаты».\n",
        "О «перечне\n\nуслуг\n\nшколы» говорится ниже.\n",
        "Школа \"Средняя школа \"Луч\" отвечает.\n",
    ];
    for text in sound {
        assert_finds(text, &[]);
    }
}

#[test]
fn quotations_within_quotations() {
    assert_finds("По «Положению о «Дневнике» школы».\n", &["quote-nested 1"]);
    assert_finds("По «Положению о «Дневнике» и «Луче» школы».\n", &["quote-nested 1"]);
    assert_finds("По «Положению о «Дневнике»».\n", &["quote-nested 1"]);
}

#[test]
fn scripts_that_are_mixed() {
    // A Cyrillic «х» between figures, a Latin «c», a Cyrillic «І».
    assert_says("Работает 24х7 всегда.\n", "в «24х7» вместо знака стоит буква «х»");
    assert_says("Эта cтраница.\n", "в слове «cтраница» смешаны русские и латинские буквы");
    assert_says("Глава ІV и другие.\n", "римское число «ІV» набрано не теми буквами");
    assert_finds("Раз 24х7.\n\nДва 24х7.\n", &["mixed-script 1"]);
    let sound = "IT-специалист, web-сайт, e-mail, QR-код, Wi-Fi, 24/7, 24x7, 10А класс, ЯндексGPT, \
        <shkоla@example.org>, [сайт](https://example.org/cтр), XIV, ХХ век, СНГ.\n";
    assert_finds(sound, &[]);
}

/// The five seeds word for word, and with every line as a paragraph of its own.
#[test]
fn what_an_editor_finds_in_the_seeds() {
    let seeds = project().join("../shared/seeds");
    if !seeds.is_dir() {
        skipped(&format!("the five seeds: no folder {}", seeds.display()));
        return;
    }
    let expected: [(&str, &[&str]); 5] = [
        ("licey-2", &["mixed-script"]),
        (
            "podmoskovye-19",
            &["quote-unbalanced", "footnote-without-body", "mixed-script", "footnote-without-mark"],
        ),
        ("kansk-2", &["number-duplicate", "mixed-script"]),
        (
            "shimanovsk-1",
            &[
                "bracket-unbalanced",
                "number-restarted",
                "footnote-without-body",
                "footnote-without-body",
            ],
        ),
        (
            "khabarovsk-40",
            &[
                "quote-unbalanced",
                "quote-unbalanced",
                "number-skipped",
                "number-skipped",
                "bracket-unbalanced",
                "bracket-unbalanced",
                "number-misplaced",
            ],
        ),
    ];
    for (seed, expected) in expected {
        let text = fs::read_to_string(seeds.join(format!("{seed}.txt"))).expect("the seed");
        let lines: Vec<_> = text.lines().filter(|line| !line.trim().is_empty()).collect();
        for text in [text.clone(), lines.join("\n\n") + "\n"] {
            let found = findings(&text);
            let ids: Vec<_> = found.iter().map(|(id, ..)| id.as_str()).collect();
            assert_eq!(ids, expected, "{seed}: {found:#?}");
        }
    }
}
