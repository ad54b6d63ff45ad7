//! An output file in memory.

/// A file of the site before it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Path within the output folder, with `/`; never absolute, no `..`.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
}

impl Artifact {
    /// A file with this path and content.
    #[must_use]
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into() }
    }
}
