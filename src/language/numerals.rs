//! Numbers in words.

use super::Language;

/// Largest number that is written in words.
const LARGEST: u32 = 999_999;

/// Names of numbers in a language.
struct Names {
    /// 0 to 19.
    small: [&'static str; 20],
    /// 20, 30, … 90.
    tens: [&'static str; 8],
    /// 100, 200, … 900.
    hundreds: [&'static str; 9],
    /// Between tens and units.
    hyphen: &'static str,
}

const RUSSIAN: Names = Names {
    small: [
        "ноль",
        "один",
        "два",
        "три",
        "четыре",
        "пять",
        "шесть",
        "семь",
        "восемь",
        "девять",
        "десять",
        "одиннадцать",
        "двенадцать",
        "тринадцать",
        "четырнадцать",
        "пятнадцать",
        "шестнадцать",
        "семнадцать",
        "восемнадцать",
        "девятнадцать",
    ],
    tens: [
        "двадцать",
        "тридцать",
        "сорок",
        "пятьдесят",
        "шестьдесят",
        "семьдесят",
        "восемьдесят",
        "девяносто",
    ],
    hundreds: [
        "сто",
        "двести",
        "триста",
        "четыреста",
        "пятьсот",
        "шестьсот",
        "семьсот",
        "восемьсот",
        "девятьсот",
    ],
    hyphen: " ",
};

const ENGLISH: Names = Names {
    small: [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ],
    tens: ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
    hundreds: [
        "one hundred",
        "two hundred",
        "three hundred",
        "four hundred",
        "five hundred",
        "six hundred",
        "seven hundred",
        "eight hundred",
        "nine hundred",
    ],
    hyphen: "-",
};

/// `number` in words, as it counts things of masculine gender: «двадцать один» (лист),
/// “twenty-one”. Up to 999,999; greater numbers stay figures.
#[must_use]
pub fn in_words(language: Language, number: u32) -> String {
    let names = match language {
        Language::Russian => &RUSSIAN,
        Language::English => &ENGLISH,
    };
    if number > LARGEST {
        return number.to_string();
    }
    let (thousands, rest) = (number / 1000, number % 1000);
    let mut parts = Vec::new();
    if thousands > 0 {
        let count = below_thousand(names, thousands);
        parts.push(match language {
            Language::Russian => russian_thousands(&count, thousands),
            Language::English => format!("{count} thousand"),
        });
    }
    if rest > 0 || thousands == 0 {
        parts.push(below_thousand(names, rest));
    }
    parts.join(" ")
}

/// A number of 0 to 999.
fn below_thousand(names: &Names, number: u32) -> String {
    let (hundreds, rest) = (number / 100, number % 100);
    let mut parts = Vec::new();
    parts.extend(name(&names.hundreds, hundreds, 1));
    if rest < 20 {
        parts.extend(name(&names.small, rest, 0).filter(|_| rest > 0 || hundreds == 0));
        return parts.join(" ");
    }
    let tens = name(&names.tens, rest / 10, 2).unwrap_or_default();
    let units = name(&names.small, rest % 10, 0).filter(|_| !rest.is_multiple_of(10));
    let last = units.map_or(tens.to_owned(), |units| format!("{tens}{}{units}", names.hyphen));
    let mut out = parts.join(" ");
    out.push_str(if out.is_empty() { "" } else { " " });
    out + &last
}

/// The name of `number` in a list that begins with `first`.
fn name(list: &[&'static str], number: u32, first: u32) -> Option<&'static str> {
    let index = number.checked_sub(first).and_then(|index| usize::try_from(index).ok())?;
    list.get(index).copied()
}

/// «одна тысяча», «двадцать две тысячи», «пять тысяч»: a thousand is of feminine gender.
fn russian_thousands(count: &str, thousands: u32) -> String {
    let teens = (11..=14).contains(&(thousands % 100));
    let (last, feminine, noun) = match thousands % 10 {
        1 if !teens => ("один", "одна", "тысяча"),
        2 if !teens => ("два", "две", "тысячи"),
        3 | 4 if !teens => ("", "", "тысячи"),
        _ => ("", "", "тысяч"),
    };
    let count = count.strip_suffix(last).unwrap_or(count);
    format!("{count}{feminine} {noun}")
}

#[cfg(test)]
mod tests {
    use super::in_words;
    use crate::language::Language;

    #[test]
    fn russian() {
        for (number, words) in [
            (0, "ноль"),
            (1, "один"),
            (2, "два"),
            (9, "девять"),
            (10, "десять"),
            (11, "одиннадцать"),
            (12, "двенадцать"),
            (14, "четырнадцать"),
            (19, "девятнадцать"),
            (20, "двадцать"),
            (21, "двадцать один"),
            (40, "сорок"),
            (42, "сорок два"),
            (90, "девяносто"),
            (99, "девяносто девять"),
            (100, "сто"),
            (101, "сто один"),
            (111, "сто одиннадцать"),
            (200, "двести"),
            (340, "триста сорок"),
            (512, "пятьсот двенадцать"),
            (999, "девятьсот девяносто девять"),
            (1000, "одна тысяча"),
            (1001, "одна тысяча один"),
            (2022, "две тысячи двадцать два"),
            (3003, "три тысячи три"),
            (5000, "пять тысяч"),
            (9999, "девять тысяч девятьсот девяносто девять"),
            (11_000, "одиннадцать тысяч"),
            (12_012, "двенадцать тысяч двенадцать"),
            (21_100, "двадцать одна тысяча сто"),
            (112_000, "сто двенадцать тысяч"),
            (122_000, "сто двадцать две тысячи"),
            (1_000_000, "1000000"),
        ] {
            assert_eq!(in_words(Language::Russian, number), words, "{number}");
        }
    }

    #[test]
    fn english() {
        for (number, words) in [
            (0, "zero"),
            (1, "one"),
            (13, "thirteen"),
            (30, "thirty"),
            (42, "forty-two"),
            (100, "one hundred"),
            (112, "one hundred twelve"),
            (999, "nine hundred ninety-nine"),
            (1000, "one thousand"),
            (2021, "two thousand twenty-one"),
            (12_300, "twelve thousand three hundred"),
        ] {
            assert_eq!(in_words(Language::English, number), words, "{number}");
        }
    }

    /// No two numbers have the same name, and no name has a space too many.
    #[test]
    fn all_differ() {
        for language in [Language::Russian, Language::English] {
            let names: Vec<String> = (0..=9999).map(|number| in_words(language, number)).collect();
            assert!(names.iter().all(|name| !name.contains("  ") && name.trim() == name));
            let mut unique = names.clone();
            unique.sort();
            unique.dedup();
            assert_eq!(unique.len(), names.len());
        }
    }
}
