//! The recipes for CI services, run as they are written: the shell parts by a shell, what the
//! service does by a few lines here; with a bare repository and a host on loopback.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use reglament::diagnostics::Diagnostics;
use reglament::model::passages::hex;
use reglament::source::yaml::{self, Node};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::host::Host;
use crate::workspace::{Run, Workspace, copy, project};

const ACT: &str = "content/schools/shkola/regulations/pomoshch";
const JOURNAL: &str = "content/schools/shkola/journal.jsonl";
const PUBLISHED: &str = "shkola/publication/journal.jsonl";
const DRAFT: &str = "---\ntitle: Регламент помощи\n---\n\n## 1. Общие положения\n\n\
                     1.1. Вопрос рассматривают в течение 3 рабочих дней.\n";

/// 2026-11-20, noon at the school; the day of the approval.
const APPROVED: &str = "1795150800";
/// Three days before the last day for posting, 2026-11-30.
const THREE_LEFT: &str = "1795755600";

/// A school's repository, its host, and the machine on which recipes run.
struct Ci {
    disk: TempDir,
    workspace: Workspace,
    host: Host,
    /// Whether the site is deployed by a command of ours.
    deploys: bool,
}

impl Ci {
    /// A repository with the recipe for `service`, the program pinned in it, and an approved
    /// edition that is nowhere posted.
    fn new(service: &str, deploys: bool) -> Self {
        let disk = tempfile::tempdir().expect("a disk");
        for folder in ["www", "home", "bin"] {
            fs::create_dir(disk.path().join(folder)).expect("a folder");
        }
        let host = Host::of(&disk.path().join("www"));
        let ci = Self { workspace: Workspace::sound(), disk, host, deploys };
        ci.content();
        ci.workspace.run(&["init", "--ci", service]).expect(0);
        ci.pin(service);
        ci.repository();
        ci
    }

    fn at(&self, path: &str) -> PathBuf {
        self.disk.path().join(path)
    }

    fn content(&self) {
        let site = "content/site.yaml";
        self.workspace.replace(site, "https://reglament.example.org/", &self.host.url());
        if self.deploys {
            let text = fs::read_to_string(self.workspace.path(site)).expect("site.yaml");
            let www = self.at("www").display().to_string();
            let words = format!("deploy: [cp, -r, \"{{output}}/.\", \"{www}\"]\n");
            self.workspace.write(site, format!("{text}{words}"));
        }
        self.workspace.write(&format!("{ACT}/draft.md"), DRAFT);
        self.workspace.build(&[]).expect(0);
        self.workspace.remove("public");
        let day = ["--date", "2026-11-20", "--today", "2026-11-20"];
        self.workspace.run(&[&["approve"], &day[..]].concat()).expect(0);
    }

    /// Writes the program's path and hash into the recipe, as a webmaster does.
    fn pin(&self, service: &str) {
        let program = env!("CARGO_BIN_EXE_reglament");
        let hash = hex(&Sha256::digest(fs::read(program).expect("the program")));
        let (path, equals) = match service {
            "github" => (".github/workflows/reglament.yml", ": "),
            "gitlab" => (".gitlab-ci.yml", ": "),
            _ => ("netlify.toml", " = "),
        };
        for (name, value) in [("REGLAMENT", program), ("REGLAMENT_SHA256", &hash)] {
            let (empty, full) =
                (format!("{name}{equals}\"\""), format!("{name}{equals}\"{value}\""));
            self.workspace.replace(path, &empty, &full);
        }
    }

