//! The Fluent catalogue of one language.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::langid;

use super::Language;

/// Sources of the catalogues by language; the same files in each.
const SOURCES: &[(&str, &str, &str)] = &[
    ("cli", include_str!("ru/cli.ftl"), include_str!("en/cli.ftl")),
    ("findings", include_str!("ru/findings.ftl"), include_str!("en/findings.ftl")),
    ("common", include_str!("ru/common.ftl"), include_str!("en/common.ftl")),
    ("site", include_str!("ru/site.ftl"), include_str!("en/site.ftl")),
    ("calendar", include_str!("ru/calendar.ftl"), include_str!("en/calendar.ftl")),
    ("changes", include_str!("ru/changes.ftl"), include_str!("en/changes.ftl")),
    ("print", include_str!("ru/print.ftl"), include_str!("en/print.ftl")),
    ("verify", include_str!("ru/verify.ftl"), include_str!("en/verify.ftl")),
    ("posting", include_str!("ru/posting.ftl"), include_str!("en/posting.ftl")),
    ("recipes", include_str!("ru/recipes.ftl"), include_str!("en/recipes.ftl")),
    ("import", include_str!("ru/import.ftl"), include_str!("en/import.ftl")),
    ("setup", include_str!("ru/setup.ftl"), include_str!("en/setup.ftl")),
    ("serve", include_str!("ru/serve.ftl"), include_str!("en/serve.ftl")),
    ("editor", include_str!("ru/editor.ftl"), include_str!("en/editor.ftl")),
];

/// An argument of a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// A piece of text.
    Text(String),
    /// A number, which also chooses the plural form.
    Number(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

macro_rules! arg_from_number {
    ($($t:ty),*) => {$(
        impl From<$t> for Arg {
            fn from(number: $t) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}
arg_from_number!(i64, u64, usize, u32, i32, u16, u8, i8);

impl Arg {
    /// The argument as Fluent takes it.
    fn as_value(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::from(text.as_str()),
            Self::Number(number) => FluentValue::from(*number),
        }
    }
}

/// All texts of one language.
pub struct Catalogue {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// Texts without arguments, formatted once, by key.
    fixed: BTreeMap<String, String>,
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalogue").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Catalogue {
    /// The catalogue of `language`.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let identifier = match language {
            Language::Russian => langid!("ru"),
            Language::English => langid!("en"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        bundle.set_use_isolating(false);
        let mut keys = Vec::new();
        for &(_, russian, english) in SOURCES {
            let source = match language {
                Language::Russian => russian,
                Language::English => english,
            };
            keys.extend(message_keys(source));
            // A syntax error leaves out one message only; a test finds it.
            let resource = match FluentResource::try_new(source.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        let fixed = keys.into_iter().filter_map(|key| {
            let mut errors = Vec::new();
            let pattern = bundle.get_message(key)?.value()?;
            let text = bundle.format_pattern(pattern, None, &mut errors);
            errors.is_empty().then(|| (key.to_owned(), text.into_owned()))
        });
        let fixed = fixed.collect();
        Self { language, bundle, fixed }
    }

    /// The catalogue's language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The text of `key`, which takes no arguments; the key itself if there is none.
    #[must_use]
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.fixed.get(key).map_or(key, String::as_str)
    }

    /// All texts without arguments, by key.
    #[must_use]
    pub fn fixed(&self) -> &BTreeMap<String, String> {
        &self.fixed
    }

    /// The text of `key` with `args`; the key itself if there is none.
    #[must_use]
    pub fn format(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.render(key, None, args).unwrap_or_else(|| key.to_owned())
    }

    /// The attribute `attribute` of `key` with `args`, or `None` if there is none.
    #[must_use]
    pub fn attribute(
        &self,
        key: &str,
        attribute: &str,
        args: &[(&'static str, Arg)],
    ) -> Option<String> {
        self.render(key, Some(attribute), args)
    }

    /// The value or an attribute of a message. An argument that the text asks for and nobody
    /// gave shows as `{$name}`; a test formats every message.
    fn render(
        &self,
        key: &str,
        attribute: Option<&str>,
        args: &[(&'static str, Arg)],
    ) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            values.set(Cow::Borrowed(*name), value.as_value());
        }
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned())
    }

    /// Keys of all findings, those of `findings.ftl`, in the order of the file.
    #[must_use]
    pub fn finding_keys() -> Vec<&'static str> {
        let source = SOURCES.iter().find(|(name, ..)| *name == "findings");
        source.map(|(_, russian, _)| message_keys(russian).collect()).unwrap_or_default()
    }
}

/// Keys of the messages in a Fluent source, in order.
fn message_keys(source: &str) -> impl Iterator<Item = &str> {
    let starts = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    source.lines().filter(starts).filter_map(|line| line.split([' ', '=']).next())
}
