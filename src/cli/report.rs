//! The only place that prints. Data goes to standard output, messages to standard error.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::{Environment, ExitStatus};
use crate::diagnostics::{Diagnostic, Diagnostics, Severity, cause, github, human, json, short};
use crate::language::lines::wrap;
use crate::language::near::nearest;
use crate::language::{Arg, Catalogue, Language};
use crate::pipeline::RunError;
use crate::pipeline::choose::{Choice, ChooseError};
use crate::publish::PublishError;
use crate::source::files::is_outside;

/// How long a run takes before it shows its progress.
const PATIENCE: Duration = Duration::from_secs(1);

/// Most columns of running text.
const WIDEST: usize = 80;

/// Most names of schools, regulations or editions that a message lists.
const MOST_NAMES: usize = 12;

/// Most findings that are shown to a person in full.
const MOST_FINDINGS: usize = 50;

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// With the line shown and the remedy.
    Human,
    /// One a line.
    Short,
    /// As one JSON object.
    Json,
    /// As annotations for GitHub Actions.
    Github,
}

/// Prints in one language.
pub(super) struct Report<'a> {
    /// Texts.
    pub(super) catalogue: &'a Catalogue,
    environment: &'a Environment,
    /// What stands before paths of the workspace: its root as it was given.
    root: String,
}

/// Where findings go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Channel {
    /// They are what was asked for.
    Data,
    /// They tell of a run that does something else.
    Messages,
}

