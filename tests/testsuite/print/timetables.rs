//! Posters of timetables and contacts on all paper: nothing is lost, cut off or too small.

use jiff::civil::{Date, date};
use reglament::language::Language;
use reglament::model::print::{PosterKind, Variant};
use reglament::model::school::School;
use reglament::model::timetable::Pattern;
use reglament::outputs::Artifact;
use reglament::source::theme::Theme;

use super::fixture::{extra, file, print, print_with, school};
use super::tools::Pdf;

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

/// A school with `sessions` sessions that has posters of these kinds on all paper.
fn on_all_paper(sessions: usize, kinds: &[PosterKind]) -> School {
    let mut school = school(sessions);
    school.print.posters = kinds.to_vec();
    school.print.variants = Variant::ALL.to_vec();
    school.regulations.clear();
    school
}

fn path(name: &str, variant: Variant) -> String {
    match variant.id() {
        "a3" => format!("gimnaziya-1/posters/{name}.pdf"),
        id => format!("gimnaziya-1/posters/{name}-{id}.pdf"),
    }
}

fn is_a4(variant: Variant) -> bool {
    variant.id().starts_with("a4")
}

/// What holds for every poster, whatever it says.
fn assert_sound(pdf: &Pdf, variant: Variant, made: &str, what: &str) {
    let text = pdf.text();
    let pages = pdf.pages();
    assert_eq!(text.matches(made).count(), pages, "{what}: a foot on each sheet");
    let counted =
        text.contains(&format!("1 из {pages}")) || text.contains(&format!("1 of {pages}"));
    assert_eq!(counted, pages > 1, "{what}: {pages} sheets");
    let least = if is_a4(variant) { 7.0 } else { 8.5 };
    for (size, piece) in pdf.sizes() {
        assert!(size >= least, "{what}: «{piece}» is {size} pt");
    }
    assert!(pdf.edge() >= 5.0 * MM, "{what}: text {} pt from the edge", pdf.edge());
    assert!(pdf.margin() >= 12.0 * MM, "{what}: margin of {} pt", pdf.margin());
    let size = pdf.info("Page size");
    let numbers: Vec<f64> = size.split(' ').filter_map(|word| word.parse().ok()).collect();
    assert_eq!(numbers[0] > numbers[1], variant.landscape, "{what}: {size}");
    assert_eq!(size.contains("A4"), is_a4(variant), "{what}: {size}");
}

/// Times and places are at least as large as people need who act on them.
fn assert_readable(pdf: &Pdf, variant: Variant, what: &str) {
    let least = if is_a4(variant) { 9.0 } else { 11.0 };
    let acted_on = ["каб. ", "08:30", "–09:15", "М. П. Иванова", "@"];
    for (size, piece) in pdf.sizes() {
        let matters = acted_on.iter().any(|part| piece.contains(part));
        assert!(!matters || size >= least, "{what}: «{piece}» is {size} pt");
    }
}

#[test]
fn timetables_of_any_length_fit_or_flow() {
    for count in [0, 1, 3, 40, 80] {
        let school = on_all_paper(count, &[PosterKind::Timetable]);
        let files = print(&school);
        for variant in Variant::ALL {
            let what = format!("{count} sessions on {}", variant.id());
            let pdf = Pdf::new(file(&files, &path("timetable", variant)));
            assert_sound(&pdf, variant, "изготовлен 20 ноября", &what);
            assert_readable(&pdf, variant, &what);
            let text = pdf.text();
            assert_eq!(text.matches("М. П. Иванова").count(), count.div_ceil(5), "{what}");
            for session in &school.timetables[0].sessions {
                assert!(text.contains(&session.time.to_string()), "{what}: {}", session.time);
            }
            let rooms = text.matches("каб. ").count() + text.matches("актовый зал").count();
            let calls = text.matches("+7 (900)").count() + text.matches("по телефону").count();
            assert!(rooms + calls >= count, "{what}: {rooms} rooms and {calls} phones");
            assert!(count > 3 || pdf.pages() == 1, "{what}: {} sheets", pdf.pages());
        }
    }
}

