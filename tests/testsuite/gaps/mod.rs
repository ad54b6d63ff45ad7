//! Rules about timetables: conflicts, gaps, days on which nothing takes place.

mod content;
mod random;

use crate::workspace::Workspace;

const SCHOOL: &str = "content/schools/shkola/school.yaml";
const TIMETABLE: &str = "content/schools/shkola/timetable.yaml";
const NEXT: &str = "content/schools/shkola/timetables/next.yaml";
const EDITION: &str = "content/schools/shkola/regulations/pomoshch/2026-08-31.md";

/// A timetable with two consultants; `rest` begins with its sessions.
fn timetable(from: &str, to: &str, rest: &str) -> String {
    format!(
        "valid: {{from: {from}, to: {to}}}\napproved: {{date: 2026-08-28}}\npeople:\n  \
        ivanova: {{name: Иванова Мария Петровна, post: учитель}}\n  \
        petrov: {{name: Петров Олег Ильич, post: инженер}}\nsessions:\n{rest}"
    )
}

/// Sessions of the two: Tuesday for parents, Thursday for staff.
const SESSIONS: &str = concat!(
    "  - {id: iv, who: ivanova, for: [parents], on: tue, at: \"14:30-15:15\", room: \"214\"}\n",
    "  - {id: pe, who: petrov, for: [staff], on: thu, at: \"15:00-16:00\", room: \"118\"}\n",
);

/// The sound workspace with this timetable of the school year behind the two sessions.
fn year(rest: &str) -> Workspace {
    let workspace = Workspace::sound();
    let rest = format!("{SESSIONS}{rest}");
    workspace.write(TIMETABLE, timetable("2026-09-01", "2027-05-31", &rest));
    workspace
}

/// Identifiers of what `check` finds on `today`, in the order of places.
#[track_caller]
fn found(workspace: &Workspace, today: &str) -> Vec<String> {
    let run = workspace.run(&["check", "--today", today, "--format", "json"]);
    let ids = run.findings().into_iter().map(|f| f["id"].as_str().expect("an id").to_owned());
    ids.collect()
}

/// Asserts what is found in a timetable of the year that goes on with `rest`.
#[track_caller]
fn assert_year(rest: &str, expected: &[&str]) {
    assert_eq!(found(&year(rest), "2026-11-20"), expected, "{rest}");
}

#[test]
fn one_person_or_room_twice_at_once() {
    let session = |id: &str, who: &str, day: &str, more: &str| {
        format!("  - {{id: {id}, who: {who}, for: all, on: {day}, at: \"15:00-16:00\"{more}}}\n")
    };
    // Through a move of the day, of the time, of the room.
    let moved = |more: &str| {
        let wed = session("wed", "ivanova", "wed", ", room: \"118\"");
        format!("{wed}moved: [{{session: iv, date: 2026-11-24, to: {more}}}]\n")
    };
    assert_year(&moved("2026-11-25"), &["person-overlap"]);
    assert_year(&moved("2026-11-25, at: \"16:00-16:45\""), &[]);
    assert_year(&moved("2026-11-26, room: \"118\""), &["room-overlap"]);
    assert_year(&moved("2026-11-26, room: \"119\""), &[]);
    // A clash on one day is gone if one of the two is moved or cancelled.
    let clash = |day: &str, rest: &str| {
        let own = format!(
            "  - {{id: day, who: ivanova, for: all, dates: [{day}], at: \"14:00-15:00\", channel: phone}}\n"
        );
        format!("{own}{rest}")
    };
    assert_year(&clash("2026-11-24", ""), &["person-overlap"]);
    assert_year(&clash("2026-11-24", "cancelled: [{session: iv, date: 2026-11-24}]\n"), &[]);
    assert_year(
        &clash("2026-11-24", "moved: [{session: iv, date: 2026-11-24, to: 2026-11-25}]\n"),
        &[],
    );
    // Through a substitute, who is busy, or who sets the other one free.
    let busy = session("busy", "petrov", "tue", ", channel: phone");
    let substituted = "substituted: [{session: iv, date: 2026-12-01, who: petrov}]\n";
    assert_year(&format!("{busy}{substituted}"), &["person-overlap"]);
    assert_year(&busy, &[]);
    assert_year(&clash("2026-12-01", substituted), &[]);
    // Through an extra consultation.
    let extra = |at: &str| {
        format!("extra: [{{id: ex, who: petrov, for: all, date: 2026-11-26, at: \"{at}\"}}]\n")
    };
    assert_year(&extra("15:30-16:30"), &["person-overlap"]);
    assert_year(&extra("16:00-17:00"), &[]);
}

