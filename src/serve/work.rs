//! The thread that keeps the preview up with the disk.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use jiff::Zoned;

use super::state::State;
use super::watch::{Seen, Watch};
use super::{News, ServeError, tell};
use crate::pipeline::preview::{Change, Preview, Snapshot};
use crate::pipeline::{Clock, Request};

/// So long nothing may happen before a save is taken for finished: editors write a file in two or
/// three steps.
const QUIET: Duration = Duration::from_millis(15);
/// So long a stream of changes is waited for.
const PATIENCE: Duration = Duration::from_millis(250);

/// How often the clock is looked at.
const TICK: Duration = Duration::from_secs(20);

/// What is kept up.
pub(super) struct Session {
    pub(super) request: Request,
    pub(super) poll: bool,
    pub(super) clock: Option<fn() -> Zoned>,
}

/// Judges everything, then what changes, until the process ends.
pub(super) fn run(session: Session, state: &Arc<State>, news: &Sender<News>) {
    let (seen, changes) = channel();
    // Watched before it is read: nothing that changes meanwhile is missed.
    let (mut watch, polling) = match Watch::new(&session.request.root, session.poll, seen) {
        Ok(watch) => watch,
        Err(error) => return tell(news, News::Failed(ServeError::System(error))),
    };
    let progress = |done, all| tell(news, News::Reading(done, all));
    let mut preview = match Preview::open(session.request, &progress) {
        Ok(preview) => preview,
        Err(error) => return tell(news, News::Failed(ServeError::Run(error))),
    };
    publish(state, preview.snapshot());
    tell(news, News::Ready(Arc::clone(preview.snapshot())));
    if let Some(reason) = polling {
        tell(news, News::Polling(reason));
    }
    // A change that came while sheets were tried.
    let mut waiting = None;
    loop {
        let tried = preview.try_sheets(&state.shown(), &mut |new| publish(state, new), &mut || {
            waiting = waiting.take().or_else(|| changes.try_recv().ok());
            waiting.is_some()
        });
        if let Some(update) = tried {
            tell(news, News::Updated(update, Arc::clone(preview.snapshot())));
        }
        match waiting.take().map_or_else(|| changes.recv_timeout(TICK), Ok) {
            Ok(first) => {
                let Some(change) = gather(first, &changes, &mut watch, news) else { continue };
                let shown = state.shown();
                let update = preview.update(&change, &shown, &mut |new| publish(state, new));
                if let Some(update) = update {
                    tell(news, News::Updated(update, Arc::clone(preview.snapshot())));
                }
            }
            Err(RecvTimeoutError::Timeout) => midnight(&mut preview, session.clock, state, news),
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// Looks at everything anew once the day is another one.
fn midnight(
    preview: &mut Preview,
    clock: Option<fn() -> Zoned>,
    state: &Arc<State>,
    news: &Sender<News>,
) {
    let Some(clock) = clock.map(|clock| Clock::Moment(clock().timestamp())) else { return };
    if preview.is_over(clock) {
        let update = preview.renew(clock, &mut |new| publish(state, new));
        tell(news, News::Updated(update, Arc::clone(preview.snapshot())));
    }
}

/// All that is seen until it is quiet; `None` if it is nothing of ours.
fn gather(
    first: Seen,
    changes: &Receiver<Seen>,
    watch: &mut Watch,
    news: &Sender<News>,
) -> Option<Change> {
    let begin = Instant::now();
    let (mut paths, mut everything) = (BTreeSet::new(), false);
    let mut next = Some(first);
    while let Some(seen) = next {
        match seen {
            Seen::Paths(more) => paths.extend(more),
            Seen::Lost => {
                everything = true;
                renew(watch, news);
            }
        }
        next = if begin.elapsed() < PATIENCE { changes.recv_timeout(QUIET).ok() } else { None };
    }
    if everything {
        return Some(Change::Everything);
    }
    (!paths.is_empty()).then_some(Change::Paths(paths))
}

/// Watches anew; says why it has to look from now on, or that it cannot.
fn renew(watch: &mut Watch, news: &Sender<News>) {
    match watch.renew() {
        Ok(Some(reason)) => tell(news, News::Polling(reason)),
        Ok(None) => {}
        Err(error) => tell(news, News::Failed(ServeError::System(error))),
    }
}

fn publish(state: &State, snapshot: &Arc<Snapshot>) {
    state.snapshot.send_replace(Some(Arc::clone(snapshot)));
}
