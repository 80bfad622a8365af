//! An operator's yes or no to somebody who waits.

use super::come_in::befriend_inviter;
use super::queries;
use crate::ban::{self, Sentence};
use crate::ids::{MemberId, OperatorId};
use crate::invitation::queries::find_inviter;
use crate::limit::{self, Window};
use crate::member::{State, queries as members};
use crate::phone::PhoneNumber;
use crate::secrets::{Keyring, Purpose};
use crate::security_log::{self, Event, Kind};
use crate::store::{Error, Result, Tx};
use crate::text_message;

/// What the phone of an approved member is told, once.
#[derive(Clone, Debug)]
pub struct Welcome {
    /// The words in Japanese.
    pub ja: String,
    /// The words in English.
    pub en: String,
    /// The message is not worth sending after so many seconds.
    pub good_seconds: i64,
    /// Approvals that are told by text message: beyond it the yes holds and the phone hears nothing.
    pub most: Window,
}

const WELCOMES: &str = "approvals told by text message";

/// Lets a waiting member in, and queues the one message that tells them. `false` if nobody of that id waits: another
/// operator was quicker.
pub fn approve(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    member: MemberId,
    by: Option<OperatorId>,
    welcome: &Welcome,
) -> Result<bool> {
    if !members::change_state(tx, member, State::Waiting, State::Active)? {
        return Ok(false);
    }
    if let Some((invitation, true)) = queries::take_application(tx, member)?
        && let Some((inviter, true)) = find_inviter(tx, invitation)?
    {
        befriend_inviter(tx, inviter, member)?;
    }
    record(tx, Kind::Approved, member, by)?;
    tell(tx, keys, member, welcome)?;
    Ok(true)
}

fn tell(tx: &mut Tx<'_>, keys: &Keyring, member: MemberId, welcome: &Welcome) -> Result<()> {
    let Some((sealed, language)) = queries::find_number_and_language(tx, member)? else { return Ok(()) };
    if !limit::take(tx, keys, WELCOMES, &[], welcome.most)?.is_granted() {
        return Ok(());
    }
    let plain = keys.open_sealed(Purpose::Phone, member.into(), &sealed)?;
    let e164 =
        std::str::from_utf8(&plain).map_err(|_| Error::Broken("a sealed number is not text".to_owned()))?;
    let words = if language.as_deref() == Some("en") { &welcome.en } else { &welcome.ja };
    let expires_at = tx.now().plus_seconds(welcome.good_seconds);
    text_message::queue(tx, keys, &PhoneNumber::from_kept(e164), words, expires_at)?;
    Ok(())
}

/// Sends a waiting member away: nothing of them is kept, and their number may try again. With a sentence the number
/// goes on the list for so many seconds instead. `false` if nobody of that id waits.
pub fn decline(
    tx: &mut Tx<'_>,
    member: MemberId,
    by: Option<OperatorId>,
    sentence: Option<(&Sentence, i64)>,
) -> Result<bool> {
    if !members::change_state(tx, member, State::Waiting, State::Left)? {
        return Ok(false);
    }
    record(tx, Kind::Declined, member, by)?;
    if let Some((sentence, seconds)) = sentence {
        ban::ban(tx, member, sentence, seconds)?;
    }
    ban::forget_member(tx, member)?;
    queries::delete_applicant(tx, member)?;
    Ok(true)
}

fn record(tx: &mut Tx<'_>, kind: Kind, member: MemberId, by: Option<OperatorId>) -> Result<()> {
    let event = Event::of(kind).member(member);
    security_log::record(tx, by.map_or(event, |operator| event.operator(operator)))
}
