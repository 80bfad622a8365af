//! Hashes under a key (HMAC-SHA-256): what is recognised and never read back.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use super::held::Key;
use super::keyring::Keyring;
use super::ring::Ring;
use super::uses::Use;
use crate::email::EmailAddress;
use crate::ids::SignupId;
use crate::moment::Moment;
use crate::phone::PhoneNumber;
use crate::store::{Result, Tx};

/// What one thing is recognised by: once under each generation of keys that rows may lie under. Rows are written
/// with [`Marks::current`] and looked for by [`Marks::all`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marks(Vec<Vec<u8>>);

impl Marks {
    /// To write with.
    pub fn current(&self) -> &[u8] {
        &self.0[0]
    }

    /// To look for, in one statement.
    pub fn all(&self) -> &[Vec<u8>] {
        &self.0
    }

    /// The one that stays longest the same: for counting by, so that a change of keys forgets no count.
    pub fn oldest(&self) -> &[u8] {
        self.0.get(1).unwrap_or(&self.0[0])
    }

    /// Whether a row bears one of them.
    pub fn are_on(&self, kept: &[u8]) -> bool {
        self.0.iter().any(|mark| mark == kept)
    }
}

impl Keyring {
    fn marks(&self, tx: &mut Tx<'_>, of: Use, label: &str, parts: &[&[u8]]) -> Result<Marks> {
        let ring = self.at(tx)?;
        let live = ring.live(of).into_iter();
        Ok(Marks(live.map(|generation| ring.hash(of, generation, label, parts)).collect()))
    }

    /// What a number is recognised by. Without the key, trying every number tells nothing.
    pub fn number_marks(&self, tx: &mut Tx<'_>, number: &PhoneNumber) -> Result<Marks> {
        self.marks(tx, Use::Number, NUMBER, &[number.as_e164().as_bytes()])
    }

    /// What an address of electronic mail is recognised by. Without the key, trying every address tells nothing.
    pub fn email_marks(&self, tx: &mut Tx<'_>, address: &EmailAddress) -> Result<Marks> {
        self.marks(tx, Use::Number, EMAIL, &[address.folded().as_bytes()])
    }

    /// What a code from a text message is recognised by: good in one flow and for one number alone.
    pub fn code_hash(
        &self,
        tx: &mut Tx<'_>,
        flow: SignupId,
        number_hash: &[u8],
        code: &str,
    ) -> Result<Vec<u8>> {
        let ring = self.at(tx)?;
        Ok(code_hash(&ring, ring.current(Use::Code), flow, number_hash, code))
    }

    /// What no code is recognised by: of the same form as [`Keyring::code_hash`].
    pub fn no_code_hash(&self, tx: &mut Tx<'_>) -> Result<Vec<u8>> {
        let ring = self.at(tx)?;
        let drawn: [u8; HASH_BYTES] = rand::random();
        Ok(ring.hash(Use::Code, ring.current(Use::Code), "no code", &[&drawn]))
    }

    /// Whether this code was kept as `kept`, under whichever generation of keys that was.
    pub fn is_code(
        &self,
        tx: &mut Tx<'_>,
        kept: &[u8],
        flow: SignupId,
        number_hash: &[u8],
        code: &str,
    ) -> Result<bool> {
        let ring = self.at(tx)?;
        let generation = if kept.len() == HASH_BYTES { 1 } else { kept.first().copied().unwrap_or(1) };
        let is_live = ring.live(Use::Code).contains(&generation);
        let generation = if is_live { generation } else { ring.current(Use::Code) };
        Ok(is_same(kept, &code_hash(&ring, generation, flow, number_hash, code)))
    }

    /// What the short code of an invitation is recognised by. The code lies sealed beside it.
    pub fn invitation_marks(&self, tx: &mut Tx<'_>, code: &str) -> Result<Marks> {
        self.marks(tx, Use::Code, INVITATION, &[code.as_bytes()])
    }

    /// What a recovery code is recognised by: good for one owner of one realm alone.
    pub fn recovery_marks(&self, tx: &mut Tx<'_>, realm: i16, owner: i64, code: &str) -> Result<Marks> {
        let (realm, owner) = (realm.to_be_bytes(), owner.to_be_bytes());
        self.marks(tx, Use::Code, "recovery code", &[&realm, &owner, code.as_bytes()])
    }

