//! Schools built by hand, for tests of print.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, Weekday, date};
use jiff::tz::TimeZone;
use reglament::diagnostics::{Diagnostics, Place};
use reglament::language::{Catalogue, Language};
use reglament::model::audience::{Audience, Group};
use reglament::model::calendar::{ProductionCalendar, WorkingWeek};
use reglament::model::clock::Zone;
use reglament::model::due::DueDates;
use reglament::model::journal::Journal;
use reglament::model::print::PrintSettings;
use reglament::model::regulation::{
    Approval, Edition, Protocol, ProtocolRole, Regulation, Written,
};
use reglament::model::school::{Founder, Officer, School, SchoolBreak};
use reglament::model::site::{DayCount, PublicationRule, Site};
use reglament::model::system::{
    DeskDays, DeskHours, DeskPhone, InformationSystem, OpenHours, SupportDesk,
};
use reglament::model::text::{Footnote, Inline, Node, NodeKind, RegulationText, Table};
use reglament::model::timetable::{
    Channel, Details, Extra, Pattern, Person, Session, TimeOfDay, TimeRange, Timetable,
};
use reglament::outputs::addresses::Addresses;
use reglament::outputs::print::Press;
use reglament::outputs::{Artifact, Redlines, SchoolContext};
use reglament::source::theme::Theme;

/// The date of making in all tests.
pub(crate) const TODAY: Date = date(2026, 11, 20);

/// The files of `school` in `language` with the layouts of `theme`, and the press's warnings.
pub(crate) fn print_with(
    school: &School,
    language: Language,
    theme: &Theme,
) -> (Result<Vec<Artifact>, Diagnostics>, Diagnostics) {
    let catalogue = Catalogue::new(language);
    let press = Press::new(theme, &catalogue).expect("the theme is sound");
    let files = on(&press, school, &catalogue);
    let warnings = press.warnings();
    (files, warnings)
}

/// The files that `press` makes of `school`.
pub(crate) fn on(
    press: &Press,
    school: &School,
    catalogue: &Catalogue,
) -> Result<Vec<Artifact>, Diagnostics> {
    in_context(school, catalogue, |ctx| press.school(ctx).map(|printed| printed.files))
}

/// What `make` makes of `school`.
pub(crate) fn in_context<T>(
    school: &School,
    catalogue: &Catalogue,
    make: impl FnOnce(&SchoolContext<'_>) -> T,
) -> T {
    let site = site(catalogue.language());
    let calendar = ProductionCalendar::new(BTreeMap::new(), BTreeMap::new());
    make(&SchoolContext {
        site: &site,
        school,
        calendar: &calendar,
        occurrences: &[],
        catalogue,
        addresses: Addresses::new(&site, school),
        today: TODAY,
        print: true,
        drafts: false,
        redlines: Redlines::default(),
    })
}

/// The files of `school` in Russian with the built-in theme; no finding is expected.
pub(crate) fn print(school: &School) -> Vec<Artifact> {
    let (files, warnings) = print_with(school, Language::Russian, &Theme::built_in());
    assert!(warnings.is_empty(), "{warnings:#?}");
    files.expect("the built-in layouts can be set")
}

/// The file at `path`.
pub(crate) fn file<'a>(files: &'a [Artifact], path: &str) -> &'a [u8] {
    let found = files.iter().find(|file| file.path == path);
    &found.unwrap_or_else(|| panic!("no {path}")).bytes
}

fn site(language: Language) -> Site {
    Site {
        title: "Регламенты".into(),
        base_url: "https://reglament.example.org/".into(),
        language,
        theme: "default".into(),
        portal: true,
        yo_differs: false,
        deploy: Vec::new(),
        timestamp: None,
        print: PrintSettings::default(),
        publication: rule(),
    }
}

fn rule() -> PublicationRule {
    PublicationRule { days: 10, count: DayCount::Calendar, roll_forward: false }
}

