//! `reglament status`: how the editions stand, what is urgent first.

use clap::ArgMatches;

use super::report::{Channel, Format, Report};
use super::{Environment, ExitStatus, args};
use crate::language::Catalogue;
use crate::language::dates::long;
use crate::language::lines::wrap;
use crate::model::status::{Posted, Posting};
use crate::outputs::data::status::status as as_json;
use crate::outputs::status::words::{force, now, sign};
use crate::outputs::status::{Attention, EditionStatus, SchoolStatus};
use crate::pipeline::status::status;

/// Columns before the second line of an entry.
const INDENT: usize = 2;

/// Runs the command.
pub(super) fn run(
    matches: &ArgMatches,
    environment: &Environment,
    report: &Report<'_>,
) -> ExitStatus {
    let Some(request) = args::request(matches, environment, report) else {
        return ExitStatus::Failure;
    };
    let standings = match status(&request, &report.progress()) {
        Ok(standings) => standings,
        Err(error) => {
            report.run_error(&error);
            return ExitStatus::Failure;
        }
    };
    report.findings(&standings.found, Format::Human, Channel::Messages);
    if matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        match as_json(standings.schools.iter(), &standings.base_url) {
            Ok(text) => report.data(&text),
            Err(_) => return ExitStatus::Failure,
        }
    } else {
        let styled = environment.stdout_is_terminal && !environment.no_color;
        report.data(&table(&standings.schools, report, styled));
        totals(&standings.schools, report);
    }
    let overdue = standings.schools.iter().any(|s| s.attention() == Attention::Overdue);
    if overdue || standings.found.has_errors() { ExitStatus::Findings } else { ExitStatus::Fine }
}

/// An entry for each edition: what is urgent first, then by the name of the school.
fn table(schools: &[SchoolStatus], report: &Report<'_>, styled: bool) -> String {
    let all = schools.iter().flat_map(|school| school.editions.iter().map(move |e| (school, e)));
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|(school, edition)| (edition.attention(), &school.name, &school.id));
    let entries = all.into_iter().map(|(school, edition)| entry(school, edition, report, styled));
    entries.collect::<Vec<_>>().join("\n")
}

/// «■ Лицей № 2: просрочено на 4 дня», and below it the edition and its dates.
fn entry(
    school: &SchoolStatus,
    edition: &EditionStatus,
    report: &Report<'_>,
    styled: bool,
) -> String {
    let catalogue = report.catalogue;
    let posting = edition.status.posting;
    let head = format!("{} {}: {}", sign(posting), school.name, now(catalogue, edition));
    let mut lines = vec![indented(&head, report.width())];
    lines[0] = coloured(&lines[0], posting, styled);
    let mut rest = vec![named(catalogue, edition)];
    if matches!(posting, Posting::Running(_) | Posting::Overdue(_)) {
        rest.push(due(catalogue, edition));
    }
    rest.push(force(catalogue, edition.status.validity));
    let rest = rest.iter().map(|line| indented(&format!("  {line}"), report.width()));
    lines.extend(rest);
    lines.join("\n") + "\n"
}

/// «Помощь, редакция от 28 августа 2026 г.»
fn named(catalogue: &Catalogue, edition: &EditionStatus) -> String {
    let approved = long(catalogue, edition.approved);
    let args = [("title", edition.title.as_str().into()), ("approved", approved.into())];
    catalogue.format("status-edition", &args)
}

fn due(catalogue: &Catalogue, edition: &EditionStatus) -> String {
    let (due, law) = (long(catalogue, edition.due), long(catalogue, edition.due_law));
    catalogue.format("status-due", &[("due", due.into()), ("law", law.into())])
}

/// `text` in lines of at most `width` columns, all but the first indented; its own indent stays.
fn indented(text: &str, width: usize) -> String {
    let own = text.len() - text.trim_start_matches(' ').len();
    let wrapped = wrap(text.trim_start_matches(' '), width.saturating_sub(INDENT));
    let lines = wrapped.split('\n').enumerate();
    let lines = lines.map(|(nth, line)| {
        let before = if nth == 0 { own } else { INDENT };
        format!("{}{line}", " ".repeat(before))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The words in the colour of their sign.
fn coloured(text: &str, posting: Posting, styled: bool) -> String {
    let colour = match posting {
        Posting::Posted(Posted { late: 0, .. }) => "32",
        Posting::Overdue(_) => "1;31",
        Posting::Posted(_) | Posting::Running(0..=3) => "33",
        _ => return text.to_owned(),
    };
    if styled { format!("\u{1b}[{colour}m{text}\u{1b}[0m") } else { text.to_owned() }
}

/// Says how many editions need what.
fn totals(schools: &[SchoolStatus], report: &Report<'_>) {
    let all = || schools.iter().flat_map(|school| &school.editions);
    if all().next().is_none() {
        return report.line("status-none", &[]);
    }
    let count = |what| all().filter(|edition| edition.attention() == what).count();
    let mut calm = true;
    for (key, what) in [
        ("status-overdue", Attention::Overdue),
        ("status-soon", Attention::Soon),
        ("status-ending", Attention::Ending),
    ] {
        let number = count(what);
        if number > 0 {
            report.line(key, &[("count", number.into())]);
            calm = false;
        }
    }
    if calm {
        report.line("status-calm", &[]);
    }
}
