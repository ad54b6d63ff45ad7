//! `reglament explain`: what a finding means and what to do about it.

use clap::ArgMatches;

use super::ExitStatus;
use super::report::Report;
use crate::language::Catalogue;
use crate::language::lines::wrap;
use crate::language::near::nearest;

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
    if !is_known(id, report) {
        return ExitStatus::Failure;
    }
    let part = |attribute| report.catalogue.attribute(id, attribute, &[]).unwrap_or_default();
    let text = format!("{id}: {}\n\n{}\n", part("title"), part("explain"));
    report.data(&wrap(&text, report.width()));
    ExitStatus::Fine
}

/// Whether there is such a finding; if not, says so and which one is like it.
pub(super) fn is_known(id: &str, report: &Report<'_>) -> bool {
    let known = Catalogue::finding_keys();
    if known.contains(&id) {
        return true;
    }
    let near = nearest(id, known.into_iter()).unwrap_or("none");
    report.failure("failed-explain", &[("id", id.into()), ("near", near.into())]);
    false
}
