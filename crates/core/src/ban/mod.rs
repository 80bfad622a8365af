//! Who is kept out: members who are suspended, and numbers that may not sign up again.
//!
//! A ban is kept by the keyed hash of the number alone, so it holds after the account is gone and still names
//! nobody. At the door a banned number is answered like any other; only the phone is never sent a code.

mod queries;
mod reason;
mod suspend;

pub use reason::{MEMO_CHARACTERS, Memo, MemoTooLong, Reason, Sentence};
pub use suspend::{Suspension, resume, suspend, suspension_of};

use crate::ids::MemberId;
use crate::member::Card;
use crate::moment::Moment;
use crate::security_log::{self, Event, Kind};
use crate::store::upsert::hold;
use crate::store::{Result, Tx};

/// A ban ends after so many seconds (one year) unless the site says otherwise: numbers pass to other people.
pub const DEFAULT_SECONDS: i64 = 365 * 86_400;

/// A number on the list, as far as it can be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ban {
    /// Why.
    pub reason: Option<Reason>,
    /// What the operators wrote beside it.
    pub memo: String,
    /// Since when.
    pub banned_at: Moment,
    /// Until when.
    pub expires_at: Moment,
}

/// Somebody who is kept out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptOut {
    /// Who.
    pub card: Card,
    /// Why and since when.
    pub suspension: Suspension,
    /// Until when their number is on the list, if it is.
    pub banned_until: Option<Moment>,
}

/// Whether a number may not sign up, by all its [marks](crate::secrets::Marks): a ban keeps the one it was made with,
/// for the number itself is not here to be hashed anew.
pub fn is_banned(tx: &mut Tx<'_>, marks: &[Vec<u8>]) -> Result<bool> {
    queries::is_banned(tx, marks)
}

/// Puts a member's number on the list for so many seconds, with those they have changed away from and could still take
/// back, and suspends the member. `false` if nobody of that id has a number.
pub fn ban(tx: &mut Tx<'_>, member: MemberId, sentence: &Sentence, seconds: i64) -> Result<bool> {
    hold(tx, vec![member.into()])?;
    let numbers = queries::list_number_hashes(tx, member)?;
    if numbers.is_empty() {
        return Ok(false);
    }
    let expires_at = tx.now().plus_seconds(seconds.max(1));
    for number_hash in &numbers {
        queries::put_ban(tx, number_hash, member, sentence, expires_at)?;
    }
    suspend(tx, member, sentence)?;
    security_log::record(tx, sentence.event(Kind::Banned, member))?;
    Ok(true)
}

/// Takes a member's number off the list and lets the member in again. `false` if it was not on it.
pub fn lift(tx: &mut Tx<'_>, member: MemberId, sentence: &Sentence) -> Result<bool> {
    if !queries::delete_ban_of(tx, member)? {
        return Ok(false);
    }
    security_log::record(tx, sentence.event(Kind::BanLifted, member))?;
    resume(tx, member, sentence)?;
    Ok(true)
}

/// The ban of a member's number, if it is on the list now.
pub fn ban_of(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Ban>> {
    queries::find_ban_of(tx, member)
}

/// Members who are kept out, the last one first, at most so many.
pub fn list_kept_out(tx: &mut Tx<'_>, most: i64) -> Result<Vec<KeptOut>> {
    let mut all = Vec::new();
    for (card, suspension) in queries::list_suspended(tx, most)? {
        let banned_until = queries::find_ban_of(tx, card.id)?.map(|ban| ban.expires_at);
        all.push(KeptOut { card, suspension, banned_until });
    }
    Ok(all)
}

/// Numbers on the list whose accounts are gone, the last one first, at most so many.
pub fn list_nameless(tx: &mut Tx<'_>, most: i64) -> Result<Vec<Ban>> {
    queries::list_nameless(tx, most)
}

/// For a member who is being deleted: the ban stays and no longer says whose number it was.
pub fn forget_member(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    queries::forget_member(tx, member)
}

/// Deletes bans that have ended. Returns how many went.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    queries::delete_ended(tx)
}

impl Sentence {
    fn event(&self, kind: Kind, member: MemberId) -> Event<'_> {
        let event = Event::of(kind).member(member).note(self.reason.word());
        match self.by {
            Some(operator) => event.operator(operator),
            None => event,
        }
    }
}
