//! The rules about references and terms: what they report, where, and when they are silent.

use std::fs;

use crate::workspace::{Workspace, copy, has_extension, project, skipped};

/// An edition of the sound workspace.
const EDITION: &str = "content/schools/shkola/regulations/pomoshch/2026-08-31.md";
/// The findings of this part.
const OWN: [&str; 4] = ["reference-unresolved", "term-undefined", "term-early", "term-twice"];

/// The findings of these rules about an edition with this text, as «id: words at the place».
fn findings(body: &str) -> Vec<String> {
    let workspace = Workspace::sound();
    let front = "---\ntitle: Регламент\napproved: {date: 2026-08-31}\n---\n\n";
    workspace.write(EDITION, format!("{front}{body}\n"));
    own(&workspace)
}

fn own(workspace: &Workspace) -> Vec<String> {
    let report = workspace.check(&["--format", "json"]);
    let findings = report
        .findings()
        .into_iter()
        .filter(|f| OWN.contains(&f["id"].as_str().unwrap_or_default()));
    let found = findings.map(|finding| {
        let path = finding["path"].as_str().expect("a path");
        let file = fs::read_to_string(workspace.path(path)).expect("the file");
        let number =
            |key: &str| usize::try_from(finding[key].as_u64().expect("a number")).expect("small");
        let line = file.lines().nth(number("line") - 1).expect("a line");
        let words: String =
            line.chars().skip(number("column") - 1).take(number("length")).collect();
        format!("{}: {words}", finding["id"].as_str().expect("an id"))
    });
    found.collect()
}

#[test]
fn references_to_nothing_are_reported_on_their_words() {
    let text = "1.5. Раздел.\n\n1.6. Всего 16 часов; п. 1.5, 16 настоящего Регламента.";
    let workspace = Workspace::sound();
    let front = "---\ntitle: Регламент\napproved: {date: 2026-08-31}\n---\n\n";
    workspace.write(EDITION, format!("{front}{text}\n"));
    let run = workspace.check(&["--format", "json"]);
    let findings = run.findings();
    let finding = findings.iter().find(|f| f["id"] == "reference-unresolved").expect("a finding");
    assert_eq!(finding["column"], 30);
    let found = findings_help(&workspace, "## 5. А\n\n## 7. Б\n\nп. 6 настоящего Регламента.");
    assert!(found.contains("5, 7"), "{found}");
    let text = "5.1. А:\n\n1) а;\n2) б.\n\n5.2. Подпункт 9 пункта 5.1.";
    assert!(findings_help(&workspace, text).contains("рядом есть 2"));
}

fn findings_help(workspace: &Workspace, body: &str) -> String {
    let front = "---\ntitle: Регламент\napproved: {date: 2026-08-31}\n---\n\n";
    workspace.write(EDITION, format!("{front}{body}\n"));
    let run = workspace.check(&["--format", "json"]);
    let findings = run.findings();
    let finding = findings.iter().find(|f| f["id"] == "reference-unresolved").expect("a finding");
    finding["help"].as_str().expect("a remedy").to_owned()
}

