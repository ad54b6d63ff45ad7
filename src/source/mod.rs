//! Stage 1, read.
pub mod theme;
