//! The texts: complete in both languages, used, and the source of `docs/checks.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use fluent_bundle::FluentResource;
use reglament::language::{Arg, Catalogue, Language};

use crate::snapshot::assert_file;
use crate::workspace::{files, has_extension, project};

/// Both languages with their folders.
const LANGUAGES: [(Language, &str); 2] = [(Language::Russian, "ru"), (Language::English, "en")];

/// A message of a catalogue.
#[derive(Debug, Default)]
struct Message {
    attributes: BTreeSet<String>,
    /// Arguments; `true` for those that choose a plural form.
    arguments: BTreeMap<String, bool>,
}

/// The messages of all files of a language by file and key, read independently of Fluent.
fn messages(folder: &str) -> BTreeMap<(String, String), Message> {
    let mut messages = BTreeMap::new();
    for (file, bytes) in files(&project().join("src/language").join(folder)) {
        let text = String::from_utf8(bytes).expect("UTF-8");
        FluentResource::try_new(text.clone()).unwrap_or_else(|(_, e)| panic!("{file}: {e:?}"));
        let mut key = None;
        for (index, line) in text.lines().enumerate() {
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                let name = line.split([' ', '=']).next().unwrap_or_default().to_owned();
                let place = (file.clone(), name);
                let twice = messages.insert(place.clone(), Message::default());
                assert!(twice.is_none(), "{file}:{}: {} stands twice", index + 1, place.1);
                key = Some(place);
            }
            let Some(message) = key.as_ref().and_then(|key| messages.get_mut(key)) else {
                continue;
            };
            read_line(line, &text, index, message);
        }
    }
    messages
}

fn read_line(line: &str, text: &str, index: usize, message: &mut Message) {
    let attribute = line.trim_start().strip_prefix('.').and_then(|rest| rest.split_once(" ="));
    message.attributes.extend(attribute.map(|(name, _)| name.to_owned()));
    for tail in line.split('$').skip(1) {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let name: String = tail.chars().take_while(|c| is_name(*c)).collect();
        let chooses = tail[name.len()..].trim_start().starts_with("->");
        let variants = text.lines().skip(index + 1).take(3);
        let plural = |l: &str| ["[one]", "[few]", "[many]"].iter().any(|form| l.contains(form));
        let number = chooses && variants.into_iter().any(plural);
        *message.arguments.entry(name).or_default() |= number;
    }
}

#[test]
fn both_languages_have_the_same_messages() {
    let [russian, english] = LANGUAGES.map(|(_, folder)| messages(folder));
    assert!(russian.keys().eq(english.keys()), "{:?}", difference(&russian, &english));
    for (key, message) in &russian {
        let other = &english[key];
        assert_eq!(message.attributes, other.attributes, "{key:?}");
    }
}

/// The keys that only one of the two has.
fn difference<'m, V>(
    a: &'m BTreeMap<(String, String), V>,
    b: &'m BTreeMap<(String, String), V>,
) -> Vec<&'m (String, String)> {
    let only_a = a.keys().filter(|key| !b.contains_key(key));
    only_a.chain(b.keys().filter(|key| !a.contains_key(key))).collect()
}

#[test]
fn every_message_can_be_formatted() {
    for (language, folder) in LANGUAGES {
        let catalogue = Catalogue::new(language);
        for ((file, key), message) in messages(folder) {
            for number in [0, 1, 2, 5, 11, 21, 1000] {
                assert_formats(&catalogue, &format!("{file}: {key}"), &key, &message, number);
            }
        }
    }
}

/// Asserts that the message and its attributes give texts when all arguments are given.
#[track_caller]
fn assert_formats(catalogue: &Catalogue, name: &str, key: &str, message: &Message, number: i64) {
    let values = message.arguments.iter().map(|(name, plural)| {
        let name: &'static str = name.clone().leak();
        (name, if *plural { Arg::Number(number) } else { Arg::from("знак") })
    });
    let values: Vec<_> = values.collect();
    let attributes = message.attributes.iter();
    let attributes = attributes.map(|part| catalogue.attribute(key, part, &values));
    let texts = std::iter::once(Some(catalogue.format(key, &values))).chain(attributes);
    for text in texts {
        let text = text.unwrap_or_else(|| panic!("{name}: an attribute is not there"));
        assert!(!text.contains("{$") && !text.contains("{ $"), "{name}: {text}");
        assert!(!text.trim().is_empty(), "{name}: empty");
        assert!(!text.contains('\u{2068}'), "{name}: isolating marks");
    }
}

