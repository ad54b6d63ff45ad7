//! The thread that keeps the preview up with the disk.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use jiff::Zoned;

use super::state::State;
use super::watch::{Seen, Watch};
use super::{News, ServeError, TICK, end};
use crate::pipeline::preview::{Change, Preview, Snapshot};
use crate::pipeline::{Clock, Request};

/// So long nothing may happen before a save is taken for finished: editors write a file in two or
/// three steps.
const QUIET: Duration = Duration::from_millis(15);
/// So long a stream of changes is waited for.
const PATIENCE: Duration = Duration::from_millis(250);

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
    let (mut watch, polling) = Watch::new(&session.request.root, session.poll, seen);
    let progress = |done, all| tell(news, News::Reading(done, all));
    let mut preview = match Preview::open(session.request, &progress) {
        Ok(preview) => preview,
        Err(error) => return end(news, News::Failed(ServeError::Run(error))),
    };
    publish(state, preview.snapshot());
    tell(news, News::Ready(Arc::clone(preview.snapshot())));
    if let Some(reason) = polling {
        tell(news, News::Polling(reason));
    }
    try_sheets(&mut preview, state, news);
    loop {
        match changes.recv_timeout(TICK) {
            Ok(first) => {
                let Some(change) = gather(first, &changes, &mut watch, news) else { continue };
                let shown = state.shown();
                let update = preview.update(&change, &shown, &mut |new| publish(state, new));
                if let Some(update) = update {
                    let theme = update.theme;
                    tell(news, News::Updated(update, Arc::clone(preview.snapshot())));
                    if theme {
                        try_sheets(&mut preview, state, news);
                    }
                }
            }
            Err(RecvTimeoutError::Timeout) => midnight(&mut preview, session.clock, state, news),
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// Tries the layouts of sheets, which takes long, once the pages are shown.
fn try_sheets(preview: &mut Preview, state: &Arc<State>, news: &Sender<News>) {
    let shown = state.shown();
    if let Some(update) = preview.try_sheets(&shown, &mut |new| publish(state, new)) {
        tell(news, News::Updated(update, Arc::clone(preview.snapshot())));
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
                if let Some(reason) = watch.renew() {
                    tell(news, News::Polling(reason));
                }
            }
        }
        next = if begin.elapsed() < PATIENCE { changes.recv_timeout(QUIET).ok() } else { None };
    }
    if everything {
        return Some(Change::Everything);
    }
    (!paths.is_empty()).then_some(Change::Paths(paths))
}

fn publish(state: &State, snapshot: &Arc<Snapshot>) {
    state.snapshot.send_replace(Some(Arc::clone(snapshot)));
}

/// Nobody listens any more when the session is over.
fn tell(news: &Sender<News>, what: News) {
    let _ = news.send(what);
}
