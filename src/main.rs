//! The program `reglament`: hands arguments and environment to the library.

use std::io::{self, IsTerminal, stderr, stdin, stdout};
use std::process::ExitCode;

use reglament::cli::{Environment, run};

/// Building a site makes many short strings on several threads; see docs/performance.md.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Variables in which GitHub Actions, GitLab CI and Netlify name the commit.
const COMMITS: [&str; 3] = ["GITHUB_SHA", "CI_COMMIT_SHA", "COMMIT_REF"];

#[expect(clippy::disallowed_methods, reason = "the one place where clock and environment enter")]
fn main() -> ExitCode {
    let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable);
    let asked = variable("COLUMNS").and_then(|columns| columns.parse().ok());
    let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let environment = Environment {
        locale,
        source_date_epoch: variable("SOURCE_DATE_EPOCH"),
        no_color: variable("NO_COLOR").is_some(),
        commit: COMMITS.into_iter().find_map(variable),
        stdout_is_terminal: stdout().is_terminal(),
        stderr_is_terminal: stderr().is_terminal(),
        width: asked.or_else(terminal).unwrap_or(100),
        stdin_is_terminal: stdin().is_terminal(),
        line,
        clock: jiff::Zoned::now,
        open: |target| open::that_detached(target),
    };
    ExitCode::from(run(std::env::args_os().collect(), &environment).code())
}

/// A line of standard input, without its end.
fn line() -> io::Result<Option<String>> {
    let mut line = String::new();
    let read = stdin().read_line(&mut line)?;
    Ok((read > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned()))
}
