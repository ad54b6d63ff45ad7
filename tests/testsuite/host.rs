//! A small web server on loopback: the host of a school's site, with its bad habits.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

/// What the host sends.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
    pub(crate) delay: Duration,
}

impl Answer {
    pub(crate) fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: Vec::new(), body: body.into(), delay: Duration::ZERO }
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// A habit: changes the answer to a request for a path (with its `/`); `nth` counts requests for
/// that path from 0.
pub(crate) type Habit = Box<dyn Fn(&str, usize, Answer) -> Answer + Send + Sync>;

/// A host that serves a folder; it ends with the value.
pub(crate) struct Host {
    address: SocketAddr,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
    asked: Arc<AtomicUsize>,
}

impl Host {
    /// A host of `folder`.
    pub(crate) fn of(folder: &Path) -> Self {
        Self::with(folder, Box::new(|_, _, answer| answer))
    }

    /// A host of `folder` with a habit.
    pub(crate) fn with(folder: &Path, habit: Habit) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let (stop, asked) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
        let state = Arc::new(State {
            folder: folder.to_owned(),
            habit,
            counts: Mutex::default(),
            asked: Arc::clone(&asked),
        });
        let ended = Arc::clone(&stop);
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming() {
                if ended.load(Ordering::Relaxed) {
                    return;
                }
                let state = Arc::clone(&state);
                std::thread::spawn(move || stream.map(|stream| state.serve(&stream)));
            }
        });
        Self { address, stop, thread: Some(thread), asked }
    }

    /// The address of the site.
    pub(crate) fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// How many requests came.
    pub(crate) fn asked(&self) -> usize {
        self.asked.load(Ordering::Relaxed)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

struct State {
    folder: PathBuf,
    habit: Habit,
    counts: Mutex<BTreeMap<String, usize>>,
    asked: Arc<AtomicUsize>,
}

impl State {
    /// Answers one request and closes.
    fn serve(&self, mut stream: &TcpStream) -> Option<()> {
        let mut lines = BufReader::new(stream).lines();
        let request = lines.next()?.ok()?;
        while !lines.next()?.ok()?.is_empty() {}
        self.asked.fetch_add(1, Ordering::Relaxed);
        let path = request.split(' ').nth(1)?.to_owned();
        let nth = {
            let mut counts = self.counts.lock().expect("no panic");
            let count = counts.entry(path.clone()).or_default();
            *count += 1;
            *count - 1
        };
        let answer = (self.habit)(&path, nth, self.file(&path));
        std::thread::sleep(answer.delay);
        let mut head = format!("HTTP/1.1 {} x\r\nConnection: close\r\n", answer.status);
        head.push_str(&format!("Content-Length: {}\r\n", answer.body.len()));
        for (name, value) in &answer.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        stream.write_all(format!("{head}\r\n").as_bytes()).ok()?;
        stream.write_all(&answer.body).ok()
    }

    fn file(&self, path: &str) -> Answer {
        let name = path.trim_start_matches('/');
        let name = if name.is_empty() || name.ends_with('/') {
            format!("{name}index.html")
        } else {
            name.to_owned()
        };
        let media = match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
            "html" => "text/html; charset=utf-8",
            "ics" => "text/calendar; charset=utf-8",
            "json" => "application/json",
            _ => "application/octet-stream",
        };
        match std::fs::read(self.folder.join(&name)) {
            Ok(bytes) => Answer::new(200, bytes).header("Content-Type", media),
            Err(_) => Answer::new(404, "not here"),
        }
    }
}
