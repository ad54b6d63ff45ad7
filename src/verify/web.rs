//! The published site over HTTP.
//!
//! The one place that reaches the network. A request has time limits, is repeated with growing
//! pauses where that can help, follows a few redirects and says where they led. Compressed
//! answers are unpacked by the client.

use std::sync::Arc;
use std::time::Duration;

use ureq::http::{Response, Uri};
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};
use ureq::{Agent, Body, Error, ResponseExt};

use super::site::{Got, Trouble};

/// Most redirects that are followed.
const REDIRECTS: u32 = 5;

/// How long a host is waited for.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// Longest time for a connection.
    pub connect: Duration,
    /// Longest time for an answer as a whole.
    pub answer: Duration,
    /// How often a file is asked for, at least 1.
    pub tries: u32,
    /// Pause before the second try; each further one is twice as long.
    pub pause: Duration,
}

impl Default for Patience {
    /// 10 s for a connection, 60 s for an answer, 4 tries with pauses of 1, 2 and 4 s.
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            answer: Duration::from_mins(1),
            tries: 4,
            pause: Duration::from_secs(1),
        }
    }
}

/// A site at an address.
#[derive(Debug)]
pub struct Web {
    agent: Agent,
    /// Ends with `/`.
    base: String,
    patience: Patience,
}

/// Why a site cannot be asked at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WebError {
    /// No http(s) address.
    Address(String),
    /// The file of certificates holds none.
    Certificates,
}

impl Web {
    /// The site at `address`, `http` or `https`; a page's name at its end is left out. Hosts are
    /// trusted by the certificates of the Mozilla programme, or by those in `authorities` (PEM)
    /// and no others, as sites under a national authority need.
    ///
    /// # Errors
    /// [`WebError`].
    pub fn new(
        address: &str,
        authorities: Option<&[u8]>,
        patience: Patience,
    ) -> Result<Self, WebError> {
        let wrong = || WebError::Address(address.to_owned());
        let whole = address.split(['?', '#']).next().unwrap_or_default();
        let whole = whole.strip_suffix("index.html").unwrap_or(whole);
        let uri: Uri = whole.parse().map_err(|_| wrong())?;
        if !matches!(uri.scheme_str(), Some("http" | "https")) || uri.host().is_none() {
            return Err(wrong());
        }
        let base = if whole.ends_with('/') { whole.to_owned() } else { format!("{whole}/") };
        let roots = authorities.map_or(Ok(RootCerts::WebPki), roots)?;
        Ok(Self { agent: agent(roots, patience), base, patience })
    }

    /// The address of the site, with a closing `/`.
    #[must_use]
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The file at `path`, of which at most `limit` bytes are read.
    pub(super) fn get(&self, path: &str, limit: u64) -> Result<Got, Trouble> {
        // Visitors open folders, not their index.html.
        let address = format!("{}{}", self.base, path.strip_suffix("index.html").unwrap_or(path));
        again(self.patience, || self.ask(&address, limit))
    }

    fn ask(&self, address: &str, limit: u64) -> Result<Got, Trouble> {
        let response = self.agent.get(address).call().map_err(trouble)?;
        match response.status().as_u16() {
            200 => {}
            404 | 410 => return Err(Trouble::Missing),
            status => return Err(Trouble::Status(status)),
        }
        let charset = charset(&response);
        let moved_to = moved(address, response.get_uri());
        let body = response.into_body().into_with_config().limit(limit);
        let bytes = body.read_to_vec().map_err(trouble)?;
        Ok(Got { bytes, charset, moved_to })
    }
}

/// Sends `body` of the type `media` to `address` and returns the answer, of at most `limit` bytes.
///
/// # Errors
/// Why there is none.
pub fn post(address: &str, media: &str, body: &[u8], limit: u64) -> Result<Vec<u8>, Trouble> {
    let patience = Patience::default();
    let agent = agent(RootCerts::WebPki, patience);
    again(patience, || {
        let request = agent.post(address).header("content-type", media);
        let response = request.send(body).map_err(trouble)?;
        match response.status().as_u16() {
            200 => {}
            404 | 410 => return Err(Trouble::Missing),
            status => return Err(Trouble::Status(status)),
        }
        let body = response.into_body().into_with_config().limit(limit);
        body.read_to_vec().map_err(trouble)
    })
}

fn agent(roots: RootCerts, patience: Patience) -> Agent {
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(REDIRECTS)
        .timeout_connect(Some(patience.connect))
        .timeout_global(Some(patience.answer))
        .user_agent(concat!("reglament/", env!("CARGO_PKG_VERSION")))
        .tls_config(TlsConfig::builder().root_certs(roots).build());
    config.build().into()
}

/// Asks until there is an answer, or another try would not help, or patience is at its end.
fn again<T>(patience: Patience, ask: impl Fn() -> Result<T, Trouble>) -> Result<T, Trouble> {
    let mut pause = patience.pause;
    let mut tries = 1;
    loop {
        match ask() {
            Err(trouble) if passing(&trouble) && tries < patience.tries => {
                std::thread::sleep(pause);
                pause *= 2;
                tries += 1;
            }
            result => return result,
        }
    }
}

fn roots(pem: &[u8]) -> Result<RootCerts, WebError> {
    let items = parse_pem(pem).filter_map(|item| match item {
        Ok(PemItem::Certificate(certificate)) => Some(certificate),
        _ => None,
    });
    let certificates: Vec<Certificate<'static>> = items.collect();
    if certificates.is_empty() {
        return Err(WebError::Certificates);
    }
    Ok(RootCerts::Specific(Arc::new(certificates)))
}

/// Whether another try may help.
const fn passing(trouble: &Trouble) -> bool {
    match trouble {
        Trouble::Timeout | Trouble::Connection(_) => true,
        Trouble::Status(status) => matches!(*status, 408 | 425 | 429 | 500..=599),
        _ => false,
    }
}

fn trouble(error: Error) -> Trouble {
    match error {
        Error::Timeout(_) => Trouble::Timeout,
        Error::TooManyRedirects | Error::RedirectFailed => Trouble::Redirects,
        Error::BodyExceedsLimit(_) => Trouble::TooLarge,
        Error::Io(error) => Trouble::Connection(error.to_string()),
        other => Trouble::Connection(other.to_string()),
    }
}

/// The encoding that the header names, in lower case.
fn charset(response: &Response<Body>) -> Option<String> {
    let header = response.headers().get("content-type")?.to_str().ok()?;
    let mut parameters = header.split(';').skip(1);
    let charset = parameters.find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then_some(value)
    })?;
    Some(charset.trim().trim_matches('"').to_ascii_lowercase())
}

/// Where `asked` led, unless that is the same host and folder: hosts turn `http` into `https`
/// and leave out `.html`, which is all the same to visitors.
fn moved(asked: &str, found: &Uri) -> Option<String> {
    let asked: Uri = asked.parse().ok()?;
    let folder = |uri: &Uri| {
        let path = uri.path().to_owned();
        path.rsplit_once('/').map(|(folder, _)| folder.to_owned()).unwrap_or_default()
    };
    let page = |uri: &Uri| uri.path().trim_end_matches('/').trim_end_matches(".html").to_owned();
    let same_host = asked.host() == found.host();
    let same_page = folder(&asked) == folder(found) || page(&asked) == page(found);
    (!same_host || !same_page).then(|| found.to_string())
}
