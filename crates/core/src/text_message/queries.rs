//! The queue in the database. Every change of state names the state it leaves, so that of two workers one
//! finds nothing to change.

use diesel::prelude::*;

use super::state::State;
use super::{Errand, Outgoing, Report};
use crate::ids::{PrefixId, SignupId, TextId};
use crate::moment::Moment;
use crate::store::schema::text_messages::{self, table};
use crate::store::{Result, Tx};

const NOTHING: &[u8] = &[];

pub(super) fn insert(tx: &mut Tx<'_>, id: TextId, sealed: &[u8], message: &Outgoing<'_>) -> Result<()> {
    let now = tx.now();
    let state = if message.on_list { State::OnList } else { State::Waiting };
    diesel::insert_into(table)
        .values((
            text_messages::id.eq(id),
            text_messages::sealed.eq(sealed),
            text_messages::state.eq(state.stored()),
            text_messages::tries.eq(0i16),
            text_messages::due_at.eq(now),
            text_messages::expires_at.eq(message.expires_at),
            text_messages::created_at.eq(now),
            text_messages::errand.eq(message.errand.stored()),
            text_messages::channel.eq(message.channel.stored()),
            text_messages::flow_id.eq(message.flow.map(i64::from)),
            text_messages::country.eq(message.to.country()),
            text_messages::prefix_id.eq(message.prefix.map(i64::from)),
            text_messages::last_two.eq(message.to.last_two()),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn expire(tx: &mut Tx<'_>) -> Result<()> {
    let now = tx.now();
    diesel::update(table)
        .filter(text_messages::state.eq_any([State::Waiting.stored(), State::OnList.stored()]))
        .filter(text_messages::expires_at.le(now))
        .set((
            text_messages::state.eq(State::Expired.stored()),
            text_messages::sealed.eq(NOTHING),
            text_messages::settled_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn list_due(tx: &mut Tx<'_>, stopped: &[String], most: i64) -> Result<Vec<TextId>> {
    if most < 1 {
        return Ok(Vec::new());
    }
    Ok(table
        .filter(text_messages::state.eq(State::Waiting.stored()))
        .filter(text_messages::country.ne_all(stopped))
        .filter(text_messages::due_at.le(tx.now()))
        .order((text_messages::due_at, text_messages::id))
        .limit(most)
        .select(text_messages::id)
        .load(tx.db)?)
}

/// A message as claimed.
#[derive(Queryable)]
pub(super) struct Claimed {
    pub(super) sealed: Vec<u8>,
    pub(super) tries: i16,
    pub(super) errand: i16,
    pub(super) channel: i16,
    pub(super) flow_id: Option<SignupId>,
}

/// From now on `due_at` is the moment of the claim.
pub(super) fn claim(tx: &mut Tx<'_>, id: TextId) -> Result<Option<Claimed>> {
    let now = tx.now();
    Ok(diesel::update(table.find(i64::from(id)))
        .filter(text_messages::state.eq(State::Waiting.stored()))
        .set((
            text_messages::state.eq(State::BeingSent.stored()),
            text_messages::tries.eq(text_messages::tries + 1i16),
            text_messages::due_at.eq(now),
        ))
        .returning((
            text_messages::sealed,
            text_messages::tries,
            text_messages::errand,
            text_messages::channel,
            text_messages::flow_id,
        ))
        .get_result(tx.db)
        .optional()?)
}

pub(super) fn settle(
    tx: &mut Tx<'_>,
    id: TextId,
    state: State,
    provider_id: Option<&str>,
    error: Option<&str>,
) -> Result<()> {
    let now = tx.now();
    diesel::update(table.find(i64::from(id)))
        .filter(text_messages::state.eq(State::BeingSent.stored()))
        .set((
            text_messages::state.eq(state.stored()),
            text_messages::sealed.eq(NOTHING),
            text_messages::provider_id.eq(provider_id),
            text_messages::error.eq(error),
            text_messages::settled_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// Whether the message waits again; if not, it had its tries or would be too old.
pub(super) fn requeue(
    tx: &mut Tx<'_>,
    id: TextId,
    due_at: Moment,
    most_tries: i16,
    error: &str,
) -> Result<bool> {
    let changed = diesel::update(table.find(i64::from(id)))
        .filter(text_messages::state.eq(State::BeingSent.stored()))
        .filter(text_messages::tries.lt(most_tries))
        .filter(text_messages::expires_at.gt(due_at))
        .set((
            text_messages::state.eq(State::Waiting.stored()),
            text_messages::due_at.eq(due_at),
            text_messages::error.eq(error),
        ))
        .execute(tx.db)?;
    Ok(changed > 0)
}

pub(super) fn interrupt(tx: &mut Tx<'_>, claimed_by: Moment) -> Result<usize> {
    let now = tx.now();
    Ok(diesel::update(table)
        .filter(text_messages::state.eq(State::BeingSent.stored()))
        .filter(text_messages::due_at.le(claimed_by))
        .set((
            text_messages::state.eq(State::Unknown.stored()),
            text_messages::sealed.eq(NOTHING),
            text_messages::error.eq("interrupted"),
            text_messages::settled_at.eq(now),
        ))
        .execute(tx.db)?)
}

pub(super) fn delete_settled_before(tx: &mut Tx<'_>, moment: Moment) -> Result<usize> {
    Ok(diesel::delete(table.filter(text_messages::settled_at.lt(moment))).execute(tx.db)?)
}

pub(super) fn mark_verified(tx: &mut Tx<'_>, flow: SignupId) -> Result<()> {
    let now = tx.now();
    diesel::update(table.filter(text_messages::flow_id.eq(i64::from(flow))))
        .set(text_messages::verified_at.eq(Some(now)))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn apply_report(tx: &mut Tx<'_>, report: &Report<'_>, last: i16) -> Result<bool> {
    let step = report.delivery.stored();
    let error = Some(report.error).filter(|error| !error.is_empty());
    let is_ours = text_messages::provider_id.is_null().or(text_messages::provider_id.eq(report.provider_id));
    let goes_on = text_messages::delivery
        .is_null()
        .or(text_messages::delivery.lt(step).and(text_messages::delivery.lt(last)));
    let changed = diesel::update(table.find(i64::from(report.id)))
        .filter(text_messages::state.ne_all([State::Waiting.stored(), State::OnList.stored()]))
        .filter(text_messages::errand.ne(Errand::Silent.stored()))
        .filter(is_ours)
        .filter(goes_on)
        .set((
            text_messages::delivery.eq(Some(step)),
            text_messages::delivery_error.eq(error),
            text_messages::provider_id.eq(report.provider_id),
        ))
        .execute(tx.db)?;
    Ok(changed > 0)
}

pub(super) fn learn_fate(tx: &mut Tx<'_>, id: TextId, provider_id: &str) -> Result<()> {
    diesel::update(table.find(i64::from(id)))
        .filter(text_messages::state.eq(State::Unknown.stored()))
        .filter(text_messages::provider_id.eq(provider_id))
        .set(text_messages::state.eq(State::Accepted.stored()))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn count_listed(tx: &mut Tx<'_>) -> Result<i64> {
    Ok(table.filter(text_messages::state.eq(State::OnList.stored())).count().get_result(tx.db)?)
}

pub(super) fn list_listed(
    tx: &mut Tx<'_>,
    stopped: &[String],
    most: i64,
) -> Result<Vec<(TextId, String, i16)>> {
    Ok(table
        .filter(text_messages::state.eq(State::OnList.stored()))
        .filter(text_messages::country.ne_all(stopped))
        .order((text_messages::due_at, text_messages::id))
        .limit(most)
        .select((text_messages::id, text_messages::country, text_messages::errand))
        .load(tx.db)?)
}

/// The flow of a message that was on the list and is in the queue now; `None` if another was quicker.
pub(super) fn take_off_list(tx: &mut Tx<'_>, id: TextId) -> Result<Option<Option<SignupId>>> {
    let now = tx.now();
    Ok(diesel::update(table.find(i64::from(id)))
        .filter(text_messages::state.eq(State::OnList.stored()))
        .set((text_messages::state.eq(State::Waiting.stored()), text_messages::due_at.eq(now)))
        .returning(text_messages::flow_id)
        .get_result(tx.db)
        .optional()?)
}

/// Sends to the neighbours since then, and how many of them came back as a code typed in.
pub(crate) fn count_conversion(tx: &mut Tx<'_>, prefixes: &[PrefixId], since: Moment) -> Result<(i64, i64)> {
    let ids: Vec<i64> = prefixes.iter().map(|id| i64::from(*id)).collect();
    let unsent = [State::OnList.stored(), State::Silent.stored(), State::Expired.stored()];
    let sent = table
        .filter(text_messages::prefix_id.eq_any(&ids))
        .filter(text_messages::created_at.gt(since))
        .filter(text_messages::state.ne_all(unsent))
        .filter(text_messages::errand.ne(Errand::Silent.stored()));
    let sends = sent.count().get_result(tx.db)?;
    let back = table
        .filter(text_messages::prefix_id.eq_any(&ids))
        .filter(text_messages::created_at.gt(since))
        .filter(text_messages::verified_at.is_not_null());
    Ok((sends, back.count().get_result(tx.db)?))
}
