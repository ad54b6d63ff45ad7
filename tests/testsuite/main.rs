//! All integration tests in one binary, so that Typst is linked once.

#![expect(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod annotation;
mod approve;
mod architecture;
mod calendar;
mod catalogues;
mod cli;
mod creating;
mod evidence;
mod facts;
mod frozen;
mod gaps;
mod guide;
mod host;
mod ical;
mod import;
mod journal;
mod messages;
mod mistakes;
mod models;
mod posting;
mod print;
mod promises;
mod publishing;
mod reading;
mod recipes;
mod redline;
mod rehearsal;
mod schemas;
mod serve;
mod setup;
mod site;
mod snapshot;
mod spreadsheet;
mod status;
mod timestamp;
mod verify;
mod wording;
mod workspace;
