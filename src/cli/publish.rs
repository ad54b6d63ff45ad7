//! `reglament publish`: build, deploy, verify, enter in the journal.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use clap::ArgMatches;

use super::build::OUTPUT;
use super::report::{Channel, Format, Report};
use super::{Environment, ExitStatus, args, verify};
use crate::diagnostics::Diagnostics;
use crate::language::Arg;
use crate::language::dates::long;
use crate::model::journal::{Diverged, Entry, Head, is_commit};
use crate::pipeline::Clock;
use crate::pipeline::posting::{Deploy, Done, Posting, PostingError, Stamped, Step, Tell, publish};
use crate::verify::{Trouble, plain};

/// Runs the command.
pub(super) fn run(
    matches: &ArgMatches,
    environment: &Environment,
    report: &Report<'_>,
) -> ExitStatus {
    let Some(mut request) = args::request(matches, environment, report) else {
        return ExitStatus::Failure;
    };
    request.locked = true;
    let output = matches.get_one::<PathBuf>("output").cloned();
    let output = output.unwrap_or_else(|| request.root.join(OUTPUT));
    let Some(site) = verify::published(matches, &request.root, report) else {
        return ExitStatus::Failure;
    };
    let deploy = |words: &[String]| deploy(words, &request.root);
    let deploy = match (matches.get_flag("deploy-later"), matches.get_flag("no-deploy")) {
        (true, _) => Deploy::Later,
        (false, true) => Deploy::Elsewhere,
        (false, false) => Deploy::Command(&deploy),
    };
    let later = matches!(deploy, Deploy::Later);
    let seconds = matches.get_one::<u64>("wait").copied().unwrap_or_default();
    let posting = Posting {
        output,
        site,
        deploy,
        carry: matches.get_flag("carry"),
        first: matches.get_flag("first"),
        wait: Duration::from_secs(seconds),
        commit: if later { None } else { commit(&request.root, environment) },
        withdrawn: matches.get_one::<String>("withdrawn").cloned(),
        clock: environment.clock,
        request: request.clone(),
    };
    if let Clock::Date(day) = request.clock {
        report.line("publish-today", &[("date", long(report.catalogue, day).into())]);
    }
    let progress = report.progress();
    let step = |step| report.line(key(step), &[]);
    match publish(&posting, &Tell { step: &step, progress: &progress }) {
        Ok(done) => show(done, &posting.deploy, report),
        Err(error) => refuse(error, report),
    }
}

const fn key(step: Step) -> &'static str {
    match step {
        Step::Build => "publish-build",
        Step::Deploy => "publish-deploy",
        Step::Verify => "publish-verify",
        Step::Again => "publish-again",
        Step::Rebuild => "publish-rebuild",
        Step::Last => "publish-last",
    }
}

/// Runs the deploy command without a shell; what it prints goes where our messages go.
fn deploy(words: &[String], root: &Path) -> Result<(), String> {
    let [program, arguments @ ..] = words else { return Ok(()) };
    let mut command = Command::new(program);
    let status = command.args(arguments).current_dir(root).stdout(std::io::stderr()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{program}: {status}")),
        Err(error) => Err(format!("{program}: {error}")),
    }
}

/// Files of the content that this program writes itself: what they hold is no matter of the
/// commit.
const OWN: [&str; 3] = ["journal.jsonl", "journal-*.tsr", "calendar.lock"];

/// The commit of the content: what git says, if its last commit has the content as it is, or,
/// without git, the CI service. A run that waited for another one has a later commit at hand than
/// the one that the service names.
fn commit(root: &Path, environment: &Environment) -> Option<String> {
    let commit = match git(root, &["rev-parse", "HEAD"]) {
        Some(head) => is_committed(root).then(|| head.trim().to_owned()),
        None => environment.commit.clone(),
    };
    commit.filter(|commit| is_commit(commit))
}

/// Whether the last commit has `content/` as it is.
fn is_committed(root: &Path) -> bool {
    let own = OWN.map(|name| format!(":(exclude,glob)content/schools/*/{name}"));
    let status = ["status", "--porcelain", "--", "content"].into_iter();
    let status: Vec<&str> = status.chain(own.iter().map(String::as_str)).collect();
    git(root, &["cat-file", "-e", "HEAD:./content"]).is_some()
        && git(root, &status).is_some_and(|changed| changed.is_empty())
}

/// What git prints, if it succeeds.
fn git(root: &Path, arguments: &[&str]) -> Option<String> {
    let git = Command::new("git").args(arguments).current_dir(root).output().ok()?;
    git.status.success().then(|| String::from_utf8_lossy(&git.stdout).into_owned())
}

