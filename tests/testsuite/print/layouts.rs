//! Layouts with mistakes: each is a finding with its place, and none stops the program for ever.

use std::time::{Duration, Instant};

use reglament::diagnostics::{Diagnostic, Severity};
use reglament::language::{Arg, Catalogue, Language};
use reglament::outputs::print::Press;
use reglament::source::theme::Theme;

use super::fixture::{on, print_with, school};
use crate::workspace::Workspace;

const CONTACTS: &str = "print/contacts.typ";
const BASE: &str = "print/base.typ";

/// The built-in theme with `text` in the place of `path`.
fn theme(path: &str, text: &str) -> Theme {
    let mut theme = Theme::built_in();
    theme.insert(path.into(), text.as_bytes().to_vec());
    theme
}

/// The first finding about the layouts of `theme`.
fn first(theme: &Theme) -> Diagnostic {
    let (files, _) = print_with(&school(1), Language::Russian, theme);
    let findings = files.expect_err("a broken layout");
    findings.iter().next().cloned().expect("a finding")
}

fn argument(finding: &Diagnostic, name: &str) -> String {
    match finding.args.iter().find(|(key, _)| *key == name) {
        Some((_, Arg::Text(text))) => text.clone(),
        other => panic!("{other:?}"),
    }
}

/// Path, line, column and text of the first finding.
fn told(theme: &Theme) -> (String, u32, u32, String) {
    let finding = first(theme);
    assert_eq!((finding.id, finding.severity), ("print-layout", Severity::Error));
    let place = &finding.place;
    (place.path.to_string(), place.line, place.column, argument(&finding, "detail"))
}

#[test]
fn mistakes_are_told_where_they_are() {
    let contacts = "themes/default/print/contacts.typ";
    let base = "themes/default/print/base.typ";
    let data = "#let data = json(\"data.json\")\n";
    let cases = [
        (CONTACTS, "#let a = (\n#a".to_owned(), (contacts, 1, 10), "unclosed delimiter"),
        (CONTACTS, format!("{data}#data.view.nothing"), (contacts, 2, 12), "nothing"),
        (CONTACTS, "Раз\n#panic(\"нет места\")".into(), (contacts, 2, 2), "нет места"),
        (
            CONTACTS,
            "#assert(1 == 2, message: \"не сошлось\")".into(),
            (contacts, 1, 2),
            "не сошлось",
        ),
        (CONTACTS, "#import \"other.typ\": a".into(), (contacts, 1, 9), "other.typ"),
        (BASE, "#let words = 1\n#let ink = luma(10%".into(), (base, 2, 16), "unclosed delimiter"),
    ];
    for (path, text, (file, line, column), detail) in cases {
        let told = told(&theme(path, &text));
        assert_eq!((told.0.as_str(), told.1, told.2), (file, line, column), "{text}: {told:?}");
        assert!(told.3.contains(detail), "{text}: {told:?}");
    }
}

#[test]
fn a_mistake_in_what_layouts_share_is_told_there() {
    let built_in = Theme::built_in();
    let base = String::from_utf8(built_in.get(BASE).expect("a layout").to_vec()).expect("UTF-8");
    let name = "#let rule(thickness, paint) = ";
    assert!(base.contains(name));
    let wrong = base.replacen(name, &format!("{name}1pt + \"x\" + "), 1);
    let line = base.lines().position(|line| line.starts_with(name)).expect("the function") + 1;
    let told = told(&theme(BASE, &wrong));
    assert_eq!((told.0.as_str(), told.1 as usize), ("themes/default/print/base.typ", line));
    assert!(told.3.contains("add"), "{told:?}");
}

#[test]
fn a_font_that_is_not_there_is_a_warning() {
    let wanted = theme(CONTACTS, "#set text(font: \"Futura Nova\")\nДа");
    let (files, warnings) = print_with(&school(1), Language::Russian, &wanted);
    assert!(files.is_ok());
    let warning = warnings.iter().find(|w| argument(w, "detail").contains("futura"));
    let warning = warning.expect("a warning");
    assert_eq!(warning.severity, Severity::Warning);
    assert_eq!(
        (warning.place.line, &*warning.place.path),
        (1, "themes/default/print/contacts.typ")
    );
}

#[test]
fn a_person_sees_the_line_of_the_layout() {
    let workspace = Workspace::sound();
    workspace.write("themes/default/print/contacts.typ", "Раз\n#let x = missing\n");
    let run = workspace.run(&["print", "--kind", "contacts", "--today", "2026-11-20"]).expect(1);
    for part in [
        "ошибка[print-layout]",
        "--> themes/default/print/contacts.typ:2:10",
        "2 | #let x = missing",
        "^^^^^^^",
        "posters/contacts-a4.pdf",
    ] {
        assert!(run.stderr.contains(part), "{part}: {}", run.stderr);
    }
}

/// Loops that Typst's own limit for one loop does not stop, for some seconds.
const ENDLESS: &str = "#{ let a = 0\n while a < 9000 { let b = 0\n while b < 9000 { b += 1 }\n \
                       a += 1 } }";

#[test]
fn a_sheet_that_does_not_end_is_an_error_and_the_next_ones_are_made() {
    let catalogue = Catalogue::new(Language::Russian);
    let press = Press::new(&theme(CONTACTS, ENDLESS), &catalogue).expect("a sound theme");
    let press = press.with_limit(Duration::from_millis(700));
    let begin = Instant::now();
    let findings = on(&press, &school(1), &catalogue).expect_err("a sheet without end");
    assert!(begin.elapsed() < Duration::from_secs(5), "{:?}", begin.elapsed());
    let finding = findings.iter().next().expect("a finding");
    assert_eq!((finding.id, finding.severity), ("print-timeout", Severity::Error));
    assert_eq!(&*finding.place.path, "themes/default/print/contacts.typ");
    assert_eq!(argument(finding, "output"), "gimnaziya-1/posters/contacts.pdf");
    assert_eq!(findings.count(Severity::Error), 1, "no further sheet was tried");
    // The thread that was left behind still runs; another school is printed beside it.
    let mut other = school(1);
    other.print.posters.retain(|kind| kind.id() == "timetable");
    let other = on(&press.with_limit(Duration::from_mins(1)), &other, &catalogue);
    assert!(other.is_ok(), "{other:?}");
}

/// What the watched thread costs; run it with `--ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
#[expect(clippy::print_stdout, reason = "a measurement is for people")]
fn a_watched_sheet() {
    let catalogue = Catalogue::new(Language::Russian);
    let mut bare = Theme::built_in();
    for layout in ["contacts", "act", "timetable"] {
        bare.insert(format!("print/{layout}.typ"), b"x".to_vec());
    }
    let press = Press::new(&bare, &catalogue).expect("a sound theme");
    let mut school = school(1);
    school.print.posters.retain(|kind| kind.id() == "contacts");
    school.print.variants.truncate(1);
    let begin = Instant::now();
    for _ in 0..500 {
        on(&press, &school, &catalogue).expect("files");
    }
    let (all, took) = (begin.elapsed(), press.took());
    let inside = took.layout + took.pdf + took.preview;
    println!("1,000 sheets: {all:?}, of which set, written and drawn {inside:?}");
}
