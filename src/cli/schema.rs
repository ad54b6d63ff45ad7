//! `reglament schema`: JSON Schemas of the files of the content, for editors.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, builder::ValueParser};

use super::report::Report;
use super::{ExitStatus, args};
use crate::language::Catalogue;
use crate::model::resolve::schema;
use crate::publish;

/// The command: an optional folder.
pub(super) fn command(catalogue: &Catalogue) -> Command {
    let text = |key: &str| catalogue.text(key).to_owned();
    args::subcommand(catalogue, "schema")
        .override_usage(text("help-usage-schema"))
        .arg(
            Arg::new("dir")
                .index(1)
                .value_name(text("help-value-folder"))
                .value_parser(ValueParser::path_buf())
                .help(text("help-schema-dir"))
                .help_heading(text("help-arguments")),
        )
        .arg(args::option("root", "folder", ValueParser::path_buf(), catalogue))
        .arg(args::lang(catalogue))
}

/// Runs the command: the paths of the schemas are its data.
pub(super) fn run(matches: &ArgMatches, report: &Report<'_>) -> ExitStatus {
    let given = matches.get_one::<PathBuf>("dir").cloned();
    let folder = given.unwrap_or_else(|| args::root_folder(matches).join(schema::FOLDER));
    let files = schema::files(report.catalogue);
    match publish::texts(&folder, &files, schema::MARK) {
        Ok(paths) => {
            report.paths(&paths);
            report.line("schema-written", &[]);
            ExitStatus::Fine
        }
        Err(error) => {
            report.publish_error(&error);
            ExitStatus::Failure
        }
    }
}
