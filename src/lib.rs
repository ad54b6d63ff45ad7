//! reglament.
pub mod diagnostics;
pub mod language;
pub mod model;
pub mod outputs;
pub mod source;
