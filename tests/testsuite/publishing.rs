//! All or nothing: whatever happens to a build, a whole site stands in the output folder.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use sha2::{Digest, Sha256};

use crate::workspace::{Workspace, files, skipped};

/// The school of the sound workspace.
const SCHOOL: &str = "content/schools/shkola/school.yaml";
/// Its edition.
const EDITION: &str = "content/schools/shkola/regulations/pomoshch/2026-08-31.md";

/// Asserts that the folder holds what its manifest says, no file more or less.
#[track_caller]
fn assert_whole(folder: &Path) {
    let mut files = files(folder);
    let manifest = files.remove("manifest.json").expect("a manifest");
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).expect("JSON");
    let listed = manifest["files"].as_array().expect("files").iter().map(|file| {
        let text = |name: &str| file[name].as_str().expect("text").to_owned();
        (text("path"), text("sha256"))
    });
    let hash = |bytes: &Vec<u8>| reglament::model::passages::hex(&Sha256::digest(bytes));
    let present = files.iter().map(|(path, bytes)| (path.clone(), hash(bytes)));
    assert_eq!(present.collect::<BTreeMap<_, _>>(), listed.collect::<BTreeMap<_, _>>());
}

/// What lies beside the output folder, hidden files included.
fn beside(workspace: &Workspace) -> Vec<String> {
    let entries = fs::read_dir(workspace.path("")).expect("the workspace");
    let names = entries.map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut names: Vec<_> = names.collect();
    names.sort();
    names
}

#[test]
fn a_second_build_changes_no_byte_and_leaves_nothing_beside() {
    let workspace = Workspace::sound();
    workspace.build(&[]).expect(0);
    assert_whole(&workspace.path("public"));
    let first = workspace.files("public");
    workspace.build(&[]).expect(0);
    assert_eq!(workspace.files("public"), first);
    assert_eq!(beside(&workspace), ["content", "public"]);
    // Another folder, another number of threads: the same bytes.
    let other = workspace
        .command(&["build", "--no-print", "--today", "2026-11-20", "-o", "deep/er/site"])
        .env("RAYON_NUM_THREADS", "1")
        .output()
        .expect("a run");
    assert!(other.status.success());
    assert_eq!(workspace.files("deep/er/site"), first);
}

#[test]
fn pages_that_are_no_longer_made_vanish() {
    let workspace = Workspace::sound();
    let older = "content/schools/shkola/regulations/pomoshch/2025-08-29.md";
    let text = fs::read_to_string(workspace.path(EDITION)).expect("an edition");
    workspace.write(older, text.replace("2026-08-31", "2025-08-29"));
    workspace.build(&[]).expect(0);
    let old = workspace.path("public/shkola/pomoshch/2025-08-29.json");
    assert!(old.exists());
    workspace.remove(older);
    workspace.build(&[]).expect(0);
    assert!(!old.exists());
    assert_whole(&workspace.path("public"));
}

#[test]
fn foreign_files_are_refused_and_kept() {
    let workspace = Workspace::sound();
    workspace.write("public/otchet.docx", "важное");
    workspace.write("public/foto/1.jpg", "снимок");
    let before = workspace.files("public");
    let run = workspace.build(&[]).expect(2);
    assert!(["foto/1.jpg", "otchet.docx"].iter().all(|file| run.stderr.contains(file)));
    assert_eq!(workspace.files("public"), before);
    // An empty folder is nobody's, and one of ours with a foreign file is refused, too.
    workspace.remove("public");
    fs::create_dir(workspace.path("public")).expect("a folder");
    workspace.build(&[]).expect(0);
    workspace.write("public/shkola/zametka.txt", "моё");
    let before = workspace.files("public");
    workspace.build(&[]).expect(2);
    assert_eq!(workspace.files("public"), before);
}

#[test]
fn a_made_up_manifest_does_not_make_files_ours() {
    let workspace = Workspace::sound();
    workspace.write("public/manifest.json", "{\"files\":[]}");
    let run = workspace.build(&[]).expect(2);
    assert!(run.stderr.contains("manifest.json"), "{}", run.stderr);
    assert_eq!(workspace.files("public").len(), 1);
}

#[cfg(unix)]
#[test]
fn an_output_that_is_a_link_stays_one() {
    let workspace = Workspace::sound();
    let served = tempfile::tempdir().expect("a folder");
    let folder = served.path().join("www");
    fs::create_dir(&folder).expect("the folder");
    std::os::unix::fs::symlink(&folder, workspace.path("public")).expect("a link");
    for _ in 0..2 {
        workspace.build(&[]).expect(0);
        let link = fs::symlink_metadata(workspace.path("public")).expect("the link");
        assert!(link.file_type().is_symlink());
        assert!(folder.join("index.html").is_file());
    }
}

#[test]
fn of_two_builds_at_once_one_is_refused() {
    let workspace = Workspace::sound();
    workspace.build(&[]).expect(0);
    let before = workspace.files("public");
    let lock = File::options()
        .create(true)
        .append(true)
        .open(workspace.path(".public.lock"))
        .expect("the lock");
    lock.lock().expect("the lock");
    let run = workspace.build(&[]).expect(2);
    assert!(run.stderr.contains("уже пишет другая сборка"), "{}", run.stderr);
    assert_eq!(workspace.files("public"), before);
    drop(lock);
    workspace.build(&[]).expect(0);
}

