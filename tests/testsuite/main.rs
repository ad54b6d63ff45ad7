//! All integration tests in one binary, so that Typst is linked once.

mod print;
