//! The fingerprint of the keys in the database.

use diesel::prelude::*;

use crate::store::schema::site_facts;
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

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
