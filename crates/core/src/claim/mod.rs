//! A number that came to somebody new while an account stands behind it.
//!
//! Proving it never opens that account. It begins a claim: the account is told by letter and in red, and asked whether
//! it still has the number. If nobody says so in time the number is released: the account lives on with whatever else
//! it is opened by, and the number signs up afresh. Its password opens it too, with the number it had for a name
//! ([`crate::login::find_former`]), since many have nothing else. The one who claims learns nothing of the account, and
//! is kept nowhere: whoever proves the number again sees how the claim stands.

mod queries;
mod rules;

pub use rules::ClaimRules;

pub(crate) use queries::State;

use crate::ids::{MemberId, NumberClaimId};
use crate::letter::{self, Matter};
use crate::limit::pace;
use crate::moment::Moment;
use crate::secrets::{Keyring, Marks};
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx, upsert};
use crate::{number, signup};

const CLAIM: &str = "number claim";

/// How a number stands, as far as whoever proves it may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody's: it signs up.
    Free,
    /// There is an account.
    Held {
        /// Whether a claim may begin now.
        can_claim: bool,
    },
    /// Its owner is being asked.
    Claimed {
        /// Until when.
        until: Moment,
    },
    /// Its owner still has it.
    Kept {
        /// Whether another claim may begin now.
        can_claim: bool,
    },
}

/// How the number that this guest has proven stands. `None`: they have proven none.
pub fn standing(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    guest: &[u8],
    rules: &ClaimRules,
) -> Result<Option<Standing>> {
    let Some(number) = signup::proven_number(tx, keys, guest)? else { return Ok(None) };
    let marks = keys.number_marks(tx, &number)?;
    standing_of(tx, &marks, rules).map(Some)
}

fn standing_of(tx: &mut Tx<'_>, marks: &Marks, rules: &ClaimRules) -> Result<Standing> {
    if number::owner_of(tx, marks.all())?.is_none() {
        // Kept for somebody for some hours more: there is nobody to ask, and it will be free by itself.
        let is_kept = number::is_kept(tx, marks.all(), None)?;
        return Ok(if is_kept { Standing::Held { can_claim: false } } else { Standing::Free });
    }
    let since = tx.now().plus_seconds(-rules.within_seconds);
    let claims = queries::list_since(tx, marks.all(), since)?;
    let can_claim = (claims.len() as i64) < rules.per_number;
    Ok(match claims.first() {
        Some((State::Open, until)) => Standing::Claimed { until: *until },
        Some((State::Kept, _)) => Standing::Kept { can_claim },
        _ => Standing::Held { can_claim },
    })
}

/// Begins a claim of the number this guest has proven; of any number of parallel calls one does. Gives how it stands
/// then. `None`: they have proven none.
pub fn begin(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    guest: &[u8],
    client: &str,
    rules: &ClaimRules,
) -> Result<Option<Standing>> {
    let Some(number) = signup::proven_number(tx, keys, guest)? else { return Ok(None) };
    let marks = keys.number_marks(tx, &number)?;
    let Some(owner) = number::owner_of(tx, marks.all())? else {
        return standing_of(tx, &marks, rules).map(Some);
    };
    upsert::hold(tx, vec![owner.into()])?;
    pace::hold(tx, keys, CLAIM, number.as_e164().as_bytes())?;
    let may_begin = match standing_of(tx, &marks, rules)? {
        Standing::Held { can_claim } | Standing::Kept { can_claim } => can_claim,
        Standing::Free | Standing::Claimed { .. } => false,
    };
    if may_begin && number::owner_of(tx, marks.all())? == Some(owner) {
        let until = tx.now().plus_seconds(rules.wait_seconds);
        queries::insert(tx, marks.current(), owner, until)?;
        letter::tell(tx, keys, owner, Matter::NumberClaimed, None)?;
        security_log::record(tx, Event::of(Kind::NumberClaimed).member(owner).client(client))?;
    }
    standing_of(tx, &marks, rules).map(Some)
}

/// Until when `me` is asked whether their number is still theirs, if somebody claims it.
pub fn ends_at(tx: &mut Tx<'_>, me: MemberId) -> Result<Option<Moment>> {
    queries::find_end_of(tx, me)
}

/// "I still have it": whatever claims the numbers of `me` is over. `false`: nobody does, or it is too late.
pub fn keep(tx: &mut Tx<'_>, me: MemberId) -> Result<bool> {
    upsert::hold(tx, vec![me.into()])?;
    let kept = queries::settle_of(tx, me, State::Kept)?;
    if kept {
        security_log::record(tx, Event::of(Kind::NumberKept).member(me))?;
    }
    Ok(kept)
}

/// Claims that nobody contested in time, at most `most`.
pub fn list_due(tx: &mut Tx<'_>, most: i64) -> Result<Vec<NumberClaimId>> {
    queries::list_due(tx, most)
}

/// The member has another number by now: nothing claims it, and the old one is free once it cannot come back.
pub(crate) fn let_go(tx: &mut Tx<'_>, me: MemberId) -> Result<()> {
    queries::settle_of(tx, me, State::Released).map(drop)
}

/// Releases the number of a claim whose time is over: the account has none from here on. `false`: it was kept after
/// all. An open claim is always to the number its owner has now: whoever changes theirs lets it go.
pub fn release(tx: &mut Tx<'_>, keys: &Keyring, id: NumberClaimId) -> Result<bool> {
    let Some(owner) = queries::find_owner(tx, id)? else { return Ok(false) };
    upsert::hold(tx, vec![owner.into()])?;
    if !queries::settle_due(tx, id)? {
        return Ok(false);
    }
    if number::release(tx, owner)? {
        letter::tell(tx, keys, owner, Matter::NumberReleased, None)?;
        security_log::record(tx, Event::of(Kind::NumberReleased).member(owner))?;
    }
    Ok(true)
}

/// Deletes claims that are over and count for no limit any more. Whoever has had no number since theirs was released
/// signs in by it until they have, so that claim is kept. Returns how many went.
pub fn sweep(tx: &mut Tx<'_>, rules: &ClaimRules) -> Result<usize> {
    let before = tx.now().plus_seconds(-rules.within_seconds);
    queries::delete_settled_before(tx, before)
}
