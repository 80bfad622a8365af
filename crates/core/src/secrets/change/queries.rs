//! Rows and the generation they lie under. The statements are put together from names and numbers of this program's
//! own, and from bytes written as hexadecimal digits.

use data_encoding::HEXLOWER;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Binary};

use super::super::held::Generation;
use super::places::{Becomes, Place};
use crate::store::{Result, Tx};

/// Bytes of a hash under the first generation.
const BARE_HASH_BYTES: usize = 32;

#[derive(QueryableByName)]
pub(super) struct Row {
    #[diesel(sql_type = BigInt)]
    pub(super) id: i64,
    #[diesel(sql_type = Binary)]
    pub(super) kept: Vec<u8>,
    #[diesel(sql_type = Binary)]
    pub(super) sealed: Vec<u8>,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    found: i64,
}

/// How many rows lie under this generation.
pub(super) fn count(tx: &mut Tx<'_>, place: &Place, generation: Generation) -> Result<i64> {
    let (table, which) = (place.table, lies_under(tx, place, generation));
    let counted: Count =
        sql_query(format!("SELECT count(*) AS found FROM {table} WHERE {which}")).get_result(tx.db)?;
    Ok(counted.found)
}

/// Some rows behind `after` that lie under one of these generations, in the order of their ids.
pub(super) fn list(
    tx: &mut Tx<'_>,
    place: &Place,
    older: &[Generation],
    after: i64,
    most: usize,
) -> Result<Vec<Row>> {
    let which: Vec<String> = older.iter().map(|one| lies_under(tx, place, *one)).collect();
    if which.is_empty() {
        return Ok(Vec::new());
    }
    let Place { table, column, id, .. } = *place;
    let from = match place.becomes {
        Becomes::Hashed { from, .. } => from,
        _ => column,
    };
    let asked = format!(
        "SELECT {id} AS id, {column} AS kept, {from} AS sealed FROM {table} \
         WHERE {id} > {after} AND ({}) ORDER BY {id} LIMIT {most}",
        which.join(" OR ")
    );
    Ok(sql_query(asked).load(tx.db)?)
}

/// Writes a row anew unless somebody else has in the meantime.
pub(super) fn replace(tx: &mut Tx<'_>, place: &Place, row: &Row, new: &[u8]) -> Result<bool> {
    let Place { table, column, id, .. } = *place;
    let (new, kept) = (bytes(tx, new), bytes(tx, &row.kept));
    let asked = format!(
        "UPDATE {table} SET {column} = {new} WHERE {id} = {} AND {column} = {kept}{}",
        row.id,
        only(place)
    );
    Ok(sql_query(asked).execute(tx.db)? == 1)
}

/// A ban of this number goes along with it.
pub(super) fn move_ban(tx: &mut Tx<'_>, old: &[u8], new: &[u8]) -> Result<()> {
    let (old, new) = (bytes(tx, old), bytes(tx, new));
    sql_query(format!(
        "UPDATE bans SET number_hash = {new} WHERE number_hash = {old} \
         AND NOT EXISTS (SELECT 1 FROM bans b WHERE b.number_hash = {new})"
    ))
    .execute(tx.db)?;
    Ok(())
}

/// What is sealed begins with the generation's number; so does a hash, but under the first one it is bare.
fn lies_under(tx: &Tx<'_>, place: &Place, generation: Generation) -> String {
    let (column, first) = (place.column, bytes(tx, &[generation]));
    let is_sealed = matches!(place.becomes, Becomes::Sealed(_)) || column.ends_with("sealed");
    let which = match (is_sealed, generation) {
        (true, _) => format!("substr({column}, 1, 1) = {first}"),
        (false, 1) => format!("length({column}) = {BARE_HASH_BYTES}"),
        (false, _) => {
            format!("length({column}) = {} AND substr({column}, 1, 1) = {first}", BARE_HASH_BYTES + 1)
        }
    };
    format!("({which}{})", only(place))
}

fn only(place: &Place) -> String {
    if place.only.is_empty() { String::new() } else { format!(" AND {}", place.only) }
}

fn bytes(tx: &Tx<'_>, bytes: &[u8]) -> String {
    let digits = HEXLOWER.encode(bytes);
    if tx.is_sqlite() { format!("X'{digits}'") } else { format!("'\\x{digits}'::bytea") }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use diesel::sql_types::Text;

    use super::super::places::PLACES;
    use super::*;
    use crate::store::{Error, Store};

    /// Columns of bytes that lie under no key: hashes of long random tokens, and what is no secret.
    const UNDER_NO_KEY: [&str; 20] = [
        "approvals.guest_hash",
        "bells.endpoint_hash",
        "circles.friends",
        "email_claims.token_hash",
        "held_invitations.guest_hash",
        "invitations.token_hash",
        "known_devices.mark_hash",
        "number_undos.link_hash",
        "operator_act_heads.hash",
        "operator_acts.hash",
        "operator_sessions.token_hash",
        "operators.setup_hash",
        "passkeys.credential",
        "passkeys.public_key",
        "pinned_phones.token_hash",
        "recoveries.guest_hash",
        "second_steps.guest_hash",
        // Counted by for some minutes, and looked for by nothing.
        "second_steps.tried",
        "sessions.token_hash",
        "signups.guest_hash",
    ];

    #[derive(QueryableByName)]
    struct Column {
        #[diesel(sql_type = Text)]
        named: String,
    }

    #[test]
    fn every_column_of_bytes_is_written_anew_or_lies_under_no_key() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&format!("sqlite://{}", folder.path().join("enishi.db").display())).unwrap();
        let columns: Vec<Column> = store
            .read::<_, Error, _>(|tx| {
                let asked = "SELECT t.name || '.' || c.name AS named FROM sqlite_schema t \
                    JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND c.type LIKE 'blob'";
                Ok(sql_query(asked).load(tx.db)?)
            })
            .unwrap();
        let known: Vec<String> =
            PLACES.iter().map(|place| format!("{}.{}", place.table, place.column)).collect();
        for Column { named } in &columns {
            assert!(
                known.contains(named) || UNDER_NO_KEY.contains(&named.as_str()),
                "{named} is new: it belongs into PLACES (secrets/change/places.rs) if anything in it is sealed or \
                 hashed under a key, or else into UNDER_NO_KEY here"
            );
        }
        let is_there = |name: &str| columns.iter().any(|column| column.named == name);
        assert!(known.iter().map(String::as_str).chain(UNDER_NO_KEY).all(is_there));
    }
}
