//! Phones and e-mail addresses in a text, and those that the content gives.

use std::ops::RangeInclusive;

use super::Act;
use super::flow::{Flow, fold};
use super::mailbox;
use crate::model::school::School;

/// What a contact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Phone,
    Email,
}

impl Kind {
    /// Name for the texts of findings.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Email => "email",
        }
    }
}

/// A phone or an e-mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Contact {
    pub(super) kind: Kind,
    /// For comparison: the digits of a phone without 8 or +7, an address in small letters.
    pub(super) value: String,
    /// The words as written.
    pub(super) words: String,
}

/// Fewest digits of a local phone number («0-00-77»).
const SHORTEST_LOCAL: usize = 5;

/// Digits of a Russian number without 8 or +7.
const NATIONAL: usize = 10;

impl Contact {
    /// Whether both are the same; a local number is the end of a full one.
    pub(super) fn same(&self, other: &Self) -> bool {
        let (a, b) = (&self.value, &other.value);
        let local = |a: &str, b: &str| a.len() >= SHORTEST_LOCAL && b.ends_with(a);
        self.kind == other.kind
            && (a == b || self.kind == Kind::Phone && (local(a, b) || local(b, a)))
    }

    /// Whether it looks like a person's: a number of a mobile network (9xx) or a mailbox of a
    /// free service with the name of a person.
    pub(super) fn is_private(&self) -> bool {
        match self.kind {
            Kind::Phone => self.value.len() == NATIONAL && self.value.starts_with('9'),
            Kind::Email => mailbox::is_personal(&self.value),
        }
    }
}

/// The phones and addresses in `words`, in their order by kind.
pub(super) fn contacts(words: &str) -> Vec<Contact> {
    let digits = words.bytes().filter(u8::is_ascii_digit).count();
    let mut out = if digits < SHORTEST_LOCAL { Vec::new() } else { phones(words) };
    out.extend(words.match_indices('@').filter_map(|(at, _)| email_around(words, at)));
    out
}

/// Whether `words` have a contact of this kind.
pub(super) fn has(words: &str, kind: Kind) -> bool {
    contacts(words).iter().any(|contact| contact.kind == kind)
}

fn email_around(words: &str, at: usize) -> Option<Contact> {
    let is_local = |c: char| c.is_alphanumeric() || "._%+-\\".contains(c);
    let is_domain = |c: char| c.is_alphanumeric() || c == '.' || c == '-';
    let local = words[..at].char_indices().rev().take_while(|(_, c)| is_local(*c)).last()?.0;
    let domain = words[at + 1..].find(|c| !is_domain(c)).map_or(words.len(), |end| at + 1 + end);
    let address = words[local..domain].trim_end_matches(['.', '-']);
    let sound = address.get(at + 1 - local..).is_some_and(|domain| domain.contains('.'));
    // A backslash before `_` is left over from Markdown.
    let value = address.replace('\\', "").to_lowercase();
    sound.then(|| Contact { kind: Kind::Email, value, words: address.to_owned() })
}

fn phones(words: &str) -> Vec<Contact> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(at) = words[from..].find(|c: char| c.is_ascii_digit() || c == '+' || c == '(') {
        let start = from + at;
        let found = phone_at(words, start);
        let rest = &words[start..];
        let length = found.as_ref().map_or_else(|| number_end(rest), |phone| phone.words.len());
        from = start + length.max(1);
        out.extend(found);
    }
    out
}

/// Where the run of digits at the beginning ends.
fn number_end(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len())
}

/// The phone that begins at byte `start`, if one does.
fn phone_at(words: &str, start: usize) -> Option<Contact> {
    let before = words[..start].chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || "+-–/.№@_".contains(c)) {
        return None;
    }
    let rest = &words[start..];
    let after_name = names_phone(&words[..start]);
    let full = match rest.chars().next()? {
        '+' => 11..=13,
        '7' | '8' => 11..=11,
        '(' => NATIONAL..=NATIONAL,
        _ if after_name => NATIONAL..=NATIONAL,
        _ => 0..=0,
    };
    let local = if after_name { SHORTEST_LOCAL..=7 } else { 0..=0 };
    let number = [full, local].into_iter().find_map(|digits| digits_of(rest, digits))?;
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let prefixed = digits.len() == NATIONAL + 1 && digits.starts_with(['7', '8']);
    let value = if prefixed { digits[1..].to_owned() } else { digits };
    Some(Contact { kind: Kind::Phone, value, words: number.to_owned() })
}

/// The longest beginning of `text` that has as many digits and is not followed by another one.
fn digits_of(text: &str, wanted: RangeInclusive<usize>) -> Option<&str> {
    let (mut count, mut best) = (0, None);
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() {
            count += 1;
            let next = text[at + 1..].chars().next();
            let ends = !next.is_some_and(|c| c.is_alphanumeric() || c == '-');
            if wanted.contains(&count) && ends {
                best = Some(at + 1);
            }
        } else if !(" ()-–‑".contains(c) || at == 0 && c == '+') {
            break;
        }
        if count > *wanted.end() {
            break;
        }
    }
    best.map(|end| &text[..end])
}

/// Whether `before` ends with «тел.», «по телефону:», «факс».
fn names_phone(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '.', ':', '–', '-', '—']);
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let word = fold(word);
    word == "тел" || ["телефон", "факс"].iter().any(|stem| word.starts_with(stem))
}

/// The phones and addresses of the school itself and of its consultants.
pub(super) fn of_school(school: &School) -> Vec<Contact> {
    let people = school.timetables.iter().flat_map(|timetable| &timetable.people);
    let people = people.flat_map(|person| [&person.phone, &person.email]);
    let own = [&school.phone, &school.email].into_iter().chain(people);
    own.flatten().flat_map(|words| given(words)).collect()
}

/// The phones and addresses of the founder and of the support desk.
fn of_others(school: &School) -> Vec<Contact> {
    let founder = school.founder.iter().flat_map(|founder| [&founder.phone, &founder.email]);
    let desk = school.system.iter().filter_map(|system| system.desk.as_ref());
    let desk = desk.flat_map(|desk| {
        let phones = desk.phones.iter().map(|phone| &phone.number);
        phones.chain(&desk.emails)
    });
    founder.flatten().chain(desk).flat_map(|words| given(words)).collect()
}

/// The contacts in a value of the content; a value that reads like none is a phone as it is.
fn given(words: &str) -> Vec<Contact> {
    let found = contacts(words);
    if !found.is_empty() {
        return found;
    }
    let value: String = words.chars().filter(char::is_ascii_digit).collect();
    vec![Contact { kind: Kind::Phone, value, words: words.to_owned() }]
}

/// The contacts of the text that the content does not give, each at its first place.
pub(super) fn strangers<'a>(act: &'a Act<'_>) -> Vec<(&'a Flow, Contact)> {
    let mut known = of_school(act.school);
    known.extend(of_others(act.school));
    let mut out = Vec::new();
    for flow in &act.flows {
        for contact in contacts(&flow.words) {
            if !known.iter().any(|known| contact.same(known)) {
                known.push(contact.clone());
                out.push((flow, contact));
            }
        }
    }
    out
}
