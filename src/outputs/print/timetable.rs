//! The timetable poster: when people can come and ask.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::colophon::{approved, term};
use super::days::{Day, Days};
use super::poster::{Link, Poster};
use super::sheet::json;
use crate::language::{Arg, dates};
use crate::model::audience::{Audience, Group};
use crate::model::clock;
use crate::model::print::PosterKind;
use crate::model::timetable::Timetable;
use crate::outputs::context::SchoolContext;

/// What the poster says.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct View<'a> {
    school: &'a str,
    /// The question that it answers.
    headline: &'a str,
    /// Term of the timetable.
    valid: String,
    /// Whose time is meant.
    zone: String,
    days: Vec<Day>,
}

/// The poster of the timetable, or of what in it is for `group`; `None` if the school has no
/// timetable, or nothing in it that is for the group or nothing that is not.
pub(super) fn poster(ctx: &SchoolContext<'_>, group: Option<Group>) -> Option<Poster> {
    let timetable = ctx.timetable()?;
    let kind = match group {
        None => PosterKind::Timetable,
        Some(Group::Staff) => PosterKind::TimetableStaff,
        Some(_) => PosterKind::TimetableParents,
    };
    let approval = timetable.approval.as_ref();
    let poster = || Poster {
        kind,
        name: kind.id().to_owned(),
        layout: "timetable.typ",
        guesses: true,
        title: title(ctx, kind),
        view: json(&view(ctx, timetable, (kind, group), ctx.today)),
        identity: json(&view(ctx, timetable, (kind, group), Date::MIN)),
        link: Link::new(ctx, ctx.addresses.timetable(), "poster-timetable-qr"),
        notes: notes(ctx, timetable, group),
        lines: approval
            .map(|approval| approved(ctx.catalogue, "poster-timetable-approved", approval))
            .into_iter()
            .collect(),
    };
    group.is_none_or(|group| divides(timetable, group)).then(poster)
}

/// Whether the timetable has something for `group` and something that is not for it.
fn divides(timetable: &Timetable, group: Group) -> bool {
    let sessions = timetable.sessions.iter().map(|session| &session.details);
    let extra = timetable.extra.iter().map(|extra| &extra.details);
    let meant: Vec<bool> = sessions.chain(extra).map(|d| d.audience.contains(group)).collect();
    meant.contains(&true) && meant.contains(&false)
}

/// Whether `audience` is meant by a poster for `group`, or by the one for all.
pub(super) fn meant(group: Option<Group>, audience: Audience) -> bool {
    group.is_none_or(|group| audience.contains(group))
}

/// What the poster says of the days from `since` on.
fn view<'a>(
    ctx: &'a SchoolContext<'_>,
    timetable: &Timetable,
    (kind, group): (PosterKind, Option<Group>),
    since: Date,
) -> View<'a> {
    View {
        school: &ctx.school.name,
        headline: ctx.catalogue.text(match kind {
            PosterKind::TimetableParents => "poster-timetable-headline-parents",
            PosterKind::TimetableStaff => "poster-timetable-headline-staff",
            _ => "poster-timetable-headline",
        }),
        valid: term(ctx.catalogue, "poster-valid", timetable.from, timetable.to),
        zone: zone(ctx),
        days: Days { ctx, timetable, group, since }.all(),
    }
}

fn title(ctx: &SchoolContext<'_>, kind: PosterKind) -> String {
    let args = [("school", Arg::from(ctx.school.short_name.as_str()))];
    let key = match kind {
        PosterKind::TimetableParents => "poster-timetable-title-parents",
        PosterKind::TimetableStaff => "poster-timetable-title-staff",
        _ => "poster-timetable-title",
    };
    ctx.catalogue.format(key, &args)
}

/// «Время местное: Красноярск, МСК+4».
fn zone(ctx: &SchoolContext<'_>) -> String {
    let zone = &ctx.school.zone.rules;
    let moscow = TimeZone::get(clock::MOSCOW).ok();
    let city = Arg::from(ctx.school.city.as_str());
    match moscow.map(|moscow| clock::ahead(ctx.today, &moscow, zone)) {
        None => ctx.catalogue.format("poster-zone-local", &[("city", city)]),
        Some(0) => ctx.catalogue.text("poster-zone-moscow").to_owned(),
        Some(ahead) => {
            let args = [("city", city), ("shift", dates::signed_hours(ahead).into())];
            ctx.catalogue.format("poster-zone-shift", &args)
        }
    }
}

fn notes(ctx: &SchoolContext<'_>, timetable: &Timetable, group: Option<Group>) -> Vec<String> {
    let mut notes: Vec<String> = timetable.note.iter().cloned().collect();
    notes.extend(pauses(ctx, timetable, group));
    notes
}

/// When there are no consultations, with the breaks that lie within the timetable's term.
fn pauses(ctx: &SchoolContext<'_>, timetable: &Timetable, group: Option<Group>) -> Option<String> {
    let sessions = timetable.sessions.iter().filter(|s| meant(group, s.details.audience));
    let in_breaks: Vec<bool> = sessions.map(|session| session.in_breaks).collect();
    if in_breaks.is_empty() {
        return None;
    }
    let breaks = ctx.school.breaks.iter();
    let breaks = breaks.filter(|b| b.from <= timetable.to && b.to >= timetable.from);
    let ranges = breaks.map(|b| {
        let args = [
            ("from", Arg::from(dates::day_month(ctx.catalogue, b.from))),
            ("to", dates::day_month(ctx.catalogue, b.to).into()),
        ];
        ctx.catalogue.format("poster-date-range", &args)
    });
    let ranges: Vec<String> = ranges.collect();
    if ranges.is_empty() || !in_breaks.contains(&false) {
        return Some(ctx.catalogue.text("poster-not-on-holidays").to_owned());
    }
    let args = [("breaks", Arg::from(ranges.join("; ")))];
    Some(ctx.catalogue.format("poster-not-in-breaks", &args))
}
