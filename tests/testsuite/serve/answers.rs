//! What the server answers, and to whom.

use super::session::Session;
use crate::workspace::Workspace;

fn session(workspace: &Workspace) -> Session {
    Session::start(workspace, &[])
}

#[test]
fn it_answers_this_machine_only() {
    let workspace = Workspace::sound();
    let session = session(&workspace);
    let own = |host: &str| format!("{host}:{}", session.port);
    for host in ["127.0.0.1", "localhost", "[::1]", "LOCALHOST"] {
        assert_eq!(session.ask("GET", "", &[("Host", &own(host))]).status, 200, "{host}");
    }
    let other = (session.port ^ 1).to_string();
    for host in ["example.org", "localhost.example.org", "127.0.0.2", "0.0.0.0", ""] {
        assert_eq!(session.ask("GET", "", &[("Host", &own(host))]).status, 403, "{host}");
    }
    for host in ["localhost".to_owned(), format!("localhost:{other}"), String::new()] {
        assert_eq!(session.ask("GET", "", &[("Host", &host)]).status, 403, "{host}");
    }
    let twice = [("Host", "example.org"), ("Host", &own("localhost"))];
    assert_ne!(session.ask("GET", "", &twice).status, 200);
    let foreign = format!("http://example.org:{}/", session.port);
    let mut request = session.ask("GET", "", &[]).status;
    assert_eq!(request, 200);
    request = session.ask("GET", "_reglament/client.js", &[("Host", "example.org")]).status;
    assert_eq!(request, 403, "{foreign}");
}

#[test]
fn events_are_for_its_own_pages() {
    let workspace = Workspace::sound();
    let session = session(&workspace);
    let events = "_reglament/events?path=index.html&version=x";
    let foreign = [
        ("Origin", "http://example.org".to_owned()),
        ("Origin", "null".to_owned()),
        ("Origin", format!("https://127.0.0.1:{}", session.port)),
        ("Origin", format!("http://127.0.0.1:{}", session.port ^ 1)),
        ("Sec-Fetch-Site", "cross-site".to_owned()),
        ("Sec-Fetch-Site", "same-site".to_owned()),
    ];
    for (name, value) in foreign {
        assert_eq!(session.ask("GET", events, &[(name, &value)]).status, 403, "{name}: {value}");
    }
    assert_eq!(session.ask("GET", "_reglament/events", &[]).status, 400);
    session.listen("index.html", "x").event("reload");
}

#[test]
fn nothing_can_be_sent() {
    let workspace = Workspace::sound();
    let session = session(&workspace);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        let answer = session.ask(method, "", &[]);
        assert_eq!((answer.status, answer.header("allow")), (405, "GET, HEAD"), "{method}");
    }
    let (got, head) = (session.get(""), session.ask("HEAD", "", &[]));
    assert_eq!(head.status, 200);
    assert!(head.body.is_empty());
    assert_eq!(head.header("content-length"), got.body.len().to_string());
    assert_eq!(head.header("etag"), got.header("etag"));
}

#[test]
fn folders_wrong_addresses_and_paths_that_climb() {
    let workspace = Workspace::sound();
    let session = session(&workspace);
    let folder = session.get("shkola?a=b");
    assert_eq!((folder.status, folder.header("location")), (302, "shkola/?a=b"));
    assert_eq!(session.get("shkola/timetable").header("location"), "timetable/");
    assert_eq!(session.get("shkola/").body.len(), {
        // The client names the path that is shown.
        session.get("shkola/index.html").body.len()
    });
    assert_eq!(session.get("shk%6Fla/").status, 200);
    let wrong = session.get("no/such/page");
    assert_eq!(wrong.status, 404);
    assert!(wrong.text().contains("_reglament/client.js"));
    assert!(wrong.text().contains("<h1"), "{}", wrong.text());
    for path in ["../etc/passwd", "shkola/../../x", "%2e%2e/x", "a%5Cb", "%00", "%ff"] {
        assert_eq!(session.get(path).status, 400, "{path}");
    }
    assert_eq!(session.get("_reglament/none").status, 404);
}

#[test]
fn types_and_policy() {
    let workspace = Workspace::sound();
    let session = session(&workspace);
    let types = [
        ("", "text/html; charset=utf-8"),
        ("shkola/calendar/all.ics", "text/calendar; charset=utf-8"),
        ("shkola/posters/contacts.pdf", "application/pdf"),
        ("shkola/posters/contacts.png", "image/png"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("status.json", "application/json"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("_reglament/client.js", "text/javascript; charset=utf-8"),
        ("_reglament/overlay.css", "text/css; charset=utf-8"),
    ];
    for (path, kind) in types {
        let answer = session.get(path);
        assert_eq!((answer.status, answer.header("content-type")), (200, kind), "{path}");
        assert!(answer.header("content-security-policy").starts_with("default-src 'none'"));
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
    }
}

#[test]
fn parts_of_a_file() {
    let workspace = Workspace::sound();
    let session = session(&workspace);
    let path = "shkola/posters/contacts.pdf";
    let whole = session.get(path);
    assert_eq!(whole.header("accept-ranges"), "bytes");
    let (length, tag) = (whole.body.len(), whole.header("etag").to_owned());
    let ranged = |range: &str| session.ask("GET", path, &[("Range", range)]);
    let cases = [
        ("bytes=0-99".to_owned(), 0, 100),
        ("bytes=100-".to_owned(), 100, length),
        ("bytes=-50".to_owned(), length - 50, length),
        (format!("bytes=10-{length}"), 10, length),
        (format!("bytes=-{}", length + 1), 0, length),
    ];
    for (range, start, end) in cases {
        let part = ranged(&range);
        assert_eq!((part.status, &part.body[..]), (206, &whole.body[start..end]), "{range}");
        let stated = format!("bytes {start}-{}/{length}", end - 1);
        assert_eq!(part.header("content-range"), stated);
    }
    let beyond = ranged(&format!("bytes={length}-"));
    assert_eq!(
        (beyond.status, beyond.header("content-range")),
        (416, &*format!("bytes */{length}"))
    );
    for range in ["bytes=0-1,5-6", "pages=1-2", "bytes=x"] {
        assert_eq!((ranged(range).status, ranged(range).body.len()), (200, length), "{range}");
    }
    let if_range =
        |tag: &str| session.ask("GET", path, &[("Range", "bytes=0-9"), ("If-Range", tag)]).status;
    assert_eq!((if_range(&tag), if_range("\"other\"")), (206, 200));
    let known = session.ask("GET", path, &[("If-None-Match", &tag)]);
    assert_eq!((known.status, known.body.len()), (304, 0));
}

#[test]
fn a_port_that_is_taken_is_passed_over() {
    let workspace = Workspace::sound();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port();
    let command = workspace.command(&["serve", "--no-print", "--port", &port.to_string()]);
    let session = Session::of(command);
    assert_ne!(session.port, port);
    assert_eq!(session.get("").status, 200);
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_quietly() {
    let workspace = Workspace::sound();
    let session = session(&workspace);
    let (status, said) = session.interrupt();
    assert_eq!((status.code(), said), (Some(0), Vec::new()));
}

#[test]
fn a_workspace_that_is_not_there_is_a_failure() {
    let workspace = Workspace::sound();
    workspace.run(&["serve", "--root", "nowhere", "--port", "0"]).expect(2);
    workspace.run(&["serve", "--school", "nobody", "--port", "0"]).expect(2);
    workspace.run(&["serve", "--port", "70000"]).expect(2);
}
