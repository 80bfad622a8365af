//! Passkeys: keys that never leave a member's phone. Here lies their public half; what a browser sends is judged
//! before it comes here, and nothing here knows its form.

mod queries;

use crate::ids::{MemberId, PasskeyId};
use crate::letter::{self, Matter};
use crate::limit;
use crate::moment::Moment;
use crate::secrets::Keyring;
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx, upsert};

/// The most of one member.
const MOST: usize = 10;
const CHALLENGES: &str = "passkey challenge";

/// A passkey, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// Which.
    pub id: PasskeyId,
    /// The phone it was made on, in a few words.
    pub device: String,
    /// When somebody last signed in with it.
    pub used_at: Moment,
}

/// What a signature is verified with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Which passkey.
    pub id: PasskeyId,
    /// Whose it is.
    pub member: MemberId,
    /// The public key, as it was handed in.
    pub public_key: Vec<u8>,
    /// The highest count so far.
    pub counter: i64,
}

/// A new passkey.
#[derive(Clone, Debug)]
pub struct NewPasskey {
    /// What the phone calls the key.
    pub credential: Vec<u8>,
    /// Its public half.
    pub public_key: Vec<u8>,
    /// How often it has signed.
    pub counter: i64,
    /// The phone it is made on, in a few words.
    pub device: String,
}

/// Uses up a challenge that was given at that moment. `false`: it was used before.
pub fn use_challenge(tx: &mut Tx<'_>, keys: &Keyring, challenge: &[u8], given_at: Moment) -> Result<bool> {
    limit::once(tx, keys, CHALLENGES, challenge, given_at)
}

/// Keeps a passkey. `false`: there are ten already, or somebody has this one.
pub fn add(tx: &mut Tx<'_>, keys: &Keyring, me: MemberId, new: &NewPasskey, client: &str) -> Result<bool> {
    upsert::hold(tx, vec![me.into()])?;
    if queries::list(tx, me)?.len() >= MOST || !queries::insert_if_absent(tx, me, new)? {
        return Ok(false);
    }
    letter::tell(tx, keys, me, Matter::GuardChanged, None)?;
    security_log::record(tx, Event::of(Kind::PasskeyAdded).member(me).client(client))?;
    Ok(true)
}

/// The passkey that a phone calls so.
pub fn find(tx: &mut Tx<'_>, credential: &[u8]) -> Result<Option<Known>> {
    queries::find(tx, credential)
}

/// A signature was right. `false`: its count is not above the last one, so the key was copied. Phones that do not
/// count say 0 each time.
pub fn used(tx: &mut Tx<'_>, known: &Known, counter: i64) -> Result<bool> {
    queries::count(tx, known.id, counter)
}

/// The passkeys of a member, the last used first.
pub fn list(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Passkey>> {
    queries::list(tx, me)
}

/// What phones call the passkeys of a member.
pub fn credentials(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Vec<u8>>> {
    queries::credentials(tx, me)
}

/// Takes one of the member's own off. `false`: they have no such passkey.
pub fn remove(tx: &mut Tx<'_>, keys: &Keyring, me: MemberId, id: PasskeyId, client: &str) -> Result<bool> {
    let removed = queries::delete_one_of(tx, me, id)?;
    if removed {
        letter::tell(tx, keys, me, Matter::GuardChanged, None)?;
        security_log::record(tx, Event::of(Kind::PasskeyRemoved).member(me).client(client))?;
    }
    Ok(removed)
}

/// Takes off what was made at that moment or later: whoever took an account over made it.
pub(crate) fn forget_since(tx: &mut Tx<'_>, member: MemberId, moment: Moment) -> Result<()> {
    queries::delete_since(tx, member, moment)
}
