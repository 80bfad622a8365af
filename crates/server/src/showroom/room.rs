//! A folder for as long as somebody looks at what is in it.
//!
//! Processes of one site share a data folder, so each has a folder of its own there, held by a lock that ends with the
//! process however it ends. What nobody holds any more is thrown away by whoever comes next.

use std::fs::{self, DirBuilder, File};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

/// The file in it whose lock says that somebody is there.
const LOCK: &str = "lock";

/// A folder of one's own; it goes with this value.
pub struct Room {
    folder: PathBuf,
    _lock: File,
}

impl Room {
    /// Makes one in `house`, and clears away those that nobody holds.
    pub fn make(house: &Path) -> io::Result<Room> {
        DirBuilder::new().recursive(true).mode(0o700).create(house)?;
        clear(house)?;
        let folder = house.join(format!("{:016x}", rand::random::<u64>()));
        DirBuilder::new().mode(0o700).create(&folder)?;
        let lock = File::create_new(folder.join(LOCK))?;
        lock.lock()?;
        Ok(Room { folder, _lock: lock })
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.folder) {
            tracing::warn!(%error, "a folder of the showroom is left over");
        }
    }
}

/// One that has no lock yet is somebody's who has just come.
fn clear(house: &Path) -> io::Result<()> {
    for entry in fs::read_dir(house)?.filter_map(Result::ok) {
        let Ok(lock) = File::open(entry.path().join(LOCK)) else { continue };
        if lock.try_lock().is_ok() {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_somebody_holds_stays_and_the_rest_is_cleared_away() {
        let house = tempfile::tempdir().unwrap();
        let (one, other) = (Room::make(house.path()).unwrap(), Room::make(house.path()).unwrap());
        let left = house.path().join("left");
        fs::create_dir(&left).unwrap();
        fs::write(left.join(LOCK), "").unwrap();
        let third = Room::make(house.path()).unwrap();
        assert!(one.folder().is_dir() && other.folder().is_dir() && !left.exists());
        let folder = third.folder().to_owned();
        drop(third);
        assert!(!folder.exists() && one.folder().is_dir());
    }
}
