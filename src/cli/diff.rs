//! `reglament diff`: what changed between two texts, as data on standard output.

use std::path::PathBuf;

use clap::ArgMatches;
use jiff::civil::Date;

use super::args::date;
use super::report::Report;
use super::{Environment, ExitStatus};
use crate::language::dates::long;
use crate::outputs::changes::plain::{self, Look};
use crate::outputs::changes::{json, lines};
use crate::pipeline::compare::{Compared, Texts, compare};

/// Runs the command.
pub(super) fn run(
    matches: &ArgMatches,
    environment: &Environment,
    report: &Report<'_>,
) -> ExitStatus {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let (old, new) = (text("old").unwrap_or_default(), text("new").unwrap_or_default());
    let (school, regulation) = (text("school"), text("regulation"));
    let of_school = school.is_some() || regulation.is_some();
    let texts = match (date(&old), date(&new)) {
        (Some(before), Some(after)) => {
            let root = matches.get_one::<PathBuf>("root").cloned();
            let root = root.unwrap_or_else(|| PathBuf::from("."));
            Texts::Editions { root, school, regulation, dates: (before, after) }
        }
        (before, _) if of_school => {
            let wrong = if before.is_none() { old } else { new };
            report.failure("usage-not-dates", &[("value", wrong.into())]);
            return ExitStatus::Failure;
        }
        _ => Texts::Files(PathBuf::from(&old), PathBuf::from(&new)),
    };
    match compare(&texts) {
        Ok(compared) => {
            let json = matches.get_one::<String>("format").is_some_and(|format| format == "json");
            show(&compared, [&old, &new], json, environment, report);
            ExitStatus::Fine
        }
        Err(error) => report.choose_error(error),
    }
}

fn show(
    compared: &Compared,
    [old, new]: [&str; 2],
    as_json: bool,
    environment: &Environment,
    report: &Report<'_>,
) {
    let (redline, catalogue) = (&compared.redline, report.catalogue);
    if as_json {
        let lines = lines(redline, catalogue);
        return report.data(&json::render(redline, &lines, [old, new]));
    }
    let name = |given: &str, date: Option<Date>| match date {
        Some(date) => format!("{} {}", catalogue.text("site-edition-of"), long(catalogue, date)),
        None => given.to_owned(),
    };
    let (before, after) = compared.editions.unzip();
    let (before, after) = (name(old, before), name(new, after));
    let styled = environment.stdout_is_terminal && !environment.no_color;
    let look = Look { styled, width: report.width() };
    report.data(&plain::render(redline, [&before, &after], catalogue, look));
}
