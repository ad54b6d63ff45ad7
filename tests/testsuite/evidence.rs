//! What must not be lost, and what must not be claimed: journals that would vanish from the site,
//! entries about what nobody saw, runs that break off.

use std::fs;

use reglament::model::journal::EntryKind;

use crate::host::{Answer, Host};
use crate::rehearsal::{ACT, DAY, JOURNAL, School, git};
use crate::workspace::{Run, copy};

/// Another school: the first one once more, in a folder of this name.
fn another(school: &School, id: &str) {
    let schools = school.workspace.path("content/schools");
    copy(&schools.join("shkola"), &schools.join(id));
    let _ = fs::remove_file(schools.join(id).join("journal.jsonl"));
    school.workspace.build(&[]).expect(0);
}

/// A publication that looks at the site by way of another host.
fn publish_at(school: &School, url: &str, more: &[&str]) -> Run {
    school.publish(&[&["--site", url], more].concat())
}

#[test]
fn a_school_does_not_vanish_with_its_journal() {
    let school = School::new();
    another(&school, "vtoraya");
    school.publish(&[]).expect(0);
    let journal = "vtoraya/publication/journal.jsonl";
    let kept = fs::read(school.www(journal)).expect("a journal");
    // Part of the schools is no publication.
    school.publish(&["--school", "shkola"]).expect(2);
    let folder = school.workspace.path("content/schools/vtoraya");
    let aside = school.workspace.path("aside");
    fs::rename(&folder, &aside).expect("moved");
    for more in [&[][..], &["--carry"]] {
        let refused = school.publish(more).expect(1);
        assert!(refused.stderr.contains(journal), "{}", refused.stderr);
        assert_eq!(fs::read(school.www(journal)).expect("a journal"), kept);
    }
    // A school whose folder got another name has its journal with it.
    fs::rename(&aside, school.workspace.path("content/schools/tretya")).expect("moved");
    school.workspace.build(&[]).expect(0);
    school.publish(&[]).expect(0);
    let moved = fs::read(school.www("tretya/publication/journal.jsonl")).expect("a journal");
    assert!(moved.starts_with(&kept));
    // The same when the site becomes one of another form.
    let site = fs::read_to_string(school.workspace.path("content/site.yaml")).expect("it");
    school.workspace.write("content/site.yaml", format!("{site}portal: false\n"));
    fs::rename(school.workspace.path("content/schools/tretya"), &aside).expect("moved");
    school.workspace.build(&[]).expect(0);
    school.publish(&["--carry"]).expect(1);
}

#[test]
fn a_damaged_manifest_hides_no_journal() {
    let school = School::new();
    school.publish(&[]).expect(0);
    let journal = school.bytes();
    let shown = school.www("shkola/publication/journal.jsonl");
    let manifest = school.www("manifest.json");
    let sound = fs::read(&manifest).expect("a manifest");
    school.workspace.remove(JOURNAL);
    for damaged in [[sound.as_slice(), b"x"].concat(), Vec::new()] {
        fs::write(&manifest, damaged).expect("written");
        school.publish(&[]).expect(1);
        assert_eq!(fs::read(&shown).expect("a journal"), journal);
        assert!(school.bytes().is_empty());
    }
    // Neither here nor there, but known.
    fs::write(&manifest, &sound).expect("written");
    fs::remove_file(&shown).expect("removed");
    let lost = school.publish(&[]).expect(2);
    assert!(lost.stderr.contains("manifest.json"), "{}", lost.stderr);
    // Ours is enough to put it back.
    school.workspace.write(JOURNAL, &journal);
    school.publish(&[]).expect(0);
    assert_eq!(fs::read(shown).expect("a journal"), journal);
}

#[test]
fn a_page_in_place_of_the_journal_is_no_missing_journal() {
    let school = School::new();
    let page = |_: &str, _: usize, answer: Answer| match answer.status {
        404 => Answer::new(200, "<!DOCTYPE html><title>Oops</title>"),
        _ => answer,
    };
    let host = Host::with(&school.disk.path().join("www"), Box::new(page));
    let refused = publish_at(&school, &host.url(), &[]).expect(2);
    assert!(refused.stderr.contains("--first"), "{}", refused.stderr);
    assert!(school.bytes().is_empty());
    publish_at(&school, &host.url(), &["--first"]).expect(0);
    assert_eq!(school.journal().entries().len(), 1);
    publish_at(&school, &host.url(), &[]).expect(0);
}