/// What was entered, and what of the site is not as it should be.
fn show(done: Done, deploy: &Deploy<'_>, report: &Report<'_>) -> ExitStatus {
    report.findings(&done.found, Format::Human, Channel::Messages);
    for (school, entry) in &done.entries {
        report.line("publish-entry", &entry_args(school, entry, report));
    }
    for token in &done.tokens {
        tell(token, report);
    }
    if !done.report.is_sound() {
        report.message(&plain::render(&done.report, report.catalogue, report.width()));
        report.line("publish-not-sound", &[]);
    }
    let count = done.entries.len();
    if let Err(error) = done.rest {
        return unfinished(error, count, deploy, report);
    }
    // What the last run left is not to keep the next one from putting it right.
    if !done.report.is_sound() && !matches!(deploy, Deploy::Later) {
        return ExitStatus::Findings;
    }
    let key = match (deploy, count) {
        (Deploy::Later, 0) => "publish-later",
        (Deploy::Later, _) => "publish-later-new",
        (_, 0) => "publish-nothing-new",
        (Deploy::Elsewhere, _) => "publish-load-again",
        (Deploy::Command(_), _) => "publish-done",
    };
    report.line(key, &[("count", count.into())]);
    ExitStatus::Fine
}

/// Says what could not be done after the entries that were made.
fn unfinished(
    error: PostingError,
    count: usize,
    deploy: &Deploy<'_>,
    report: &Report<'_>,
) -> ExitStatus {
    let status = match error {
        PostingError::Deploy(detail) => {
            report.failure("publish-again-failed", &[("detail", detail.into())]);
            ExitStatus::Failure
        }
        PostingError::Found(found) => findings(found, report),
        error => refuse(error, report),
    };
    let deployed = if matches!(deploy, Deploy::Later) { "no" } else { "yes" };
    report.line("publish-unfinished", &[("count", count.into()), ("deployed", deployed.into())]);
    status
}

/// Shows what is wrong with the content.
fn findings(mut found: Diagnostics, report: &Report<'_>) -> ExitStatus {
    found.sort();
    report.findings(&found, Format::Human, Channel::Messages);
    report.totals(&found);
    ExitStatus::Findings
}

/// Says when a service of time stamps saw the journal, or why it did not.
fn tell(token: &Stamped, report: &Report<'_>) {
    let (key, detail) = match &token.answer {
        Ok(time) => ("publish-stamped", time.to_string()),
        Err(detail) => ("publish-unstamped", detail.clone()),
    };
    let school = token.school.as_str();
    let args = [
        ("school", school.into()),
        ("count", token.count.into()),
        ("detail", detail.into()),
        ("others", token.others.into()),
    ];
    report.line(key, &args);
}

fn entry_args(school: &str, entry: &Entry, report: &Report<'_>) -> Vec<(&'static str, Arg)> {
    let record = &entry.record;
    vec![
        ("school", school.into()),
        ("seq", entry.seq.into()),
        ("kind", record.kind.id().into()),
        ("act", record.regulation.as_str().into()),
        ("date", long(report.catalogue, record.edition).into()),
        ("at", record.at.text().into()),
        ("hash", entry.hash.as_str().into()),
    ]
}

/// What is known of a trouble.
fn detail(trouble: &Trouble) -> String {
    let detail = trouble.detail();
    if detail.is_empty() { trouble.id().to_owned() } else { detail }
}

fn heads(school: String, diverged: &Diverged) -> [(&'static str, Arg); 4] {
    let head = |head: &Head| format!("{} · {}", head.count, head.hash);
    [
        ("school", school.into()),
        ("ours", head(&diverged.ours).into()),
        ("published", head(&diverged.published).into()),
        ("common", diverged.common.into()),
    ]
}

/// Says why nothing was published, or nothing entered.
fn refuse(error: PostingError, report: &Report<'_>) -> ExitStatus {
    match error {
        PostingError::Run(error) => report.run_error(&error),
        PostingError::Found(found) => {
            let status = findings(found, report);
            report.line("publish-refused", &[]);
            return status;
        }
        PostingError::Itself => report.failure("publish-itself", &[]),
        PostingError::NoDeploy => report.failure("publish-no-deploy", &[]),
        PostingError::Deploy(detail) => {
            report.failure("publish-deploy-failed", &[("detail", detail.into())]);
        }
        PostingError::Unreachable(trouble) => {
            report.failure("publish-unreachable", &[("detail", detail(&trouble).into())]);
        }
        PostingError::Withdrawn(path, trouble) => {
            let args = [("path", path.into()), ("detail", detail(&trouble).into())];
            report.failure("publish-withdrawn-unknown", &args);
        }
        PostingError::NoJournal => report.failure("publish-no-journal", &[]),
        PostingError::Lost(path) => report.failure("publish-lost", &[("path", path.into())]),
        PostingError::Page(path) => report.failure("publish-page", &[("path", path.into())]),
        PostingError::Left(paths) => {
            report.failure("publish-left", &[("paths", paths.join(", ").into())]);
            return ExitStatus::Findings;
        }
        PostingError::Diverged(school, diverged) => {
            report.failure("publish-diverged", &heads(school, &diverged));
            return ExitStatus::Findings;
        }
        PostingError::Broken(school, found) => {
            report.findings(&found, Format::Human, Channel::Messages);
            report.failure("publish-broken", &[("school", school.into())]);
            return ExitStatus::Findings;
        }
        PostingError::Reference(error) => return verify::refuse(&error, "", report),
        PostingError::Write(error) => report.publish_error(&error),
    }
    ExitStatus::Failure
}
