//! reglament.
pub mod checks;
pub mod diagnostics;
pub mod language;
pub mod model;
pub mod outputs;
pub mod publish;
pub mod source;
