//! Live settings in the database.

use diesel::prelude::*;

use crate::moment::Moment;
use crate::store::schema::live_settings;
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

pub(super) fn find(tx: &mut Tx<'_>, name: &str) -> Result<Option<(String, Moment)>> {
    Ok(live_settings::table
        .find(name)
        .select((live_settings::value, live_settings::changed_at))
        .first(tx.db)
        .optional()?)
}

pub(super) fn list(tx: &mut Tx<'_>, beginning: &str) -> Result<Vec<(String, String)>> {
    // Names are ASCII words: everything that begins so lies before the same beginning with a later sign.
    let end = format!("{beginning}\u{7f}");
    Ok(live_settings::table
        .filter(live_settings::name.ge(beginning))
        .filter(live_settings::name.lt(end))
        .order(live_settings::name)
        .select((live_settings::name, live_settings::value))
        .load(tx.db)?)
}

pub(super) fn put(tx: &mut Tx<'_>, name: &str, value: &str) -> Result<()> {
    let now = tx.now();
    let new = (live_settings::value.eq(value), live_settings::changed_at.eq(now));
    Both(
        diesel::insert_into(live_settings::table)
            .values((live_settings::name.eq(name), new))
            .on_conflict(live_settings::name)
            .do_update()
            .set(new),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn delete(tx: &mut Tx<'_>, name: &str) -> Result<()> {
    diesel::delete(live_settings::table.find(name)).execute(tx.db)?;
    Ok(())
}
