//! Comparing with files that are part of the project; `SNAPSHOTS=overwrite` writes them.

use std::fs;
use std::path::Path;

/// Whether expected files are to be written anew.
pub(crate) fn overwriting() -> bool {
    #[expect(clippy::disallowed_methods, reason = "how a person blesses new texts")]
    std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite")
}

/// Asserts that the file at `path` holds `actual`, or writes it there.
#[track_caller]
pub(crate) fn assert_file(path: &Path, actual: &str) {
    let expected = fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    if expected == actual {
        return;
    }
    if overwriting() {
        fs::write(path, actual).expect("a writable project");
        return;
    }
    panic!(
        "{} differs; run again with SNAPSHOTS=overwrite if the new text is right.\n\
         --- expected\n{expected}\n--- actual\n{actual}",
        path.display()
    );
}