#[test]
fn a_killed_build_leaves_a_whole_site() {
    let workspace = Workspace::sound();
    let school = fs::read_to_string(workspace.path(SCHOOL)).expect("a school");
    let edition = fs::read_to_string(workspace.path(EDITION)).expect("an edition");
    for number in 0..60 {
        let folder = format!("content/schools/shkola-{number}");
        workspace.write(&format!("{folder}/school.yaml"), &school);
        workspace.write(&format!("{folder}/regulations/pomoshch/2026-08-31.md"), &edition);
    }
    workspace.build(&[]).expect(0);
    for (round, wait) in [0, 1, 2, 3, 5, 8, 12, 20, 30, 50, 80, 120].into_iter().enumerate() {
        let before = workspace.files("public");
        workspace.replace(
            EDITION,
            "## 2. Сроки",
            &format!("1.{}. Круг.\n\n## 2. Сроки", round + 2),
        );
        let arguments = ["build", "--no-print", "--today", "2026-11-20"];
        let mut child = workspace.command(&arguments).stderr(Stdio::null()).spawn().expect("a run");
        std::thread::sleep(Duration::from_millis(wait));
        child.kill().expect("an end");
        child.wait().expect("an end");
        assert_whole(&workspace.path("public"));
        let after = workspace.files("public");
        let path = "shkola/pomoshch/2026-08-31.json";
        assert!(after == before || after[path] != before[path], "neither old nor new");
        workspace.build(&[]).expect(0);
        assert_whole(&workspace.path("public"));
        assert_eq!(beside(&workspace), ["content", "public"]);
    }
}

#[test]
fn an_output_that_cannot_be_written_is_named() {
    let workspace = Workspace::sound();
    workspace.write("fayl.txt", "не папка");
    let run = workspace.build(&["--output", "fayl.txt/public"]).expect(2);
    assert!(
        run.stderr.contains("fayl.txt") && run.stderr.contains("что делать:"),
        "{}",
        run.stderr
    );
    let run = workspace.build(&["--output", "fayl.txt"]).expect(2);
    assert!(run.stderr.contains("fayl.txt"), "{}", run.stderr);
    if cfg!(target_os = "linux") {
        let run = workspace.build(&["--output", "/proc/reglament/public"]).expect(2);
        assert!(run.stderr.contains("/proc/reglament"), "{}", run.stderr);
    }
    assert_eq!(fs::read(workspace.path("fayl.txt")).expect("the file"), "не папка".as_bytes());
}

#[cfg(unix)]
#[test]
fn a_parent_without_permission_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let workspace = Workspace::sound();
    let parent = workspace.path("zakryto");
    fs::create_dir(&parent).expect("a folder");
    fs::set_permissions(&parent, fs::Permissions::from_mode(0o555)).expect("new permissions");
    if fs::write(parent.join("proba"), "").is_ok() {
        skipped("permissions do not bind this user");
        return;
    }
    let run = workspace.build(&["--output", "zakryto/public"]).expect(2);
    assert!(run.stderr.contains("нет прав на запись") && run.stderr.contains("zakryto"));
}

#[test]
fn the_only_school_of_a_site_stands_at_its_root() {
    let workspace = Workspace::sound();
    workspace.replace("content/site.yaml", "title:", "portal: false\ntitle:");
    workspace.build(&[]).expect(0);
    let files = workspace.files("public");
    assert!(files.contains_key("pomoshch/2026-08-31.json"), "{:?}", files.keys());
    assert!(!files.keys().any(|path| path.starts_with("shkola/")), "{:?}", files.keys());
}

#[test]
fn one_school_of_many_goes_into_a_folder_of_its_own() {
    let workspace = Workspace::sound();
    for (path, bytes) in workspace.files("content/schools/shkola") {
        workspace.write(&format!("content/schools/vtoraya/{path}"), bytes);
    }
    workspace.build(&[]).expect(0);
    let before = workspace.files("public");
    workspace.build(&["--school", "vtoraya"]).expect(2);
    workspace.build(&["--school", "vtoraya", "--output", "odna"]).expect(0);
    assert!(!workspace.files("odna").keys().any(|path| path.starts_with("shkola/")));
    assert_eq!(workspace.files("public"), before);
}

#[cfg(unix)]
#[test]
fn a_site_can_be_read_by_the_web_server() {
    use std::os::unix::fs::PermissionsExt;
    let workspace = Workspace::sound();
    workspace.build(&[]).expect(0);
    for entry in walkdir::WalkDir::new(workspace.path("public")) {
        let entry = entry.expect("an entry");
        let mode = entry.metadata().expect("metadata").permissions().mode() & 0o777;
        // The umask of the caller may take rights away, but the program gives the usual ones.
        let usual = if entry.file_type().is_dir() { 0o755 } else { 0o644 };
        assert_eq!(mode & usual, mode & 0o755, "{} has {mode:o}", entry.path().display());
        assert_eq!(mode & 0o700, usual & 0o700, "{} has {mode:o}", entry.path().display());
    }
}
