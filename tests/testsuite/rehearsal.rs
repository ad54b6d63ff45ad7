//! From the signed paper to the entry in the journal, on loopback: a bare repository, a host, the
//! commands that CI runs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use reglament::diagnostics::Diagnostics;
use reglament::model::journal::{self, EntryKind, Journal};
use tempfile::TempDir;

use crate::host::Host;
use crate::workspace::{Run, Workspace};

pub(crate) const DAY: &str = "2026-11-20";
pub(crate) const ACT: &str = "content/schools/shkola/regulations/pomoshch";
pub(crate) const JOURNAL: &str = "content/schools/shkola/journal.jsonl";
const DRAFT: &str = "---\ntitle: Регламент помощи\n---\n\n## 1. Общие положения\n\n\
                     1.1. Вопрос рассматривают в течение 3 рабочих дней.\n";

/// Copies the site to a new folder and then points the host's link to it: the host shows the old
/// site or the new one, never half of one.
const DEPLOY: &str = "#!/bin/sh\nset -e\nnew=$(mktemp -d \"$2/site.XXXXXX\")\ncp -r \"$1/.\" \"$new\"\n\
                      ln -sfn \"$new\" \"$2/next.$$\"\nmv -T \"$2/next.$$\" \"$2/www\"\n";

/// A school with a host.
pub(crate) struct School {
    pub(crate) workspace: Workspace,
    pub(crate) disk: TempDir,
    pub(crate) host: Host,
}

impl School {
    /// A school that has never published, and a draft.
    pub(crate) fn new() -> Self {
        let disk = tempfile::tempdir().expect("the host's disk");
        fs::create_dir(disk.path().join("empty")).expect("a folder");
        std::os::unix::fs::symlink(disk.path().join("empty"), disk.path().join("www"))
            .expect("a link");
        let host = Host::of(&disk.path().join("www"));
        let workspace = Workspace::sound();
        workspace.write("deploy.sh", DEPLOY);
        let words =
            format!("deploy: [sh, deploy.sh, \"{{output}}\", \"{}\"]\n", disk.path().display());
        workspace.replace("content/site.yaml", "https://reglament.example.org/", &host.url());
        let site = fs::read_to_string(workspace.path("content/site.yaml")).expect("site.yaml");
        workspace.write("content/site.yaml", format!("{site}{words}"));
        workspace.write(&format!("{ACT}/draft.md"), DRAFT);
        // The lock of calendars is committed before anything is published.
        workspace.build(&[]).expect(0);
        workspace.remove("public");
        Self { workspace, disk, host }
    }

    pub(crate) fn publish(&self, more: &[&str]) -> Run {
        self.workspace.run(&[&["publish", "--today", DAY], more].concat())
    }

    pub(crate) fn approve(&self) {
        self.workspace.run(&["approve", "--date", DAY, "--today", DAY]).expect(0);
    }

    pub(crate) fn journal(&self) -> Journal {
        let mut found = Diagnostics::default();
        let journal = journal::parse(JOURNAL, &self.bytes(), &mut found);
        assert!(found.is_empty(), "{found:#?}");
        journal
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        fs::read(self.workspace.path(JOURNAL)).unwrap_or_default()
    }

    pub(crate) fn www(&self, path: &str) -> PathBuf {
        self.disk.path().join("www").join(path)
    }
}

fn kinds(journal: &Journal) -> Vec<(&'static str, String)> {
    let entries = journal.entries().iter();
    entries.map(|entry| (entry.record.kind.id(), entry.record.edition.to_string())).collect()
}

#[test]
fn from_the_draft_to_the_entry_in_the_journal() {
    let school = School::new();
    school.approve();
    let run = school.publish(&[]).expect(0);
    assert!(run.stderr.contains("Запись 2"), "{}", run.stderr);
    let journal = school.journal();
    let posted = ["2026-08-31", DAY].map(|date| ("posted", date.to_owned()));
    assert_eq!(kinds(&journal), posted);
    let record = &journal.entries()[1].record;
    assert_eq!(record.due.to_string(), "2026-11-30");
    assert_eq!(record.address, format!("{}shkola/pomoshch/{DAY}/", school.host.url()));
    assert!(record.at.text().starts_with("2026-11-20T12:00:00+07:00"));
    // The site shows the journal, and is what was built.
    let shown = fs::read(school.www("shkola/publication/journal.jsonl")).expect("the journal");
    assert!(shown == school.bytes());
    school.workspace.run(&["verify", &school.host.url()]).expect(0);
    // Nothing new: nothing is entered, on this day and on another.
    let before = school.bytes();
    school.publish(&[]).expect(0);
    school.workspace.run(&["publish", "--today", "2026-11-24"]).expect(0);
    assert!(school.bytes() == before, "{:?}", kinds(&school.journal()));
    school.workspace.check(&[]).expect(0);
}

