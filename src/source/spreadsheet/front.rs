//! What a sheet says outside of its table: since when the timetable is valid, by which order, for
//! whom, and what else is to be known.

use jiff::civil::Date;

use super::dates;
use super::grid::At;
use super::text::{Token, key, one_line, placed, tokens};
use super::whom;

/// A value and the cell it came from.
pub(super) type Found<T> = Option<(T, At)>;

/// The facts that were found.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) from: Found<Date>,
    pub(super) to: Found<Date>,
    /// Whether the period was concluded from the name of a school year or half-year.
    pub(super) concluded: bool,
    pub(super) approved: Found<Date>,
    pub(super) by: Found<String>,
    pub(super) order: Found<String>,
    pub(super) note: Found<String>,
    pub(super) audience: Found<Vec<&'static str>>,
    /// Cells that were understood, also those that say nothing new.
    pub(super) used: Vec<At>,
    /// Cells that name a date which is none.
    pub(super) wrong: Vec<At>,
}

/// A cell outside of the table.
#[derive(Debug, Clone)]
pub(super) struct Outside {
    pub(super) at: At,
    pub(super) text: String,
}

/// What a cell that names a fact says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    From,
    To,
    Period,
    Approved,
    Order,
    By,
    Note,
    Audience,
}

const NAMES: [(&str, Name); 24] = [
    ("действуетс", Name::From),
    ("началодействия", Name::From),
    ("датаначала", Name::From),
    ("действуетпо", Name::To),
    ("действуетдо", Name::To),
    ("окончаниедействия", Name::To),
    ("датаокончания", Name::To),
    ("действует", Name::Period),
    ("период", Name::Period),
    ("периоддействия", Name::Period),
    ("срокдействия", Name::Period),
    ("утвержден", Name::Approved),
    ("утверждено", Name::Approved),
    ("датаутверждения", Name::Approved),
    ("датаприказа", Name::Approved),
    ("приказ", Name::Order),
    ("приказ№", Name::Order),
    ("номерприказа", Name::Order),
    ("№приказа", Name::Order),
    ("кемутвержден", Name::By),
    ("примечание", Name::Note),
    ("примечания", Name::Note),
    ("длякого", Name::Audience),
    ("категория", Name::Audience),
];

/// The facts in `cells`, which stand in the order of rows; the table begins with the row `first`.
pub(super) fn facts(cells: &[Outside], first: u32) -> Facts {
    let mut facts = Facts::default();
    let rest = facts.named(cells);
    for cell in &rest {
        facts.period(&cell.text, cell.at);
    }
    if facts.from.is_none() {
        facts.period_of_rows(&rest);
    }
    if facts.from.is_none() {
        for cell in &rest {
            facts.school_year(cell);
        }
    }
    facts.approval(&rest);
    // Below the table «консультаций не будет» is no title.
    for cell in rest.iter().filter(|cell| cell.at.0 < first) {
        facts.title(cell);
    }
    facts.used.sort_unstable();
    facts.used.dedup();
    facts
}

impl Facts {
    /// Takes the facts that are named («Действует с» | «01.09.2026»); the cells that are left.
    fn named(&mut self, cells: &[Outside]) -> Vec<Outside> {
        let mut rest = Vec::new();
        let mut index = 0;
        while let Some(cell) = cells.get(index) {
            index += 1;
            let (label, own) = match cell.text.split_once(':') {
                Some((label, own)) => (label, own.trim()),
                None => (cell.text.as_str(), ""),
            };
            let label = key(label);
            let name = NAMES.iter().find(|(known, _)| *known == label).map(|(_, name)| *name);
            let next = cells.get(index).filter(|next| own.is_empty() && next.at.0 == cell.at.0);
            let value = if own.is_empty() {
                next.map(|next| (next.text.as_str(), next.at))
            } else {
                Some((own, cell.at))
            };
            let taken = name.zip(value).is_some_and(|(name, (text, at))| self.take(name, text, at));
            if taken {
                self.used.push(cell.at);
                self.used.extend(next.map(|next| next.at));
                index += usize::from(next.is_some());
            } else {
                rest.push(cell.clone());
            }
        }
        rest
    }

