//! An operator at the desk: one session each browser, in a table of its own.

use super::{DeskToken, Operator, OperatorRules, queries};
use crate::ids::{DeskId, OperatorId};
use crate::moment::Moment;
use crate::store::{Result, Tx};

/// A session seen so recently is not written again, in seconds.
const TOUCHED_EVERY_SECONDS: i64 = 60;

/// A live session at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    /// Which.
    pub id: DeskId,
    /// Who sits at it.
    pub operator: Operator,
    /// When it was last written down as used.
    pub seen_at: Moment,
    /// When it was opened.
    pub created_at: Moment,
}

impl Desk {
    /// Whether its use is to be written down again.
    pub fn wants_touch(&self, now: Moment) -> bool {
        now.seconds_since(self.seen_at) >= TOUCHED_EVERY_SECONDS
    }
}

/// What a token leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A live session.
    Live(Desk),
    /// A session that is over; to be ended.
    Over(DeskId),
    /// Nothing.
    Nobody,
}

/// Opens a session. Only after a right password and a right code of the second factor.
pub(super) fn open(tx: &mut Tx<'_>, operator: OperatorId, client: &str) -> Result<DeskToken> {
    let token = DeskToken::draw();
    let id = tx.fresh_id();
    queries::insert_session(tx, id, &token.hash(), operator, client)?;
    Ok(token)
}

/// The session of a shown token.
pub fn find(tx: &mut Tx<'_>, token: &DeskToken, rules: &OperatorRules) -> Result<Found> {
    let Some(desk) = queries::find_session(tx, &token.hash())? else { return Ok(Found::Nobody) };
    let (idle_since, begun) = rules.ends(tx.now());
    let is_over = desk.seen_at <= idle_since || desk.created_at <= begun;
    Ok(if is_over { Found::Over(desk.id) } else { Found::Live(desk) })
}

/// Writes down that a session is in use.
pub fn touch(tx: &mut Tx<'_>, id: DeskId) -> Result<()> {
    queries::touch_session(tx, id)
}

/// Ends a session.
pub fn end(tx: &mut Tx<'_>, id: DeskId) -> Result<()> {
    queries::delete_session(tx, id)
}

/// Ends every session of an operator.
pub fn end_all(tx: &mut Tx<'_>, operator: OperatorId) -> Result<()> {
    queries::delete_sessions_of(tx, operator)
}

/// Deletes the sessions that are over. Returns how many went.
pub fn sweep(tx: &mut Tx<'_>, rules: &OperatorRules) -> Result<usize> {
    let (idle_since, begun) = rules.ends(tx.now());
    queries::delete_sessions_over(tx, idle_since, begun)
}
