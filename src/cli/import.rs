//! `reglament import`: a school's own file becomes an edition.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::builder::ValueParser;
use clap::{Arg, ArgMatches, Command};

use super::args::{self, flag, lang, option, subcommand};
use super::report::{self, Channel, Format, Report};
use super::{Environment, ExitStatus, import_timetable};
use crate::import::Given;
use crate::import::document::Origin;
use crate::import::report as account;
use crate::language::Catalogue;
use crate::pipeline::import::{Done, Import, ImportError, Target, import};
use crate::publish::PublishError;

/// Most places that are named for one kind of repair.
const PLACES: usize = 6;

/// The command with its options.
pub(super) fn command(catalogue: &Catalogue) -> Command {
    let text = |key: &str| catalogue.text(key).to_owned();
    let words = |name, value| option(name, value, ValueParser::string(), catalogue);
    let file = Arg::new("file").index(1).required(true).value_name(text("help-value-file"));
    let file = file.value_parser(ValueParser::path_buf()).help(text("help-import-file"));
    let path = |name, value| option(name, value, ValueParser::path_buf(), catalogue);
    subcommand(catalogue, "import")
        .override_usage(text("help-usage-import"))
        .arg(file.help_heading(text("help-arguments")))
        .arg(words("school", "school").help(text("help-of-school")))
        .arg(words("regulation", "regulation").help(text("help-import-regulation")))
        .arg(words("date", "day").help(text("help-import-date")))
        .arg(words("order", "number"))
        .arg(words("by", "words"))
        .arg(words("posted", "day").help(text("help-import-posted")))
        .arg(words("title", "words").help(text("help-import-title")))
        .arg(path("out", "file").help(text("help-import-out")))
        .arg(flag("dry-run", text("help-import-dry-run"), &text("help-options")))
        .arg(path("report", "file").help(text("help-import-report")))
        .arg(path("root", "folder"))
        .arg(words("today", "date"))
        .arg(lang(catalogue))
}

/// Runs the command.
pub(super) fn run(
    matches: &ArgMatches,
    environment: &Environment,
    report: &Report<'_>,
) -> ExitStatus {
    let file = matches.get_one::<PathBuf>("file");
    if let Some(table) = file.filter(|file| import_timetable::is_table(file)) {
        return import_timetable::run(table, matches, (environment, report));
    }
    let Some(wanted) = wanted(matches, report) else { return ExitStatus::Failure };
    match import(&wanted) {
        Ok(done) => {
            show(&done, &wanted, report);
            ExitStatus::Fine
        }
        Err(error) => refuse(error, "import", report),
    }
}

/// Where the arguments want it.
pub(super) fn target(matches: &ArgMatches) -> Target {
    match matches.get_one::<PathBuf>("out") {
        _ if matches.get_flag("dry-run") => Target::Tried,
        Some(path) if path == Path::new("-") => Target::Printed,
        Some(path) => Target::File(path.clone()),
        None => Target::Workspace,
    }
}

/// What the arguments ask for, or a message about a wrong one.
fn wanted(matches: &ArgMatches, report: &Report<'_>) -> Option<Import> {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned();
    let given = Given {
        title: text("title"),
        date: args::date_of(matches, "date", report)?,
        order: text("order").map(|order| order.trim_start_matches('№').trim().to_owned()),
        by: text("by"),
        posted: args::date_of(matches, "posted", report)?,
    };
    Some(Import {
        root: args::root_folder(matches),
        file: path("file")?,
        school: text("school"),
        regulation: text("regulation"),
        given,
        to: target(matches),
        report: path("report"),
    })
}

/// The edition if it is to be seen, what became of every word, and what to do next.
fn show(done: &Done, wanted: &Import, report: &Report<'_>) {
    if wanted.to.is_shown() {
        report.data(&done.text);
    }
    accounted(&done.report, report);
    report.findings(&done.found, Format::Human, Channel::Messages);
    let path = || ("path", done.path.as_str().into());
    match wanted.to {
        Target::Tried => report.line("import-tried", &[path()]),
        Target::Printed => {}
        Target::Workspace | Target::File(_) => report.line("import-written", &[path()]),
    }
    if wanted.to == Target::Workspace {
        let act = done.act.clone().unwrap_or_default();
        let key = if done.draft { "import-next-draft" } else { "import-next-edition" };
        report.line(key, &[("act", act.into())]);
    }
}

/// The account of all words.
fn accounted(account: &account::Report, report: &Report<'_>) {
    let words = account.words;
    let parts = report.counts(&[
        ("import-count-text", words.text),
        ("import-count-footnotes", words.footnotes),
        ("import-count-front", words.front),
        ("import-count-left-out", words.left_out),
        ("import-count-signs", words.signs),
        ("import-count-repaired", words.repaired),
    ]);
    let proved = if account.proved { "yes" } else { "no" };
    let args = [("count", words.all.into()), ("parts", parts.into()), ("proved", proved.into())];
    report.line("import-words", &args);
    repairs(account, report);
    for left in account.left_out.iter().take(PLACES) {
        let place = place(left.origin, report);
        let text = left.text.as_str();
        let args = [("text", text.into()), ("place", place.into()), ("why", left.why.into())];
        report.line("import-left-out", &args);
    }
    let more = account.left_out.len().saturating_sub(PLACES);
    if more > 0 {
        report.line("import-left-out-more", &[("count", more.into())]);
    }
    if !account.labels.is_empty() {
        report.line("import-labels", &[("count", account.labels.len().into())]);
    }
}

/// A line for each kind of repair, with the first places.
fn repairs(account: &account::Report, report: &Report<'_>) {
    let mut kinds: BTreeMap<&str, Vec<Origin>> = BTreeMap::new();
    for repair in &account.repairs {
        kinds.entry(repair.kind).or_default().push(repair.origin);
    }
    for (kind, places) in kinds {
        let named = places.iter().take(PLACES).map(|origin| place(*origin, report));
        let mut named = named.collect::<Vec<_>>().join(", ");
        if places.len() > PLACES {
            named.push_str(", …");
        }
        let what = report.catalogue.text(kind);
        let args =
            [("what", what.into()), ("count", places.len().into()), ("places", named.into())];
        report.line("import-repaired", &args);
    }
}

/// «строка 12», «с. 3, строка 12».
fn place(origin: Origin, report: &Report<'_>) -> String {
    let args = [("page", origin.page.into()), ("line", origin.line.into())];
    report.catalogue.format("import-place", &args)
}

/// Says why nothing was imported; `kind` begins the keys of the texts, `import` or `sheet`.
pub(super) fn refuse(error: ImportError, kind: &str, report: &Report<'_>) -> ExitStatus {
    match error {
        ImportError::Choose(error) => return report.choose_error(error),
        ImportError::Open { path, source } => report.failed_open(&path, &source),
        ImportError::Id(id) => report.failure("import-id", &[("id", id.into())]),
        ImportError::Write(PublishError::Exists(paths)) => {
            let args = [("path", report::paths(&paths).into())];
            report.failure(&format!("{kind}-exists"), &args);
        }
        ImportError::Write(error) => report.publish_error(&error),
        ImportError::Found(found, account) => {
            if let Some(account) = account {
                accounted(&account, report);
            }
            report.findings(&found, Format::Human, Channel::Messages);
            report.totals(&found);
            report.line(&format!("{kind}-refused"), &[]);
            return ExitStatus::Findings;
        }
    }
    ExitStatus::Failure
}
