//! The published site: a folder, or an address.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::web::Web;

/// Most bytes that are read of a file whose size is not known: 64 MiB.
const LARGEST: u64 = 64 << 20;

/// Where a site is published.
#[derive(Debug)]
pub enum Site {
    /// A folder of this machine.
    Folder(PathBuf),
    /// An address.
    Web(Web),
}

/// A file as visitors get it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Got {
    /// Content, unpacked where it came compressed.
    pub bytes: Vec<u8>,
    /// The encoding that the host names, if any.
    pub charset: Option<String>,
    /// Where the address led, if to another host or folder.
    pub moved_to: Option<String>,
}

/// Why a file could not be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// No such file.
    Missing,
    /// Another status than 200.
    Status(u16),
    /// No answer in time, several times over.
    Timeout,
    /// No connection: name not found, refused, broken off, certificate not trusted.
    Connection(String),
    /// The address leads from one to the next without end.
    Redirects,
    /// Far more came than the file should hold.
    TooLarge,
    /// The folder's file cannot be read.
    Io(String),
}

impl Trouble {
    /// Name in data and in the keys of texts.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Status(_) => "status",
            Self::Timeout => "timeout",
            Self::Connection(_) => "connection",
            Self::Redirects => "redirects",
            Self::TooLarge => "too-large",
            Self::Io(_) => "io",
        }
    }

    /// The status, or what the system said; empty if there is nothing to add.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::Status(status) => status.to_string(),
            Self::Connection(detail) | Self::Io(detail) => detail.clone(),
            _ => String::new(),
        }
    }
}

impl Site {
    /// Whether it is asked over a network.
    #[must_use]
    pub const fn is_remote(&self) -> bool {
        matches!(self, Self::Web(_))
    }

    /// The file at `path`, which is relative to the site, with `/`. If its `size` in bytes is
    /// known, at most twice that and 64 KiB are read.
    ///
    /// # Errors
    /// Why it could not be had.
    pub fn get(&self, path: &str, size: Option<u64>) -> Result<Got, Trouble> {
        let limit = size.map_or(LARGEST, |size| size.saturating_mul(2).saturating_add(64 << 10));
        match self {
            Self::Folder(folder) => read(&folder.join(path), limit),
            Self::Web(web) => web.get(path, limit),
        }
    }
}

fn read(path: &Path, limit: u64) -> Result<Got, Trouble> {
    let trouble = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::IsADirectory => {
            Trouble::Missing
        }
        _ => Trouble::Io(error.to_string()),
    };
    let file = File::open(path).map_err(trouble)?;
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(trouble)?;
    if bytes.len() as u64 > limit {
        return Err(Trouble::TooLarge);
    }
    Ok(Got { bytes, ..Got::default() })
}