#[test]
fn the_folder_that_was_built_is_no_site() {
    let school = School::new();
    for more in [["--no-deploy", "--site", "public"], ["--no-deploy", "--site", "./public"]] {
        let refused = school.publish(&more).expect(2);
        assert!(refused.stderr.contains("--site"), "{}", refused.stderr);
    }
    assert!(school.bytes().is_empty());
}

#[test]
fn each_erratum_is_told_of_once() {
    let school = School::new();
    let draft = "---\ntitle: Регламент помощи\n---\n\n## 1. Сроки\n\n1.1. Срок – 3 дня.\n\n\
                 1.2. Срок ответа – 4 дня.\n\n1.3. Срок записи – 5 дней.\n";
    school.workspace.write(&format!("{ACT}/draft.md"), draft);
    school.approve();
    school.publish(&[]).expect(0);
    let edition = format!("{ACT}/{DAY}.md");
    let lock = format!("{ACT}/{DAY}.lock");
    let record = |reason: &str| {
        school.workspace.run(&["erratum", "--reason", reason, "--today", DAY]).expect(0);
    };
    let text = || fs::read_to_string(school.workspace.path(&edition)).expect("an edition");
    school.workspace.replace(&edition, "3 дня", "2 дня");
    school.workspace.replace(&edition, "4 дня", "3 дня");
    let locked = fs::read(school.workspace.path(&lock)).expect("a lock");
    record("опечатка");
    // Broken off before the text was frozen, and repeated.
    let recorded = text();
    school.workspace.write(&lock, locked);
    record("опечатка");
    assert_eq!(text(), recorded);
    school.publish(&[]).expect(0);
    // Another one on the same day.
    school.workspace.replace(&edition, "5 дней", "6 дней");
    record("ещё опечатка");
    school.publish(&[]).expect(0);
    let journal = school.journal();
    let corrected: Vec<_> = journal.entries().iter().map(|entry| &entry.record).skip(2).collect();
    let kinds: Vec<_> = corrected.iter().map(|record| record.kind.clone()).collect();
    let expected = ["пункт 1.1, пункт 1.2: опечатка", "пункт 1.3: ещё опечатка"];
    assert_eq!(kinds, expected.map(|reason| EntryKind::Corrected(reason.to_owned())));
    assert_eq!(corrected.iter().map(|record| record.errata).collect::<Vec<_>>(), [2, 3]);
    // What all errata have told of is no leave for another change, with a lock or without.
    school.workspace.remove(&lock);
    school.workspace.replace(&edition, "6 дней", "16 дней");
    let refused = school.publish(&[]).expect(1);
    assert!(refused.stderr.contains("text-changed"), "{}", refused.stderr);
}

#[test]
fn a_correction_of_many_clauses_can_be_read_again() {
    let school = School::new();
    let clause =
        |n: usize, word: &str| format!("1.{n}. В {word} {n} ответ дают в тот же день.\n\n");
    let clauses = |word: &str| (1..=300).map(|n| clause(n, word)).collect::<String>();
    let draft = format!("---\ntitle: Регламент помощи\n---\n\n## 1. Сроки\n\n{}", clauses("день"));
    school.workspace.write(&format!("{ACT}/draft.md"), draft);
    school.approve();
    school.publish(&[]).expect(0);
    let edition = format!("{ACT}/{DAY}.md");
    let text = fs::read_to_string(school.workspace.path(&edition)).expect("an edition");
    school.workspace.write(&edition, text.replace("В день", "В срок"));
    let reason = "опечатка во всех пунктах ".repeat(40);
    school.workspace.run(&["erratum", "--reason", &reason, "--today", DAY]).expect(0);
    school.publish(&[]).expect(0);
    let last = school.journal().entries().last().expect("an entry").record.clone();
    assert_eq!(last.errata, 300);
    assert!(last.kind.reason().is_some_and(|reason| reason.len() <= 8 << 10));
}

