//! A whole feed: the VCALENDAR around its events.

use super::colour;
use super::component::{Component, one_line};
use crate::model::school::School;
use crate::model::site::Site;
use crate::outputs::artifact::Artifact;

/// How often a subscriber may look for changes.
const REFRESH: &str = "PT12H";

/// What a feed says of itself.
pub(super) struct Feed<'a> {
    pub(super) site: &'a Site,
    /// The school of which it tells; `None` for a feed of the whole site.
    pub(super) school: Option<&'a School>,
    /// «Консультации для родителей».
    pub(super) name: &'a str,
    /// Path in the output folder.
    pub(super) path: String,
    /// Absolute address of the page that shows the same.
    pub(super) page: String,
}

impl Feed<'_> {
    /// The feed with these events, the VTIMEZONE before them if a time of theirs needs it.
    pub(super) fn artifact<'t>(
        self,
        zone: Option<&Component<'static>>,
        events: impl Iterator<Item = &'t str> + Clone,
    ) -> Artifact {
        const END: &str = "END:VCALENDAR\r\n";
        let mut header = self.header();
        if let Some(zone) = zone {
            header.component(zone.clone());
        }
        let mut text = header.to_text();
        text.truncate(text.len() - END.len());
        text.reserve_exact(events.clone().map(str::len).sum::<usize>() + END.len());
        text.extend(events);
        text.push_str(END);
        Artifact::new(self.path, text)
    }

    fn header(&self) -> Component<'static> {
        let name = self.full_name();
        let mut calendar = Component::new("VCALENDAR");
        calendar.fixed("VERSION", "2.0");
        let language = self.site.language.tag().to_ascii_uppercase();
        calendar.fixed("PRODID", format!("-//reglament//reglament//{language}"));
        calendar.fixed("CALSCALE", "GREGORIAN");
        calendar.fixed("METHOD", "PUBLISH");
        calendar.text("NAME", &name);
        calendar.text("X-WR-CALNAME", &name);
        if let Some(school) = self.school {
            calendar.text("X-WR-TIMEZONE", &school.zone.name);
        }
        calendar.fixed("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
        calendar.fixed("X-PUBLISHED-TTL", REFRESH);
        calendar.uri("SOURCE;VALUE=URI", &format!("{}{}", self.site.base_url, self.path));
        calendar.uri("URL", &self.page);
        if let Some(colour) = self.school.and_then(|school| school.accent.as_deref()) {
            calendar.text("X-APPLE-CALENDAR-COLOR", colour);
            if let Some(name) = colour::nearest_name(colour) {
                calendar.fixed("COLOR", name);
            }
        }
        calendar
    }

    /// «Консультации для родителей — МБОУ СОШ № 1»; some programs show escapes in the name, so
    /// it has no comma, semicolon or backslash.
    fn full_name(&self) -> String {
        let whose = self.school.map_or(&self.site.title, |school| &school.short_name);
        let name = format!("{} — {whose}", self.name).replace([',', ';', '\\'], " ");
        one_line(&name).split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }
}
