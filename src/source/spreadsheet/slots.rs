//! The days and times that a row names.

use jiff::civil::{Date, Weekday};

use super::dates;
use super::days::{self, Days};
use super::grid::{At, Value};
use super::headings::Kind;
use super::mixed::{is_off, parts, pieces, split_room};
use super::table::Table;
use super::text::{Token, is_nothing, tokens};
use super::times::{self, Range};
use crate::diagnostics::Diagnostic;

/// On which days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum When {
    Days(Days),
    /// Dates, and where each stands.
    Dates(Vec<(Date, At)>),
}

/// Days and times that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) when: When,
    pub(super) day_at: At,
    pub(super) time: Range,
    pub(super) time_at: At,
    /// A room that stands beside the time.
    pub(super) room: Option<(String, At)>,
}

impl Table<'_, '_> {
    /// The slots of a row; `section` is the cell of a day that stands over this part of the table.
    pub(super) fn slots(&mut self, row: u32, section: Option<At>) -> Vec<Slot> {
        let week = self.layout.week();
        if week.len() > 1 {
            return self.week_slots(row, &week);
        }
        if let Some((value, at)) = self.both(row) {
            return self.day_times(&value.to_string(), at, row);
        }
        let days = self.days(row, section);
        let times = self.times(row);
        let (Some((days, day_at)), Some((times, time_at))) = (days, times) else {
            return Vec::new();
        };
        let slot = |when: &When, time: &Range| Slot {
            when: when.clone(),
            day_at,
            time: *time,
            time_at,
            room: None,
        };
        days.iter().flat_map(|when| times.iter().map(move |time| slot(when, time))).collect()
    }

    /// The cell with days and times together: where the table has no column of days, that of times.
    fn both(&mut self, row: u32) -> Option<(Value, At)> {
        let column = |kind| self.layout.column(kind).is_some();
        if self.has(row, Kind::DayTime) {
            return self.value(row, Kind::DayTime);
        }
        let alone = !column(Kind::Day) && !column(Kind::Date) && column(Kind::Time);
        let value = if alone { self.value(row, Kind::Time) } else { None };
        value.filter(|(value, _)| {
            let words = tokens(&value.to_string());
            words.iter().filter_map(Token::word).any(|word| days::parse(word, None).is_ok())
        })
    }

    fn days(&mut self, row: u32, section: Option<At>) -> Option<(Vec<When>, At)> {
        if self.has(row, Kind::Date) {
            let (value, at) = self.value(row, Kind::Date)?;
            return self.chosen(row, &value, at).map(|dates| (vec![placed(dates, at)], at));
        }
        if self.layout.column(Kind::Day).is_none() {
            let Some(at) = section else {
                return self.empty(row, Kind::Day);
            };
            let (value, at) = self.value_at(at)?;
            return self.weekdays(&value, at).map(|days| (days, at));
        }
        let Some(above) = self.above(row, Kind::Day) else { return self.empty(row, Kind::Day) };
        let (value, at) = self.value(above, Kind::Day)?;
        self.weekdays(&value, at).map(|days| (days, at))
    }

    /// The days in a cell of weekdays, which may also hold dates.
    fn weekdays(&mut self, value: &Value, at: At) -> Option<Vec<When>> {
        if let Value::Moment(Some(date), None) = value {
            return Some(vec![placed(vec![*date], at)]);
        }
        let text = value.to_string();
        match days::parse(&text, self.term) {
            Ok(days) => {
                if days::is_daily(&text) {
                    let daily = Diagnostic::note("sheet-daily", self.place(at));
                    self.found.push(daily);
                }
                Some(days.into_iter().map(When::Days).collect())
            }
            Err(_) if !dates::find(&text).is_empty() => {
                self.dates_in(&text, at).map(|dates| vec![placed(dates, at)])
            }
            Err(fault) => {
                let wrong = self.day_fault(fault, at);
                self.found.push(wrong);
                None
            }
        }
    }

    fn day_fault(&self, fault: days::Fault, at: At) -> Diagnostic {
        match fault {
            days::Fault::Word(word, near) => {
                self.wrong("sheet-day", at).with("word", word).near(near)
            }
            days::Fault::None => {
                self.wrong("sheet-day", at).with("word", "none").near(None::<&str>)
            }
            days::Fault::Parity => self.wrong("sheet-weeks", at).with("cause", "parity"),
            days::Fault::Start => self.wrong("sheet-weeks", at).with("cause", "start"),
            days::Fault::Second => self.wrong("sheet-weeks", at).with("cause", "second"),
        }
    }