#[test]
fn twenty_sessions_are_one_sheet() {
    let files = print(&on_all_paper(20, &[PosterKind::Timetable]));
    for variant in Variant::ALL.into_iter().filter(|variant| !is_a4(*variant)) {
        let pdf = Pdf::new(file(&files, &path("timetable", variant)));
        assert_eq!(pdf.pages(), 1, "{}", variant.id());
    }
}

#[test]
fn long_names_posts_and_addresses_are_not_cut_off() {
    let mut school = on_all_paper(12, &[PosterKind::Timetable, PosterKind::Contacts]);
    school.name = "Муниципальное автономное общеобразовательное учреждение ".repeat(3);
    let person = &mut school.timetables[0].people[1];
    person.post = "специалист по сопровождению информационных систем ".repeat(4);
    person.email = Some("ochen.dlinnyy.adres.uchitelya@gimnaziya-odin.example.org".into());
    person.phone = Some("+7 (900) 000-00-19, доб. 12345".into());
    let files = print(&school);
    for variant in Variant::ALL {
        for name in ["timetable", "contacts"] {
            let what = format!("{name} on {}", variant.id());
            let pdf = Pdf::new(file(&files, &path(name, variant)));
            assert_sound(&pdf, variant, "изготовлен 20 ноября", &what);
            let text = pdf.text();
            assert_eq!(text.matches("по сопровождению информационных").count() % 4, 0, "{what}");
            assert!(text.contains("по сопровождению информационных"), "{what}");
        }
        let contacts = Pdf::new(file(&files, &path("contacts", variant))).text();
        let unbroken: String = contacts.split_whitespace().collect();
        let address = "ochen.dlinnyy.adres.uchitelya@gimnaziya-odin.example.org";
        assert!(unbroken.replace('\u{200b}', "").contains(address), "{contacts}");
    }
}

#[test]
fn black_and_white_is_nothing_else() {
    let kinds = [PosterKind::Timetable, PosterKind::Contacts];
    let files = print(&on_all_paper(9, &kinds));
    for variant in Variant::ALL {
        for name in ["timetable", "contacts"] {
            let colours = Pdf::new(file(&files, &path(name, variant))).colours();
            let black = colours.iter().all(|colour| [[0; 3], [255; 3]].contains(colour));
            assert_eq!(black, variant.bw, "{name} on {}: {colours:?}", variant.id());
        }
    }
}

#[test]
fn phones_can_be_read_from_afar() {
    for sessions in [0, 5] {
        let files = print(&on_all_paper(sessions, &[PosterKind::Contacts]));
        for variant in Variant::ALL {
            let pdf = Pdf::new(file(&files, &path("contacts", variant)));
            let what = format!("contacts on {}", variant.id());
            assert_sound(&pdf, variant, "изготовлен 20 ноября", &what);
            let sizes = pdf.sizes();
            let phones = sizes.iter().filter(|(_, piece)| piece.contains("+7 (900)"));
            let phones: Vec<f64> = phones.map(|(size, _)| *size).collect();
            assert!(
                phones.len() >= 3 && phones.iter().all(|size| *size >= 20.0),
                "{what}: {phones:?}"
            );
            let text = pdf.text();
            for part in ["13:00–01:00", "09:00–21:00", "пн–пт 09:00–17:00", "help@example.org"]
            {
                assert!(text.contains(part), "{what}: «{part}» in {text}");
            }
        }
    }
}

#[test]
fn a_crowd_of_consultants_flows_by_whole_steps() {
    let mut school = on_all_paper(5, &[PosterKind::Contacts]);
    let timetable = &mut school.timetables[0];
    let people = timetable.people.clone();
    for round in 1..8 {
        timetable.people.extend(people.iter().cloned().map(|mut person| {
            person.id = format!("{}-{round}", person.id);
            person.email = Some(format!("{}@example.org", person.id));
            person
        }));
    }
    let files = print(&school);
    for variant in Variant::ALL {
        let what = format!("contacts on {}", variant.id());
        let pdf = Pdf::new(file(&files, &path("contacts", variant)));
        assert_sound(&pdf, variant, "изготовлен 20 ноября", &what);
        let text = pdf.text();
        for person in &school.timetables[0].people {
            let email = person.email.as_deref().unwrap_or_default();
            assert!(text.contains(email), "{what}: {email}");
        }
        assert_eq!(text.matches("Служба поддержки системы").count(), 1, "{what}");
    }
}

