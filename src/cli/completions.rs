//! `reglament completions`: what a shell needs to complete commands and options.

use clap::builder::ValueParser;
use clap::{Arg, ArgMatches, Command};
use clap_complete::{Shell, generate};

use super::report::Report;
use super::{ExitStatus, args};
use crate::language::Catalogue;

/// The command: which shell.
pub(super) fn command(catalogue: &Catalogue) -> Command {
    let text = |key: &str| catalogue.text(key).to_owned();
    let shell = Arg::new("shell")
        .index(1)
        .required(true)
        .value_name(text("help-value-shell"))
        .value_parser(ValueParser::from(clap::value_parser!(Shell)))
        .hide_possible_values(true);
    args::subcommand(catalogue, "completions")
        .override_usage(text("help-usage-completions"))
        .arg(shell.help(text("help-shell")).help_heading(text("help-arguments")))
        .arg(args::lang(catalogue))
        .after_help(text("help-completions-how"))
}

/// Runs the command: the script is its data.
pub(super) fn run(matches: &ArgMatches, report: &Report<'_>) -> ExitStatus {
    let Some(shell) = matches.get_one::<Shell>("shell") else { return ExitStatus::Failure };
    let mut command = args::command(report.catalogue);
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    generate(*shell, &mut command, name, &mut script);
    report.data(&String::from_utf8_lossy(&script));
    ExitStatus::Fine
}
