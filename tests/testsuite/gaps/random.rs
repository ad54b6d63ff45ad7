//! Timetables, duties and hours with mistakes of all sorts.

use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::select;
use reglament::checks;
use reglament::diagnostics::Diagnostics;
use reglament::model::deadline::deadlines;
use reglament::model::occurrence::occurrences;
use reglament::model::resolve;
use reglament::source::{EditionSource, SchoolSources, SiteSources, yaml};

fn document(path: &str, text: String, found: &mut Diagnostics) -> Option<yaml::Document> {
    yaml::parse(Arc::from(path), text, 0, found)
}

/// Values that fit nowhere, or hardly.
const OTHER: &[&str] = &[
    "null",
    "[]",
    "{}",
    "true",
    "\"\"",
    "x",
    "-1",
    "2026-02-30",
    "2200-12-31",
    "1990-01-01",
    "\"24:00-24:00\"",
    "[[]]",
    "{from: 2026-09-01}",
    "\"09-01\"",
    "9999999999",
];

/// One of the values that fit now and then, or something else.
fn value(fitting: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop_oneof![9 => select(fitting), 1 => select(OTHER)]
}

const DATES: &[&str] = &["2026-09-01", "2026-09-08", "2026-11-03", "2026-11-04", "2027-02-28"];
const IDS: &[&str] = &["a", "b", "c", "d"];
const PEOPLE: &[&str] = &["ivanova", "petrov"];
const TIMES: &[&str] = &["\"14:30-15:15\"", "\"00:00-24:00\"", "\"15:00-15:30\""];

/// A map in flow style with some of these keys.
fn map(keys: &'static [(&'static str, &'static [&'static str])]) -> impl Strategy<Value = String> {
    let entries = keys.iter().map(|(key, fitting)| (any::<u8>(), Just(*key), value(fitting)));
    entries.collect::<Vec<_>>().prop_map(|entries| {
        let kept = entries.into_iter().filter(|(keep, ..)| *keep > 60);
        let kept: Vec<_> = kept.map(|(_, key, value)| format!("{key}: {value}")).collect();
        format!("{{{}}}", kept.join(", "))
    })
}

fn maps(keys: &'static [(&'static str, &'static [&'static str])]) -> impl Strategy<Value = String> {
    let list = prop::collection::vec(map(keys), 0..5);
    list.prop_map(|maps| format!("[{}]", maps.join(", ")))
}

/// A timetable with mistakes of all sorts.
fn timetables() -> impl Strategy<Value = String> {
    let session = maps(&[
        ("id", IDS),
        ("who", PEOPLE),
        ("for", &["all", "[parents]"]),
        ("on", &["tue", "[mon, sat]", "sun"]),
        ("dates", &["[2026-09-08, 2026-11-04]", "2026-11-03"]),
        ("at", TIMES),
        ("every", &["week", "{weeks: 2, from: 2026-09-08}", "{nth: last}", "{nth: 4}"]),
        ("from", DATES),
        ("to", DATES),
        ("in_breaks", &["true", "false"]),
    ]);
    let cancelled = maps(&[("session", IDS), ("date", DATES), ("reason", &["болезнь"])]);
    let moved =
        maps(&[("session", IDS), ("date", DATES), ("to", DATES), ("at", TIMES), ("room", &["1"])]);
    let substituted =
        maps(&[("session", IDS), ("date", DATES), ("from", DATES), ("to", DATES), ("who", PEOPLE)]);
    let extra =
        maps(&[("id", IDS), ("who", PEOPLE), ("for", &["all"]), ("date", DATES), ("at", TIMES)]);
    let valid = map(&[("from", &["2026-09-01", "2026-10-01"]), ("to", &["2027-05-31"])]);
    (valid, session, cancelled, moved, substituted, extra).prop_map(|(v, s, c, m, u, e)| {
        format!(
            "valid: {v}\napproved: {{date: 2026-08-28}}\npeople:\n  \
            ivanova: {{name: Иванова, post: учитель}}\n  petrov: {{name: Петров, post: инженер}}\n\
            sessions: {s}\ncancelled: {c}\nmoved: {m}\nsubstituted: {u}\nextra: {e}\n"
        )
    })
}

fn duties() -> impl Strategy<Value = String> {
    maps(&[
        ("id", IDS),
        ("title", &["Проверить"]),
        ("for", &["staff"]),
        (
            "on",
            &[
                "{days: [15, last]}",
                "{before_breaks: true}",
                "{yearly: [\"02-29\"]}",
                "{days: 31, months: [2]}",
                "{dates: [2026-11-04]}",
                "{days: [], months: 2}",
            ],
        ),
    ])
}

fn hours() -> impl Strategy<Value = String> {
    map(&[("mon-fri", TIMES), ("sat", TIMES), ("sun-mon", TIMES), ("wed", TIMES)])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a timetable holds, it is understood or refused, and what is understood is judged.
    #[test]
    fn any_timetable_is_read_or_refused(
        first in timetables(), second in timetables(), duties in duties(), hours in hours(),
        today in select(DATES),
    ) {
        let mut found = Diagnostics::default();
        let site = document("site.yaml", "title: Сайт\nbase_url: https://example.org/\n".to_owned(), &mut found);
        let sources = SiteSources { site, systems: Vec::new(), memos: Vec::new(), models: Vec::new(), calendar: None, schools: Vec::new() };
        let shared = resolve::shared(&sources, &mut found);
        let school = format!(
            "name: Школа\nshort_name: Школа\ncity: Канск\nzone: Asia/Krasnoyarsk\nhours: {hours}\n\
            breaks: [{{name: Осень, from: 2026-10-28, to: 2026-11-03}}]\n"
        );
        let front = format!("title: Регламент\napproved: {{date: 2026-08-31}}\nduties: {duties}\n");
        let edition = EditionSource {
            stem: "2026-08-31".to_owned(),
            front: document("a.md", front, &mut found).expect("YAML"),
            body: Arc::from("Консультации родителям даются по графику.\n"),
            body_line: 5, frozen: None,
        };
        let mut timetables = Vec::new();
        for (id, text) in [("one", first), ("two", second)] {
            timetables.push((id.to_owned(), document(id, text, &mut found).expect("YAML")));
        }
        let sources = SchoolSources {
            id: "shkola".to_owned(),
            school: document("school.yaml", school, &mut found),
            timetables,
            memo: None,
            stamps: None,
            journal: Some(Vec::new()),
            tokens: Vec::new(),
            regulations: vec![("pomoshch".to_owned(), vec![edition])],
        };
        if let Some(school) = resolve::school(&sources, &shared, &mut found) {
            let calendar = &shared.calendar;
            let all = occurrences(&school, calendar);
            let today = today.parse().expect("a date");
            found.append(checks::run(&school, &all, calendar, today, checks::Purpose::Check));
            let days = ["2026-09-01", "2027-08-31"].map(|day| day.parse().expect("a date"));
            let _ = deadlines(&school, calendar, days[0], days[1]);
        }
        for finding in found.iter() {
            prop_assert!(finding.place.column >= 1 || finding.place.line == 0);
        }
    }
}
