//! The one row about the line.

use diesel::prelude::*;

use super::Line;
use crate::moment::Moment;
use crate::store::schema::provider_line::{self, table};
use crate::store::{Result, Tx};

const ROW: i16 = 1;

pub(super) fn find(tx: &mut Tx<'_>) -> Result<Line> {
    let (failures, opened_at, quiet_until) = table
        .find(ROW)
        .select((provider_line::failures, provider_line::opened_at, provider_line::quiet_until))
        .first(tx.db)?;
    Ok(Line { failures, opened_at, quiet_until })
}

/// Of several processes that would try, the one whose update finds the row as it was seen.
pub(super) fn claim_trial(tx: &mut Tx<'_>, seen: Moment, seconds: i64) -> Result<bool> {
    let next = tx.now().plus_seconds(seconds);
    let changed = diesel::update(table.find(ROW))
        .filter(provider_line::quiet_until.eq(seen))
        .set(provider_line::quiet_until.eq(next))
        .execute(tx.db)?;
    Ok(changed > 0)
}

pub(super) fn be_quiet(tx: &mut Tx<'_>, seconds: i64) -> Result<()> {
    let until = tx.now().plus_seconds(seconds);
    diesel::update(table.find(ROW))
        .filter(provider_line::quiet_until.lt(until))
        .set(provider_line::quiet_until.eq(until))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn count_failure(tx: &mut Tx<'_>) -> Result<i32> {
    Ok(diesel::update(table.find(ROW))
        .set(provider_line::failures.eq(provider_line::failures + 1))
        .returning(provider_line::failures)
        .get_result(tx.db)?)
}

/// Whether it was this failure that gave the line up. A later one only puts the next trial off.
pub(super) fn open(tx: &mut Tx<'_>, seconds: i64) -> Result<bool> {
    let now = tx.now();
    be_quiet(tx, seconds)?;
    let changed = diesel::update(table.find(ROW))
        .filter(provider_line::opened_at.is_null())
        .set(provider_line::opened_at.eq(Some(now)))
        .execute(tx.db)?;
    Ok(changed > 0)
}

/// Whether the line had been given up.
pub(super) fn close(tx: &mut Tx<'_>) -> Result<bool> {
    let was_open = table.find(ROW).filter(provider_line::opened_at.is_not_null());
    let was_open: i64 = was_open.count().get_result(tx.db)?;
    let now = tx.now();
    diesel::update(table.find(ROW))
        .set((
            provider_line::failures.eq(0),
            provider_line::opened_at.eq(None::<Moment>),
            provider_line::quiet_until.eq(now),
        ))
        .execute(tx.db)?;
    Ok(was_open > 0)
}
