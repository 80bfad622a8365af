//! What the two engines do not share, in one place: insert-or-update and insert-or-ignore.
//!
//! Diesel's `MultiConnection` refuses ON CONFLICT, though both engines spell it alike. [`Both`] says so to
//! the compiler: a statement that can be written for each engine can be written for their sum.

use diesel::pg::Pg;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sqlite::Sqlite;
use diesel::{QueryResult, RunQueryDsl};

use super::connection::{Db, MultiBackend};

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
