//! From the text of an act to HTML.
//!
//! [`act`] walks the tree in order and writes every word and number of it; [`contents`] lists
//! its sections; [`escape`] makes any text harmless.

pub mod act;
pub mod contents;
pub mod escape;
mod inline;
