//! The key file on the disk: private, whole or absent, never overwritten.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::keyring::{Keyring, KeyringError};
use super::written;

const FILE_NAME: &str = "keyring";

pub(super) fn file_in(folder: &Path) -> PathBuf {
    folder.join(FILE_NAME)
}

pub(super) fn read(folder: &Path) -> Result<Option<Keyring>, KeyringError> {
    let path = file_in(folder);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => Zeroizing::new(text),
        Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(None),
        Err(cause) => return Err(KeyringError::Unreachable { path, cause }),
    };
    warn_if_others_may_read(&path);
    written::read(&text).map(Some).map_err(|why| KeyringError::Damaged { path, why })
}

fn warn_if_others_may_read(path: &Path) {
    let loose = std::fs::metadata(path).is_ok_and(|file| file.permissions().mode() & 0o077 != 0);
    if loose {
        tracing::warn!(path = %path.display(), "others on this machine may read the keys: chmod 600 this file");
    }
}

/// Puts a new keyring on the disk. If another process was quicker, its keyring is the one that counts.
pub(super) fn keep(folder: &Path, made: Keyring) -> Result<Keyring, KeyringError> {
    let path = file_in(folder);
    match write_once(folder, &path, &written::write(&made)) {
        Ok(()) => Ok(made),
        Err(cause) if cause.kind() == ErrorKind::AlreadyExists => {
            read(folder)?.ok_or(KeyringError::Missing(path))
        }
        Err(cause) => Err(KeyringError::Unreachable { path, cause }),
    }
}

/// A link, not a rename: a rename would replace a file that has appeared in the meantime.
fn write_once(folder: &Path, path: &Path, text: &str) -> std::io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let draft = folder.join(format!("{FILE_NAME}.{:016x}.new", rand::random::<u64>()));
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
    let kept = file
        .write_all(text.as_bytes())
        .and_then(|()| file.sync_all())
        .and_then(|()| std::fs::hard_link(&draft, path));
    std::fs::remove_file(&draft)?;
    kept?;
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn mode(path: &Path) -> u32 {
        std::fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn the_first_start_makes_a_private_file_and_later_ones_read_it() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("keys");
        let made = Keyring::open_or_create(&folder, true).unwrap();
        assert_eq!((mode(&folder), mode(&file_in(&folder))), (0o700, 0o600));
        assert_eq!(Keyring::open(&folder).unwrap().fingerprint(), made.fingerprint());
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1, "no draft is left behind");
    }

    #[test]
    fn an_existing_file_is_never_overwritten() {
        let home = tempfile::tempdir().unwrap();
        let first = Keyring::open_or_create(home.path(), true).unwrap();
        let second = keep(home.path(), Keyring::make()).unwrap();
        assert_eq!(first.fingerprint(), second.fingerprint());
    }

    #[test]
    fn missing_and_damaged_files_are_refused_in_plain_words() {
        let home = tempfile::tempdir().unwrap();
        let missing = Keyring::open_or_create(home.path(), false).unwrap_err();
        assert!(missing.to_string().starts_with("the keys are missing"), "{missing}");
        std::fs::write(file_in(home.path()), "nonsense").unwrap();
        let damaged = Keyring::open_or_create(home.path(), true).unwrap_err();
        assert!(matches!(damaged, KeyringError::Damaged { .. }), "{damaged}");
    }
}
