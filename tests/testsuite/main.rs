//! All integration tests in one binary, so that Typst is linked once.

#![expect(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod ical;
mod print;
mod promises;
mod site;
