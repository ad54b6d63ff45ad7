//! The persons of a table: one for each name, however often it stands there.

use super::grid::At;
use super::text::{is_nothing, key, one_line};
use crate::language::transliteration::slug;

/// Longest identifier of a person, so that those of their sessions fit in 60 characters.
const LONGEST_ID: usize = 30;

/// A person as one row names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) post: Option<(String, At)>,
    pub(super) phone: Option<(String, At)>,
    pub(super) email: Option<(String, At)>,
    /// An identifier given in a column of its own.
    pub(super) id: Option<(String, At)>,
    pub(super) at: At,
}

/// A person with all that the rows tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Person {
    pub(super) id: String,
    pub(super) named: Named,
}

/// Two rows tell different things of one person: which, and where.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Conflict {
    pub(super) at: At,
    pub(super) other: At,
}

/// The persons, and for each row the index of its person; `None` where initials fit several.
#[derive(Debug, Default)]
pub(super) struct People {
    pub(super) list: Vec<Person>,
    pub(super) of_row: Vec<Option<usize>>,
    pub(super) conflicts: Vec<Conflict>,
}

/// A cell with a person: the name, and the post behind a comma or on the next line.
pub(super) fn split(text: &str) -> (String, Option<String>) {
    let (name, post) = match text.split_once(['\n', ',', ';', '(']) {
        Some((name, post)) => (name, post.trim_end_matches(')')),
        None => (text, ""),
    };
    let post = one_line(post);
    (spaced(name), (!post.is_empty()).then_some(post))
}

/// Whether what stands behind a name is another name: «Петров О. И.», «Петров Олег Иванович».
pub(super) fn is_another(text: &str) -> bool {
    let name = spaced(text);
    let words: Vec<&str> = name.split(' ').collect();
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let full = words.len() == 3 && words.iter().all(capital);
    let short = words.len() > 1 && words.iter().skip(1).all(|word| is_initial(word));
    is_name(&name) && (full || short) && words.iter().all(capital)
}

/// A name with a space behind each initial, the family name first: «Иванова М. П.».
fn spaced(name: &str) -> String {
    let spaced = one_line(&name.replace('.', ". "));
    let words: Vec<&str> = spaced.split(' ').collect();
    let initials = words.iter().take_while(|word| is_initial(word)).count();
    match words.split_at_checked(initials) {
        Some((initials, rest)) if !initials.is_empty() && !rest.is_empty() => {
            [rest, initials].concat().join(" ")
        }
        _ => spaced,
    }
}

fn is_initial(word: &str) -> bool {
    word.ends_with('.') && word.chars().count() == 2
}

/// Whether a text of several words can be somebody's name: otherwise initials would be made of it.
pub(super) fn is_name(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let letters = name.chars().all(|c| c.is_alphabetic() || " .-'’".contains(c));
    letters && words.len() <= 5 && words.iter().take(2).all(capital)
}

/// Whether a text says that there is nobody yet: «Вакансия», «не назначен», «-».
pub(super) fn is_nobody(name: &str) -> bool {
    let key = key(name);
    let words = ["ваканс", "вакант", "уточня", "неназнач", "будетназнач", "неопредел"];
    is_nothing(name) || words.iter().any(|word| key.starts_with(word))
}

/// Family name and initials, for comparing and as an identifier.
fn short(name: &str) -> String {
    let mut words = name.split(' ');
    let family = words.next().unwrap_or_default();
    let initials = words.take(2).filter_map(|word| word.chars().next());
    let initials: String = initials.flat_map(|initial| [' ', initial]).collect();
    format!("{family}{initials}")
}

/// Whether the name has no more than initials behind the family name.
fn is_abbreviated(name: &str) -> bool {
    name.split(' ').skip(1).all(is_initial)
}

/// Finds out who of the rows is the same person. The outcome does not depend on their order, but
/// for the order of the persons.
pub(super) fn people(rows: Vec<Named>) -> People {
    let mut full: Vec<&Named> = Vec::new();
    for row in rows.iter().filter(|row| !is_abbreviated(&row.name)) {
        if !full.iter().any(|other| key(&other.name) == key(&row.name)) {
            full.push(row);
        }
    }
    let full: Vec<String> = full.into_iter().map(|named| named.name.clone()).collect();
    let mut people = People::default();
    for row in rows {
        let name = if is_abbreviated(&row.name) {
            let mut fitting =
                full.iter().filter(|name| key(&short(name)) == key(&short(&row.name)));
            match (fitting.next(), fitting.next()) {
                (Some(_), Some(_)) => None,
                (Some(name), None) => Some(name.clone()),
                _ => Some(row.name.clone()),
            }
        } else {
            Some(row.name.clone())
        };
        let index = name.map(|name| people.enter(Named { name, ..row }));
        people.of_row.push(index);
    }
    people.identify();
    people
}

