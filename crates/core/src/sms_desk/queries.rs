//! The day's messages.

use diesel::prelude::*;

use crate::ids::PrefixId;
use crate::moment::Moment;
use crate::store::schema::text_messages::{self, table};
use crate::store::{Result, Tx};
use crate::text_message::{Errand, State};

/// A message without its words and its number.
#[derive(Queryable)]
pub(super) struct Message {
    pub(super) state: i16,
    pub(super) errand: i16,
    pub(super) country: String,
    pub(super) prefix_id: Option<PrefixId>,
    pub(super) last_two: String,
    pub(super) created_at: Moment,
    pub(super) verified_at: Option<Moment>,
    pub(super) error: Option<String>,
    pub(super) delivery: Option<i16>,
    pub(super) delivery_error: Option<String>,
}

/// The newest first.
pub(super) fn list_since(tx: &mut Tx<'_>, since: Moment, most: i64) -> Result<Vec<Message>> {
    Ok(table
        .filter(text_messages::created_at.ge(since))
        .order(text_messages::id.desc())
        .limit(most)
        .select((
            text_messages::state,
            text_messages::errand,
            text_messages::country,
            text_messages::prefix_id,
            text_messages::last_two,
            text_messages::created_at,
            text_messages::verified_at,
            text_messages::error,
            text_messages::delivery,
            text_messages::delivery_error,
        ))
        .load(tx.db)?)
}

/// Messages to one country over the days looked back over.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct OfMonth {
    /// Two letters.
    pub country: String,
    /// Sent.
    pub sent: i64,
    /// Came back as a code typed in.
    pub verified: i64,
}

/// Countries since then, the most messages first.
pub(super) fn count_by_country(tx: &mut Tx<'_>, since: Moment) -> Result<Vec<OfMonth>> {
    let mut countries: Vec<OfMonth> = table
        .filter(text_messages::created_at.ge(since))
        .filter(text_messages::state.eq_any(left()))
        .filter(text_messages::errand.ne(Errand::Silent.stored()))
        .group_by(text_messages::country)
        .select((
            text_messages::country,
            diesel::dsl::count_star(),
            diesel::dsl::count(text_messages::verified_at),
        ))
        .load(tx.db)?;
    countries.sort_by(|one, other| (-one.sent, &one.country).cmp(&(-other.sent, &other.country)));
    Ok(countries)
}

/// The states of what left, or may have.
fn left() -> [i16; 3] {
    [State::BeingSent, State::Accepted, State::Unknown].map(State::stored)
}

/// Messages that left, or may have, from one moment until before another.
pub(super) fn count_sent(tx: &mut Tx<'_>, from: Moment, until: Moment) -> Result<i64> {
    Ok(table
        .filter(text_messages::created_at.ge(from))
        .filter(text_messages::created_at.lt(until))
        .filter(text_messages::state.eq_any(left()))
        .filter(text_messages::errand.ne(Errand::Silent.stored()))
        .count()
        .get_result(tx.db)?)
}
