//! Time stamps of the journals' heads. One over the last entry vouches for all before it, so what
//! a service did not answer today is made good by the next publication.

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
    /// How many schools more the service was not asked for, since it cannot be reached.
    pub others: usize,
}

/// Asks for a stamp of every journal whose head has none, if `site.yaml` names a service; `all`
/// gets what came of it. A service that cannot be reached is not asked again for each school.
///
/// # Errors
/// If the system refuses to write.
pub(super) fn ask(posting: &Posting<'_>, all: &mut Vec<Stamped>) -> Result<(), PostingError> {
    let (site, _) = Site::open(&posting.request, Purpose::Build)?;
    let Some(service) = &site.shared.site.timestamp else { return Ok(()) };
    let mut away = false;
    for school in &site.schools {
        let Some((head, path)) = unstamped(&site, school) else { continue };
        if let (true, Some(last)) = (away, all.last_mut()) {
            last.others += 1;
            continue;
        }
        let answer = match timestamp::ask(&service.url, &head.hash) {
            Ok(token) => stamp(&site, service, &head, (&path, &token))?,
            Err(trouble) => {
                away = trouble.away;
                Err(trouble.detail)
            }
        };
        all.push(Stamped { school: school.clone(), count: head.count, answer, others: 0 });
    }
    Ok(())
}

/// The head of the school's journal and the path for its stamp, if it has entries and no stamp.
fn unstamped(site: &Site<'_>, school: &str) -> Option<(Head, String)> {
    let mut found = Diagnostics::default();
    let bytes = source::read_journal(&site.workspace, school, &mut found);
    let journal = journal::parse(&source::journal(school), &bytes, &mut found);
    let head = journal.head();
    let path = source::token(school, head.count);
    let wanted = head.count > 0 && journal.is_sound() && !site.workspace.exists(&path);
    wanted.then_some((head, path))
}

/// Checks the service's answer and then writes it to the path, from the workspace's root.
fn stamp(
    site: &Site<'_>,
    service: &TimestampService,
    head: &Head,
    (path, token): (&str, &[u8]),
) -> Result<Result<Timestamp, String>, PublishError> {
    let authority = site.workspace.path(&service.authority);
    let check = |file: &std::path::Path| timestamp::verify(file, &head.hash, &authority);
    publish::create_checked(&site.workspace.path(path), token, check)
}
