//! `reglament serve`: what it shows is what `build` writes, and it keeps up with the content.

mod answers;
mod same;
mod session;
mod updates;
