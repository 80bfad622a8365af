//! The day that a moment of a row falls on, in SQL that both engines read alike.

use diesel::backend::Backend;
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate};
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::BigInt;

const DAY_MILLIS: i64 = 86_400_000;

/// The days since 1970-01-01 at the moment in a column, where clocks stand so many milliseconds before Greenwich.
///
/// The shift stands in the text itself: PostgreSQL groups by what it can see to be the same, and a zone has few shifts.
#[derive(Clone, Debug)]
pub(crate) struct DayOf {
    sql: String,
}

impl DayOf {
    /// Of the moment in `column`.
    pub(crate) fn column(column: &'static str, shift_millis: i64) -> DayOf {
        DayOf { sql: format!("(({column} + {shift_millis}) / {DAY_MILLIS})") }
    }
}

impl Expression for DayOf {
    type SqlType = BigInt;
}

impl QueryId for DayOf {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<B: Backend> QueryFragment<B> for DayOf {
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, B>) -> QueryResult<()> {
        pass.push_sql(&self.sql);
        Ok(())
    }
}

impl<Tables> AppearsOnTable<Tables> for DayOf {}
impl<Tables> SelectableExpression<Tables> for DayOf {}
impl<Grouping> ValidGrouping<Grouping> for DayOf {
    type IsAggregate = is_aggregate::Never;
}