#[test]
fn conflicts_with_the_next_timetable() {
    let sessions = |id: &str| {
        format!("  - {{id: {id}, who: ivanova, for: all, on: wed, at: \"15:00-16:00\"}}\n")
    };
    let workspace = |date: &str, person: &str| {
        let workspace = Workspace::sound();
        let moved = format!("moved: [{{session: a, date: 2026-12-30, to: {date}}}]\n");
        let first = timetable("2026-09-01", "2026-12-30", &(sessions("a") + &moved));
        workspace.write(TIMETABLE, first);
        let next = timetable("2027-01-11", "2027-05-31", &sessions("b"));
        workspace.write(NEXT, next.replace("ivanova", "someone").replace("Иванова", person));
        workspace.replace(
            SCHOOL,
            "breaks:",
            "breaks:\n  - {name: Зима, from: 2026-12-31, to: 2027-01-10}",
        );
        found(&workspace, "2026-11-20")
    };
    assert_eq!(workspace("2027-01-13", "Иванова"), ["person-overlap"]);
    assert_eq!(workspace("2027-01-14", "Иванова"), [""; 0]);
    assert_eq!(workspace("2027-01-13", "Сидорова"), [""; 0]);
}

#[test]
fn hours_of_the_building() {
    let with = |hours: &str, rest: &str| {
        let workspace = year(rest);
        workspace.replace(SCHOOL, "zone:", &format!("hours: {hours}\nzone:"));
        found(&workspace, "2026-11-20")
    };
    let late = |more: &str| {
        format!("  - {{id: la, who: petrov, for: all, on: wed, at: \"19:00-20:00\"{more}}}\n")
    };
    let office = "{mon-fri: \"08:00-19:00\"}";
    assert_eq!(with("{tue: \"14:30-15:15\", thu: \"15:00-16:00\"}", ""), [""; 0]);
    assert_eq!(with("{tue: \"14:30-15:15\"}", ""), ["session-outside-hours"]);
    assert_eq!(with(office, &late("")), ["session-outside-hours"]);
    for channel in ["phone", "email", "video"] {
        assert_eq!(with(office, &late(&format!(", channel: {channel}"))), [""; 0]);
    }
    let extra = "extra: [{id: ex, who: petrov, for: all, date: 2026-11-28, at: \"10:00-11:00\"}]\n";
    assert_eq!(with(office, extra), ["session-outside-hours"]);
    assert_eq!(with("{mon-fri: \"08:00-19:00\", sat: \"09:00-13:00\"}", extra), [""; 0]);
    // What is cancelled needs no building.
    let once = "  - {id: la, who: petrov, for: all, dates: [2026-12-02], at: \"19:00-20:00\"}\n";
    assert_eq!(with(office, once), ["session-outside-hours"]);
    let cancelled = format!("{once}cancelled: [{{session: la, date: 2026-12-02}}]\n");
    assert_eq!(with(office, &cancelled), [""; 0]);
    for wrong in ["{пн: \"08:00-19:00\"}", "{mon-: \"08:00-19:00\"}", "{fri-mon: \"08:00-19:00\"}"]
    {
        assert_eq!(with(wrong, &late("")), ["hours-days"], "{wrong}");
    }
    let twice = "{mon-sat: \"08:00-19:00\", fri: \"08:00-12:00\"}";
    assert_eq!(with(twice, ""), ["hours-day-twice"]);
    assert_eq!(with("{mon: \"19:00-08:00\"}", ""), ["time-order"]);
}

#[test]
fn short_days() {
    let with = |at: &str| {
        let own = format!("  - {{id: fr, who: petrov, for: all, on: fri, at: \"{at}\"}}\n");
        let workspace = year(&own);
        workspace.replace(SCHOOL, "zone:", "hours: {mon-fri: \"08:00-19:00\"}\nzone:");
        found(&workspace, "2026-11-20")
    };
    assert_eq!(with("18:00-18:30"), ["session-on-short-day"]);
    assert_eq!(with("17:00-18:00"), [""; 0]);
    assert_eq!(with("18:30-19:30"), ["session-outside-hours"]);
}

