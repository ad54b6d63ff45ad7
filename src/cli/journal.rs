//! `reglament journal`: the state of the journals, and repair of a torn last line.

use clap::ArgMatches;

use super::report::{Channel, Format, Report};
use super::{ExitStatus, args};
use crate::pipeline::journal::{State, journals};

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, report: &Report<'_>) -> ExitStatus {
    let schools: Vec<String> =
        matches.get_many::<String>("school").unwrap_or_default().cloned().collect();
    let root = args::root_folder(matches);
    let (journals, mut found) = match journals(&root, &schools, matches.get_flag("repair")) {
        Ok(journals) => journals,
        Err(error) => {
            report.run_error(&error);
            return ExitStatus::Failure;
        }
    };
    for journal in &journals {
        let key = match journal.state {
            State::Sound => "journal-sound",
            State::Repaired => "journal-repaired",
            State::Broken => continue,
        };
        let args = [
            ("school", journal.school.as_str().into()),
            ("count", journal.head.count.into()),
            ("hash", journal.head.hash.as_str().into()),
        ];
        report.data(&format!("{}\n", report.catalogue.format(key, &args)));
        for (count, time) in &journal.tokens {
            let time = time.map_or_else(|| "none".to_owned(), |time| time.to_string());
            let args = [("count", (*count).into()), ("time", time.into())];
            report.data(&format!("  {}\n", report.catalogue.format("journal-token", &args)));
        }
    }
    found.sort();
    report.findings(&found, Format::Human, Channel::Messages);
    if found.has_errors() { ExitStatus::Findings } else { ExitStatus::Fine }
}
