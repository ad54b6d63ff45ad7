//! `reglament print`: makes the sheets that somebody wants to print now.

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::ArgMatches;

use super::report::{Channel, Format, Report};
use super::{Environment, ExitStatus, args};
use crate::model::print::{Format as Paper, Variant};
use crate::outputs::print::{SheetKind, Wanted};
use crate::outputs::stand::{Hung, StandChanges};
use crate::pipeline::print::{PrintOutcome, PrintedFile, Sheets, print};

/// Folder for sheets within the workspace where none is given.
const OUTPUT: &str = "print";

/// Sheets to sign on in an act for the files where no number is given.
const ACQUAINTANCE: u8 = 1;

/// Runs the command.
pub(super) fn run(
    matches: &ArgMatches,
    environment: &Environment,
    report: &Report<'_>,
) -> ExitStatus {
    let begin = Instant::now();
    let Some(request) = args::request(matches, environment, report) else {
        return ExitStatus::Failure;
    };
    let Some(sheets) = sheets(matches, &request.root, report) else {
        return ExitStatus::Failure;
    };
    let outcome = match print(&request, &sheets, &report.progress()) {
        Ok(outcome) => outcome,
        Err(error) => {
            report.run_error(&error);
            return ExitStatus::Failure;
        }
    };
    report.findings(&outcome.found, Format::Human, Channel::Messages);
    report.totals(&outcome.found);
    if outcome.found.has_errors() {
        report.line("nothing-printed", &[]);
        return ExitStatus::Findings;
    }
    show(&outcome, &sheets.output, begin, report);
    if matches.get_flag("open") { open(&outcome, environment, report) } else { ExitStatus::Fine }
}

/// The sheets that are asked for, or a message about a wrong option.
fn sheets(matches: &ArgMatches, root: &Path, report: &Report<'_>) -> Option<Sheets> {
    let text = |name: &str| matches.get_one::<String>(name);
    let kinds = matches.get_many::<String>("kind").unwrap_or_default();
    let kinds = SheetKind::all().filter(|kind| kinds.clone().any(|wanted| wanted == kind.id()));
    let edition = text("edition").map(|given| (given, args::date(given)));
    if let Some((given, None)) = edition {
        report.failure("usage-edition", &[("value", given.as_str().into())]);
        return None;
    }
    let format =
        if text("format").is_some_and(|paper| paper == "a3") { Paper::A3 } else { Paper::A4 };
    let paper = Variant::new(format, matches.get_flag("landscape"), matches.get_flag("bw"));
    let wanted = Wanted {
        kinds: kinds.collect(),
        regulation: text("regulation").cloned(),
        edition: edition.and_then(|(_, date)| date),
        acquaintance: matches.get_one("acquaintance").copied().unwrap_or(ACQUAINTANCE),
        paper,
    };
    if (wanted.regulation.is_some() || wanted.edition.is_some()) && !wanted.acts() {
        report.failure("usage-of-act", &[]);
        return None;
    }
    let folder = |name: &str| matches.get_one::<PathBuf>(name).cloned();
    let output = folder("output").unwrap_or_else(|| root.join(OUTPUT));
    Some(Sheets { wanted, output, previous: folder("previous") })
}

/// What was made, as data: the paths, or what to do at each stand; then how much paper it takes.
fn show(outcome: &PrintOutcome, output: &Path, begin: Instant, report: &Report<'_>) {
    let mut data = String::new();
    for school in &outcome.schools {
        if let Some(stand) = &school.stand {
            data.push_str(&todo(&school.name, stand, report));
        }
        for file in &school.files {
            data.push_str(&format!("{}\n", file.path.display()));
        }
    }
    report.data(&data);
    let sheets = |format: Paper| {
        let files = outcome.schools.iter().flat_map(|school| &school.files);
        files.filter(|file| file.format == format).map(|file| file.sheets).sum()
    };
    let counts = [("count-sheets-a4", sheets(Paper::A4)), ("count-sheets-a3", sheets(Paper::A3))];
    let parts = report.counts(&counts);
    if parts.is_empty() {
        return report.line("print-nothing", &[]);
    }
    let output = output.display().to_string();
    let seconds = report.seconds(begin);
    let args = [("seconds", seconds.into()), ("parts", parts.into()), ("output", output.into())];
    report.line("print-summary", &args);
}

/// «Лицей № 2», then a line for each sheet: what to take down, what to hang up, what stays.
fn todo(school: &str, stand: &StandChanges, report: &Report<'_>) -> String {
    let word = |key| report.catalogue.text(key);
    let parts: [(&str, &[Hung]); 3] = [
        (word("print-take-down"), &stand.take_down),
        (word("print-hang"), &stand.hang),
        (word("print-stays"), &stand.stay),
    ];
    let width = parts.iter().map(|(word, _)| word.chars().count()).max().unwrap_or_default();
    let lines =
        parts.iter().flat_map(|(word, sheets)| sheets.iter().map(move |sheet| (word, sheet)));
    let lines =
        lines.map(|(word, sheet)| format!("  {word:width$}  {}  {}\n", sheet.hash, sheet.title));
    format!("{school}\n{}", lines.collect::<String>())
}

/// Opens the only file, or the folder that has them all.
fn open(outcome: &PrintOutcome, environment: &Environment, report: &Report<'_>) -> ExitStatus {
    let schools = outcome.schools.iter().map(|school| school.files.as_slice());
    let schools: Vec<&[PrintedFile]> = schools.filter(|files| !files.is_empty()).collect();
    let target = match schools.as_slice() {
        [] => return ExitStatus::Fine,
        [[only]] => Some(only.path.as_path()),
        [[first, ..]] => first.path.parent(),
        [[first, ..], ..] => first.path.parent().and_then(Path::parent),
        _ => None,
    };
    let Some(target) = target else { return ExitStatus::Fine };
    if let Err(error) = (environment.open)(target.as_os_str()) {
        report.failed_viewer(target, &error);
        return ExitStatus::Failure;
    }
    ExitStatus::Fine
}
