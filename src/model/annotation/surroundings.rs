//! Whose numbers a reference means: what stands around it.
//!
//! «п. 5 настоящего Регламента» is certain. «п. 3 ст. 29 Федерального закона», «пунктом 16
//! Правил», «п. 2 приказа» belong to another act, as does «п. 5 Регламента работы Службы
//! поддержки»; «п. 5 Регламента» at the end of a phrase is the act's own.

use super::letters::{
    after_stem, has_stem, is_abbreviation, is_capitalised, is_quote, is_space, same, words,
};
use super::references::Kind;

/// Whose the numbers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// The act as a whole («настоящего Регламента»).
    Act,
    /// Nothing says otherwise.
    Open,
    /// The sentence speaks of another document: only what resolves is a reference.
    Doubtful,
    /// Another act.
    Other,
}

/// What the numbers may be of if not of this act.
const OTHER: [&str; 25] = [
    "стать",
    "част",
    "глав",
    "закон",
    "федеральн",
    "кодекс",
    "конституци",
    "постановлени",
    "распоряжени",
    "приказ",
    "письм",
    "указа",
    "устав",
    "договор",
    "соглашени",
    "протокол",
    "инструкци",
    "стандарт",
    "требовани",
    "положени",
    "правил",
    "порядк",
    "программ",
    "рекомендаци",
    "методическ",
];

/// Words that make a sentence speak of another document.
const DOCUMENTS: [&str; 13] = [
    "закон",
    "кодекс",
    "конституци",
    "постановлени",
    "распоряжени",
    "приказ",
    "письм",
    "устав",
    "инструкци",
    "стандарт",
    "положени",
    "правил",
    "программ",
];

/// Abbreviations of laws and of their parts.
const LAWS: [&str; 12] =
    ["ст", "ч", "гл", "ФЗ", "ТК", "ГК", "УК", "НК", "СК", "КоАП", "ГОСТ", "СанПиН"];

/// Words that follow a count.
const UNITS: [&str; 25] = [
    "день",
    "дня",
    "дней",
    "дни",
    "раз",
    "раза",
    "час",
    "часа",
    "часов",
    "год",
    "года",
    "лет",
    "сутки",
    "суток",
    "класс",
    "класса",
    "классов",
    "лист",
    "листа",
    "листов",
    "рубль",
    "рубля",
    "рублей",
    "человек",
    "человека",
];

/// Beginnings of words that follow a count.
const UNIT_STEMS: [&str; 8] =
    ["рабоч", "календарн", "учебн", "недел", "минут", "месяц", "экземпляр", "процент"];

/// Whether the number before `after` counts something: «5 рабочих дней».
pub(super) fn counts(after: &str) -> bool {
    let word = first_word(after.trim_start_matches(['-', '–', 'х', 'м', 'и']));
    has_stem(word, &UNIT_STEMS) || UNITS.iter().any(|unit| same(word, unit))
}

/// Whose a reference is that has `before` before and `after` behind it in the same paragraph.
pub(super) fn owner(before: &str, after: &str, kind: Kind) -> Owner {
    let after = after.strip_prefix([')', '»', '"']).unwrap_or(after);
    let mut next = first_word(after);
    if kind == Kind::Appendix && same(next, "к") {
        let rest = after.trim_start_matches(is_space);
        return to_what(&rest[next.len()..]);
    }
    if has_stem(next, &["настоящ", "данн"]) {
        let rest = &after.trim_start_matches(is_space)[next.len()..];
        next = first_word(rest);
        let here = ["пункт", "подпункт", "раздел", "приложени", "абзац", "таблиц"];
        return if has_stem(next, &here) { Owner::Open } else { Owner::Act };
    }
    let ends = ends_phrase(after, next);
    if after_stem(next, "регламент").is_some() {
        return if ends { Owner::Open } else { Owner::Other };
    }
    if has_stem(next, &OTHER) {
        return if ends && is_capitalised(next) { Owner::Doubtful } else { Owner::Other };
    }
    let law = LAWS.iter().any(|law| same(next, law));
    if law || is_capitalised(next) && !is_abbreviation(next) {
        return Owner::Other;
    }
    if may_own(next) { Owner::Doubtful } else { owner_before(before) }
}

/// Whether `next` may be what the numbers belong to: a noun in the genitive («п. 3 заявки»).
fn may_own(next: &str) -> bool {
    let endings = ["ы", "и", "а", "я", "ов", "ев", "ей"];
    next.chars().nth(3).is_some() && endings.iter().any(|ending| next.ends_with(ending))
}

/// The owner of an appendix «к …».
fn to_what(after: &str) -> Owner {
    let word = first_word(after);
    let ends = ends_phrase(after, word);
    if has_stem(word, &["настоящ", "данн"]) || ends && has_stem(word, &["регламент"])
    {
        Owner::Act
    } else if ends && has_stem(word, &["порядк", "положени", "правил"]) {
        Owner::Doubtful
    } else {
        Owner::Other
    }
}

/// What the words before say.
fn owner_before(before: &str) -> Owner {
    let sentence = before
        .rfind(['.', ';', '!', '?'])
        .filter(|at| before[at + 1..].starts_with(is_space) && !ends_in_short_word(&before[..*at]));
    let sentence = sentence.map_or(before, |at| &before[at + 1..]);
    let mut list = words(sentence).map(|word| &sentence[word]);
    let last = list.by_ref().last().unwrap_or_default();
    let tail =
        sentence.trim_end_matches(|c: char| is_space(c) || matches!(c, ',' | '(' | ':' | '.'));
    let touches = tail.ends_with(last) && !last.is_empty();
    if touches && is_part_of_law(tail) {
        return Owner::Other;
    }
    let speaks = words(sentence).any(|word| has_stem(&sentence[word], &DOCUMENTS));
    let named = tail.ends_with(|c: char| is_quote(c) || c.is_ascii_digit());
    match (speaks, named) {
        (true, true) => Owner::Other,
        (true, false) => Owner::Doubtful,
        (false, _) => Owner::Open,
    }
}

/// Whether `before` ends with «ст. 29», «части 3», «ФЗ», «закона», «№ 482».
fn is_part_of_law(before: &str) -> bool {
    let ranges: Vec<_> = words(before).collect();
    let law = |word: &str| {
        LAWS.iter().any(|law| same(word, law))
            || has_stem(word, &["стать", "част", "закон", "кодекс"])
    };
    let mut back = ranges.iter().rev().map(|word| &before[word.clone()]);
    let last = back.next().unwrap_or_default();
    if !last.bytes().all(|b| b.is_ascii_digit()) {
        return law(last);
    }
    let number = ranges.last().map_or(before, |word| &before[..word.start]);
    number.trim_end().ends_with(['№', 'N']) || back.next().is_some_and(law)
}

/// Whether `text` ends with an abbreviation of a word: «г», «им», «ст».
fn ends_in_short_word(text: &str) -> bool {
    let letters = text.chars().rev().take_while(|c| c.is_alphabetic()).take(4).count();
    (1..=3).contains(&letters)
}

/// Whether the phrase ends behind `word`, the first of `after`.
fn ends_phrase(after: &str, word: &str) -> bool {
    let rest = &after.trim_start_matches(is_space)[word.len()..];
    !rest.trim_start_matches(is_space).starts_with(|c: char| c.is_alphabetic() || is_quote(c))
}

/// The word at the beginning of `text`, behind spaces; empty if something else is there.
fn first_word(text: &str) -> &str {
    let text = text.trim_start_matches(is_space);
    &text[..text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len())]
}
