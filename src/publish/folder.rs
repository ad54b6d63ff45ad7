//! Single PDFs into a folder that is not the site.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::replace::replace;
use super::{PublishError, manifest};
use crate::outputs::Artifact;
use crate::source::files::nearest;

/// What the metadata of our PDFs say, which are not compressed.
const OURS: &[u8] = b"CreatorTool>reglament<";

/// A folder for printed sheets. Files that are not ours stay as they are.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// Folders into which nothing is written.
    protected: Vec<PathBuf>,
}

impl Folder {
    /// The folder at `path`, which is made with its first file; nothing is written into those
    /// that are `protected`.
    ///
    /// # Errors
    /// If it lies within a protected folder or a published site.
    pub fn open(path: &Path, protected: &[PathBuf]) -> Result<Self, PublishError> {
        let protected = protected.iter().filter_map(|folder| fs::canonicalize(folder).ok());
        let folder = Self { path: path.to_owned(), protected: protected.collect() };
        folder.refuse_protected(path)?;
        Ok(folder)
    }

    /// Writes files, each as a whole. All are looked at before the first is written.
    ///
    /// # Errors
    /// If a file stands in the place of one that is not a PDF of ours, or the system refuses.
    pub fn write(&self, files: &[&Artifact]) -> Result<(), PublishError> {
        for file in files {
            let path = self.path.join(&file.path);
            self.refuse_protected(&path)?;
            refuse_foreign(&path)?;
        }
        for file in files {
            let path = self.path.join(&file.path);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder).map_err(PublishError::io(folder))?;
                // Only now are all links and `..` on the way known.
                self.refuse_protected(folder)?;
            }
            replace(&path, &file.bytes)?;
        }
        Ok(())
    }

    /// Refuses a `path` within a protected folder or a site, also by way of links.
    fn refuse_protected(&self, path: &Path) -> Result<(), PublishError> {
        let real = nearest(path).map_err(PublishError::io(path))?;
        let is_site = |folder: &Path| {
            fs::read(folder.join(manifest::NAME))
                .is_ok_and(|bytes| manifest::paths(&bytes).is_some())
        };
        if self.protected.iter().any(|folder| real.starts_with(folder))
            || real.ancestors().any(is_site)
        {
            return Err(PublishError::Protected(path.to_owned()));
        }
        Ok(())
    }
}

/// Refuses to replace a file that is not a PDF of ours.
fn refuse_foreign(path: &Path) -> Result<(), PublishError> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(PublishError::io(path)(error)),
    };
    let ours = bytes.windows(OURS.len()).any(|window| window == OURS);
    if ours && bytes.starts_with(b"%PDF-") {
        return Ok(());
    }
    Err(PublishError::NotOurs(path.to_owned()))
}
