//! Zip files held in memory: text documents and spreadsheets are such archives of XML.
//!
//! What comes from outside may be made to harm: nothing is unpacked to disk, sizes are counted
//! while unpacking (what the archive declares is not believed), and an archive with names, links
//! or repetitions that no office program writes is refused as a whole.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::diagnostics::{Diagnostic, Place};

/// Largest file that is opened, in bytes: a regulation with photographs has a few million.
pub const LARGEST_FILE: usize = 64 << 20;
/// How files of Office up to 2003 begin, and encrypted ones of all versions: they are no archives.
pub const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// Most entries of an archive: a document has dozens, one with many pictures hundreds.
const MOST_ENTRIES: usize = 4_000;
/// Largest unpacked entry, in bytes: 300 pages of text are about 8 million.
const LARGEST_ENTRY: u64 = 48 << 20;
/// Largest sum of what is unpacked of one archive, in bytes.
const LARGEST_TOTAL: u64 = 128 << 20;
/// Most unpacked bytes for a packed one, beyond [`RATIO_FLOOR`]: office XML has 10 to 60.
const LARGEST_RATIO: u64 = 250;
/// Unpacked size up to which the ratio does not matter, in bytes.
const RATIO_FLOOR: u64 = 4 << 20;
/// Longest name that a finding shows, in characters.
const LONGEST_NAME: usize = 80;
/// How the record of an entry in the archive's directory begins.
const RECORD: &[u8] = b"PK\x01\x02";

/// An archive whose directory has been checked; entries are unpacked one by one.
#[derive(Debug)]
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes unpacked so far.
    unpacked: u64,
}

/// Why an archive is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is no archive, is cut off, or its contents do not fit their checksums.
    Damaged,
    /// An entry is encrypted.
    Encrypted,
    /// It has more entries than this.
    Entries(usize),
    /// The name leads out of the archive (`../`, `/`, `C:`) or has `\` or a control character.
    Name(String),
    /// Two entries have the same name; capitals are not told apart.
    Duplicate,
    /// The entry is a symbolic link.
    Link(String),
    /// The entry, or all that was unpacked so far with it, is larger than this many bytes.
    Large(String, u64),
    /// The entry unpacks to more than 250 times its packed size.
    Ratio(String),
}

impl Fault {
    /// The finding about the file at `place`.
    #[must_use]
    pub fn diagnostic(self, place: Place) -> Diagnostic {
        let named = |id, name: &str| Diagnostic::error(id, place.clone()).with("name", shown(name));
        match self {
            Self::Damaged => Diagnostic::error("archive-damaged", place),
            Self::Encrypted => Diagnostic::error("archive-encrypted", place),
            Self::Entries(limit) => {
                Diagnostic::error("archive-entries", place).with("limit", limit)
            }
            Self::Name(name) => named("archive-name", &name),
            Self::Duplicate => Diagnostic::error("archive-duplicate", place),
            Self::Link(name) => named("archive-link", &name),
            Self::Large(name, limit) => named("archive-large", &name).with("limit", limit >> 20),
            Self::Ratio(name) => named("archive-ratio", &name).with("limit", LARGEST_RATIO),
        }
    }
}

impl From<ZipError> for Fault {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)
            | ZipError::InvalidPassword => Self::Encrypted,
            _ => Self::Damaged,
        }
    }
}

impl<'a> Archive<'a> {
    /// Opens the archive and checks the names and kinds of all its entries.
    ///
    /// # Errors
    /// The [`Fault`] that was met first; sizes are not checked yet.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        // The directory is counted before the reader makes room for it.
        if bytes.windows(RECORD.len()).filter(|window| *window == RECORD).count() > MOST_ENTRIES {
            return Err(Fault::Entries(MOST_ENTRIES));
        }
        let zip = ZipArchive::new(Cursor::new(bytes))?;
        let archive = Self { zip, unpacked: 0 };
        archive.check_names()?;
        Ok(archive)
    }

    fn check_names(&self) -> Result<(), Fault> {
        let mut seen = BTreeSet::new();
        for index in 0..self.zip.len() {
            let entry = self.zip.by_index_data(index)?;
            let name = entry.name()?.into_owned();
            if !is_plain(&name) {
                return Err(Fault::Name(name));
            }
            if entry.is_symlink() {
                return Err(Fault::Link(name));
            }
            if entry.encrypted() {
                return Err(Fault::Encrypted);
            }
            if !seen.insert(name.to_lowercase()) {
                return Err(Fault::Duplicate);
            }
        }
        // Entries of exactly the same name are one to the reader, which counts them.
        if self.zip.has_duplicate_names() { Err(Fault::Duplicate) } else { Ok(()) }
    }

    /// Names of the entries in the order of the archive.
    pub fn names(&self) -> impl Iterator<Item = String> {
        let entries = (0..self.zip.len()).filter_map(|index| self.zip.by_index_data(index).ok());
        entries.filter_map(|entry| Some(entry.name().ok()?.into_owned()))
    }

    /// The unpacked entry `name`, or `None` if there is none.
    ///
    /// # Errors
    /// [`Fault::Damaged`], or a size or ratio beyond the limits.
    pub fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Fault> {
        let Some(index) = self.zip.index_for_name(name) else { return Ok(None) };
        let mut bytes = Vec::new();
        self.unpack(index, |piece| bytes.extend_from_slice(piece))?;
        Ok(Some(bytes))
    }

    /// Unpacks everything once and keeps nothing, for readers that open archives on their own.
    ///
    /// # Errors
    /// [`Fault::Damaged`], or a size or ratio beyond the limits.
    pub fn check(&mut self) -> Result<(), Fault> {
        (0..self.zip.len()).try_for_each(|index| self.unpack(index, |_| ()))
    }

    /// Gives the unpacked bytes of an entry to `take`, piece by piece.
    fn unpack(&mut self, index: usize, mut take: impl FnMut(&[u8])) -> Result<(), Fault> {
        let mut entry = self.zip.by_index(index)?;
        let name = entry.name()?.into_owned();
        // What it declares is not believed unless it is too much already.
        if entry.size() > LARGEST_ENTRY {
            return Err(Fault::Large(name, LARGEST_ENTRY));
        }
        let packed = entry.compressed_size().max(1);
        let mut piece = vec![0; 1 << 16];
        let mut size = 0;
        loop {
            let count = entry.read(&mut piece).map_err(|_| Fault::Damaged)?;
            let Some(read) = piece.get(..count).filter(|read| !read.is_empty()) else {
                return Ok(());
            };
            size += read.len() as u64;
            self.unpacked += read.len() as u64;
            if size > LARGEST_ENTRY {
                return Err(Fault::Large(name, LARGEST_ENTRY));
            }
            if self.unpacked > LARGEST_TOTAL {
                return Err(Fault::Large(name, LARGEST_TOTAL));
            }
            if size > RATIO_FLOOR && size / packed > LARGEST_RATIO {
                return Err(Fault::Ratio(name));
            }
            take(read);
        }
    }
}