    /// What the code of a phone that asks to be let in is recognised by. The code lies sealed beside it.
    pub fn approval_marks(&self, tx: &mut Tx<'_>, code: &str) -> Result<Marks> {
        self.marks(tx, Use::Code, "approval code", &[code.as_bytes()])
    }

    /// What the code that takes a change of number back is recognised by.
    pub fn undo_marks(&self, tx: &mut Tx<'_>, code: &str) -> Result<Marks> {
        self.marks(tx, Use::Code, "number undo", &[code.as_bytes()])
    }

    /// The rows a subject is counted in, whenever that was; what is counted cannot be read from them.
    pub fn buckets(&self, tx: &mut Tx<'_>, name: &str, key: &[u8]) -> Result<Marks> {
        self.marks(tx, Use::Counter, name, &[key])
    }

    /// The row of a window that began at `start`. A window begun before keys were changed keeps its row to its end, so
    /// that no count is forgotten.
    pub(crate) fn window_bucket(
        &self,
        tx: &mut Tx<'_>,
        name: &str,
        key: &[u8],
        start: Moment,
    ) -> Result<Vec<u8>> {
        let ring = self.at(tx)?;
        let (since, live) = (ring.standing(Use::Counter).since, ring.live(Use::Counter));
        let before = live[1..].last().copied().filter(|_| start < since);
        Ok(ring.hash(Use::Counter, before.unwrap_or(live[0]), name, &[key]))
    }

    /// A signature over the parts, in this order: for forms and for links to pictures. Begin with a word
    /// for the use, so that a signature made for one is worth nothing for another.
    pub fn form_mac(&self, parts: &[&[u8]]) -> Vec<u8> {
        let ring = self.ring();
        mac(ring.key(Use::Form, ring.current(Use::Form)), FORM, parts)
    }

    /// Whether a signature over the parts is what was sent, as `fits` sees it: it is asked for the signature of each
    /// generation, so a form that was open while keys were changed is as good as any.
    pub fn any_form_mac(&self, parts: &[&[u8]], fits: impl Fn(&[u8]) -> bool) -> bool {
        let fits_one = |ring: &Ring| {
            let all = ring.held.generations(Use::Form).rev();
            all.filter_map(|one| ring.held.key(Use::Form, one)).any(|key| fits(&mac(key, FORM, parts)))
        };
        // Another process may have signed with a key that was made a moment ago.
        fits_one(&self.ring()) || (self.has_read_again() && fits_one(&self.ring()))
    }
}

pub(super) const NUMBER: &str = "number";
pub(super) const EMAIL: &str = "email";
pub(super) const INVITATION: &str = "invitation code";
const FORM: &str = "form";
/// Of a hash under the first generation; a later one has the generation's number before it.
const HASH_BYTES: usize = 32;

fn code_hash(ring: &Ring, generation: u8, flow: SignupId, number_hash: &[u8], code: &str) -> Vec<u8> {
    let flow = i64::from(flow).to_be_bytes();
    ring.hash(Use::Code, generation, "signup code", &[&flow, number_hash, code.as_bytes()])
}

/// Compares in a time that tells nothing of where the two differ.
pub fn is_same(one: &[u8], other: &[u8]) -> bool {
    one.ct_eq(other).into()
}

/// Each part goes in with its length, so that no two lists of parts read alike.
pub(super) fn mac(key: &Key, label: &str, parts: &[&[u8]]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&key[..]).expect("HMAC takes a key of any length");
    for part in std::iter::once(&label.as_bytes()).chain(parts) {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_together() {
        let keys = Keyring::make();
        assert_ne!(keys.form_mac(&[b"ab", b"c"]), keys.form_mac(&[b"a", b"bc"]));
        assert_ne!(keys.form_mac(&[b"ab"]), keys.form_mac(&[b"ab", b""]));
        let bucket = |keys: &Keyring, name: &str| keys.ring().hash(Use::Counter, 1, name, &[b"x"]);
        assert_ne!(bucket(&keys, "one"), bucket(&keys, "two"));
        assert_ne!(bucket(&keys, "one"), bucket(&Keyring::make(), "one"));
        assert!(is_same(&keys.form_mac(&[b"a"]), &keys.form_mac(&[b"a"])));
    }
}
