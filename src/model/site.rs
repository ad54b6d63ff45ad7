//! The site and the rule of publication.

use super::print::PrintSettings;
use crate::language::Language;

/// The whole site: settings of `site.yaml` after checking.
#[derive(Debug, Clone)]
pub struct Site {
    /// Name of the site.
    pub title: String,
    /// Address under which the output folder will be served: `http` or `https`, ends with `/`.
    pub base_url: String,
    /// Language of pages, posters and feeds.
    pub language: Language,
    /// Name of the theme.
    pub theme: String,
    /// `true`: a start page lists the schools; `false`: one school stands at the root.
    pub portal: bool,
    /// Whether «ё» in place of «е» is a change between two editions; else they are the same
    /// letter to comparisons.
    pub yo_differs: bool,
    /// Term within which an approved edition is to be posted.
    pub publication: PublicationRule,
    /// The command that puts the output folder on the host, by words: it is run without a
    /// shell, `{output}` stands for the folder. Empty if there is none.
    pub deploy: Vec<String>,
    /// Who confirms the time of the journal's entries; `None` if nobody is asked.
    pub timestamp: Option<TimestampService>,
    /// Which posters are made; a school may have settings of its own.
    pub print: PrintSettings,
}

/// A service of time stamps (служба отметок времени), RFC 3161.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimestampService {
    /// Address that takes requests, `http` or `https`.
    pub url: String,
    /// Path of the certificates by which its answers are checked, PEM, from the workspace's root.
    pub authority: String,
}

/// Term of posting an edition (срок размещения), counted from the day after its approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicationRule {
    /// Length of the term in days, 1 to 365.
    pub days: u16,
    /// Which days are counted.
    pub count: DayCount,
    /// Whether a last day that is not worked moves to the next working day (ГК РФ, ст. 193).
    pub roll_forward: bool,
}

/// Which days a term counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayCount {
    /// Every day of the calendar.
    Calendar,
    /// Working days of the production calendar.
    Working,
}
