//! `reglament init`: a new workspace, or recipes for a service that checks and publishes on every
//! commit.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, ValueParser};
use clap::{Arg, ArgMatches, Command};

use super::ask::{Ask, Ended, Question};
use super::new::{ended, facts, facts_options, line, refuse as refuse_setup, yes};
use super::report::{Report, paths};
use super::{Environment, ExitStatus, args};
use crate::language::Catalogue;
use crate::pipeline::recipes::{RecipeError, Service, write};
use crate::pipeline::setup::school::SchoolFacts;
use crate::pipeline::setup::workspace::{SiteFacts, new_workspace, systems};
use crate::publish::PublishError;

/// The command.
pub(super) fn command(catalogue: &Catalogue) -> Command {
    let text = |key: &str| catalogue.text(key).to_owned();
    let options = text("help-options");
    let option = |name, value| args::words(name, value, catalogue);
    let services = PossibleValuesParser::new(["github", "gitlab", "netlify"]);
    let folder = Arg::new("folder").index(1).value_name(text("help-value-folder"));
    let folder = folder.value_parser(ValueParser::path_buf()).help(text("help-init-folder"));
    args::subcommand(catalogue, "init")
        .override_usage(text("help-usage-init"))
        .arg(folder.help_heading(text("help-arguments")))
        .arg(args::flag("portal", text("help-portal"), &options).conflicts_with("single"))
        .arg(args::flag("single", text("help-single"), &options))
        .arg(option("title", "words").help(text("help-init-title")))
        .arg(option("base-url", "site").help(text("help-base-url")))
        .arg(option("school", "school").help(text("help-school-id")))
        .args(facts_options(catalogue))
        .arg(args::option("ci", "service", services.into(), catalogue))
        .arg(yes(catalogue))
        .args(args::basic(catalogue))
}

/// Runs the command.
pub(super) fn run(
    matches: &ArgMatches,
    environment: &Environment,
    report: &Report<'_>,
) -> ExitStatus {
    let name = matches.get_one::<String>("ci").map(String::as_str);
    let service = name.map(|name| match name {
        "gitlab" => Service::Gitlab,
        "netlify" => Service::Netlify,
        _ => Service::Github,
    });
    match (matches.get_one::<PathBuf>("folder"), service) {
        (Some(folder), service) => begin(matches, folder, service, (environment, report)),
        (None, Some(service)) => recipe(matches, service, report),
        (None, None) => {
            report.failure("init-nothing", &[]);
            ExitStatus::Failure
        }
    }
}

/// Writes the recipe into a workspace that is there.
fn recipe(matches: &ArgMatches, service: Service, report: &Report<'_>) -> ExitStatus {
    match write(&args::root_folder(matches), service, report.catalogue) {
        Ok(recipe) => {
            let files = recipe.files.iter().map(|file| report.path(file) + "\n");
            report.data(&files.collect::<String>());
            next(service, recipe.deploys, report);
            ExitStatus::Fine
        }
        Err(error) => refuse(error, report),
    }
}

/// Says what is to be written into the recipe.
fn next(service: Service, deploys: bool, report: &Report<'_>) {
    let name = match service {
        Service::Github => "github",
        Service::Gitlab => "gitlab",
        Service::Netlify => "netlify",
    };
    let how = if deploys { "deploy" } else { "pages" };
    report.line("init-next", &[("service", name.into()), ("how", how.into())]);
}

fn refuse(error: RecipeError, report: &Report<'_>) -> ExitStatus {
    match error {
        RecipeError::Run(error) => report.run_error(&error),
        RecipeError::NoSite => report.failure("init-no-site", &[]),
        RecipeError::Write(PublishError::Exists(files)) => {
            report.failure("init-exists", &[("files", paths(&files).into())]);
        }
        RecipeError::Write(error) => report.publish_error(&error),
    }
    ExitStatus::Failure
}

