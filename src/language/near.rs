//! What was probably meant by a word that nothing is named by.

use super::transliteration::slug;

/// How like two words must be for one to be meant by the other, 0 to 1 (Jaro–Winkler).
const ALIKE: f64 = 0.8;

/// Longest word that is looked at, in characters.
const LONGEST: usize = 80;

/// Cyrillic letters, and the Latin ones that look like them.
const LOOKS: [(&str, &str); 2] = [("авекмнорстухіѕј", "abekmhopctyxisj"), ("ёпгд", "enrg")];

/// Letters of the Russian keyboard, and the Latin ones on the same keys.
const KEYS: (&str, &str) = ("йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm");

/// Russian words (their beginnings; words of one or two letters whole) and the names that they
/// stand for, wherever such a name is possible.
const MEANINGS: [(&str, &str); 67] = [
    ("пн", "mon"),
    ("понед", "mon"),
    ("вт", "tue"),
    ("вторн", "tue"),
    ("ср", "wed"),
    ("сред", "wed"),
    ("чт", "thu"),
    ("четв", "thu"),
    ("пт", "fri"),
    ("пятн", "fri"),
    ("сб", "sat"),
    ("субб", "sat"),
    ("вс", "sun"),
    ("воскр", "sun"),
    ("все", "all"),
    ("родител", "parents"),
    ("сотрудник", "staff"),
    ("работник", "staff"),
    ("учител", "staff"),
    ("педагог", "staff"),
    ("учени", "pupils"),
    ("учащ", "pupils"),
    ("обучающ", "pupils"),
    ("да", "true"),
    ("истина", "true"),
    ("yes", "true"),
    ("on", "true"),
    ("нет", "false"),
    ("ложь", "false"),
    ("no", "false"),
    ("off", "false"),
    ("очно", "in-person"),
    ("лично", "in-person"),
    ("тел", "phone"),
    ("звон", "phone"),
    ("почт", "email"),
    ("письм", "email"),
    ("видео", "video"),
    ("год", "years"),
    ("лет", "years"),
    ("мес", "months"),
    ("календ", "calendar"),
    ("рабоч", "working"),
    ("рабоч", "workdays"),
    ("ежедн", "daily"),
    ("кругл", "always"),
    ("недел", "week"),
    ("послед", "last"),
    ("принят", "adopted"),
    ("согласов", "agreed"),
    ("рус", "ru"),
    ("англ", "en"),
    ("график", "timetable"),
    ("контакт", "contacts"),
    ("памятк", "memo"),
    ("извещ", "notice"),
    ("моск", "Europe/Moscow"),
    ("мск", "Europe/Moscow"),
    ("msk", "Europe/Moscow"),
    ("собр", "build"),
    ("сбор", "build"),
    ("сравн", "diff"),
    ("объясн", "explain"),
    ("провер", "check"),
    ("печат", "print"),
    ("опублик", "publish"),
    ("утверд", "approve"),
];

/// The candidate that was probably meant by `word`: misspelt, typed in Cyrillic letters that look
/// or sound alike or on the Russian keyboard, or said in Russian. `None` if none is like enough.
#[must_use]
pub fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let word: String = word.trim().to_lowercase().chars().take(LONGEST).collect();
    let readings = readings(&word);
    let scored = candidates.map(|candidate| (likeness(&word, &readings, candidate), candidate));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))?;
    (best.0 > ALIKE).then_some(best.1)
}

/// How like the word is to a candidate; more than 1 if the candidate is what it means.
fn likeness(word: &str, readings: &[String], candidate: &str) -> f64 {
    let means = |(russian, name): &(&str, &str)| {
        *name == candidate
            && if russian.chars().count() < 3 {
                word == *russian
            } else {
                word.starts_with(russian)
            }
    };
    if MEANINGS.iter().any(means) {
        return 2.0;
    }
    let candidate = candidate.to_lowercase();
    let scores = readings.iter().map(|reading| strsim::jaro_winkler(reading, &candidate));
    scores.fold(0.0, f64::max)
}

/// The word as it stands and, if it has Cyrillic letters, as it looks, sounds and lies on the keys.
fn readings(word: &str) -> Vec<String> {
    let mut readings = vec![word.to_owned()];
    if word.chars().any(|c| matches!(c, 'а'..='я' | 'ё' | 'і' | 'ѕ' | 'ј')) {
        let looks = LOOKS.iter().fold(word.to_owned(), |text, pair| replaced(&text, *pair));
        readings.push(looks);
        // A Cyrillic «р» among Latin letters is a «p» by look and an «r» by sound.
        readings.push(slug(word, LONGEST));
        readings.push(replaced(word, KEYS));
    }
    readings
}

/// `text` with each letter of the first row as that of the second.
fn replaced(text: &str, (from, to): (&str, &str)) -> String {
    let letter = |c: char| from.chars().zip(to.chars()).find(|(old, _)| *old == c);
    text.chars().map(|c| letter(c).map_or(c, |(_, new)| new)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_is_found() {
        let cases: [(&str, &[&str], Option<&str>); 18] = [
            ("рoom", &["room", "reason", "topic"], Some("room")),
            ("rооm", &["room", "reason", "topic"], Some("room")),
            ("кщщь", &["room", "reason", "topic"], Some("room")),
            ("rom", &["room", "reason", "topic"], Some("room")),
            ("ROOM", &["room", "reason"], Some("room")),
            ("пн", &["mon", "tue", "sun", "all"], Some("mon")),
            ("Воскресенье", &["mon", "tue", "sun"], Some("sun")),
            ("вс", &["sun", "all"], Some("sun")),
            ("все", &["sun", "all"], Some("all")),
            ("monday", &["mon", "tue", "wed"], Some("mon")),
            ("родители", &["all", "parents", "staff"], Some("parents")),
            ("да", &["true", "false"], Some("true")),
            ("года", &["years", "months"], Some("years")),
            ("licey", &["licey-2", "kansk-2"], Some("licey-2")),
            ("лицей-2", &["licey-2", "kansk-2"], Some("licey-2")),
            ("срусл", &["check", "build"], Some("check")),
            ("погода", &["check", "build", "room"], None),
            ("", &["check"], None),
        ];
        for (word, candidates, expected) in cases {
            assert_eq!(nearest(word, candidates.iter().copied()), expected, "{word}");
        }
        assert_eq!(nearest("ифыр", ["bash", "zsh"].into_iter()), Some("bash"));
        assert_eq!(nearest("графики", ["timetable", "act"].into_iter()), Some("timetable"));
    }
}
