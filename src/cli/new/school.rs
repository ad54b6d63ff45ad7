//! `reglament new school`: a school in a workspace that is there; its questions also serve `init`.

use std::path::Path;

use clap::builder::ValueParser;
use clap::{Arg, ArgMatches, Command};
use jiff::tz::TimeZone;

use super::{ended, part, refuse, yes};
use crate::cli::ask::{Ask, Ended, Question, chosen};
use crate::cli::report::Report;
use crate::cli::{Environment, ExitStatus, args};
use crate::language::Catalogue;
use crate::language::transliteration::slug;
use crate::pipeline::setup;
use crate::pipeline::setup::school::{SchoolFacts, is_free_id, new_school, systems};
use crate::pipeline::setup::zones::zone_of;

/// Longest identifier that is proposed, in characters.
const LONGEST_ID: usize = 40;

/// The command.
pub(super) fn command(catalogue: &Catalogue) -> Command {
    let id = Arg::new("id").index(1).value_name(catalogue.text("help-value-school").to_owned());
    let id = id.help(catalogue.text("help-school-id").to_owned());
    part(catalogue, "school")
        .arg(id.help_heading(catalogue.text("help-arguments").to_owned()))
        .args(facts_options(catalogue))
        .arg(yes(catalogue))
        .arg(args::option("root", "folder", ValueParser::path_buf(), catalogue))
        .arg(args::lang(catalogue))
}

/// The options by which the facts of a school are told.
pub(in crate::cli) fn facts_options(catalogue: &Catalogue) -> [Arg; 7] {
    let names = [
        ("name", "words"),
        ("short-name", "words"),
        ("city", "words"),
        ("zone", "zone"),
        ("system", "system"),
        ("phone", "words"),
        ("email", "words"),
    ];
    names.map(|(name, value)| {
        let help = catalogue.text(&format!("help-school-{name}")).to_owned();
        args::words(name, value, catalogue).help(help)
    })
}

/// Runs the command.
pub(super) fn run(
    matches: &ArgMatches,
    environment: &Environment,
    report: &Report<'_>,
) -> ExitStatus {
    let root = args::root_folder(matches);
    let known = match systems(&root) {
        Ok(known) => known,
        Err(error) => return refuse(error, report),
    };
    let ask = Ask::new(report, environment, matches.get_flag("yes"));
    let id = matches.get_one::<String>("id");
    let facts = match facts(matches, id, (&ask, report), &known) {
        Ok(Some(facts)) => facts,
        Ok(None) => return ExitStatus::Failure,
        Err(Ended) => return ended(report),
    };
    match write(&root, &facts, report.catalogue) {
        Ok(path) => {
            report.line("new-school", &[("path", path.into()), ("id", facts.id.into())]);
            ExitStatus::Fine
        }
        Err(error) => refuse(error, report),
    }
}

fn write(
    root: &Path,
    facts: &SchoolFacts,
    catalogue: &Catalogue,
) -> Result<String, setup::SetupError> {
    let files = new_school(root, facts, catalogue)?;
    setup::write(root, &files)?;
    Ok(files.into_iter().map(|(path, _)| path).collect())
}

/// The facts of a school by the options, and what a person answers; `id` if it is named. `None`
/// with a message if an option is wrong.
pub(in crate::cli) fn facts(
    matches: &ArgMatches,
    id: Option<&String>,
    (ask, report): (&Ask<'_>, &Report<'_>),
    systems: &[(String, String)],
) -> Result<Option<SchoolFacts>, Ended> {
    let given = |name: &str| matches.get_one::<String>(name).cloned();
    let mut facts = SchoolFacts {
        id: id.cloned().unwrap_or_default(),
        name: given("name"),
        short_name: given("short-name"),
        city: given("city"),
        zone: given("zone"),
        system: given("system"),
        phone: given("phone"),
        email: given("email"),
    };
    if !sound(&facts, report, systems) {
        return Ok(None);
    }
    if ask.on {
        questions(&mut facts, (ask, report), systems)?;
    }
    if facts.zone.is_none() {
        facts.zone = facts.city.as_deref().and_then(zone_of).map(str::to_owned);
    }
    if facts.id.is_empty() {
        let proposed = facts.short_name.as_deref().map(proposed_id);
        facts.id = proposed.filter(|id| is_free_id(id)).unwrap_or_else(|| "shkola".to_owned());
    }
    Ok(Some(facts))
}

