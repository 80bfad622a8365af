//! What the database says of the keys.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::Bool;

use super::ring::Fact;
use super::uses::Use;
use crate::store::connection::Db;
use crate::store::schema::{key_pairs, site_facts};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

/// Of PostgreSQL's locks that are named by numbers: "keys" in ASCII, and the schema. Whoever writes under keys shares
/// it until their transaction ends; whoever changes which keys count has it alone.
const LOCK: &str = "1801812339, hashtext(current_schema())";

pub(super) fn find_fact(tx: &mut Tx<'_>, name: &str) -> Result<Option<String>> {
    Ok(site_facts::table.find(name).select(site_facts::value).first(tx.db).optional()?)
}

pub(super) fn insert_fact_if_absent(tx: &mut Tx<'_>, name: &str, value: &str) -> Result<()> {
    Both(
        diesel::insert_into(site_facts::table)
            .values((site_facts::name.eq(name), site_facts::value.eq(value)))
            .on_conflict_do_nothing(),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn put_fact(tx: &mut Tx<'_>, name: &str, value: &str) -> Result<()> {
    Both(
        diesel::insert_into(site_facts::table)
            .values((site_facts::name.eq(name), site_facts::value.eq(value)))
            .on_conflict(site_facts::name)
            .do_update()
            .set(site_facts::value.eq(value)),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn find_pair(tx: &mut Tx<'_>, id: i64) -> Result<Option<Vec<u8>>> {
    Ok(key_pairs::table.find(id).select(key_pairs::sealed).first(tx.db).optional()?)
}

pub(super) fn insert_pair_if_absent(tx: &mut Tx<'_>, id: i64, sealed: &[u8]) -> Result<()> {
    let row = (key_pairs::id.eq(id), key_pairs::sealed.eq(sealed), key_pairs::made_at.eq(tx.now()));
    Both(diesel::insert_into(key_pairs::table).values(row).on_conflict_do_nothing()).execute(tx.db)?;
    Ok(())
}

/// Everything the database says of which keys count; nothing as long as they are the first.
pub(super) fn list_facts(tx: &mut Tx<'_>) -> Result<Vec<Fact>> {
    Ok(site_facts::table
        .filter(site_facts::name.eq_any(Use::ALL.map(Use::fact)))
        .order(site_facts::name)
        .select((site_facts::name, site_facts::value))
        .load(tx.db)?)
}

/// Nobody changes which keys count until this transaction ends. SQLite has one writer and needs no such thing, and who
/// only looks sees one moment.
pub(super) fn hold_with_others(tx: &mut Tx<'_>) -> Result<()> {
    if tx.only_reads() {
        return Ok(());
    }
    if let Db::Pg(server) = tx.db {
        sql_query(format!("SELECT pg_advisory_xact_lock_shared({LOCK})")).execute(server)?;
    }
    Ok(())
}

#[derive(QueryableByName)]
struct Held {
    #[diesel(sql_type = Bool)]
    is_held: bool,
}

/// Nobody writes under keys until this transaction ends; `false` if somebody does now. It never waits: others would
/// queue up behind it while they hold rows of each other's.
pub(super) fn hold_alone(tx: &mut Tx<'_>) -> Result<bool> {
    let Db::Pg(server) = tx.db else { return Ok(true) };
    let held: Held =
        sql_query(format!("SELECT pg_try_advisory_xact_lock({LOCK}) AS is_held")).get_result(server)?;
    Ok(held.is_held)
}
