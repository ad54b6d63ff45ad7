//! `reglament explain`: what a finding means and what to do about it.

use clap::ArgMatches;

use super::ExitStatus;
use super::report::Report;
use crate::language::Catalogue;

/// Runs the command: one finding explained, or the list of all.
pub(super) fn run(matches: &ArgMatches, report: &Report<'_>) -> ExitStatus {
    let known = Catalogue::finding_keys();
    let Some(id) = matches.get_one::<String>("id") else {
        let title = |key: &&str| report.catalogue.attribute(key, "title", &[]).unwrap_or_default();
        let width = known.iter().map(|key| key.len()).max().unwrap_or(0);
        let line = |key: &&str| format!("{key:width$}  {}\n", title(key));
        report.data(&known.iter().map(line).collect::<String>());
        return ExitStatus::Fine;
    };
    if !known.contains(&id.as_str()) {
        report.failure("failed-explain", &[("id", id.as_str().into())]);
        return ExitStatus::Failure;
    }
    let part = |attribute| report.catalogue.attribute(id, attribute, &[]).unwrap_or_default();
    report.data(&format!("{id}: {}\n\n{}\n", part("title"), part("explain")));
    ExitStatus::Fine
}
