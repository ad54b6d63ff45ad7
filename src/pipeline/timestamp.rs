//! Time stamps of RFC 3161, by the program `openssl`: a service outside the school confirms that
//! a journal with this head was there at a moment.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::source::LARGEST_TOKEN;
use crate::verify::{Trouble, web};

/// The program that makes requests and checks answers.
const OPENSSL: &str = "openssl";

/// Type of a request.
const MEDIA: &str = "application/timestamp-query";

/// What stands before the moment in an answer as `openssl` prints it.
const MOMENT: &str = "Time stamp: ";

/// Why there is no answer.
pub(super) struct Unanswered {
    /// What `openssl`, the net or the service said.
    pub(super) detail: String,
    /// Whether the service cannot be reached, so that to ask it once more is no use.
    pub(super) away: bool,
}

/// The answer of the service at `url` for the SHA-256 `hash`, hexadecimal; not yet checked.
///
/// # Errors
/// [`Unanswered`].
pub(super) fn ask(url: &str, hash: &str) -> Result<Vec<u8>, Unanswered> {
    let request = ["ts", "-query", "-digest", hash, "-sha256", "-cert"].map(OsStr::new);
    let request = openssl(&request).map_err(|detail| Unanswered { detail, away: false })?;
    web::post(url, MEDIA, &request, LARGEST_TOKEN).map_err(|trouble| Unanswered {
        detail: format!("{url}: {} {}", trouble.id(), trouble.detail()),
        away: matches!(trouble, Trouble::Connection(_) | Trouble::Timeout | Trouble::Status(500..)),
    })
}

/// Checks the answer in `file`: that it is about `hash` and was signed by a service that the
/// certificates in `authority` (PEM) vouch for, as they stood at its moment; gives the moment.
///
/// # Errors
/// What `openssl` said.
pub(super) fn verify(file: &Path, hash: &str, authority: &Path) -> Result<Timestamp, String> {
    let (ts, input, file) = (OsStr::new("ts"), OsStr::new("-in"), file.as_os_str());
    let text = openssl(&[ts, OsStr::new("-reply"), input, file, OsStr::new("-text")])?;
    let time = moment(&String::from_utf8_lossy(&text)).ok_or_else(|| MOMENT.trim().to_owned())?;
    let at = time.as_second().to_string();
    let authority = authority.as_os_str();
    openssl(&[
        ts,
        OsStr::new("-verify"),
        OsStr::new("-digest"),
        OsStr::new(hash),
        input,
        file,
        OsStr::new("-CAfile"),
        authority,
        OsStr::new("-untrusted"),
        authority,
        // Certificates end, what they have signed stays.
        OsStr::new("-attime"),
        OsStr::new(&at),
    ])?;
    Ok(time)
}

/// What `openssl` writes, if it succeeds; else the last line of what it says.
fn openssl(arguments: &[&OsStr]) -> Result<Vec<u8>, String> {
    let mut command = Command::new(OPENSSL);
    let output = command.args(arguments).env("LC_ALL", "C").stdin(Stdio::null()).output();
    let output = output.map_err(|error| format!("{OPENSSL}: {error}"))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(format!("{OPENSSL}: {}", said.trim().lines().last().unwrap_or_default()))
}

/// The moment of an answer: `Nov 20 18:12:52 2026 GMT`, with or without a fraction.
fn moment(text: &str) -> Option<Timestamp> {
    let stamp = text.lines().find_map(|line| line.strip_prefix(MOMENT))?;
    let words: Vec<&str> = stamp.split_whitespace().collect();
    let [month, day, time, year, "GMT"] = words[..] else { return None };
    let time = time.split('.').next()?;
    let plain = format!("{day} {month} {year} {time}");
    let local = DateTime::strptime("%d %b %Y %H:%M:%S", plain).ok()?;
    TimeZone::UTC.to_timestamp(local).ok()
}

#[cfg(test)]
mod tests {
    use super::moment;

    #[test]
    fn moments_are_read_with_and_without_a_fraction() {
        for text in ["Nov  2 08:12:52 2026 GMT", "Nov  2 08:12:52.5 2026 GMT"] {
            let moment = moment(&format!("Version: 1\nTime stamp: {text}\nOrdering: no\n"));
            assert_eq!(moment.map(|at| at.to_string()).as_deref(), Some("2026-11-02T08:12:52Z"));
        }
        assert_eq!(moment("Time stamp: soon\n"), None);
    }
}
