//! The rows of a table: which are sessions, which stand over or below them, and what they say.

use jiff::civil::Date;

use super::days::Rhythm;
use super::front::Outside;
use super::grid::{At, Value};
use super::headings::{self, Kind};
use super::people::{self, Named};
use super::slots::{Slot, When};
use super::table::Table;
use super::text::{is_nothing, key, one_line};
use super::{dates, days, whom};
use crate::diagnostics::Diagnostic;
use crate::language::dates::WEEKDAY_IDS;

/// What a row of a sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// Sessions; the cell with the day that stands over this part of the table, if one does.
    Sessions(Option<At>),
    /// Text before, in or behind the table.
    Outside,
    /// Headings, numbers of columns, a day that stands over the rows below it.
    Furniture,
    /// It is hidden.
    Hidden,
}

/// Text of a cell, and where it stands.
pub(super) type Text = Option<(String, At)>;

/// What a row says besides days, times and the person.
#[derive(Debug, Clone, Default)]
pub(super) struct Details {
    pub(super) id: Text,
    pub(super) audience: Option<(Vec<&'static str>, At)>,
    pub(super) room: Text,
    pub(super) channel: Option<(&'static str, At)>,
    pub(super) link: Text,
    pub(super) booking: Text,
    pub(super) topic: Text,
    pub(super) from: Option<(Date, At)>,
    pub(super) to: Option<(Date, At)>,
    pub(super) in_breaks: Option<At>,
}

/// A session as a row gives it: one for each of its slots.
#[derive(Debug, Clone)]
pub(super) struct Session {
    /// Index of the row among those with sessions.
    pub(super) row: usize,
    pub(super) slot: Slot,
    pub(super) details: Details,
}

impl Table<'_, '_> {
    /// What the rows are.
    pub(super) fn rows(&self) -> Vec<(u32, Row)> {
        let mut section = None;
        let mut rows = Vec::new();
        for row in self.sheet.rows() {
            let kind = if row < self.layout.first {
                Row::Outside
            } else if row <= self.layout.last {
                Row::Furniture
            } else if self.sheet.hidden_rows.contains(&row) {
                Row::Hidden
            } else if self.is_furniture(row) {
                Row::Furniture
            } else if let Some(at) = self.section(row) {
                section = Some(at);
                Row::Furniture
            } else if self.is_session(row) {
                Row::Sessions(section)
            } else {
                Row::Outside
            };
            rows.push((row, kind));
        }
        rows
    }

    /// The only cell of a row, if it names a day and the table has no column for days.
    fn section(&self, row: u32) -> Option<At> {
        let has = |kind| self.layout.column(kind).is_some();
        if has(Kind::Day) || has(Kind::Date) || has(Kind::DayTime) {
            return None;
        }
        let mut cells = self.sheet.row(row);
        let (at, value) = cells.next()?;
        if cells.next().is_some() {
            return None;
        }
        let text = value.to_string();
        let is_date = matches!(value, Value::Moment(Some(_), None));
        let days = days::parse(&text, self.term).is_ok();
        (is_date || days || !dates::find(&text).is_empty() && text.chars().count() < 40)
            .then_some(at)
    }

    /// Whether a row names a time, or a day with a person or what should be a time. A signature
    /// below the table does not.
    fn is_session(&self, row: u32) -> bool {
        let kinds = [Kind::Time, Kind::Start, Kind::DayTime];
        let columns = kinds.iter().filter_map(|kind| self.layout.column(*kind));
        let week = self.layout.week();
        let week = week.iter().filter(|_| week.len() > 1).map(|(column, _)| *column);
        let times = columns.chain(week).filter_map(|column| self.sheet.at((row, column)));
        let times: Vec<&Value> = times.map(|(_, value)| value).collect();
        let is_time = |value: &&Value| value.to_string().contains(|c: char| c.is_ascii_digit());
        let alone = self.sheet.row(row).count() == 1;
        // A remark over the whole width of the table.
        let wide = self.sheet.row(row).next().is_some_and(|(at, _)| {
            self.sheet.at((at.0, at.1 + 2)).is_some_and(|(origin, _)| origin == at)
        });
        let named = self.day_like(row) && (self.has(row, Kind::Person) || !times.is_empty());
        (times.iter().any(is_time) && !(alone && wide)) || (named && !alone)
    }

    fn day_like(&self, row: u32) -> bool {
        let column = self.layout.column(Kind::Day).or(self.layout.column(Kind::Date));
        let value = column.and_then(|column| self.sheet.at((row, column)));
        value.is_some_and(|(_, value)| {
            matches!(value, Value::Moment(Some(_), _))
                || days::parse(&value.to_string(), None).is_ok()
        })
    }

    /// The person whom a row names that is no session, and where: nobody would miss them. `last` is
    /// the last row with a session; below it, words left of a name make it a signature.
    pub(super) fn left_out(&self, row: u32, last: u32) -> Option<(String, At)> {
        let column = self.layout.column(Kind::Person)?;
        let at = (row, column);
        let (name, _) = people::split(&self.sheet.cells.get(&at)?.to_string());
        let mut others = self.sheet.row(row).filter(|(other, _)| *other != at).peekable();
        let alone = others.peek().is_none();
        let left = |((_, other), _): (At, &Value)| {
            other < column && self.layout.column(Kind::Count) != Some(other)
        };
        let signed = row > last && (alone || others.any(left));
        let named = name.contains(' ') && people::is_name(&name);
        let own = row > self.layout.last && !self.used.contains(&at);
        (own && named && !signed).then_some((name, at))
    }

    /// The cells outside of the table, in the order of rows.
    pub(super) fn outside(&self, rows: &[(u32, Row)]) -> Vec<Outside> {
        let outside = rows.iter().filter(|(_, kind)| *kind == Row::Outside);
        let cells = outside.flat_map(|(row, _)| self.sheet.row(*row));
        cells.map(|(at, value)| Outside { at, text: value.to_string() }).collect()
    }

    /// The person of a row.
    pub(super) fn person(&mut self, row: u32) -> Option<Named> {
        let Some(above) = self.above(row, Kind::Person) else {
            return self.empty(row, Kind::Person);
        };
        let (value, at) = self.value(above, Kind::Person)?;
        let (text, at) = self.as_text(value, at)?;
        let (name, inline) = people::split(&text);
        if inline.as_deref().is_some_and(people::is_another) {
            let wrong = self.wrong("sheet-person-several", at);
            self.found.push(wrong);
            return None;
        }
        let post = match (self.text(row, Kind::Post), inline) {
            (Some((post, at)), Some(inline)) if key(&post) != key(&inline) => {
                Some((format!("{post}, {inline}"), at))
            }
            (Some(post), _) => Some(post),
            (None, inline) => inline.map(|post| (post, at)),
        };
        let phone = self.text(row, Kind::Phone);
        // «Контакты» may hold both.
        let (phone, beside) = match phone {
            Some((text, at)) if text.contains('@') => split_contacts(&text, at),
            phone => (phone, None),
        };
        let email = self.text(row, Kind::Email).or(beside);
        let id = self.text(row, Kind::PersonId);
        if people::is_nobody(&name) || name.contains(' ') && !people::is_name(&name) {
            let wrong = self.wrong("sheet-person", at);
            self.found.push(wrong);
            return None;
        }
        Some(Named { name, post, phone, email, id, at })
    }

    /// What else a row says; `title` is whom the title names.
    pub(super) fn details(&mut self, row: u32, title: Option<&(Vec<&'static str>, At)>) -> Details {
        let (room, place_channel) = self.room(row);
        let [from, to] = self.term_of(row);
        let channel = self.channel(row).or(place_channel);
        // A running number is used by being of no use.
        self.value(row, Kind::Count);
        Details {
            id: self.text(row, Kind::Id),
            audience: self.audience(row, title),
            room,
            channel,
            link: self.text(row, Kind::Link),
            booking: self.booking(row),
            topic: self.topic(row),
            from,
            to,
            in_breaks: self.in_breaks(row),
        }
    }

    fn audience(
        &mut self,
        row: u32,
        title: Option<&(Vec<&'static str>, At)>,
    ) -> Option<(Vec<&'static str>, At)> {
        if self.layout.column(Kind::Audience).is_none() {
            return title.cloned();
        }
        let Some((text, at)) = self.text(row, Kind::Audience) else {
            return self.empty(row, Kind::Audience);
        };
        let Some(whom) = whom::audience(&text) else {
            let wrong = self.wrong("sheet-audience", at);
            self.found.push(wrong);
            return None;
        };
        if !whom.rest.is_empty() {
            let rest = Diagnostic::warning("sheet-audience-rest", self.place(at));
            self.found.push(rest.with("rest", whom.rest.join(" ")));
        }
        Some((whom.groups, at))
    }

    /// The room, and the channel if it stands in its place: «по телефону».
    fn room(&mut self, row: u32) -> (Text, Option<(&'static str, At)>) {
        let Some((text, at)) = self.text(row, Kind::Room) else { return (None, None) };
        if let Some(channel) = whom::channel(&text).filter(|channel| *channel != "in-person") {
            return (None, Some((channel, at)));
        }
        let text = one_line(&text);
        let small = text.to_lowercase();
        let words = ["каб. №", "каб.№", "кабинет №", "каб.", "кабинет", "ауд.", "№"];
        let word = words.iter().find(|word| small.starts_with(*word));
        let bare = word.and_then(|word| text.get(word.len()..)).map(str::trim);
        // «кабинет информатики» is the name of a room, «каб. 214» the number of one.
        let number = bare.filter(|bare| bare.starts_with(|c: char| c.is_ascii_digit()));
        (Some((number.unwrap_or(&text).to_owned(), at)), None)
    }

    fn channel(&mut self, row: u32) -> Option<(&'static str, At)> {
        let (text, at) = self.text(row, Kind::Channel)?;
        let channel = whom::channel(&text);
        if channel.is_none() {
            let wrong = self.wrong("sheet-channel", at);
            self.found.push(wrong);
        }
        channel.map(|channel| (channel, at))
    }

    /// How to make an appointment; «да» says only that one is needed.
    fn booking(&mut self, row: u32) -> Text {
        let (text, at) = self.text(row, Kind::Booking)?;
        let text = one_line(&text);
        match whom::is_yes(&text) {
            Some(true) => Some(("по предварительной записи".to_owned(), at)),
            _ if text.to_lowercase().starts_with("без ")
                || text.to_lowercase().starts_with("не ") =>
            {
                None
            }
            _ => Some((text, at)),
        }
    }

    /// Subject, class, topic and remark, one behind the other.
    fn topic(&mut self, row: u32) -> Text {
        let mut parts = Vec::new();
        let mut place = None;
        for kind in [Kind::Subject, Kind::Class, Kind::Topic, Kind::Note] {
            let Some((text, at)) = self.text(row, kind) else { continue };
            let text = one_line(&text);
            let is_class = kind == Kind::Class && !text.to_lowercase().contains("класс");
            parts.push(if is_class { format!("класс: {text}") } else { text });
            place.get_or_insert(at);
        }
        place.map(|at| (parts.join("; "), at))
    }

    /// «с 26.10.2026 по 03.11.2026», «до 14.10.2026», «с 11.01.2027».
    fn term_of(&mut self, row: u32) -> [Option<(Date, At)>; 2] {
        let Some((text, at)) = self.text(row, Kind::Term) else { return [None, None] };
        let found = dates::find(&text);
        let dates: Vec<_> = found.iter().filter_map(|date| date.date(self.term)).collect();
        let small = text.to_lowercase();
        match dates.as_slice() {
            [from, to] => [Some((*from, at)), Some((*to, at))],
            [to] if small.starts_with("до") || small.starts_with("по") => {
                [None, Some((*to, at))]
            }
            [from] if small.starts_with('с') => [Some((*from, at)), None],
            _ => {
                let wrong = self.wrong("sheet-term", at);
                self.found.push(wrong);
                [None, None]
            }
        }
    }

    fn in_breaks(&mut self, row: u32) -> Option<At> {
        let (value, at) = self.value(row, Kind::Breaks)?;
        let text = value.to_string();
        match whom::is_yes(&text) {
            Some(yes) => yes.then_some(at),
            None if is_nothing(&text) => None,
            None => {
                let wrong = self.wrong("sheet-breaks", at);
                self.found.push(wrong);
                None
            }
        }
    }

    /// The post that the heading of the persons names, and where the heading stands.
    pub(super) fn post(&self) -> (&'static str, At) {
        let column = self.layout.column(Kind::Person);
        let column = column.and_then(|column| self.layout.columns.get(&column));
        let heading = column.map_or(("", (self.layout.first, 0)), |c| (c.text.as_str(), c.at));
        (headings::post(heading.0), heading.1)
    }
}

/// A cell with a phone and an address of e-mail.
fn split_contacts(text: &str, at: At) -> (Text, Text) {
    let parts = text.split([',', ';', '\n']).flat_map(|part| {
        // «+7 (900) 000-00-00 help@example.org»
        let mail = part.split_whitespace().find(|word| word.contains('@'));
        let rest = mail.map_or(part.to_owned(), |mail| part.replace(mail, ""));
        [Some(one_line(&rest)), mail.map(str::to_owned)]
    });
    let (mails, phones): (Vec<_>, Vec<_>) =
        parts.flatten().filter(|part| !part.is_empty()).partition(|part| part.contains('@'));
    let joined = |parts: Vec<String>| (!parts.is_empty()).then(|| (parts.join(", "), at));
    (joined(phones), joined(mails))
}

/// How a rhythm and its days are named in an identifier: `mon-wed`, `mon-to-fri`, `sat-1`.
pub(super) fn day_name(when: &When) -> String {
    let When::Days(days) = when else { return "dates".to_owned() };
    let names: Vec<&str> =
        days.weekdays.iter().filter_map(|day| WEEKDAY_IDS.get(*day).copied()).collect();
    let follows = days.weekdays.windows(2).all(|pair| matches!(pair, [a, b] if a + 1 == *b));
    let names = match names.as_slice() {
        [first, .., last] if follows && names.len() > 2 => format!("{first}-to-{last}"),
        names => names.join("-"),
    };
    match days.rhythm {
        Rhythm::Nth(-1) => format!("{names}-last"),
        Rhythm::Nth(nth) => format!("{names}-{nth}"),
        _ => names,
    }
}
