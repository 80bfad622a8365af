//! This day in other years, for whoever lived it.

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::ids;
use crate::diary::{DiaryLine, list, queries};
use crate::ids::MemberId;
use crate::store::{Result, Tx};
use crate::visibility::Viewer;

/// How far back one looks.
const MOST_YEARS: i16 = 20;
/// The most entries of one day that are named.
const MOST_A_YEAR: i64 = 3;

/// What `me` wrote on this day of earlier years, the latest year first. On 29 February it is told every four years.
pub(super) fn of_today(tx: &mut Tx<'_>, me: MemberId, zone: &TimeZone) -> Result<Vec<DiaryLine>> {
    let today = tx.now().in_zone(zone).date();
    let Some(oldest) = queries::oldest_of(tx, me)? else { return Ok(Vec::new()) };
    let first_year = oldest.in_zone(zone).year().max(today.year() - MOST_YEARS);
    let mut rows = Vec::new();
    for year in (first_year..today.year()).rev() {
        let Ok(day) = Date::new(year, today.month(), today.day()) else { continue };
        let Ok(next) = day.checked_add(1.day()) else { continue };
        rows.extend(queries::of_author(tx, Viewer::Member(me), me, ids(day, next, zone), MOST_A_YEAR)?);
    }
    list::lines(tx, Viewer::Member(me), rows)
}
