//! Russian cases: numbers with what they count, and names of organisations.

use super::Language;
use super::numerals::in_words;

/// Largest number that is written in words in every case.
const LARGEST: u32 = 100;

/// A case (падеж).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// Именительный.
    Nominative,
    /// Родительный.
    Genitive,
    /// Дательный.
    Dative,
    /// Винительный.
    Accusative,
    /// Творительный.
    Instrumental,
    /// Предложный.
    Prepositional,
}

/// The cases with their names.
const CASES: [(&str, Case); 6] = [
    ("именительный", Case::Nominative),
    ("родительный", Case::Genitive),
    ("дательный", Case::Dative),
    ("винительный", Case::Accusative),
    ("творительный", Case::Instrumental),
    ("предложный", Case::Prepositional),
];

impl Case {
    /// The case with this Russian name: `родительный`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        CASES.iter().find(|(known, _)| *known == name).map(|(_, case)| *case)
    }

    /// The one of these forms, which are in the order of the cases.
    const fn of(self, forms: [&str; 6]) -> &str {
        let [nominative, genitive, dative, accusative, instrumental, prepositional] = forms;
        match self {
            Self::Nominative => nominative,
            Self::Genitive => genitive,
            Self::Dative => dative,
            Self::Accusative => accusative,
            Self::Instrumental => instrumental,
            Self::Prepositional => prepositional,
        }
    }

    /// Names of all cases.
    pub fn names() -> impl Iterator<Item = &'static str> {
        CASES.into_iter().map(|(name, _)| name)
    }
}

/// What is counted.
struct Unit {
    /// Forms behind 1, 21, 31 …, in the order of [`Case`].
    one: [&'static str; 6],
    /// Nominative and accusative behind 2, 3, 4, 22 ….
    few: &'static str,
    /// Genitive, dative, instrumental and prepositional plural; the first also stands behind
    /// 5, 6 … in the nominative.
    many: [&'static str; 4],
    feminine: bool,
}

const UNITS: [Unit; 9] = [
    Unit {
        one: [
            "рабочий день",
            "рабочего дня",
            "рабочему дню",
            "рабочий день",
            "рабочим днём",
            "рабочем дне",
        ],
        few: "рабочих дня",
        many: ["рабочих дней", "рабочим дням", "рабочими днями", "рабочих днях"],
        feminine: false,
    },
    Unit {
        one: [
            "календарный день",
            "календарного дня",
            "календарному дню",
            "календарный день",
            "календарным днём",
            "календарном дне",
        ],
        few: "календарных дня",
        many: ["календарных дней", "календарным дням", "календарными днями", "календарных днях"],
        feminine: false,
    },
    Unit {
        one: [
            "учебный день",
            "учебного дня",
            "учебному дню",
            "учебный день",
            "учебным днём",
            "учебном дне",
        ],
        few: "учебных дня",
        many: ["учебных дней", "учебным дням", "учебными днями", "учебных днях"],
        feminine: false,
    },
    Unit {
        one: ["день", "дня", "дню", "день", "днём", "дне"],
        few: "дня",
        many: ["дней", "дням", "днями", "днях"],
        feminine: false,
    },
    Unit {
        one: ["неделя", "недели", "неделе", "неделю", "неделей", "неделе"],
        few: "недели",
        many: ["недель", "неделям", "неделями", "неделях"],
        feminine: true,
    },
    Unit {
        one: ["месяц", "месяца", "месяцу", "месяц", "месяцем", "месяце"],
        few: "месяца",
        many: ["месяцев", "месяцам", "месяцами", "месяцах"],
        feminine: false,
    },
    Unit {
        one: ["год", "года", "году", "год", "годом", "годе"],
        few: "года",
        many: ["лет", "годам", "годами", "годах"],
        feminine: false,
    },
    Unit {
        one: ["час", "часа", "часу", "час", "часом", "часе"],
        few: "часа",
        many: ["часов", "часам", "часами", "часах"],
        feminine: false,
    },
    Unit {
        one: ["минута", "минуты", "минуте", "минуту", "минутой", "минуте"],
        few: "минуты",
        many: ["минут", "минутам", "минутами", "минутах"],
        feminine: true,
    },
];

/// Names of what can be counted: `рабочий день`, `неделя` and so on.
pub fn units() -> impl Iterator<Item = &'static str> {
    UNITS.iter().map(|unit| unit.one[0])
}

/// «5 рабочих дней», «21 рабочего дня»; `None` if the unit is none of [`units`].
#[must_use]
pub fn counted(number: u32, unit: &str, case: Case) -> Option<String> {
    let unit = UNITS.iter().find(|known| known.one[0] == unit)?;
    Some(format!("{number} {}", noun(number, unit, case)))
}

/// «пять рабочих дней», «двадцати одного рабочего дня»; 0 and numbers above 100 stay figures.
/// `None` if the unit is none of [`units`].
#[must_use]
pub fn counted_in_words(number: u32, unit: &str, case: Case) -> Option<String> {
    if !(1..=LARGEST).contains(&number) {
        return counted(number, unit, case);
    }
    let unit = UNITS.iter().find(|known| known.one[0] == unit)?;
    let words = in_words(Language::Russian, number);
    let words = words.split(' ').map(|word| numeral(word, case, unit.feminine));
    Some(format!("{} {}", words.collect::<Vec<_>>().join(" "), noun(number, unit, case)))
}

/// The unit as it stands behind `number`.
fn noun(number: u32, unit: &Unit, case: Case) -> &'static str {
    let teens = (11..=14).contains(&(number % 100));
    let [genitive, dative, instrumental, prepositional] = unit.many;
    if number % 10 == 1 && !teens {
        return case.of(unit.one);
    }
    let few = (2..=4).contains(&(number % 10)) && !teens;
    let first = if few { unit.few } else { genitive };
    case.of([first, genitive, dative, first, instrumental, prepositional])
}

