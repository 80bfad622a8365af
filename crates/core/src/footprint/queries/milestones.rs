//! Round numbers in the database.

use diesel::prelude::*;

use crate::ids::MemberId;
use crate::member::Card;
use crate::member::queries::{CARD, CardRow};
use crate::moment::Moment;
use crate::store::schema::{footprint_milestones, members};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

/// The most one page shows.
const MOST: i64 = 10;

pub(in crate::footprint) fn put_milestone(
    tx: &mut Tx<'_>,
    owner: MemberId,
    number: i64,
    visitor: MemberId,
    day: i32,
) -> Result<()> {
    let now = tx.now();
    Both(
        diesel::insert_into(footprint_milestones::table)
            .values((
                footprint_milestones::owner_id.eq(owner),
                footprint_milestones::number.eq(number),
                footprint_milestones::visitor_id.eq(visitor),
                footprint_milestones::day.eq(day),
                footprint_milestones::reached_at.eq(now),
            ))
            .on_conflict_do_nothing(),
    )
    .execute(tx.db)?;
    Ok(())
}

type Row = (i64, CardRow, Moment);

pub(in crate::footprint) fn milestones(tx: &mut Tx<'_>, owner: MemberId) -> Result<Vec<(i64, Card, Moment)>> {
    let rows: Vec<Row> = footprint_milestones::table
        .inner_join(members::table.on(members::id.eq(footprint_milestones::visitor_id)))
        .filter(footprint_milestones::owner_id.eq(owner))
        .order(footprint_milestones::number.desc())
        .limit(MOST)
        .select((footprint_milestones::number, CARD, footprint_milestones::reached_at))
        .load(tx.db)?;
    Ok(rows.into_iter().map(|(number, visitor, at)| (number, visitor.into(), at)).collect())
}
