//! Time stamps of the journals' heads. One over the last entry vouches for all before it, so what
//! a service did not answer today is made good by the next publication.

use std::fs;

use jiff::Timestamp;

use super::{Posting, PostingError};
use crate::checks::Purpose;
use crate::diagnostics::Diagnostics;
use crate::model::journal::{self, Head};
use crate::model::site::TimestampService;
use crate::pipeline::{Site, timestamp};
use crate::publish::{self, PublishError};
use crate::source;

/// A time stamp that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamped {
    /// Id of the school.
    pub school: String,
    /// How many entries its journal has.
    pub count: u64,
    /// The moment that the service confirms, or why there is no stamp: the entries stay.
    pub answer: Result<Timestamp, String>,
}

/// Asks for a stamp of every journal whose head has none, if `site.yaml` names a service.
///
/// # Errors
/// If the system refuses to write. A service that does not answer is told of in the result.
pub(super) fn ask(posting: &Posting<'_>) -> Result<Vec<Stamped>, PostingError> {
    let (site, _) = Site::open(&posting.request, Purpose::Build)?;
    let Some(service) = &site.shared.site.timestamp else { return Ok(Vec::new()) };
    let mut all = Vec::new();
    for school in &site.schools {
        let mut found = Diagnostics::default();
        let bytes = source::read_journal(&site.workspace, school, &mut found);
        let journal = journal::parse(&source::journal(school), &bytes, &mut found);
        let head = journal.head();
        let path = source::token(school, head.count);
        if head.count == 0 || !journal.is_sound() || site.workspace.exists(&path) {
            continue;
        }
        let answer = stamp(&site, service, &head, &path)?;
        all.push(Stamped { school: school.clone(), count: head.count, answer });
    }
    Ok(all)
}

/// Writes the service's answer to `path`, from the workspace's root; one that does not hold is
/// removed again.
fn stamp(
    site: &Site<'_>,
    service: &TimestampService,
    head: &Head,
    path: &str,
) -> Result<Result<Timestamp, String>, PublishError> {
    let token = match timestamp::ask(&service.url, &head.hash) {
        Ok(token) => token,
        Err(detail) => return Ok(Err(detail)),
    };
    let file = site.workspace.path(path);
    publish::create(&file, token)?;
    let authority = site.workspace.path(&service.authority);
    let checked = timestamp::verify(&file, &head.hash, &authority);
    if checked.is_err() {
        fs::remove_file(&file).map_err(PublishError::io(&file))?;
    }
    Ok(checked)
}