#[test]
fn posters_for_parents_and_staff_say_what_is_for_them() {
    let kinds = [PosterKind::TimetableParents, PosterKind::TimetableStaff];
    let files = print(&on_all_paper(20, &kinds));
    let parents = Pdf::new(file(&files, &path("timetable-parents", Variant::ALL[0])));
    let text = parents.text();
    assert!(text.contains("Когда родителям прийти и спросить"), "{text}");
    assert!(text.contains("и для обучающихся"), "{text}");
    assert!(!text.contains("для родителей") && !text.contains("для сотрудников"), "{text}");
    assert_eq!(text.matches("каб. 105").count(), 0, "room 105 is for staff: {text}");
    assert!(parents.info("Title").starts_with("График консультаций для родителей: Гимназия"));
    let staff = Pdf::new(file(&files, &path("timetable-staff", Variant::ALL[0]))).text();
    assert!(staff.contains("Когда сотрудникам прийти и спросить"), "{staff}");
    assert_eq!(staff.matches("каб. 105").count(), 5, "{staff}");
    assert_eq!(staff.matches("каб. 214").count(), 0, "{staff}");
    // Two sessions, both for parents: a poster for them would be the same again.
    assert!(print(&on_all_paper(2, &kinds)).is_empty());
}

#[test]
fn chosen_dates_of_a_session_are_one_line() {
    let mut school = on_all_paper(2, &[PosterKind::Timetable]);
    let timetable = &mut school.timetables[0];
    let december = |day| date(2026, 12, day);
    let chosen = |dates: &[Date]| Pattern::Dates(dates.to_vec());
    timetable.sessions[0].pattern =
        chosen(&[date(2026, 11, 19), december(3), december(10), december(17)]);
    timetable.sessions[1].pattern =
        chosen(&[date(2026, 11, 24), december(1), december(2), date(2027, 1, 13)]);
    timetable.extra = vec![extra("one", december(8)), extra("other", december(8))];
    let files = print(&school);
    for variant in Variant::ALL {
        let pdf = Pdf::new(file(&files, &path("timetable", variant)));
        let text = pdf.text();
        for part in [
            "3, 10 и 17 декабря, чт",
            "24 ноября и 1 декабря, вт; 2 декабря и 13 января, ср",
            "8 декабря, вт",
        ] {
            assert_eq!(text.matches(part).count(), 1, "«{part}» in {text}");
        }
        assert!(!text.contains("19 ноября"), "{text}");
        assert_eq!(pdf.pages(), 1, "{}", variant.id());
    }
}

#[test]
fn a_sheet_is_the_same_on_any_paper() {
    let hash = |files: &[Artifact], variant: Variant| {
        let text = Pdf::new(file(files, &path("timetable", variant))).text();
        let (_, rest) = text.split_once("Лист ").expect("the colophon");
        rest.chars().take(8).collect::<String>()
    };
    let mut school = on_all_paper(6, &[PosterKind::Timetable]);
    let files = print(&school);
    let first = hash(&files, Variant::ALL[0]);
    assert!(Variant::ALL.iter().all(|variant| hash(&files, *variant) == first));
    // Another room is another sheet.
    let details = &mut school.timetables[0].sessions[0].details;
    details.room = Some("999".into());
    assert_ne!(hash(&print(&school), Variant::ALL[0]), first);
}

#[test]
fn english_sheets_fit_or_flow() {
    let kinds = [PosterKind::Timetable, PosterKind::TimetableStaff, PosterKind::Contacts];
    for count in [5, 40] {
        let school = on_all_paper(count, &kinds);
        let (files, warnings) = print_with(&school, Language::English, &Theme::built_in());
        assert!(warnings.is_empty(), "{warnings:#?}");
        let files = files.expect("files");
        for variant in Variant::ALL {
            for name in ["timetable", "timetable-staff", "contacts"] {
                let what = format!("{name} with {count} sessions on {}", variant.id());
                let pdf = Pdf::new(file(&files, &path(name, variant)));
                assert_sound(&pdf, variant, "made on 20", &what);
            }
        }
    }
}