    /// The dates in a cell of dates. A weekday beside them has to be theirs.
    fn chosen(&mut self, row: u32, value: &Value, at: At) -> Option<Vec<Date>> {
        let dates = match value {
            Value::Moment(Some(date), _) => vec![*date],
            Value::Moment(None, _) => {
                let wrong = self.wrong("sheet-date", at);
                self.found.push(wrong);
                return None;
            }
            value => self.dates_in(&value.to_string(), at)?,
        };
        if self.has(row, Kind::Day)
            && let Some((day, day_at)) = self.value(row, Kind::Day)
        {
            let weekdays = self.beside(&day, day_at);
            self.tell_weekdays(&weekdays, &dates, day_at);
        }
        Some(dates)
    }

    /// The weekdays in a cell beside dates.
    fn beside(&mut self, day: &Value, at: At) -> Vec<usize> {
        if let Value::Moment(Some(date), _) = day {
            return vec![offset(date.weekday())];
        }
        let text = day.to_string();
        if is_nothing(&text) {
            return Vec::new();
        }
        let days = days::parse(&text, self.term).map_err(|fault| {
            let wrong = self.day_fault(fault, at);
            self.found.push(wrong);
        });
        days.into_iter().flatten().flat_map(|days| days.weekdays).collect()
    }

    /// Weekdays beside dates have to be theirs: one each, or together those of all.
    fn tell_weekdays(&mut self, weekdays: &[usize], dates: &[Date], at: At) {
        let own = |date: &Date| offset(date.weekday());
        let each = weekdays.len() == dates.len();
        let mut pairs = dates.iter().zip(weekdays);
        let other = match pairs.find(|(date, weekday)| own(date) != **weekday) {
            Some((date, _)) if each => Some(date),
            _ => dates.iter().find(|date| !weekdays.is_empty() && !weekdays.contains(&own(date))),
        };
        if let Some(other) = other {
            let wrong = self.wrong("sheet-date-weekday", at).with("date", other.to_string());
            self.found.push(wrong);
        }
    }

    /// The dates in a text of dates and weekdays; anything else in it is an error.
    fn dates_in(&mut self, text: &str, at: At) -> Option<Vec<Date>> {
        let found = dates::find(text);
        let mut rest = text.to_owned();
        for date in found.iter().rev() {
            rest.replace_range(date.range.clone(), " ");
        }
        let allowed = |token: &Token| match token {
            Token::Word(word) => {
                matches!(word.as_str(), "и" | "г" | "года") || days::weekday(word).is_some()
            }
            Token::Number(_) => false,
            Token::Mark(mark) => ",;.\n()".contains(*mark),
        };
        let clean = tokens(&rest).iter().all(allowed);
        let dates: Option<Vec<Date>> = found.iter().map(|date| date.date(self.term)).collect();
        let dates = dates.filter(|dates| clean && !dates.is_empty());
        let Some(dates) = dates else {
            let wrong = self.wrong("sheet-date", at);
            self.found.push(wrong);
            return None;
        };
        let rest = tokens(&rest);
        let words = rest.iter().filter_map(Token::word);
        let weekdays: Vec<usize> = words.filter_map(days::weekday).collect();
        self.tell_weekdays(&weekdays, &dates, at);
        Some(dates)
    }

    /// The times of a row.
    fn times(&mut self, row: u32) -> Option<(Vec<Range>, At)> {
        if self.has(row, Kind::Time) {
            let (value, at) = self.value(row, Kind::Time)?;
            if let Value::Moment(_, Some(start)) = value {
                return self.with_length(row, start, at);
            }
            let text = value.to_string();
            return match (times::ranges(&text), times::single(&text)) {
                (Ok(ranges), _) => Some((ranges, at)),
                (Err(times::Fault::NoEnd), Some(start)) => self.with_length(row, start, at),
                (Err(fault), _) => self.time_fault(fault, at),
            };
        }
        let Some((value, at)) = self.value(row, Kind::Start) else {
            return self.empty(row, self.time_kind());
        };
        let start = self.clock(&value, at)?;
        if !self.has(row, Kind::End) {
            return self.with_length(row, start, at);
        }
        let (value, end_at) = self.value(row, Kind::End)?;
        let end = self.clock(&value, end_at)?;
        if end <= start {
            self.time_fault(times::Fault::Order, end_at)
        } else {
            Some((vec![(start, end)], at))
        }
    }

    /// The kind of column where times stand in this table.
    pub(super) fn time_kind(&self) -> Kind {
        let kinds = [Kind::Time, Kind::Start, Kind::DayTime];
        let has = |kind: &Kind| self.layout.column(*kind).is_some();
        kinds.into_iter().find(has).unwrap_or(Kind::Time)
    }

