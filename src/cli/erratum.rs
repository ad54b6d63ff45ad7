//! `reglament erratum`: a mistake of writing in an approved text was put right.

use clap::ArgMatches;

use super::report::Report;
use super::{Environment, ExitStatus, args};
use crate::pipeline::erratum::{Corrected, Correction, ErratumError, correct};

/// Runs the command.
pub(super) fn run(
    matches: &ArgMatches,
    environment: &Environment,
    report: &Report<'_>,
) -> ExitStatus {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let Some(clock) = args::clock(matches, environment, report) else {
        return ExitStatus::Failure;
    };
    let Some(edition) = args::date_of(matches, "edition", report) else {
        return ExitStatus::Failure;
    };
    let (school, regulation) = args::act(matches);
    let correction = Correction {
        root: args::root_folder(matches),
        school,
        regulation,
        edition,
        at: text("at"),
        reason: text("reason").unwrap_or_default(),
        clock,
    };
    match correct(&correction, report.catalogue) {
        Ok(corrected) => {
            show(&corrected, report);
            ExitStatus::Fine
        }
        Err(error) => refuse(error, report),
    }
}

fn show(corrected: &Corrected, report: &Report<'_>) {
    for [at, was, now] in &corrected.errata {
        let args = [
            ("at", at.as_str().into()),
            ("was", was.as_str().into()),
            ("now", now.as_str().into()),
        ];
        report.line("erratum-recorded", &args);
    }
    let args =
        [("path", report.path(&corrected.path).into()), ("hash", corrected.sha256.as_str().into())];
    report.line("erratum-frozen", &args);
}

/// Says why nothing was recorded.
fn refuse(error: ErratumError, report: &Report<'_>) -> ExitStatus {
    match error {
        ErratumError::Choose(error) => return report.choose_error(error),
        ErratumError::NotFrozen(path) => {
            report.failure("erratum-not-frozen", &[("path", report.path(&path).into())]);
        }
        ErratumError::Same(path) => {
            report.failure("erratum-same", &[("path", report.path(&path).into())]);
        }
        ErratumError::Amended(count) => {
            report.failure("erratum-amended", &[("count", count.into())]);
            return ExitStatus::Findings;
        }
        ErratumError::OneLine(path) => {
            report.failure("erratum-one-line", &[("path", report.path(&path).into())]);
        }
        ErratumError::Run(error) => report.run_error(&error),
    }
    ExitStatus::Failure
}
