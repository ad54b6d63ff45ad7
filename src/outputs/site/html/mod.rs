//! From the text of an act to HTML.
//!
//! [`act`] walks the tree in order and writes every word and number of it; [`contents`] lists
//! its sections; [`redline`] writes what changed in one; [`dates`] writes dated lists; [`escape`] makes any text harmless.

pub mod act;
pub mod contents;
pub mod dates;
pub mod escape;
mod inline;
pub mod placeholder;
pub mod redline;
mod table;
