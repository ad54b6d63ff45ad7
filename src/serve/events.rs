//! The channel to open pages: server-sent events.
//!
//! A page says what it shows and in which version. Whenever the site changes, its own version is
//! compared with the latest: a page of another school is left alone. `found` brings the overlay,
//! `reload`, `styles` and `pictures` tell the page to renew itself; the last two bring addresses
//! and the version that the page then has.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Response, StatusCode};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use percent_encoding::percent_decode_str;
use serde::Serialize;
use tokio::sync::watch;

use super::answer::{Shown, bare, show};
use super::findings::to_json;
use super::page::{Page, Style, Version};
use super::state::{State, Tab};
use crate::diagnostics::Diagnostics;
use crate::pipeline::preview::Snapshot;

/// A sign of life, so that either end notices when the other is gone.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// How soon a browser tries again.
const RETRY: Duration = Duration::from_millis(500);

/// What a page is told to renew.
#[derive(Serialize)]
struct Renewal<'a> {
    version: String,
    styles: &'a [Style],
}

/// An open page with what it was told.
struct Channel {
    state: Arc<State>,
    tab: Arc<Tab>,
    path: String,
    version: Version,
    /// The overlay that it has.
    found: String,
    latest: watch::Receiver<Option<Arc<Snapshot>>>,
    waiting: VecDeque<Event>,
    is_first: bool,
}

/// The events for the page that `query` names, `path=…&version=…`.
pub(super) fn events(state: &Arc<State>, query: Option<&str>) -> Response<Body> {
    let value = |name: &str| {
        let pairs = query.unwrap_or_default().split('&').filter_map(|pair| pair.split_once('='));
        let value = pairs.into_iter().find(|(key, _)| *key == name)?.1;
        Some(percent_decode_str(value).decode_utf8().ok()?.into_owned())
    };
    let (Some(path), Some(version)) = (value("path"), value("version")) else {
        return bare(StatusCode::BAD_REQUEST, &[]);
    };
    let channel = Channel {
        state: Arc::clone(state),
        tab: Arc::new(Tab::new(state)),
        path,
        version: Version::from_text(&version),
        found: String::new(),
        latest: state.snapshot.subscribe(),
        waiting: VecDeque::from([Event::default().retry(RETRY).comment("reglament")]),
        is_first: true,
    };
    let events = futures_util::stream::unfold(channel, |mut channel| async {
        let event = channel.next().await?;
        Some((Ok::<_, Infallible>(event), channel))
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(HEARTBEAT)).into_response()
}

impl Channel {
    /// The next event; `None` when the session is over.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            // What came before the page did may concern it too: it may have been asleep.
            let is_first = std::mem::take(&mut self.is_first);
            if !is_first {
                self.latest.changed().await.ok()?;
            }
            let snapshot = self.latest.borrow_and_update().clone();
            if let Some(snapshot) = snapshot {
                self.compare(snapshot).await;
            }
        }
    }

    /// Tells what is another than the page knows.
    async fn compare(&mut self, snapshot: Arc<Snapshot>) {
        let (state, path) = (Arc::clone(&self.state), self.path.clone());
        let tab = Arc::clone(&self.tab);
        let looked = tokio::task::spawn_blocking(move || look(&state, &snapshot, &path, &tab));
        let Ok((page, found)) = looked.await else { return };
        if found != self.found {
            self.waiting.push_back(Event::default().event("found").data(&found));
            self.found = found;
        }
        let (old, new) = (&self.version, &page.version);
        let renewal = Renewal { version: new.to_text(), styles: &page.styles };
        // Strings only: this does not fail.
        let renewal = serde_json::to_string(&renewal).unwrap_or_default();
        let tell = |name: &str| Event::default().event(name).data(&renewal);
        if old.text == new.text {
            if old.styles != new.styles {
                self.waiting.push_back(tell("styles"));
            }
            if old.pictures != new.pictures {
                self.waiting.push_back(tell("pictures"));
            }
        } else {
            self.waiting.push_back(tell("reload"));
        }
        self.version = page.version;
    }
}

/// The page at `path` now, and the overlay for it.
fn look(state: &State, snapshot: &Snapshot, path: &str, tab: &Tab) -> (Page, String) {
    let mut found = Diagnostics::clone(snapshot.found());
    let mut page = Page::default();
    if let Shown::Page(html) = show(snapshot, path, &state.catalogue) {
        page = Page::read(snapshot, &html.path, &html.text);
        found.extend(html.failed.iter().flat_map(Diagnostics::iter).cloned());
    }
    let mut files = vec![path.to_owned()];
    files.extend(page.pictures.iter().cloned());
    tab.shows(files);
    (page, to_json(&found, &state.catalogue))
}
