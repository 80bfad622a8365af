//! Blocks in the database.

use diesel::prelude::*;

use crate::ids::MemberId;
use crate::member::Card;
use crate::member::queries::{CARD, CardRow};
use crate::store::schema::{blocks, footprint_milestones, footprints, members, notices};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

pub(super) fn insert(tx: &mut Tx<'_>, blocker: MemberId, blocked: MemberId) -> Result<()> {
    let now = tx.now();
    Both(
        diesel::insert_into(blocks::table)
            .values((
                blocks::blocker_id.eq(blocker),
                blocks::blocked_id.eq(blocked),
                blocks::created_at.eq(now),
            ))
            .on_conflict_do_nothing(),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn delete(tx: &mut Tx<'_>, blocker: MemberId, blocked: MemberId) -> Result<()> {
    diesel::delete(blocks::table.find((i64::from(blocker), i64::from(blocked)))).execute(tx.db)?;
    Ok(())
}

pub(super) fn of(tx: &mut Tx<'_>, blocker: MemberId) -> Result<Vec<Card>> {
    let rows: Vec<CardRow> = blocks::table
        .inner_join(members::table.on(members::id.eq(blocks::blocked_id)))
        .filter(blocks::blocker_id.eq(blocker))
        .order(blocks::created_at.desc())
        .select(CARD)
        .load(tx.db)?;
    Ok(rows.into_iter().map(Card::from).collect())
}

/// Footprints both ways, and notices that one is the subject of for the other.
pub(super) fn forget_traces(tx: &mut Tx<'_>, one: MemberId, other: MemberId) -> Result<()> {
    for (owner, visitor) in [(one, other), (other, one)] {
        diesel::delete(
            footprints::table
                .filter(footprints::owner_id.eq(owner))
                .filter(footprints::visitor_id.eq(visitor)),
        )
        .execute(tx.db)?;
        diesel::delete(
            footprint_milestones::table
                .filter(footprint_milestones::owner_id.eq(owner))
                .filter(footprint_milestones::visitor_id.eq(visitor)),
        )
        .execute(tx.db)?;
        diesel::delete(
            notices::table
                .filter(notices::member_id.eq(owner))
                .filter(notices::subject_id.eq(i64::from(visitor))),
        )
        .execute(tx.db)?;
    }
    Ok(())
}