/// One word of a number up to a hundred, given in the nominative, in `case`.
fn numeral(word: &str, case: Case, feminine: bool) -> String {
    let [gen_prep, dat, ins] = match word {
        "один" if feminine => {
            return case.of(["одна", "одной", "одной", "одну", "одной", "одной"]).to_owned();
        }
        "один" => {
            return case.of(["один", "одного", "одному", "один", "одним", "одном"]).to_owned();
        }
        "два" if feminine && matches!(case, Case::Nominative | Case::Accusative) => {
            return "две".to_owned();
        }
        "два" => ["двух", "двум", "двумя"].map(str::to_owned),
        "три" => ["трёх", "трём", "тремя"].map(str::to_owned),
        "четыре" => ["четырёх", "четырём", "четырьмя"].map(str::to_owned),
        "восемь" => ["восьми", "восьми", "восьмью"].map(str::to_owned),
        "сорок" => ["сорока", "сорока", "сорока"].map(str::to_owned),
        "девяносто" => ["девяноста", "девяноста", "девяноста"].map(str::to_owned),
        "сто" => ["ста", "ста", "ста"].map(str::to_owned),
        _ => {
            if let Some(first) = word.strip_suffix("десят") {
                // «пятьдесят»: both parts are declined.
                let oblique = format!("{}десяти", numeral(first, Case::Genitive, false));
                let ins = format!("{}десятью", numeral(first, Case::Instrumental, false));
                [oblique.clone(), oblique, ins]
            } else {
                let oblique = format!("{}и", word.trim_end_matches('ь'));
                [oblique.clone(), oblique, format!("{word}ю")]
            }
        }
    };
    case.of([word, &gen_prep, &dat, word, &ins, &gen_prep]).to_owned()
}

/// Endings of adjectives, and nouns by which schools and information systems are called, with the
/// genitive.
const ENDINGS: [(&str, &str); 25] = [
    ("учреждение", "учреждения"),
    ("объединение", "объединения"),
    ("организация", "организации"),
    ("гимназия", "гимназии"),
    ("прогимназия", "прогимназии"),
    ("школа", "школы"),
    ("школа-интернат", "школы-интерната"),
    ("школа-сад", "школы-сада"),
    ("лицей", "лицея"),
    ("лицей-интернат", "лицея-интерната"),
    ("центр", "центра"),
    ("комплекс", "комплекса"),
    ("колледж", "колледжа"),
    ("корпус", "корпуса"),
    ("интернат", "интерната"),
    ("система", "системы"),
    ("портал", "портала"),
    ("журнал", "журнала"),
    ("дневник", "дневника"),
    ("ое", "ого"),
    ("ее", "его"),
    ("ая", "ой"),
    ("яя", "ей"),
    ("ый", "ого"),
    ("ий", "его"),
];

