//! A member's own sessions: which phones are signed in, and sending them away.

use super::{SessionRules, queries};
use crate::ids::{MemberId, SessionId};
use crate::moment::Moment;
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx};

/// A session as its owner sees it. Where it was used from is kept nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub id: SessionId,
    /// The token rides in the address.
    pub in_path: bool,
    /// The device in a few words.
    pub device: String,
    /// Last use, to the minute.
    pub seen_at: Moment,
    /// Login.
    pub created_at: Moment,
}

/// The live sessions of a member, the last used first.
pub fn list(tx: &mut Tx<'_>, member: MemberId, rules: &SessionRules) -> Result<Vec<Line>> {
    let now = tx.now();
    let mut lines = queries::list(tx, member)?;
    lines.retain(|line| {
        let (idle_since, begun) = rules.ends(line.in_path, now);
        line.seen_at > idle_since && line.created_at > begun
    });
    Ok(lines)
}

/// Ends one of the member's own sessions. `false`: the member has no such session.
pub fn end_one(tx: &mut Tx<'_>, member: MemberId, id: SessionId, client: &str) -> Result<bool> {
    let ended = queries::delete_one_of(tx, member, id)? > 0;
    if ended {
        security_log::record(tx, Event::of(Kind::SessionEnded).member(member).client(client))?;
    }
    Ok(ended)
}

/// Ends every session of the member but this one. Returns how many went.
pub fn end_others(tx: &mut Tx<'_>, member: MemberId, kept: SessionId, client: &str) -> Result<usize> {
    let ended = queries::delete_others_of(tx, member, kept)?;
    if ended > 0 {
        security_log::record(tx, Event::of(Kind::SessionEnded).member(member).client(client).note("others"))?;
    }
    Ok(ended)
}
