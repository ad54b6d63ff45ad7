//! `reglament new regulation`: a draft from a model regulation.

use std::path::PathBuf;

use clap::builder::ValueParser;
use clap::{ArgAction, ArgMatches, Command};

use super::{ended, part, refuse, yes};
use crate::cli::ask::{Ask, Ended, Question, chosen};
use crate::cli::report::{Channel, Format, Report};
use crate::cli::{Environment, ExitStatus, args};
use crate::language::Catalogue;
use crate::model::template::{Kind, Parameter, Value};
use crate::pipeline::setup::SetupError;
use crate::pipeline::setup::regulation::{self, Blank, Draft, Wish, blank, models};

/// The command.
pub(super) fn command(catalogue: &Catalogue) -> Command {
    let text = |key: &str| catalogue.text(key).to_owned();
    let option = |name, value| args::words(name, value, catalogue);
    part(catalogue, "regulation")
        .arg(option("model", "model"))
        .arg(option("school", "school").help(text("help-new-of-school")))
        .arg(option("regulation", "regulation").help(text("help-new-id")))
        .arg(option("set", "setting").action(ArgAction::Append))
        .arg(
            args::option("out", "file", ValueParser::path_buf(), catalogue)
                .help(text("help-new-out")),
        )
        .arg(args::flag("dry-run", text("help-new-dry-run"), &text("help-options")))
        .arg(yes(catalogue))
        .args(args::basic(catalogue))
}

/// Runs the command.
pub(super) fn run(
    matches: &ArgMatches,
    environment: &Environment,
    report: &Report<'_>,
) -> ExitStatus {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let set = matches.get_many("set").unwrap_or_default().cloned().collect();
    let (school, model) = (text("school"), text("model"));
    let mut wish = Wish { school, model, regulation: text("regulation"), set };
    if let Err(error) = wish.check() {
        return refuse(error, report);
    }
    let root = args::root_folder(matches);
    let Some(clock) = args::clock(matches, environment, report) else {
        return ExitStatus::Failure;
    };
    let ask = Ask::new(report, environment, matches.get_flag("yes"));
    if ask.on && wish.model.is_none() {
        wish.model = match models(&root).map(|models| which(&ask, report, &models)) {
            Ok(Ok(model)) => model,
            Ok(Err(Ended)) => return ended(report),
            Err(error) => return refuse(error, report),
        };
    }
    let made = blank(&root, &wish).and_then(|mut blank| match answers(&mut blank, &ask, report) {
        Ok(()) => blank.draft(report.catalogue, &clock).map(Some),
        Err(Ended) => Ok(None),
    });
    match made {
        Ok(Some(draft)) => finish(&draft, matches, &root, report),
        Ok(None) => ended(report),
        Err(error) => refuse(error, report),
    }
}

/// The model that is to be filled in; `None` if there is nothing to choose.
fn which(
    ask: &Ask<'_>,
    report: &Report<'_>,
    models: &[(String, String)],
) -> Result<Option<String>, Ended> {
    if models.len() < 2 {
        return Ok(None);
    }
    let text = report.catalogue.text("ask-model");
    let question = Question { text, choices: models, ..Question::default() };
    ask.answer(&question, |id| chosen(id, models, report))
}

/// Asks for what nobody has said.
fn answers(blank: &mut Blank, ask: &Ask<'_>, report: &Report<'_>) -> Result<(), Ended> {
    if !ask.on {
        return Ok(());
    }
    for (parameter, preset) in blank.open_questions() {
        let default = preset.as_ref().map(|value| shown(value, report));
        let question = Question {
            text: &parameter.question,
            example: parameter.example.as_deref(),
            default: default.as_deref(),
            choices: parameter.kind.choices(),
            optional: parameter.optional,
        };
        let parse =
            |text: &str| parameter.kind.parse(text).ok_or_else(|| expected(&parameter, report));
        if let Some(value) = ask.answer(&question, parse)? {
            blank.values.insert(parameter.name.clone(), value);
        }
    }
    Ok(())
}

/// A value as a person would write it.
fn shown(value: &Value, report: &Report<'_>) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Flag(flag) => {
            report.catalogue.text(if *flag { "ask-yes" } else { "ask-no" }).to_owned()
        }
        Value::List(items) => items.join(", "),
    }
}

/// What an answer should have been.
fn expected(parameter: &Parameter, report: &Report<'_>) -> String {
    let (from, to) = match parameter.kind {
        Kind::Number(from, to) => (from, to),
        _ => (0, 0),
    };
    let args = [("kind", parameter.kind.id().into()), ("from", from.into()), ("to", to.into())];
    report.catalogue.format("ask-expected", &args)
}

/// Writes or prints the draft.
fn finish(
    draft: &Draft,
    matches: &ArgMatches,
    root: &std::path::Path,
    report: &Report<'_>,
) -> ExitStatus {
    let out = matches.get_one::<PathBuf>("out");
    let prints = out.is_some_and(|out| out.as_os_str() == "-") || matches.get_flag("dry-run");
    if prints {
        report.data(&draft.text);
    } else if let Err(error) = written(draft, root, out) {
        return refuse(error, report);
    }
    report.findings(&draft.found, Format::Human, Channel::Messages);
    if !prints {
        let path = out.map_or_else(|| draft.path.clone(), |out| out.display().to_string());
        report.line("new-draft", &[("path", path.into())]);
    }
    ExitStatus::Fine
}

fn written(draft: &Draft, root: &std::path::Path, out: Option<&PathBuf>) -> Result<(), SetupError> {
    regulation::write(root, draft, out.map(PathBuf::as_path))
}
