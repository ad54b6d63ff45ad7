//! `reglament build`: publishes the content into the output folder.

use std::path::PathBuf;
use std::time::Instant;

use clap::ArgMatches;

use super::report::{Channel, Report};
use super::{Environment, ExitStatus, args};
use crate::outputs::stand::StandChanges;
use crate::pipeline::{self, Outcome};

/// Output folder within the workspace where none is given.
pub(super) const OUTPUT: &str = "public";

/// Schools for which it is said how to print the sheets that changed.
const MOST_STANDS: usize = 5;

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
    request.drafts = matches.get_flag("drafts");
    request.locked = matches.get_flag("locked");
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

/// «Готово за 1,2 с: 5 школ, 36 страниц.» and where it all is.
fn summary(outcome: &Outcome, output: &str, begin: Instant, report: &Report<'_>) {
    let Some(published) = outcome.published else { return };
    let counts = outcome.counts;
    let parts = report.counts(&[
        ("count-schools", counts.schools),
        ("count-pages", counts.pages),
        ("count-feeds", counts.feeds),
        ("count-posters", counts.posters),
        ("count-acts", counts.acts),
        ("count-receipts", counts.receipts),
    ]);
    let seconds = report.seconds(begin);
    report.line("summary", &[("seconds", seconds.into()), ("parts", parts.into())]);
    let (key, tenth) = if published.bytes < 1_000_000 {
        ("size-kilobytes", 100)
    } else {
        ("size-megabytes", 100_000)
    };
    let size = report.decimal(published.bytes.div_ceil(tenth));
    let size = report.catalogue.format(key, &[("size", size.into())]);
    let files = report.counts(&[("count-files", published.files)]);
    let args = [("files", files.into()), ("size", size.into()), ("output", output.into())];
    report.line("summary-output", &args);
    if counts.locks > 0 {
        report.line("locks-written", &[("count", counts.locks.into())]);
    }
    if counts.left_out > 0 {
        report.line("drafts-left-out", &[("count", counts.left_out.into())]);
    }
    stands(&outcome.stands, report);
}

/// How many sheets are to be hung up and taken down, against the site that was replaced, and how
/// to print them.
fn stands(stands: &[(String, StandChanges)], report: &Report<'_>) {
    if stands.is_empty() {
        return;
    }
    let sum = |count: fn(&StandChanges) -> usize| -> usize {
        stands.iter().map(|(_, changes)| count(changes)).sum()
    };
    let (hang, down) = (sum(|changes| changes.hang.len()), sum(|c| c.take_down.len()));
    report.line("stand-changed", &[("hang", hang.into()), ("down", down.into())]);
    for (id, changes) in stands.iter().take(MOST_STANDS) {
        let mut kinds: Vec<_> = changes.hang.iter().map(|sheet| sheet.kind.as_str()).collect();
        kinds.dedup();
        if !kinds.is_empty() {
            let kinds = kinds.join(" --kind ");
            report.message(&format!("  reglament print --school {id} --kind {kinds}\n"));
        }
    }
}
