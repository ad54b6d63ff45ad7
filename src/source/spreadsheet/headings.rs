//! Headings of columns: what stands in a column, by the words above it.

use super::days;
use super::text::{key, nearest};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A running number, which says nothing.
    Count,
    /// Identifiers of sessions.
    Id,
    /// Identifiers of persons.
    PersonId,
    /// Days of the week.
    Day,
    /// Chosen dates.
    Date,
    /// Begin and end.
    Time,
    /// Days and times together.
    DayTime,
    Start,
    End,
    /// How long it takes.
    Length,
    Room,
    /// A person; the heading may name the post, see [`post`].
    Person,
    Post,
    Phone,
    Email,
    Audience,
    Subject,
    Class,
    Topic,
    Note,
    Booking,
    Channel,
    Link,
    /// The narrower validity of a session.
    Term,
    /// Whether it goes on in the school's breaks.
    Breaks,
    /// Times on this weekday, from 0.
    Week(usize),
}

/// Headings without spaces and punctuation. A heading that begins with one of at least
/// [`SHORTEST_BEGIN`] letters is meant too; the longest counts.
const HEADINGS: &[(&str, Kind)] = &[
    ("№", Kind::Count),
    ("№пп", Kind::Count),
    ("пп", Kind::Count),
    ("номерпп", Kind::Count),
    ("id", Kind::Id),
    ("ид", Kind::Id),
    ("идентификатор", Kind::Id),
    ("idконсультации", Kind::Id),
    ("idконсультанта", Kind::PersonId),
    ("idучителя", Kind::PersonId),
    ("idответственного", Kind::PersonId),
    ("день", Kind::Day),
    ("дни", Kind::Day),
    ("деньнедели", Kind::Day),
    ("днинедели", Kind::Day),
    ("деньпроведения", Kind::Day),
    ("днипроведения", Kind::Day),
    ("деньконсультаци", Kind::Day),
    ("дниконсультаци", Kind::Day),
    ("деньприема", Kind::Day),
    ("дниприема", Kind::Day),
    ("дата", Kind::Date),
    ("даты", Kind::Date),
    ("датапроведения", Kind::Date),
    ("время", Kind::Time),
    ("часы", Kind::Time),
    ("часыконсультаци", Kind::Time),
    ("часыприема", Kind::Time),
    ("деньивремя", Kind::DayTime),
    ("дниивремя", Kind::DayTime),
    ("деньичас", Kind::DayTime),
    ("дниичас", Kind::DayTime),
    ("времяидень", Kind::DayTime),
    ("времяидни", Kind::DayTime),
    ("график", Kind::DayTime),
    ("расписание", Kind::DayTime),
    ("приемныечасы", Kind::DayTime),
    ("деньнеделивремя", Kind::DayTime),
    ("деньнеделиивремя", Kind::DayTime),
    ("начало", Kind::Start),
    ("времяначала", Kind::Start),
    ("с", Kind::Start),
    ("окончание", Kind::End),
    ("времяокончания", Kind::End),
    ("конец", Kind::End),
    ("завершение", Kind::End),
    ("до", Kind::End),
    ("по", Kind::End),
    ("длительность", Kind::Length),
    ("продолжительность", Kind::Length),
    ("каб", Kind::Room),
    ("кабинет", Kind::Room),
    ("№каб", Kind::Room),
    ("№кабинета", Kind::Room),
    ("номеркабинета", Kind::Room),
    ("аудитория", Kind::Room),
    ("ауд", Kind::Room),
    ("место", Kind::Room),
    ("помещение", Kind::Room),
    ("фио", Kind::Person),
    ("фамилия", Kind::Person),
    ("учитель", Kind::Person),
    ("педагог", Kind::Person),
    ("преподаватель", Kind::Person),
    ("специалист", Kind::Person),
    ("ответственный", Kind::Person),
    ("ответственное", Kind::Person),
    ("консультант", Kind::Person),
    ("ктоконсультирует", Kind::Person),
    ("ктопроводит", Kind::Person),
    ("ктопринимает", Kind::Person),
    ("должность", Kind::Post),
    ("телефон", Kind::Phone),
    ("тел", Kind::Phone),
    ("номертелефона", Kind::Phone),
    ("контактныйтелефон", Kind::Phone),
    ("контакты", Kind::Phone),
    ("контактныеданные", Kind::Phone),
    ("email", Kind::Email),
    ("емейл", Kind::Email),
    ("почта", Kind::Email),
    ("электроннаяпочта", Kind::Email),
    ("элпочта", Kind::Email),
    ("адресэлектроннойпочты", Kind::Email),
    ("длякого", Kind::Audience),
    ("кому", Kind::Audience),
    ("категория", Kind::Audience),
    ("целеваяаудитория", Kind::Audience),
    ("контингент", Kind::Audience),
    ("участники", Kind::Audience),
    ("кого", Kind::Audience),
    ("предмет", Kind::Subject),
    ("учебныйпредмет", Kind::Subject),
    ("дисциплина", Kind::Subject),
    ("класс", Kind::Class),
    ("классы", Kind::Class),
    ("тема", Kind::Topic),
    ("темы", Kind::Topic),
    ("вопросы", Kind::Topic),
    ("содержание", Kind::Topic),
    ("примечание", Kind::Note),
    ("примечания", Kind::Note),
    ("комментарий", Kind::Note),
    ("дополнительно", Kind::Note),
    ("запись", Kind::Booking),
    ("предварительнаязапись", Kind::Booking),
    ("порядокзаписи", Kind::Booking),
    ("формат", Kind::Channel),
    ("форма", Kind::Channel),
    ("способ", Kind::Channel),
    ("ссылка", Kind::Link),
    ("срок", Kind::Term),
    ("срокдействия", Kind::Term),
    ("период", Kind::Term),
    ("вканикулы", Kind::Breaks),
    ("каникулы", Kind::Breaks),
];

