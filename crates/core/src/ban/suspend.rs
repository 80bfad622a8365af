//! Suspending a member: gone for everybody at once, signed out everywhere, and able to come back.

use super::{Reason, Sentence, queries};
use crate::ids::MemberId;
use crate::member::{State, queries as members};
use crate::moment::Moment;
use crate::security_log::{self, Kind};
use crate::session;
use crate::store::upsert::hold;
use crate::store::{Result, Tx};

/// Why and since when a member is suspended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspension {
    /// Why.
    pub reason: Option<Reason>,
    /// What the operators wrote beside it.
    pub memo: String,
    /// Since when.
    pub suspended_at: Moment,
}

/// Suspends an active member and ends their sessions: their next request finds nobody, and neither does anybody
/// else's. `false` if there is no active member of that id.
///
/// Their row is held first, as by everybody who opens or ends their sessions: a session opened at this moment is ended
/// here, or is never opened.
pub fn suspend(tx: &mut Tx<'_>, member: MemberId, sentence: &Sentence) -> Result<bool> {
    hold(tx, vec![member.into()])?;
    session::end_all(tx, member)?;
    if !members::change_state(tx, member, State::Active, State::Suspended)? {
        return Ok(false);
    }
    queries::put_suspension(tx, member, sentence)?;
    security_log::record(tx, sentence.event(Kind::Suspended, member))?;
    Ok(true)
}

/// Lets a suspended member in again; their entries and ties are as they were. `false` if none was suspended.
pub fn resume(tx: &mut Tx<'_>, member: MemberId, sentence: &Sentence) -> Result<bool> {
    if !members::change_state(tx, member, State::Suspended, State::Active)? {
        return Ok(false);
    }
    queries::delete_suspension(tx, member)?;
    security_log::record(tx, sentence.event(Kind::Resumed, member))?;
    Ok(true)
}

/// Why a member is suspended, if they are.
pub fn suspension_of(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Suspension>> {
    queries::find_suspension(tx, member)
}