/// Sentences as acts of schools have them, with references to laws, captions and counts.
#[test]
fn usual_sentences_have_no_findings() {
    for text in [
        "1.1. На основании п. 3 ч. 1 ст. 28 Федерального закона от 29.12.2012 № 273-ФЗ «Об \
         образовании в Российской Федерации» (далее – Федеральный закон).",
        "1.1. В соответствии с подпунктом «а» пункта 4 Правил, утверждённых постановлением \
         Правительства РФ от 20.10.2021 № 1802.",
        "1.1. Согласно части 3 статьи 29 закона и пунктам 2, 3 части 1 статьи 41.",
        "1.1. См. письмо Минпросвещения (раздел 4, пункт 2) и СанПиН 2.4.3648-20, п. 3.4.16.",
        "1.1. Приказ от 01.09.2026 № 45, п. 7; протокол № 2 (п. 9).",
        "1.1. Ответ даётся в приложении 3 раза в день, в разделе 2 класса, п. Садовый.",
        "1.1. Пункт 9 устава школы, п. 8 трудового договора, пункт 12 должностной инструкции.",
        "Приложение № 3\n\nк приказу директора от 01.09.2026 № 45\n\n## 1. А\n\n1.1. Б.",
        "1.1. Форма приведена в приложении к приказу, пункты 4–6 которого отменены.",
        "1.1. Заявки принимаются до 15 и 30 числа, п/п 4, и т. п. 7 раз.",
        "1.1. Звонить по тел. 8 (800) 000-00-00 (п. 3 заявки заполняется).",
    ] {
        assert_eq!(findings(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn abbreviations_without_explanation() {
    for (text, expected) in [
        ("1.1. Работа с ООД и ООД.", vec!["term-undefined: ООД"]),
        ("1.1. Это ООО «ЦУР» и ЦУР.", vec!["term-undefined: ЦУР"]),
        ("1.1. Учитель с ЭЖ.\n\n1.2. Работа с ЭЖ (электронный журнал).", vec![]),
        ("1.1. Электронный журнал (ЭЖ). В ЭЖ.", vec![]),
        ("1.1. Понятия:\n\n- ЭЖ – электронный журнал;\n- прочее.\n\n1.2. В ЭЖ.", vec![]),
        ("1.1. РФ, 273-ФЗ, СНИЛС, ИНН, ООО, МБОУ СОШ № 5, ФГОС, QR, PDF, IT, СанПиН.", vec![]),
        ("1.1. Письмо № АП-147/07, приказ № 64/2-ОД, раздел IV, ХI век.", vec![]),
        ("1.1. ВНИМАНИЕ! НЕ ПЕРЕДАВАЙТЕ ПАРОЛЬ. Это НЕ разрешено.", vec![]),
        ("## ПОРЯДОК РАБОТЫ ДЛЯ ВСЕХ ЛИЦ\n\n1.1. А.", vec![]),
        ("1.1. Площадка «ЦУР».", vec![]),
        ("1.1. Это ИНАЯ услуга; иная услуга платная.", vec![]),
        ("1.1. Почта ABC@example.org, см. WWW.DNEVNIK.RU.", vec![]),
    ] {
        assert_eq!(findings(text), expected, "{text}");
    }
}

#[test]
fn abbreviations_before_their_definition() {
    let define = "Общеобразовательная организация (далее – ОО) работает.";
    for (text, expected) in [
        (format!("1.1. Сотрудники ОО.\n\n1.2. {define}"), vec!["term-early: ОО"]),
        (format!("1.1. Сотрудники ОО. {define}"), vec![]),
        (format!("## 1. Помощь ОО\n\n1.1. {define}"), vec![]),
        (format!("## 1. Помощь ОО\n\n## 2. Б\n\n2.1. {define}"), vec!["term-early: ОО"]),
        (format!("Регламент в ОО\n\n## 1. А\n\n1.1. {define}"), vec![]),
        ("1.1. Зовите оператора.\n\n1.2. Оператор системы (далее – оператор).".into(), vec![]),
        (
            "1.1. Пишите в Службу поддержки ИС.\n\n1.2. Служба поддержки ИС (далее – Служба)."
                .into(),
            vec![],
        ),
    ] {
        assert_eq!(findings(&text), expected, "{text}");
    }
}

#[test]
fn terms_that_are_introduced_twice() {
    let journal = "вариант ведения журналов успеваемости обучающихся";
    for (text, expected) in [
        (
            format!(
                "1.1. Электронный {journal} (далее – ЭЖ).\n\n1.2. Безбумажный {journal} (далее – ББЖ)."
            ),
            vec!["term-twice: ББЖ"],
        ),
        (
            "1.1. Электронный журнал (далее – ЭЖ).\n\n1.2. Эскиз жилья (далее – ЭЖ).".into(),
            vec!["term-twice: ЭЖ"],
        ),
        (
            "1.1. Электронный журнал (далее – ЭЖ).\n\n1.2. Электронного журнала (далее – ЭЖ)."
                .into(),
            vec![],
        ),
        (
            "1.1. Электронный журнал (далее – ЭЖ).\n\n1.2. Электронный дневник (далее – ЭД)."
                .into(),
            vec![],
        ),
        (
            "1.1. Электронный журнал (далее – ЭЖ).\n\n1.2. Бумажный журнал (далее – БЖ).".into(),
            vec![],
        ),
        ("1.1. Общеобразовательная организация (далее – ОО, организация).".into(), vec![]),
    ] {
        assert_eq!(findings(&text), expected, "{text}");
    }
}

#[test]
fn the_sample_schools_are_sound() {
    let workspace = Workspace::sound();
    workspace.remove("content");
    copy(&project().join("content"), &workspace.path("content"));
    assert_eq!(own(&workspace), Vec::<String>::new());
    // Editions that are no longer the latest are not judged: make each the only one.
    for school in ["khabarovsk-40", "podmoskovye-19"] {
        let folder = format!("content/schools/{school}/regulations");
        let mut editions: Vec<_> = workspace.files(&folder).into_keys().collect();
        editions.retain(|path| has_extension(path, "md"));
        editions.sort();
        if let Some(latest) = editions.pop().filter(|_| !editions.is_empty()) {
            workspace.remove(&format!("{folder}/{latest}"));
        }
    }
    assert_eq!(own(&workspace), Vec::<String>::new());
}

/// What a careful editor finds in the five seeds of references and terms.
const SEEDS: [(&str, &[&str]); 5] = [
    ("licey-2", &[]),
    ("shimanovsk-1", &["term-undefined: ББЖ"]),
    ("kansk-2", &["term-undefined: ОО"]),
    ("podmoskovye-19", &["term-undefined: ОО"]),
    ("khabarovsk-40", &[]),
];

#[test]
fn the_defects_of_the_seeds_and_nothing_else() {
    let seeds = project().join("../shared/seeds");
    if !seeds.is_dir() {
        skipped(&format!("the five seeds: no folder {}", seeds.display()));
        return;
    }
    for (seed, expected) in SEEDS {
        let text = fs::read_to_string(seeds.join(format!("{seed}.txt"))).expect("the seed");
        assert_eq!(findings(&text), expected, "{seed}");
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(findings(&lines.join("\n\n")), expected, "{seed}, a paragraph a line");
    }
}
