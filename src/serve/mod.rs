//! `serve`: the site on this machine while somebody is at work on it.
//!
//! 1. [`watch`] notices what changes on the disk, by [`poll`] where the system does not tell;
//! 2. [`work`] keeps the [`Preview`](crate::pipeline::preview::Preview) up with it, on a thread of
//!    its own;
//! 3. [`server`] answers browsers of this machine from the latest snapshot, also while the next
//!    one is being made; [`answer`] knows media types, ranges and tags;
//! 4. [`page`] adds the client to pages and tells their versions apart, and [`events`] tells
//!    every open page when its own version is no longer the latest, and what was found.
//!
//! Nothing here writes to the disk or prints.

mod answer;
mod events;
mod findings;
mod page;
mod poll;
mod server;
mod state;
mod watch;
mod work;

use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use jiff::Zoned;

use crate::language::Catalogue;
use crate::pipeline::preview::{Snapshot, Update};
use crate::pipeline::{Request, RunError};
use state::State;

/// How many ports are tried.
const PORTS: u16 = 50;

/// What is to be served.
pub struct Settings {
    /// Which content, as for a build.
    pub request: Request,
    /// The port that is wanted; the next ones are tried if it is taken. 0: any.
    pub port: u16,
    /// Whether files are asked for changes once a second, for file systems that do not tell.
    pub poll: bool,
    /// The clock, for the midnight of a session that lasts; `None` if the day is fixed.
    pub clock: Option<fn() -> Zoned>,
    /// The language of the overlay.
    pub catalogue: Catalogue,
}

/// What there is to tell of a session.
pub enum News {
    /// Browsers are answered at this address.
    Serving {
        /// Address of the site.
        address: String,
        /// The port that was wanted, if it was taken.
        taken: Option<u16>,
    },
    /// So many schools of so many were read and judged.
    Reading(usize, usize),
    /// Everything was.
    Ready(Arc<Snapshot>),
    /// Something changed.
    Updated(Update, Arc<Snapshot>),
    /// Changes are looked for once a second.
    Polling(Polling),
    /// The session cannot be.
    Failed(ServeError),
    /// Somebody ended it.
    Ended,
}

/// Why changes are looked for instead of being told by the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Polling {
    /// It was asked for.
    Wanted,
    /// The system watches no more folders.
    Limit,
    /// The file system does not tell of changes by others.
    FileSystem,
}

/// Why a session cannot be.
#[derive(Debug)]
pub enum ServeError {
    /// The content cannot be read.
    Run(RunError),
    /// No port is free, or the system refuses.
    Port {
        /// The first port that was tried.
        port: u16,
        /// What the system said.
        source: io::Error,
    },
    /// The system refuses threads or a way to wait for connections.
    System(io::Error),
}

/// Serves until somebody ends it, and calls `hear` with what there is to tell.
///
/// # Errors
/// If the content cannot be read at all, or no port is free.
pub fn run(settings: Settings, mut hear: impl FnMut(&News)) -> Result<(), ServeError> {
    let (listeners, port) = listen(settings.port)?;
    let taken = (settings.port != 0 && port != settings.port).then_some(settings.port);
    let Settings { request, poll, clock, catalogue, .. } = settings;
    let state = Arc::new(State::new(port, catalogue));
    let (news, told) = channel();
    let (served, ended) = (Arc::clone(&state), news.clone());
    spawn(move || server::run(listeners, &served, &ended))?;
    hear(&News::Serving { address: format!("http://127.0.0.1:{port}/"), taken });
    let session = work::Session { request, poll, clock };
    spawn(move || work::run(session, &state, &news))?;
    for news in told {
        match news {
            News::Failed(error) => return Err(error),
            News::Ended => break,
            other => hear(&other),
        }
    }
    Ok(())
}

/// The threads are left behind when the session ends: the process ends with it.
fn spawn(work: impl FnOnce() + Send + 'static) -> Result<(), ServeError> {
    thread::Builder::new().spawn(work).map(|_| ()).map_err(ServeError::System)
}

/// Nobody listens any more when the session is over.
fn tell(news: &Sender<News>, what: News) {
    let _ = news.send(what);
}

/// Listens on this machine's own addresses only, at the first free port from `wanted` on.
fn listen(wanted: u16) -> Result<(Vec<TcpListener>, u16), ServeError> {
    let mut refused = io::Error::from(io::ErrorKind::AddrInUse);
    for port in (wanted..=u16::MAX).take(usize::from(PORTS)) {
        match listen_at(port) {
            Ok(listeners) => return Ok(listeners),
            Err(error) => refused = error,
        }
    }
    Err(ServeError::Port { port: wanted, source: refused })
}

/// IPv6 is left out where the machine has none; a port that another program has there would make
/// `localhost` lead to that one.
fn listen_at(port: u16) -> io::Result<(Vec<TcpListener>, u16)> {
    let first = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))?;
    let port = first.local_addr()?.port();
    match TcpListener::bind(SocketAddr::from((Ipv6Addr::LOCALHOST, port))) {
        Ok(second) => Ok((vec![first, second], port)),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => Err(error),
        Err(_) => Ok((vec![first], port)),
    }
}
