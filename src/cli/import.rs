//! `reglament import`: a school's own file becomes content.

use std::path::PathBuf;

use clap::builder::ValueParser;
use clap::{Arg, ArgMatches, Command};

use super::args::{flag, lang, option, subcommand};
use super::report::Report;
use super::{ExitStatus, import_timetable};
use crate::language::Catalogue;

/// `import`: the file, and where it goes.
pub(super) fn command(catalogue: &Catalogue) -> Command {
    let text = |key: &str| catalogue.text(key).to_owned();
    let file = Arg::new("file").index(1).required(true).value_parser(ValueParser::path_buf());
    let school = option("school", "school", ValueParser::string(), catalogue);
    subcommand(catalogue, "import")
        .override_usage(text("help-usage-import"))
        .arg(
            file.value_name(text("help-value-file"))
                .help(text("help-import-file"))
                .help_heading(text("help-arguments")),
        )
        .arg(option("root", "folder", ValueParser::path_buf(), catalogue))
        .arg(school.help(text("help-of-school")))
        .arg(
            option("out", "file", ValueParser::path_buf(), catalogue).help(text("help-import-out")),
        )
        .arg(flag("dry-run", text("help-import-dry-run"), &text("help-options")))
        .arg(lang(catalogue))
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, report: &Report<'_>) -> ExitStatus {
    let Some(file) = matches.get_one::<PathBuf>("file") else { return ExitStatus::Failure };
    if !import_timetable::is_table(file) {
        report.failure("import-unknown", &[("path", file.display().to_string().into())]);
        return ExitStatus::Failure;
    }
    import_timetable::run(file, matches, report)
}
