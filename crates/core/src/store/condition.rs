//! A condition in SQL that both engines read alike, about one member, for any table.
//!
//! Diesel has no way to say one rule for many tables, and its own literal (`sql("…")`) is prepared anew at every
//! query, which costs more than running it. This one binds the member and is prepared once.

use diesel::backend::Backend;
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate};
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::serialize::ToSql;
use diesel::sql_types::{BigInt, Bool, HasSqlType};

/// Stands for the member (or whatever else it is about) in the text of a condition.
pub(crate) const ME: &str = "@me";

/// True for some rows of a query, for one member.
///
/// The text is made of our own words and column names alone; the member is always bound.
#[derive(Clone, Debug)]
pub(crate) struct Condition {
    sql: String,
    me: i64,
}

impl Condition {
    /// The condition that this text states of this member; [`ME`] stands wherever the member is meant.
    pub(crate) fn about(me: i64, sql: String) -> Condition {
        Condition { sql, me }
    }

    /// True where either holds; both are about the same member.
    pub(crate) fn or_else(self, other: Condition) -> Condition {
        Condition { sql: format!("({} OR {})", self.sql, other.sql), ..self }
    }

    /// True where both hold; both are about the same member.
    pub(crate) fn and_also(self, other: Condition) -> Condition {
        Condition { sql: format!("({} AND {})", self.sql, other.sql), ..self }
    }

    /// True where it holds for a row of some other table: `from` names it, and `on` says which of its rows.
    pub(crate) fn of_some(self, from: &str, on: &str) -> Condition {
        Condition { sql: format!("EXISTS (SELECT 1 FROM {from} WHERE {on} AND {})", self.sql), ..self }
    }
}

impl Expression for Condition {
    type SqlType = Bool;
}

impl QueryId for Condition {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<B> QueryFragment<B> for Condition
where
    B: Backend + HasSqlType<BigInt>,
    i64: ToSql<BigInt, B>,
{
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, B>) -> QueryResult<()> {
        for (index, piece) in self.sql.split(ME).enumerate() {
            if index > 0 {
                pass.push_bind_param::<BigInt, i64>(&self.me)?;
            }
            pass.push_sql(piece);
        }
        Ok(())
    }
}

impl<Tables> AppearsOnTable<Tables> for Condition {}
impl<Tables> SelectableExpression<Tables> for Condition {}
impl<Grouping> ValidGrouping<Grouping> for Condition {
    type IsAggregate = is_aggregate::Never;
}