pub(crate) fn zone(name: &str) -> Zone {
    Zone { name: name.into(), rules: TimeZone::get(name).expect("a zone of the database") }
}

pub(crate) fn range(start: u16, end: u16) -> TimeRange {
    let time = |minutes: u16| TimeOfDay::new(minutes / 60, minutes % 60).expect("within a day");
    TimeRange { start: time(start), end: time(end) }
}

/// A school in Krasnoyarsk whose timetable has `sessions` sessions, and one regulation.
pub(crate) fn school(sessions: usize) -> School {
    School {
        id: "gimnaziya-1".into(),
        name: "Муниципальное бюджетное общеобразовательное учреждение «Гимназия № 1»".into(),
        short_name: "Гимназия № 1".into(),
        city: "Канск".into(),
        region: None,
        address: Some("663600, г. Канск, ул. Примерная, д. 1".into()),
        phone: Some("+7 (900) 000-00-01".into()),
        email: Some("gimnaziya-1@example.org".into()),
        website: Some("https://gimnaziya-1.example.org/".into()),
        zone: zone("Asia/Krasnoyarsk"),
        week: WorkingWeek::FiveDay,
        hours: None,
        accent: Some("#1a4f8b".into()),
        director: Some(Officer {
            name: "Соколова Анна Викторовна".into(),
            post: "директор".into(),
        }),
        founder: Some(Founder {
            name: "Управление образования администрации города".into(),
            phone: Some("+7 (900) 000-00-09".into()),
            email: Some("uo@example.org".into()),
            hours: Some("пн–пт 09:00–17:00".into()),
            ..Founder::default()
        }),
        system: Some(Arc::new(system())),
        parameters: std::collections::BTreeMap::new(),
        memo: None,
        print: PrintSettings::default(),
        breaks: vec![SchoolBreak {
            name: "Осенние каникулы".into(),
            from: date(2026, 10, 26),
            to: date(2026, 11, 3),
        }],
        days_off: Vec::new(),
        regulations: vec![Regulation { id: "pomoshch".into(), editions: vec![edition(text())] }],
        drafts: Vec::new(),
        timetables: vec![timetable(sessions)],
        journal: Journal::default(),
        tokens: Vec::new(),
    }
}

fn system() -> InformationSystem {
    InformationSystem {
        id: "eljur".into(),
        name: "ИС «ЭлЖур»".into(),
        full_name: None,
        website: None,
        desk: Some(SupportDesk {
            name: "Служба поддержки пользователей ЭлЖур".into(),
            zone: zone("Europe/Moscow"),
            phones: vec![DeskPhone {
                number: "+7 (900) 000-00-05".into(),
                note: Some("звонок бесплатный".into()),
            }],
            emails: vec!["help@example.org".into()],
            website: Some("https://help.example.org/".into()),
            hours: vec![
                DeskHours {
                    service: "Приём звонков".into(),
                    days: DeskDays::Daily,
                    open: OpenHours::Between(range(9 * 60, 21 * 60)),
                },
                DeskHours {
                    service: "Регистрация писем".into(),
                    days: DeskDays::Daily,
                    open: OpenHours::Always,
                },
            ],
            note: Some("В нерабочие часы можно оставить голосовое сообщение.".into()),
        }),
        memo: None,
        protected: Vec::new(),
    }
}

fn approval(order: &str) -> Approval {
    Approval {
        date: date(2026, 9, 1),
        by: Some("приказом директора".into()),
        order: Some(order.into()),
        protocols: vec![
            Protocol {
                role: ProtocolRole::Adopted,
                body: "педагогический совет".into(),
                number: Some("1".into()),
                date: Some(date(2026, 8, 28)),
            },
            Protocol {
                role: ProtocolRole::Agreed,
                body: "совет родителей".into(),
                number: Some("3".into()),
                date: Some(date(2026, 8, 30)),
            },
        ],
    }
}