impl People {
    fn enter(&mut self, row: Named) -> usize {
        let known = self.list.iter().position(|person| key(&person.named.name) == key(&row.name));
        let Some(index) = known else {
            self.list.push(Person { id: String::new(), named: row });
            return self.list.len() - 1;
        };
        if let Some(Person { named, .. }) = self.list.get_mut(index) {
            let pairs = [
                (&mut named.post, row.post),
                (&mut named.phone, row.phone),
                (&mut named.email, row.email),
                (&mut named.id, row.id),
            ];
            for (known, new) in pairs {
                match (&known, new) {
                    (None, new) => *known = new,
                    (Some((old, other)), Some((new, at))) if key(old) != key(&new) => {
                        self.conflicts.push(Conflict { at, other: *other });
                    }
                    _ => {}
                }
            }
        }
        index
    }

    /// Gives identifiers: family name and initials; with the full name where two have the same.
    fn identify(&mut self) {
        let shorts: Vec<String> =
            self.list.iter().map(|person| identifier(&short(&person.named.name))).collect();
        for (person, short) in self.list.iter_mut().zip(&shorts) {
            let unique = shorts.iter().filter(|other| *other == short).count() == 1;
            let own = if unique { short.clone() } else { identifier(&person.named.name) };
            person.id = person.named.id.as_ref().map_or(own, |(id, _)| id.clone());
        }
    }
}

/// A name as an identifier.
fn identifier(name: &str) -> String {
    let id = slug(&name.replace('.', " "), LONGEST_ID);
    if id.is_empty() { "person".to_owned() } else { id }
}

#[cfg(test)]
mod tests {
    use super::{Named, is_another, is_nobody, people, split};

    fn rows(names: &[&str]) -> Vec<Named> {
        let row = |(row, name): (u32, &&str)| Named {
            name: split(name).0,
            post: None,
            phone: None,
            email: None,
            id: None,
            at: (row, 0),
        };
        (0..).zip(names).map(row).collect()
    }

    #[test]
    fn a_vacancy_is_nobody() {
        for text in ["Вакансия", "ВАКАНТНО", "не назначен", "Уточняется", "—", "нет"]
        {
            assert!(is_nobody(text), "{text}");
        }
        for name in ["Секретарь", "Неназина А. А.", "Иванова"] {
            assert!(!is_nobody(name), "{name}");
        }
    }

    #[test]
    fn a_second_name_is_no_post() {
        for name in ["Петров О.И.", "О. И. Петров", "Петров Олег Иванович"]
        {
            assert!(is_another(name), "{name}");
        }
        for post in ["учитель", "И. о. директора", "Зам. директора", "Педагог-психолог", "5А класс"]
        {
            assert!(!is_another(post), "{post}");
        }
    }

    #[test]
    fn names_and_posts_are_parted() {
        let cells = [
            "Иванова Мария Петровна, учитель информатики",
            "Иванова М.П.\nзавуч",
            "М. П. Иванова",
            "Секретарь",
        ];
        let parts = cells.map(split);
        let expected = [
            ("Иванова Мария Петровна", Some("учитель информатики")),
            ("Иванова М. П.", Some("завуч")),
            ("Иванова М. П.", None),
            ("Секретарь", None),
        ];
        assert_eq!(
            parts.map(|(n, p)| (n, p)),
            expected.map(|(n, p)| (n.to_owned(), p.map(str::to_owned)))
        );
    }

    #[test]
    fn the_same_person_may_be_abbreviated() {
        let all = people(rows(&["Иванова М. П.", "Иванова Мария Петровна", "Петров Олег Ильич"]));
        assert_eq!(all.of_row, [Some(0), Some(0), Some(1)]);
        let ids: Vec<_> = all.list.iter().map(|person| person.id.as_str()).collect();
        assert_eq!(ids, ["ivanova-m-p", "petrov-o-i"]);
    }

    #[test]
    fn namesakes_are_told_apart() {
        let all =
            people(rows(&["Иванова Мария Петровна", "Иванова Марина Павловна", "Иванова М. П."]));
        assert_eq!(all.of_row, [Some(0), Some(1), None]);
        let ids: Vec<_> = all.list.iter().map(|person| person.id.as_str()).collect();
        assert_eq!(ids, ["ivanova-mariya-petrovna", "ivanova-marina-pavlovna"]);
    }
}
