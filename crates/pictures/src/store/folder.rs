//! Files below one folder, written so that a crash leaves either the whole file or none.

use std::ffi::OsStr;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Unfinished files older than this belong to no living process.
const ABANDONED: Duration = Duration::from_secs(60 * 60);

/// A folder that only this account can read (files 0600, folders 0700).
///
/// Paths given to it are relative and built by the store from digests and numbers, never from what a person sent.
#[derive(Clone, Debug)]
pub(super) struct Folder {
    root: PathBuf,
}

impl Folder {
    pub(super) fn open(root: PathBuf) -> io::Result<Self> {
        let folder = Self { root };
        folder.make(&folder.unfinished())?;
        folder.sweep_unfinished()?;
        Ok(folder)
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    pub(super) fn contains(&self, path: &str) -> io::Result<bool> {
        self.root.join(path).try_exists()
    }

    pub(super) fn read(&self, path: &str) -> io::Result<Option<Vec<u8>>> {
        found(fs::read(self.root.join(path)))
    }

    /// Writes beside, then renames: readers see the old state or the whole new file, also after a power cut.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let target = self.root.join(path);
        let parent = target.parent().unwrap_or(&self.root);
        self.make(parent)?;
        let unfinished = self.unfinished().join(unique_name());
        write_synced(&unfinished, bytes)
            .and_then(|()| fs::rename(&unfinished, &target))
            .inspect_err(|_| drop(fs::remove_file(&unfinished)))?;
        sync_folder(parent)
    }

    pub(super) fn remove(&self, path: &str) -> io::Result<bool> {
        Ok(found(fs::remove_file(self.root.join(path)))?.is_some())
    }

    /// Removes the files in `folder` whose names begin with `start`.
    pub(super) fn remove_starting_with(&self, folder: &str, start: &str) -> io::Result<()> {
        let Some(entries) = found(fs::read_dir(self.root.join(folder)))? else { return Ok(()) };
        for entry in entries {
            let entry = entry?;
            if begins_with(&entry.file_name(), start) {
                found(fs::remove_file(entry.path()))?;
            }
        }
        Ok(())
    }

    fn unfinished(&self) -> PathBuf {
        self.root.join("tmp")
    }

    /// Makes `folder`; the names of new folders on the way to it are synced too, or a power cut could lose them.
    fn make(&self, folder: &Path) -> io::Result<()> {
        if folder.is_dir() {
            return Ok(());
        }
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        let made = folder.ancestors().skip(1).take_while(|above| above.starts_with(&self.root));
        made.filter(|above| !above.as_os_str().is_empty()).try_for_each(sync_folder)
    }

    fn sweep_unfinished(&self) -> io::Result<()> {
        for entry in fs::read_dir(self.unfinished())? {
            let entry = entry?;
            let age = found(entry.metadata())?.and_then(|file| file.modified().ok()?.elapsed().ok());
            if age.is_some_and(|age| age > ABANDONED) {
                found(fs::remove_file(entry.path()))?;
            }
        }
        Ok(())
    }
}

/// Absence is an answer here, not a failure.
fn found<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Unique among threads and processes; the time tells containers apart that are all process 1.
fn unique_name() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
    format!("{now}-{}-{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

fn begins_with(name: &OsStr, start: &str) -> bool {
    name.to_str().is_some_and(|name| name.starts_with(start))
}