/// What is found with a timetable for each of these terms, in a school with a break around
/// New Year.
fn found_in(terms: &[(&str, &str)], today: &str) -> Vec<String> {
    let workspace = Workspace::sound();
    let winter = "breaks:\n  - {name: Зима, from: 2026-12-31, to: 2027-01-10}";
    workspace.replace(SCHOOL, "breaks:", winter);
    workspace.remove(TIMETABLE);
    for (index, (from, to)) in terms.iter().enumerate() {
        let path = format!("content/schools/shkola/timetables/t{index}.yaml");
        workspace.write(&path, timetable(from, to, SESSIONS));
    }
    found(&workspace, today)
}

#[test]
fn timetables_in_a_row() {
    let after =
        |from: &str| found_in(&[("2026-09-01", "2026-12-30"), (from, "2027-05-31")], "2026-11-20");
    assert_eq!(after("2027-01-11"), [""; 0], "only the break lies between");
    assert_eq!(after("2027-01-12"), ["timetable-gap"], "Monday");
    assert_eq!(after("2026-12-31"), [""; 0]);
    assert_eq!(after("2026-12-30"), ["timetable-overlap"]);
    let weekend = [("2026-09-01", "2026-11-20"), ("2026-11-23", "2027-05-31")];
    assert_eq!(found_in(&weekend, "2026-11-20"), [""; 0]);
    let summer =
        |last| found_in(&[("2026-09-01", last), ("2027-09-01", "2027-12-30")], "2026-11-20");
    assert_eq!(summer("2027-05-26"), [""; 0]);
    assert_eq!(summer("2027-05-21"), ["timetable-gap"]);
    let within =
        [("2026-09-01", "2027-05-31"), ("2026-11-09", "2026-11-30"), ("2026-12-01", "2027-05-31")];
    assert_eq!(found_in(&within, "2026-11-20"), ["timetable-overlap"; 2]);
}

#[test]
fn a_timetable_that_ends() {
    let ending =
        |to: &str, today: &str| found_in(&[("2026-09-01", to)], today) == ["timetable-ending"];
    assert!(!ending("2026-12-05", "2026-11-20"));
    assert!(ending("2026-12-04", "2026-11-20"));
    assert!(ending("2026-12-04", "2026-12-04"));
    assert!(ending("2026-12-04", "2027-03-01"));
    // A break behind it is time left, and so is the summer.
    assert!(!ending("2026-12-30", "2026-12-26"));
    assert!(ending("2026-12-30", "2026-12-27"));
    assert!(!ending("2027-05-31", "2027-08-16"));
    assert!(ending("2027-05-31", "2027-08-17"));
    let followed = [("2026-09-01", "2026-11-30"), ("2026-12-01", "2027-05-31")];
    assert_eq!(found_in(&followed, "2026-11-25"), [""; 0]);
}

#[test]
fn sessions_that_never_take_place() {
    let session =
        |more: &str| format!("  - {{id: x, who: petrov, for: all, at: \"10:00-11:00\", {more}}}\n");
    let all = &["session-all-skipped"][..];
    let autumn = "from: 2026-10-28, to: 2026-11-05";
    assert_year(&session(&format!("on: tue, {autumn}")), all);
    assert_year(&session(&format!("on: tue, {autumn}, in_breaks: true")), &[]);
    // 4 November is a holiday.
    assert_year(&session("on: wed, from: 2026-11-03, to: 2026-11-05, in_breaks: true"), all);
    assert_year(&session("dates: [2026-11-03, 2026-11-04]"), all);
    // One weekday of several: none in the term, or all in the break.
    assert_year(&session("on: [mon, fri], from: 2026-11-20, to: 2026-11-21"), all);
    assert_year(&session("on: [mon, wed], from: 2026-11-04, to: 2026-11-09"), all);
    assert_year(&session("on: [mon, wed], from: 2026-11-04, to: 2026-11-11"), &[]);
    // Moved out of the break.
    let moved = "moved: [{session: x, date: 2026-11-03, to: 2026-11-06}]\n";
    assert_year(&(session("on: tue, from: 2026-11-03, to: 2026-11-05") + moved), &[]);
    assert_year(&session("dates: [2025-11-03]"), &["session-never"]);
}