    fn repository(&self) {
        git(self.disk.path(), &["init", "-q", "--bare", "-b", "main", "school.git"]);
        let root = self.workspace.path("");
        let bare = self.at("school.git").display().to_string();
        git(&root, &["init", "-q", "-b", "main"]);
        git(&root, &["add", "."]);
        git(&root, &["commit", "-qm", "approved"]);
        git(&root, &["push", "-q", &bare, "main"]);
        // What CI addresses by the net is this repository.
        let config = format!(
            "[url \"{bare}\"]\n\tinsteadOf = https://reglament:t@git.example.org/school/site.git\n\
             [init]\n\tdefaultBranch = main\n"
        );
        fs::write(self.at("home/.gitconfig"), config).expect("a configuration");
        fs::write(self.at("bin/gh"), "#!/bin/sh\necho \"$@\" >> \"$HOME/gh\"\n").expect("gh");
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        fs::set_permissions(self.at("bin/gh"), mode).expect("gh can be run");
    }

    /// A clone of depth 1 in the folder `name`.
    fn clone(&self, name: &str) -> PathBuf {
        let url = format!("file://{}", self.at("school.git").display());
        git(self.disk.path(), &["clone", "-q", "--depth", "1", &url, name]);
        self.at(name)
    }

    /// Runs a shell script in a clone.
    fn shell(&self, clone: &Path, script: &str, variables: &[(&str, &str)]) -> Run {
        let script = format!("PATH='{}':\"$PATH\"\n{script}", self.at("bin").display());
        let mut command = Command::new("bash");
        command.args(["-e", "-c", &script]).current_dir(clone);
        for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"] {
            command.env_remove(name);
        }
        command.env("HOME", self.at("home"));
        command.env("SOURCE_DATE_EPOCH", APPROVED).envs(variables.iter().copied());
        Run::from(command.output().expect("a shell"))
    }

    /// Does what a service does after a build: puts the output folder on the host.
    fn deploy(&self, clone: &Path) {
        fs::remove_dir_all(self.at("www")).expect("the old site");
        fs::create_dir(self.at("www")).expect("a folder");
        copy(&clone.join("public"), &self.at("www"));
    }

    /// The journal in the repository; empty if there is none.
    fn journal(&self) -> String {
        let mut command = Command::new("git");
        command.args(["show", &format!("main:{JOURNAL}")]).current_dir(self.at("school.git"));
        String::from_utf8(command.output().expect("git").stdout).expect("UTF-8")
    }

    fn published(&self) -> String {
        fs::read_to_string(self.at("www").join(PUBLISHED)).unwrap_or_default()
    }
}

fn git(folder: &Path, arguments: &[&str]) -> String {
    let identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
    let mut command = Command::new("git");
    let output: Output =
        command.args(identity).args(arguments).current_dir(folder).output().expect("git");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn parsed(path: &Path) -> Node {
    let text = fs::read_to_string(path).expect("a recipe");
    let mut found = Diagnostics::default();
    let document = yaml::parse("recipe".into(), text, 0, &mut found);
    assert!(found.is_empty(), "{}: {found:#?}", path.display());
    document.expect("YAML").root
}

fn get<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let yaml::Value::Map(pairs) = &node.value else { return None };
    pairs.iter().find(|(name, _)| name.scalar() == key).map(|(_, value)| value)
}

fn list(node: Option<&Node>) -> &[Node] {
    match node.map(|node| &node.value) {
        Some(yaml::Value::List(items)) => items,
        _ => &[],
    }
}

fn pairs(node: Option<&Node>) -> Vec<(&str, &str)> {
    match node.map(|node| &node.value) {
        Some(yaml::Value::Map(pairs)) => {
            pairs.iter().map(|(key, value)| (key.scalar(), value.scalar())).collect()
        }
        _ => Vec::new(),
    }
}

/// A run of a GitHub workflow's job.
struct Github<'c> {
    ci: &'c Ci,
    clone: PathBuf,
    event: &'c str,
    branch: &'c str,
    now: &'c str,
}

impl<'c> Github<'c> {
    fn on(ci: &'c Ci, name: &str, event: &'c str) -> Self {
        Self { ci, clone: ci.clone(name), event, branch: "main", now: APPROVED }
    }

