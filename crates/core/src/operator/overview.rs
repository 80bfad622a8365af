//! How the site is doing, in figures of the whole: nothing of any one member.

use jiff::tz::TimeZone;

use super::queries;
use crate::moment::Moment;
use crate::store::{Result, Tx};

/// How many days a plot looks back.
pub const DAYS: usize = 14;

/// The first page of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// Members who are active.
    pub members: i64,
    /// Who joined, a day each, the last one today; [`DAYS`] of them.
    pub joined: Vec<i64>,
    /// Entries posted, a day each.
    pub entries: Vec<i64>,
    /// Comments posted, a day each.
    pub comments: Vec<i64>,
}

/// The figures of today and of the days before, as the site's zone cuts them.
pub fn overview(tx: &mut Tx<'_>, zone: &TimeZone) -> Result<Overview> {
    let bounds = day_bounds(tx.now(), zone);
    let mut of_days = |count: fn(&mut Tx<'_>, Moment, Moment) -> Result<i64>| -> Result<Vec<i64>> {
        bounds.windows(2).map(|day| count(tx, day[0], day[1])).collect()
    };
    let joined = of_days(queries::count_joined)?;
    let entries = of_days(queries::count_entries)?;
    let comments = of_days(queries::count_comments)?;
    Ok(Overview { members: queries::count_members(tx)?, joined, entries, comments })
}

/// Where the last days begin, and where the last of them ends.
fn day_bounds(now: Moment, zone: &TimeZone) -> Vec<Moment> {
    let today = now.in_zone(zone).date();
    let starts = (0..=DAYS).rev().map(|back| {
        let date = today.saturating_add(jiff::Span::new().days(1 - back as i64));
        let start = date.to_zoned(zone.clone()).map(|start| start.timestamp().as_millisecond());
        start.map_or(now, Moment::from_millis)
    });
    starts.collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn today_is_the_last_day_and_begins_at_midnight_of_the_site() {
        let tokyo = TimeZone::get("Asia/Tokyo").unwrap();
        // 2026-11-24 00:30 in Tokyo.
        let bounds = day_bounds(Moment::from_millis(1_795_447_800_000), &tokyo);
        let days: Vec<String> = bounds.iter().map(|at| at.in_zone(&tokyo).to_string()).collect();
        assert_eq!((days.len(), days[0].as_str()), (DAYS + 1, "2026-11-11T00:00:00"));
        assert_eq!(days[DAYS - 1..], ["2026-11-24T00:00:00", "2026-11-25T00:00:00"]);
    }
}
