//! `reglament serve`: the site on this machine while somebody is at work on it.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::sync::Arc;
use std::time::Instant;

use clap::{ArgMatches, Command};

use super::report::{Channel, Format, Report};
use super::{Environment, ExitStatus, args};
use crate::diagnostics::{Diagnostics, Severity};
use crate::language::Catalogue;
use crate::pipeline::preview::Update;
use crate::serve::{self, News, Polling, ServeError, Settings};

/// The port where none is given.
const PORT: u16 = 4000;

/// Schools that a line names.
const MOST_NAMED: usize = 2;

/// `serve`: what `build` takes but for the output, and where to listen.
pub(super) fn command(catalogue: &Catalogue) -> Command {
    let text = |key: &str| catalogue.text(key).to_owned();
    let options = text("help-options");
    let port = args::option("port", "number", clap::value_parser!(u16).into(), catalogue);
    let [root, today, school, _, lang] = args::shared(catalogue);
    args::subcommand(catalogue, "serve")
        .args([root, today, school])
        .arg(port)
        .arg(args::flag("open", text("help-serve-open"), &options))
        .arg(args::flag("drafts", text("help-serve-drafts"), &options))
        .arg(args::flag("no-print", text("help-no-print"), &options))
        .arg(args::flag("poll", text("help-poll"), &options))
        .arg(lang)
}

/// Runs the command.
pub(super) fn run(
    matches: &ArgMatches,
    environment: &Environment,
    report: &Report<'_>,
) -> ExitStatus {
    let Some(mut request) = args::request(matches, environment, report) else {
        return ExitStatus::Failure;
    };
    request.print = !matches.get_flag("no-print");
    request.drafts = matches.get_flag("drafts");
    let fixed = matches.contains_id("today") || environment.source_date_epoch.is_some();
    let port = matches.get_one("port").copied().unwrap_or(PORT);
    let catalogue = Catalogue::new(report.catalogue.language());
    let settings = Settings {
        request,
        port,
        poll: matches.get_flag("poll"),
        clock: (!fixed).then_some(environment.clock),
        catalogue,
    };
    let open = matches.get_flag("open");
    let progress = report.progress();
    let mut session = Session {
        environment,
        report,
        open,
        begin: Instant::now(),
        address: String::new(),
        told: Arc::default(),
        progress: &progress,
    };
    match serve::run(settings, |news| session.tell(news)) {
        Ok(()) => ExitStatus::Fine,
        Err(error) => failed(&error, report),
    }
}

fn failed(error: &ServeError, report: &Report<'_>) -> ExitStatus {
    match error {
        ServeError::Run(error) => report.run_error(error),
        ServeError::Port { port, source } => {
            let args = [("port", port.to_string().into()), ("detail", source.to_string().into())];
            report.failure("failed-port", &args);
        }
        ServeError::System(source) => {
            report.failure("failed-system", &[("detail", source.to_string().into())]);
        }
    }
    ExitStatus::Failure
}

/// What was told in a session.
struct Session<'a> {
    environment: &'a Environment,
    report: &'a Report<'a>,
    open: bool,
    begin: Instant,
    address: String,
    /// The findings that were printed last.
    told: Arc<Diagnostics>,
    progress: &'a dyn Fn(usize, usize),
}

impl Session<'_> {
    fn tell(&mut self, news: &News) {
        let report = self.report;
        match news {
            News::Serving { address, taken } => {
                self.address.clone_from(address);
                if let Some(port) = taken {
                    report.line("serve-port-taken", &[("port", port.to_string().into())]);
                }
            }
            News::Reading(done, all) => (self.progress)(*done, *all),
            News::Ready(snapshot) => {
                self.findings(snapshot.found());
                let seconds = report.seconds(self.begin);
                let parts = report.counts(&[("count-schools", snapshot.schools())]);
                report.line("serve-ready", &[("parts", parts.into()), ("seconds", seconds.into())]);
                report.line("serve-address", &[("address", self.address.as_str().into())]);
                self.show();
            }
            News::Updated(update, snapshot) => {
                self.updated(update);
                self.findings(snapshot.found());
            }
            News::Polling(reason) => report.line(polling(*reason), &[]),
            News::Failed(_) | News::Ended => {}
        }
    }

    /// Opens the site in the browser, if that is wanted.
    fn show(&self) {
        let address = self.address.as_str();
        if self.open
            && let Err(error) = (self.environment.open)(OsStr::new(address))
        {
            self.report.failed_viewer(address.as_ref(), &error);
        }
    }

    /// «14:02:31 школа licey-2: 3 страницы, 41 мс».
    fn updated(&self, update: &Update) {
        let report = self.report;
        let time = (self.environment.clock)().strftime("%H:%M:%S").to_string();
        let mut what = Vec::new();
        let parts = [
            ("serve-site", update.site),
            ("serve-list", update.list),
            ("serve-theme", update.theme),
        ];
        for (key, is_so) in parts {
            what.extend(is_so.then(|| report.catalogue.text(key).to_owned()));
        }
        what.extend(self.schools(&update.schools));
        let pages = update
            .pages
            .map(|pages| report.catalogue.format("count-pages", &[("count", pages.into())]));
        let took = update.took.as_millis().to_string();
        let took = report.catalogue.format("serve-milliseconds", &[("time", took.into())]);
        let what = what.join(", ");
        let how: Vec<String> = pages.into_iter().chain([took]).collect();
        report.paragraph(&format!("{time} {what}: {}", how.join(", ")));
    }

    /// «школа licey-2», or how many.
    fn schools(&self, ids: &[String]) -> Option<String> {
        let report = self.report;
        match ids {
            [] => None,
            few if few.len() <= MOST_NAMED => {
                let args = [("count", few.len().into()), ("ids", few.join(", ").into())];
                Some(report.catalogue.format("serve-schools", &args))
            }
            many => Some(report.counts(&[("count-schools", many.len())])),
        }
    }

    /// Prints what was found since it was printed last, and how much there is now.
    fn findings(&mut self, found: &Arc<Diagnostics>) {
        if self.told.iter().eq(found.iter()) {
            return;
        }
        let report = self.report;
        let told: BTreeSet<String> = self.told.iter().map(|one| format!("{one:?}")).collect();
        let mut new = Diagnostics::default();
        new.extend(found.iter().filter(|one| !told.contains(&format!("{one:?}"))).cloned());
        report.findings(&new, Format::Human, Channel::Messages);
        report.totals(found);
        let broken = |found: &Diagnostics| found.count(Severity::Error) > 0;
        if broken(found) {
            report.line("serve-kept", &[]);
        } else if broken(&self.told) {
            report.line("serve-mended", &[]);
        }
        self.told = Arc::clone(found);
    }
}

const fn polling(reason: Polling) -> &'static str {
    match reason {
        Polling::Wanted => "serve-polling",
        Polling::Limit => "serve-polling-limit",
        Polling::FileSystem => "serve-polling-files",
    }
}
