//! The key file on the disk: private, whole or absent, never overwritten.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::held::Held;
use super::keyring::KeyringError;
use super::written;

const FILE_NAME: &str = "keyring";

/// What tells one state of the file from another without reading it: when it was written, which file, how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp(i64, i64, u64, u64);

pub(super) fn file_in(folder: &Path) -> PathBuf {
    folder.join(FILE_NAME)
}

pub(super) fn stamp(folder: &Path) -> Option<Stamp> {
    let file = std::fs::metadata(file_in(folder)).ok()?;
    Some(Stamp(file.mtime(), file.mtime_nsec(), file.ino(), file.len()))
}

/// The stamp is taken first: what is written in between is then read once more, not missed.
pub(super) fn read(folder: &Path) -> Result<Option<(Held, Stamp)>, KeyringError> {
    let (path, stamp) = (file_in(folder), stamp(folder));
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => Zeroizing::new(text),
        Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(None),
        Err(cause) => return Err(KeyringError::Unreachable { path, cause }),
    };
    warn_if_others_may_read(&path);
    let held = written::read(&text).map_err(|why| KeyringError::Damaged { path, why })?;
    Ok(Some((held, stamp.unwrap_or(Stamp(0, 0, 0, 0)))))
}

fn warn_if_others_may_read(path: &Path) {
    let loose = std::fs::metadata(path).is_ok_and(|file| file.permissions().mode() & 0o077 != 0);
    if loose {
        tracing::warn!(path = %path.display(), "others on this machine may read the keys: chmod 600 this file");
    }
}

/// Puts a new keyring on the disk. If another process was quicker, its keyring is the one that counts.
pub(super) fn keep(folder: &Path, made: &Held) -> Result<(Held, Stamp), KeyringError> {
    let path = file_in(folder);
    // A link, not a rename: a rename would replace a file that has appeared in the meantime.
    match put(folder, made, |draft| std::fs::hard_link(draft, &path)) {
        Err(cause) if cause.kind() != ErrorKind::AlreadyExists => {
            Err(KeyringError::Unreachable { path, cause })
        }
        _ => read(folder)?.ok_or(KeyringError::Missing(path)),
    }
}

/// Changes the keys that are there: of two who do, the second begins with what the first has left.
pub(super) fn change(
    folder: &Path,
    change: impl FnOnce(&Held) -> Held,
) -> Result<(Held, Stamp), KeyringError> {
    let path = file_in(folder);
    let unreachable = |cause| KeyringError::Unreachable { path: path.clone(), cause };
    let alone = File::open(folder).map_err(unreachable)?;
    alone.lock().map_err(unreachable)?;
    let (held, _) = read(folder)?.ok_or_else(|| KeyringError::Missing(path.clone()))?;
    put(folder, &change(&held), |draft| std::fs::rename(draft, &path)).map_err(unreachable)?;
    read(folder)?.ok_or_else(|| KeyringError::Missing(path.clone()))
}

/// The file is whole and on the disk before it gets its name.
fn put(folder: &Path, held: &Held, name: impl FnOnce(&Path) -> std::io::Result<()>) -> std::io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let draft = folder.join(format!("{FILE_NAME}.{:016x}.new", rand::random::<u64>()));
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
    let text = written::write(held);
    let named = file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).and_then(|()| name(&draft));
    match std::fs::remove_file(&draft) {
        Err(cause) if cause.kind() != ErrorKind::NotFound => return Err(cause),
        _ => {}
    }
    named?;
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::Keyring;
    use super::super::uses::Use;
    use super::*;
    use crate::moment::Moment;

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
        let (second, _) = keep(home.path(), &Held::fresh(Moment::from_millis(0))).unwrap();
        assert_eq!(Some(first.fingerprint()), second.fingerprint(Use::Number, 1));
    }

    #[test]
    fn a_change_leaves_a_whole_private_file_and_the_process_beside_it_reads_it_by_itself() {
        use super::super::held::Made;
        let home = tempfile::tempdir().unwrap();
        let beside = Keyring::open_or_create(home.path(), true).unwrap();
        assert!(!beside.has_read_again(), "nothing has changed");
        let more = |held: &Held| held.with(Use::Data, 2, Made::fresh(Moment::from_millis(5_000)));
        let (held, _) = change(home.path(), more).unwrap();
        assert_eq!((held.generations(Use::Data).count(), mode(&file_in(home.path()))), (2, 0o600));
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 1, "no draft is left behind");
        assert!(beside.has_read_again());
        assert_eq!(beside.ring().held.generations(Use::Data).collect::<Vec<_>>(), [1, 2]);
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
