//! What comes in from other programs' files.

mod cli;
mod damage;
mod documents;
mod docx;
mod edition;
mod hostile;
mod seeds;
mod shown;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::workspace::{project, skipped};

/// The interpreter with packages that write documents; `None` if it is not installed.
#[expect(clippy::disallowed_methods, reason = "where the packages were installed")]
fn python() -> Option<PathBuf> {
    let home = std::env::var_os("ICS_CHECK_HOME").map(PathBuf::from);
    let home =
        home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache/ics_check")));
    home.map(|home| home.join("venv/bin/python")).filter(|python| python.exists())
}

/// Runs `tests/tools/<script>` to write files into `folder`; says so if it cannot.
fn generate(script: &str, folder: &Path) -> bool {
    let path = project().join("tests/tools").join(script);
    let run = python().map(|python| Command::new(python).arg("-B").arg(path).arg(folder).output());
    let Some(Ok(output)) = run else {
        skipped(&format!("{script}: tests/tools/install was not run"));
        return false;
    };
    let errors = String::from_utf8_lossy(&output.stderr);
    if errors.contains("ModuleNotFoundError") {
        skipped(&format!("{script}: tests/tools/install was not run anew"));
        return false;
    }
    assert!(output.status.success(), "{errors}");
    true
}
