//! `reglament init`: writes recipes for a service that checks and publishes on every commit.

use clap::ArgMatches;

use super::report::Report;
use super::{ExitStatus, args};
use crate::pipeline::recipes::{RecipeError, Service, write};

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, report: &Report<'_>) -> ExitStatus {
    let name = matches.get_one::<String>("ci").map_or("", String::as_str);
    let service = match name {
        "gitlab" => Service::Gitlab,
        "netlify" => Service::Netlify,
        _ => Service::Github,
    };
    match write(&args::root_folder(matches), service, report.catalogue) {
        Ok(recipe) => {
            let files = recipe.files.iter().map(|file| report.path(file) + "\n");
            report.data(&files.collect::<String>());
            let how = if recipe.deploys { "deploy" } else { "pages" };
            report.line("init-next", &[("service", name.into()), ("how", how.into())]);
            ExitStatus::Fine
        }
        Err(error) => refuse(error, report),
    }
}

fn refuse(error: RecipeError, report: &Report<'_>) -> ExitStatus {
    match error {
        RecipeError::Run(error) => report.run_error(&error),
        RecipeError::NoSite => report.failure("init-no-site", &[]),
        RecipeError::Exists(files) => {
            report.failure("init-exists", &[("files", files.join(", ").into())]);
        }
        RecipeError::Write(error) => report.publish_error(&error),
    }
    ExitStatus::Failure
}
