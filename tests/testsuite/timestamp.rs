//! Time stamps of the journal's head, by a service on loopback with a throw-away authority.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::host::Host;
use crate::workspace::{Workspace, skipped};

const SCHOOL: &str = "content/schools/shkola";
const CONFIGURATION: &str = "\
[req]\ndistinguished_name = dn\nprompt = no\n[dn]\nCN = Test\n\
[ca]\nbasicConstraints = critical,CA:TRUE\nkeyUsage = critical,keyCertSign\n\
[stamper]\nbasicConstraints = critical,CA:FALSE\nkeyUsage = critical,digitalSignature\n\
extendedKeyUsage = critical,timeStamping\n\
[tsa]\nserial = serial\ncrypto_device = builtin\nsigner_cert = tsa.pem\nsigner_key = tsa.key\n\
signer_digest = sha256\ndefault_policy = 1.2.3.4.1\ndigests = sha256\ness_cert_id_alg = sha256\n";

/// A service of time stamps. It lives as long as the test.
struct Service {
    folder: TempDir,
    address: SocketAddr,
}

fn openssl(folder: &Path, arguments: &str) -> bool {
    let mut command = Command::new("openssl");
    let output = command.args(arguments.split_whitespace()).current_dir(folder).output();
    output.is_ok_and(|output| output.status.success())
}

impl Service {
    fn begin() -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder");
        let at = folder.path();
        if !openssl(at, "version") {
            skipped("time stamps: there is no openssl");
            return None;
        }
        fs::write(at.join("tsa.cnf"), CONFIGURATION).expect("a configuration");
        fs::write(at.join("serial"), "01\n").expect("a serial number");
        let key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -config tsa.cnf";
        for arguments in [
            format!("req -x509 {key} -keyout ca.key -out ca.pem -extensions ca -subj /CN=CA"),
            format!("req -x509 {key} -keyout other.key -out other.pem -extensions ca -subj /CN=O"),
            format!("req {key} -keyout tsa.key -out tsa.csr -subj /CN=TSA"),
            "x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -extfile tsa.cnf \
             -extensions stamper -out tsa.pem"
                .to_owned(),
        ] {
            assert!(openssl(at, &arguments), "{arguments}");
        }
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let path = at.to_owned();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let _ = answer(&path, &stream);
            }
        });
        Some(Self { folder, address })
    }
}

/// Answers one request as a service does.
fn answer(folder: &Path, mut stream: &TcpStream) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let (mut length, mut typed, mut line) = (0, false, String::new());
    while reader.read_line(&mut line)? > 2 {
        let (name, value) = line.split_once(':').unwrap_or((line.as_str(), ""));
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.trim().parse().expect("a length"),
            "content-type" => typed = value.trim() == "application/timestamp-query",
            _ => {}
        }
        line.clear();
    }
    let mut query = vec![0; length];
    reader.read_exact(&mut query)?;
    fs::write(folder.join("query"), query)?;
    let reply = "ts -reply -queryfile query -config tsa.cnf -section tsa -out reply";
    let fine = typed && openssl(folder, reply);
    let body = if fine { fs::read(folder.join("reply"))? } else { b"no".to_vec() };
    let status = if fine { "200 OK" } else { "400 Bad Request" };
    let length = body.len();
    write!(stream, "HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n")?;
    stream.write_all(&body)
}

/// A school with a host that lets its journal be stamped by the service at `url`.
fn school(url: &str, authority: &Path) -> (Workspace, TempDir, Host) {
    let www = tempfile::tempdir().expect("a folder");
    let host = Host::of(www.path());
    let workspace = Workspace::sound();
    let site = "content/site.yaml";
    workspace.replace(site, "https://reglament.example.org/", &host.url());
    let text = fs::read_to_string(workspace.path(site)).expect("site.yaml");
    let deploy = format!("deploy: [cp, -r, \"{{output}}/.\", \"{}\"]", www.path().display());
    let stamp = format!("timestamp:\n  url: {url}\n  authority: tsa.pem");
    workspace.write(site, format!("{text}{deploy}\n{stamp}\n"));
    workspace.write("content/tsa.pem", fs::read(authority).expect("certificates"));
    workspace.build(&[]).expect(0);
    workspace.remove("public");
    (workspace, www, host)
}

