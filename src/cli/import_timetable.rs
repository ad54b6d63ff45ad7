//! `reglament import` of a table: it becomes `timetable.yaml`.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::report::{Channel, Format, Report};
use super::{ExitStatus, args};
use crate::pipeline::import_timetable::{Done, Import, ImportError, Target, import};

/// Whether the file is a table.
pub(super) fn is_table(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    crate::source::spreadsheet::stem(&name).is_some()
}

/// Imports the table `file`.
pub(super) fn run(file: &Path, matches: &ArgMatches, report: &Report<'_>) -> ExitStatus {
    let out = matches.get_one::<PathBuf>("out");
    let prints = out.is_some_and(|out| out.as_os_str() == "-");
    let to = match out {
        _ if prints || matches.get_flag("dry-run") => Target::Shown,
        Some(out) => Target::File(out.clone()),
        None => Target::Workspace,
    };
    let wanted = Import {
        root: args::root_folder(matches),
        file: file.to_owned(),
        school: matches.get_one::<String>("school").cloned(),
        to,
    };
    match import(&wanted, report.catalogue) {
        Ok(done) => {
            show(&done, &wanted, report);
            ExitStatus::Fine
        }
        Err(error) => refuse(error, report),
    }
}

/// The findings, how many cells were understood, and what to do next.
fn show(done: &Done, wanted: &Import, report: &Report<'_>) {
    report.findings(&done.found, Format::Human, Channel::Messages);
    if wanted.to == Target::Shown {
        report.data(&done.text);
    }
    let left = done.cells.saturating_sub(done.used);
    let counts = [("cells", done.cells.into()), ("used", done.used.into()), ("left", left.into())];
    report.line("sheet-account", &counts);
    let path = done.path.as_deref().map(|path| path.strip_prefix(".").unwrap_or(path));
    let path = path.map(|path| path.display().to_string()).unwrap_or_default();
    let key = if wanted.to == Target::Shown { "sheet-shown" } else { "sheet-written" };
    report.line(key, &[("path", path.into())]);
    if done.replaced && wanted.to != Target::Shown {
        report.line("sheet-sample-replaced", &[]);
    }
    let own = wanted.file.file_stem().is_some_and(|stem| stem == "timetable");
    let beside = done.path.as_ref().and_then(|path| path.parent()) == wanted.file.parent();
    if own && beside && wanted.to != Target::Shown {
        let table = wanted.file.display().to_string();
        report.line("sheet-remove-table", &[("path", table.into())]);
    }
}

/// Says why nothing was imported.
fn refuse(error: ImportError, report: &Report<'_>) -> ExitStatus {
    match error {
        ImportError::Choose(error) => return report.choose_error(error),
        ImportError::Open { path, source } => report.failed_open(&path, &source),
        ImportError::Exists(path) => {
            report.failure("sheet-exists", &[("path", path.display().to_string().into())]);
        }
        ImportError::Found(mut found) => {
            found.sort();
            report.findings(&found, Format::Human, Channel::Messages);
            report.totals(&found);
            report.line("sheet-refused", &[]);
            return ExitStatus::Findings;
        }
        ImportError::Write(error) => report.publish_error(&error),
    }
    ExitStatus::Failure
}