#[test]
fn a_changed_text_is_not_published_and_an_erratum_is() {
    let school = School::new();
    school.approve();
    school.publish(&[]).expect(0);
    let (journal, link) =
        (school.bytes(), fs::read_link(school.disk.path().join("www")).expect("a link"));
    let edition = format!("{ACT}/{DAY}.md");
    school.workspace.replace(&edition, "3 рабочих", "5 рабочих");
    let refused = school.publish(&[]).expect(1);
    assert!(refused.stderr.contains("frozen-changed"), "{}", refused.stderr);
    assert!(!refused.stderr.contains("text-changed"), "{}", refused.stderr);
    let now = fs::read_link(school.disk.path().join("www")).expect("a link");
    assert!(school.bytes() == journal && now == link);
    // Without the lock the journal still knows.
    let lock = format!("{ACT}/{DAY}.lock");
    let locked = fs::read(school.workspace.path(&lock)).expect("a lock");
    school.workspace.remove(&lock);
    let refused = school.publish(&[]).expect(1);
    assert!(refused.stderr.contains("text-changed"), "{}", refused.stderr);
    school.workspace.write(&lock, locked);
    school.workspace.run(&["erratum", "--reason", "опечатка", "--today", DAY]).expect(0);
    school.publish(&[]).expect(0);
    let journal = school.journal();
    let last = journal.entries().last().expect("an entry");
    assert_eq!(last.record.kind, EntryKind::Corrected("пункт 1.1: опечатка".into()));
    school.publish(&[]).expect(0);
    assert_eq!(school.journal().entries().len(), journal.entries().len());
}

#[test]
fn a_journal_that_does_not_continue_the_published_one_is_refused() {
    let school = School::new();
    school.publish(&[]).expect(0);
    let whole = school.bytes();
    school.approve();
    school.publish(&[]).expect(0);
    // The tail is cut: only the published journal tells.
    school.workspace.write(JOURNAL, &whole);
    school.workspace.check(&[]).expect(0);
    let refused = school.publish(&[]).expect(1);
    let said = refused.stderr.replace('\n', " ");
    assert!(said.contains("у нас 1 · ") && said.contains("на сайте 2 · "), "{said}");
    assert!(school.bytes() == whole);
    // Where the journal is not kept in git it is carried over.
    school.publish(&["--carry"]).expect(0);
    assert_eq!(school.journal().entries().len(), 2);
    school.workspace.remove(JOURNAL);
    school.publish(&["--carry"]).expect(0);
    assert_eq!(school.journal().entries().len(), 2);
}

#[test]
fn an_empty_journal_is_not_begun_by_mistake() {
    let school = School::new();
    let refused = school.publish(&["--carry"]).expect(2);
    assert!(refused.stderr.contains("--first"), "{}", refused.stderr);
    assert!(school.bytes().is_empty() && !school.www("index.html").exists());
    school.publish(&["--carry", "--first"]).expect(0);
    assert_eq!(school.journal().entries().len(), 1);
    // A host that does not answer is no empty one.
    let url = school.host.url();
    drop(school.host);
    let site = ["publish", "--today", DAY, "--site", &url];
    let unreachable = school.workspace.run(&site).expect(2);
    assert!(unreachable.stderr.contains("не отвечает"), "{}", unreachable.stderr);
}

#[test]
fn a_deployment_that_fails_or_does_not_arrive_leaves_no_entry() {
    let school = School::new();
    let script = fs::read_to_string(school.workspace.path("deploy.sh")).expect("a script");
    school.workspace.write("deploy.sh", "exit 3");
    school.publish(&[]).expect(2);
    assert!(school.bytes().is_empty());
    // It says that all is well and copies everything but the printed acts.
    let lossy = script.replace("ln -sfn", "rm \"$new\"/shkola/pomoshch/*.pdf\nln -sfn");
    school.workspace.write("deploy.sh", &lossy);
    let lacking = school.publish(&[]).expect(1);
    assert!(lacking.stderr.contains("2026-08-31.pdf"), "{}", lacking.stderr);
    assert!(school.bytes().is_empty());
    school.workspace.write("deploy.sh", script);
    school.publish(&[]).expect(0);
    assert_eq!(kinds(&school.journal()).len(), 1);
}

#[test]
fn of_two_runs_at_once_one_is_refused_or_waits() {
    let school = School::new();
    school.approve();
    let children: Vec<Child> = (0..3).map(|_| begin(&school.workspace)).collect();
    let outputs = children.into_iter().map(|child| child.wait_with_output().expect("an end"));
    let statuses: Vec<_> = outputs.map(|output| output.status.code()).collect();
    assert!(statuses.contains(&Some(0)), "{statuses:?}");
    assert!(statuses.iter().all(|status| matches!(status, Some(0 | 2))), "{statuses:?}");
    assert_eq!(kinds(&school.journal()).len(), 2);
}

