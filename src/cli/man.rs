//! `reglament man`: pages of the manual, one for the program and one for each command.

use std::path::PathBuf;

use clap::builder::ValueParser;
use clap::{Arg, ArgMatches, Command};
use clap_mangen::Man;

use super::report::Report;
use super::{ExitStatus, args};
use crate::language::Catalogue;
use crate::publish;

/// The first line of every page, by which those of ours are known.
const MARK: &str = ".\\\" reglament man";

/// What the pages describe.
const SOURCE: &str = concat!("reglament ", env!("CARGO_PKG_VERSION"));

/// The heading over what stands behind the help, in lines of its own.
const VERBATIM: &str = "EXTRA";

/// The command: a folder.
pub(super) fn command(catalogue: &Catalogue) -> Command {
    let text = |key: &str| catalogue.text(key).to_owned();
    let folder = Arg::new("dir")
        .index(1)
        .required(true)
        .value_name(text("help-value-folder"))
        .value_parser(ValueParser::path_buf());
    args::subcommand(catalogue, "man")
        .override_usage(text("help-usage-man"))
        .arg(folder.help(text("help-man-dir")).help_heading(text("help-arguments")))
        .arg(args::lang(catalogue))
}

/// Runs the command: the paths of the pages are its data.
pub(super) fn run(matches: &ArgMatches, report: &Report<'_>) -> ExitStatus {
    let Some(folder) = matches.get_one::<PathBuf>("dir") else { return ExitStatus::Failure };
    let written = publish::texts(folder, &pages(report.catalogue), MARK);
    match written {
        Ok(paths) => {
            report.paths(&paths);
            let first = folder.join("reglament.1").display().to_string();
            report.line("man-written", &[("page", first.into())]);
            ExitStatus::Fine
        }
        Err(error) => {
            report.publish_error(&error);
            ExitStatus::Failure
        }
    }
}

/// Names and texts of the pages.
fn pages(catalogue: &Catalogue) -> Vec<(String, String)> {
    let mut root = args::command(catalogue);
    root.build();
    let commands: Vec<Command> = root.get_subcommands().cloned().collect();
    let whole = ("reglament".to_owned(), root);
    let single = commands.into_iter().map(|command| {
        let name = format!("reglament-{}", command.get_name());
        (name.clone(), command.display_name(name))
    });
    let pages = std::iter::once(whole).chain(single);
    pages.map(|(name, command)| (format!("{name}.1"), page(command, catalogue))).collect()
}

/// A page in the language of the catalogue.
fn page(command: Command, catalogue: &Catalogue) -> String {
    let mut page = Vec::new();
    // Writing into memory cannot fail.
    let man = Man::new(command).manual(catalogue.text("man-manual")).source(SOURCE);
    let _ = man.render(&mut page);
    let mut out = format!("{MARK}\n");
    let mut verbatim = false;
    for line in String::from_utf8_lossy(&page).lines() {
        let Some(heading) = line.strip_prefix(".SH ") else {
            out.push_str(&format!("{line}\n"));
            continue;
        };
        if verbatim {
            out.push_str(".fi\n");
        }
        verbatim = heading == VERBATIM;
        out.push_str(&format!(".SH {}\n", heading_text(heading, catalogue)));
        if verbatim {
            out.push_str(".nf\n");
        }
    }
    out
}

/// A heading of the library, which knows them in English alone, in the language of the catalogue.
fn heading_text<'a>(heading: &'a str, catalogue: &'a Catalogue) -> &'a str {
    match heading {
        "NAME" => catalogue.text("man-name"),
        "SYNOPSIS" => catalogue.text("man-synopsis"),
        "DESCRIPTION" => catalogue.text("man-description"),
        "OPTIONS" => catalogue.text("man-options"),
        "VERSION" => catalogue.text("man-version"),
        VERBATIM => catalogue.text("man-more"),
        other => other,
    }
}
