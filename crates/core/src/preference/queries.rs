//! Preferences in the database.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::Preference;
use crate::ids::MemberId;
use crate::store::schema::preferences;
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

pub(super) fn is_on(tx: &mut Tx<'_>, member: MemberId, preference: Preference) -> Result<bool> {
    let row = preferences::table.find((i64::from(member), preference.stored()));
    Ok(diesel::select(exists(row)).get_result(tx.db)?)
}

pub(super) fn all(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<i16>> {
    let own = preferences::table.filter(preferences::member_id.eq(member));
    Ok(own.select(preferences::kind).load(tx.db)?)
}

pub(super) fn put(tx: &mut Tx<'_>, member: MemberId, preference: Preference) -> Result<()> {
    let row = (preferences::member_id.eq(member), preferences::kind.eq(preference.stored()));
    Both(diesel::insert_into(preferences::table).values(row).on_conflict_do_nothing()).execute(tx.db)?;
    Ok(())
}

pub(super) fn delete(tx: &mut Tx<'_>, member: MemberId, preference: Preference) -> Result<()> {
    diesel::delete(preferences::table.find((i64::from(member), preference.stored()))).execute(tx.db)?;
    Ok(())
}
