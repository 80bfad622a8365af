//! Handsets that came, in the database.

use diesel::prelude::*;

use super::Handset;
use crate::store::schema::handsets;
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

pub(super) fn count_agents(tx: &mut Tx<'_>, day: i32) -> Result<i64> {
    Ok(handsets::table
        .filter(handsets::day.eq(day))
        .filter(handsets::agent.ne(""))
        .count()
        .get_result(tx.db)?)
}

pub(super) fn is_counted(tx: &mut Tx<'_>, day: i32, handset: &Handset) -> Result<bool> {
    let row = handsets::table.find((&handset.profile, &handset.agent, day));
    Ok(diesel::select(diesel::dsl::exists(row)).get_result(tx.db)?)
}

pub(super) fn add(tx: &mut Tx<'_>, day: i32, handset: &Handset, times: i64) -> Result<()> {
    let row = (
        handsets::day.eq(day),
        handsets::profile.eq(&handset.profile),
        handsets::agent.eq(&handset.agent),
        handsets::times.eq(times),
    );
    let added = diesel::insert_into(handsets::table)
        .values(row)
        .on_conflict((handsets::profile, handsets::agent, handsets::day))
        .do_update()
        .set(handsets::times.eq(handsets::times + times));
    Both(added).execute(tx.db)?;
    Ok(())
}

/// The days after `after`: day, what, how often.
pub(super) fn list_after(tx: &mut Tx<'_>, after: i32) -> Result<Vec<(i32, Handset, i64)>> {
    let rows: Vec<(i32, String, String, i64)> = handsets::table
        .filter(handsets::day.gt(after))
        .select((handsets::day, handsets::profile, handsets::agent, handsets::times))
        .load(tx.db)?;
    let rows = rows.into_iter();
    Ok(rows.map(|(day, profile, agent, times)| (day, Handset { profile, agent }, times)).collect())
}

pub(super) fn delete_before(tx: &mut Tx<'_>, day: i32) -> Result<usize> {
    Ok(diesel::delete(handsets::table.filter(handsets::day.lt(day))).execute(tx.db)?)
}
