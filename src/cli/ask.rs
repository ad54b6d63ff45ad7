//! Asking a person on a terminal: one question a line, answers checked at once.
//!
//! Where nobody can be asked (no terminal, or `--yes`), nothing is read and nothing waits.

use std::fmt;

use super::Environment;
use super::report::Report;

/// Asks, if somebody is there to answer.
pub(super) struct Ask<'a> {
    report: &'a Report<'a>,
    environment: &'a Environment,
    /// Whether questions are asked at all.
    pub(super) on: bool,
}

/// A question.
#[derive(Default)]
pub(super) struct Question<'q> {
    /// Its words.
    pub(super) text: &'q str,
    /// A sample answer.
    pub(super) example: Option<&'q str>,
    /// The answer that an empty line gives.
    pub(super) default: Option<&'q str>,
    /// What may be chosen, by id with its meaning.
    pub(super) choices: &'q [(String, String)],
    /// Whether an empty line without a default is an answer.
    pub(super) optional: bool,
}

/// The person ended the input: nothing is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ended;

impl fmt::Display for Ended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the input ended")
    }
}

impl<'a> Ask<'a> {
    /// Asks unless `yes`, and only where a person sits at both ends of the terminal.
    pub(super) fn new(report: &'a Report<'a>, environment: &'a Environment, yes: bool) -> Self {
        let terminal = environment.stdin_is_terminal && environment.stderr_is_terminal;
        Self { report, environment, on: terminal && !yes }
    }

    /// The answer, trimmed: `None` for an empty one to an optional question. `check` says what
    /// is wrong with one, then it is asked for again.
    pub(super) fn answer<T>(
        &self,
        question: &Question<'_>,
        check: impl Fn(&str) -> Result<T, String>,
    ) -> Result<Option<T>, Ended> {
        self.put(question);
        loop {
            self.report.message("> ");
            let line = match (self.environment.line)() {
                Ok(Some(line)) => line,
                Ok(None) | Err(_) => {
                    self.report.message("\n");
                    return Err(Ended);
                }
            };
            let given = line.trim();
            let given = if given.is_empty() { question.default.unwrap_or("") } else { given };
            if given.is_empty() && question.optional {
                return Ok(None);
            }
            match check(given) {
                Ok(answer) => return Ok(Some(answer)),
                Err(wrong) => self.report.line("ask-wrong", &[("wrong", wrong.into())]),
            }
        }
    }

    fn put(&self, question: &Question<'_>) {
        let none = "none";
        let args = [
            ("question", question.text.into()),
            ("example", question.example.unwrap_or(none).into()),
            ("default", question.default.unwrap_or(none).into()),
        ];
        self.report.line("ask-question", &args);
        for (id, meaning) in question.choices {
            self.report.message(&format!("    {id} – {meaning}\n"));
        }
    }
}
