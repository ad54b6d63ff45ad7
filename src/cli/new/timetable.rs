//! `reglament new timetable`: a timetable with one session to be filled in.

use clap::{ArgMatches, Command};

use super::{part, refuse};
use crate::cli::report::Report;
use crate::cli::{Environment, ExitStatus, args};
use crate::language::Catalogue;
use crate::pipeline::setup::timetable::{TimetableFacts, new_timetable};
use crate::pipeline::setup::{self, SetupError};

/// The command.
pub(super) fn command(catalogue: &Catalogue) -> Command {
    let text = |key: &str| catalogue.text(key).to_owned();
    let option = |name, value| args::words(name, value, catalogue);
    part(catalogue, "timetable")
        .arg(option("school", "school").help(text("help-new-of-school")))
        .arg(option("from", "day").help(text("help-timetable-from")))
        .arg(option("to", "day").help(text("help-timetable-to")))
        .args(args::basic(catalogue))
}

/// Runs the command.
pub(super) fn run(
    matches: &ArgMatches,
    environment: &Environment,
    report: &Report<'_>,
) -> ExitStatus {
    let root = args::root_folder(matches);
    let Some(facts) = facts(matches, environment, report) else { return ExitStatus::Failure };
    let written = new_timetable(&root, &facts, report.catalogue).and_then(|files| {
        setup::write(&root, &files)?;
        Ok::<String, SetupError>(files.into_iter().map(|(path, _)| path).collect())
    });
    match written {
        Ok(path) => {
            report.line("new-timetable", &[("path", path.into())]);
            ExitStatus::Fine
        }
        Err(error) => refuse(error, report),
    }
}

/// What the arguments say, or a message about a wrong one.
fn facts(
    matches: &ArgMatches,
    environment: &Environment,
    report: &Report<'_>,
) -> Option<TimetableFacts> {
    let from = args::date_of(matches, "from", report)?;
    let to = args::date_of(matches, "to", report)?;
    let clock = args::clock(matches, environment, report)?;
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        report.failure(
            "new-term",
            &[("from", from.to_string().into()), ("to", to.to_string().into())],
        );
        return None;
    }
    let school = matches.get_one::<String>("school").cloned();
    Some(TimetableFacts { school, from, to, clock })
}