/// Writes a new workspace.
fn begin(
    matches: &ArgMatches,
    folder: &Path,
    service: Option<Service>,
    (environment, report): (&Environment, &Report<'_>),
) -> ExitStatus {
    let Some(clock) = args::clock(matches, environment, report) else {
        return ExitStatus::Failure;
    };
    let ask = Ask::new(report, environment, matches.get_flag("yes"));
    let site = match site(matches, (&ask, report)) {
        Ok(Some((portal, title, base_url, school))) => {
            SiteFacts { portal, title, base_url, school, service, clock }
        }
        Ok(None) => return ExitStatus::Failure,
        Err(Ended) => return ended(report),
    };
    match new_workspace(folder, &site, report.catalogue) {
        Ok(files) => {
            report.data(&format!("{}\n", files.join("\n")));
            report.line("init-begun", &[("folder", folder.display().to_string().into())]);
            if let Some(service) = service {
                next(service, false, report);
            }
            ExitStatus::Fine
        }
        Err(error) => refuse_setup(error, report),
    }
}

/// Portal or not, title, address, and the first school.
type Site = (bool, Option<String>, Option<String>, SchoolFacts);

/// What the options say and a person answers; `None` with a message if an option is wrong.
fn site(
    matches: &ArgMatches,
    (ask, report): (&Ask<'_>, &Report<'_>),
) -> Result<Option<Site>, Ended> {
    let catalogue = report.catalogue;
    let given = |name: &str| matches.get_one::<String>(name).cloned();
    let (mut title, mut base_url) = (given("title"), given("base-url"));
    if let Some(wrong) = base_url.as_ref().filter(|url| address(url, catalogue).is_err()) {
        report.failure("new-address", &[("value", wrong.as_str().into())]);
        return Ok(None);
    }
    let portal = if matches.get_flag("portal") || matches.get_flag("single") || !ask.on {
        matches.get_flag("portal")
    } else {
        let yes_no = ("ask-portal", catalogue.text("ask-no"));
        let question = Question {
            text: catalogue.text(yes_no.0),
            default: Some(yes_no.1),
            ..Question::default()
        };
        ask.answer(&question, |given| flag(given, catalogue))?.unwrap_or(false)
    };
    let known = systems().map(|(id, key)| (id.to_owned(), catalogue.text(&key).to_owned()));
    let Some(school) = facts(matches, matches.get_one("school"), (ask, report), &known)? else {
        return Ok(None);
    };
    if title.is_none() && !portal {
        let short = school.short_name.as_deref();
        title = short.map(|name| catalogue.format("setup-title", &[("name", name.into())]));
    }
    if ask.on && given("title").is_none() {
        let text = catalogue.text("ask-title");
        let question = Question { text, default: title.as_deref(), ..Question::default() };
        title = ask.answer(&question, |given| line(given, catalogue))?;
    }
    if ask.on && base_url.is_none() {
        let (text, example) = (catalogue.text("ask-url"), Some(catalogue.text("ask-url-example")));
        let question = Question { text, example, optional: true, ..Question::default() };
        base_url = ask.answer(&question, |given| address(given, catalogue))?;
    }
    Ok(Some((portal, title, base_url, school)))
}

/// The word for yes or no.
fn flag(given: &str, catalogue: &Catalogue) -> Result<bool, String> {
    match crate::model::template::Kind::Flag.parse(given) {
        Some(crate::model::template::Value::Flag(flag)) => Ok(flag),
        _ => Err(catalogue.format(
            "ask-expected",
            &[("kind", "flag".into()), ("from", 0.into()), ("to", 0.into())],
        )),
    }
}

/// An address of a site.
fn address(given: &str, catalogue: &Catalogue) -> Result<String, String> {
    let host = ["https://", "http://"].iter().find_map(|scheme| given.strip_prefix(scheme));
    let bad = |c: char| c.is_whitespace() || c.is_control() || "\"<>\\`{}?#".contains(c);
    match host.filter(|host| !host.is_empty() && !host.starts_with('/') && !host.contains(bad)) {
        Some(_) => Ok(given.to_owned()),
        None => Err(catalogue.text("ask-wrong-url").to_owned()),
    }
}
