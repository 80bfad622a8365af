//! "After so many months, narrow it to …": a standing wish, carried out by a worker.

use jiff::ToSpan;
use jiff::tz::TimeZone;

use super::{across, queries};
use crate::diary::opening;
use crate::first_post;
use crate::ids::MemberId;
use crate::moment::Moment;
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

/// The ages that can be chosen, in months of the calendar.
pub const AGES_MONTHS: [i16; 4] = [1, 3, 6, 12];

/// What an aged entry can be narrowed to.
pub const STANDING_LEVELS: [Visibility; 2] = [Visibility::Friends, Visibility::OnlyMe];

/// A wish is looked at once a day.
const AGAIN_SECONDS: i64 = 24 * 60 * 60;

/// Wishes looked at in one transaction.
const AT_ONCE: i64 = 10;

/// A standing wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aging {
    /// From this age on, in months of the calendar; one of [`AGES_MONTHS`].
    pub months: i16,
    /// To this level; one of [`STANDING_LEVELS`].
    pub to: Visibility,
}

/// The wish of `me`, if there is one.
pub fn aging(tx: &mut Tx<'_>, me: MemberId) -> Result<Option<Aging>> {
    queries::find_aging(tx, me)
}

/// Wishes, or wishes no more. What was narrowed before stays so. A wish that no form offers is none.
pub fn age(tx: &mut Tx<'_>, me: MemberId, wish: Option<Aging>) -> Result<()> {
    let offered = |wish: &Aging| AGES_MONTHS.contains(&wish.months) && STANDING_LEVELS.contains(&wish.to);
    match wish.filter(offered) {
        Some(wish) => queries::put_aging(tx, me, wish),
        None => queries::delete_aging(tx, me),
    }
}

/// How many entries a wish would narrow at once.
pub fn aged(tx: &mut Tx<'_>, me: MemberId, wish: Aging, zone: &TimeZone) -> Result<i64> {
    let before = months_ago(tx.now(), wish.months, zone);
    queries::count_wider(tx, me, wish.to, before)
}

/// What one transaction has carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Narrowed {
    /// So many wishes were due.
    pub wishes: usize,
    /// So many entries were narrowed.
    pub entries: usize,
}

/// Carries out a few of the wishes that are due, the oldest first. What waits to be looked at is narrowed in what its
/// author wants.
pub fn narrow_aged(tx: &mut Tx<'_>, zone: &TimeZone) -> Result<Narrowed> {
    let (mut narrowed, next) = (Narrowed { wishes: 0, entries: 0 }, tx.now().plus_seconds(AGAIN_SECONDS));
    for (member, wish) in queries::due(tx, AT_ONCE)? {
        let before = months_ago(tx.now(), wish.months, zone);
        first_post::narrow_wanted(tx, member, wish.to, Some(before))?;
        opening::cancel_of(tx, member, before)?;
        narrowed.entries += across::narrow(tx, member, wish.to, Some(before))?;
        queries::set_due(tx, member, next)?;
        narrowed.wishes += 1;
    }
    Ok(narrowed)
}

/// The same time of day so many months earlier; of a month that has no such day, its last.
fn months_ago(now: Moment, months: i16, zone: &TimeZone) -> Moment {
    let now_there = now.in_zone(zone);
    let earlier = now_there.checked_sub(i64::from(months).months()).unwrap_or(now_there);
    let stamp = zone.to_timestamp(earlier).map(|stamp| stamp.as_millisecond());
    Moment::from_millis(stamp.unwrap_or(i64::MIN))
}
