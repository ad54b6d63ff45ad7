//! `reglament import` of a table: it becomes `timetable.yaml`.

use std::path::Path;

use clap::ArgMatches;

use super::import::{refuse, target};
use super::report::{Channel, Format, Report};
use super::{Environment, ExitStatus, args};
use crate::pipeline::import_timetable::{Done, Import, import};

/// Options that say something of an act: a table has none of it.
const OF_ACTS: [&str; 7] = ["regulation", "date", "order", "by", "posted", "title", "report"];

/// Whether the file is a table.
pub(super) fn is_table(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    crate::source::spreadsheet::stem(&name).is_some()
}

/// Imports the table `file`.
pub(super) fn run(
    file: &Path,
    matches: &ArgMatches,
    (environment, report): (&Environment, &Report<'_>),
) -> ExitStatus {
    if let Some(option) = OF_ACTS.iter().find(|option| matches.contains_id(option)) {
        report.failure("sheet-option", &[("option", format!("--{option}").into())]);
        return ExitStatus::Failure;
    }
    let Some(clock) = args::clock(matches, environment, report) else {
        return ExitStatus::Failure;
    };
    let wanted = Import {
        root: args::root_folder(matches),
        file: file.to_owned(),
        school: matches.get_one::<String>("school").cloned(),
        to: target(matches),
        clock,
    };
    match import(&wanted, report.catalogue) {
        Ok(done) => {
            show(&done, &wanted, report);
            ExitStatus::Fine
        }
        Err(error) => refuse(error, "sheet", report),
    }
}

/// The findings, how many cells were understood, and what to do next.
fn show(done: &Done, wanted: &Import, report: &Report<'_>) {
    report.findings(&done.found, Format::Human, Channel::Messages);
    if wanted.to.is_shown() {
        report.data(&done.text);
    }
    let left = done.cells.saturating_sub(done.used);
    let counts = [("cells", done.cells.into()), ("used", done.used.into()), ("left", left.into())];
    report.line("sheet-account", &counts);
    let path = done.path.as_deref().map(|path| path.strip_prefix(".").unwrap_or(path));
    let path = path.map(|path| path.display().to_string()).unwrap_or_default();
    let key = if wanted.to.is_shown() { "sheet-shown" } else { "sheet-written" };
    report.line(key, &[("path", path.into())]);
    if done.replaced {
        report.line("sheet-sample-replaced", &[]);
    }
    let own = wanted.file.file_stem().is_some_and(|stem| stem == "timetable");
    let beside = done.path.as_ref().and_then(|path| path.parent()) == wanted.file.parent();
    if own && beside && !wanted.to.is_shown() {
        let table = wanted.file.display().to_string();
        report.line("sheet-remove-table", &[("path", table.into())]);
    }
}
