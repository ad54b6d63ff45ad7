//! `reglament approve`: a draft becomes an edition.

use clap::ArgMatches;
use jiff::civil::Date;

use super::report::{Channel, Format, Report};
use super::{Environment, ExitStatus, args};
use crate::language::dates::long;
use crate::model::due::DueDates;
use crate::model::site::DayCount;
use crate::pipeline::approve::{Approval, ApproveError, Approved, Facts, approve};

/// Runs the command.
pub(super) fn run(
    matches: &ArgMatches,
    environment: &Environment,
    report: &Report<'_>,
) -> ExitStatus {
    let Some(approval) = approval(matches, environment, report) else {
        return ExitStatus::Failure;
    };
    match approve(&approval) {
        Ok(approved) => {
            report.findings(&approved.found, Format::Human, Channel::Messages);
            show(&approved, report);
            ExitStatus::Fine
        }
        Err(error) => refuse(error, report),
    }
}

/// What the arguments ask for, or a message about a wrong one.
fn approval(
    matches: &ArgMatches,
    environment: &Environment,
    report: &Report<'_>,
) -> Option<Approval> {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let clock = args::clock(matches, environment, report)?;
    let date = args::date_of(matches, "date", report)?;
    let in_force = args::date_of(matches, "in-force", report)?;
    let valid_until = args::date_of(matches, "valid-until", report)?;
    let (school, regulation) = args::act(matches);
    let mut protocols = Vec::new();
    for role in ["adopted", "agreed"] {
        for given in matches.get_many::<String>(role).unwrap_or_default() {
            let Some(protocol) = protocol(given) else {
                report.failure("usage-protocol", &[("value", given.as_str().into())]);
                return None;
            };
            protocols.push((role, protocol));
        }
    }
    let facts = Facts { by: text("by"), order: text("order"), protocols, in_force, valid_until };
    let root = args::root_folder(matches);
    Some(Approval { root, school, regulation, date: date?, facts, clock })
}

/// `BODY; YYYY-MM-DD; NUMBER`: date and number may be left out.
fn protocol(given: &str) -> Option<[Option<String>; 3]> {
    let mut parts = given.split(';').map(str::trim).map(|part| part.trim_start_matches('№').trim());
    let body = parts.next().filter(|body| !body.is_empty())?;
    let (mut date, mut number) = (None, None);
    for part in parts.filter(|part| !part.is_empty()) {
        let slot = if part.parse::<Date>().is_ok() { &mut date } else { &mut number };
        if slot.replace(part.to_owned()).is_some() {
            return None;
        }
    }
    Some([Some(body.to_owned()), date, number])
}

/// Where the edition stands, its hash, and until when it has to be posted.
fn show(approved: &Approved, report: &Report<'_>) {
    let args =
        [("path", report.path(&approved.path).into()), ("hash", approved.sha256.as_str().into())];
    report.line("approved", &args);
    due(&approved.due, report);
    report.line("approved-next", &[]);
}

fn due(due: &DueDates, report: &Report<'_>) {
    let catalogue = report.catalogue;
    let count = match due.rule.count {
        DayCount::Calendar => "calendar",
        DayCount::Working => "working",
    };
    let args = [
        ("local", long(catalogue, due.local).into()),
        ("law", long(catalogue, due.law).into()),
        ("days", due.rule.days.into()),
        ("count", count.into()),
    ];
    report.line("approved-due", &args);
    if due.computed {
        report.line("approved-computed", &[]);
    }
}

/// Says why nothing was approved.
fn refuse(error: ApproveError, report: &Report<'_>) -> ExitStatus {
    match error {
        ApproveError::Choose(error) => return report.choose_error(error),
        ApproveError::NoDraft(path) => {
            report.failure("approve-no-draft", &[("path", report.path(&path).into())]);
        }
        ApproveError::Exists(path) => {
            report.failure("approve-exists", &[("path", report.path(&path).into())]);
        }
        ApproveError::Future(date) => {
            report.failure("approve-future", &[("date", date.to_string().into())]);
        }
        ApproveError::Found(mut found) => {
            found.sort();
            report.findings(&found, Format::Human, Channel::Messages);
            report.totals(&found);
            report.line("approve-refused", &[]);
            return ExitStatus::Findings;
        }
        ApproveError::Run(error) => report.run_error(&error),
    }
    ExitStatus::Failure
}
