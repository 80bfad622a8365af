//! The keys at hand, and which of them count.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use super::disk::{self, Stamp};
use super::held::Held;
use super::queries;
use super::ring::{Fact, Ring};
use super::uses::Use;
use crate::store::{Clock, Error, SystemClock, Tx};

/// Every key of the site. Shown by no `Debug`, kept by no database.
///
/// One for a process. It follows the key file and the database by itself: what is kept asks the database, in its own
/// transaction, which keys count, so a server goes on without a restart when keys are changed.
pub struct Keyring {
    folder: Option<PathBuf>,
    known: RwLock<Known>,
}

#[derive(Clone)]
struct Known {
    ring: Arc<Ring>,
    read_from: Option<Stamp>,
}

/// Why the keys cannot be had. Each is a sentence for the operator.
#[derive(Debug, thiserror::Error)]
pub enum KeyringError {
    /// The database has been used with keys, and they are not here.
    #[error(
        "the keys are missing: {} does not exist, and this database was used with it. \
         Put the file back from your backup; without it no member's number can be recognised",
        .0.display()
    )]
    Missing(PathBuf),
    /// The file is there and is not what was once written.
    #[error("the keys in {} are damaged ({why}). Put the file back from your backup", path.display())]
    Damaged {
        /// The key file.
        path: PathBuf,
        /// What is wrong, without any key.
        why: &'static str,
    },
    /// The file or its folder cannot be read or made.
    #[error("the keys at {} cannot be reached: {cause}", path.display())]
    Unreachable {
        /// The key file.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// They have no file, so they cannot be changed.
    #[error("these keys have no file")]
    NoFile,
}

impl Keyring {
    /// Reads the keys kept in `folder`; without a key file, makes one (mode 0600, the folder 0700 if it is
    /// new) when `allow_create` says so, and refuses otherwise. An existing file is never overwritten by this.
    ///
    /// Give `allow_create` as "no database has been [claimed](super::has_been_claimed) yet".
    pub fn open_or_create(folder: &Path, allow_create: bool) -> Result<Keyring, KeyringError> {
        let (held, read_from) = match disk::read(folder)? {
            Some(found) => found,
            None if allow_create => disk::keep(folder, &Held::fresh(SystemClock.now()))?,
            None => return Err(KeyringError::Missing(disk::file_in(folder))),
        };
        Ok(Keyring::of(Some(folder.to_owned()), held, Some(read_from)))
    }

    /// Reads the keys kept in `folder`, which must be there.
    pub fn open(folder: &Path) -> Result<Keyring, KeyringError> {
        Keyring::open_or_create(folder, false)
    }

    /// The key file.
    pub fn file(&self) -> Option<PathBuf> {
        self.folder.as_deref().map(disk::file_in)
    }

    /// Until a database is asked, the oldest generation of each use counts.
    fn of(folder: Option<PathBuf>, held: Held, read_from: Option<Stamp>) -> Keyring {
        let ring = Arc::new(Ring::alone(Arc::new(held)));
        Keyring { folder, known: RwLock::new(Known { ring, read_from }) }
    }

    /// Which keyring this is, in 32 hexadecimal signs that tell nothing of the keys.
    pub fn fingerprint(&self) -> String {
        let ring = self.ring();
        ring.held.fingerprint(Use::Number, ring.current(Use::Number)).unwrap_or_default()
    }

    /// The keys that count for this transaction. A transaction that changes something holds them until it ends: keys
    /// are changed before it or after it, never meanwhile.
    pub(super) fn at(&self, tx: &mut Tx<'_>) -> crate::store::Result<Arc<Ring>> {
        if let Some(ring) = &tx.ring {
            return Ok(Arc::clone(ring));
        }
        queries::hold_with_others(tx)?;
        let ring = self.told(queries::list_facts(tx)?).map_err(Error::Broken)?;
        tx.ring = Some(Arc::clone(&ring));
        Ok(ring)
    }

    /// The keys as these facts order them. A key that is not known yet is looked for in the file.
    pub(super) fn told(&self, facts: Vec<Fact>) -> Result<Arc<Ring>, String> {
        let known = self.ring();
        if known.told == facts {
            return Ok(known);
        }
        let ring = match Ring::of(Arc::clone(&known.held), facts.clone()) {
            Ok(ring) => ring,
            Err(_) if self.has_read_again() => Ring::of(Arc::clone(&self.ring().held), facts)?,
            Err(why) => return Err(why),
        };
        let ring = Arc::new(ring);
        self.known.write().unwrap_or_else(PoisonError::into_inner).ring = Arc::clone(&ring);
        Ok(ring)
    }

    /// Reads the key file once more if it has changed. `false` if it has not, or cannot be read.
    pub(super) fn has_read_again(&self) -> bool {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(folder) = &self.folder else { return false };
        if disk::stamp(folder) == known.read_from {
            return false;
        }
        match disk::read(folder) {
            Ok(Some((held, stamp))) => {
                self.put(held, stamp);
                true
            }
            _ => false,
        }
    }

    /// From now on the keys are these; the database's word on them stays.
    fn put(&self, held: Held, stamp: Stamp) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        let held = Arc::new(held);
        let ring = Ring::of(Arc::clone(&held), known.ring.told.clone()).unwrap_or_else(|_| Ring::alone(held));
        *known = Known { ring: Arc::new(ring), read_from: Some(stamp) };
    }

    /// The keys as this process knows them: for what is kept nowhere.
    pub(super) fn ring(&self) -> Arc<Ring> {
        Arc::clone(&self.known.read().unwrap_or_else(PoisonError::into_inner).ring)
    }

    /// Writes another set of keys over the file, whole or not at all, one process after the other.
    pub(super) fn change_file(&self, change: impl FnOnce(&Held) -> Held) -> Result<(), KeyringError> {
        let folder = self.folder.as_deref().ok_or(KeyringError::NoFile)?;
        let (held, stamp) = disk::change(folder, change)?;
        self.put(held, stamp);
        Ok(())
    }

    #[cfg(test)]
    pub(super) fn make() -> Keyring {
        Keyring::of(None, Held::fresh(crate::moment::Moment::from_millis(0)), None)
    }
}

impl fmt::Debug for Keyring {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Keyring({})", self.fingerprint())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_key() {
        let keyring = Keyring::make();
        let shown = format!("{keyring:?}");
        assert_eq!(shown, format!("Keyring({})", keyring.fingerprint()));
        let ring = keyring.ring();
        assert!(!shown.contains(&data_encoding::HEXLOWER.encode(&ring.key(Use::Number, 1)[..4])));
    }
}
