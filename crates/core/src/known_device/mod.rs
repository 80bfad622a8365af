//! Phones a member has signed in on. Being known opens nothing: it only spares a phone the waits that strangers
//! cause by guessing at the account from elsewhere.
//!
//! The mark lies in a cookie of its own. It outlives sessions, and dies with the password.

mod queries;

use crate::ids::{DeviceId, MemberId};
use crate::login::LoginRules;
use crate::moment::Moment;
use crate::secrets::token;
use crate::store::{Result, Tx};

token! {
    /// What a known phone carries.
    Mark, 'k'
}

/// A known phone, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Which.
    pub id: DeviceId,
    /// The phone in a few words.
    pub device: String,
    /// When somebody last signed in on it.
    pub seen_at: Moment,
}

/// Those who have signed in on the phone with this mark.
pub fn owners(tx: &mut Tx<'_>, mark: &Mark) -> Result<Vec<MemberId>> {
    queries::list_owners(tx, &mark.hash())
}

/// Remembers the phone somebody has just signed in on. Gives the mark to hand out: the one shown, if it was given
/// to anybody here, else a new one; so a mark that was planted from outside is worth nothing.
pub fn remember(
    tx: &mut Tx<'_>,
    member: MemberId,
    shown: Option<&Mark>,
    device: &str,
    rules: &LoginRules,
) -> Result<Mark> {
    let mark = match shown {
        Some(mark) if !owners(tx, mark)?.is_empty() => mark.clone(),
        _ => Mark::draw(),
    };
    queries::put(tx, member, &mark.hash(), device)?;
    queries::delete_beyond(tx, member, rules.devices)?;
    Ok(mark)
}

/// The known phones of a member, the last used first.
pub fn list(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<Known>> {
    queries::list(tx, member)
}

/// Which of a member's phones carries this mark.
pub fn find(tx: &mut Tx<'_>, member: MemberId, mark: &Mark) -> Result<Option<DeviceId>> {
    queries::find(tx, member, &mark.hash())
}

/// Forgets one of the member's own phones. `false`: they have no such phone.
pub fn forget(tx: &mut Tx<'_>, member: MemberId, id: DeviceId) -> Result<bool> {
    queries::delete_one_of(tx, member, id)
}

/// Forgets every phone of a member.
pub fn forget_all(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    queries::delete_of(tx, member)
}

/// Forgets phones that nobody has signed in on for so long. Returns how many went.
pub fn sweep(tx: &mut Tx<'_>, seconds: i64) -> Result<usize> {
    let before = tx.now().plus_seconds(-seconds);
    queries::delete_unseen_since(tx, before)
}
