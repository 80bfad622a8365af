//! One ring: claimed before the push service is asked, settled after. Of two processes one gets it; what was claimed by
//! one that died is looked at again some minutes later, and a ring too many says no more than one.

use jiff::tz::TimeZone;
use zeroize::Zeroizing;

use super::queries::{self, Row};
use super::{BellRules, news};
use crate::ids::BellId;
use crate::moment::Moment;
use crate::notice::settings::NoticeRules;
use crate::secrets::{Keyring, Purpose};
use crate::session::{self, SessionRules};
use crate::store::{Result, Tx};

/// Longer than any attempt may take, in seconds.
const LOST_AFTER_SECONDS: i64 = 300;
/// How long until a phone is looked at again whose address this process cannot open, in seconds.
const UNREADABLE_SECONDS: i64 = 3600;

/// What says when a phone may ring.
#[derive(Clone, Copy)]
pub struct Times<'a> {
    /// How often.
    pub bells: &'a BellRules,
    /// When it is night.
    pub notices: &'a NoticeRules,
    /// How long a session lives.
    pub sessions: &'a SessionRules,
    /// Where the night falls.
    pub zone: &'a TimeZone,
}

/// A phone to ring now.
pub struct Ring {
    /// Which.
    pub id: BellId,
    /// Where its push service takes the message: a secret of the phone's.
    pub endpoint: Zeroizing<String>,
    since: Moment,
    stirred_at: Option<Moment>,
    unheard: i16,
    tries: i16,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rang {
    /// The push service has taken the message.
    Yes,
    /// It knows no such phone any more.
    Gone,
    /// It did not get through; not again before so many seconds.
    NotYet {
        /// What the push service asked for; 0 if it did not say.
        seconds: i64,
    },
}

/// What a look at a phone that is due comes to.
enum Verdict {
    /// There is nothing to ring for.
    Rest,
    /// Not before then.
    Wait(Moment),
    /// Now; it has rung so often without its owner looking.
    Now(i16),
}

/// Claims a phone that is due. `None`: nothing to ring for, or not now.
pub fn claim(tx: &mut Tx<'_>, keys: &Keyring, id: BellId, times: Times<'_>) -> Result<Option<Ring>> {
    let now = tx.now();
    let Some(row) = queries::find(tx, id)? else { return Ok(None) };
    let Some(due_at) = row.due_at.filter(|due| *due <= now) else { return Ok(None) };
    let Some(since) = row.since else { return queries::rest(tx, id, row.stirred_at).map(|()| None) };
    let unheard = match judge(tx, &row, since, times)? {
        Verdict::Now(unheard) => unheard,
        Verdict::Rest => return queries::rest(tx, id, row.stirred_at).map(|()| None),
        Verdict::Wait(until) => return queries::put_off(tx, id, due_at, until).map(|_| None),
    };
    let Ok(endpoint) = keys.open_sealed(Purpose::Bell, id.into(), &row.endpoint_sealed) else {
        // Sealed with a key that this process has not: it is not for this one to forget.
        return queries::put_off(tx, id, due_at, now.plus_seconds(UNREADABLE_SECONDS)).map(|_| None);
    };
    let is_claimed = queries::put_off(tx, id, due_at, now.plus_seconds(LOST_AFTER_SECONDS))?;
    let endpoint = Zeroizing::new(String::from_utf8_lossy(&endpoint).into_owned());
    let (stirred_at, tries) = (row.stirred_at, row.tries);
    Ok(is_claimed.then_some(Ring { id, endpoint, since, stirred_at, unheard, tries }))
}

/// The night and the pause are asked before what there is to tell: what is told is what waits when it rings.
fn judge(tx: &mut Tx<'_>, row: &Row, since: Moment, times: Times<'_>) -> Result<Verdict> {
    let now = tx.now();
    if session::find_by_id(tx, row.session, times.sessions)?.is_none() {
        return Ok(Verdict::Rest);
    }
    let unheard = if has_looked(tx, row)? { 0 } else { row.unheard };
    let may_ring_at = times.notices.awake(earliest(row, since, unheard, times).max(now), times.zone);
    if may_ring_at > now {
        return Ok(Verdict::Wait(may_ring_at));
    }
    let has_news = news::has_any(tx, row.member, since)?;
    Ok(if has_news { Verdict::Now(unheard) } else { Verdict::Rest })
}

/// Whether the member was here, with whatever phone, since this one rang.
fn has_looked(tx: &mut Tx<'_>, row: &Row) -> Result<bool> {
    match row.rung_at {
        Some(rung_at) => queries::was_seen_since(tx, row.member, rung_at),
        None => Ok(true),
    }
}

fn earliest(row: &Row, since: Moment, unheard: i16, times: Times<'_>) -> Moment {
    let first = since.plus_seconds(times.bells.after_seconds);
    let next = row.rung_at.map(|rung_at| rung_at.plus_seconds(times.bells.pause_seconds(unheard)));
    next.map_or(first, |next| next.max(first))
}

/// Writes down what became of a ring.
pub fn settle(tx: &mut Tx<'_>, ring: &Ring, rang: Rang, rules: &BellRules) -> Result<()> {
    match rang {
        Rang::Gone => queries::delete(tx, ring.id),
        Rang::Yes => {
            queries::has_rung(tx, ring.id, ring.unheard.saturating_add(1))?;
            queries::rest(tx, ring.id, ring.stirred_at)
        }
        Rang::NotYet { seconds } => not_yet(tx, ring, seconds, rules),
    }
}

/// The push service had no place for it: it was not tried, and comes again so many seconds later.
pub fn give_back(tx: &mut Tx<'_>, ring: &Ring, seconds: i64) -> Result<()> {
    let again_at = tx.now().plus_seconds(seconds);
    queries::set_due(tx, ring.id, again_at)
}

/// Tried again, later and later, until it is given up: the phone is forgotten, as if its push service had said so.
fn not_yet(tx: &mut Tx<'_>, ring: &Ring, seconds: i64, rules: &BellRules) -> Result<()> {
    let now = tx.now();
    let failing_since = queries::failing_since(tx, ring.id)?.unwrap_or(now);
    if now.seconds_since(failing_since) >= rules.give_up_seconds {
        return queries::delete(tx, ring.id);
    }
    let tries = ring.tries.saturating_add(1);
    let again_at = now.plus_seconds(seconds.max(BellRules::retry_seconds(tries)));
    queries::has_failed(tx, ring.id, failing_since, tries, again_at)
}

impl std::fmt::Debug for Ring {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Ring({}, since {})", self.id, self.since.millis())
    }
}