#[test]
fn russian_texts_have_russian_quotes_and_numbers() {
    for ((file, key), _) in messages("ru") {
        let catalogue = Catalogue::new(Language::Russian);
        let text = catalogue.format(&key, &[]);
        for wrong in ["“", "”", "N°", "No."] {
            assert!(!text.contains(wrong), "{file}: {key}: {text}");
        }
    }
}

#[test]
fn every_finding_has_a_title_a_remedy_and_an_explanation() {
    for (language, _) in LANGUAGES {
        let catalogue = Catalogue::new(language);
        for key in Catalogue::finding_keys() {
            let part = |name| catalogue.attribute(key, name, &[]).unwrap_or_default();
            assert!(!part("title").is_empty() && !part("title").contains('$'), "{key}");
            assert!(!part("help").is_empty(), "{key}");
            let explain = part("explain");
            assert!(explain.split(['.', ':', '?']).count() > 2, "{key}: {explain}");
            assert!(!explain.contains("{$"), "{key}: {explain}");
        }
    }
}

/// The Rust sources, joined, without comments.
fn code() -> String {
    let files =
        files(&project().join("src")).into_iter().filter(|(path, _)| has_extension(path, "rs"));
    let texts = files.map(|(_, bytes)| String::from_utf8(bytes).expect("UTF-8"));
    let texts: Vec<_> = texts.collect();
    let lines = texts.iter().flat_map(|text| text.lines());
    lines.filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The first string literal behind each occurrence of `call`.
fn literals<'c>(code: &'c str, call: &str) -> Vec<&'c str> {
    let tails = code.split(call).skip(1).map(str::trim_start);
    tails.filter_map(|tail| tail.strip_prefix('"')?.split('"').next()).collect()
}

/// Whether a literal looks like the key of a text.
fn is_key(text: &str) -> bool {
    text.contains('-')
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

#[test]
fn every_id_in_the_source_has_its_text_and_every_finding_is_used() {
    let code = code();
    let known: BTreeSet<_> = messages("ru").into_keys().map(|(_, key)| key).collect();
    let findings: BTreeSet<_> = Catalogue::finding_keys().into_iter().collect();
    for call in ["Diagnostic::error(", "Diagnostic::warning(", "Diagnostic::note(", "refuse("] {
        for id in literals(&code, call) {
            assert!(findings.contains(id), "{call}{id}: no such finding");
        }
    }
    let calls = [".text(", ".format(", ".attribute(", ".failure(", ".line(", "catalogue, "];
    for call in calls {
        for key in literals(&code, call).into_iter().filter(|key| is_key(key)) {
            assert!(known.contains(key), "{call}{key}: no such text");
        }
    }
    for id in findings {
        assert!(code.contains(&format!("\"{id}\"")), "{id} is never reported");
    }
    for (file, key) in messages("ru").into_keys().filter(|(file, _)| file == "cli.ftl") {
        let made_up = ["help-"].iter().any(|start| key.starts_with(start));
        assert!(made_up || code.contains(&format!("\"{key}\"")), "{file}: {key} is never used");
    }
}

#[test]
fn docs_list_every_finding() {
    let catalogue = Catalogue::new(Language::Russian);
    let mut page = String::from(
        "# Замечания\n\n\
         <!-- Этот файл пишет программа: SNAPSHOTS=overwrite cargo test --release docs_list. -->\n\n\
         То же объясняет команда `reglament explain ЗАМЕЧАНИЕ`. Ошибка не даёт собрать сайт,\n\
         предупреждение только показывается.\n\n\
         | замечание | что это |\n|-|-|\n",
    );
    let part = |key: &str, name: &str| catalogue.attribute(key, name, &[]).unwrap_or_default();
    let keys = Catalogue::finding_keys();
    for key in &keys {
        page.push_str(&format!("| [`{key}`](#{key}) | {} |\n", part(key, "title")));
    }
    for key in &keys {
        let (title, explain) = (part(key, "title"), part(key, "explain"));
        page.push_str(&format!("\n## `{key}`\n\n**{title}.** {explain}\n"));
    }
    assert_file(&project().join("docs/checks.md"), &page);
}

#[test]
fn the_reference_of_the_format_names_no_unknown_finding() {
    let known: BTreeSet<_> = Catalogue::finding_keys().into_iter().collect();
    for (path, bytes) in files(&project().join("docs")) {
        let Ok(text) = String::from_utf8(bytes) else { continue };
        for tail in text.split("reglament explain ").skip(1) {
            let id: String =
                tail.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect();
            assert!(id.is_empty() || known.contains(id.as_str()), "{path}: {id}");
        }
    }
    assert!(fs::exists(project().join("docs")).expect("docs"));
}