/// A timetable with `count` weekly sessions over five days, of all kinds in turn.
pub(crate) fn timetable(count: usize) -> Timetable {
    let people = [
        ("Иванова Мария Петровна", "заместитель директора по учебно-воспитательной работе"),
        ("Петров Сергей Николаевич", "учитель информатики"),
        ("Ким Ольга Андреевна", "социальный педагог"),
        ("Абдурахманова-Константинопольская Екатерина Александровна", "секретарь учебной части"),
        ("Орлов Пётр Ильич", "системный администратор"),
    ];
    let people = people.iter().enumerate().map(|(index, (name, post))| Person {
        id: format!("p{index}"),
        name: (*name).into(),
        post: (*post).into(),
        phone: (index % 2 == 0).then(|| format!("+7 (900) 000-00-1{index}")),
        email: (index == 1).then(|| "petrov@example.org".into()),
    });
    Timetable {
        id: "timetable".to_owned(),
        position: 0,
        substituted: Vec::new(),
        place: Place::default(),
        from: date(2026, 9, 1),
        to: date(2027, 5, 31),
        approval: Some(Approval { protocols: Vec::new(), ..approval("112") }),
        note: Some("Приходите без записи, если не сказано иного.".into()),
        people: people.collect(),
        sessions: (0..count).map(session).collect(),
        cancelled: Vec::new(),
        moved: Vec::new(),
        extra: Vec::new(),
    }
}

fn session(index: usize) -> Session {
    let week =
        [Weekday::Tuesday, Weekday::Thursday, Weekday::Monday, Weekday::Friday, Weekday::Wednesday];
    let day = week[index % 5];
    let start = u16::try_from(8 * 60 + 30 + (index / 5) * 50).expect("a small number");
    let pattern = match index % 8 {
        3 => Pattern::Weekly { days: vec![day], interval: 2, anchor: date(2026, 9, 7) },
        6 => Pattern::Monthly { days: vec![day], nth: -1 },
        _ => Pattern::Weekly { days: vec![day], interval: 1, anchor: date(2026, 9, 1) },
    };
    let audience = match index % 4 {
        0 | 1 => Audience::default().with(Group::Parents),
        2 => Audience::default().with(Group::Staff),
        _ => Audience::default().with(Group::Parents).with(Group::Pupils),
    };
    let channel = if index % 9 == 7 { Channel::Phone } else { Channel::InPerson };
    let room = ["214", "актовый зал", "105", "301а"][index % 4];
    Session {
        pattern,
        from: date(2026, 9, 1),
        to: date(2027, 5, 31),
        time: range(start, start + 45),
        in_breaks: index % 7 == 5,
        details: Details {
            id: format!("s{index}"),
            person: index % 5,
            audience,
            room: Some(room.into()),
            channel,
            link: None,
            booking: (index % 6 == 4).then(|| "по телефону секретаря".into()),
            topic: (index % 5 == 2).then(|| "доступ в электронный дневник".into()),
            place: Place::default(),
        },
    }
}

/// A single consultation.
pub(crate) fn extra(id: &str, on: Date) -> Extra {
    let mut details = session(0).details;
    details.id = id.into();
    details.topic = Some("Родительское собрание 1-х классов".into());
    Extra { date: on, time: range(18 * 60, 19 * 60 + 30), details, reason: None }
}

/// An edition with this text.
pub(crate) fn edition(text: RegulationText) -> Edition {
    let local = date(2026, 9, 11);
    Edition {
        title: "Регламент оказания консультационной и технической помощи по работе \
                в электронном дневнике"
            .into(),
        short_title: "Регламент помощи".into(),
        approval: approval("45"),
        in_force: date(2026, 9, 1),
        valid_until: Some(date(2029, 8, 31)),
        summary: None,
        affects: Audience::EVERYBODY,
        due: DueDates { rule: rule(), local, law: date(2026, 9, 15), computed: false },
        text,
        duties: Vec::new(),
        errata: Vec::new(),
        accepted: Vec::new(),
        frozen: None,
        written: Written::default(),
        posted: None,
        place: Place::default(),
    }
}

