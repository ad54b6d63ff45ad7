//! `reglament new`: a school, a timetable or a regulation in a workspace that is there.

mod regulation;
mod school;
mod timetable;

pub(super) use school::{facts, facts_options, line};

use clap::{Arg, ArgMatches, Command};

use super::report::{Channel, Format, Report};
use super::{Environment, ExitStatus, args};
use crate::language::Catalogue;
use crate::pipeline::setup::SetupError;

/// The command with its three.
pub(super) fn command(catalogue: &Catalogue) -> Command {
    let all =
        [regulation::command(catalogue), school::command(catalogue), timetable::command(catalogue)];
    args::subcommand(catalogue, "new")
        .override_usage(catalogue.text("help-usage-new").to_owned())
        .subcommand_help_heading(catalogue.text("help-commands").to_owned())
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .arg(args::lang(catalogue))
        .subcommands(all)
}

/// One of the three; its texts are `help-new-<name>` and `help-usage-new-<name>`.
fn part(catalogue: &Catalogue, name: &'static str) -> Command {
    let text = |key: String| catalogue.text(&key).to_owned();
    args::subcommand(catalogue, name)
        .about(text(format!("help-new-{name}")))
        .override_usage(text(format!("help-usage-new-{name}")))
}

/// `--yes`.
pub(super) fn yes(catalogue: &Catalogue) -> Arg {
    let text = |key: &str| catalogue.text(key).to_owned();
    args::flag("yes", text("help-yes"), &text("help-options"))
}

/// Runs the command.
pub(super) fn run(
    matches: &ArgMatches,
    environment: &Environment,
    report: &Report<'_>,
) -> ExitStatus {
    match matches.subcommand() {
        Some(("regulation", matches)) => regulation::run(matches, environment, report),
        Some(("school", matches)) => school::run(matches, environment, report),
        Some(("timetable", matches)) => timetable::run(matches, environment, report),
        _ => ExitStatus::Failure,
    }
}

/// Says why nothing was written.
pub(super) fn refuse(error: SetupError, report: &Report<'_>) -> ExitStatus {
    match error {
        SetupError::Choose(error) => return report.choose_error(error),
        SetupError::Id(id) => report.failure("import-id", &[("id", id.into())]),
        SetupError::NoSite => report.failure("init-no-site", &[]),
        SetupError::OneSchool => report.failure("new-one-school", &[]),
        SetupError::Found(mut found) => {
            found.sort();
            report.findings(&found, Format::Human, Channel::Messages);
            report.totals(&found);
            report.line("new-refused", &[]);
            return ExitStatus::Findings;
        }
        SetupError::Model(wanted, known) => {
            let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
            let wanted = wanted.unwrap_or_else(|| "none".to_owned());
            let args = [("wanted", wanted.into()), ("known", known.into())];
            report.failure("new-model", &args);
        }
        SetupError::Run(error) => report.run_error(&error),
    }
    ExitStatus::Failure
}

/// Says that the person ended the input.
pub(super) fn ended(report: &Report<'_>) -> ExitStatus {
    report.line("ask-ended", &[]);
    ExitStatus::Failure
}
