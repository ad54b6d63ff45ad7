//! What `ARCHITECTURE.md` promises of the source, asserted by reading it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use reglament::source::Theme;
use walkdir::WalkDir;

use crate::workspace::{files, has_extension, project};

/// The modules and what each may import, besides itself.
const ORDER: [(&str, &[&str]); 13] = [
    ("language", &[]),
    ("diagnostics", &["language"]),
    ("source", &["language", "diagnostics"]),
    ("model", &["language", "diagnostics", "source"]),
    ("checks", &["language", "diagnostics", "source", "model"]),
    ("outputs", &["language", "diagnostics", "source", "model", "checks"]),
    ("publish", &["language", "diagnostics", "source", "model", "checks", "outputs"]),
    ("verify", &["language", "diagnostics", "source", "model", "checks", "outputs", "publish"]),
    ("import", &["language", "diagnostics", "source", "model"]),
    (
        "pipeline",
        &[
            "language",
            "diagnostics",
            "source",
            "model",
            "checks",
            "outputs",
            "publish",
            "verify",
            "import",
        ],
    ),
    (
        "serve",
        &[
            "language",
            "diagnostics",
            "source",
            "model",
            "checks",
            "outputs",
            "publish",
            "verify",
            "import",
            "pipeline",
        ],
    ),
    (
        "cli",
        &[
            "language",
            "diagnostics",
            "source",
            "model",
            "checks",
            "outputs",
            "publish",
            "verify",
            "import",
            "pipeline",
            "serve",
        ],
    ),
    ("lib", &[]),
];
/// Makers of output files, which do not know each other.
const EXPORTERS: [&str; 4] = ["site", "ical", "print", "data"];
/// Most lines of a file, tests included.
const LONGEST_FILE: usize = 450;

/// A Rust file of the library.
struct Source {
    /// Path from `src`, with `/`.
    path: String,
    text: String,
    /// The text without comments and without what follows `#[cfg(test)]`.
    code: String,
}

fn sources() -> Vec<Source> {
    let files = files(&project().join("src")).into_iter();
    let rust = files.filter(|(path, _)| has_extension(path, "rs") && path != "main.rs");
    let sources = rust.map(|(path, bytes)| {
        let text = String::from_utf8(bytes).expect("UTF-8");
        let lines = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
        let lines = lines.filter(|line| !line.trim_start().starts_with("//"));
        let code = lines.collect::<Vec<_>>().join("\n");
        Source { path, text, code }
    });
    sources.collect()
}

impl Source {
    /// The top-level module of the file.
    fn module(&self) -> &str {
        let name = self.path.split('/').next().unwrap_or_default();
        name.strip_suffix(".rs").unwrap_or(name)
    }

    /// The top-level modules that the file names after `crate::`.
    fn imports(&self) -> BTreeSet<&str> {
        let tails = self.code.split("crate::").skip(1);
        tails
            .map(|tail| {
                tail.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
            })
            .collect()
    }
}

#[test]
fn modules_import_only_from_those_before_them() {
    for source in sources() {
        let module = source.module();
        let (_, allowed) = ORDER.iter().find(|(name, _)| *name == module).expect("a known module");
        for import in source.imports() {
            let fine = import == module || allowed.contains(&import);
            assert!(fine, "{} imports crate::{import}", source.path);
        }
        assert!(
            !source.code.contains("use crate::{"),
            "{}: one `use` for each module",
            source.path
        );
    }
}

#[test]
fn raw_documents_stay_in_resolve_and_outputs_take_only_the_theme() {
    for source in sources() {
        let model = source.path.starts_with("model/") && !source.path.starts_with("model/resolve/");
        assert!(!model || !source.imports().contains("source"), "{}", source.path);
        if source.path.starts_with("outputs/") {
            for tail in source.code.split("crate::source::").skip(1) {
                assert!(tail.to_lowercase().starts_with("theme"), "{}", source.path);
            }
        }
    }
}

#[test]
fn exporters_do_not_import_each_other() {
    for source in sources() {
        let Some(rest) = source.path.strip_prefix("outputs/") else { continue };
        let name = rest.split(['/', '.']).next().unwrap_or_default();
        if !EXPORTERS.contains(&name) {
            continue;
        }
        for other in EXPORTERS.iter().filter(|other| **other != name) {
            // A file of an exporter is one folder deeper than `data.rs`.
            let up = "super::".repeat(rest.matches('/').count() + 1);
            let paths = [format!("outputs::{other}::"), format!("{up}{other}::")];
            for path in paths {
                let used = source
                    .code
                    .lines()
                    .any(|line| line.contains(&path) && !line.contains(&format!("super::{path}")));
                assert!(!used, "{} uses {path}", source.path);
            }
        }
    }
}

#[test]
fn every_file_says_what_it_is_for_and_is_short() {
    for source in sources() {
        assert!(source.text.starts_with("//! "), "{} has no //!", source.path);
        let lines = source.text.lines().count();
        assert!(lines <= LONGEST_FILE, "{} has {lines} lines", source.path);
    }
}

#[test]
fn production_code_does_not_panic() {
    let words = [
        ".unwrap()",
        ".expect(",
        "panic!(",
        "todo!(",
        "unimplemented!(",
        "unreachable!(",
        "TODO",
        "FIXME",
    ];
    for source in sources() {
        for word in words {
            assert!(!source.code.contains(word), "{} has {word}", source.path);
        }
    }
}

#[test]
fn the_built_in_theme_is_the_folder() {
    let folder = project().join("themes/default");
    let theme = Theme::built_in();
    let built_in: BTreeSet<_> = theme.folder("").map(|(path, _)| path.to_owned()).collect();
    let on_disk = if folder.exists() { files(&folder) } else { BTreeMap::default() };
    let on_disk_paths: BTreeSet<_> = on_disk.keys().cloned().collect();
    assert_eq!(built_in, on_disk_paths);
    for (path, bytes) in &on_disk {
        assert_eq!(theme.get(path), Some(bytes.as_slice()), "{path}");
    }
    let is_font =
        |path: &String| ["ttf", "otf", "woff2"].iter().any(|end| has_extension(path, end));
    let folders = on_disk_paths.iter().filter(|path| is_font(path));
    for folder in folders.filter_map(|path| path.rsplit_once('/')).map(|(folder, _)| folder) {
        let licence =
            on_disk_paths.iter().any(|path| path.starts_with(folder) && has_extension(path, "txt"));
        assert!(licence, "the fonts in {folder} have no licence beside them");
    }
}

#[test]
fn identifiers_and_file_names_are_ascii() {
    let mut wrong = Vec::new();
    for folder in ["src", "tests", "content", "themes"] {
        for entry in WalkDir::new(project().join(folder)).into_iter().flatten() {
            if !entry.file_name().to_string_lossy().is_ascii() {
                wrong.push(entry.path().to_owned());
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn no_machine_paths_and_no_free_mail_addresses() {
    let words = [
        "/work/",
        "/root/",
        "@mail.ru",
        "@yandex.ru",
        "@gmail.com",
        "@bk.ru",
        "@inbox.ru",
        "@list.ru",
    ];
    for folder in ["src", "content", "themes", "docs"] {
        for (path, bytes) in files(&project().join(folder)) {
            let Ok(text) = String::from_utf8(bytes) else { continue };
            for word in words {
                assert!(!text.contains(word), "{folder}/{path} has {word}");
            }
        }
    }
    let lock = fs::read_to_string(project().join("Cargo.lock")).expect("Cargo.lock");
    assert!(
        lock.lines().filter(|l| l.starts_with("source")).all(|l| l.contains("rust-lang/crates.io"))
    );
}
