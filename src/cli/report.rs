//! The only place that prints. Data goes to standard output, messages to standard error.

use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Environment;
use super::args::Format;
use crate::diagnostics::{Diagnostics, Severity, github, human, json, short};
use crate::language::{Arg, Catalogue};
use crate::pipeline::RunError;
use crate::publish::PublishError;

/// How long a run takes before it shows its progress.
const PATIENCE: Duration = Duration::from_secs(1);

/// Prints in one language.
pub(super) struct Report<'a> {
    /// Texts.
    pub(super) catalogue: &'a Catalogue,
    environment: &'a Environment,
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
        Self { catalogue, environment }
    }

    /// Writes data as they are.
    #[expect(clippy::unused_self, reason = "who prints, has a report")]
    pub(super) fn data(&self, text: &str) {
        // A reader that went away, as `head` does, ends the run quietly.
        let _ = io::stdout().lock().write_all(text.as_bytes());
    }

    /// Writes a message as it is.
    #[expect(clippy::unused_self, reason = "who prints, has a report")]
    pub(super) fn message(&self, text: &str) {
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    /// Writes the message `key` on a line.
    pub(super) fn line(&self, key: &str, args: &[(&'static str, Arg)]) {
        self.message(&format!("{}\n", self.catalogue.format(key, args)));
    }

    /// Writes the message `key` as a failure, and how to get help.
    pub(super) fn failure(&self, key: &str, args: &[(&'static str, Arg)]) {
        let text = self.catalogue.format(key, args);
        self.message(&format!("{}: {text}\n", self.catalogue.text("severity-error")));
        if let Some(help) = self.catalogue.attribute(key, "help", args) {
            self.message(&format!("{}: {help}\n", self.catalogue.text("severity-help")));
        }
    }

    /// Writes findings; JSON and annotations are data in any case.
    pub(super) fn findings(&self, found: &Diagnostics, format: Format, channel: Channel) {
        let styled = !self.environment.no_color
            && match channel {
                Channel::Data => self.environment.stdout_is_terminal,
                Channel::Messages => self.environment.stderr_is_terminal,
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
    }

    /// Writes how many errors and warnings there are, if any.
    pub(super) fn totals(&self, found: &Diagnostics) {
        let errors = found.count(Severity::Error);
        let warnings = found.count(Severity::Warning);
        if errors + warnings > 0 {
            let args = [("errors", errors.into()), ("warnings", warnings.into())];
            self.line("totals", &args);
        }
    }

    /// Says why a run could not be made.
    pub(super) fn run_error(&self, error: &RunError) {
        let path = |path: &std::path::Path| Arg::from(path.display().to_string());
        match error {
            RunError::Root { path: root, source } => {
                let args = [("path", path(root)), ("detail", source.to_string().into())];
                self.failure("failed-root", &args);
            }
            RunError::UnknownSchool(id) => {
                self.failure("failed-school", &[("id", id.as_str().into())]);
            }
            RunError::Publish(PublishError::Io { path: at, source }) => {
                let args = [("path", path(at)), ("detail", source.to_string().into())];
                self.failure("failed-io", &args);
            }
            RunError::Publish(PublishError::Foreign { output, files }) => {
                let args = [("path", path(output)), ("files", files.join(", ").into())];
                self.failure("failed-foreign", &args);
            }
            RunError::Publish(PublishError::Locked(lock)) => {
                self.failure("failed-locked", &[("path", path(lock))]);
            }
            RunError::Publish(PublishError::Twice(file)) => {
                self.failure("failed-twice", &[("path", file.as_str().into())]);
            }
        }
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

fn new_bar(all: usize, label: &str) -> ProgressBar {
    let target = ProgressDrawTarget::stderr();
    let bar = ProgressBar::with_draw_target(Some(all as u64), target);
    let style = ProgressStyle::with_template(&format!("{label} {{bar:30}} {{pos}}/{{len}}"));
    if let Ok(style) = style { bar.with_style(style) } else { bar }
}
