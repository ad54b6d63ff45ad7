//! `reglament import` of a table.

use std::fs;

use super::{SCHOOL, TWIN, site, workspace};

const TABLE: &str = "График консультаций\n\
    Действует с 01.09.2026 по 30.12.2026\n\
    Утверждён приказом директора от 28.08.2026 № 65-од\n\
    День;Время;ФИО;Должность;Каб.;Для кого;Тема\n\
    вторник;14:30–15:15;Иванова Мария Петровна;учитель информатики;214;родители;Вход в дневник\n\
    четверг;16:00–17:00;;;214;сотрудники;Выдача кодов\n\
    пн, ср;15:00–16:00;Петров Олег Ильич;системный администратор;118;все;Неполадки\n\
    Директор;;;И. М. Соловьёва;;;\n";

#[test]
fn a_table_becomes_the_timetable_of_its_twin() {
    let made = workspace("next.csv", TABLE);
    made.remove(&format!("{SCHOOL}/next.csv"));
    made.write("graphic.csv", TABLE);
    let run = made.run(&["import", "graphic.csv"]).expect(0);
    assert!(run.stderr.contains("A8"), "{}", run.stderr);
    assert!(run.stderr.contains("Заполнена 31 ячейка, понято 29, не взято 2."), "{}", run.stderr);
    let yaml = fs::read_to_string(made.path(&format!("{SCHOOL}/timetable.yaml"))).expect("YAML");
    assert!(yaml.contains("# C6: пустые ячейки столбца «ФИО»"), "{yaml}");
    assert!(yaml.contains("# A8: ячейка не взята: «Директор»"), "{yaml}");
    assert_eq!(site(&made), site(&workspace("timetable.yaml", TWIN)));
}

#[test]
fn nothing_is_overwritten_and_a_trial_writes_nothing() {
    let made = workspace("timetable.yaml", TWIN);
    made.write("graphic.csv", TABLE);
    let run = made.run(&["import", "graphic.csv"]).expect(2);
    assert!(run.stderr.contains("график уже есть"), "{}", run.stderr);
    let yaml = fs::read_to_string(made.path(&format!("{SCHOOL}/timetable.yaml"))).expect("YAML");
    assert_eq!(yaml, TWIN);
    let run = made.run(&["import", "graphic.csv", "--dry-run"]).expect(0);
    assert!(run.stdout.contains("- id: ivanova-m-p-tue-parents\n"), "{}", run.stdout);
    let other = format!("{SCHOOL}/timetables/spring.yaml");
    let beside = ["import", "graphic.csv", "--out", &other];
    let run = made.run(&beside).expect(1);
    assert!(run.stderr.contains("timetable-overlap"), "{}", run.stderr);
    made.write(
        "graphic.csv",
        TABLE.replace("с 01.09.2026 по 30.12.2026", "с 11.01.2027 по 31.05.2027"),
    );
    made.run(&beside).expect(0);
    assert!(made.path(&other).exists());
}

/// The imported timetable is judged as `check` would: nobody is in two places at once.
#[test]
fn what_check_would_find_the_import_finds() {
    let made = workspace("timetable.yaml", TWIN);
    made.remove(&format!("{SCHOOL}/timetable.yaml"));
    made.write("graphic.csv", TABLE.replace("четверг;16:00–17:00", "вторник;15:00–17:00"));
    let run = made.run(&["import", "graphic.csv", "--today", "2026-11-20"]).expect(1);
    assert!(run.stderr.contains("person-overlap"), "{}", run.stderr);
    assert!(run.stderr.contains("graphic.csv: ячейка B6"), "{}", run.stderr);
    assert!(!made.path(&format!("{SCHOOL}/timetable.yaml")).exists());
    // A warning is shown, and the timetable is written.
    made.write("graphic.csv", TABLE);
    let run = made.run(&["import", "graphic.csv", "--today", "2026-12-25"]).expect(0);
    assert!(run.stderr.contains("timetable-ending"), "{}", run.stderr);
    assert!(made.path(&format!("{SCHOOL}/timetable.yaml")).exists());
    // Elsewhere it is judged on its own, and may have any name.
    made.run(&["import", "graphic.csv", "--today", "2026-11-20", "--out", "Мой график.yaml"])
        .expect(0);
    // A table that lies in the school's folder is not its own rival.
    let own = workspace("timetable.csv", TABLE);
    let table = format!("{SCHOOL}/timetable.csv");
    let run = own.run(&["import", &table, "--today", "2026-11-20"]).expect(0);
    assert_eq!(run.stderr.matches("ячейка A8").count(), 1, "{}", run.stderr);
}

#[test]
fn options_of_acts_are_refused() {
    let made = workspace("timetable.yaml", TWIN);
    made.write("graphic.csv", TABLE);
    for (option, value) in [
        ("--regulation", "pomoshch"),
        ("--date", "2026-08-28"),
        ("--order", "65"),
        ("--by", "директор"),
        ("--posted", "2026-08-28"),
        ("--title", "График"),
        ("--report", "report.json"),
    ] {
        let run = made.run(&["import", "graphic.csv", "--dry-run", option, value]).expect(2);
        assert!(run.stderr.contains(&format!("{option} – параметр")), "{}", run.stderr);
    }
}

#[test]
fn mistakes_write_nothing() {
    let made = workspace("timetable.yaml", TWIN);
    made.remove(&format!("{SCHOOL}/timetable.yaml"));
    made.write("graphic.csv", TABLE.replace("14:30–15:15", "утром"));
    let run = made.run(&["import", "graphic.csv"]).expect(1);
    assert!(run.stderr.contains("graphic.csv: ячейка B5"), "{}", run.stderr);
    assert!(!made.path(&format!("{SCHOOL}/timetable.yaml")).exists());
    made.run(&["import", "absent.csv"]).expect(2);
}
