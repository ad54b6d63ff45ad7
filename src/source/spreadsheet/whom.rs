//! For whom a consultation is, and how it is given, in the words of a table.

use super::text::{Token, key, tokens};

/// Names of the groups as in `timetable.yaml`, in the order of their naming.
const GROUPS: [&str; 3] = ["parents", "staff", "pupils"];

/// Beginnings of words for the groups.
const STEMS: [&[&str]; 3] = [
    &["родител", "законн", "представител", "мам", "пап", "опекун"],
    &[
        "сотрудник",
        "педагог",
        "учител",
        "работник",
        "коллег",
        "преподавател",
        "персонал",
        "коллектив",
    ],
    &["обучающ", "ученик", "учащ", "школьник", "дет", "воспитанник", "гимназист", "лицеист"],
];

/// Words that say nothing more.
const FILL: [&str; 18] = [
    "и",
    "для",
    "с",
    "их",
    "а",
    "также",
    "или",
    "школы",
    "категории",
    "категория",
    "участники",
    "участников",
    "образовательных",
    "отношений",
    "желающие",
    "желающих",
    "лица",
    "лиц",
];

/// Whom a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Whom {
    /// `all`, or some of [`GROUPS`] in their order.
    pub(super) groups: Vec<&'static str>,
    /// Words that are lost: «1–4 классов».
    pub(super) rest: Vec<String>,
}

/// Whom `text` names; `None` if nobody.
pub(super) fn audience(text: &str) -> Option<Whom> {
    let mut named = [false; 3];
    let mut all = false;
    let mut rest = Vec::new();
    for token in tokens(text) {
        let word = match &token {
            Token::Word(word) => word.as_str(),
            Token::Number(number) => {
                rest.push(number.clone());
                continue;
            }
            Token::Mark(_) => continue,
        };
        let group = STEMS.iter().position(|stems| stems.iter().any(|stem| word.starts_with(stem)));
        match group {
            Some(group) => {
                if let Some(named) = named.get_mut(group) {
                    *named = true;
                }
            }
            None if matches!(word, "все" | "всех" | "всем" | "любые" | "любых") =>
            {
                all = true;
            }
            None if FILL.contains(&word) => {}
            None => rest.push(word.to_owned()),
        }
    }
    let some: Vec<&str> =
        GROUPS.iter().zip(named).filter(|(_, named)| *named).map(|(group, _)| *group).collect();
    // «все родители» are the parents; all three are everybody.
    let groups = match some.len() {
        0 if all => vec!["all"],
        0 => return None,
        3 => vec!["all"],
        _ => some,
    };
    Some(Whom { groups, rest })
}

/// How a consultation is given, as in `timetable.yaml`, if all of `text` says so.
pub(super) fn channel(text: &str) -> Option<&'static str> {
    let key = key(text);
    let begins = |words: &[&str]| words.iter().any(|word| key.starts_with(word));
    if begins(&["очн", "личн", "вшколе", "индивидуальн"]) {
        Some("in-person")
    } else if begins(&["потелефон", "телефон", "звонок", "дистанционнопотелефон"])
    {
        Some("phone")
    } else if begins(&[
        "email",
        "почт",
        "электроннаяпочт",
        "поэлектронн",
        "письм",
        "поemail",
        "попочте",
    ]) {
        Some("email")
    } else if begins(&[
        "видео",
        "повидео",
        "онлайн",
        "online",
        "дистанц",
        "сферум",
        "zoom",
        "вонлайн",
    ]) {
        Some("video")
    } else {
        None
    }
}

/// Whether a cell says yes; `None` if it says neither yes nor no.
pub(super) fn is_yes(text: &str) -> Option<bool> {
    match key(text).as_str() {
        "да" | "есть" | "идет" | "проводится" | "1" | "true" => Some(true),
        "" | "нет" | "неидет" | "непроводится" | "0" | "false" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{audience, channel};

    #[test]
    fn groups_are_found_by_their_words() {
        let groups =
            |text: &str| audience(text).map(|whom| whom.groups.join(" ")).unwrap_or_default();
        for text in [
            "родители",
            "Для родителей (законных представителей)",
            "Родители, законные представители",
        ] {
            assert_eq!(groups(text), "parents", "{text}");
            assert_eq!(audience(text).map(|whom| whom.rest), Some(Vec::new()), "{text}");
        }
        assert_eq!(groups("педагоги"), "staff");
        assert_eq!(groups("учащиеся и их родители"), "parents pupils");
        for text in
            ["все", "для всех категорий", "родители, сотрудники, обучающиеся", "Все желающие"]
        {
            assert_eq!(groups(text), "all", "{text}");
        }
        assert_eq!(groups("по средам"), "");
        let rest = audience("родители 1–4 классов").map(|whom| whom.rest.join(" "));
        assert_eq!(rest.as_deref(), Some("1 4 классов"));
    }

    #[test]
    fn channels_are_found() {
        let names = ["очно", "По телефону", "e-mail", "Онлайн (видео)", "актовый зал"].map(channel);
        assert_eq!(names, [Some("in-person"), Some("phone"), Some("email"), Some("video"), None]);
    }
}