#[test]
fn the_moment_is_that_of_looking() {
    let school = School::new();
    let mut command = school.workspace.command(&["publish"]);
    command.env("SOURCE_DATE_EPOCH", "1788480000").env("COMMIT_REF", "main");
    command.env_remove("GITHUB_SHA").env_remove("CI_COMMIT_SHA");
    let run = Run::from(command.output().expect("a run")).expect(0);
    assert!(!run.stderr.contains("--today"), "{}", run.stderr);
    let record = school.journal().entries()[0].record.clone();
    assert_ne!(record.at.date().to_string(), "2026-09-04");
    assert_eq!(record.commit, None, "a branch is no commit");
    assert!(school.publish(&[]).expect(0).stderr.contains("--today"));
}

#[test]
fn a_commit_without_the_content_is_not_named() {
    let school = School::new();
    let root = school.workspace.path("");
    git(&root, &["init", "-q", "-b", "main"]);
    git(&root, &["add", "content"]);
    git(&root, &["commit", "-qm", "content"]);
    school.publish(&[]).expect(0);
    school.approve();
    school.publish(&[]).expect(0);
    let commits: Vec<_> =
        school.journal().entries().iter().map(|e| e.record.commit.clone()).collect();
    let first = git(&root, &["rev-parse", "main"]).trim().to_owned();
    assert_eq!(commits, [Some(first), None]);
}

#[test]
fn trouble_with_a_page_is_no_withdrawal() {
    let school = School::new();
    school.approve();
    school.publish(&[]).expect(0);
    school.workspace.remove(&format!("{ACT}/2026-08-31.md"));
    school.workspace.build(&[]).expect(0);
    let old = "/shkola/pomoshch/2026-08-31/";
    let closed = move |path: &str, _: usize, answer: Answer| {
        if path == old { Answer::new(403, "") } else { answer }
    };
    let host = Host::with(&school.disk.path().join("www"), Box::new(closed));
    let more = ["--withdrawn", "утратила силу"];
    let unknown = publish_at(&school, &host.url(), &more).expect(2);
    assert!(unknown.stderr.contains("2026-08-31"), "{}", unknown.stderr);
    assert!(unknown.stderr.contains("Сайт загружен"), "{}", unknown.stderr);
    assert_eq!(school.journal().entries().len(), 2);
    school.publish(&more).expect(0);
    let last = school.journal().entries().last().expect("an entry").record.kind.clone();
    assert_eq!(last, EntryKind::Withdrawn("утратила силу".to_owned()));
}

#[test]
fn a_second_deployment_that_fails_takes_no_entry_back() {
    let school = School::new();
    let script = fs::read_to_string(school.workspace.path("deploy.sh")).expect("a script");
    let once =
        script.replace("set -e\n", "set -e\nif [ -e deployed ]; then exit 3; fi\ntouch deployed\n");
    school.workspace.write("deploy.sh", once);
    let failed = school.publish(&[]).expect(2);
    assert!(failed.stderr.contains("вторая загрузка"), "{}", failed.stderr);
    assert!(failed.stderr.contains("1 запись в журнале сделана"), "{}", failed.stderr);
    assert_eq!(school.journal().entries().len(), 1);
    school.workspace.write("deploy.sh", script);
    school.publish(&[]).expect(0);
    let shown = fs::read(school.www("shkola/publication/journal.jsonl")).expect("the journal");
    assert_eq!(shown, school.bytes());
}

#[test]
fn a_school_that_breaks_meanwhile_does_not_keep_others_from_their_entries() {
    let school = School::new();
    another(&school, "a-pervaya");
    let script = fs::read_to_string(school.workspace.path("deploy.sh")).expect("a script");
    let breaking = format!("{script}echo ': [' >> content/schools/a-pervaya/school.yaml\n");
    school.workspace.write("deploy.sh", breaking);
    let run = school.publish(&[]).expect(1);
    assert!(run.stderr.contains("Сайт загружен"), "{}", run.stderr);
    assert!(!run.stderr.contains("Ничего не загружено"), "{}", run.stderr);
    assert_eq!(school.journal().entries().len(), 1);
    assert!(!school.workspace.path("content/schools/a-pervaya/journal.jsonl").exists());
}
