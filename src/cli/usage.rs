//! What is wrong with the arguments of a call.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::report::Report;
use super::{ExitStatus, args};
use crate::language::near::nearest;

/// `--output` of `--output <FOLDER>`.
fn name(argument: String) -> String {
    argument.split(' ').next().map(str::to_owned).unwrap_or(argument)
}

/// Prints help or says what is wrong with the arguments.
pub(super) fn refuse(error: &clap::Error, report: &Report<'_>) -> ExitStatus {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            report.data(&error.to_string());
            return ExitStatus::Fine;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            report.message(&error.to_string());
            return ExitStatus::Failure;
        }
        _ => {}
    }
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let or_none = |text: String| if text.is_empty() { "none".to_owned() } else { text };
    let value = context(ContextKind::InvalidValue);
    let key = key(error.kind(), &value);
    let commands = || {
        let command = args::command(report.catalogue);
        command.get_subcommands().map(|c| c.get_name().to_owned()).collect::<Vec<_>>()
    };
    let (argument, known, near) = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let (argument, known) = (context(ContextKind::InvalidSubcommand), commands());
            let near = meant(&argument, &known);
            (argument, known.join(", "), near)
        }
        ErrorKind::InvalidValue => {
            let known = match error.get(ContextKind::ValidValue) {
                Some(ContextValue::Strings(known)) => known.clone(),
                _ => Vec::new(),
            };
            let near = meant(&value, &known);
            (name(context(ContextKind::InvalidArg)), known.join(", "), near)
        }
        ErrorKind::MissingRequiredArgument => {
            (context(ContextKind::InvalidArg), String::new(), String::new())
        }
        _ => {
            let near = context(ContextKind::SuggestedArg);
            (name(context(ContextKind::InvalidArg)), String::new(), near)
        }
    };
    let args = [
        ("option", argument.trim_start_matches('-').into()),
        ("argument", argument.as_str().into()),
        ("value", value.into()),
        ("known", or_none(known).into()),
        ("near", or_none(near).into()),
    ];
    report.failure(key, &args);
    ExitStatus::Failure
}

/// The message for a mistake of this kind.
fn key(kind: ErrorKind, value: &str) -> &'static str {
    match kind {
        ErrorKind::InvalidSubcommand => "usage-command",
        ErrorKind::UnknownArgument => "usage-argument",
        ErrorKind::InvalidValue if value.is_empty() => "usage-no-value",
        ErrorKind::InvalidValue => "usage-value",
        ErrorKind::ValueValidation => "usage-number",
        ErrorKind::ArgumentConflict => "usage-twice",
        ErrorKind::MissingRequiredArgument => "usage-missing",
        _ => "usage-other",
    }
}

/// What was probably meant by `word`; empty if nothing known is like it.
fn meant(word: &str, known: &[String]) -> String {
    nearest(word, known.iter().map(String::as_str)).unwrap_or_default().to_owned()
}
