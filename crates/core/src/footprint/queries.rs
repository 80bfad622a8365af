//! Footprints in the database. What is asked about my own at others' pages stands in `queries/left.rs`, round
//! numbers in `queries/milestones.rs`.

mod left;
mod milestones;

use diesel::dsl::{count_star, exists};
use diesel::prelude::*;

pub(super) use left::{
    count_take_backs_since, delete, delete_take_backs_before, first_look, left, lower_total, note_take_back,
};
pub(super) use milestones::{milestones, put_milestone};

use super::Turn;
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

/// The total, with this one counted.
pub(super) fn raise_total(tx: &mut Tx<'_>, owner: MemberId) -> Result<i64> {
    let raised = diesel::insert_into(footprint_totals::table)
        .values((footprint_totals::owner_id.eq(owner), footprint_totals::total.eq(1)))
        .on_conflict(footprint_totals::owner_id)
        .do_update()
        .set(footprint_totals::total.eq(footprint_totals::total + 1))
        .returning(footprint_totals::total);
    Ok(Both(raised).get_result(tx.db)?)
}

pub(super) fn total(tx: &mut Tx<'_>, owner: MemberId) -> Result<i64> {
    let found = footprint_totals::table.find(i64::from(owner)).select(footprint_totals::total).first(tx.db);
    Ok(found.optional()?.unwrap_or(0))
}

/// A visitor's day as it lies in the table.
pub(super) struct Row {
    pub visitor: Card,
    pub day: i32,
    pub last_at: Moment,
    pub visits: i32,
    pub thanked_at: Option<Moment>,
}

type RowTuple = (CardRow, i32, Moment, i32, Option<Moment>);

impl From<RowTuple> for Row {
    fn from((visitor, day, last_at, visits, thanked_at): RowTuple) -> Row {
        Row { visitor: visitor.into(), day, last_at, visits, thanked_at }
    }
}

/// Where a list begins: at the place named, else before everything.
pub(super) fn beginning(from: Option<Turn>) -> Turn {
    from.unwrap_or(Turn { last_at: Moment::from_millis(i64::MAX), visitor: MemberId::from(i64::MAX) })
}

pub(super) fn newest(
    tx: &mut Tx<'_>,
    owner: MemberId,
    oldest_day: i32,
    from: Option<Turn>,
    most: i64,
) -> Result<Vec<Row>> {
    let from = beginning(from);
    let rows: Vec<RowTuple> = footprints::table
        .inner_join(members::table.on(members::id.eq(footprints::visitor_id)))
        .filter(footprints::owner_id.eq(owner))
        .filter(footprints::day.ge(oldest_day))
        .filter(members::state.eq(State::Active.stored()))
        .filter(
            footprints::last_at
                .lt(from.last_at)
                .or(footprints::last_at.eq(from.last_at).and(footprints::visitor_id.lt(from.visitor))),
        )
        .order((footprints::day.desc(), footprints::last_at.desc(), footprints::visitor_id.desc()))
        .limit(most)
        .select((CARD, footprints::day, footprints::last_at, footprints::visits, footprints::thanked_at))
        .load(tx.db)?;
    Ok(rows.into_iter().map(Row::from).collect())
}

/// Who came on at least so many days since, and on how many.
pub(super) fn often_since(
    tx: &mut Tx<'_>,
    owner: MemberId,
    since_day: i32,
    days: i64,
) -> Result<Vec<(MemberId, i64)>> {
    Ok(footprints::table
        .filter(footprints::owner_id.eq(owner))
        .filter(footprints::day.ge(since_day))
        .group_by(footprints::visitor_id)
        .having(count_star().ge(days))
        .select((footprints::visitor_id, count_star()))
        .load(tx.db)?)
}

pub(super) fn has_left(tx: &mut Tx<'_>, owner: MemberId, visitor: MemberId, from_day: i32) -> Result<bool> {
    let left = footprints::table
        .filter(footprints::owner_id.eq(owner))
        .filter(footprints::visitor_id.eq(visitor))
        .filter(footprints::day.ge(from_day));
    Ok(diesel::select(exists(left)).get_result(tx.db)?)
}

/// True if there was anything not thanked for yet.
pub(super) fn mark_thanked(
    tx: &mut Tx<'_>,
    owner: MemberId,
    visitor: MemberId,
    from_day: i32,
) -> Result<bool> {
    let now = tx.now();
    let left = footprints::table
        .filter(footprints::owner_id.eq(owner))
        .filter(footprints::visitor_id.eq(visitor))
        .filter(footprints::day.ge(from_day))
        .filter(footprints::thanked_at.is_null());
    Ok(diesel::update(left).set(footprints::thanked_at.eq(Some(now))).execute(tx.db)? > 0)
}

pub(super) fn delete_before(tx: &mut Tx<'_>, day: i32) -> Result<usize> {
    Ok(diesel::delete(footprints::table.filter(footprints::day.lt(day))).execute(tx.db)?)
}
