//! Handsets that came, in the database.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Integer, Text};

use super::{Handset, Seen};
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

/// The sum of some days. The engines give their sums different types, so it is cast.
#[derive(QueryableByName)]
struct Sum {
    #[diesel(sql_type = Text)]
    profile: String,
    #[diesel(sql_type = Text)]
    agent: String,
    #[diesel(sql_type = BigInt)]
    times: i64,
    #[diesel(sql_type = Integer)]
    last_day: i32,
}

impl From<Sum> for Seen {
    fn from(sum: Sum) -> Seen {
        let handset = Handset { profile: sum.profile, agent: sum.agent };
        Seen { handset, times: sum.times, last_day: sum.last_day }
    }
}

const SUMS: &str = "CAST(sum(times) AS BIGINT) AS times, max(day) AS last_day FROM handsets";

/// The strings that came on the days after `after`, the most frequent first: `most` of them after the first `from`.
pub(super) fn unknown_after(tx: &mut Tx<'_>, after: i32, from: i64, most: i64) -> Result<Vec<Seen>> {
    let asked = format!(
        "SELECT profile, agent, {SUMS} WHERE day > {after} AND agent <> '' \
         GROUP BY profile, agent ORDER BY 3 DESC, 1, 2 LIMIT {most} OFFSET {from}"
    );
    sums(tx, &asked)
}

/// The profiles that came on the days after `after`, the most frequent first.
pub(super) fn profiles_after(tx: &mut Tx<'_>, after: i32) -> Result<Vec<Seen>> {
    let asked = format!(
        "SELECT profile, '' AS agent, {SUMS} WHERE day > {after} GROUP BY profile ORDER BY 3 DESC, 1"
    );
    sums(tx, &asked)
}

fn sums(tx: &mut Tx<'_>, asked: &str) -> Result<Vec<Seen>> {
    let rows: Vec<Sum> = sql_query(asked).load(tx.db)?;
    Ok(rows.into_iter().map(Seen::from).collect())
}

pub(super) fn delete_before(tx: &mut Tx<'_>, day: i32) -> Result<usize> {
    Ok(diesel::delete(handsets::table.filter(handsets::day.lt(day))).execute(tx.db)?)
}
