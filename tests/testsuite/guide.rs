//! The guide for webmasters: what it tells to write builds as it stands.

use std::fs;

use super::workspace::project;

/// The files that the guide gives in full, as (path, text): a code block behind a line that
/// begins with the path.
fn files(guide: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut path = None;
    let mut lines = guide.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("```") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            files.extend(path.take().map(|path| (path, block.join("\n") + "\n")));
        } else if let Some((named, _)) = line.strip_prefix('`').and_then(|l| l.split_once('`')) {
            path = named.starts_with("content/").then(|| named.to_owned());
        }
    }
    files
}

#[test]
fn the_first_site_builds_as_written() {
    let guide = fs::read_to_string(project().join("docs/guide/first-site.md")).expect("the guide");
    let files = files(&guide);
    assert_eq!(files.len(), 5, "{files:?}");
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in &files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
        fs::write(path, text).expect("the file");
    }
    for command in ["check", "build"] {
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_reglament"))
            .args([command, "--root"])
            .arg(folder.path())
            .output()
            .expect("the program starts");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    }
    assert!(folder.path().join("public/pomoshch/2026-09-01.pdf").is_file());
}
