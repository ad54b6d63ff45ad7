//! The command line: from arguments to exit status.
//!
//! Thin: [`args`] says what can be asked, each command's file turns it into a request for the
//! [`pipeline`](crate::pipeline), and [`report`] is the only place that prints.

mod approve;
mod args;
mod ask;
mod build;
mod check;
mod completions;
mod diff;
mod erratum;
mod explain;
mod import;
mod import_timetable;
mod init;
mod journal;
mod man;
mod new;
mod print;
mod publish;
mod report;
mod schema;
mod serve;
mod status;
mod usage;
mod verify;

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::PathBuf;

use jiff::Zoned;

use crate::language::{Catalogue, Language};
use report::Report;

/// The outside world as the command line sees it; filled in by `main`.
#[expect(clippy::struct_excessive_bools, reason = "facts of the outside world, no states")]
#[derive(Debug, Clone)]
pub struct Environment {
    /// Value of `LC_ALL`, `LC_MESSAGES` or `LANG`, the first that is set.
    pub locale: Option<String>,
    /// Value of `SOURCE_DATE_EPOCH`.
    pub source_date_epoch: Option<String>,
    /// Whether `NO_COLOR` is set to something.
    pub no_color: bool,
    /// The commit that a CI service names in its environment.
    pub commit: Option<String>,
    /// Whether standard output is a terminal.
    pub stdout_is_terminal: bool,
    /// Whether standard error is a terminal.
    pub stderr_is_terminal: bool,
    /// Whether standard input is a terminal.
    pub stdin_is_terminal: bool,
    /// Reads a line of standard input, without its end; `None` if the input has ended.
    pub line: fn() -> io::Result<Option<String>>,
    /// Width of the terminal in columns.
    pub width: usize,
    /// The clock: the present moment, in the zone of the machine.
    pub clock: fn() -> Zoned,
    /// Opens a file, a folder or an address with the program that the person uses for such, and
    /// does not wait for it.
    pub open: fn(&OsStr) -> io::Result<()>,
}

/// Exit status of a run (product contract).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExitStatus {
    /// All is well.
    Fine,
    /// There are findings of level error.
    Findings,
    /// Wrong usage, or the system refused.
    Failure,
}

impl ExitStatus {
    /// The status as a number: 0, 1, 2.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Findings => 1,
            Self::Failure => 2,
        }
    }
}

/// Runs the command in `arguments`, the first of which is the program's name.
#[must_use]
pub fn run(arguments: Vec<OsString>, environment: &Environment) -> ExitStatus {
    let catalogue = Catalogue::new(language(&arguments, environment));
    let report = Report::new(&catalogue, environment);
    let matches = match args::command(&catalogue).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return usage::refuse(&error, &report),
    };
    let root = matches.subcommand().map(|(_, matches)| matches.try_get_one::<PathBuf>("root"));
    let report = report.within(root.and_then(Result::ok).flatten().map(PathBuf::as_path));
    match matches.subcommand() {
        Some(("build", matches)) => build::run(matches, environment, &report),
        Some(("approve", matches)) => approve::run(matches, environment, &report),
        Some(("erratum", matches)) => erratum::run(matches, environment, &report),
        Some(("serve", matches)) => serve::run(matches, environment, &report),
        Some(("check", matches)) => check::run(matches, environment, &report),
        Some(("publish", matches)) => publish::run(matches, environment, &report),
        Some(("journal", matches)) => journal::run(matches, &report),
        Some(("diff", matches)) => diff::run(matches, environment, &report),
        Some(("print", matches)) => print::run(matches, environment, &report),
        Some(("explain", matches)) => explain::run(matches, &report),
        Some(("status", matches)) => status::run(matches, environment, &report),
        Some(("verify", matches)) => verify::run(matches, &report),
        Some(("schema", matches)) => schema::run(matches, &report),
        Some(("completions", matches)) => completions::run(matches, &report),
        Some(("man", matches)) => man::run(matches, &report),
        Some(("init", matches)) => init::run(matches, environment, &report),
        Some(("new", matches)) => new::run(matches, environment, &report),
        Some(("import", matches)) => import::run(matches, environment, &report),
        _ => ExitStatus::Failure,
    }
}

/// The language of messages: `--lang`, else English for an English locale, else Russian.
///
/// It is looked up before the arguments are parsed, since help and errors need it.
fn language(arguments: &[OsString], environment: &Environment) -> Language {
    let mut texts = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(text) = texts.next() {
        let value = match text.strip_prefix("--lang") {
            Some("") => texts.next(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        if let Some(language) = value.and_then(Language::from_tag) {
            return language;
        }
    }
    let english = environment.locale.as_deref().is_some_and(|locale| locale.starts_with("en"));
    if english { Language::English } else { Language::Russian }
}
