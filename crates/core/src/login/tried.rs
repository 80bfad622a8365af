//! What a try at the door was counted under, and which password was right: it travels on to whatever is asked for next.

use sha2::{Digest, Sha256};

use super::{Attempt, Credentials, account_key, queries};
use crate::ids::MemberId;
use crate::phone::Countries;
use crate::secrets::{Keyring, is_same};
use crate::store::{Result, Tx};

/// A trace of the password's hash stands first; nothing but zeros while none was right.
const TRACE_BYTES: usize = 32;

/// What a try was counted under and, once its password was right, which one that was: kept while a second factor is
/// asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried(pub(crate) Vec<u8>);

impl Tried {
    /// What this try is counted under.
    pub fn of(tx: &mut Tx<'_>, keys: &Keyring, attempt: Attempt<'_>, countries: &Countries) -> Result<Tried> {
        Ok(Tried([vec![0; TRACE_BYTES], account_key(tx, keys, attempt, countries)?].concat()))
    }

    /// Somebody was recognised by something else than the password, and so by nothing that was counted here: should the
    /// password be changed before they come in, whatever they were recognised by is over. `None`: nobody who may come in.
    pub fn without_password(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Tried>> {
        Ok(queries::find_of(tx, member)?.map(|known| Tried(trace(&known).to_vec())))
    }

    /// Whether the password was given.
    pub fn gave_password(&self) -> bool {
        self.0.len() > TRACE_BYTES
    }

    /// The password of this member was right. Should it be changed before everything is given, it was not enough.
    pub fn right(self, known: &Credentials) -> Tried {
        Tried([trace(known).as_slice(), self.key()].concat())
    }

    pub(super) fn is_still_right(&self, known: &Credentials) -> bool {
        self.0.get(..TRACE_BYTES).is_some_and(|kept| is_same(kept, &trace(known)))
    }

    /// Empty if nothing was counted.
    pub(super) fn key(&self) -> &[u8] {
        self.0.get(TRACE_BYTES..).unwrap_or_default()
    }
}

fn trace(known: &Credentials) -> Vec<u8> {
    Sha256::digest(known.password_hash.as_bytes()).to_vec()
}
