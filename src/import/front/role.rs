//! The words by which stamps, orders and acts are known.

use super::Role;

/// First words of stamps, and what they attest.
pub(super) const HEADS: [(&str, Role); 14] = [
    ("утв", Role::Approved),
    ("утверждаю", Role::Approved),
    ("утверждено", Role::Approved),
    ("утвержден", Role::Approved),
    ("утверждён", Role::Approved),
    ("утверждена", Role::Approved),
    ("утверждены", Role::Approved),
    ("принято", Role::Adopted),
    ("принят", Role::Adopted),
    ("принята", Role::Adopted),
    ("согласовано", Role::Agreed),
    ("согласован", Role::Agreed),
    ("рассмотрено", Role::Agreed),
    ("рассмотрен", Role::Agreed),
];
/// First words of titles.
pub(super) const ACTS: [&str; 9] = [
    "регламент",
    "положение",
    "порядок",
    "правила",
    "инструкция",
    "кодекс",
    "устав",
    "программа",
    "график",
];

/// The role of the stamp that `text` begins, and where its word ends, in bytes.
pub(super) fn role(text: &str) -> Option<(Role, usize)> {
    let start = text.find(char::is_alphanumeric)?;
    let (before, rest) = text.split_at(start);
    // «(утв. приказом …)» below the title.
    if !before.contains('(') && !rest.starts_with(char::is_uppercase) {
        return None;
    }
    let is_break = |c: char| !c.is_alphabetic();
    let end = rest.find(is_break).unwrap_or(rest.len());
    let known = |word: &str| {
        let word = word.to_lowercase();
        HEADS.iter().find(|(head, _)| *head == word).map(|(_, role)| *role)
    };
    if let Some(role) = rest.get(..end).and_then(known) {
        return Some((role, start + end));
    }
    // «У Т В Е Р Ж Д А Ю».
    let mut spaced = String::new();
    for (at, c) in rest.char_indices().step_by(2).take_while(|(_, c)| c.is_alphabetic()) {
        spaced.push(c);
        let after = rest.get(at + c.len_utf8()..).unwrap_or_default();
        let word = after.chars().nth(1).is_none_or(|c| !c.is_uppercase());
        if let Some(role) = known(&spaced).filter(|_| word) {
            return Some((role, start + at + c.len_utf8()));
        }
        if !after.starts_with(' ') {
            break;
        }
    }
    None
}

/// «Приложение № 1 к приказу …» above the title: the act was approved by that order. Where the
/// order begins, in bytes, and how it is called as the one that approved.
pub(super) fn order(text: &str) -> Option<(usize, &'static str)> {
    let mut words = text.split_whitespace();
    let first = words.next()?.trim_matches(|c: char| !c.is_alphabetic());
    if !first.starts_with(char::is_uppercase) || first.to_lowercase() != "приложение" {
        return None;
    }
    let mut words = words.take(4).skip_while(|word| *word != "к").skip(1);
    let word = words.next()?;
    let known = match word.to_lowercase().as_str() {
        "приказу" => "приказом",
        "распоряжению" => "распоряжением",
        "постановлению" => "постановлением",
        _ => return None,
    };
    Some((word.as_ptr() as usize - text.as_ptr() as usize + word.len(), known))
}
