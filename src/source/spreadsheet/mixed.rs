//! Cells that hold several things: days with times, a time with a room.

use std::ops::Range;

use super::text::{Token, key, one_line, placed};
use super::{days, times};

/// Days and times of a text in turn: times begin with a number that is no ordinal, days with a
/// word that is one.
pub(super) fn parts(text: &str) -> Vec<(String, String)> {
    let tokens = placed(text);
    let mut parts: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    let mut in_times = true;
    for (index, (token, range)) in tokens.iter().enumerate() {
        let is_day = token.word().is_some_and(|word| {
            days::weekday(word).is_some()
                || days::parse(word, None).is_ok()
                || word.starts_with("последн")
        });
        let is_hour = matches!(token, Token::Number(_)) && !is_ordinal(&tokens, index);
        if is_day && in_times {
            // «1-й вторник»: what stands before the first day belongs to it.
            let begin = if parts.is_empty() { 0 } else { range.start };
            parts.push((begin..range.end, range.end..range.end));
            in_times = false;
        } else if is_hour && !in_times {
            if let Some((days, times)) = parts.last_mut() {
                days.end = range.start;
                *times = range.start..range.end;
            }
            in_times = true;
        } else if let Some((days, times)) = parts.last_mut() {
            if in_times { times.end = range.end } else { days.end = range.end }
        }
    }
    let marks = [',', ';', ' ', '.', ':'];
    let cut = |range: Range<usize>| {
        one_line(text.get(range).unwrap_or_default()).trim_matches(marks).to_owned()
    };
    let days_of = |range| {
        let days = cut(range);
        days.trim_end_matches(" с").trim_end_matches(" в").trim_end_matches(marks).to_owned()
    };
    parts.into_iter().map(|(days, times)| (days_of(days), cut(times))).collect()
}

/// Whether the number is followed by the ending of an ordinal: «1-й».
fn is_ordinal(tokens: &[(Token, Range<usize>)], index: usize) -> bool {
    let token = |after: usize| tokens.get(index + after).map(|(token, _)| token);
    let ending = |token: Option<&Token>| {
        token
            .and_then(Token::word)
            .is_some_and(|word| ["й", "я", "ый", "ая", "ой", "ий"].contains(&word))
    };
    ending(token(1)) || token(1).is_some_and(|t| t.is('-')) && ending(token(2))
}

/// The parts of a cell that begin with a time each: «14.30–15.15 каб. 5; 16.00–16.30 каб. 6».
pub(super) fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for part in text.split_inclusive([',', ';', '\n']) {
        let begins = times::ranges(&split_room(part.trim_end_matches([',', ';', '\n'])).0).is_ok();
        match pieces.last_mut() {
            Some(last) if !begins => last.push_str(part),
            _ => pieces.push(part.to_owned()),
        }
    }
    let trimmed =
        |piece: String| piece.trim_start().trim_end_matches([',', ';', '\n', ' ']).to_owned();
    pieces.into_iter().map(trimmed).collect()
}

/// A room behind the time: «14.30–15.15, каб. 214».
pub(super) fn split_room(text: &str) -> (String, Option<String>) {
    let small = text.to_lowercase();
    let begin = ["каб", "ауд"].iter().find_map(|word| small.find(word));
    let Some((times, room)) = begin.and_then(|at| text.split_at_checked(at)) else {
        return (text.to_owned(), None);
    };
    let room =
        room.trim_start_matches(|c: char| c.is_alphabetic() || c == '.' || c == ' ' || c == '№');
    let room = one_line(room.trim_end_matches([')', ',', ';', ' ']));
    let times = times.trim_end_matches(['(', ',', ';', ' ']).to_owned();
    (times, (!room.is_empty()).then_some(room))
}

/// Whether a cell says that there is no consultation on that day.
pub(super) fn is_off(text: &str) -> bool {
    matches!(key(text).as_str(), "выходной" | "неприемный" | "неприемныйдень" | "х" | "x")
}

#[cfg(test)]
mod tests {
    use super::{parts, pieces, split_room};

    #[test]
    fn days_and_times_of_one_cell_are_parted() {
        let two = |text: &str| {
            parts(text).into_iter().map(|(d, t)| format!("{d}|{t}")).collect::<Vec<_>>()
        };
        assert_eq!(two("вт 14.30-15.15, чт 16.00-17.00"), ["вт|14.30-15.15", "чт|16.00-17.00"]);
        assert_eq!(two("Понедельник, среда: с 9 до 10 ч."), ["Понедельник, среда|9 до 10 ч"]);
        assert_eq!(two("1-й вторник месяца 14.30–15.15"), ["1-й вторник месяца|14.30–15.15"]);
        assert!(two("по договорённости").is_empty());
    }

    #[test]
    fn a_room_may_stand_beside_the_time() {
        let parted = split_room("14.30–15.15 (каб. 214)");
        assert_eq!(parted, ("14.30–15.15".to_owned(), Some("214".to_owned())));
        assert_eq!(split_room("14.30–15.15").1, None);
    }

    #[test]
    fn each_time_of_a_cell_has_its_room() {
        for text in [
            "14.30-15.15 каб. 5\n16.00-16.30 каб. 6",
            "14.30-15.15 каб. 5, 16.00-16.30 каб. 6",
            "14.30-15.15 каб. 5; 16.00-16.30 каб. 6",
        ] {
            let parted: Vec<_> = pieces(text).iter().map(|piece| split_room(piece)).collect();
            let room = |time: &str, room: &str| (time.to_owned(), Some(room.to_owned()));
            assert_eq!(parted, [room("14.30-15.15", "5"), room("16.00-16.30", "6")], "{text}");
        }
        assert_eq!(pieces("14,30-15,15"), ["14,30-15,15"]);
        assert_eq!(pieces("14.30–15.15, каб. 5"), ["14.30–15.15, каб. 5"]);
    }
}
