//! Texts for people: Russian first, English complete.
//!
//! All texts are Fluent messages in `ru/*.ftl` and `en/*.ftl`, embedded in the binary. A
//! [`Catalogue`] formats them; [`dates`], [`names`], [`numerals`] and [`declension`] write dates,
//! persons and numbers as each language wants them; [`placeholder`]
//! knows the marks of what a person has to fill in. This module knows nothing of regulations or pages.

pub mod catalogue;
pub mod dates;
pub mod declension;
pub mod lines;
pub mod names;
pub mod near;
pub mod numerals;
pub mod placeholder;
pub mod transliteration;

pub use catalogue::{Arg, Catalogue};

/// A language in which reglament speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Русский.
    #[default]
    Russian,
    /// English.
    English,
}

impl Language {
    /// BCP 47 tag: `ru`, `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Russian => "ru",
            Self::English => "en",
        }
    }

    /// The language with this tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        [Self::Russian, Self::English].into_iter().find(|language| language.tag() == tag)
    }
}