fn begin(workspace: &Workspace) -> Child {
    let mut command = workspace.command(&["publish", "--today", DAY]);
    command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("a start")
}

#[test]
fn killed_at_any_moment_the_journal_is_whole_or_torn_at_its_end() {
    let school = School::new();
    school.publish(&[]).expect(0);
    school.approve();
    let first = school.bytes();
    let whole = {
        let other = School::new();
        other.publish(&[]).expect(0);
        other.approve();
        let begun = std::time::Instant::now();
        other.publish(&[]).expect(0);
        begun.elapsed()
    };
    for turn in 0..50_u32 {
        let mut child = begin(&school.workspace);
        // Spread over the run, in no even steps.
        let part = f64::from(turn * 37 % 50) / 50.0;
        std::thread::sleep(Duration::from_secs_f64(whole.as_secs_f64() * part));
        let _ = child.kill();
        child.wait().expect("an end");
        let bytes = school.bytes();
        assert!(bytes.starts_with(&first), "turn {turn}: the journal has lost entries");
        let mut found = Diagnostics::default();
        let journal = journal::parse(JOURNAL, &bytes, &mut found);
        if !found.is_empty() {
            assert!(found.iter().all(|finding| finding.id == "journal-torn"), "{found:#?}");
            school.workspace.run(&["journal", "--repair"]).expect(0);
        }
        assert!(journal.entries().len() <= 2);
        let page = fs::read_to_string(school.www("shkola/pomoshch/index.html")).expect("a page");
        assert!(page.trim_end().ends_with("</html>"), "turn {turn}: half a page");
    }
    school.publish(&[]).expect(0);
    assert_eq!(kinds(&school.journal()).len(), 2);
}

#[test]
fn a_torn_last_line_is_reported_and_repaired_on_request() {
    let school = School::new();
    school.publish(&[]).expect(0);
    let whole = school.bytes();
    let torn = [whole.as_slice(), &whole[..100]].concat();
    school.workspace.write(JOURNAL, &torn);
    let check = school.workspace.check(&["--format", "short"]).expect(1);
    assert!(check.stdout.contains("journal-torn"), "{}", check.stdout);
    school.publish(&[]).expect(1);
    assert!(school.bytes() == torn);
    school.workspace.run(&["journal"]).expect(1);
    school.workspace.run(&["journal", "--repair"]).expect(0);
    assert!(school.bytes() == whole);
}

/// What the recipes for CI do: a clone of depth 1, check, publish, commit, push.
#[test]
fn ci_publishes_from_a_shallow_clone_and_commits_the_journal() {
    let school = School::new();
    school.approve();
    let folder = tempfile::tempdir().expect("a folder");
    let bare = folder.path().join("school.git");
    let root = school.workspace.path("");
    git(folder.path(), &["init", "-q", "--bare", "-b", "main", "school.git"]);
    for arguments in [
        vec!["init", "-q", "-b", "main"],
        vec!["add", "content", "deploy.sh"],
        vec!["commit", "-qm", "approved"],
        vec!["push", "-q", bare.to_str().expect("UTF-8"), "main"],
    ] {
        git(&root, &arguments);
    }
    let url = format!("file://{}", bare.display());
    for turn in 0..2 {
        let clone = folder.path().join(format!("clone-{turn}"));
        git(folder.path(), &["clone", "-q", "--depth", "1", &url, clone.to_str().expect("UTF-8")]);
        for arguments in [vec!["check", "--today", DAY], vec!["publish", "--today", DAY]] {
            let mut command = school.workspace.command(&arguments);
            let output = command.current_dir(&clone).output().expect("a run");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        git(&clone, &["add", "content"]);
        let changed = git(&clone, &["status", "--porcelain", "--", "content"]);
        assert_eq!(!changed.is_empty(), turn == 0, "{changed}");
        if turn == 0 {
            git(&clone, &["commit", "-qm", "journal"]);
            git(&clone, &["push", "-q", "origin", "main"]);
        }
    }
    let journal = git(&bare, &["show", &format!("main:{JOURNAL}")]);
    assert_eq!(journal.lines().count(), 2);
    // The entry names the commit that was published.
    let published = git(&bare, &["rev-parse", "main~1"]);
    assert!(journal.contains(published.trim()), "{journal}");
}

pub(crate) fn git(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    let identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
    let output = command.args(identity).args(arguments).current_dir(folder).output();
    let output = output.expect("git");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}
