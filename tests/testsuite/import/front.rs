//! What stands above and below a title: no word of it is lost.

use reglament::diagnostics::Severity;

use super::edition::imported;

/// Stamps as schools write them.
const STAMPS: [&str; 8] = [
    "УТВЕРЖДЕНО\nприказом директора школы\nот 31.08.2026 № 45-о",
    "УТВЕРЖДАЮ\nДиректор школы\n________ И. О. Фамилия\n«12» марта 2026 г.",
    "«УТВЕРЖДЕНО»\nприказом МБОУ СОШ № 2\nот 12.03.26 № 45",
    "Утв. приказом\nПр. № 45 от 12.03.2026",
    "Приложение № 1\nк приказу МБОУ СОШ № 2\nот 31.08.2026 № 112-о",
    "Приложение\nк распоряжению директора\nот «01» сентября 2026 года № 7",
    "ПРИНЯТО\nпедагогическим советом\nпротокол от 27.08.2026 № 1\n\nУТВЕРЖДЕНО\nприказом от 31.08.2026 № 2",
    "УТВЕРЖДЕН(А)\nприказом директора № 3 от 31.08.2026",
];
/// What may stand in a stamp besides.
const ADDED: [&str; 6] = ["Примерова", "№ 77", "(новая редакция)", "17", "марта", "дубль два"];

fn act(stamp: &str) -> String {
    format!("{stamp}\n\nРегламент помощи родителям\n\n1. Общие положения\n1.1. Школа помогает.\n")
}

/// The front matter that a text gets; every word is accounted for.
#[track_caller]
fn front(text: &str) -> String {
    let made = imported("act.txt", text.as_bytes(), None);
    assert!(made.report.proved, "{text}\n{:#?}\n{}", made.found, made.text);
    assert_eq!(made.title, "Регламент помощи родителям", "{text}");
    made.text.split("---\n").nth(1).expect("front matter").to_owned()
}

#[test]
fn words_that_no_key_has_room_for_are_kept() {
    for stamp in STAMPS {
        let words: Vec<&str> = stamp.split_inclusive(char::is_whitespace).collect();
        for (at, added) in (2..=words.len()).flat_map(|at| ADDED.map(|added| (at, added))) {
            let (before, after) = words.split_at(at);
            if after.first().is_some_and(|word| word.starts_with("УТВЕРЖДЕНО")) {
                // A stamp begins its line.
                continue;
            }
            let gap = if before.concat().ends_with(char::is_whitespace) { "" } else { " " };
            let stamp = format!("{}{gap}{added} {}", before.concat(), after.concat());
            let front = front(&act(&stamp));
            for word in added.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
                // A month may be the one of the date.
                let said = front.contains(word) || word == "марта" && front.contains("-03-");
                assert!(said, "{word}: {stamp}\n{front}");
            }
        }
    }
}

#[test]
fn what_a_key_says_is_not_said_twice() {
    for stamp in &STAMPS[..3] {
        let front = front(&act(stamp));
        assert!(!front.contains('#'), "{front}");
    }
}

#[test]
fn orders_in_stamps_and_above_titles() {
    for (stamp, date, order, by) in [
        (STAMPS[1], "2026-03-12", None, "Директор школы И. О. Фамилия"),
        (STAMPS[2], "2026-03-12", Some("45"), "приказом МБОУ СОШ № 2"),
        (STAMPS[3], "2026-03-12", Some("45"), "приказом"),
        (STAMPS[4], "2026-08-31", Some("112-о"), "приказом МБОУ СОШ № 2"),
        (STAMPS[5], "2026-09-01", Some("7"), "распоряжением директора"),
    ] {
        let front = front(&act(stamp));
        assert!(front.contains(&format!("  date: {date}\n")), "{front}");
        assert!(front.contains(&format!("  by: \"{by}\"\n")), "{front}");
        let number = front.lines().find_map(|line| line.strip_prefix("  order: "));
        assert_eq!(number, order.map(|order| format!("{order:?}")).as_deref(), "{front}");
    }
}

#[test]
fn letterheads_and_places_are_comments() {
    let head = "МУНИЦИПАЛЬНОЕ БЮДЖЕТНОЕ УЧРЕЖДЕНИЕ\nг. Пример, ул. Школьная, 1\n\n";
    let text = format!("{head}{}", act("УТВЕРЖДЕНО\nприказом директора\nот 31.08.2026 № 4"));
    let text = text.replace("родителям\n", "родителям\n\nг. Пример, 2026 г.\n");
    let made = imported("act.txt", text.as_bytes(), None);
    let front = front(&text);
    for line in ["МУНИЦИПАЛЬНОЕ БЮДЖЕТНОЕ УЧРЕЖДЕНИЕ", "ул. Школьная, 1", "# г. Пример, 2026 г."]
    {
        assert!(front.contains(line), "{front}");
    }
    assert!(made.text.contains("---\n\n## 1. Общие положения"), "{}", made.text);
    let note = made.found.iter().find(|finding| finding.id == "import-letterhead");
    assert_eq!(note.map(|note| note.severity), Some(Severity::Note));
}

#[test]
fn prose_above_and_below_stays_text() {
    let text = "УТВЕРЖДЕНО приказом от 31.08.2026 № 4\n\nРегламент помощи родителям\n\n\
        Настоящий регламент составлен в г. Пример для всех родителей и учителей школы.\n\n\
        1. Общие положения\n1.1. Школа помогает.\n\n\
        Приложение № 1 к приказу от 31.08.2026 № 4\n1. Форма.\n";
    let made = imported("act.txt", text.as_bytes(), None);
    assert!(made.report.proved, "{:#?}", made.found);
    assert!(made.text.contains("---\n\nНастоящий регламент"), "{}", made.text);
    assert!(made.text.contains("## Приложение № 1 к приказу от 31.08.2026 № 4"), "{}", made.text);
}
