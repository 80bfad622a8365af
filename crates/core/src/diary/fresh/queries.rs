//! The freshness of authors in the database.

use diesel::dsl::{case_when, max};
use diesel::prelude::*;

use crate::ids::{DiaryId, MemberId};
use crate::store::hints::{Change, Newest};
use crate::store::schema::newest_entries;
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

pub(super) fn raise(tx: &mut Tx<'_>, author: MemberId, entry: DiaryId, is_open: bool) -> Result<()> {
    let last: Option<i64> = newest_entries::table.select(max(newest_entries::change)).first(tx.db)?;
    let change = newest_entries::change.eq(last.unwrap_or(0) + 1);
    let entry = i64::from(entry);
    let open = if is_open { entry } else { 0 };
    // An older entry that is opened to more people must not hide a newer one.
    let higher_entry =
        case_when(newest_entries::entry_id.gt(entry), newest_entries::entry_id).otherwise(entry);
    let higher_open = case_when(newest_entries::open_id.gt(open), newest_entries::open_id).otherwise(open);
    Both(
        diesel::insert_into(newest_entries::table)
            .values((
                newest_entries::author_id.eq(author),
                newest_entries::entry_id.eq(entry),
                newest_entries::open_id.eq(open),
                change,
            ))
            .on_conflict(newest_entries::author_id)
            .do_update()
            .set((
                newest_entries::entry_id.eq(higher_entry),
                newest_entries::open_id.eq(higher_open),
                change,
            )),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn list_changes(tx: &mut Tx<'_>, since: i64, most: i64) -> Result<Vec<Change>> {
    let rows: Vec<(i64, i64, i64, i64)> = newest_entries::table
        .filter(newest_entries::change.ge(since))
        .order(newest_entries::change)
        .limit(most)
        .select((
            newest_entries::author_id,
            newest_entries::entry_id,
            newest_entries::open_id,
            newest_entries::change,
        ))
        .load(tx.db)?;
    let change = |(author, entry, open, change)| (author, Newest { entry, open }, change);
    Ok(rows.into_iter().map(change).collect())
}