/// The name of an organisation in the genitive: «Муниципальное учреждение «Школа № 5»» becomes
/// «Муниципального учреждения «Школа № 5»».
///
/// Words are declined up to the first that is no adjective and no word for a school; what stands
/// in quotation marks or behind a dash stays. It is a proposal for a person to look at.
#[must_use]
pub fn genitive(name: &str) -> String {
    let mut going = true;
    let words = name.split(' ').map(|word| {
        let declined = if going { declined(word) } else { None };
        going &= declined.is_some();
        declined.unwrap_or_else(|| word.to_owned())
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The word in the genitive, if it is one that is known how to decline.
fn declined(word: &str) -> Option<String> {
    if !word.starts_with(char::is_alphabetic) {
        return None;
    }
    let bare = word.trim_end_matches(',');
    let comma = &word[bare.len()..];
    let low = bare.to_lowercase();
    // A noun is known whole, of an adjective the end is enough.
    let fits = |ending: &str| {
        if ending.chars().count() > 2 { low == ending } else { low.ends_with(ending) }
    };
    let (ending, other) = ENDINGS.iter().find(|(ending, _)| fits(ending))?;
    let whole = low == *ending;
    let kept = bare.len().checked_sub(ending.len())?;
    let stem = bare.get(..kept)?;
    let capital = whole && bare.chars().next().is_some_and(char::is_uppercase);
    let other = if capital { capitalised(other) } else { (*other).to_owned() };
    Some(format!("{stem}{other}{comma}"))
}

/// `text` with a capital first letter.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::{Case, counted, counted_in_words, genitive, units};

    #[test]
    fn figures_with_what_they_count() {
        use Case::{Dative, Genitive, Instrumental, Nominative, Prepositional};
        for (number, unit, case, expected) in [
            (1, "рабочий день", Nominative, "1 рабочий день"),
            (2, "рабочий день", Nominative, "2 рабочих дня"),
            (5, "рабочий день", Nominative, "5 рабочих дней"),
            (11, "рабочий день", Nominative, "11 рабочих дней"),
            (12, "рабочий день", Nominative, "12 рабочих дней"),
            (21, "рабочий день", Nominative, "21 рабочий день"),
            (22, "рабочий день", Nominative, "22 рабочих дня"),
            (111, "рабочий день", Nominative, "111 рабочих дней"),
            (0, "рабочий день", Genitive, "0 рабочих дней"),
            (1, "рабочий день", Genitive, "1 рабочего дня"),
            (3, "рабочий день", Genitive, "3 рабочих дней"),
            (21, "календарный день", Genitive, "21 календарного дня"),
            (5, "рабочий день", Dative, "5 рабочим дням"),
            (1, "неделя", Case::Accusative, "1 неделю"),
            (3, "неделя", Case::Accusative, "3 недели"),
            (3, "год", Nominative, "3 года"),
            (5, "год", Genitive, "5 лет"),
            (2, "месяц", Instrumental, "2 месяцами"),
            (31, "минута", Prepositional, "31 минуте"),
        ] {
            assert_eq!(counted(number, unit, case).as_deref(), Some(expected));
        }
        assert_eq!(counted(5, "сажень", Genitive), None);
    }

    #[test]
    fn words_with_what_they_count() {
        use Case::{Accusative, Dative, Genitive, Instrumental, Nominative};
        for (number, unit, case, expected) in [
            (1, "рабочий день", Genitive, "одного рабочего дня"),
            (2, "неделя", Nominative, "две недели"),
            (1, "неделя", Accusative, "одну неделю"),
            (2, "неделя", Genitive, "двух недель"),
            (3, "рабочий день", Genitive, "трёх рабочих дней"),
            (4, "час", Instrumental, "четырьмя часами"),
            (5, "рабочий день", Genitive, "пяти рабочих дней"),
            (5, "рабочий день", Nominative, "пять рабочих дней"),
            (8, "рабочий день", Instrumental, "восьмью рабочими днями"),
            (11, "день", Dative, "одиннадцати дням"),
            (21, "рабочий день", Genitive, "двадцати одного рабочего дня"),
            (40, "минута", Genitive, "сорока минут"),
            (50, "день", Genitive, "пятидесяти дней"),
            (60, "день", Instrumental, "шестьюдесятью днями"),
            (80, "день", Genitive, "восьмидесяти дней"),
            (90, "день", Dative, "девяноста дням"),
            (100, "день", Genitive, "ста дней"),
            (101, "день", Genitive, "101 дня"),
            (0, "день", Genitive, "0 дней"),
        ] {
            let words = counted_in_words(number, unit, case).expect("a unit");
            assert_eq!(words, expected);
        }
    }

    #[test]
    fn every_unit_has_every_form() {
        for unit in units() {
            for case in Case::names().filter_map(Case::from_name) {
                for number in 0..=120 {
                    let text = counted_in_words(number, unit, case).expect("a unit");
                    assert!(!text.contains("  ") && text.trim() == text, "{text}");
                }
            }
        }
    }

    #[test]
    fn names_of_schools() {
        for (name, expected) in [
            (
                "Муниципальное общеобразовательное учреждение – Лицей № 2",
                "Муниципального общеобразовательного учреждения – Лицей № 2",
            ),
            (
                "муниципальное бюджетное общеобразовательное учреждение средняя \
                 общеобразовательная школа № 2 города Канска",
                "муниципального бюджетного общеобразовательного учреждения средней \
                 общеобразовательной школы № 2 города Канска",
            ),
            (
                "Муниципальное автономное учреждение «Средняя школа № 19»",
                "Муниципального автономного учреждения «Средняя школа № 19»",
            ),
            ("Информационная система «Дневник.ру»", "Информационной системы «Дневник.ру»"),
            ("Школьный портал Московской области", "Школьного портала Московской области"),
            ("лицей", "лицея"),
            ("Гимназия № 1", "Гимназии № 1"),
            ("Школа-интернат № 3", "Школы-интерната № 3"),
            ("МБОУ СОШ № 2 г. Канска", "МБОУ СОШ № 2 г. Канска"),
            ("ОО", "ОО"),
            ("", ""),
        ] {
            assert_eq!(genitive(name), expected);
        }
    }
}
