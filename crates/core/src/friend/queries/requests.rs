//! Requests in the database. Who was asked and let it go hears nothing more of it; for who asked, it waits on.

use diesel::dsl::{IsNull, LtEq, Or};
use diesel::prelude::*;

use crate::friend::{REQUEST_SECONDS, Request};
use crate::ids::MemberId;
use crate::member::State;
use crate::member::queries::{CARD, CardRow};
use crate::moment::Moment;
use crate::store::schema::friend_requests::{self, table};
use crate::store::schema::members;
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

/// When a request was made that waits no more, though its row has to stay.
const TAKEN_BACK: Moment = Moment::from_millis(0);

/// Requests that were made before this are over.
pub(crate) fn waiting_from(tx: &Tx<'_>) -> Moment {
    tx.now().plus_seconds(-REQUEST_SECONDS)
}

/// Of requests, those that whoever is asked hears of.
pub(crate) fn is_heard(
    now: Moment,
) -> Or<IsNull<friend_requests::quiet_until>, LtEq<friend_requests::quiet_until, Option<Moment>>> {
    friend_requests::quiet_until.is_null().or(friend_requests::quiet_until.le(Some(now)))
}

/// Rows that say nothing any more: over, and quiet no longer.
pub(in crate::friend) fn delete_requests_over(tx: &mut Tx<'_>) -> Result<usize> {
    let over = table.filter(friend_requests::created_at.le(waiting_from(tx))).filter(is_heard(tx.now()));
    Ok(diesel::delete(over).execute(tx.db)?)
}

/// When `from` asked, if that waits; whether or not `to` let it go.
pub(in crate::friend) fn find_request(
    tx: &mut Tx<'_>,
    from: MemberId,
    to: MemberId,
) -> Result<Option<Moment>> {
    Ok(table
        .find((i64::from(from), i64::from(to)))
        .filter(friend_requests::created_at.gt(waiting_from(tx)))
        .select(friend_requests::created_at)
        .first(tx.db)
        .optional()?)
}

/// Whether `from` waits for an answer, as `from` knows it.
pub(crate) fn has_asked(tx: &mut Tx<'_>, from: MemberId, to: MemberId) -> Result<bool> {
    Ok(find_request(tx, from, to)?.is_some())
}

/// Whether `to` let a request of `from` go not long ago.
pub(in crate::friend) fn is_quiet(tx: &mut Tx<'_>, from: MemberId, to: MemberId) -> Result<bool> {
    let quiet = table
        .find((i64::from(from), i64::from(to)))
        .filter(friend_requests::quiet_until.gt(Some(tx.now())))
        .select(friend_requests::to_id);
    Ok(quiet.first::<i64>(tx.db).optional()?.is_some())
}

/// Whether `from` waits for an answer, as `to` knows it.
pub(crate) fn is_asked_by(tx: &mut Tx<'_>, to: MemberId, from: MemberId) -> Result<bool> {
    Ok(has_asked(tx, from, to)? && !is_quiet(tx, from, to)?)
}

pub(in crate::friend) fn put_request(
    tx: &mut Tx<'_>,
    from: MemberId,
    to: MemberId,
    message: &str,
    quiet_until: Option<Moment>,
) -> Result<()> {
    let now = tx.now();
    let said = (
        friend_requests::message.eq(message),
        friend_requests::created_at.eq(now),
        friend_requests::quiet_until.eq(quiet_until),
    );
    Both(
        diesel::insert_into(table)
            .values((friend_requests::from_id.eq(from), friend_requests::to_id.eq(to), said))
            .on_conflict((friend_requests::from_id, friend_requests::to_id))
            .do_update()
            .set(said),
    )
    .execute(tx.db)?;
    Ok(())
}

/// Another message with a request that waits.
pub(in crate::friend) fn reword_request(
    tx: &mut Tx<'_>,
    from: MemberId,
    to: MemberId,
    message: &str,
) -> Result<()> {
    let one = table.find((i64::from(from), i64::from(to)));
    diesel::update(one).set(friend_requests::message.eq(message)).execute(tx.db)?;
    Ok(())
}

/// From now until then `to` hears nothing of `from`.
pub(in crate::friend) fn quieten_request(
    tx: &mut Tx<'_>,
    from: MemberId,
    to: MemberId,
    until: Moment,
) -> Result<()> {
    let one = table.find((i64::from(from), i64::from(to)));
    diesel::update(one).set(friend_requests::quiet_until.eq(Some(until))).execute(tx.db)?;
    Ok(())
}

/// Of a request that is quiet nothing stays but that it is: otherwise asking anew would be heard.
pub(in crate::friend) fn take_back_request(tx: &mut Tx<'_>, from: MemberId, to: MemberId) -> Result<()> {
    if !is_quiet(tx, from, to)? {
        return delete_request(tx, from, to);
    }
    let nothing = (friend_requests::message.eq(""), friend_requests::created_at.eq(TAKEN_BACK));
    diesel::update(table.find((i64::from(from), i64::from(to)))).set(nothing).execute(tx.db)?;
    Ok(())
}

pub(crate) fn delete_request(tx: &mut Tx<'_>, from: MemberId, to: MemberId) -> Result<()> {
    diesel::delete(table.find((i64::from(from), i64::from(to)))).execute(tx.db)?;
    Ok(())
}

pub(in crate::friend) fn requests_to(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Request>> {
    let rows: Vec<(CardRow, String, Moment)> = table
        .inner_join(members::table.on(members::id.eq(friend_requests::from_id)))
        .filter(friend_requests::to_id.eq(me))
        .filter(friend_requests::created_at.gt(waiting_from(tx)))
        .filter(is_heard(tx.now()))
        .filter(members::state.eq(State::Active.stored()))
        .order(friend_requests::created_at.desc())
        .select((CARD, friend_requests::message, friend_requests::created_at))
        .load(tx.db)?;
    Ok(rows.into_iter().map(request).collect())
}

pub(in crate::friend) fn requests_from(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Request>> {
    let rows: Vec<(CardRow, String, Moment)> = table
        .inner_join(members::table.on(members::id.eq(friend_requests::to_id)))
        .filter(friend_requests::from_id.eq(me))
        .filter(friend_requests::created_at.gt(waiting_from(tx)))
        .filter(members::state.eq(State::Active.stored()))
        .order(friend_requests::created_at.desc())
        .select((CARD, friend_requests::message, friend_requests::created_at))
        .load(tx.db)?;
    Ok(rows.into_iter().map(request).collect())
}

fn request((card, message, created_at): (CardRow, String, Moment)) -> Request {
    Request { card: card.into(), message, created_at }
}

/// How many ask me, of those who are still here.
pub(crate) fn count_requests_to(tx: &mut Tx<'_>, me: MemberId) -> Result<i64> {
    count_requests_since(tx, me, Moment::from_millis(i64::MIN))
}

/// How many of those that still wait came after `since`.
pub(crate) fn count_requests_since(tx: &mut Tx<'_>, me: MemberId, since: Moment) -> Result<i64> {
    Ok(table
        .inner_join(members::table.on(members::id.eq(friend_requests::from_id)))
        .filter(friend_requests::to_id.eq(me))
        .filter(friend_requests::created_at.gt(since.max(waiting_from(tx))))
        .filter(is_heard(tx.now()))
        .filter(members::state.eq(State::Active.stored()))
        .count()
        .get_result(tx.db)?)
}
