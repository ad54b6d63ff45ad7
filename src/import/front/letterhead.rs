//! What stands above and below a title and is no part of the act: the school's name and address
//! (бланк), the place and the year.

use crate::import::text::words;

/// First letters of lines in a letterhead: founder, school.
const BEGINS: &str = "российск министерств управлени департамент администраци комитет отдел \
    муниципальн государственн негосударственн частн автономн бюджетн казенн казённ областн краев \
    учреждени общеобразовательн образовательн средняя основная начальная школа лицей гимназия";
/// First words of a school's short name.
const SCHOOLS: &str = "мбоу маоу мкоу моу моау мобу гбоу гоу гаоу гкоу чоу";
/// Words of addresses and bank details.
const CONTACTS: &str =
    "тел телефон телефоны факс инн кпп огрн окпо бик сайт email mail адрес ул улица";
/// Words before the name of a place.
const PLACES: &str = "г город с село п пос поселок посёлок пгт рп ст станица д дер деревня х хутор";

fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

/// Whether a line is one of a letterhead: the name of the founder or the school, an address, a
/// phone, a region or place.
pub(in crate::import) fn is_letterhead(text: &str) -> bool {
    let Some(first) = words(text).next().map(|word| word.to_lowercase()) else { return false };
    let index = first.len() == 6 && first.bytes().all(|b| b.is_ascii_digit());
    let named = text.trim_start_matches(['«', '"', '“']).starts_with(char::is_uppercase)
        && (BEGINS.split_whitespace().any(|stem| first.starts_with(stem)) || has(SCHOOLS, &first));
    let contact = || words(text).any(|word| has(CONTACTS, &word.to_lowercase()));
    named || index || text.contains('@') || contact() || is_region(text) || is_place(text)
}

/// «Красноярский край», «Городской округ Шимановск».
fn is_region(text: &str) -> bool {
    let count = text.split_whitespace().count();
    count <= 4
        && text.starts_with(char::is_uppercase)
        && words(text).any(|word| region(&word.to_lowercase()))
}

fn region(word: &str) -> bool {
    has("край края округ округа республика республики", word)
        || word.starts_with("област")
        || word.starts_with("район")
}

/// «г. Хабаровск, 2026 г.», «Канск 2026», «2026 год»: the foot of a title page.
pub(in crate::import) fn is_place(text: &str) -> bool {
    let (mut names, mut years, mut placed, mut last) = (0, 0, false, String::new());
    for word in words(text) {
        let lower = word.to_lowercase();
        if word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) {
            years += 1;
        } else if has(PLACES, &lower) || years > 0 && has("год года", &lower) {
            placed |= years == 0;
        } else if region(&lower) || word.starts_with(char::is_uppercase) {
            names += 1;
        } else if lower != "на" {
            // «на» is in Ростов-на-Дону.
            return false;
        }
        last = lower;
    }
    // «… школы / г. Канска.» is the end of a sentence.
    let ends = text.trim_end().ends_with('.') && last != "г";
    let bare =
        text.chars().all(|c| c.is_alphanumeric() || c.is_whitespace() || ".,-–—".contains(c));
    // More than one word and a year, without «г.» before, may be the end of a title.
    let named = if placed { (1..=4).contains(&names) } else { years == 1 && names <= 1 };
    bare && !ends && years <= 1 && named
}

#[cfg(test)]
mod tests {
    use super::{is_letterhead, is_place};

    #[test]
    fn places_and_years() {
        for text in [
            "г. Хабаровск, 2026 г.",
            "г.Канск",
            "Канск 2026",
            "2026 год",
            "2026 г.",
            "с. Верхняя Пойма",
            "г. Ростов-на-Дону",
        ] {
            assert!(is_place(text), "{text}");
        }
        for text in [
            "помощи родителям",
            "в 2026 году",
            "ОБЩИЕ ПОЛОЖЕНИЯ",
            "Помощь родителям",
            "ПРИЁМ ДЕТЕЙ 2026",
            "(новая редакция)",
            "г. Канска оказывает помощь",
            "г. Канска.",
        ] {
            assert!(!is_place(text), "{text}");
        }
    }

    #[test]
    fn letterheads() {
        for text in [
            "Муниципальное бюджетное общеобразовательное учреждение",
            "МБОУ СОШ № 2 г. Канска",
            "«Средняя общеобразовательная школа № 2»",
            "663600, Красноярский край, г. Канск",
            "Красноярский край",
            "тел. 8 (900) 000-00-00, school@example.org",
        ] {
            assert!(is_letterhead(text), "{text}");
        }
        for text in [
            "О порядке помощи родителям МБОУ СОШ № 2",
            "Помощь родителям",
            "основная часть работы учителя",
            "Как мы помогаем семьям",
        ] {
            assert!(!is_letterhead(text), "{text}");
        }
    }
}