impl<'a> Report<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, environment: &'a Environment) -> Self {
        Self { catalogue, environment, root: String::new() }
    }

    /// The report of a run in the workspace at `root`: paths of the workspace are written from
    /// where the person stands, as the root was.
    pub(super) fn within(self, root: Option<&Path>) -> Self {
        let root = root.map(|root| root.display().to_string()).unwrap_or_default();
        let root = match root.as_str() {
            "" | "." | "./" | ".\\" => String::new(),
            _ if root.ends_with(['/', '\\']) => root,
            windows if windows.contains('\\') => format!("{windows}\\"),
            _ => format!("{root}/"),
        };
        Self { root, ..self }
    }

    /// A path from the workspace's root, as the person would type it.
    pub(super) fn path(&self, path: &str) -> String {
        if self.root.contains('\\') {
            format!("{}{}", self.root, path.replace('/', "\\"))
        } else {
            format!("{}{path}", self.root)
        }
    }

    /// Writes data as they are.
    #[expect(clippy::unused_self, reason = "who prints, has a report")]
    pub(super) fn data(&self, text: &str) {
        // A reader that went away, as `head` does, ends the run quietly.
        let _ = io::stdout().lock().write_all(text.as_bytes());
    }

    /// Writes paths as data, one a line.
    pub(super) fn paths(&self, paths: &[PathBuf]) {
        let lines = paths.iter().map(|path| path.display().to_string() + "\n");
        self.data(&lines.collect::<String>());
    }

    /// Writes a message as it is.
    #[expect(clippy::unused_self, reason = "who prints, has a report")]
    pub(super) fn message(&self, text: &str) {
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    /// Writes the message `key` on a line, or several if it is too long for the terminal.
    pub(super) fn line(&self, key: &str, args: &[(&'static str, Arg)]) {
        self.paragraph(&self.catalogue.format(key, args));
    }

    /// Writes the message `key` as a failure, and what to do about it.
    pub(super) fn failure(&self, key: &str, args: &[(&'static str, Arg)]) {
        let text = self.catalogue.format(key, args);
        self.paragraph(&format!("{}: {text}", self.catalogue.text("severity-error")));
        if let Some(help) = self.catalogue.attribute(key, "help", args) {
            self.paragraph(&format!("{}: {help}", self.catalogue.text("severity-help")));
        }
    }

    pub(super) fn paragraph(&self, text: &str) {
        self.message(&format!("{}\n", wrap(text, self.width())));
    }

    /// Most columns of running text: those of the terminal, but no more than are read with ease.
    pub(super) fn width(&self) -> usize {
        self.environment.width.min(WIDEST)
    }

    /// «5 школ, 36 страниц»: the kinds of things that there are, none left out but those of
    /// which there are 0.
    pub(super) fn counts(&self, kinds: &[(&str, usize)]) -> String {
        let some = kinds.iter().filter(|(_, count)| *count > 0);
        let texts =
            some.map(|(key, count)| self.catalogue.format(key, &[("count", (*count).into())]));
        texts.collect::<Vec<_>>().join(", ")
    }

    /// Writes findings; JSON and annotations are data in any case.
    pub(super) fn findings(&self, found: &Diagnostics, format: Format, channel: Channel) {
        let styled = !self.environment.no_color
            && match channel {
                Channel::Data => self.environment.stdout_is_terminal,
                Channel::Messages => self.environment.stderr_is_terminal,
            };
        let placed = found.clone().map(|finding| self.placed(finding));
        let found = match format {
            Format::Human => &placed.gravest(MOST_FINDINGS),
            _ => &placed,
        };
        let width = self.environment.width;
        match (format, channel) {
            (Format::Json, _) => self.data(&json::render(found, self.catalogue)),
            (Format::Github, _) => self.data(&github::render(found, self.catalogue)),
            (Format::Short, Channel::Data) => self.data(&short::render(found, self.catalogue)),
            (Format::Short, _) => self.message(&short::render(found, self.catalogue)),
            (Format::Human, Channel::Data) => {
                self.data(&human::render(found, self.catalogue, styled, width));
            }
            (Format::Human, _) => {
                self.message(&human::render(found, self.catalogue, styled, width));
            }
        }
        self.beyond(&placed, found);
    }

    /// The finding with its path as the person would type it.
    fn placed(&self, mut finding: Diagnostic) -> Diagnostic {
        if !self.root.is_empty() {
            finding.place.path = self.path(&finding.place.path).into();
        }
        finding
    }

    /// Writes what was found beyond what is shown to a person: how many of which kind.
    fn beyond(&self, found: &Diagnostics, shown: &Diagnostics) {
        let mut counts = BTreeMap::<&str, usize>::new();
        for finding in found.iter() {
            *counts.entry(finding.id).or_default() += 1;
        }
        for finding in shown.iter() {
            counts.entry(finding.id).and_modify(|count| *count -= 1);
        }
        let count: usize = counts.values().sum();
        if count > 0 {
            let mut kinds: Vec<_> = counts.into_iter().filter(|(_, count)| *count > 0).collect();
            kinds.sort_by_key(|(id, count)| (std::cmp::Reverse(*count), *id));
            let kinds = kinds.iter().map(|(id, count)| format!("{id} – {count}"));
            let kinds = kinds.collect::<Vec<_>>().join(", ");
            self.line("findings-more", &[("count", count.into()), ("kinds", kinds.into())]);
        }
    }

    /// Writes how many errors and warnings there are, if any, and where to read more.
    pub(super) fn totals(&self, found: &Diagnostics) {
        let errors = found.count(Severity::Error);
        let warnings = found.count(Severity::Warning);
        if errors + warnings == 0 {
            return;
        }
        self.paragraph(&self.counts(&[("count-errors", errors), ("count-warnings", warnings)]));
        if let Some(first) = found.iter().find(|finding| finding.severity == Severity::Error) {
            self.line("explain-hint", &[("id", first.id.into())]);
        }
    }

    /// Says why a run could not be made.
    pub(super) fn run_error(&self, error: &RunError) {
        match error {
            RunError::Root { path: root, source } => {
                self.failure("failed-root", &system(root, source));
            }
            RunError::Unknown { what, wanted, known } => {
                self.unknown(*what, Some(wanted), known);
            }
            RunError::NoSheets(previous) => {
                self.failure("failed-previous", &[("path", path(previous))]);
            }
            RunError::Publish(error) => self.publish_error(error),
        }
    }

    /// Says why nothing could be written.
    pub(super) fn publish_error(&self, error: &PublishError) {
        match error {
            PublishError::Exists(all) => {
                self.failure("new-exists", &[("files", paths(all).into())]);
            }
            PublishError::Left(names) => {
                self.failure("failed-left", &[("path", path(names))]);
            }
            PublishError::Io { path: at, source } if is_outside(source) => {
                self.failure("failed-outside", &[("path", path(at))]);
            }
            PublishError::Protected(at) => {
                self.failure("failed-protected", &[("path", path(at))]);
            }
            PublishError::NotOurs(at) => {
                self.failure("failed-not-ours", &[("path", path(at))]);
            }
            PublishError::Io { path: at, source } => {
                self.failure("failed-io", &system(at, source));
            }
            PublishError::Foreign { output, files } => {
                let args = [("path", path(output)), ("files", files.join(", ").into())];
                self.failure("failed-foreign", &args);
            }
            PublishError::Locked(lock) => {
                self.failure("failed-locked", &[("path", path(lock))]);
            }
            PublishError::Twice(file) => {
                self.failure("failed-twice", &[("path", file.as_str().into())]);
            }
        }
    }

    /// Says why there is nothing to work on.
    pub(super) fn choose_error(&self, error: ChooseError) -> ExitStatus {
        match error {
            ChooseError::Open { path, source } => self.failed_open(&path, &source),
            ChooseError::Found(mut found) => {
                found.sort();
                self.findings(&found, Format::Human, Channel::Messages);
            }
            ChooseError::Choose { what, wanted, known } => {
                self.unknown(what, wanted.as_deref(), &known);
            }
        }
        ExitStatus::Failure
    }

    /// Says that there is no such thing as `wanted`, or that one is to be chosen, of those that
    /// are `known`.
    pub(super) fn unknown(&self, what: Choice, wanted: Option<&str>, known: &[String]) {
        let what = match what {
            Choice::School => "school",
            Choice::Regulation => "regulation",
            Choice::Edition => "edition",
        };
        // Any two dates are alike.
        let near = wanted.filter(|_| what != "edition");
        let near = near.and_then(|wanted| nearest(wanted, known.iter().map(String::as_str)));
        let shown: Vec<&str> = known.iter().take(MOST_NAMES).map(String::as_str).collect();
        let shown = if shown.is_empty() { "–".to_owned() } else { shown.join(", ") };
        let args = [
            ("what", what.into()),
            ("wanted", wanted.unwrap_or("none").into()),
            ("near", near.unwrap_or("none").into()),
            ("known", shown.into()),
            ("more", known.len().saturating_sub(MOST_NAMES).into()),
        ];
        self.failure("failed-choice", &args);
    }

    /// Seconds since `begin`, in tenths as the language writes them: «1,2», “1.2”.
    pub(super) fn seconds(&self, begin: Instant) -> String {
        let tenths = u64::try_from(begin.elapsed().as_millis()).unwrap_or(u64::MAX).div_ceil(100);
        self.decimal(tenths)
    }

    /// A number of tenths as the language writes it.
    pub(super) fn decimal(&self, tenths: u64) -> String {
        let point = match self.catalogue.language() {
            Language::Russian => ',',
            Language::English => '.',
        };
        format!("{}{point}{}", tenths / 10, tenths % 10)
    }

    /// Says that a file or folder cannot be opened.
    pub(super) fn failed_open(&self, path: &Path, error: &io::Error) {
        self.failure("failed-open", &system(path, error));
    }

    /// Says that no program opened a file or folder.
    pub(super) fn failed_viewer(&self, path: &Path, error: &io::Error) {
        self.failure("failed-viewer", &system(path, error));
    }

    /// A function that shows the progress on a terminal once a run takes more than a second.
    pub(super) fn progress(&self) -> impl Fn(usize, usize) + Sync + use<'a> {
        let begin = Instant::now();
        let bar = Mutex::new(None::<ProgressBar>);
        let on_terminal = self.environment.stderr_is_terminal;
        let label = self.catalogue.text("progress");
        move |done, all| {
            if !on_terminal || begin.elapsed() < PATIENCE {
                return;
            }
            let mut bar = bar.lock().unwrap_or_else(PoisonError::into_inner);
            let bar = bar.get_or_insert_with(|| new_bar(all, label));
            bar.set_position(done as u64);
            if done == all {
                bar.finish_and_clear();
            }
        }
    }
}

/// A path as an argument of a text, as a person would type it.
fn path(path: &Path) -> Arg {
    Arg::from(path.strip_prefix(".").unwrap_or(path).display().to_string())
}

/// Paths as a person would type them.
pub(super) fn paths(paths: &[PathBuf]) -> String {
    let paths = paths.iter().map(|path| path.strip_prefix(".").unwrap_or(path).display());
    paths.map(|path| path.to_string()).collect::<Vec<_>>().join(", ")
}

/// Arguments for what the system refused.
fn system(at: &Path, error: &io::Error) -> [(&'static str, Arg); 3] {
    [("path", path(at)), ("cause", cause(error).into()), ("detail", error.to_string().into())]
}

fn new_bar(all: usize, label: &str) -> ProgressBar {
    let target = ProgressDrawTarget::stderr();
    let bar = ProgressBar::with_draw_target(Some(all as u64), target);
    let style = ProgressStyle::with_template(&format!("{label} {{bar:30}} {{pos}}/{{len}}"));
    if let Ok(style) = style { bar.with_style(style) } else { bar }
}