    /// A begin with the duration of the row's column for it.
    fn with_length(&mut self, row: u32, start: u16, at: At) -> Option<(Vec<Range>, At)> {
        let Some((value, length_at)) = self.value(row, Kind::Length) else {
            return self.time_fault(times::Fault::NoEnd, at);
        };
        let minutes = match value {
            Value::Moment(None, minutes) => minutes,
            value => times::duration(&value.to_string()),
        };
        let Some(end) =
            minutes.and_then(|minutes| start.checked_add(minutes)).filter(|end| *end <= 1440)
        else {
            return self.time_fault(times::Fault::Shape, length_at);
        };
        Some((vec![(start, end)], at))
    }

    /// A time of its own cell: of Excel, as text, as 14.3 (14,30 that became a number), as 1430.
    fn clock(&mut self, value: &Value, at: At) -> Option<u16> {
        let minutes = match value {
            Value::Moment(None, minutes) | Value::Moment(Some(_), minutes @ Some(_)) => *minutes,
            Value::Number(number) if number.fract() != 0.0 => {
                times::single(&format!("{number:.2}"))
            }
            value => times::single(&value.to_string()),
        };
        match minutes {
            Some(minutes) => Some(minutes),
            None => self.time_fault(times::Fault::Shape, at),
        }
    }

    fn time_fault<T>(&mut self, fault: times::Fault, at: At) -> Option<T> {
        let cause = match fault {
            times::Fault::Shape => "shape",
            times::Fault::NoEnd => "end",
            times::Fault::Order => "order",
        };
        let wrong = self.wrong("sheet-time", at).with("cause", cause);
        self.found.push(wrong);
        None
    }

    /// Tells that an indispensable cell is empty.
    pub(super) fn empty<T>(&mut self, row: u32, kind: Kind) -> Option<T> {
        let column = self.layout.column(kind);
        // A formula without a result is told of as such.
        if column.is_some_and(|column| self.sheet.at((row, column)).is_some()) {
            return None;
        }
        let at = (row, column.unwrap_or_default());
        let heading = column.and_then(|column| self.layout.columns.get(&column));
        let heading = heading.map_or("none", |column| column.text.as_str());
        let empty = Diagnostic::error("sheet-cell-empty", self.place(at)).with("heading", heading);
        self.found.push(empty);
        None
    }

    /// Times under the names of weekdays.
    fn week_slots(&mut self, row: u32, week: &[(u32, usize)]) -> Vec<Slot> {
        let mut slots = Vec::new();
        for (column, weekday) in week {
            let Some((value, at)) = self.value_at((row, *column)) else { continue };
            let text = value.to_string();
            if is_nothing(&text) || is_off(&text) {
                continue;
            }
            for piece in pieces(&text) {
                self.week_piece(&piece, *weekday, at, &mut slots);
            }
        }
        slots
    }

    /// One time with its room under the name of a weekday.
    fn week_piece(&mut self, piece: &str, weekday: usize, at: At, slots: &mut Vec<Slot>) {
        let (text, room) = split_room(piece);
        // «каб. 5 (1 и 3 неделя)» is no room.
        let rhythm = room.as_ref().is_some_and(|room| room.to_lowercase().contains("недел"));
        let ranges = match times::ranges(&text) {
            Ok(ranges) if !rhythm => ranges,
            wrong => {
                self.time_fault::<()>(wrong.err().unwrap_or(times::Fault::Shape), at);
                return;
            }
        };
        let weekdays = vec![weekday];
        let when = When::Days(Days { weekdays, rhythm: days::Rhythm::Weekly });
        slots.extend(ranges.into_iter().map(|time| Slot {
            when: when.clone(),
            day_at: at,
            time,
            time_at: at,
            room: room.clone().map(|room| (room, at)),
        }));
    }

    /// Days and times in one cell: «вт 14.30–15.15, чт 16.00–17.00».
    fn day_times(&mut self, text: &str, at: At, row: u32) -> Vec<Slot> {
        let mut slots = Vec::new();
        let parts = parts(text);
        if parts.is_empty() {
            self.empty::<()>(row, Kind::Day);
            self.time_fault::<()>(times::Fault::Shape, at);
        }
        for (days, hours) in parts {
            let value = Value::Text(days);
            let Some(days) = self.weekdays(&value, at) else { continue };
            let ranges = match times::ranges(&hours) {
                Ok(ranges) => ranges,
                Err(fault) => {
                    self.time_fault::<()>(fault, at);
                    continue;
                }
            };
            for when in days {
                slots.extend(ranges.iter().map(|time| Slot {
                    when: when.clone(),
                    day_at: at,
                    time: *time,
                    time_at: at,
                    room: None,
                }));
            }
        }
        slots
    }
}

/// The dates of one cell.
fn placed(dates: Vec<Date>, at: At) -> When {
    When::Dates(dates.into_iter().map(|date| (date, at)).collect())
}

fn offset(day: Weekday) -> usize {
    usize::from(day.to_monday_zero_offset().unsigned_abs())
}
