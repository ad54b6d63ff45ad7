//! Where and how a consultation is given, and links by which people reach somebody.

use crate::language::Catalogue;
use crate::language::dates::NBSP;
use crate::model::timetable::{Channel, Details, Person};

/// «кабинет 214», «по телефону +7 …», «по видеосвязи»; a room with a name stays as it is.
#[must_use]
pub fn place(
    catalogue: &Catalogue,
    details: &Details,
    room: Option<&str>,
    person: &Person,
) -> String {
    let by = match (details.channel, room) {
        (Channel::InPerson, Some(room)) => return named_room(catalogue, room),
        (Channel::InPerson, None) => return catalogue.text("channel-in-person").to_owned(),
        (Channel::Phone, _) => with_address(
            catalogue.text("channel-phone"),
            person.phone.as_deref().map(unbroken).as_deref(),
        ),
        (Channel::Email, _) => {
            with_address(catalogue.text("channel-email"), person.email.as_deref())
        }
        (Channel::Video, _) => catalogue.text("channel-video").to_owned(),
    };
    match room {
        Some(room) => format!("{by}, {}", named_room(catalogue, room)),
        None => by,
    }
}

fn with_address(words: &str, address: Option<&str>) -> String {
    address.map_or_else(|| words.to_owned(), |address| format!("{words} {address}"))
}

/// A room's number with the word for it; a room with a name of its own as it is.
#[must_use]
pub fn named_room(catalogue: &Catalogue, room: &str) -> String {
    if room.starts_with(|c: char| c.is_ascii_digit()) {
        format!("{}{NBSP}{room}", catalogue.text("site-room"))
    } else {
        room.to_owned()
    }
}

/// A phone number whose parts stay on one line.
#[must_use]
pub fn unbroken(phone: &str) -> String {
    phone.replace(' ', "\u{a0}")
}

/// `tel:` address of a number written for people: digits, and a plus at the begin. A Russian
/// number with the trunk prefix 8 gets +7, so that it can be dialled from everywhere.
#[must_use]
pub fn tel(phone: &str) -> String {
    let main = phone.split(['д', 'x', ',', ';']).next().unwrap_or(phone);
    let mut digits: String = main.chars().filter(char::is_ascii_digit).collect();
    let international = main.trim_start().starts_with('+');
    if !international && digits.len() == 11 && digits.starts_with('8') {
        digits.replace_range(..1, "+7");
    } else if international {
        digits.insert(0, '+');
    }
    format!("tel:{digits}")
}
