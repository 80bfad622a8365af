//! My own footprints at others' pages, and taking one back.

use jiff::tz::TimeZone;

use super::{DAYS_SHOWN, FootprintRules, Turn, queries};
use crate::ids::MemberId;
use crate::member::Card;
use crate::moment::Moment;
use crate::store::upsert::hold_pair;
use crate::store::{Result, Tx};
use crate::visibility::{Viewer, queries as visibility};

/// A footprint of mine.
#[derive(Clone, Debug)]
pub struct Left {
    /// At whose page.
    pub owner: Card,
    /// On which site day: with the owner, it says which footprint.
    pub day: i32,
    /// The last look of that day.
    pub last_at: Moment,
    /// Whether taking it back counts for nothing still.
    pub is_free: bool,
}

/// My footprints.
#[derive(Clone, Debug)]
pub struct LeftPage {
    /// The newest first.
    pub left: Vec<Left>,
    /// How many older ones may still be taken back this month.
    pub late_left: i64,
    /// Where the next page begins, if there is one.
    pub next: Option<Turn>,
}

/// What became of taking one back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenBack {
    /// It is gone for both, and the counter is one lower.
    Gone,
    /// There is no such footprint of mine.
    NotFound,
    /// It is no longer free, and this month's are used up.
    Spent,
}

/// Where I came by lately; at most `most`.
pub fn left(
    tx: &mut Tx<'_>,
    me: MemberId,
    from: Option<Turn>,
    most: i64,
    rules: &FootprintRules,
    zone: &TimeZone,
) -> Result<LeftPage> {
    let oldest_day = tx.now().site_day(zone) - DAYS_SHOWN;
    let mut rows = queries::left(tx, me, oldest_day, from, most + 1)?;
    let has_more = rows.len() as i64 > most;
    rows.truncate(usize::try_from(most).unwrap_or_default());
    let now = tx.now();
    let left: Vec<Left> = rows
        .into_iter()
        .map(|(owner, day, first_at, last_at)| Left {
            owner,
            day,
            last_at,
            is_free: now.seconds_since(first_at) <= rules.free_seconds,
        })
        .collect();
    let last = left.last().map(|left| Turn { last_at: left.last_at, visitor: left.owner.id });
    Ok(LeftPage { left, late_left: late_left(tx, me, rules)?, next: last.filter(|_| has_more) })
}

/// Takes my footprint of that day at `owner`'s page back.
pub fn take_back(
    tx: &mut Tx<'_>,
    me: MemberId,
    owner: MemberId,
    day: i32,
    rules: &FootprintRules,
) -> Result<TakenBack> {
    hold_pair(tx, me, owner)?;
    let meets = visibility::standing(tx, Viewer::Member(me), owner, None)?.meets();
    let Some(first_at) = queries::first_look(tx, owner, day, me)?.filter(|_| meets) else {
        return Ok(TakenBack::NotFound);
    };
    if tx.now().seconds_since(first_at) > rules.free_seconds {
        if late_left(tx, me, rules)? < 1 {
            return Ok(TakenBack::Spent);
        }
        queries::note_take_back(tx, me)?;
    }
    queries::delete(tx, owner, day, me)?;
    queries::lower_total(tx, owner)?;
    Ok(TakenBack::Gone)
}

fn late_left(tx: &mut Tx<'_>, me: MemberId, rules: &FootprintRules) -> Result<i64> {
    let since = tx.now().plus_seconds(-rules.late_seconds);
    Ok((rules.late_most - queries::count_take_backs_since(tx, me, since)?).max(0))
}
