//! `reglament build`: publishes the content into the output folder.

use std::path::PathBuf;
use std::time::Instant;

use clap::ArgMatches;

use super::report::{Channel, Report};
use super::{Environment, ExitStatus, args};
use crate::pipeline::{self, Outcome};

/// Output folder within the workspace where none is given.
const OUTPUT: &str = "public";

/// Runs the command.
pub(super) fn run(
    matches: &ArgMatches,
    environment: &Environment,
    report: &Report<'_>,
) -> ExitStatus {
    let begin = Instant::now();
    let Some(mut request) = args::request(matches, environment, report) else {
        return ExitStatus::Failure;
    };
    request.print = !matches.get_flag("no-print");
    let given = matches.get_one::<PathBuf>("output");
    if given.is_none() && !request.schools.is_empty() {
        report.failure("usage-school-without-output", &[]);
        return ExitStatus::Failure;
    }
    let output = given.cloned().unwrap_or_else(|| request.root.join(OUTPUT));
    let outcome = match pipeline::build(&request, &output, &report.progress()) {
        Ok(outcome) => outcome,
        Err(error) => {
            report.run_error(&error);
            return ExitStatus::Failure;
        }
    };
    report.findings(&outcome.found, args::format(matches), Channel::Messages);
    report.totals(&outcome.found);
    if outcome.published.is_some() {
        summary(&outcome, &output.display().to_string(), begin, report);
        return ExitStatus::Fine;
    }
    report.line("nothing-written", &[("output", output.display().to_string().into())]);
    ExitStatus::Findings
}

fn summary(outcome: &Outcome, output: &str, begin: Instant, report: &Report<'_>) {
    let Some(published) = outcome.published else { return };
    let counts = outcome.counts;
    let seconds = format!("{:.1}", begin.elapsed().as_secs_f64());
    let tenths = published.bytes.div_ceil(100_000);
    let megabytes = format!("{}.{}", tenths / 10, tenths % 10);
    let (seconds, megabytes) = match report.catalogue.language() {
        crate::language::Language::Russian => {
            (seconds.replace('.', ","), megabytes.replace('.', ","))
        }
        crate::language::Language::English => (seconds, megabytes),
    };
    let args = [
        ("output", output.into()),
        ("seconds", seconds.into()),
        ("megabytes", megabytes.into()),
        ("files", published.files.into()),
        ("schools", counts.schools.into()),
        ("pages", counts.pages.into()),
        ("feeds", counts.feeds.into()),
        ("posters", counts.posters.into()),
        ("acts", counts.acts.into()),
    ];
    report.line("summary", &args);
}