    /// Takes one named fact; `false` if the text is not what the name promises.
    fn take(&mut self, name: Name, text: &str, at: At) -> bool {
        let date = || dates::find(text).first().and_then(|date| date.date(None));
        match name {
            Name::From => self.from = date().map(|date| (date, at)),
            Name::To => self.to = date().map(|date| (date, at)),
            Name::Period => {
                self.period(text, at);
                return self.from.is_some();
            }
            Name::Approved => {
                self.order = self.order.take().or_else(|| order(text).map(|order| (order, at)));
                self.by = self.by.take().or_else(|| by(text).map(|by| (by, at)));
                self.approved = date().map(|date| (date, at));
            }
            Name::Order => {
                let bare = one_line(text.trim_start_matches('№'));
                let order = order(text).or(Some(bare).filter(|bare| !bare.contains(' ')));
                self.by.get_or_insert_with(|| ("приказом директора".to_owned(), at));
                self.approved = self.approved.or_else(|| date().map(|date| (date, at)));
                self.order = order.map(|order| (order, at));
                return self.order.is_some();
            }
            Name::By => self.by = Some((one_line(text), at)),
            Name::Note => self.note = Some((one_line(text), at)),
            Name::Audience => {
                self.audience = whom::audience(text).map(|whom| (whom.groups, at));
                return self.audience.is_some();
            }
        }
        let is_date = matches!(name, Name::From | Name::To | Name::Approved);
        if is_date && date().is_none() {
            self.wrong.push(at);
        }
        true
    }

    /// «с 01.09.2026 по 30.12.2026», «01.09.2026 – 30.12.2026».
    fn period(&mut self, text: &str, at: At) {
        if self.from.is_some() {
            return;
        }
        let found = dates::find(text);
        for (first, second) in found.iter().zip(found.iter().skip(1)) {
            let between = text.get(first.range.end..second.range.start).unwrap_or_default();
            let between: Vec<Token> = tokens(between);
            let joins = between
                .iter()
                .any(|token| token.is('-') || matches!(token.word(), Some("по" | "до")));
            let fill = |token: &Token| {
                token.is('-')
                    || token.is('.')
                    || matches!(token.word(), Some("по" | "до" | "г" | "года"))
            };
            let to = second.date(None);
            // «с 1 сентября по 30 декабря 2026 г.»
            let from = first.date(None).or_else(|| {
                let year = to?.year();
                super::dates::Written { year: Some(year), ..first.clone() }.date(None)
            });
            if let (true, true, Some(from), Some(to)) = (joins, between.iter().all(fill), from, to)
            {
                (self.from, self.to) = (Some((from, at)), Some((to, at)));
                self.used.push(at);
                return;
            }
        }
    }

    /// A period whose words stand in several cells of a row.
    fn period_of_rows(&mut self, cells: &[Outside]) {
        for cell in cells {
            let row: Vec<&Outside> = cells.iter().filter(|other| other.at.0 == cell.at.0).collect();
            if row.len() < 2 || row.first().is_some_and(|first| first.at != cell.at) {
                continue;
            }
            let texts: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
            self.period(&texts.join(" "), cell.at);
            if self.from.is_some() {
                self.used.extend(row.iter().map(|cell| cell.at));
                return;
            }
        }
    }

    /// «на 1 полугодие 2026/2027 учебного года».
    fn school_year(&mut self, cell: &Outside) {
        let small = cell.text.to_lowercase();
        let year = tokens(&cell.text).windows(3).find_map(|window| match window {
            [Token::Number(first), Token::Mark('/' | '-'), second] => {
                let first: i16 = first.parse().ok().filter(|year| (2000..=2200).contains(year))?;
                let second = second.number(4).and_then(|year| i16::try_from(year).ok())?;
                (second == first + 1 || second == (first + 1) % 100).then_some(first)
            }
            _ => None,
        });
        let (Some(year), None, true) = (year, self.from, small.contains("учебн")) else {
            return;
        };
        if small.contains("четверт") || small.contains("триместр") {
            return;
        }
        let half = small.contains("полугод").then(|| {
            let words = tokens(&cell.text);
            words.iter().any(|token| {
                token.number(1) == Some(2)
                    || token.word().is_some_and(|word| word == "ii" || word.starts_with("второ"))
            })
        });
        let day = |year, month, day| Date::new(year, month, day).ok();
        let (from, to) = match half {
            None => (day(year, 9, 1), day(year + 1, 5, 31)),
            Some(false) => (day(year, 9, 1), day(year, 12, 31)),
            Some(true) => (day(year + 1, 1, 1), day(year + 1, 5, 31)),
        };
        self.from = from.map(|date| (date, cell.at));
        self.to = to.map(|date| (date, cell.at));
        self.concluded = true;
        self.used.push(cell.at);
    }

