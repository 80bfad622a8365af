//! The keys themselves, and how they are made.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use rand::RngExt;
use zeroize::Zeroizing;

use super::{disk, keyed};

/// 256 bits, wiped from memory when dropped.
pub(super) type Key = Zeroizing<[u8; 32]>;

/// Every key of the site. Shown by no `Debug`, kept by no database.
pub struct Keyring {
    /// Under which numbers are recognised. It can never change: the hashes cannot be made anew without it.
    pub(super) number_pepper: Key,
    /// What seals data, by the id that stands in front of everything sealed; an old one still opens.
    pub(super) data_keys: BTreeMap<u8, Key>,
    /// The data key that seals from now on.
    pub(super) data_key_current: u8,
    /// Under which codes from text messages are recognised.
    pub(super) code_key: Key,
    /// Under which forms and links are signed.
    pub(super) form_key: Key,
    /// Under which the subjects of counters are hidden.
    pub(super) counter_key: Key,
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
}

impl Keyring {
    /// Reads the keys kept in `folder`; without a key file, makes one (mode 0600, the folder 0700 if it is
    /// new) when `allow_create` says so, and refuses otherwise. An existing file is never overwritten.
    ///
    /// Give `allow_create` as "no database has been [claimed](super::has_been_claimed) yet".
    pub fn open_or_create(folder: &Path, allow_create: bool) -> Result<Keyring, KeyringError> {
        match disk::read(folder)? {
            Some(keyring) => Ok(keyring),
            None if allow_create => disk::keep(folder, Keyring::make()),
            None => Err(KeyringError::Missing(disk::file_in(folder))),
        }
    }

    /// Reads the keys kept in `folder`, which must be there.
    pub fn open(folder: &Path) -> Result<Keyring, KeyringError> {
        Keyring::open_or_create(folder, false)
    }

    /// Which keyring this is, in 32 hexadecimal signs that tell nothing of the keys.
    pub fn fingerprint(&self) -> String {
        let mark = keyed::mac(&self.number_pepper, "enishi keyring fingerprint", &[]);
        data_encoding::HEXLOWER.encode(&mark[..16])
    }

    pub(super) fn make() -> Keyring {
        Keyring {
            number_pepper: fresh_key(),
            data_keys: BTreeMap::from([(1, fresh_key())]),
            data_key_current: 1,
            code_key: fresh_key(),
            form_key: fresh_key(),
            counter_key: fresh_key(),
        }
    }
}

fn fresh_key() -> Key {
    let mut key = Zeroizing::new([0; 32]);
    rand::rng().fill(&mut key[..]);
    key
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
        assert!(!shown.contains(&data_encoding::HEXLOWER.encode(&keyring.number_pepper[..4])));
    }
}
