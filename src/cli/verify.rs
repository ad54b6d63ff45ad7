//! `reglament verify`: whether the published site is what was built.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::ExitStatus;
use super::build::OUTPUT;
use super::report::Report;
use crate::pipeline;
use crate::publish::manifest;
use crate::verify::site::{Site, Trouble};
use crate::verify::web::{Patience, Web, WebError};
use crate::verify::{Reference, ReferenceError, json, plain, verify};

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, report: &Report<'_>) -> ExitStatus {
    let given = matches.get_one::<String>("site").cloned().unwrap_or_default();
    let Some(site) = site(&given, matches, report) else { return ExitStatus::Failure };
    let reference = match reference(&site, matches) {
        Ok(reference) => reference,
        Err(error) => return refuse(&error, &given, report),
    };
    let found = verify(&site, &reference, &report.progress());
    if matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        report.data(&json::render(&found, &given));
    } else {
        report.data(&plain::render(&found, report.catalogue, report.width()));
    }
    if found.is_sound() { ExitStatus::Fine } else { ExitStatus::Findings }
}

/// The site that `--site` names, else the one at the address in `site.yaml`.
pub(super) fn published(matches: &ArgMatches, root: &Path, report: &Report<'_>) -> Option<Site> {
    let given = matches.get_one::<String>("site").cloned();
    match given.map_or_else(|| pipeline::base_url(root), Ok) {
        Ok(address) => site(&address, matches, report),
        Err(error) => {
            report.run_error(&error);
            None
        }
    }
}

/// The site that is named: an address, else a folder.
fn site(given: &str, matches: &ArgMatches, report: &Report<'_>) -> Option<Site> {
    if !given.contains("://") {
        return Some(Site::Folder(PathBuf::from(given)));
    }
    let authorities = match matches.get_one::<PathBuf>("ca") {
        None => None,
        Some(path) => match std::fs::read(path) {
            Ok(bytes) => Some(bytes),
            Err(error) => {
                report.failed_open(path, &error);
                return None;
            }
        },
    };
    match Web::new(given, authorities.as_deref(), Patience::default()) {
        Ok(web) => Some(Site::Web(web)),
        Err(WebError::Address(address)) => {
            report.failure("usage-address", &[("value", address.into())]);
            None
        }
        Err(WebError::Certificates) => {
            report.failure("usage-ca", &[]);
            None
        }
    }
}

/// The built folder, if there is one and the site's own manifest is not asked for.
fn reference(site: &Site, matches: &ArgMatches) -> Result<Reference, ReferenceError> {
    if matches.get_flag("own") {
        return Reference::of_site(site);
    }
    if let Some(folder) = matches.get_one::<PathBuf>("output") {
        return Reference::folder(folder);
    }
    let root = matches.get_one::<PathBuf>("root").map_or(Path::new("."), PathBuf::as_path);
    let built = root.join(OUTPUT);
    let is_site = matches!(site, Site::Folder(folder) if *folder == built);
    if built.join(manifest::NAME).is_file() && !is_site {
        return Reference::folder(&built);
    }
    Reference::of_site(site)
}

/// Says why there is nothing to compare with.
pub(super) fn refuse(error: &ReferenceError, site: &str, report: &Report<'_>) -> ExitStatus {
    match error {
        ReferenceError::Open { path, source } => {
            report.failed_open(path, source);
            ExitStatus::Failure
        }
        ReferenceError::NoManifest | ReferenceError::Site(Trouble::Missing) => {
            report.failure("verify-no-manifest", &[("site", site.into())]);
            ExitStatus::Findings
        }
        ReferenceError::Site(trouble) => {
            let key = format!("verify-{}", trouble.id());
            let args = [("count", 1.into()), ("detail", trouble.detail().into())];
            report.failure(&key, &args);
            ExitStatus::Failure
        }
    }
}