#[test]
fn the_head_is_stamped_published_and_checked() {
    let Some(service) = Service::begin() else { return };
    let url = format!("http://{}/tsr", service.address);
    let (workspace, www, _host) = school(&url, &service.folder.path().join("ca.pem"));
    let publish = ["publish", "--today", "2026-11-20"];
    let run = workspace.run(&publish).expect(0);
    assert!(run.stderr.contains("Отметка времени получена"), "{}", run.stderr);
    let token = format!("{SCHOOL}/journal-1.tsr");
    let bytes = fs::read(workspace.path(&token)).expect("a stamp");
    let published = www.path().join("shkola/publication/journal-1.tsr");
    assert_eq!(fs::read(&published).expect("a published stamp"), bytes);
    workspace.check(&[]).expect(0);
    let journal = workspace.run(&["journal"]).expect(0);
    assert!(journal.stdout.contains("отметка времени на записи 1: 20"), "{}", journal.stdout);
    // A second run asks for nothing.
    workspace.run(&publish).expect(0);
    assert_eq!(fs::read(workspace.path(&token)).expect("a stamp"), bytes);
    // What was lost comes back from the site.
    workspace.remove(&token);
    workspace.remove(&format!("{SCHOOL}/journal.jsonl"));
    workspace.run(&[&publish[..], &["--carry"]].concat()).expect(0);
    assert_eq!(fs::read(workspace.path(&token)).expect("a stamp"), bytes);

    let wrong = |workspace: &Workspace| {
        let run = workspace.run(&["journal"]).expect(1);
        assert!(run.stderr.contains("timestamp-wrong"), "{}", run.stderr);
    };
    // One bit of the signature, another entry, another authority.
    let mut spoilt = bytes.clone();
    *spoilt.last_mut().expect("bytes") ^= 1;
    workspace.write(&token, spoilt);
    wrong(&workspace);
    workspace.remove(&token);
    workspace.write(&format!("{SCHOOL}/journal-2.tsr"), &bytes);
    wrong(&workspace);
    workspace.remove(&format!("{SCHOOL}/journal-2.tsr"));
    workspace.write(&token, &bytes);
    workspace.run(&["journal"]).expect(0);
    let other = fs::read(service.folder.path().join("other.pem")).expect("certificates");
    workspace.write("content/tsa.pem", other);
    wrong(&workspace);
}

#[test]
fn without_an_answer_the_entry_stays_and_the_next_run_asks_again() {
    let Some(service) = Service::begin() else { return };
    let url = format!("http://{}/tsr", service.address);
    // This host takes no requests for stamps.
    let nothing = tempfile::tempdir().expect("a folder");
    let none = Host::of(nothing.path());
    let refusing = format!("{}tsr", none.url());
    let (workspace, ..) = {
        let (workspace, www, host) = school(&refusing, &service.folder.path().join("ca.pem"));
        let run = workspace.run(&["publish", "--today", "2026-11-20"]).expect(0);
        assert!(run.stderr.contains("Отметки времени для журнала shkola нет"), "{}", run.stderr);
        assert!(!workspace.path(&format!("{SCHOOL}/journal-1.tsr")).exists());
        let journal = fs::read(workspace.path(&format!("{SCHOOL}/journal.jsonl"))).expect("it");
        workspace.replace("content/site.yaml", &refusing, &url);
        workspace.run(&["publish", "--today", "2026-11-20"]).expect(0);
        assert!(workspace.path(&format!("{SCHOOL}/journal-1.tsr")).exists());
        let later = fs::read(workspace.path(&format!("{SCHOOL}/journal.jsonl"))).expect("it");
        assert_eq!(later, journal);
        assert!(www.path().join("shkola/publication/journal-1.tsr").exists());
        (workspace, www, host)
    };
    // Without the service nobody can say whether it holds.
    let site = fs::read_to_string(workspace.path("content/site.yaml")).expect("site.yaml");
    let without = site.split("timestamp:").next().expect("what stands before");
    workspace.write("content/site.yaml", without);
    let run = workspace.run(&["journal"]).expect(0);
    assert!(run.stdout.contains("не проверена"), "{}", run.stdout);
}

#[test]
fn a_service_that_is_away_is_asked_once() {
    let Some(service) = Service::begin() else { return };
    let nobody = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("it");
    let url = format!("http://{nobody}/tsr");
    let (workspace, ..) = {
        let (workspace, www, host) = school(&url, &service.folder.path().join("ca.pem"));
        for id in ["vtoraya", "tretya"] {
            crate::workspace::copy(
                &workspace.path(SCHOOL),
                &workspace.path(&format!("content/schools/{id}")),
            );
        }
        workspace.build(&[]).expect(0);
        let begun = std::time::Instant::now();
        let run = workspace.run(&["publish", "--today", "2026-11-20"]).expect(0);
        let said = run.stderr.replace('\n', " ");
        assert!(said.contains("То же с 2 журналами"), "{said}");
        assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
        (workspace, www, host)
    };
    assert!(!workspace.path(&format!("{SCHOOL}/journal-1.tsr")).exists());
}

#[test]
fn an_answer_that_does_not_hold_is_not_kept() {
    let Some(service) = Service::begin() else { return };
    let url = format!("http://{}/tsr", service.address);
    // Stamps of another authority than the one that is trusted.
    let other = service.folder.path().join("other.pem");
    let (workspace, _www, _host) = school(&url, &other);
    let publish = ["publish", "--today", "2026-11-20"];
    let run = workspace.run(&publish).expect(0);
    assert!(run.stderr.contains("Отметки времени для журнала shkola нет"), "{}", run.stderr);
    let left = workspace.files(SCHOOL).into_keys().filter(|path| path.contains("tsr"));
    assert_eq!(left.collect::<Vec<_>>(), Vec::<String>::new());
    workspace.write("content/tsa.pem", fs::read(service.folder.path().join("ca.pem")).expect("it"));
    workspace.run(&publish).expect(0);
    assert!(workspace.path(&format!("{SCHOOL}/journal-1.tsr")).exists());
}