#[test]
fn changes_on_days_off() {
    let off = &["change-on-day-off"][..];
    let moved =
        |date: &str, to: &str| format!("moved: [{{session: iv, date: {date}, to: {to}}}]\n");
    assert_year(&moved("2026-11-03", "2026-11-06"), &[]);
    assert_year(&moved("2026-11-24", "2026-11-28"), &[]);
    assert_year(&moved("2026-10-27", "2026-11-04"), off);
    assert_year(&moved("2026-10-27", "2026-11-05"), off);
    assert_year(&moved("2026-11-03", "2026-11-03, at: \"10:00-11:00\""), &[]);
    assert_year("cancelled: [{session: iv, date: 2026-11-03}]\n", off);
    assert_year("cancelled: [{session: iv, date: 2026-11-10}]\n", &[]);
    let substituted = |days: &str| format!("substituted: [{{session: iv, {days}, who: petrov}}]\n");
    assert_year(&substituted("date: 2026-11-03"), off);
    assert_year(&substituted("from: 2026-10-29, to: 2026-11-05"), off);
    assert_year(&substituted("from: 2026-10-29, to: 2026-11-10"), &[]);
}

#[test]
fn chosen_dates_on_days_off() {
    let off = &["date-on-day-off"][..];
    let extra = |date: &str| {
        format!("extra: [{{id: ex, who: petrov, for: all, date: {date}, at: \"10:00-11:00\"}}]\n")
    };
    assert_year(&extra("2026-11-04"), off);
    assert_year(&extra("2026-11-03"), &[]);
    assert_year(&extra("2026-11-29"), &[]);
    let workspace = year(&extra("2026-12-10"));
    workspace.replace(SCHOOL, "zone:", "days_off: [{date: 2026-12-10, name: День школы}]\nzone:");
    assert_eq!(found(&workspace, "2026-11-20"), off);
    let dates = |dates: &str, more: &str| {
        format!(
            "  - {{id: x, who: petrov, for: all, dates: [{dates}], at: \"10:00-11:00\"{more}}}\n"
        )
    };
    assert_year(&dates("2026-11-03, 2026-11-10", ""), off);
    assert_year(&dates("2026-11-03, 2026-11-10", ", in_breaks: true"), &[]);
    let moved = "moved: [{session: x, date: 2026-11-03, to: 2026-11-06}]\n";
    assert_year(&(dates("2026-11-03, 2026-11-10", "") + moved), &[]);
    assert_year(&dates("2026-11-10, 2027-06-01", ""), &["date-outside-term"]);
    assert_year(&dates("2026-11-10", ", every: {weeks: 2, from: 2026-11-10}"), &["session-every"]);
}

#[test]
fn changes_that_contradict_each_other() {
    let twice = &["change-twice"][..];
    let cancelled = "cancelled: [{session: iv, date: 2026-11-24}]\n";
    let moved = "moved: [{session: iv, date: 2026-11-24, to: 2026-11-25}]\n";
    let substituted = |days: &str| format!("substituted: [{{session: iv, {days}, who: petrov}}]\n");
    assert_year(&format!("{cancelled}{moved}"), twice);
    assert_year(&format!("{cancelled}{}", substituted("date: 2026-11-24")), twice);
    assert_year(&format!("{cancelled}{}", substituted("from: 2026-11-20, to: 2026-12-01")), &[]);
    assert_year(&format!("{moved}{}", substituted("date: 2026-11-24")), &[]);
    let both = "substituted:\n  - {session: iv, from: 2026-11-20, to: 2026-12-01, who: petrov}\n";
    assert_year(
        &format!("{both}  - {{session: iv, from: 2026-12-01, to: 2026-12-08, who: petrov}}\n"),
        twice,
    );
    assert_year(
        &format!("{both}  - {{session: iv, from: 2026-12-02, to: 2026-12-08, who: petrov}}\n"),
        &[],
    );
    for (wrong, id) in [
        ("{session: iv, date: 2026-11-25, who: petrov}", "session-not-on-date"),
        ("{session: iv, from: 2026-11-25, to: 2026-11-30, who: petrov}", "session-not-in-period"),
        ("{session: iv, from: 2026-12-01, to: 2026-11-24, who: petrov}", "date-order"),
        ("{session: iv, date: 2026-11-24, who: ivanova}", "substitute-same"),
        ("{session: iv, date: 2026-11-24, who: sidorov}", "person-unknown"),
        ("{session: av, date: 2026-11-24, who: petrov}", "session-unknown"),
        ("{session: iv, date: 2026-11-24}", "key-missing"),
        ("{session: iv, from: 2026-11-24, who: petrov}", "key-missing"),
        ("{session: iv, date: 2026-11-24, to: 2026-12-01, who: petrov}", "key-unknown"),
    ] {
        assert_year(&format!("substituted: [{wrong}]\n"), &[id]);
    }
}

