//! Model regulations: what they make, and what is wrong with them.

use std::collections::BTreeSet;
use std::fs;
use std::time::{Duration, Instant};

use reglament::model::passages::{Passage, PassageKind, passages};
use reglament::model::template::FACTS;
use reglament::model::text::RegulationText;

use crate::workspace::{Run, Workspace, copy, project};

/// The schools of the four short seeds, each with its latest edition.
const FOUR: [(&str, &str); 4] = [
    ("licey-2", "2026-08-28"),
    ("shimanovsk-1", "2026-08-31"),
    ("kansk-2", "2026-08-27"),
    ("podmoskovye-19", "2026-11-16"),
];

/// A model file with these parameters and this text.
fn model(parameters: &str, body: &str) -> String {
    format!("---\nabout: Помощь\ntitle: Регламент помощи\n{parameters}---\n{body}\n")
}

/// The sound workspace with a model.
fn workspace(parameters: &str, body: &str) -> Workspace {
    let workspace = Workspace::sound();
    workspace.write("content/models/pomoshch.md", model(parameters, body));
    workspace
}

/// Runs `new regulation` for the regulation `novyj`.
fn fill(workspace: &Workspace, more: &[&str]) -> Run {
    let day = ["new", "regulation", "--regulation", "novyj", "--today", "2026-11-20"];
    workspace.run(&[&day[..], more].concat())
}

/// The text of the draft behind its front matter.
fn draft(workspace: &Workspace) -> String {
    let path = "content/schools/shkola/regulations/novyj/draft.md";
    let text = fs::read_to_string(workspace.path(path)).expect("a draft");
    text.split("\n---\n").nth(1).expect("a body").trim().to_owned()
}

fn tree(path: &std::path::Path) -> RegulationText {
    let text = fs::read_to_string(path).expect("a text");
    let body = text.splitn(3, "---\n").nth(2).expect("a body").to_owned();
    let index = reglament::diagnostics::LineIndex::new("x".into(), &body);
    let mut found = reglament::diagnostics::Diagnostics::default();
    reglament::model::markdown::parse(&body, &index, &mut found)
}

/// What two acts of one model have in common.
#[derive(Debug, PartialEq, Eq)]
struct Facts {
    /// What each section is about.
    sections: Vec<&'static str>,
    footnotes: usize,
    /// Numbers of working days, in order.
    terms: Vec<u32>,
    /// Addresses and phones.
    contacts: BTreeSet<String>,
    /// Ways to ask for help.
    channels: BTreeSet<&'static str>,
    /// Topics of consultations, and how many directions there are.
    items: usize,
}

fn facts(text: &RegulationText) -> Facts {
    let all = passages(text);
    let sections = all.iter().filter(|p| matches!(p.kind, PassageKind::Section(_)));
    let words = all.iter().map(|p| p.words.as_str()).collect::<Vec<_>>().join(" ");
    let kinds = [
        ("в лич", "личн"),
        ("телефон", "по телефону"),
        ("почта", "почт"),
        ("видео", "видеосвязи"),
        ("онлайн", "онлайн"),
        ("стенд", "стенде"),
        ("классный руководитель", "классного руководителя"),
        ("собрания", "собраниях"),
        ("график", "графи"),
    ];
    Facts {
        sections: sections.map(about).collect(),
        footnotes: all.iter().filter(|p| p.kind == PassageKind::Footnote).count(),
        terms: terms(&words),
        contacts: contacts(&words),
        channels: kinds.into_iter().filter(|(_, w)| words.contains(w)).map(|(k, _)| k).collect(),
        items: all.iter().filter(|p| p.number.is_some_and(|n| n.ends_with(')'))).count(),
    }
}

