//! What a line of the timetable poster says beside time and room.

use jiff::civil::{Date, Weekday};

use crate::language::{Arg, Catalogue, dates, names};
use crate::model::audience::{Audience, Group};
use crate::model::occurrence::planned_dates;
use crate::model::timetable::{Channel, Details, Pattern, Person, Session, Timetable};

/// Longest text that is still set as large as a room number, in characters.
const LARGE: usize = 10;

/// «для родителей», «для родителей и обучающихся», «для всех».
pub(super) fn audience(catalogue: &Catalogue, audience: Audience) -> String {
    if audience == Audience::EVERYBODY {
        return catalogue.text("for-everybody").to_owned();
    }
    let mut groups = audience.groups();
    let (Some(first), second) = (groups.next(), groups.next()) else { return String::new() };
    let first_words = catalogue.text(for_group(first)).to_owned();
    second.map_or(first_words.clone(), |second| {
        let second = catalogue.text(with_group(second));
        let args = [("first", Arg::from(first_words)), ("second", second.into())];
        catalogue.format("poster-for-two", &args)
    })
}

/// Whom a session concerns beside `group`, as far as `group` should know: «и для обучающихся».
pub(super) fn also(catalogue: &Catalogue, audience: Audience, group: Group) -> &str {
    let pupils = group == Group::Parents && audience.contains(Group::Pupils);
    if pupils { catalogue.text("poster-also-pupils") } else { "" }
}

const fn for_group(group: Group) -> &'static str {
    match group {
        Group::Parents => "for-parents",
        Group::Staff => "for-staff",
        Group::Pupils => "for-pupils",
    }
}

const fn with_group(group: Group) -> &'static str {
    match group {
        Group::Parents => "poster-and-parents",
        Group::Staff => "poster-and-staff",
        Group::Pupils => "poster-and-pupils",
    }
}

/// «М. П. Иванова».
pub(super) fn person(person: &Person) -> String {
    names::with_initials(&person.name)
}

/// Where to come or how to reach, and whether it is short enough to be set large.
pub(super) fn place(
    catalogue: &Catalogue,
    details: &Details,
    room: Option<&str>,
    person: Option<&Person>,
) -> (String, bool) {
    let text = match (details.channel, room) {
        (Channel::InPerson, Some(room)) => self::room(catalogue, room),
        (Channel::InPerson, None) => String::new(),
        (Channel::Phone, _) => {
            let phone = person.and_then(|person| person.phone.as_deref());
            let unbroken = phone.map(|phone| phone.replace(' ', "\u{a0}"));
            unbroken.unwrap_or_else(|| catalogue.text("channel-phone").to_owned())
        }
        (Channel::Email, _) => catalogue.text("poster-by-email").to_owned(),
        (Channel::Video, _) => catalogue.text("channel-video").to_owned(),
    };
    let large = text.chars().count() <= LARGE;
    (text, large)
}

/// «каб. 214» for a number, a name («библиотека») as it is.
pub(super) fn room(catalogue: &Catalogue, room: &str) -> String {
    if room.starts_with(|c: char| c.is_ascii_digit()) {
        catalogue.format("poster-room", &[("room", room.into())])
    } else {
        room.to_owned()
    }
}

/// What makes a session differ from a plain weekly one: rhythm, term, appointment, topic.
/// `day` is the weekday under which it is printed, `None` for chosen dates.
pub(super) fn session(
    catalogue: &Catalogue,
    timetable: &Timetable,
    session: &Session,
    day: Option<Weekday>,
) -> Vec<String> {
    let mut remarks = Vec::new();
    remarks.extend(rhythm(catalogue, session, day));
    let chosen = matches!(session.pattern, Pattern::Dates(_));
    if !chosen {
        let from = (session.from > timetable.from).then_some(session.from);
        let to = (session.to < timetable.to).then_some(session.to);
        remarks.extend(narrower(catalogue, from, to));
    }
    if session.in_breaks && !chosen {
        remarks.push(catalogue.text("poster-in-breaks").to_owned());
    }
    let person = timetable.people.get(session.details.person);
    remarks.extend(details(catalogue, &session.details, person));
    remarks
}

/// Address for letters, appointment and topic.
pub(super) fn details(
    catalogue: &Catalogue,
    details: &Details,
    person: Option<&Person>,
) -> Vec<String> {
    let mut remarks = Vec::new();
    if let (Channel::Email, Some(email)) = (details.channel, person.and_then(|p| p.email.clone())) {
        remarks.push(email);
    }
    if let Some(booking) = &details.booking {
        let args = [("how", Arg::from(booking.trim_end_matches('.')))];
        remarks.push(catalogue.format("poster-booking", &args));
    }
    if let Some(topic) = &details.topic {
        remarks.push(topic.trim_end_matches('.').to_owned());
    }
    remarks
}

/// «через неделю, начиная с 7 сентября», «первый вторник месяца»; none for every week.
fn rhythm(catalogue: &Catalogue, session: &Session, day: Option<Weekday>) -> Option<String> {
    match (&session.pattern, day) {
        (Pattern::Weekly { interval, .. }, Some(day)) if *interval > 1 => {
            let first = planned_dates(session).into_iter().find(|date| date.weekday() == day)?;
            let args = [
                ("interval", Arg::from(*interval)),
                ("date", dates::day_month(catalogue, first).into()),
            ];
            Some(catalogue.format("poster-every-weeks", &args))
        }
        (Pattern::Monthly { nth, .. }, Some(day)) => {
            let args = [
                ("nth", Arg::from(*nth)),
                ("id", dates::weekday_id(day).into()),
                ("day", dates::weekday(catalogue, day).into()),
            ];
            Some(catalogue.format("poster-nth", &args))
        }
        _ => None,
    }
}

/// The part of the timetable's term in which a session takes place.
fn narrower(catalogue: &Catalogue, from: Option<Date>, to: Option<Date>) -> Option<String> {
    let words = |date: Date| Arg::from(dates::day_month(catalogue, date));
    match (from, to) {
        (Some(from), Some(to)) => {
            let args = [("from", words(from)), ("to", words(to))];
            Some(catalogue.format("poster-from-to", &args))
        }
        (Some(from), None) => Some(catalogue.format("poster-from", &[("from", words(from))])),
        (None, Some(to)) => Some(catalogue.format("poster-to", &[("to", words(to))])),
        (None, None) => None,
    }
}