/// Least letters of a heading with which a longer one may begin.
const SHORTEST_BEGIN: usize = 3;
/// Least letters of a heading that may be misspelt.
const SHORTEST_NEAR: usize = 5;
/// Longest heading, in letters: beyond it is a sentence.
const LONGEST: usize = 60;
/// How alike a misspelt heading has to be, from 0 to 1.
const ALIKE: f64 = 0.75;

/// What a heading means, and how it should have been written if it is misspelt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) kind: Kind,
    pub(super) meant: Option<&'static str>,
}

/// What `text` means as a heading, if it is one.
pub(super) fn heading(text: &str) -> Option<Heading> {
    let sure = |kind| Heading { kind, meant: None };
    if let Some(weekday) = days::plain(text) {
        return Some(sure(Kind::Week(weekday)));
    }
    let key = key(text);
    let length = key.chars().count();
    if key.is_empty() || length > LONGEST {
        return None;
    }
    if let Some((_, kind)) = HEADINGS.iter().find(|(name, _)| *name == key) {
        return Some(sure(*kind));
    }
    let begins = HEADINGS
        .iter()
        .filter(|(name, _)| name.chars().count() >= SHORTEST_BEGIN && key.starts_with(name));
    if let Some((_, kind)) = begins.max_by_key(|(name, _)| name.len()) {
        return Some(sure(*kind));
    }
    near(&key)
}

/// The heading that `key` is most like, if it is like enough.
fn near(key: &str) -> Option<Heading> {
    // «урок» is not «срок».
    if key.chars().count() < SHORTEST_NEAR {
        return None;
    }
    let long = HEADINGS.iter().filter(|(name, _)| name.chars().count() >= SHORTEST_BEGIN);
    let meant = nearest(key, long.map(|(name, _)| *name), ALIKE)?;
    let kind = HEADINGS.iter().find(|(name, _)| *name == meant)?.1;
    Some(Heading { kind, meant: Some(meant) })
}

/// The post that the heading of a column of persons names.
pub(super) fn post(heading: &str) -> &'static str {
    let key = key(heading);
    let posts = [
        ("учител", "учитель"),
        ("педагог", "педагог"),
        ("преподавател", "преподаватель"),
        ("специалист", "специалист"),
        ("ответственн", "ответственный за консультирование"),
    ];
    let named = posts.iter().find(|(stem, _)| key.contains(stem));
    named.map_or("консультант", |(_, post)| post)
}

#[cfg(test)]
mod tests {
    use super::{Kind, heading};

    #[test]
    fn headings_are_known_by_their_variants() {
        let known = [
            ("День недели", Kind::Day),
            ("ДНИ", Kind::Day),
            ("Время проведения", Kind::Time),
            ("Время  консультации:", Kind::Time),
            ("Часы", Kind::Time),
            ("Каб.", Kind::Room),
            ("Ф.И.О.", Kind::Person),
            ("ФИО учителя", Kind::Person),
            ("E-mail", Kind::Email),
            ("№ п/п", Kind::Count),
            ("№ каб.", Kind::Room),
            ("Для кого", Kind::Audience),
            ("Пн.", Kind::Week(0)),
            ("пятница", Kind::Week(4)),
            ("Дни и часы приёма", Kind::DayTime),
            ("Ответственный (ФИО)", Kind::Person),
        ];
        for (text, kind) in known {
            assert_eq!(heading(text).map(|heading| heading.kind), Some(kind), "{text}");
        }
        let misspelt = heading("Примичание").expect("like a heading");
        assert_eq!((misspelt.kind, misspelt.meant), (Kind::Note, Some("примечание")));
        for text in ["", "14.30-15.15", "Иванова Мария Петровна", "Логотип"]
        {
            assert_eq!(heading(text), None, "{text}");
        }
    }
}
