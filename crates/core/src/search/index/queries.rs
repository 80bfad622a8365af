//! The index in the database.

use diesel::prelude::*;

use super::{EVERYBODY, Kind};
use crate::ids::{DiaryId, GroupId, MemberId};
use crate::search::grams::Gram;
use crate::store::among::{self, Among};
use crate::store::connection::Db;
use crate::store::schema::{diary_entries, members, search_fills, search_grams};
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

/// Rows of one statement on a server.
const AT_ONCE: usize = 4000;

/// SQLite runs one prepared statement a row; a server takes many at once, so that each is not a journey.
pub(super) fn insert(tx: &mut Tx<'_>, kind: Kind, scope: i64, row: i64, grams: &[Gram]) -> Result<()> {
    let values = |gram: &Gram| {
        (
            search_grams::kind.eq(kind.stored()),
            search_grams::gram.eq(*gram),
            search_grams::scope.eq(scope),
            search_grams::row_id.eq(row),
        )
    };
    match tx.db {
        Db::Pg(server) => {
            for some in grams.chunks(AT_ONCE) {
                let rows: Vec<_> = some.iter().map(values).collect();
                diesel::insert_into(search_grams::table)
                    .values(rows)
                    .on_conflict_do_nothing()
                    .execute(server)?;
            }
        }
        Db::Sqlite(file) => {
            for gram in grams {
                diesel::insert_into(search_grams::table)
                    .values(values(gram))
                    .on_conflict_do_nothing()
                    .execute(file)?;
            }
        }
    }
    Ok(())
}

pub(super) fn delete(tx: &mut Tx<'_>, kind: Kind, scope: i64, row: i64, grams: &[Gram]) -> Result<()> {
    for some in grams.chunks(among::MOST) {
        diesel::delete(
            search_grams::table
                .filter(search_grams::kind.eq(kind.stored()))
                .filter(Among::ids("search_grams.gram", some.iter().copied()))
                .filter(search_grams::scope.eq(scope))
                .filter(search_grams::row_id.eq(row)),
        )
        .execute(tx.db)?;
    }
    Ok(())
}

/// How many rows that all members may see lie under a pair, counted no further than `most`.
pub(in crate::search) fn count_wide(tx: &mut Tx<'_>, kind: Kind, gram: Gram, most: i64) -> Result<usize> {
    let rows: Vec<i64> = search_grams::table
        .filter(search_grams::kind.eq(kind.stored()))
        .filter(search_grams::gram.eq(gram))
        .filter(search_grams::scope.eq(EVERYBODY))
        .limit(most)
        .select(search_grams::row_id)
        .load(tx.db)?;
    Ok(rows.len())
}

pub(super) fn find_fill(tx: &mut Tx<'_>) -> Result<Option<(i16, i64)>> {
    let row = search_fills::table.order(search_fills::kind);
    Ok(row.select((search_fills::kind, search_fills::after_id)).first(tx.db).optional()?)
}

/// Of two workers that did the same stretch one moves on; `None` means that it is done.
pub(super) fn move_fill(tx: &mut Tx<'_>, kind: i16, from: i64, to: Option<i64>) -> Result<()> {
    let here = || search_fills::table.find(kind).filter(search_fills::after_id.eq(from));
    match to {
        Some(to) => diesel::update(here()).set(search_fills::after_id.eq(to)).execute(tx.db)?,
        None => diesel::delete(here()).execute(tx.db)?,
    };
    Ok(())
}

pub(super) fn list_members(tx: &mut Tx<'_>, after: i64, most: i64) -> Result<Vec<MemberId>> {
    let rows = members::table.filter(members::id.gt(after)).order(members::id).limit(most);
    Ok(rows.select(members::id).load(tx.db)?)
}

pub(super) fn list_entries(tx: &mut Tx<'_>, after: i64, most: i64) -> Result<Vec<(DiaryId, MemberId)>> {
    let rows = diary_entries::table.filter(diary_entries::id.gt(after)).order(diary_entries::id).limit(most);
    Ok(rows.select((diary_entries::id, diary_entries::author_id)).load(tx.db)?)
}

type EntryRow = (String, String, i16, Option<GroupId>);

/// What an entry says, and to whom; `None` if it is gone.
pub(super) fn find_entry(tx: &mut Tx<'_>, id: DiaryId) -> Result<Option<(String, String, Visibility)>> {
    let row: Option<EntryRow> = diary_entries::table
        .find(i64::from(id))
        .select((diary_entries::title, diary_entries::body, diary_entries::level, diary_entries::group_id))
        .first(tx.db)
        .optional()?;
    Ok(row.map(|(title, body, level, group)| (title, body, Visibility::from_stored(level, group))))
}