/// Whether the options can be used; if not, says which cannot.
fn sound(facts: &SchoolFacts, report: &Report<'_>, systems: &[(String, String)]) -> bool {
    let texts = [&facts.name, &facts.short_name, &facts.city, &facts.phone, &facts.email];
    let wrong = texts.into_iter().flatten().find(|text| line(text, report.catalogue).is_err());
    let wrong = wrong.map(|text| ("new-text", text.clone()));
    let wrong = wrong
        .or_else(|| {
            let named = Some(&facts.id).filter(|id| !id.is_empty() && !is_free_id(id));
            named.map(|id| ("new-id", id.clone()))
        })
        .or(facts.zone.clone().filter(|zone| !is_zone(zone)).map(|zone| ("new-zone", zone)))
        .or_else(|| {
            let system = facts.system.clone()?;
            let known = systems.iter().any(|(id, _)| *id == system);
            (!known).then_some(("new-system", system))
        });
    let Some((key, value)) = wrong else { return true };
    let known: Vec<&str> = systems.iter().map(|(id, _)| id.as_str()).collect();
    let known = if known.is_empty() { "–".to_owned() } else { known.join(", ") };
    report.failure(key, &[("value", value.into()), ("known", known.into())]);
    false
}

/// Asks for what the options did not say.
fn questions(
    facts: &mut SchoolFacts,
    (ask, report): (&Ask<'_>, &Report<'_>),
    systems: &[(String, String)],
) -> Result<(), Ended> {
    let catalogue = report.catalogue;
    let text = |key, example, optional| Question {
        text: catalogue.text(key),
        example: Some(catalogue.text(example)),
        optional,
        ..Question::default()
    };
    let check = |given: &str| line(given, catalogue);
    if facts.name.is_none() {
        facts.name = ask.answer(&text("ask-name", "ask-name-example", false), check)?;
    }
    if facts.short_name.is_none() {
        facts.short_name = ask.answer(&text("ask-short", "ask-short-example", false), check)?;
    }
    if facts.id.is_empty() {
        let proposed = facts.short_name.as_deref().map(proposed_id).filter(|id| is_free_id(id));
        let question =
            Question { default: proposed.as_deref(), ..text("ask-id", "ask-id-example", false) };
        let wrong = || catalogue.text("ask-wrong-id").to_owned();
        let id =
            ask.answer(&question, |id| is_free_id(id).then(|| id.to_owned()).ok_or_else(wrong));
        facts.id = id?.unwrap_or_default();
    }
    if facts.city.is_none() {
        facts.city = ask.answer(&text("ask-city", "ask-city-example", false), check)?;
    }
    if facts.zone.is_none() {
        let proposed = facts.city.as_deref().and_then(zone_of);
        let question =
            Question { default: proposed, ..text("ask-zone", "ask-zone-example", false) };
        facts.zone = ask.answer(&question, |given| zone(given, catalogue))?;
    }
    if facts.system.is_none() && !systems.is_empty() {
        let text = catalogue.text("ask-system");
        let question = Question { text, choices: systems, optional: true, ..Question::default() };
        facts.system = ask.answer(&question, |id| chosen(id, systems, report))?;
    }
    if facts.phone.is_none() {
        facts.phone = ask.answer(&text("ask-phone", "ask-phone-example", true), check)?;
    }
    if facts.email.is_none() {
        facts.email = ask.answer(&text("ask-email", "ask-email-example", true), check)?;
    }
    Ok(())
}

/// The identifier that a short name suggests: «Лицей № 2» is `licej-2`.
fn proposed_id(name: &str) -> String {
    slug(name, LONGEST_ID).replace('.', "-").replace("--", "-")
}

/// One line of text.
pub(in crate::cli) fn line(given: &str, catalogue: &Catalogue) -> Result<String, String> {
    let given = given.trim();
    if given.is_empty() || given.chars().any(char::is_control) {
        return Err(catalogue.text("ask-wrong-text").to_owned());
    }
    Ok(given.to_owned())
}

/// A zone by its name or that of a town.
fn zone(given: &str, catalogue: &Catalogue) -> Result<String, String> {
    let zone = if is_zone(given) { Some(given) } else { zone_of(given) };
    zone.map(str::to_owned).ok_or_else(|| catalogue.text("ask-wrong-zone").to_owned())
}

fn is_zone(name: &str) -> bool {
    TimeZone::get(name).is_ok_and(|zone| zone.iana_name().is_some())
}
