//! `reglament check`: says what is wrong with the content, writes nothing.

use clap::ArgMatches;

use super::report::{Channel, Report};
use super::{Environment, ExitStatus, args};
use crate::pipeline;

/// Runs the command.
pub(super) fn run(
    matches: &ArgMatches,
    environment: &Environment,
    report: &Report<'_>,
) -> ExitStatus {
    let Some(request) = args::request(matches, environment, report) else {
        return ExitStatus::Failure;
    };
    let outcome = match pipeline::check(&request, &report.progress()) {
        Ok(outcome) => outcome,
        Err(error) => {
            report.run_error(&error);
            return ExitStatus::Failure;
        }
    };
    report.findings(&outcome.found, args::format(matches), Channel::Data);
    report.totals(&outcome.found);
    if outcome.found.has_errors() {
        return ExitStatus::Findings;
    }
    if outcome.found.is_empty() {
        report.line("check-fine", &[("schools", outcome.counts.schools.into())]);
    }
    ExitStatus::Fine
}
