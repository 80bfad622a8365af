//! Days of the site as ranges of ids: ids carry the time they were made, so that a month is found in the index.

use std::ops::Range;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::moment::Moment;
use crate::store::tx::id_of;

/// A stretch of time in which the clocks of a zone are not put forward or back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::diary) struct Stretch {
    /// The ids of what was made in it.
    pub ids: Range<i64>,
    /// How far the clocks stand before Greenwich.
    pub shift_millis: i64,
}

/// The ids of what was made from the beginning of one day to the beginning of another.
pub(in crate::diary) fn ids(from: Date, until: Date, zone: &TimeZone) -> Range<i64> {
    id_at(begin(from, zone))..id_at(begin(until, zone))
}

/// The same in stretches, in order. Almost always it is one.
pub(in crate::diary) fn stretches(from: Date, until: Date, zone: &TimeZone) -> Vec<Stretch> {
    let (mut at, end) = (begin(from, zone), begin(until, zone));
    let changes = zone.following(at).map(|change| change.timestamp()).take_while(|change| *change < end);
    let ends: Vec<Timestamp> = changes.chain([end]).collect();
    let mut found = Vec::with_capacity(ends.len());
    for end in ends {
        let shift_millis = i64::from(zone.to_offset(at).seconds()) * 1000;
        found.push(Stretch { ids: id_at(at)..id_at(end), shift_millis });
        at = end;
    }
    found
}

fn begin(day: Date, zone: &TimeZone) -> Timestamp {
    zone.to_timestamp(day.at(0, 0, 0, 0)).unwrap_or(Timestamp::MAX)
}

fn id_at(at: Timestamp) -> i64 {
    id_of(Moment::from_millis(at.as_millisecond()), 0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_month_is_one_stretch_unless_clocks_are_put_back_in_it() {
        let (from, until) = (date(2026, 10, 1), date(2026, 11, 1));
        let tokyo = TimeZone::get("Asia/Tokyo").unwrap();
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let shifts = |zone| -> Vec<i64> {
            stretches(from, until, zone).iter().map(|one| one.shift_millis / 3_600_000).collect()
        };
        assert_eq!((shifts(&tokyo), shifts(&berlin)), (vec![9], vec![2, 1]));
        let both = stretches(from, until, &berlin);
        assert_eq!(both[0].ids.start..both[1].ids.end, ids(from, until, &berlin));
        assert_eq!(both[0].ids.end, both[1].ids.start);
    }
}
