//! `reglament check`: says what is wrong with the content, writes nothing.

use clap::ArgMatches;

use super::report::{Channel, Report};
use super::{Environment, ExitStatus, args, explain};
use crate::diagnostics::{Diagnostic, Severity};
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
    let denied: Vec<&String> = matches.get_many("deny").unwrap_or_default().collect();
    if denied.iter().any(|id| !explain::is_known(id, report)) {
        return ExitStatus::Failure;
    }
    let mut outcome = match pipeline::check(&request, &report.progress()) {
        Ok(outcome) => outcome,
        Err(error) => {
            report.run_error(&error);
            return ExitStatus::Failure;
        }
    };
    outcome.found = outcome.found.map(|finding| deny(finding, &denied));
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

/// The finding as an error, if it is a warning that is denied.
fn deny(finding: Diagnostic, denied: &[&String]) -> Diagnostic {
    if finding.severity == Severity::Warning && denied.iter().any(|id| *id == finding.id) {
        return Diagnostic { severity: Severity::Error, ..finding };
    }
    finding
}
