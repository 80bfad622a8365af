//! Footprints in the database.

use diesel::prelude::*;

use crate::ids::MemberId;
use crate::member::queries::{CARD, CardRow};
use crate::member::{Card, State};
use crate::moment::Moment;
use crate::store::schema::{footprint_totals, footprints, members};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

/// True if this is the visitor's first look of the day.
pub(super) fn insert_if_first(tx: &mut Tx<'_>, owner: MemberId, day: i32, visitor: MemberId) -> Result<bool> {
    let now = tx.now();
    let inserted = Both(
        diesel::insert_into(footprints::table)
            .values((
                footprints::owner_id.eq(owner),
                footprints::day.eq(day),
                footprints::visitor_id.eq(visitor),
                footprints::first_at.eq(now),
                footprints::last_at.eq(now),
                footprints::visits.eq(1),
            ))
            .on_conflict_do_nothing(),
    )
    .execute(tx.db)?;
    Ok(inserted == 1)
}

pub(super) fn bump(tx: &mut Tx<'_>, owner: MemberId, day: i32, visitor: MemberId) -> Result<()> {
    let now = tx.now();
    diesel::update(footprints::table.find((i64::from(owner), day, i64::from(visitor))))
        .set((footprints::last_at.eq(now), footprints::visits.eq(footprints::visits + 1)))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn raise_total(tx: &mut Tx<'_>, owner: MemberId) -> Result<()> {
    Both(
        diesel::insert_into(footprint_totals::table)
            .values((footprint_totals::owner_id.eq(owner), footprint_totals::total.eq(1)))
            .on_conflict(footprint_totals::owner_id)
            .do_update()
            .set(footprint_totals::total.eq(footprint_totals::total + 1)),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn total(tx: &mut Tx<'_>, owner: MemberId) -> Result<i64> {
    let found = footprint_totals::table.find(i64::from(owner)).select(footprint_totals::total).first(tx.db);
    Ok(found.optional()?.unwrap_or(0))
}

type Row = (CardRow, Moment, i32);

pub(super) fn newest(
    tx: &mut Tx<'_>,
    owner: MemberId,
    oldest_day: i32,
    most: i64,
) -> Result<Vec<(Card, Moment, i32)>> {
    let rows: Vec<Row> = footprints::table
        .inner_join(members::table.on(members::id.eq(footprints::visitor_id)))
        .filter(footprints::owner_id.eq(owner))
        .filter(footprints::day.ge(oldest_day))
        .filter(members::state.eq(State::Active.stored()))
        .order((footprints::day.desc(), footprints::last_at.desc()))
        .limit(most)
        .select((CARD, footprints::last_at, footprints::visits))
        .load(tx.db)?;
    Ok(rows.into_iter().map(|(card, at, visits)| (card.into(), at, visits)).collect())
}