    /// «УТВЕРЖДАЮ», «приказом директора от 28.08.2026 № 65-од»: the stamp is the block of cells
    /// that begins with such a word, downwards in its column.
    fn approval(&mut self, cells: &[Outside]) {
        let Some(start) = cells.iter().find(|cell| is_stamp(&cell.text)) else { return };
        let mut block: Vec<&Outside> = Vec::new();
        for cell in cells.iter().filter(|cell| cell.at.1 == start.at.1 && cell.at >= start.at) {
            // One empty row within a stamp is usual.
            if block.last().is_some_and(|last| cell.at.0 > last.at.0 + 2) {
                break;
            }
            block.push(cell);
        }
        // Its words may go on in the same row.
        block.extend(cells.iter().filter(|cell| cell.at.0 == start.at.0 && cell.at.1 > start.at.1));
        let period = self.from.map(|(_, at)| at);
        let block: Vec<&Outside> =
            block.into_iter().filter(|c| Some(c.at) != period || c.at == start.at).collect();
        let texts: Vec<&str> = block.iter().map(|cell| cell.text.as_str()).collect();
        let all = texts.join("\n");
        // Of a cell that also names the period, what follows the word counts.
        let begin =
            all.to_lowercase().find("утвержд").filter(|_| Some(start.at) == period).unwrap_or(0);
        let stamp = all.get(begin..).unwrap_or(&all);
        let date = dates::find(stamp).first().and_then(|date| date.date(None));
        let of = |found: &dyn Fn(&str) -> bool| {
            block.iter().find(|cell| found(&cell.text)).map_or(start.at, |cell| cell.at)
        };
        if self.approved.is_none() {
            self.approved = date.map(|date| (date, of(&|text| !dates::find(text).is_empty())));
        }
        if self.order.is_none() {
            // «№» before the word is that of the school.
            let small = stamp.to_lowercase();
            let word = ["приказ", "распоряж"].iter().find_map(|word| small.find(word));
            let number = word.and_then(|at| stamp.get(at..)).and_then(order);
            let at =
                of(&|text| number.as_ref().is_some_and(|number| text.contains(number.as_str())));
            self.order = number.map(|number| (number, at));
        }
        if self.by.is_none() {
            self.by = by(stamp).map(|by| (by, start.at));
        }
        if date.is_some() {
            self.used.extend(block.iter().map(|cell| cell.at));
        }
    }

    /// The title says for whom the timetable is; its other words are not needed.
    fn title(&mut self, cell: &Outside) {
        let key = key(&cell.text);
        let is_title =
            ["график", "расписание", "консультаци"].iter().any(|stem| key.contains(stem));
        if !is_title || key.starts_with("примечани") {
            return;
        }
        self.used.push(cell.at);
        let small = cell.text.to_lowercase();
        let whom = small.find("для ").and_then(|at| small.get(at..)).and_then(whom::audience);
        if let (None, Some(whom)) = (&self.audience, whom) {
            self.audience = Some((whom.groups, cell.at));
        }
    }
}

fn is_stamp(text: &str) -> bool {
    let words = tokens(text);
    let mut words = words.iter().filter_map(Token::word);
    words.any(|w| ["утвержд", "приказ", "распоряжен"].iter().any(|stem| w.starts_with(stem)))
}

/// The number behind «№»: «65-од».
fn order(text: &str) -> Option<String> {
    let (_, after) = text.split_once('№')?;
    let number = after.trim_start().split([' ', '\n', ',', ';', '\u{a0}', '«', '_']).next()?;
    let number = number.trim_matches(['.', '_']);
    number.chars().any(|c| c.is_ascii_digit()).then(|| number.to_owned())
}

/// Who approved, as it follows «утверждён».
fn by(text: &str) -> Option<String> {
    let words: Vec<String> =
        placed(text).into_iter().filter_map(|(token, _)| token.word().map(str::to_owned)).collect();
    let has = |stem: &str| words.iter().any(|word| word.starts_with(stem));
    let by = match (has("приказ"), has("распоряж"), has("директор")) {
        (true, _, true) => "приказом директора",
        (true, _, false) => "приказом",
        (false, true, _) => "распоряжением",
        (false, false, true) => "директором",
        _ => return None,
    };
    Some(by.to_owned())
}
