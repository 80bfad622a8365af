//! Back to the old number: for whoever did not change it.

use super::enter::Texts;
use super::key::Key;
use super::{queries, waits};
use crate::ids::{MemberId, NumberUndoId};
use crate::letter::{self, Matter};
use crate::limit::Take;
use crate::limit::pace;
use crate::login::{self, Admission, LoginRules};
use crate::one_time::{self, Owner};
use crate::phone::PhoneNumber;
use crate::secrets::{Keyring, Purpose};
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx, upsert};
use crate::{claim, email, passkey, signup, text_message};

const TRIES: &str = "number undo";

/// What somebody gives to take a change back.
#[derive(Clone, Copy)]
pub struct Undo<'a> {
    /// The key from the text, or the link of the letter.
    pub key: &'a str,
    /// What stands beside it: the password of that day, or the other key.
    pub proof: &'a str,
    /// The address block it comes from.
    pub client: &'a str,
}

/// A change that this key would take back.
#[derive(Clone)]
pub struct Taken {
    /// Which.
    pub id: NumberUndoId,
    /// Whose number it is.
    pub nickname: String,
    /// The password of that day.
    pub password_hash: String,
    /// The proof is the other key: the password is not needed.
    pub has_both_keys: bool,
}

/// Whether a try may go on to the password.
#[must_use]
pub enum Looked {
    /// It may, and was counted.
    Found(Box<Taken>),
    /// No change is open under this key.
    Unknown,
    /// Too many tries.
    Wait {
        /// At least 1.
        seconds: i64,
    },
}

/// Counts a try, per client and then per change, and finds what it would take back.
pub fn look(tx: &mut Tx<'_>, keys: &Keyring, given: Undo<'_>, rules: &LoginRules) -> Result<Looked> {
    if let Admission::Wait { seconds } = login::admit_client(tx, keys, given.client, rules)? {
        return Ok(Looked::Wait { seconds });
    }
    let Some(key) = Key::read(tx, keys, given.key)? else { return Ok(Looked::Unknown) };
    let Some(found) = queries::find_undo(tx, &key)? else { return Ok(Looked::Unknown) };
    let id = i64::from(found.id).to_be_bytes();
    pace::hold(tx, keys, TRIES, &id)?;
    if let Take::Refused { retry_after_seconds: seconds } =
        pace::look(tx, keys, TRIES, &id, rules.per_account())?
    {
        return Ok(Looked::Wait { seconds });
    }
    pace::note(tx, keys, TRIES, &id)?;
    let has_both_keys = match (&key, Key::read(tx, keys, given.proof)?) {
        (Key::Text(_), Some(other @ Key::Letter(_))) | (Key::Letter(_), Some(other @ Key::Text(_))) => {
            queries::find_undo(tx, &other)?.is_some_and(|other| other.id == found.id)
        }
        _ => false,
    };
    let (nickname, password_hash) = (found.nickname, found.password_hash);
    Ok(Looked::Found(Box::new(Taken { id: found.id, nickname, password_hash, has_both_keys })))
}

/// The old number comes back with a new password (its hash), and whatever was changed since is gone: later changes of
/// the number, sessions, phones, PINs, passkeys, an app put up since, an address confirmed since. `false`: somebody was
/// quicker, or the time is over.
pub fn undo(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    id: NumberUndoId,
    password_hash: &str,
    client: &str,
    texts: &Texts,
) -> Result<bool> {
    let Some(member) = queries::member_of(tx, id)? else { return Ok(false) };
    upsert::hold(tx, vec![member.into()])?;
    let Some(back) = queries::take_undo(tx, id)? else { return Ok(false) };
    let number = waits::open(keys, member, &back.sealed)?;
    signup::hold_number(tx, keys, &number)?;
    queries::delete_since(tx, member, back.changed_at)?;
    let marks = keys.number_marks(tx, &number)?;
    let sealed = keys.seal(tx, Purpose::Phone, member.into(), number.as_e164().as_bytes())?;
    queries::put_phone(tx, member, marks.current(), &sealed)?;
    login::change_password(tx, member, password_hash, client)?;
    passkey::forget_since(tx, member, back.changed_at)?;
    one_time::remove_since(tx, Owner::Member(member), back.changed_at)?;
    email::forget_since(tx, member, back.changed_at)?;
    // Whoever takes a number back still has it.
    claim::keep(tx, member)?;
    tell(tx, keys, member, &number, texts)?;
    security_log::record(tx, Event::of(Kind::NumberBack).member(member).client(client))?;
    Ok(true)
}

fn tell(tx: &mut Tx<'_>, keys: &Keyring, member: MemberId, old: &PhoneNumber, texts: &Texts) -> Result<()> {
    const WORTH_SECONDS: i64 = 86_400;
    letter::tell(tx, keys, member, Matter::NumberBack, None)?;
    let expires_at = tx.now().plus_seconds(WORTH_SECONDS);
    text_message::queue(tx, keys, old, &texts.back, expires_at)?;
    Ok(())
}
