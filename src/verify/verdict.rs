//! Verdicts on published files.

/// What is to be said of a published file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It is there, byte for byte.
    Same,
    /// It is there, byte for byte, but the address leads to another host or folder.
    Moved {
        /// Where it leads.
        to: String,
    },
    /// The bytes differ, the visible words are the same: something on the way rewrites HTML.
    Rewritten,
    /// It is there, byte for byte, but is announced in another encoding than UTF-8, so that
    /// browsers show nonsense.
    Charset {
        /// The encoding that the host names.
        named: String,
    },
    /// The text was put into another encoding.
    Recoded {
        /// The encoding in which it reads as it should.
        encoding: String,
    },
    /// There is no such file (404, 410).
    Missing,
    /// The host gives its page for wrong addresses, but with status 200.
    MissingWith200,
    /// It is another file.
    Different,
    /// Nothing could be learned.
    Unknown(super::Trouble),
}

/// How much a verdict matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// All is well.
    Fine,
    /// Visitors get what they should, but somebody should know.
    Notable,
    /// Visitors do not get what they should.
    Wrong,
}

impl Verdict {
    /// How much it matters.
    #[must_use]
    pub const fn weight(&self) -> Weight {
        match self {
            Self::Same => Weight::Fine,
            Self::Moved { .. } | Self::Rewritten => Weight::Notable,
            _ => Weight::Wrong,
        }
    }

    /// Name in data and in the keys of texts.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Moved { .. } => "moved",
            Self::Rewritten => "rewritten",
            Self::Charset { .. } => "charset",
            Self::Recoded { .. } => "recoded",
            Self::Missing => "missing",
            Self::MissingWith200 => "missing-with-200",
            Self::Different => "different",
            Self::Unknown(trouble) => trouble.id(),
        }
    }

    /// What the verdict names beside the file: an address, an encoding, a status, what the
    /// system said; empty if nothing.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::Moved { to } => to.clone(),
            Self::Charset { named } => named.clone(),
            Self::Recoded { encoding } => encoding.clone(),
            Self::Unknown(trouble) => trouble.detail(),
            _ => String::new(),
        }
    }
}
