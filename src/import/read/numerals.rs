//! Numbers as office programs write them in front of paragraphs and notes.

/// How a number is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Numeral {
    /// `1`
    #[default]
    Decimal,
    /// `01`, at least so many digits.
    Padded(usize),
    /// `- 1 -`
    Dashed,
    /// `a`, `z`, `aa`, `bb`
    Latin,
    /// `A`
    LatinUpper,
    /// `a`, `z`, `aa`, `ab`
    LatinCounted,
    /// `A`
    LatinCountedUpper,
    /// `а`, `я`, `аа`, `бб` without ё, й, ъ and ь
    Russian,
    /// `А`
    RussianUpper,
    /// `а`, `я`, `аа`, `аб`
    RussianCounted,
    /// `А`
    RussianCountedUpper,
    /// `i`
    Roman,
    /// `I`
    RomanUpper,
    /// `*`, `†`, `‡`, `§`, then twice
    Chicago,
    /// Nothing.
    Nothing,
}

const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщыэюя";
const CHICAGO: &str = "*†‡§";
const ROMAN: [(usize, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];
/// Most repetitions of a letter, and greatest thousands of a Roman number: a file may say
/// anything.
const LONGEST: usize = 20;

impl Numeral {
    /// The number in this way of writing; letters and Roman numbers below 1 are decimal.
    pub(super) fn write(self, number: i64) -> String {
        let count = usize::try_from(number).unwrap_or_default();
        if count == 0 && !matches!(self, Self::Nothing | Self::Padded(_) | Self::Dashed) {
            return number.to_string();
        }
        match self {
            Self::Decimal => number.to_string(),
            Self::Padded(width) => format!("{number:0width$}"),
            Self::Dashed => format!("- {number} -"),
            Self::Latin => repeated(LATIN, count),
            Self::LatinUpper => repeated(LATIN, count).to_uppercase(),
            Self::LatinCounted => counted(LATIN, count),
            Self::LatinCountedUpper => counted(LATIN, count).to_uppercase(),
            Self::Russian => repeated(RUSSIAN, count),
            Self::RussianUpper => repeated(RUSSIAN, count).to_uppercase(),
            Self::RussianCounted => counted(RUSSIAN, count),
            Self::RussianCountedUpper => counted(RUSSIAN, count).to_uppercase(),
            Self::Roman => roman(count),
            Self::RomanUpper => roman(count).to_uppercase(),
            Self::Chicago => repeated(CHICAGO, count),
            Self::Nothing => String::new(),
        }
    }
}

/// `a` to `z`, then `aa` to `zz`.
fn repeated(letters: &str, number: usize) -> String {
    let count = letters.chars().count();
    let index = number.saturating_sub(1);
    let letter = letters.chars().nth(index % count).map(String::from).unwrap_or_default();
    letter.repeat((index / count + 1).min(LONGEST))
}

/// `a` to `z`, then `aa`, `ab` to `zz`.
fn counted(letters: &str, number: usize) -> String {
    let count = letters.chars().count();
    let mut rest = number;
    let mut digits = Vec::new();
    while rest > 0 {
        digits.extend(letters.chars().nth((rest - 1) % count));
        rest = (rest - 1) / count;
    }
    digits.into_iter().rev().collect()
}

/// In lower case.
fn roman(number: usize) -> String {
    if number > LONGEST * 1000 {
        return number.to_string();
    }
    let mut rest = number;
    let mut text = String::new();
    for (value, letters) in ROMAN {
        text += &letters.repeat(rest / value);
        rest %= value;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_and_libreoffice_write_them() {
        let written = |numeral: Numeral, numbers: &[i64]| {
            numbers.iter().map(|n| numeral.write(*n)).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(written(Numeral::Decimal, &[-1, 0, 10]), "-1 0 10");
        assert_eq!(written(Numeral::Padded(2), &[1, 10, 100]), "01 10 100");
        assert_eq!(written(Numeral::Dashed, &[1]), "- 1 -");
        assert_eq!(written(Numeral::Latin, &[0, 1, 26, 27, 53]), "0 a z aa aaa");
        assert_eq!(written(Numeral::LatinCountedUpper, &[1, 27, 28, 703]), "A AA AB AAA");
        assert_eq!(written(Numeral::Russian, &[1, 6, 7, 10, 25, 29, 30, 31]), "а е ж к щ я аа бб");
        assert_eq!(written(Numeral::RussianCountedUpper, &[29, 30, 31]), "Я АА АБ");
        assert_eq!(written(Numeral::RomanUpper, &[1, 4, 9, 14, 1994]), "I IV IX XIV MCMXCIV");
        assert_eq!(written(Numeral::Chicago, &[1, 4, 5]), "* § **");
        assert_eq!(Numeral::Nothing.write(3), "");
        assert_eq!(Numeral::Latin.write(i64::MAX).len(), LONGEST);
        assert_eq!(Numeral::Roman.write(i64::MAX), i64::MAX.to_string());
    }
}
