//! A running `serve`, and a page that is open in it.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crate::workspace::Workspace;

/// No step of a test takes longer.
const LIMIT: Duration = Duration::from_mins(1);

/// A running program; it ends with the value.
pub(crate) struct Session {
    child: Child,
    lines: Receiver<String>,
    pub(crate) port: u16,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("UTF-8")
    }

    /// The value of a header; empty if there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(key, _)| *key == name).map_or("", |(_, value)| value)
    }
}

impl Session {
    /// `serve` in the workspace on the day of the tests, when it has read everything.
    pub(crate) fn start(workspace: &Workspace, more: &[&str]) -> Self {
        let arguments = ["serve", "--today", "2026-11-20", "--port", "0"];
        Self::of(workspace.command(&[&arguments, more].concat()))
    }

    pub(crate) fn of(mut command: Command) -> Self {
        let piped = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = piped.spawn().expect("the program to start");
        let stderr = child.stderr.take().expect("standard error");
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        let mut session = Self { child, lines, port: 0 };
        let address = session.line("http://127.0.0.1:");
        let port = address.split("127.0.0.1:").nth(1).expect("an address");
        let digits: String = port.chars().take_while(char::is_ascii_digit).collect();
        session.port = digits.parse().expect("a port");
        session
    }

    /// The next line with `part` in it.
    #[track_caller]
    pub(crate) fn line(&self, part: &str) -> String {
        let end = Instant::now() + LIMIT;
        let mut before = Vec::new();
        while let Ok(line) = self.lines.recv_timeout(end - Instant::now()) {
            if line.contains(part) {
                return line;
            }
            before.push(line);
        }
        panic!("no line with {part:?} after {before:#?}");
    }

    /// Whether a line comes within a second.
    pub(crate) fn says_more(&self) -> Option<String> {
        self.lines.recv_timeout(Duration::from_secs(1)).ok()
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[])
    }

    /// Asks with these headers; `Host` is its own unless given.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(LIMIT)).expect("a limit");
        let mut request = format!("{method} /{path} HTTP/1.1\r\nConnection: close\r\n");
        if headers.iter().all(|(name, _)| *name != "Host") {
            request.push_str(&format!("Host: 127.0.0.1:{}\r\n", self.port));
        }
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        stream.write_all(format!("{request}\r\n").as_bytes()).expect("a request");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
        let head = String::from_utf8(answer[..end].to_vec()).expect("UTF-8");
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
        Answer { status, head, body: answer[end + 4..].to_vec() }
    }

    /// Opens a page as a browser does.
    pub(crate) fn open(&self, path: &str) -> Tab {
        let html = self.get(path).text();
        let version = html.split("data-version=\"").nth(1).and_then(|rest| rest.split('"').next());
        self.listen(path, version.expect("a version"))
    }

    /// Listens to the events for a page in this version.
    pub(crate) fn listen(&self, path: &str, version: &str) -> Tab {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(LIMIT)).expect("a limit");
        let target = format!("/_reglament/events?path={path}&version={version}");
        let host = format!("127.0.0.1:{}", self.port);
        let request = format!("GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("a request");
        let (sender, events) = channel();
        std::thread::spawn(move || {
            let mut name = String::new();
            for line in BufReader::new(stream).lines().map_while(Result::ok) {
                if let Some(event) = line.strip_prefix("event: ") {
                    event.clone_into(&mut name);
                } else if let Some(data) = line.strip_prefix("data: ")
                    && sender.send((name.clone(), data.to_owned())).is_err()
                {
                    return;
                }
            }
        });
        Tab { events, kept: VecDeque::new() }
    }

    /// How long processors have worked for the session.
    #[cfg(target_os = "linux")]
    pub(crate) fn processor_time(&self) -> Duration {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()));
        let stat = stat.expect("the state of the process");
        // Behind the name, which may hold anything: of 50 fields the 12th and 13th, in 1/100 s.
        let fields = stat.rsplit_once(')').expect("a name").1.split_whitespace();
        let ticks = fields.skip(11).take(2).map(|field| field.parse::<u64>().expect("a number"));
        Duration::from_millis(10 * ticks.sum::<u64>())
    }

    /// Ends the session as Ctrl-C does.
    #[cfg(unix)]
    pub(crate) fn interrupt(mut self) -> (ExitStatus, Vec<String>) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-INT", &id]).status().expect("kill");
        assert!(sent.success());
        let status = self.child.wait().expect("an end");
        (status, self.lines.try_iter().collect())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An open page.
pub(crate) struct Tab {
    events: Receiver<(String, String)>,
    kept: VecDeque<(String, String)>,
}

impl Tab {
    /// The data of the next event with this name.
    #[track_caller]
    pub(crate) fn event(&mut self, name: &str) -> String {
        let end = Instant::now() + LIMIT;
        loop {
            let next = self.kept.pop_front().or_else(|| {
                self.events.recv_timeout(end.saturating_duration_since(Instant::now())).ok()
            });
            match next {
                Some((event, data)) if event == name => return data,
                Some(_) => {}
                None => panic!("no event {name}"),
            }
        }
    }

    /// Names of the events that come within `time`.
    pub(crate) fn events_within(&mut self, time: Duration) -> Vec<String> {
        let end = Instant::now() + time;
        let mut names = Vec::new();
        while let Ok((name, _)) =
            self.events.recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            names.push(name);
        }
        names
    }
}
