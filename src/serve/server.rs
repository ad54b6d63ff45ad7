//! The server: for browsers of this machine only, one thread for connections and others that
//! make files.

use std::net::TcpListener;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use axum::Router;
use axum::body::Body;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, Request, Response, StatusCode, header};
use percent_encoding::percent_decode_str;

use super::answer::{answer, bare, media_type, of_content};
use super::events::events;
use super::page::{CLIENT, OVERLAY, OWN};
use super::state::State;
use super::{News, ServeError, tell};
use crate::pipeline::preview::Snapshot;

/// Serves at `listeners` until the process is asked to end, and tells that.
pub(super) fn run(listeners: Vec<TcpListener>, state: &Arc<State>, news: &Sender<News>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let served = runtime.and_then(|runtime| {
        runtime.block_on(async {
            for listener in listeners {
                listener.set_nonblocking(true)?;
                let listener = tokio::net::TcpListener::from_std(listener)?;
                let app = {
                    let state = Arc::clone(state);
                    Router::new().fallback(move |request| respond(Arc::clone(&state), request))
                };
                tokio::spawn(async move { axum::serve(listener, app).await });
            }
            asked_to_end().await
        })
    });
    match served {
        Ok(()) => tell(news, News::Ended),
        Err(error) => tell(news, News::Failed(ServeError::System(error))),
    }
}

/// Waits for Ctrl-C or, where there is such, SIGTERM.
async fn asked_to_end() -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        let terminate = std::pin::pin!(terminate.recv());
        let interrupt = std::pin::pin!(tokio::signal::ctrl_c());
        futures_util::future::select(interrupt, terminate).await;
        Ok(())
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}

async fn respond(state: Arc<State>, request: Request<Body>) -> Response<Body> {
    // Nobody sends a body with what is answered here.
    let (request, _) = request.into_parts();
    let (method, headers) = (&request.method, &request.headers);
    if !is_for_us(&request, state.port) {
        return bare(StatusCode::FORBIDDEN, &[]);
    }
    if ![Method::GET, Method::HEAD].contains(method) {
        return bare(StatusCode::METHOD_NOT_ALLOWED, &[(header::ALLOW, "GET, HEAD")]);
    }
    let Some(path) = decoded(request.uri.path()) else {
        return bare(StatusCode::BAD_REQUEST, &[]);
    };
    if let Some(own) = path.strip_prefix(OWN) {
        return match own {
            "events" if is_of_us(headers, state.port) => events(&state, request.uri.query()),
            "events" => bare(StatusCode::FORBIDDEN, &[]),
            "client.js" => fixed(CLIENT, own, method, headers),
            "overlay.css" => fixed(OVERLAY, own, method, headers),
            _ => bare(StatusCode::NOT_FOUND, &[]),
        };
    }
    of_site(&state, path, request).await
}

fn fixed(text: &'static str, path: &str, method: &Method, headers: &HeaderMap) -> Response<Body> {
    of_content(StatusCode::OK, media_type(path), text.into(), (method, headers))
}

/// Whether the request is addressed to this server by one of its own names: a page of another
/// host whose name was turned to this machine (DNS rebinding) sends that name.
fn is_for_us(request: &Parts, port: u16) -> bool {
    let mut hosts = request.headers.get_all(header::HOST).iter();
    let host = hosts.next().and_then(|host| host.to_str().ok());
    let named = request.uri.authority().map(axum::http::uri::Authority::as_str);
    let ours = |host: &str| own_hosts(port).iter().any(|own| own.eq_ignore_ascii_case(host));
    host.is_some_and(ours) && named.is_none_or(ours) && hosts.next().is_none()
}

fn own_hosts(port: u16) -> [String; 3] {
    const HTTP: u16 = 80;
    ["localhost", "127.0.0.1", "[::1]"].map(|host| match port {
        HTTP => host.to_owned(),
        port => format!("{host}:{port}"),
    })
}

/// Whether the request comes from a page of this server, as far as it says from where it comes.
fn is_of_us(headers: &HeaderMap, port: u16) -> bool {
    let own = own_hosts(port).map(|host| format!("http://{host}"));
    let origin = headers.get(header::ORIGIN);
    let site = headers.get("sec-fetch-site");
    origin.is_none_or(|origin| own.iter().any(|own| own.as_bytes() == origin.as_bytes()))
        && site.is_none_or(|site| site == "same-origin")
}

/// A path without its first `/`, its percent signs decoded; `None` for one that is not UTF-8 or
/// climbs.
fn decoded(path: &str) -> Option<String> {
    let path = percent_decode_str(path.strip_prefix('/')?).decode_utf8().ok()?;
    let climbs = path.split('/').any(|part| part == "." || part == "..");
    (!climbs && !path.contains(['\\', '\0'])).then(|| path.into_owned())
}

/// A file of the site, once there is one.
async fn of_site(state: &Arc<State>, path: String, request: Parts) -> Response<Body> {
    let mut latest = state.snapshot.subscribe();
    let snapshot = match latest.wait_for(Option::is_some).await {
        Ok(snapshot) => snapshot.clone(),
        Err(_) => None,
    };
    let Some(snapshot) = snapshot else { return bare(StatusCode::SERVICE_UNAVAILABLE, &[]) };
    // What waits for a whole site to be made takes nobody's turn.
    let waits = snapshot.takes_long(&path);
    let _turn = if waits { None } else { state.turns.acquire().await.ok() };
    let query = request.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let state = Arc::clone(state);
    let made = tokio::task::spawn_blocking(move || {
        let path = within(&snapshot, &path);
        if let Some(folder) = folder(&snapshot, &path) {
            let name = folder.rsplit('/').next().unwrap_or_default();
            let name = percent_encoding::utf8_percent_encode(name, percent_encoding::CONTROLS);
            let target = format!("{name}/{query}");
            return bare(StatusCode::FOUND, &[(header::LOCATION, &target)]);
        }
        let path = if path.is_empty() || path.ends_with('/') { path + "index.html" } else { path };
        answer(&snapshot, &path, &state.catalogue, (&request.method, &request.headers))
    });
    // A panic while a file was made is ours; the other files are still there.
    made.await.unwrap_or_else(|_| bare(StatusCode::INTERNAL_SERVER_ERROR, &[]))
}

/// The path without that of the site's address: pages for wrong addresses begin with it.
fn within(snapshot: &Snapshot, path: &str) -> String {
    let mount = snapshot.mount().trim_start_matches('/');
    let inner = path.strip_prefix(mount).filter(|_| !mount.is_empty() && !leads(snapshot, path));
    inner.unwrap_or(path).to_owned()
}

/// Whether something is shown at `path` as it stands: a school may have the name that the site's
/// address ends with.
fn leads(snapshot: &Snapshot, path: &str) -> bool {
    let page = if path.is_empty() || path.ends_with('/') { "index.html" } else { "" };
    !matches!(snapshot.file(&format!("{path}{page}")), Ok(None)) || folder(snapshot, path).is_some()
}

/// `path` if it means a folder with a page, and says so without a `/`.
fn folder<'p>(snapshot: &Snapshot, path: &'p str) -> Option<&'p str> {
    if path.is_empty() || path.ends_with('/') || matches!(snapshot.file(path), Ok(Some(_)) | Err(_))
    {
        return None;
    }
    let page = snapshot.file(&format!("{path}/index.html"));
    matches!(page, Ok(Some(_))).then_some(path)
}