    /// Runs the steps of a job; the last failing one, if one failed, and all that was said.
    fn job(&self, name: &str) -> (Option<Run>, String) {
        let recipe = parsed(&self.clone.join(".github/workflows/reglament.yml"));
        let job = get(get(&recipe, "jobs").expect("jobs"), name).expect("the job");
        let mut variables = pairs(get(&recipe, "env"));
        variables.extend([
            ("GITHUB_REF_NAME", self.branch),
            ("GITHUB_SHA", "0000000000000000000000000000000000000000"),
            ("SOURCE_DATE_EPOCH", self.now),
        ]);
        let (mut failed, mut said) = (None, String::new());
        for step in list(get(job, "steps")) {
            let condition = get(step, "if").map_or("", Node::scalar);
            if !self.holds(condition) || (failed.is_some() && condition != "always()") {
                continue;
            }
            if get(step, "uses").is_some_and(|uses| uses.scalar() == "actions/deploy-pages@v4") {
                self.ci.deploy(&self.clone);
            }
            let Some(script) = get(step, "run") else { continue };
            let own = pairs(get(step, "env"));
            // There are no secrets in a test.
            let own = own.into_iter().map(|(name, _)| (name, ""));
            let all: Vec<_> = variables.iter().copied().chain(own).collect();
            let run = self.ci.shell(&self.clone, script.scalar(), &all);
            said.push_str(&format!("{}{}", run.stdout, run.stderr));
            if run.status != Some(0) {
                failed = Some(run);
            }
        }
        (failed, said)
    }

    fn holds(&self, condition: &str) -> bool {
        let is_main = self.branch == "main";
        match condition {
            "" | "always()" => true,
            "github.event_name != 'schedule'" => self.event != "schedule",
            "github.event_name == 'schedule'" => self.event == "schedule",
            other if other.starts_with("github.event_name == 'pull_request' || ") => {
                self.event == "pull_request" || (self.event == "push" && !is_main)
            }
            other => panic!("{other}"),
        }
    }

    #[track_caller]
    fn passes(&self, name: &str) -> String {
        let (failed, said) = self.job(name);
        assert!(failed.is_none(), "{said}");
        said
    }
}

#[test]
fn github_pages_are_verified_and_the_journal_comes_back() {
    let ci = Ci::new("github", false);
    Github::on(&ci, "check", "push").passes("check");
    let said = Github::on(&ci, "first", "push").passes("publish");
    assert!(said.contains("Запись 2"), "{said}");
    assert_eq!(ci.journal().lines().count(), 2);
    // The run asks for another one, which puts the journal on the site.
    let asked = fs::read_to_string(ci.at("home/gh")).expect("gh was asked");
    assert_eq!(asked, "workflow run reglament.yml --ref main\n");
    assert!(ci.published().is_empty());
    for run in ["second", "third"] {
        Github::on(&ci, run, "workflow_dispatch").passes("publish");
        assert_eq!(ci.published(), ci.journal());
    }
    assert_eq!(ci.journal().lines().count(), 2);
    assert_eq!(fs::read_to_string(ci.at("home/gh")).expect("gh"), asked);
    // The commit of the entry is that of the content, whatever the service calls its own.
    let commit = git(&ci.at("school.git"), &["rev-parse", "main~1"]);
    assert!(ci.journal().contains(commit.trim()), "{}", ci.journal());
}

#[test]
fn github_publishes_with_a_deploy_command() {
    let ci = Ci::new("github", true);
    Github::on(&ci, "first", "push").passes("publish");
    assert_eq!(ci.journal().lines().count(), 2);
    assert_eq!(ci.published(), ci.journal());
    Github::on(&ci, "second", "push").passes("publish");
    assert_eq!(ci.journal().lines().count(), 2);
}

