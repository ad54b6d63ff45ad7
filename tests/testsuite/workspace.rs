//! Temporary workspaces and runs of the real program in them.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;
use walkdir::WalkDir;

/// The day that runs take for today.
const TODAY: &str = "2026-11-20";

/// The project's folder.
pub(crate) fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of the case `name`.
pub(crate) fn case(name: &str) -> PathBuf {
    project().join("tests/cases").join(name)
}

/// Tells that a test was not made, and why.
pub(crate) fn skipped(reason: &str) {
    // Not `eprintln!`, which the test runner keeps to itself: `tests/run` counts these lines.
    let line = format!("\nskipped: {reason}\n");
    std::io::stderr().write_all(line.as_bytes()).expect("standard error");
}

/// The interpreter of the virtual environment that `tests/tools/install` makes, if it can import
/// these modules (`a, b`).
#[expect(clippy::disallowed_methods, reason = "where the tools are, the environment tells")]
pub(crate) fn python(modules: &str) -> Option<PathBuf> {
    let home = std::env::var_os("ICS_CHECK_HOME").map(PathBuf::from);
    let cache = || Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache/ics_check"));
    let python = home.or_else(cache)?.join("venv/bin/python");
    let there = Command::new(&python).args(["-c", &format!("import {modules}")]).output().ok()?;
    there.status.success().then_some(python)
}

/// Runs `tests/tools/<script>`, which needs these modules, to write files into `folder`; says so if
/// they are not installed.
pub(crate) fn generate(script: &str, modules: &str, folder: &Path) -> bool {
    let Some(python) = python(modules) else {
        skipped(&format!("{script}: tests/tools/install was not run"));
        return false;
    };
    let path = project().join("tests/tools").join(script);
    let output = Command::new(python).arg("-B").arg(path).arg(folder).output().expect("python");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    true
}

/// Whether the name of the file at `path` ends with `.extension`.
pub(crate) fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|own| own == extension)
}

/// A workspace in a folder that vanishes with it.
pub(crate) struct Workspace {
    folder: TempDir,
}

/// What a run of the program left.
#[derive(Debug)]
pub(crate) struct Run {
    /// Exit status; `None` if the program was killed.
    pub(crate) status: Option<i32>,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
}

impl Workspace {
    /// One school without mistakes: `tests/cases/sound`.
    pub(crate) fn sound() -> Self {
        Self::of(&case("sound/content"))
    }

    /// A workspace with a copy of the folder `content`.
    pub(crate) fn of(content: &Path) -> Self {
        let workspace = Self { folder: tempfile::tempdir().expect("a temporary folder") };
        copy(content, &workspace.path("content"));
        workspace
    }

    /// The sound workspace with the files of the case `name` over it.
    pub(crate) fn case(name: &str) -> Self {
        let workspace = Self::sound();
        copy(&case(name).join("content"), &workspace.path("content"));
        workspace
    }

    /// The path of `relative` on this machine.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.folder.path().join(relative)
    }

    /// Writes a file and the folders around it.
    pub(crate) fn write(&self, relative: &str, content: impl AsRef<[u8]>) {
        let path = self.path(relative);
        fs::create_dir_all(path.parent().expect("a folder around")).expect("folders");
        fs::write(&path, content).expect("a written file");
    }

    /// Replaces `old`, which must be there, by `new` in a file.
    pub(crate) fn replace(&self, relative: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.path(relative)).expect("a file");
        assert!(text.contains(old), "{relative} does not contain {old:?}");
        self.write(relative, text.replace(old, new));
    }

    /// Removes a file or folder.
    pub(crate) fn remove(&self, relative: &str) {
        let path = self.path(relative);
        let removed =
            if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.expect("something to remove");
    }

    /// A command in the workspace, in Russian, free of the caller's environment.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_reglament"));
        command.args(arguments).current_dir(self.folder.path());
        for name in ["LC_ALL", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH", "NO_COLOR", "COLUMNS"] {
            command.env_remove(name);
        }
        command
    }

    /// Runs the program with exactly these arguments.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        Run::from(self.command(arguments).output().expect("the program to start"))
    }

    /// Runs `check` with more arguments on the day of the tests.
    pub(crate) fn check(&self, more: &[&str]) -> Run {
        self.run(&[&["check", "--today", TODAY], more].concat())
    }

    /// Runs `build` without print, with more arguments, on the day of the tests.
    pub(crate) fn build(&self, more: &[&str]) -> Run {
        self.run(&[&["build", "--no-print", "--today", TODAY], more].concat())
    }

    /// All files of the folder `relative` with their bytes.
    pub(crate) fn files(&self, relative: &str) -> BTreeMap<String, Vec<u8>> {
        files(&self.path(relative))
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Self {
            status: output.status.code(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }
}

impl Run {
    /// Asserts the exit status.
    #[track_caller]
    pub(crate) fn expect(self, status: i32) -> Self {
        assert_eq!(self.status, Some(status), "{}\n{}", self.stdout, self.stderr);
        self
    }

    /// The findings of a run with `--format json`.
    #[track_caller]
    pub(crate) fn findings(&self) -> Vec<Value> {
        let report: Value = serde_json::from_str(&self.stdout).expect("a JSON report");
        report["findings"].as_array().cloned().expect("findings")
    }
}

/// All files of `folder` with their bytes, by path with `/`.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in WalkDir::new(folder) {
        let entry = entry.expect("a readable folder");
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).expect("a path within");
            let path = path.to_string_lossy().replace('\\', "/");
            files.insert(path, fs::read(entry.path()).expect("a readable file"));
        }
    }
    files
}

/// Copies the files of `from` into `to`, over what is there.
pub(crate) fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        let path = to.join(path);
        fs::create_dir_all(path.parent().expect("a folder around")).expect("folders");
        fs::write(path, bytes).expect("a written file");
    }
}