/// Whether the name of an entry is a path within the archive, as office programs write it.
fn is_plain(name: &str) -> bool {
    let drive = name.as_bytes().get(1) == Some(&b':');
    let odd = name.contains('\\') || name.chars().any(char::is_control);
    !name.is_empty()
        && !drive
        && !odd
        && !name.starts_with('/')
        && !name.split('/').any(|p| p == "..")
}

/// The name as findings show it: without control characters, and not too long.
fn shown(name: &str) -> String {
    let visible = name.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c });
    visible.take(LONGEST_NAME).collect()
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::CompressionMethod;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in entries {
            let options =
                SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
            zip.start_file(*name, options).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    /// Why an archive with an entry of this name is refused.
    fn refusal(name: &str) -> Option<Fault> {
        // The names have the same length, so that they can be put in place of a harmless one.
        let harmless = "x".repeat(name.len());
        let text = archive(&[(&harmless, b"text")]);
        let mut bytes = text.clone();
        for start in 0..text.len() - name.len() {
            if text[start..].starts_with(harmless.as_bytes()) {
                bytes[start..start + name.len()].copy_from_slice(name.as_bytes());
            }
        }
        Archive::open(&bytes).err()
    }

    #[test]
    fn entries_are_read_by_name() {
        let bytes = archive(&[("a/b.xml", b"text"), ("c", b"")]);
        let mut archive = Archive::open(&bytes).unwrap();
        assert_eq!(archive.read("a/b.xml"), Ok(Some(b"text".to_vec())));
        assert_eq!(archive.read("absent"), Ok(None));
        assert_eq!(archive.names().collect::<Vec<_>>(), ["a/b.xml", "c"]);
        assert_eq!(archive.check(), Ok(()));
    }

    #[test]
    fn names_that_lead_out_are_refused() {
        for name in ["../x", "a/../b", "/etc", "C:/x", "a\\b", "a\nb"] {
            assert_eq!(refusal(name), Some(Fault::Name(name.to_owned())));
        }
        assert_eq!(refusal("a..b/c"), None);
    }

    #[test]
    fn repetitions_and_links_are_refused() {
        let twice = archive(&[("a", b""), ("A", b"")]);
        assert_eq!(Archive::open(&twice).err(), Some(Fault::Duplicate));
        let mut same = archive(&[("aa", b"1"), ("ab", b"2")]);
        for start in 0..same.len() - 2 {
            if same[start..].starts_with(b"ab") {
                same[start + 1] = b'a';
            }
        }
        assert_eq!(Archive::open(&same).err(), Some(Fault::Duplicate));
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.add_symlink("a", "/etc/passwd", SimpleFileOptions::default()).unwrap();
        let link = zip.finish().unwrap().into_inner();
        assert_eq!(Archive::open(&link).err(), Some(Fault::Link("a".to_owned())));
    }

    #[test]
    fn bombs_are_refused_while_unpacking() {
        let zeros = vec![0; 40 << 20];
        let bytes = archive(&[("a", &zeros)]);
        let mut bomb = Archive::open(&bytes).unwrap();
        assert_eq!(bomb.read("a"), Err(Fault::Ratio("a".to_owned())));
    }

    #[test]
    fn damage_is_told() {
        let bytes = archive(&[("a", b"some text some text")]);
        assert_eq!(Archive::open(&bytes[..20]).err(), Some(Fault::Damaged));
        assert_eq!(Archive::open(b"no archive").err(), Some(Fault::Damaged));
        let mut changed = bytes.clone();
        changed[33] ^= 0xff;
        assert_eq!(Archive::open(&changed).unwrap().read("a"), Err(Fault::Damaged));
        let many: Vec<_> = (0..=MOST_ENTRIES).map(|n| format!("{n}")).collect();
        let many: Vec<_> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
        assert_eq!(Archive::open(&archive(&many)).err(), Some(Fault::Entries(MOST_ENTRIES)));
    }
}
