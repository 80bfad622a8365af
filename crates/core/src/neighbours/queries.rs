//! Neighbourhoods in the database.

use diesel::prelude::*;

use crate::ids::PrefixId;
use crate::moment::Moment;
use crate::store::schema::prefixes::{self, table};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

#[derive(Queryable)]
pub(super) struct Row {
    pub(super) id: PrefixId,
    pub(super) held_at: Option<Moment>,
}

#[derive(Queryable)]
pub(super) struct Listed {
    pub(super) id: PrefixId,
    pub(super) sealed: Vec<u8>,
    pub(super) country: String,
    pub(super) held_at: Option<Moment>,
}

/// An update that changes nothing: it holds the row until the transaction ends.
pub(super) fn hold(tx: &mut Tx<'_>, marks: &[Vec<u8>]) -> Result<Option<Row>> {
    Ok(diesel::update(table.filter(prefixes::bucket.eq_any(marks)))
        .set(prefixes::counted_from.eq(prefixes::counted_from))
        .returning((prefixes::id, prefixes::held_at))
        .get_result(tx.db)
        .optional()?)
}

/// If another process was quicker, its row is the one that counts.
pub(super) fn insert(
    tx: &mut Tx<'_>,
    id: PrefixId,
    bucket: &[u8],
    sealed: &[u8],
    wider: Option<PrefixId>,
    country: &str,
) -> Result<Row> {
    let new = (
        prefixes::id.eq(id),
        prefixes::bucket.eq(bucket),
        prefixes::sealed.eq(sealed),
        prefixes::wider_id.eq(wider.map(i64::from)),
        prefixes::country.eq(country),
        prefixes::counted_from.eq(0i64),
    );
    let kept = diesel::insert_into(table)
        .values(new)
        .on_conflict(prefixes::bucket)
        .do_update()
        .set(prefixes::country.eq(country))
        .returning((prefixes::id, prefixes::held_at));
    Ok(Both(kept).get_result(tx.db)?)
}

pub(super) fn find_counted_from(tx: &mut Tx<'_>, id: PrefixId) -> Result<Moment> {
    Ok(table.find(i64::from(id)).select(prefixes::counted_from).first(tx.db)?)
}

pub(super) fn list_free_within(tx: &mut Tx<'_>, wider: PrefixId) -> Result<Vec<PrefixId>> {
    Ok(table
        .filter(prefixes::wider_id.eq(i64::from(wider)))
        .filter(prefixes::held_at.is_null())
        .select(prefixes::id)
        .load(tx.db)?)
}

/// The country, if it was not held before.
pub(super) fn put_on_hold(tx: &mut Tx<'_>, id: PrefixId) -> Result<Option<String>> {
    let now = tx.now();
    Ok(diesel::update(table.find(i64::from(id)))
        .filter(prefixes::held_at.is_null())
        .set(prefixes::held_at.eq(Some(now)))
        .returning(prefixes::country)
        .get_result(tx.db)
        .optional()?)
}

/// The wider neighbourhood forgets with it, or it would be held for the very same messages.
pub(super) fn release(tx: &mut Tx<'_>, id: PrefixId) -> Result<bool> {
    let now = tx.now();
    let wider: Option<Option<i64>> = diesel::update(table.find(i64::from(id)))
        .filter(prefixes::held_at.is_not_null())
        .set((prefixes::held_at.eq(None::<Moment>), prefixes::counted_from.eq(now)))
        .returning(prefixes::wider_id)
        .get_result(tx.db)
        .optional()?;
    if let Some(Some(wider)) = wider {
        diesel::update(table.find(wider)).set(prefixes::counted_from.eq(now)).execute(tx.db)?;
    }
    Ok(wider.is_some())
}

pub(super) fn list_held(tx: &mut Tx<'_>) -> Result<Vec<Listed>> {
    Ok(table
        .filter(prefixes::held_at.is_not_null())
        .order(prefixes::held_at.desc())
        .select((prefixes::id, prefixes::sealed, prefixes::country, prefixes::held_at))
        .load(tx.db)?)
}

pub(super) fn list(tx: &mut Tx<'_>, ids: &[PrefixId]) -> Result<Vec<Listed>> {
    let ids: Vec<i64> = ids.iter().map(|id| i64::from(*id)).collect();
    Ok(table
        .filter(prefixes::id.eq_any(ids))
        .select((prefixes::id, prefixes::sealed, prefixes::country, prefixes::held_at))
        .load(tx.db)?)
}