#[test]
fn the_daily_run_fails_three_days_before_the_last_day_and_a_push_does_not() {
    let ci = Ci::new("github", true);
    let run = |name: &str, event: &'static str, now| {
        let github = Github { now, ..Github::on(&ci, name, event) };
        github.job("check")
    };
    assert!(run("early", "schedule", APPROVED).0.is_none());
    let (failed, said) = run("late", "schedule", THREE_LEFT);
    assert_eq!(failed.expect("a failure").status, Some(1));
    let annotation = format!("::error file={ACT}/2026-11-20.md,line=");
    assert!(said.contains(&annotation), "{said}");
    assert!(run("pushed", "push", THREE_LEFT).0.is_none());
    Github::on(&ci, "publish", "push").passes("publish");
    assert!(run("posted", "schedule", THREE_LEFT).0.is_none());
}

#[test]
fn previews_leave_the_journal_alone() {
    let ci = Ci::new("github", true);
    Github::on(&ci, "publish", "push").passes("publish");
    let before = (ci.journal(), ci.published());
    for (name, event, branch) in [("pr", "pull_request", "1/merge"), ("branch", "push", "draft")] {
        let github = Github { branch, ..Github::on(&ci, name, event) };
        github.passes("check");
        assert!(github.clone.join("public/index.html").is_file());
        assert_eq!(git(&github.clone, &["status", "--porcelain", "content"]), "");
    }
    assert_eq!((ci.journal(), ci.published()), before);
}

#[test]
fn a_journal_is_rebased_on_other_changes_and_never_merged() {
    let ci = Ci::new("github", true);
    let (ours, theirs) = (ci.clone("ours"), ci.clone("theirs"));
    let push = |clone: &Path, path: &str, text: &str| {
        git(clone, &["pull", "-q", "--rebase", "origin", "main"]);
        fs::write(clone.join(path), text).expect("a file");
        git(clone, &["add", "."]);
        git(clone, &["commit", "-qm", "other"]);
        git(clone, &["push", "-q", "origin", "main"]);
    };
    let save = |clone: &Path| ci.shell(clone, "sh ci/journal.sh main", &[]);
    push(&theirs, "README", "a change of the content\n");
    fs::write(ours.join(JOURNAL), "one\n").expect("a journal");
    save(&ours).expect(0);
    assert_eq!(ci.journal(), "one\n");
    save(&ours).expect(0);
    push(&theirs, JOURNAL, "one\nof another run\n");
    let head = git(&ci.at("school.git"), &["rev-parse", "main"]);
    fs::write(ours.join(JOURNAL), "one\ntwo\n").expect("a journal");
    let refused = save(&ours).expect(1);
    assert!(refused.stderr.contains("Журнал не сохранён"), "{}", refused.stderr);
    assert_eq!(git(&ci.at("school.git"), &["rev-parse", "main"]), head);
    assert_eq!(fs::read_to_string(ours.join(JOURNAL)).expect("a journal"), "one\ntwo\n");
}

/// Runs the script of a job of `.gitlab-ci.yml`.
fn gitlab(ci: &Ci, clone: &Path, job: &str) -> Run {
    let recipe = parsed(&clone.join(".gitlab-ci.yml"));
    let script = list(get(get(&recipe, job).expect("the job"), "script"));
    let script: Vec<&str> = script.iter().map(Node::scalar).collect();
    let mut variables = pairs(get(&recipe, "variables"));
    variables.extend([
        ("CI_DEFAULT_BRANCH", "main"),
        ("CI_SERVER_HOST", "git.example.org"),
        ("CI_PROJECT_PATH", "school/site"),
        ("REGLAMENT_PUSH_TOKEN", "t"),
        ("DEPLOY_KEY", ""),
    ]);
    ci.shell(clone, &script.join("\n"), &variables)
}