fn about(section: &Passage<'_>) -> &'static str {
    let title = section.words.as_str();
    let kinds = [
        ("Общие положения", "general"),
        ("Обязанности", "duties"),
        ("Помощь специалистов", "desk"),
        ("в нештатной ситуации", "emergency"),
        ("Помощь сотрудникам", "staff"),
        ("Помощь родителям", "parents"),
    ];
    kinds.into_iter().find(|(words, _)| title.contains(words)).map_or("other", |(_, kind)| kind)
}

/// Different terms in working days: figures or «трёх».
fn terms(words: &str) -> Vec<u32> {
    let words: Vec<&str> = words.split(' ').collect();
    let terms = words.windows(3).filter_map(|three| {
        let [number, working, days] = three else { return None };
        let is_term = working.starts_with("рабоч") && days.starts_with("дн");
        let number = if *number == "трёх" { Some(3) } else { number.parse().ok() };
        number.filter(|_| is_term)
    });
    terms.collect::<BTreeSet<u32>>().into_iter().collect()
}

fn contacts(words: &str) -> BTreeSet<String> {
    let mails = words.split([' ', ',', ';', '(', ')']).map(|w| w.trim_end_matches('.'));
    let mails = mails.filter(|word| word.contains('@')).map(str::to_owned);
    let phones = words.match_indices(['+', '8']).filter_map(|(at, _)| {
        let phone: String = words[at..]
            .chars()
            .take_while(|c| c.is_ascii_digit() || "+() -".contains(*c))
            .collect();
        let digits = phone.chars().filter(char::is_ascii_digit).count();
        (digits == 11).then(|| phone.trim_end_matches([' ', '(']).to_owned())
    });
    mails.chain(phones).collect()
}

/// Four schools fill in one model and get what their own acts say.
#[test]
fn the_model_of_the_four_seeds_gives_their_acts() {
    let workspace = Workspace::sound();
    workspace.remove("content");
    copy(&project().join("content"), &workspace.path("content"));
    for (school, date) in FOUR {
        let arguments = ["--model", "pomoshch", "--school", school, "--today", "2026-11-20"];
        let run = workspace.run(&[&["new", "regulation"], &arguments[..]].concat()).expect(0);
        // Nothing is found about the text, and it takes nobody's word.
        assert_eq!(run.stderr.matches("Проект записан").count(), 1, "{}", run.stderr);
        assert!(!run.stderr.contains("предупреждение"), "{}", run.stderr);
        let act = workspace.path(&format!("content/schools/{school}/regulations/pomoshch"));
        let mut made = facts(&tree(&act.join("draft.md")));
        let mut own = facts(&tree(&act.join(format!("{date}.md"))));
        // The act of Шимановск counts its kinds of help apart; the sections are the same.
        assert_eq!(made.sections, own.sections, "{school}");
        assert_eq!(made.items, 3, "{school}");
        (made.items, own.items) = (0, 0);
        assert_eq!(made, own, "{school}");
    }
    let check = workspace.run(&["check", "--today", "2026-11-20", "--format", "short"]).expect(0);
    assert!(!check.stdout.contains("draft.md"), "{}", check.stdout);
    workspace.build(&["--drafts", "--school", "kansk-2", "--output", "out"]).expect(0);
}

#[test]
fn a_draft_is_approved_as_any_other() {
    let workspace = workspace("", "\n## 1. Общие положения\n\n1.1. Помощь оказывают лично.\n");
    fill(&workspace, &[]).expect(0);
    let day = ["--date", "2026-11-20", "--today", "2026-11-20", "--order", "7"];
    workspace.run(&[&["approve", "shkola/novyj"], &day[..]].concat()).expect(0);
    let edition = "content/schools/shkola/regulations/novyj/2026-11-20.md";
    assert!(fs::read_to_string(workspace.path(edition)).expect("an edition").contains("лично"));
    // The model may change now.
    workspace.write("content/models/pomoshch.md", model("", "1.1. Иначе."));
    workspace.check(&[]).expect(0);
}

#[test]
fn templates_write_what_they_say() {
    let parameters = "parameters:\n  days: {type: number, question: Дней, default: 3}\n  \
                      who: {type: list, question: Кто, of: {a: мы, b: вы}, default: [a, b]}\n  \
                      yes: {type: flag, question: Да, default: true}\n";
    for (template, expected) in [
        ("Срок {{ days | count(\"рабочий день\", \"родительный\") }}.", "Срок 3 рабочих дней."),
        ("Срок {{ days | words(\"рабочий день\", \"родительный\") }}.", "Срок трёх рабочих дней."),
        ("За {{ days | count(\"неделя\", \"винительный\") }}.", "За 3 недели."),
        ("Кто: {{ who | join(\", \", \" и \") }}.", "Кто: a и b."),
        ("{% if yes %}Да{% else %}Нет{% endif %}.", "Да."),
        ("{% if \"b\" in who %}Вы{% endif %}.", "Вы."),
        ("Раздел {{ days | plus(2) }}.", "Раздел 5."),
        (
            "Сотрудники {{ school.name | genitive | lower_first }}.",
            "Сотрудники муниципального бюджетного общеобразовательного учреждения «Школа № 5».",
        ),
        ("{{ school.city | capital }}: {{ desk.phones | length }}.", "Канск: 1."),
        ("Почта {{ \"a_b@example.org\" | link }}.", "Почта <a_b@example.org>."),
        ("Почта {{ \"не <b>почта</b>\" | link }}.", "Почта не \\<b\\>почта\\</b\\>."),
        (
            "{% for phone in desk.phones %}{{ phone.number }} ({{ phone.note }}){% endfor %}.",
            "8 800 000-00-00 (звонок бесплатный).",
        ),
        ("{% for channel in channels %}{{ channel }}{% endfor %}.", "in-person."),
        ("{# так #}Строка{{ \" {{ \" }}.", "Строка{{."),
    ] {
        let workspace = workspace(parameters, template);
        fill(&workspace, &[]).expect(0);
        assert_eq!(draft(&workspace), expected, "{template}");
    }
}

#[test]
fn every_fact_is_there() {
    let ifs: Vec<_> = FACTS.iter().map(|f| format!("{{% if {f} %}}есть {{% endif %}}")).collect();
    let ifs = ifs.concat();
    let workspace = workspace("", &format!("1.1. Факты: {ifs}."));
    workspace.check(&[]).expect(0);
    fill(&workspace, &[]).expect(0);
    // A school without a system has the same names.
    workspace.replace("content/schools/shkola/school.yaml", "system: dnevnik\n", "");
    workspace
        .run(&["new", "regulation", "--regulation", "drugoj", "--today", "2026-11-20"])
        .expect(0);
}

/// What a school is called is never a template and never Markdown.
#[test]
fn values_are_data() {
    let name = "1. {{ 7*7 }} {% if %} **Школа** _5_ [ссылка](https://example.org) <b> # `x`";
    let workspace = workspace(
        "parameters:\n  note: {type: text, question: Что, default: \"{{ school.name }}\"}\n",
        "\n{{ school.name }}\n\n{{ note }}\n\n- {{ note }}\n",
    );
    let yaml = serde_json::Value::from(name).to_string();
    let school = "content/schools/shkola/school.yaml";
    let text = fs::read_to_string(workspace.path(school)).expect("school.yaml");
    let (_, rest) = text.split_once('\n').expect("lines");
    workspace.write(school, format!("name: {yaml}\n{rest}"));
    fill(&workspace, &[]).expect(0);
    let path = workspace.path("content/schools/shkola/regulations/novyj/draft.md");
    let text = tree(&path);
    let said: Vec<String> = passages(&text)
        .iter()
        .map(|p| p.number.map_or(p.words.clone(), |number| format!("{number} {}", p.words)))
        .collect();
    assert_eq!(said, [name, name, name], "{}", draft(&workspace));
}

/// Asserts one finding of `check` in the model: its id and line.
#[track_caller]
fn assert_fault(parameters: &str, body: &str, id: &str, line: u64) {
    let run = workspace(parameters, body).check(&["--format", "json"]).expect(1);
    let findings = run.findings();
    assert_eq!(findings.len(), 1, "{body}: {findings:#?}");
    assert_eq!((&findings[0]["id"], &findings[0]["line"]), (&id.into(), &line.into()), "{body}");
}

#[test]
fn what_a_template_may_not_do() {
    for (body, id) in [
        ("{{ school.name", "model-syntax"),
        ("{% if school.phone %}x", "model-syntax"),
        ("{% endif %}", "model-syntax"),
        ("{{ school. }}", "model-syntax"),
        ("{% include \"/etc/passwd\" %}", "model-not-allowed"),
        ("{% import \"x\" as y %}", "model-not-allowed"),
        ("{% extends \"x\" %}", "model-not-allowed"),
        ("{% macro x() %}{% endmacro %}", "model-not-allowed"),
        ("{% set x %}много{% endset %}", "model-not-allowed"),
        ("{% with x = 1 %}{% endwith %}", "model-not-allowed"),
        ("{% filter upper %}x{% endfilter %}", "model-not-allowed"),
        ("{% autoescape false %}{% endautoescape %}", "model-not-allowed"),
        ("{{ \"x\" * 1000000000 }}", "model-not-allowed"),
        ("{{ school.name ~ school.name }}", "model-not-allowed"),
        ("{{ [1] + [2] }}", "model-not-allowed"),
        ("{{ range(1000000) }}", "model-not-allowed"),
        ("{{ school.name.upper() }}", "model-not-allowed"),
        ("{{ school.name | replace(\"a\", \"b\") }}", "model-not-allowed"),
        ("{{ school.name | safe }}", "model-not-allowed"),
        ("{% if school.phone is defined %}x{% endif %}", "model-not-allowed"),
        ("{{ shkola }}", "model-name-unknown"),
        ("{{ school.shortname }}", "model-name-unknown"),
        ("{{ school.name.first }}", "model-name-unknown"),
        ("{{ protected }}", "model-value-wrong"),
        ("{{ true }}", "model-value-wrong"),
        ("{{ school.name | count(\"день\") }}", "model-value-wrong"),
        ("{{ 5 | count(\"сажень\") }}", "model-value-wrong"),
        ("{% for x in desk.phones %}{{ x.nomer }}{% endfor %}", "model-value-absent"),
    ] {
        assert_fault("", &format!("\n## 1. Раздел\n\n{body}\n"), id, 8);
    }
    // In the front matter, too; every branch is tried.
    let flag = "parameters:\n  f: {type: flag, question: Что}\n";
    assert_fault(
        flag,
        "\n{% if f %}да{% else %}{{ 5 | genitive }}{% endif %}",
        "model-value-wrong",
        8,
    );
    assert_fault("summary: \"{{ nichego }}\"\n", "\n1.1. Так.", "model-name-unknown", 4);
}

/// Steps and output are limited; nothing hangs and nothing grows.
#[test]
fn endless_templates_end() {
    let many = "{% set many = [1,2,3,4,5,6,7,8,9,10] %}";
    let nested = |depth: usize, inner: &str| {
        let open: Vec<_> = (0..depth).map(|n| format!("{{% for a{n} in many %}}")).collect();
        format!("{many}{}{inner}{}", open.concat(), "{% endfor %}".repeat(depth))
    };
    let long = "очень длинная строка ".repeat(400);
    for body in [nested(7, "."), nested(4, &long), nested(9, "{{ 1 }}")] {
        let begin = Instant::now();
        let run = workspace("", &format!("\n{body}")).check(&["--format", "json"]).expect(1);
        let findings = run.findings();
        assert_eq!((findings.len(), &findings[0]["id"]), (1, &"model-too-large".into()));
        assert!(begin.elapsed() < Duration::from_secs(2), "{:?}", begin.elapsed());
    }
}

#[test]
fn parameters_are_checked_where_they_are_given() {
    let parameters = "parameters:\n  days: {type: number, question: Дней, from: 1, to: 9}\n  \
                      kind: {type: choice, question: Вид, of: {paper: бумага, net: сеть}, \
                      default: paper}\n";
    let workspace = workspace(parameters, "\n1.1. Срок {{ days }}, вид {{ kind }}.\n");
    let missing = fill(&workspace, &[]).expect(1);
    assert!(missing.stderr.contains("parameter-missing"), "{}", missing.stderr);
    for (set, id, place) in [
        ("days=много", "parameter-wrong", "--set:1:6"),
        ("days=10", "parameter-wrong", "--set:1:6"),
        ("dais=5", "parameter-unknown", "--set:1:1"),
        ("days", "parameter-wrong", "--set:1:"),
    ] {
        let run = fill(&workspace, &["--set", set]).expect(1);
        assert!(run.stderr.contains(id) && run.stderr.contains(place), "{set}: {}", run.stderr);
    }
    let two = fill(&workspace, &["--set", "days=5", "--set", "kind=papr"]).expect(1);
    assert!(two.stderr.contains("--set:2:6") && two.stderr.contains("«paper»"), "{}", two.stderr);
    let school = "content/schools/shkola/school.yaml";
    let text = fs::read_to_string(workspace.path(school)).expect("school.yaml");
    for (value, id) in [("dais: 5", "parameter-unknown"), ("days: пять", "parameter-wrong")] {
        workspace.write(school, format!("{text}parameters:\n  pomoshch:\n    {value}\n"));
        let findings = workspace.check(&["--format", "json"]).expect(1).findings();
        assert_eq!(
            (findings.len(), &findings[0]["id"], &findings[0]["line"]),
            (1, &id.into(), &15.into())
        );
    }
    workspace.write(school, format!("{text}parameters:\n  pomoshch:\n    days: 7\n"));
    fill(&workspace, &["--set", "kind=net", "--dry-run"]).expect(0);
    fill(&workspace, &["--set", "days=8"]).expect(0);
    assert_eq!(draft(&workspace), "1.1. Срок 8, вид paper.");
}

#[test]
fn drafts_are_printed_or_written_but_never_over_another() {
    let workspace = workspace("", "\n## 1. Раздел\n\n1.1. Так.\n");
    let before = workspace.files("content");
    let shown = fill(&workspace, &["--dry-run"]).expect(0).stdout;
    assert_eq!(fill(&workspace, &["--out", "-"]).expect(0).stdout, shown);
    assert!(shown.starts_with("---\n# Проект по модельному регламенту pomoshch"), "{shown}");
    assert_eq!(workspace.files("content"), before);
    fill(&workspace, &["--out", "proekt.md"]).expect(0);
    assert_eq!(fs::read_to_string(workspace.path("proekt.md")).expect("a file"), shown);
    fill(&workspace, &["--out", "proekt.md"]).expect(2);
    fill(&workspace, &[]).expect(0);
    fill(&workspace, &[]).expect(2);
    assert_eq!(draft(&workspace), "## 1. Раздел\n\n1.1. Так.");
    // Names that nothing can have, and things that are not there.
    for (arguments, status) in [
        (["--regulation", "timetable"], 2),
        (["--regulation", "Помощь"], 2),
        (["--model", "pomosch"], 2),
        (["--school", "drugaya"], 2),
    ] {
        let command = ["new", "regulation", "--today", "2026-11-20"];
        workspace.run(&[&command[..], &arguments[..]].concat()).expect(status);
    }
}
