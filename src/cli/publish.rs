//! `reglament publish`: build, deploy, verify, enter in the journal.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use clap::ArgMatches;

use super::build::OUTPUT;
use super::report::{Channel, Format, Report};
use super::{Environment, ExitStatus, args, verify};
use crate::language::Arg;
use crate::language::dates::long;
use crate::model::journal::{Entry, Head};
use crate::pipeline::posting::{Deploy, Done, Posting, PostingError, Stamped, Step, Tell, publish};
use crate::verify::plain;

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
        request: request.clone(),
    };
    let progress = report.progress();
    let step = |step| report.line(key(step), &[]);
    match publish(&posting, &Tell { step: &step, progress: &progress }) {
        Ok(done) => show(&done, &posting.deploy, report),
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
fn deploy(words: &[String], root: &std::path::Path) -> Result<(), String> {
    let [program, arguments @ ..] = words else { return Ok(()) };
    let mut command = Command::new(program);
    let status = command.args(arguments).current_dir(root).stdout(std::io::stderr()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{program}: {status}")),
        Err(error) => Err(format!("{program}: {error}")),
    }
}

/// The commit of the content: what git says or, without git, the CI service. A run that waited
/// for another one has a later commit at hand than the one that the service names.
fn commit(root: &std::path::Path, environment: &Environment) -> Option<String> {
    let git = Command::new("git").args(["rev-parse", "HEAD"]).current_dir(root).output();
    let git = git.ok().filter(|git| git.status.success());
    let head = git.and_then(|git| String::from_utf8(git.stdout).ok());
    let head = head.map(|head| head.trim().to_owned()).filter(|head| !head.is_empty());
    head.or_else(|| environment.commit.clone())
}

/// What was entered, and what of the site is not as it should be.
fn show(done: &Done, deploy: &Deploy<'_>, report: &Report<'_>) -> ExitStatus {
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
        // What the last run left is not to keep the next one from putting it right.
        if !matches!(deploy, Deploy::Later) {
            return ExitStatus::Findings;
        }
    }
    let key = match (deploy, done.entries.is_empty()) {
        (Deploy::Later, true) => "publish-later",
        (Deploy::Later, false) => "publish-later-new",
        (Deploy::Elsewhere, false) => "publish-load-again",
        (Deploy::Command(_), false) => "publish-done",
        (Deploy::Elsewhere | Deploy::Command(_), true) => "publish-nothing-new",
    };
    report.line(key, &[("count", done.entries.len().into())]);
    ExitStatus::Fine
}

/// Says when a service of time stamps saw the journal, or why it did not.
fn tell(token: &Stamped, report: &Report<'_>) {
    let (key, detail) = match &token.answer {
        Ok(time) => ("publish-stamped", time.to_string()),
        Err(detail) => ("publish-unstamped", detail.clone()),
    };
    let school = token.school.as_str();
    let args =
        [("school", school.into()), ("count", token.count.into()), ("detail", detail.into())];
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

/// Says why nothing was published, or nothing entered.
fn refuse(error: PostingError, report: &Report<'_>) -> ExitStatus {
    match error {
        PostingError::Run(error) => report.run_error(&error),
        PostingError::Found(mut found) => {
            found.sort();
            report.findings(&found, Format::Human, Channel::Messages);
            report.totals(&found);
            report.line("publish-refused", &[]);
            return ExitStatus::Findings;
        }
        PostingError::NoDeploy => report.failure("publish-no-deploy", &[]),
        PostingError::Deploy(detail) => {
            report.failure("publish-deploy-failed", &[("detail", detail.into())]);
        }
        PostingError::Unreachable(trouble) => {
            let detail = trouble.detail();
            let detail = if detail.is_empty() { trouble.id().to_owned() } else { detail };
            report.failure("publish-unreachable", &[("detail", detail.into())]);
        }
        PostingError::NoJournal => report.failure("publish-no-journal", &[]),
        PostingError::Diverged(school, diverged) => {
            let head = |head: &Head| format!("{} · {}", head.count, head.hash);
            let args = [
                ("school", school.into()),
                ("ours", head(&diverged.ours).into()),
                ("published", head(&diverged.published).into()),
                ("common", diverged.common.into()),
            ];
            report.failure("publish-diverged", &args);
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