#[test]
fn gitlab_pages_are_verified_and_the_journal_comes_back() {
    let ci = Ci::new("gitlab", false);
    for (turn, entries) in [("first", 2), ("second", 2)] {
        let clone = ci.clone(turn);
        gitlab(&ci, &clone, "check").expect(0);
        gitlab(&ci, &clone, "pages").expect(0);
        ci.deploy(&clone);
        // Each job of a pipeline has a checkout of its own.
        let clone = ci.clone(&format!("{turn}-journal"));
        gitlab(&ci, &clone, "journal").expect(0);
        assert_eq!(ci.journal().lines().count(), entries);
    }
    assert_eq!(ci.published(), ci.journal());
    let ci = Ci::new("gitlab", true);
    // The pipeline waited while another one came to its end.
    let waited = ci.clone("waited");
    gitlab(&ci, &ci.clone("first"), "publish").expect(0);
    gitlab(&ci, &waited, "publish").expect(0);
    assert_eq!(ci.journal().lines().count(), 2);
    assert_eq!(ci.published(), ci.journal());
    gitlab(&ci, &waited, "due").expect(0);
    gitlab(&ci, &waited, "preview").expect(0);
}

/// A build on Netlify, as `netlify.toml` says.
fn netlify(ci: &Ci, name: &str, variables: &[(&str, &str)]) -> (PathBuf, Run) {
    let clone = ci.clone(name);
    let recipe = fs::read_to_string(clone.join("netlify.toml")).expect("a recipe");
    let value = |key: &str| {
        let line = recipe.lines().find_map(|line| line.trim().strip_prefix(key));
        line.and_then(|line| line.strip_prefix(" = \"")).and_then(|line| line.strip_suffix('"'))
    };
    let pinned = ["REGLAMENT", "REGLAMENT_SHA256"].map(|key| (key, value(key).expect("a value")));
    let all = [&pinned[..], variables].concat();
    let run = ci.shell(&clone, value("command").expect("a command"), &all);
    (clone, run)
}

#[test]
fn netlify_carries_the_journal_from_site_to_site() {
    let ci = Ci::new("netlify", false);
    let production = ("CONTEXT", "production");
    let first = [production, ("REGLAMENT_FIRST", "1")];
    let (_, refused) = netlify(&ci, "refused", &[production]);
    assert!(refused.expect(2).stderr.contains("--first"));
    // The first deployment cannot know of itself, the second one enters it.
    for (name, entries) in [("first", 0), ("second", 2)] {
        let (clone, run) = netlify(&ci, name, &first);
        run.expect(0);
        ci.deploy(&clone);
        assert_eq!(ci.published().lines().count(), entries);
    }
    let journal = ci.published();
    let (clone, run) = netlify(&ci, "third", &[production]);
    run.expect(0);
    ci.deploy(&clone);
    assert_eq!(ci.published(), journal);
    let (clone, run) = netlify(&ci, "preview", &[("CONTEXT", "deploy-preview")]);
    run.expect(0);
    assert!(!clone.join("public").join(PUBLISHED).exists());
}

#[test]
fn netlify_says_every_day_what_is_due() {
    let ci = Ci::new("netlify", false);
    let build = |name: &str, more: &[(&str, &str)]| {
        let day = [("CONTEXT", "production"), ("SOURCE_DATE_EPOCH", THREE_LEFT)];
        let first = [("REGLAMENT_FIRST", "1")];
        netlify(&ci, name, &[&day[..], &first, more].concat())
    };
    let hook = [("INCOMING_HOOK_TITLE", "daily")];
    let (_, due) = build("due", &hook);
    assert!(due.expect(1).stdout.contains("posting-due"));
    let (clone, pushed) = build("pushed", &[]);
    pushed.expect(0);
    ci.deploy(&clone);
    build("posted", &hook).1.expect(0);
}

