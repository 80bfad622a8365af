//! What the two engines do not share, in one place: insert-or-update, insert-or-ignore, and holding rows.
//!
//! Diesel's `MultiConnection` refuses ON CONFLICT, though both engines spell it alike. [`Both`] says so to
//! the compiler: a statement that can be written for each engine can be written for their sum.

use diesel::pg::Pg;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sqlite::Sqlite;
use diesel::{QueryResult, RunQueryDsl};

use super::connection::{Db, MultiBackend};
use super::schema::{communities, diary_entries, members};
use super::{Result, Tx};
use crate::ids::MemberId;

/// A statement both engines understand, though Diesel cannot see it by itself.
#[derive(Clone, Copy)]
pub(crate) struct Both<T>(pub T);

impl<T> QueryId for Both<T> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<T: QueryFragment<Pg> + QueryFragment<Sqlite>> QueryFragment<MultiBackend> for Both<T> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        MultiBackend::walk_variant_ast(&self.0, pass)
    }
}

impl<T: Query> Query for Both<T> {
    type SqlType = T::SqlType;
}

impl<T> RunQueryDsl<Db> for Both<T> {}

/// Holds two members' rows until the transaction ends, so that what is done about the tie between them happens one
/// after the other: asking, accepting, parting, blocking.
pub(crate) fn hold_pair(tx: &mut Tx<'_>, one: MemberId, other: MemberId) -> Result<()> {
    hold(tx, vec![one.into(), other.into()])
}

/// Holds members' rows until the transaction ends. SQLite has one writer and needs no such thing. The lower id comes
/// first, so that two transactions never wait for each other.
pub(crate) fn hold(tx: &mut Tx<'_>, mut ids: Vec<i64>) -> Result<()> {
    use diesel::prelude::*;
    if let Db::Pg(server) = tx.db {
        ids.sort_unstable();
        for id in ids {
            members::table.find(id).select(members::id).for_update().first::<i64>(server).optional()?;
        }
    }
    Ok(())
}

/// As [`hold`], of one community. Whoever holds a member as well takes that first.
pub(crate) fn hold_community(tx: &mut Tx<'_>, id: i64) -> Result<()> {
    use diesel::prelude::*;
    if let Db::Pg(server) = tx.db {
        let row = communities::table.find(id).select(communities::id);
        row.for_update().first::<i64>(server).optional()?;
    }
    Ok(())
}

/// As [`hold`], of diary entries. Whoever holds a post's wait as well takes that first.
pub(crate) fn hold_entries(tx: &mut Tx<'_>, mut ids: Vec<i64>) -> Result<()> {
    use diesel::prelude::*;
    if let Db::Pg(server) = tx.db {
        ids.sort_unstable();
        for id in ids {
            let row = diary_entries::table.find(id).select(diary_entries::id);
            row.for_update().first::<i64>(server).optional()?;
        }
    }
    Ok(())
}
