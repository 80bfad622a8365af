//! `column IN (…)` for any number of ids, prepared once a size.
//!
//! Diesel's own `eq_any` makes another statement of every number of ids on SQLite and keeps none of them, so that
//! reading it costs more than running it. Here the list is filled up to one of a few sizes with its last id.

use diesel::backend::Backend;
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate};
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::{Array, BigInt, Bool};
use diesel::sqlite::Sqlite;

use super::connection::MultiBackend;

/// The most ids one statement names; SQLite takes 32,766 and PostgreSQL 65,535.
pub(crate) const MOST: usize = 4096;
const SIZES: [usize; 6] = [1, 8, 32, 128, 1024, MOST];

/// True for rows whose column is one of some ids.
#[derive(Clone, Debug)]
pub(crate) struct Among {
    column: &'static str,
    ids: Vec<i64>,
}

impl Among {
    /// The condition that `column` is one of `ids`, at most [`MOST`].
    pub(crate) fn ids<I: Into<i64>>(column: &'static str, ids: impl IntoIterator<Item = I>) -> Among {
        let mut ids: Vec<i64> = ids.into_iter().map(Into::into).collect();
        if let Some(last) = ids.last().copied() {
            let size = SIZES.into_iter().find(|size| *size >= ids.len()).unwrap_or(ids.len());
            ids.resize(size, last);
        }
        Among { column, ids }
    }
}

impl Expression for Among {
    type SqlType = Bool;
}

impl QueryId for Among {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl Among {
    /// Says that there is nothing to be among; `false` if there is.
    fn is_nowhere<B: Backend>(&self, pass: &mut AstPass<'_, '_, B>) -> bool {
        if self.ids.is_empty() {
            pass.push_sql("(1 = 0)");
        }
        self.ids.is_empty()
    }
}

/// A server is sent one list: of a statement that names thousands of values, the reading costs more than the running.
impl QueryFragment<Pg> for Among {
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        if self.is_nowhere(&mut pass) {
            return Ok(());
        }
        pass.push_sql(self.column);
        pass.push_sql(" = ANY(");
        pass.push_bind_param::<Array<BigInt>, Vec<i64>>(&self.ids)?;
        pass.push_sql(")");
        Ok(())
    }
}

impl QueryFragment<Sqlite> for Among {
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        if self.is_nowhere(&mut pass) {
            return Ok(());
        }
        pass.push_sql(self.column);
        for (index, id) in self.ids.iter().enumerate() {
            pass.push_sql(if index == 0 { " IN (" } else { ", " });
            pass.push_bind_param::<BigInt, i64>(id)?;
        }
        pass.push_sql(")");
        Ok(())
    }
}

impl QueryFragment<MultiBackend> for Among {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        MultiBackend::walk_variant_ast(self, pass)
    }
}

impl<Tables> AppearsOnTable<Tables> for Among {}
impl<Tables> SelectableExpression<Tables> for Among {}
impl<Grouping> ValidGrouping<Grouping> for Among {
    type IsAggregate = is_aggregate::Never;
}