#[test]
fn the_program_is_the_pinned_one() {
    let ci = Ci::new("netlify", false);
    let clone = ci.clone("clone");
    let program = env!("CARGO_BIN_EXE_reglament");
    let hash = hex(&Sha256::digest(fs::read(program).expect("the program")));
    let host = Host::of(Path::new(program).parent().expect("a folder"));
    let url = format!("{}reglament", host.url());
    let install = |hash: &str| {
        let variables = [("REGLAMENT", url.as_str()), ("REGLAMENT_SHA256", hash)];
        ci.shell(&clone, "sh ci/install.sh", &variables)
    };
    let wrong = install(&"0".repeat(64)).expect(1);
    assert!(wrong.stderr.contains("SHA-256"), "{}", wrong.stderr);
    assert!(!clone.join(".reglament/reglament").exists());
    assert!(install("").expect(2).stderr.contains("REGLAMENT_SHA256"));
    install(&hash).expect(0);
    let asked = host.asked();
    install(&hash).expect(0);
    assert_eq!(host.asked(), asked, "it is taken from the cache");
    install(&"0".repeat(64)).expect(1);
}

#[test]
fn recipes_are_written_whole_or_not_at_all_and_replace_nothing() {
    let workspace = Workspace::sound();
    workspace.write("ci/journal.sh", "mine\n");
    let before = workspace.files("");
    let refused = workspace.run(&["init", "--ci", "github"]).expect(2);
    assert!(refused.stderr.contains("ci/journal.sh"), "{}", refused.stderr);
    assert_eq!(workspace.files(""), before);
    workspace.remove("ci/journal.sh");
    workspace.write(".gitattributes", "*.docx binary");
    let written = workspace.run(&["init", "--ci", "github"]).expect(0);
    let files = [".github/workflows/reglament.yml", "ci/install.sh", "ci/journal.sh"];
    assert_eq!(written.stdout, format!("{}\n.gitattributes\n", files.join("\n")));
    let attributes = fs::read_to_string(workspace.path(".gitattributes")).expect("attributes");
    assert_eq!(attributes, "*.docx binary\njournal.jsonl -text\n");
    let again = workspace.run(&["init", "--ci", "github"]).expect(2);
    assert!(files.iter().all(|file| again.stderr.contains(file)), "{}", again.stderr);
    // A folder where a file should be: what was written before it goes again.
    let workspace = Workspace::sound();
    workspace.write("netlify", "a file, not a folder\n");
    let before = workspace.files("");
    workspace.run(&["init", "--ci", "netlify"]).expect(2);
    assert_eq!(workspace.files(""), before);
    workspace.remove("content/site.yaml");
    workspace.run(&["init", "--ci", "gitlab"]).expect(2);
}

#[test]
fn recipes_are_sound_in_both_languages() {
    for (service, language) in ["github", "gitlab", "netlify"]
        .iter()
        .flat_map(|service| ["ru", "en"].map(|language| (service, language)))
    {
        let workspace = Workspace::sound();
        let old = workspace.files("");
        workspace.run(&["init", "--ci", service, "--lang", language]).expect(0);
        let new: BTreeMap<_, _> =
            workspace.files("").into_iter().filter(|(path, _)| !old.contains_key(path)).collect();
        for (path, bytes) in new {
            let text = String::from_utf8(bytes).expect("UTF-8");
            assert!(!text.contains("@ci-"), "{path}: {text}");
            let russian = text.contains(|c: char| ('а'..='я').contains(&c));
            assert_eq!(russian, language == "ru" && path != ".gitattributes", "{path}");
            let at = workspace.path(&path);
            match path.rsplit_once('.').expect("an ending").1 {
                "yml" => drop(parsed(&at)),
                "sh" => {
                    let status = Command::new("sh").arg("-n").arg(&at).status().expect("sh");
                    assert!(status.success(), "{path}");
                }
                _ => {}
            }
        }
    }
}

#[test]
fn the_headers_of_netlify_are_those_of_the_project() {
    let lines = |path: &str| {
        let text = fs::read_to_string(project().join(path)).expect("a file");
        let headers = text.find("[[headers]]").map(|at| text[at..].to_owned()).expect("headers");
        let lines = headers.lines().map(str::to_owned);
        lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect::<Vec<_>>()
    };
    assert_eq!(lines("netlify.toml"), lines("src/pipeline/recipes/netlify.toml"));
}
