//! Where masters and their variants are kept: by the digest of the master, below one folder.
//!
//! `masters/ab/cd/<digest>.jpg` must survive; `variants/` may be deleted at any time and is drawn again.
//! Who may see a picture is not known here: the caller asks the domain before every byte.

mod error;
mod folder;

use std::fmt;

pub use error::StoreError;
use folder::Folder;

use crate::{Digest, Master, Shape, VariantSpec, render};

/// The picture store. Cheap to clone, safe to share between threads and between processes on one machine.
#[derive(Clone, Debug)]
pub struct Store {
    folder: Folder,
}

impl Store {
    /// Opens the store at `url`, creating its folder: `file://data/pictures` (below the working directory) or
    /// `file:///var/lib/enishi/pictures`.
    ///
    /// # Errors
    /// [`StoreError::NoS3`] for `s3://`, [`StoreError::UnknownUrl`] for anything else that is not a folder,
    /// [`StoreError::Io`] if the folder cannot be made.
    pub fn open(url: &str) -> Result<Self, StoreError> {
        match url.split_once("://") {
            Some(("file", path)) if !path.is_empty() => Ok(Self { folder: Folder::open(path.into())? }),
            Some(("s3", _)) => Err(StoreError::NoS3),
            _ => Err(StoreError::UnknownUrl(url.to_owned())),
        }
    }

    /// Keeps a master. When this returns, it survives a power cut. Keeping the same one twice is one file.
    ///
    /// # Errors
    /// [`StoreError::Io`] if it cannot be written.
    pub fn put(&self, master: &Master) -> Result<(), StoreError> {
        if self.get(&master.digest)?.is_some() {
            return Ok(());
        }
        Ok(self.folder.write(&master_path(&master.digest), &master.jpeg)?)
    }

    /// The master's JPEG. A file whose bytes do not match its name counts as missing: better no photo than
    /// another member's.
    ///
    /// # Errors
    /// [`StoreError::Io`] if it cannot be read though it is there.
    pub fn get(&self, digest: &Digest) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(jpeg) = self.folder.read(&master_path(digest))? else { return Ok(None) };
        if Digest::of(&jpeg) != *digest {
            tracing::error!(%digest, "a stored picture does not match its checksum");
            return Ok(None);
        }
        Ok(Some(jpeg))
    }

    /// Forgets a master and every variant of it; `false` if there was none.
    ///
    /// # Errors
    /// [`StoreError::Io`] if something could not be removed; asking again is safe.
    pub fn delete(&self, digest: &Digest) -> Result<bool, StoreError> {
        let existed = self.folder.remove(&master_path(digest))?;
        self.folder.remove_starting_with(&variants_folder(digest), &digest.to_string())?;
        Ok(existed)
    }

    /// The variant of a master, drawn and kept on the first request; `None` if there is no such master.
    ///
    /// # Errors
    /// [`StoreError::Render`] if it cannot be drawn, [`StoreError::Io`] if it cannot be read or kept.
    pub fn variant(&self, digest: &Digest, spec: &VariantSpec) -> Result<Option<Vec<u8>>, StoreError> {
        let path = variant_path(digest, spec);
        if !self.folder.contains(&master_path(digest))? {
            return Ok(None);
        }
        if let Some(file) = self.folder.read(&path)? {
            return Ok(Some(file));
        }
        let Some(master) = self.get(digest)? else { return Ok(None) };
        let file = render(&master, spec)?;
        self.folder.write(&path, &file)?;
        self.forget_if_deleted_meanwhile(digest, &path)?;
        Ok(Some(file))
    }

    /// Whether the store can be written, proved by writing; for the operator's check.
    ///
    /// # Errors
    /// [`StoreError::Io`] with the reason why not.
    pub fn check(&self) -> Result<(), StoreError> {
        const PROBE: &str = "tmp/probe";
        self.folder.write(PROBE, b"probe")?;
        self.folder.remove(PROBE)?;
        Ok(())
    }

    /// A photo deleted while its variant was being drawn must not live on as that variant.
    fn forget_if_deleted_meanwhile(&self, digest: &Digest, path: &str) -> Result<(), StoreError> {
        if !self.folder.contains(&master_path(digest))? {
            self.folder.remove(path)?;
        }
        Ok(())
    }
}

impl fmt::Display for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "file://{}", self.folder.root().display())
    }
}

fn master_path(digest: &Digest) -> String {
    format!("masters/{}/{digest}.jpg", two_levels(digest))
}

fn variants_folder(digest: &Digest) -> String {
    format!("variants/{}", two_levels(digest))
}

/// Everything that shapes the file is in its name, so a changed device profile never meets an old drawing.
fn variant_path(digest: &Digest, spec: &VariantSpec) -> String {
    let VariantSpec { width_px, shape, format, max_bytes, colours } = spec;
    let square = if *shape == Shape::Square { "s" } else { "" };
    let extension = format.extension();
    format!("{}/{digest}-{width_px}{square}-{max_bytes}-{colours}.{extension}", variants_folder(digest))
}

/// 65,536 folders, so that none holds more files than a file system likes.
fn two_levels(digest: &Digest) -> String {
    let [first, second, ..] = digest.as_bytes();
    format!("{first:02x}/{second:02x}")
}
