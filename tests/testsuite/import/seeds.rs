//! The five seeds: every word accounted for, the tree that a careful editor would make, built.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::edition::{imported, outline};
use crate::promises::{build, compare};
use crate::snapshot::assert_file;
use crate::workspace::{case, project, skipped};

/// The seeds, and the titles of those that lost theirs.
const SEEDS: [(&str, Option<&str>); 5] = [
    ("licey-2", Some("Регламент оказания помощи")),
    ("shimanovsk-1", None),
    ("kansk-2", None),
    ("podmoskovye-19", None),
    ("khabarovsk-40", Some("Регламент муниципальной услуги")),
];

/// The folder of the seeds, if it is there.
fn seeds() -> Option<PathBuf> {
    let folder = project().join("../shared/seeds");
    if !folder.is_dir() {
        skipped(&format!("import of the five seeds: no folder {}", folder.display()));
    }
    folder.is_dir().then_some(folder)
}

#[test]
fn every_word_is_where_a_careful_editor_would_put_it() {
    let Some(folder) = seeds() else { return };
    for (seed, title) in SEEDS {
        let bytes = fs::read(folder.join(format!("{seed}.txt"))).expect("the seed");
        let made = imported(&format!("{seed}.txt"), &bytes, title);
        assert!(made.report.proved, "{seed}: {:?}", made.found);
        let words = made.report.words;
        let placed = words.text + words.footnotes + words.front;
        assert_eq!(placed + words.left_out + words.signs + words.repaired, words.all, "{seed}");
        let mut shown = outline(&made.text);
        shown.push('\n');
        for repair in &made.report.repairs {
            shown.push_str(&format!("{} {}\n", repair.kind, repair.origin.line));
        }
        for note in made.found.iter() {
            shown.push_str(&format!("{} {}\n", note.id, note.place.line));
        }
        assert_file(&case("import").join(format!("{seed}.outline")), &shown);
    }
}

/// Runs the program in `root`; it must succeed.
fn run(root: &Path, arguments: &[&str]) {
    let run = Command::new(env!("CARGO_BIN_EXE_reglament"))
        .args(arguments)
        .arg("--root")
        .arg(root)
        .output()
        .expect("the program starts");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

#[test]
fn the_imported_seeds_build_and_keep_every_word() {
    let Some(folder) = seeds() else { return };
    let root = tempfile::tempdir().expect("a folder");
    let content = root.path().join("content");
    let write = |path: PathBuf, text: &str| {
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
        fs::write(path, text).expect("the file");
    };
    write(content.join("site.yaml"), "title: Семена\nbase_url: https://seeds.example.org/\n");
    for (seed, title) in SEEDS {
        let facts =
            format!("name: {seed}\nshort_name: {seed}\ncity: {seed}\nzone: Europe/Moscow\n");
        write(content.join("schools").join(seed).join("school.yaml"), &facts);
        let file = folder.join(format!("{seed}.txt"));
        let file = file.to_str().expect("a path");
        let mut arguments = vec!["import", file, "--school", seed, "--date", "2026-09-01"];
        arguments.extend(["--order", "45", "--by", "приказом директора"]);
        arguments.extend(title.map(|title| ["--title", title]).into_iter().flatten());
        run(root.path(), &arguments);
    }
    let site = root.path().join("site");
    build(root.path(), &site);
    assert_eq!(compare(root.path(), &site), SEEDS.len());
}
