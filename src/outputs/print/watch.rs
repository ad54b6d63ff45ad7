//! Threads that set sheets while somebody looks at the clock: Typst cannot be interrupted, and a
//! layout may run for ever.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::sheet::{Job, Made};
use crate::diagnostics::Diagnostic;

/// Stack of a thread in bytes, as the main thread has it: layouts call each other.
const STACK: usize = 8 << 20;

/// Sets sheets with a limit of time. Threads are kept for the next sheet, as many as sheets are
/// set at once; one that overstays is left behind and ends with its sheet or with the process.
pub(super) struct Watch {
    limit: Duration,
    idle: Mutex<Vec<Worker>>,
}

/// A thread that waits for sheets.
struct Worker {
    jobs: Sender<Job>,
    made: Receiver<Made>,
    thread: JoinHandle<()>,
}

impl Watch {
    /// A watch that waits `limit` for each sheet.
    pub(super) const fn new(limit: Duration) -> Self {
        Self { limit, idle: Mutex::new(Vec::new()) }
    }

    /// Makes the files of `job`.
    ///
    /// # Errors
    ///
    /// `print-timeout` if that takes longer than the limit.
    pub(super) fn make(&self, job: Job) -> Result<Made, Box<Diagnostic>> {
        let idle = self.idle().pop();
        let Some(worker) = idle.or_else(Worker::start) else {
            // The system has no thread for us: better unwatched than not at all.
            return Ok(job.make());
        };
        let timeout = job.timeout(self.limit);
        // A worker that is gone shows below.
        let _ = worker.jobs.send(job);
        match worker.made.recv_timeout(self.limit) {
            Ok(made) => {
                self.idle().push(worker);
                Ok(made)
            }
            Err(RecvTimeoutError::Timeout) => Err(timeout.into()),
            Err(RecvTimeoutError::Disconnected) => match worker.thread.join() {
                Err(panic) => std::panic::resume_unwind(panic),
                Ok(()) => Err(timeout.into()),
            },
        }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Worker>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Worker {
    /// A new thread; `None` if the system refuses. It ends when nobody has work for it.
    fn start() -> Option<Self> {
        let (jobs, incoming) = channel::<Job>();
        let (outgoing, made) = channel();
        let work = move || {
            for job in incoming {
                if outgoing.send(job.make()).is_err() {
                    break;
                }
            }
        };
        let thread = thread::Builder::new().stack_size(STACK).spawn(work).ok()?;
        Some(Self { jobs, made, thread })
    }
}
