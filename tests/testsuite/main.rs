//! All integration tests in one binary: Typst is linked once.

mod ical;
