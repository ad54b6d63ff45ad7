//! Forms of Russian nouns and adjectives.
//!
//! A stemmer takes one word and cuts it; that makes «лицей» and «лица» the same and «лицей» and
//! «лицея» different. Here two words are compared: what is left of each behind their common
//! beginning must be endings of one declension, and the first word is in the nominative, as
//! terms are.

use super::letters::fold;

/// Shortest common beginning, in letters.
const SHORTEST_STEM: usize = 3;

/// Endings of an adjective.
const ADJECTIVE: &str =
    "ый ий ой ого его ому ему ым им ом ем ая яя ую юю ей ою ое ее ые ие ых их ыми ими";

/// Endings of the nominative, and those of the other cases of the same word.
const DECLENSIONS: &[(&str, &str)] = &[
    ("", "а у ом ем е ы и ов ей ам ами ах"),
    ("ь", "я ю ем и ей ям ями ях ью е"),
    ("й", "я ю ем е и ев ям ями ях"),
    ("а", "ы и е у ой ою ей ам ами ах ов"),
    ("а", ""),
    ("я", "и е ю ей ью ь й ям ями ях"),
    ("о", "а у ом е ам ами ах"),
    ("о", ""),
    ("е", "я ю ем и й ям ями ях ей а у ам ами ах"),
    ("ы", "а у ом е ов ам ами ах"),
    ("ы", ""),
    ("и", "а я у ю ом ем е ов ев ей й ь ам ами ах ям ями ях"),
    ("ок", "ка ку ком ке ки ков кам ками ках"),
    ("ек", "ка ку ком ке ки ков кам ками ках"),
    ("ец", "ца цу цем це цы цев цам цами цах"),
    ("ень", "ня ню нем не ни ней ням нями нях"),
    ("ый", ADJECTIVE),
    ("ий", ADJECTIVE),
    ("ой", ADJECTIVE),
    ("ая", ADJECTIVE),
    ("яя", ADJECTIVE),
    ("ое", ADJECTIVE),
    ("ее", ADJECTIVE),
    ("ые", ADJECTIVE),
    ("ие", ADJECTIVE),
];

/// Whether `word` is a form of `term`, a word in the nominative; case and «ё» do not matter.
#[must_use]
pub fn inflects(term: &str, word: &str) -> bool {
    let pairs = || term.chars().map(fold).zip(word.chars().map(fold));
    let common = pairs().take_while(|(a, b)| a == b).count();
    if common < SHORTEST_STEM {
        return false;
    }
    let term: Vec<char> = term.chars().map(fold).collect();
    let word: Vec<char> = word.chars().map(fold).collect();
    if term == word {
        return true;
    }
    // «учреждение» and «учреждением» differ behind the ending of the first.
    let shortest = SHORTEST_STEM.max(common.saturating_sub(2));
    (shortest..=common).any(|at| declined(&term[at..], &word[at..]))
}

/// Whether the first is an ending of the nominative and the second one of the same declension.
fn declined(nominative: &[char], other: &[char]) -> bool {
    let is = |ending: &str, chars: &[char]| ending.chars().eq(chars.iter().copied());
    DECLENSIONS.iter().any(|(first, others)| {
        is(first, nominative) && others.split(' ').any(|ending| is(ending, other))
    })
}

#[cfg(test)]
mod tests {
    use super::inflects;

    #[test]
    fn forms_of_one_word() {
        let forms = [
            "оператор операторами оператору операторов",
            "школьный Школьном школьным школьная",
            "портал портале порталами",
            "служба службой служб службу",
            "учреждение учреждением учреждений учреждениях",
            "лицей лицея лицею лицеем",
            "заявитель заявителями заявителей",
            "организация организацией организаций",
            "участок участка участками",
            "учётный учетного",
        ];
        for line in forms {
            let mut words = line.split(' ');
            let first = words.next().expect("a word");
            for word in words {
                assert!(inflects(first, word), "{first} {word}");
            }
        }
    }

    #[test]
    fn other_words() {
        for (a, b) in [
            ("лицей", "лица"),
            ("оператор", "оперативный"),
            ("учреждение", "учредитель"),
            ("группа", "групповой"),
            ("школа", "школьный"),
            ("журнал", "журналист"),
            ("акт", "актив"),
        ] {
            assert!(!inflects(a, b), "{a} {b}");
        }
    }
}
