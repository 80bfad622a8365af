//! The second step of signing in, for members who have a second factor: whoever has given the first one waits here,
//! and nobody comes in on any way around it.
//!
//! Three limits hold it: few tries a step, a short life, and growing waits for one member whatever step or phone the
//! tries come from. A phone that is known waits for its own tries alone.

mod app;
mod queries;
mod rules;

pub use app::{
    Confirmed, Standing, begin as begin_app, codes_were_written_down, confirm, make_codes, standing, turn_off,
};
pub use rules::SecondStepRules;

use crate::ids::MemberId;
use crate::known_device::{self, Mark};
use crate::limit::Take;
use crate::limit::pace;
use crate::login::{LoginRules, Tried};
use crate::one_time::{self, Checked, Owner};
use crate::secrets::Keyring;
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx};

const CODES: &str = "second step";
const INSIDE: &str = "second step inside";

/// A code at the second step.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    /// Whose phone: the hash of the guest's mark.
    pub guest: &'a [u8],
    /// What was typed.
    pub code: &'a str,
    /// The address block it comes from.
    pub client: &'a str,
    /// The mark of this phone, if it shows one.
    pub mark: Option<&'a Mark>,
}

/// What became of it.
#[must_use]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entered {
    /// Both factors are given.
    In {
        /// Who comes in.
        member: MemberId,
        /// What the first step was counted under.
        tried: Option<Tried>,
    },
    /// It was wrong; so many tries are left.
    Wrong {
        /// At least 1.
        left: i16,
    },
    /// Too many tries lately: not before so many seconds.
    Wait {
        /// At least 1.
        seconds: i64,
    },
    /// Nobody waits here, or no longer: back to the first step.
    Over,
}

/// Whether this member is asked for a second factor.
pub fn is_asked(tx: &mut Tx<'_>, member: MemberId) -> Result<bool> {
    one_time::has(tx, Owner::Member(member))
}

/// The first factor was right: this guest is asked for the second. An earlier step of the same guest is gone.
pub fn begin(
    tx: &mut Tx<'_>,
    guest: &[u8],
    member: MemberId,
    tried: Option<&Tried>,
    rules: &SecondStepRules,
) -> Result<()> {
    let until = tx.now().plus_seconds(rules.seconds);
    queries::put(tx, guest, member, tried, rules.tries, until)
}

/// Whether this guest is being asked.
pub fn waits(tx: &mut Tx<'_>, guest: &[u8]) -> Result<bool> {
    Ok(queries::find(tx, guest)?.is_some())
}

/// Judges a code. It is counted before it is looked at, in the same transaction.
pub fn enter(tx: &mut Tx<'_>, keys: &Keyring, entry: Entry<'_>, limits: &LoginRules) -> Result<Entered> {
    let Some(member) = queries::find(tx, entry.guest)? else { return Ok(Entered::Over) };
    let key = key(tx, member, entry.mark)?;
    pace::hold(tx, keys, CODES, &key)?;
    // Whoever waited here while the right code was judged leaves no try behind: the step is over.
    if queries::find(tx, entry.guest)?.is_none() {
        return Ok(Entered::Over);
    }
    if let Take::Refused { retry_after_seconds } = pace::look(tx, keys, CODES, &key, limits.per_account())? {
        return Ok(Entered::Wait { seconds: retry_after_seconds });
    }
    pace::note(tx, keys, CODES, &key)?;
    let Some((left, tried)) = queries::take_try(tx, entry.guest)? else { return Ok(Entered::Over) };
    let checked = one_time::check(tx, keys, Owner::Member(member), entry.code)?;
    if !checked.is_right() {
        return wrong(tx, member, entry, left);
    }
    queries::delete(tx, entry.guest)?;
    pace::forget(tx, keys, CODES, &key)?;
    if checked == Checked::Recovery {
        security_log::record(tx, Event::of(Kind::RecoveryUsed).member(member).client(entry.client))?;
    }
    Ok(Entered::In { member, tried })
}

fn wrong(tx: &mut Tx<'_>, member: MemberId, entry: Entry<'_>, left: i16) -> Result<Entered> {
    let event = Event::of(Kind::SignInFailed).member(member).client(entry.client).note("second step");
    security_log::record(tx, event)?;
    if left > 0 {
        return Ok(Entered::Wrong { left });
    }
    queries::delete(tx, entry.guest)?;
    Ok(Entered::Over)
}

/// Tries of a phone that this member has signed in on are its own.
fn key(tx: &mut Tx<'_>, member: MemberId, mark: Option<&Mark>) -> Result<Vec<u8>> {
    let mut key = i64::from(member).to_be_bytes().to_vec();
    if let Some(mark) = mark
        && known_device::find(tx, member, mark)?.is_some()
    {
        key.extend(mark.hash());
    }
    Ok(key)
}

/// What became of a code asked for inside a session.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inside {
    /// It was right, or no second factor is asked for.
    Right,
    /// It was wrong.
    Wrong,
    /// Too many tries lately: not before so many seconds.
    Wait {
        /// At least 1.
        seconds: i64,
    },
}

/// Judges a code before a serious step of somebody who is signed in. These tries are counted apart from those at the
/// door, so that nobody there can make a member wait.
pub fn check_inside(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    me: MemberId,
    code: &str,
    client: &str,
    limits: &LoginRules,
) -> Result<Inside> {
    if !is_asked(tx, me)? {
        return Ok(Inside::Right);
    }
    if code.trim().is_empty() {
        return Ok(Inside::Wrong);
    }
    let id = i64::from(me).to_be_bytes();
    pace::hold(tx, keys, INSIDE, &id)?;
    if let Take::Refused { retry_after_seconds } = pace::look(tx, keys, INSIDE, &id, limits.per_account())? {
        return Ok(Inside::Wait { seconds: retry_after_seconds });
    }
    pace::note(tx, keys, INSIDE, &id)?;
    if one_time::check(tx, keys, Owner::Member(me), code)?.is_right() {
        pace::forget(tx, keys, INSIDE, &id)?;
        return Ok(Inside::Right);
    }
    let event = Event::of(Kind::SignInFailed).member(me).client(client).note("second step");
    security_log::record(tx, event)?;
    Ok(Inside::Wrong)
}

/// Whoever waits here with this member's first factor waits no more: the password has changed.
pub fn forget_all(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    queries::delete_of(tx, member)
}

/// Deletes steps that are over. Returns how many went.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    queries::delete_over(tx)
}
