//! Counters in the database.

use diesel::prelude::*;

use crate::moment::Moment;
use crate::store::schema::counters;
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

/// Counts one more and returns the new count. On PostgreSQL the row stays locked until the transaction ends.
pub(super) fn count(tx: &mut Tx<'_>, bucket: &[u8], start: i64) -> Result<i64> {
    let counted = diesel::insert_into(counters::table)
        .values((counters::bucket.eq(bucket), counters::window_start.eq(start), counters::taken.eq(1i64)))
        .on_conflict((counters::bucket, counters::window_start))
        .do_update()
        .set(counters::taken.eq(counters::taken + 1i64))
        .returning(counters::taken);
    Ok(Both(counted).get_result(tx.db)?)
}

/// Counts one more if there is room for it, and says so. A refusal counts nothing, so the figure is what was done.
pub(super) fn count_within(tx: &mut Tx<'_>, bucket: &[u8], start: i64, most: i64) -> Result<bool> {
    use diesel::query_dsl::methods::FilterDsl;
    if most < 1 {
        return Ok(false);
    }
    let counted = diesel::insert_into(counters::table)
        .values((counters::bucket.eq(bucket), counters::window_start.eq(start), counters::taken.eq(1i64)))
        .on_conflict((counters::bucket, counters::window_start))
        .do_update()
        .set(counters::taken.eq(counters::taken + 1i64))
        .filter(counters::taken.lt(most))
        .returning(counters::taken);
    let counted: Option<i64> = Both(counted).get_result(tx.db).optional()?;
    Ok(counted.is_some())
}

pub(super) fn find_count(tx: &mut Tx<'_>, bucket: &[u8], start: i64) -> Result<i64> {
    let row = counters::table.find((bucket, start)).select(counters::taken);
    Ok(row.first(tx.db).optional()?.unwrap_or(0))
}

/// The moments in `(from, until]`, oldest first; one that was counted twice comes twice.
pub(super) fn list_moments(
    tx: &mut Tx<'_>,
    buckets: &[Vec<u8>],
    from: Moment,
    until: Moment,
) -> Result<Vec<Moment>> {
    let rows: Vec<(Moment, i64)> = counters::table
        .filter(counters::bucket.eq_any(buckets))
        .filter(counters::window_start.gt(from.millis()))
        .filter(counters::window_start.le(until.millis()))
        .order(counters::window_start)
        .select((counters::window_start, counters::taken))
        .load(tx.db)?;
    let every = rows.into_iter().flat_map(|(moment, times)| (0..times).map(move |_| moment));
    Ok(every.collect())
}

pub(super) fn delete_buckets(tx: &mut Tx<'_>, buckets: &[Vec<u8>]) -> Result<()> {
    diesel::delete(counters::table.filter(counters::bucket.eq_any(buckets))).execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_before(tx: &mut Tx<'_>, start: i64) -> Result<usize> {
    Ok(diesel::delete(counters::table.filter(counters::window_start.lt(start))).execute(tx.db)?)
}