#[test]
fn hours_promised_and_given() {
    let with = |groups: [&str; 2], text: &str| {
        let workspace = year("");
        workspace.replace(TIMETABLE, "[parents]", groups[0]);
        workspace.replace(TIMETABLE, "[staff]", groups[1]);
        let head =
            "---\ntitle: Регламент\napproved: {date: 2026-08-31}\nposted: 2026-09-03\n---\n\n";
        workspace.write(EDITION, format!("{head}{text}\n"));
        found(&workspace, "2026-11-20")
    };
    let (pupils, none) = (["[pupils]", "[pupils]"], [""; 0]);
    for text in [
        "Консультации для родителей проводятся по графику.",
        "Сотрудники консультируют родителей лично, в часы, предусмотренные графиком.",
        "Родители могут получить консультацию. Дни и часы консультаций указаны в графике.",
        "График оказания помощи сотрудникам размещается на стенде.",
        "Помощь педагогов и консультации учителей проводятся по графику.",
    ] {
        assert_eq!(with(pupils, text), ["hours-promised"], "{text}");
        assert_eq!(with(["[parents, staff]", "all"], text), none, "{text}");
    }
    let both = "Консультации родителям и сотрудникам даются по графику.";
    assert_eq!(with(pupils, both), ["hours-promised"; 2]);
    assert_eq!(with(["[parents]", "[pupils]"], both), ["hours-promised"]);
    for text in [
        "Сотрудник школы проводит консультации по утверждённому графику.",
        "Ответственный из числа учителей консультирует по графику.",
        "Родителей знакомят с графиком работы столовой.",
        "Родители подают заявление. График консультаций размещён на стенде.",
        "Отметки сотрудникам видны сразу.",
    ] {
        assert_eq!(with(pupils, text), none, "{text}");
    }
}

#[test]
fn duties_are_said_in_one_way() {
    for (on, expected) in [
        ("{days: [15, last]}", None),
        ("{days: 31, months: [2, 9]}", None),
        ("{before_breaks: true}", None),
        ("{yearly: [\"02-29\", \"09-01\"]}", None),
        ("{dates: 2026-12-01}", None),
        ("{}", Some("duty-days")),
        ("{days: []}", Some("duty-days")),
        ("{dates: []}", Some("duty-days")),
        ("{months: [9]}", Some("duty-days")),
        ("{days: 15, yearly: [\"09-01\"]}", Some("duty-days")),
        ("{before_breaks: true, months: [9]}", Some("duty-days")),
        ("{days: 32}", Some("number-invalid")),
        ("{days: 15, months: 13}", Some("number-invalid")),
        ("{yearly: [\"13-01\"]}", Some("duty-day-of-year")),
        ("{yearly: [\"09-01T00\"]}", Some("duty-day-of-year")),
        ("{dates: [2026-02-30]}", Some("date-invalid")),
        ("{every: month}", Some("duty-days")),
    ] {
        let workspace = Workspace::sound();
        let duties = format!("duties: [{{id: d, title: Проверить, on: {on}}}]\ntitle:");
        workspace.replace(EDITION, "title:", &duties);
        let mut found = found(&workspace, "2026-11-20");
        found.retain(|id| id != "key-unknown");
        assert_eq!(found, expected.map(str::to_owned).into_iter().collect::<Vec<_>>(), "{on}");
    }
}