/// A node with these words.
pub(crate) fn node(kind: NodeKind, number: Option<&str>, words: &str) -> Node {
    Node {
        kind,
        number: number.map(Into::into),
        anchor: String::new(),
        text: if words.is_empty() { Vec::new() } else { vec![Inline::Text(words.into())] },
        children: Vec::new(),
        line: 1,
    }
}

/// A text with everything in it that an act may have; some four pages.
pub(crate) fn text() -> RegulationText {
    let footnotes = vec![Footnote {
        line: 0,
        label: "7".into(),
        body: vec![node(
            NodeKind::Paragraph,
            None,
            "Раздел согласован с разработчиком системы и школой не изменяется.",
        )],
    }];
    RegulationText { nodes: (1..=7).map(section).collect(), footnotes, terms: Vec::new() }
}

fn section(number: usize) -> Node {
    let titles = [
        "Общие положения",
        "Термины и сокращения, принятые в настоящем регламенте для всех участников",
        "Помощь родителям",
        "Помощь сотрудникам",
        "Порядок обращения в службу поддержки",
        "Сроки",
        "Заключительные положения",
    ];
    let literal = format!("{number}.");
    let mut section = node(NodeKind::Section(2), Some(&literal), titles[number - 1]);
    if number == 5 {
        section.text.push(Inline::FootnoteMark(0));
    }
    section.children = (1..=4).map(|clause| clause_of(number, clause)).collect();
    if number == 6 {
        section.children.push(table());
        let mut note = node(NodeKind::Note, None, "");
        note.children =
            vec![node(NodeKind::Paragraph, None, "Сроки считаются в рабочих днях школы.")];
        section.children.push(note);
    }
    section
}

fn clause_of(section: usize, clause: usize) -> Node {
    let literal = format!("{section}.{clause}.");
    let words = "Ответственный за консультирование принимает обращение лично, по телефону или по \
                 электронной почте, отвечает на него в день обращения, а если ответ требует \
                 проверки — не позднее чем через три рабочих дня, и объясняет, куда обратиться \
                 дальше.";
    let mut node = node(NodeKind::Clause, Some(&literal), words);
    if clause == 2 {
        node.text = vec![
            Inline::Text("Обращение содержит ".into()),
            Inline::Strong(vec![Inline::Text("обязательно".into())]),
            Inline::Text(" следующие сведения (".into()),
            Inline::Link {
                href: "https://example.org/form".into(),
                text: vec![Inline::Text("образец на сайте".into())],
            },
            Inline::Text("):".into()),
        ];
        node.children = vec![
            item("1)", "фамилию, имя, отчество заявителя и класс ребёнка;"),
            item(
                "6)",
                "описание затруднения и время, когда оно возникло, с точностью до часа, \
                        если это известно заявителю;",
            ),
            item("8)", "желаемый способ ответа:"),
        ];
        node.children[2].children =
            vec![bullet("телефонный звонок;"), bullet("письмо на электронную почту.")];
    }
    node
}

fn item(number: &str, words: &str) -> Node {
    node(NodeKind::Item, Some(number), words)
}

fn bullet(words: &str) -> Node {
    node(NodeKind::Item, None, words)
}

fn table() -> Node {
    let cell = |words: &str| vec![Inline::Text(words.into())];
    let rows = (1..=12).map(|row| {
        vec![
            cell(&format!("{row}")),
            cell("Восстановление доступа родителя, который забыл пароль"),
            cell("1 рабочий день"),
        ]
    });
    let head = vec![cell("№"), cell("Обращение"), cell("Срок ответа")];
    node(NodeKind::Table(Table { head, rows: rows.collect() }), None, "")
}
