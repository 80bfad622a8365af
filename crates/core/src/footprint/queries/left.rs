//! A visitor's own footprints in the database.

use diesel::prelude::*;

use super::beginning;
use crate::footprint::Turn;
use crate::ids::MemberId;
use crate::member::Card;
use crate::member::queries::{CARD, CardRow, NAME};
use crate::moment::Moment;
use crate::store::schema::{
    footprint_milestones, footprint_take_backs, footprint_totals, footprints, members,
};
use crate::store::{Result, Tx};
use crate::visibility::Viewer;
use crate::visibility::queries::visible_to;

type LeftRow = (CardRow, i32, Moment, Moment);

/// Owner, day, first and last look; of owners the visitor may meet.
pub(in crate::footprint) fn left(
    tx: &mut Tx<'_>,
    visitor: MemberId,
    oldest_day: i32,
    from: Option<Turn>,
    most: i64,
) -> Result<Vec<(Card, i32, Moment, Moment)>> {
    let from = beginning(from);
    let rows: Vec<LeftRow> = footprints::table
        .inner_join(members::table.on(members::id.eq(footprints::owner_id)))
        .filter(footprints::visitor_id.eq(visitor))
        .filter(footprints::day.ge(oldest_day))
        .filter(visible_to(Viewer::Member(visitor), NAME))
        .filter(
            footprints::last_at
                .lt(from.last_at)
                .or(footprints::last_at.eq(from.last_at).and(footprints::owner_id.lt(from.visitor))),
        )
        .order((footprints::day.desc(), footprints::last_at.desc(), footprints::owner_id.desc()))
        .limit(most)
        .select((CARD, footprints::day, footprints::first_at, footprints::last_at))
        .load(tx.db)?;
    Ok(rows.into_iter().map(|(owner, day, first, last)| (owner.into(), day, first, last)).collect())
}

pub(in crate::footprint) fn first_look(
    tx: &mut Tx<'_>,
    owner: MemberId,
    day: i32,
    visitor: MemberId,
) -> Result<Option<Moment>> {
    let row = footprints::table.find((i64::from(owner), day, i64::from(visitor)));
    Ok(row.select(footprints::first_at).first(tx.db).optional()?)
}

/// The footprint, and the round number it reached.
pub(in crate::footprint) fn delete(
    tx: &mut Tx<'_>,
    owner: MemberId,
    day: i32,
    visitor: MemberId,
) -> Result<()> {
    diesel::delete(footprints::table.find((i64::from(owner), day, i64::from(visitor)))).execute(tx.db)?;
    let reached = footprint_milestones::table
        .filter(footprint_milestones::owner_id.eq(owner))
        .filter(footprint_milestones::visitor_id.eq(visitor))
        .filter(footprint_milestones::day.eq(day));
    diesel::delete(reached).execute(tx.db)?;
    Ok(())
}

pub(in crate::footprint) fn lower_total(tx: &mut Tx<'_>, owner: MemberId) -> Result<()> {
    diesel::update(footprint_totals::table.find(i64::from(owner)))
        .set(footprint_totals::total.eq(footprint_totals::total - 1))
        .execute(tx.db)?;
    Ok(())
}

pub(in crate::footprint) fn note_take_back(tx: &mut Tx<'_>, visitor: MemberId) -> Result<()> {
    let id: i64 = tx.fresh_id();
    let now = tx.now();
    diesel::insert_into(footprint_take_backs::table)
        .values((
            footprint_take_backs::id.eq(id),
            footprint_take_backs::visitor_id.eq(visitor),
            footprint_take_backs::taken_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(in crate::footprint) fn count_take_backs_since(
    tx: &mut Tx<'_>,
    visitor: MemberId,
    since: Moment,
) -> Result<i64> {
    Ok(footprint_take_backs::table
        .filter(footprint_take_backs::visitor_id.eq(visitor))
        .filter(footprint_take_backs::taken_at.gt(since))
        .count()
        .get_result(tx.db)?)
}

pub(in crate::footprint) fn delete_take_backs_before(tx: &mut Tx<'_>, moment: Moment) -> Result<usize> {
    let over = footprint_take_backs::table.filter(footprint_take_backs::taken_at.le(moment));
    Ok(diesel::delete(over).execute(tx.db)?)
}
