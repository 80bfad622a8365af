//! Newtypes over `i64` that travel to and from both databases.

/// Declares a type kept as a BIGINT: ids and moments.
macro_rules! stored_as_bigint {
    ($(#[$doc:meta])* pub struct $name:ident;) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            diesel::deserialize::FromSqlRow, diesel::expression::AsExpression,
        )]
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        pub struct $name(i64);

        impl From<i64> for $name {
            fn from(raw: i64) -> Self {
                $name(raw)
            }
        }

        impl From<$name> for i64 {
            fn from(stored: $name) -> i64 {
                stored.0
            }
        }

        impl<B> diesel::serialize::ToSql<diesel::sql_types::BigInt, B> for $name
        where
            B: diesel::backend::Backend,
            i64: diesel::serialize::ToSql<diesel::sql_types::BigInt, B>,
        {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, B>) -> diesel::serialize::Result {
                self.0.to_sql(out)
            }
        }

        impl<B> diesel::deserialize::FromSql<diesel::sql_types::BigInt, B> for $name
        where
            B: diesel::backend::Backend,
            i64: diesel::deserialize::FromSql<diesel::sql_types::BigInt, B>,
        {
            fn from_sql(bytes: B::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                i64::from_sql(bytes).map($name)
            }
        }
    };
}
pub(crate) use stored_as_bigint;
