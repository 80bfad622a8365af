//! `column IN (SELECT …)` where the rows that are looked through are of the same table.
//!
//! Diesel holds a table named once inside and once outside for one named twice. In SQL the inner one stands for itself:
//! what is found by an index alone is found first, and only of that are whole rows read, in one statement.

use diesel::backend::Backend;
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate};
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::Bool;

/// True for rows whose column is among those that another query selects.
#[derive(Clone, Debug)]
pub(crate) struct Within<Q> {
    column: &'static str,
    rows: Q,
}

impl<Q> Within<Q> {
    /// The condition that `column` is one of `rows`, which select one column.
    pub(crate) fn rows(column: &'static str, rows: Q) -> Within<Q> {
        Within { column, rows }
    }
}

impl<Q> Expression for Within<Q> {
    type SqlType = Bool;
}

impl<Q> QueryId for Within<Q> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Q, B> QueryFragment<B> for Within<Q>
where
    B: Backend,
    Q: QueryFragment<B>,
{
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, B>) -> QueryResult<()> {
        pass.push_sql(self.column);
        pass.push_sql(" IN (");
        self.rows.walk_ast(pass.reborrow())?;
        pass.push_sql(")");
        Ok(())
    }
}

impl<Q, Tables> AppearsOnTable<Tables> for Within<Q> {}
impl<Q, Tables> SelectableExpression<Tables> for Within<Q> {}
impl<Q, Grouping> ValidGrouping<Grouping> for Within<Q> {
    type IsAggregate = is_aggregate::Never;
}
