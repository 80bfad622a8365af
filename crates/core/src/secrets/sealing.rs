//! Sealing (XChaCha20-Poly1305): what must be read again, and only in the row it was sealed for.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use rand::RngExt;
use zeroize::Zeroizing;

use super::held::{Held, Key};
use super::keyring::Keyring;
use super::ring::Ring;
use super::uses::Use;
use crate::store::{Error, Tx};

/// Which column a sealed thing belongs to. Moved to another, it does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The number of a member; the row is the member's id.
    Phone,
    /// The number of somebody signing up; the row is the flow's id.
    Signup,
    /// A text message waiting to be sent; the row is the message's id.
    TextMessage,
    /// The code and the link of an invitation; the row is the invitation's id.
    Invitation,
    /// A letter waiting to be sent; the row is the letter's id.
    Letter,
    /// The confirmed address of a member; the row is the member's id.
    Email,
    /// An address a member has named and not confirmed; the row is the member's id.
    EmailClaim,
    /// A password typed into one form while another is being answered; the row is the session's id.
    Carried,
    /// What neighbouring numbers share; the row is the neighbourhood's id.
    Prefix,
    /// The second factor of an operator; the row is the operator's id.
    OperatorOneTime,
    /// The second factor of a member; the row is the member's id.
    MemberOneTime,
    /// Recovery codes that an operator has not written down yet; the row is the operator's id.
    OperatorCodes,
    /// The code that a phone at the door shows; the row is the beginning of the guest's hash.
    Approval,
    /// Recovery codes that a member has not written down yet; the row is the member's id.
    MemberCodes,
    /// Where a phone's push service takes its messages; the row is the bell's id.
    Bell,
    /// A key pair of the site's own; the row is the pair's id.
    KeyPair,
}

impl Purpose {
    fn label(self) -> &'static [u8] {
        match self {
            Purpose::Phone => b"phones.number",
            Purpose::Signup => b"signups.number",
            Purpose::TextMessage => b"text_messages.sealed",
            Purpose::Invitation => b"invitations.sealed",
            Purpose::Letter => b"letters.sealed",
            Purpose::Email => b"emails.address",
            Purpose::EmailClaim => b"email_claims.address",
            Purpose::Carried => b"carried",
            Purpose::Prefix => b"prefixes.sealed",
            Purpose::OperatorOneTime => b"one_time_secrets.operator",
            Purpose::MemberOneTime => b"one_time_secrets.member",
            Purpose::OperatorCodes => b"one_time_secrets.operator_codes",
            Purpose::Approval => b"approvals.code",
            Purpose::MemberCodes => b"one_time_secrets.member_codes",
            Purpose::Bell => b"bells.endpoint",
            Purpose::KeyPair => b"key_pairs.sealed",
        }
    }
}

/// Sealed under a key that is not here, for another row, or changed since.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a sealed value does not open")]
pub struct CannotOpen;

impl From<CannotOpen> for Error {
    fn from(why: CannotOpen) -> Error {
        Error::Broken(why.to_string())
    }
}

const NONCE_BYTES: usize = 24;

impl Keyring {
    /// Seals `plain` for one row. What comes out: key id (1 byte), nonce (24), ciphertext and tag (16).
    pub fn seal(
        &self,
        tx: &mut Tx<'_>,
        purpose: Purpose,
        row: i64,
        plain: &[u8],
    ) -> crate::store::Result<Vec<u8>> {
        Ok(self.at(tx)?.seal(purpose, row, plain))
    }

    /// Seals what is kept nowhere: it travels in a page and comes back soon.
    pub fn seal_for_a_page(&self, purpose: Purpose, row: i64, plain: &[u8]) -> Vec<u8> {
        self.ring().seal(purpose, row, plain)
    }

    /// Opens what was sealed for this row and purpose, under whichever generation of keys that was.
    pub fn open_sealed(
        &self,
        purpose: Purpose,
        row: i64,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, CannotOpen> {
        let ring = self.ring();
        let is_unknown = sealed.first().is_some_and(|id| ring.held.key(Use::Data, *id).is_none());
        // Another process may have sealed it with a key that was made a moment ago.
        let ring = if is_unknown && self.has_read_again() { self.ring() } else { ring };
        open(&ring.held, purpose, row, sealed)
    }
}

impl Ring {
    pub(super) fn seal(&self, purpose: Purpose, row: i64, plain: &[u8]) -> Vec<u8> {
        let mut nonce = [0; NONCE_BYTES];
        rand::rng().fill(&mut nonce);
        let generation = self.current(Use::Data);
        let bound = bound_to(purpose, row);
        let secret = cipher(self.key(Use::Data, generation))
            .encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: &bound })
            .expect("a number or a message is far shorter than the cipher's limit");
        [&[generation][..], &nonce, &secret].concat()
    }
}

pub(super) fn open(
    held: &Held,
    purpose: Purpose,
    row: i64,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, CannotOpen> {
    let (generation, rest) = sealed.split_first().ok_or(CannotOpen)?;
    let (nonce, secret) = rest.split_first_chunk::<NONCE_BYTES>().ok_or(CannotOpen)?;
    let bound = bound_to(purpose, row);
    held.key(Use::Data, *generation)
        .and_then(|key| cipher(key).decrypt(&XNonce::from(*nonce), Payload { msg: secret, aad: &bound }).ok())
        .map(Zeroizing::new)
        .ok_or(CannotOpen)
}

fn cipher(key: &Key) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new_from_slice(&key[..]).expect("the key is as long as the cipher's")
}

fn bound_to(purpose: Purpose, row: i64) -> Vec<u8> {
    [purpose.label(), &row.to_be_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_opens_in_its_own_row_alone() {
        let keys = Keyring::make();
        let sealed = keys.seal_for_a_page(Purpose::Phone, 7, b"+819012345678");
        assert_eq!(
            keys.open_sealed(Purpose::Phone, 7, &sealed).as_deref().map(Vec::as_slice),
            Ok(&b"+819012345678"[..])
        );
        assert!(keys.open_sealed(Purpose::Phone, 8, &sealed).is_err());
        assert!(keys.open_sealed(Purpose::Signup, 7, &sealed).is_err());
        assert!(Keyring::make().open_sealed(Purpose::Phone, 7, &sealed).is_err());
    }

    #[test]
    fn a_changed_or_cut_value_does_not_open() {
        let keys = Keyring::make();
        let sealed = keys.seal_for_a_page(Purpose::Phone, 7, b"x");
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(keys.open_sealed(Purpose::Phone, 7, &changed).is_err(), "byte {at}");
            assert!(keys.open_sealed(Purpose::Phone, 7, &sealed[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn an_old_data_key_still_opens_after_a_new_one_seals() {
        use crate::moment::Moment;
        use crate::secrets::held::Made;
        let keys = Keyring::make();
        let old = keys.seal_for_a_page(Purpose::Phone, 7, b"x");
        let held = keys.ring().held.with(Use::Data, 2, Made::fresh(Moment::from_millis(0)));
        let mark = held.fingerprint(Use::Data, 2).unwrap_or_default();
        let first = held.fingerprint(Use::Data, 1).unwrap_or_default();
        let told = vec![("keys data".to_owned(), format!("2 0 1:{first} 2:{mark}"))];
        let ring = Ring::of(std::sync::Arc::new(held), told);
        let sealed = ring.as_ref().map(|ring| ring.seal(Purpose::Phone, 7, b"x"));
        assert_eq!(sealed.map(|sealed| sealed[0]), Ok(2));
        assert!(ring.is_ok_and(|ring| open(&ring.held, Purpose::Phone, 7, &old).is_ok()));
    }
}
