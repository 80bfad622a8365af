//! A moment in time as it is stored, and the site's own days.

use jiff::tz::TimeZone;

use crate::store::stored_as_bigint;

stored_as_bigint! {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub struct Moment;
}

impl Moment {
    /// From milliseconds since the epoch.
    pub const fn from_millis(millis: i64) -> Moment {
        Moment(millis)
    }

    /// Milliseconds since the epoch.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// This moment and so many seconds more (or fewer).
    pub fn plus_seconds(self, seconds: i64) -> Moment {
        Moment(self.0.saturating_add(seconds.saturating_mul(1000)))
    }

    /// Whole seconds from `earlier` until this moment; negative if it comes first.
    pub fn seconds_since(self, earlier: Moment) -> i64 {
        (self.0 - earlier.0) / 1000
    }

    /// Date and time of day in a zone, for people to read.
    pub fn in_zone(self, zone: &TimeZone) -> jiff::civil::DateTime {
        let stamp = jiff::Timestamp::from_millisecond(self.0).unwrap_or_default();
        zone.to_datetime(stamp)
    }

    /// The site's day this moment falls on, as days since 1970-01-01: footprints are cut by it.
    pub fn site_day(self, zone: &TimeZone) -> i32 {
        let date = self.in_zone(zone).date();
        let epoch = jiff::civil::date(1970, 1, 1);
        epoch.until(date).map(|span| span.get_days()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_of_the_site_and_not_of_greenwich() {
        let tokyo = TimeZone::get("Asia/Tokyo").unwrap();
        // 2026-11-23 14:59:59Z is 23:59:59 in Tokyo; a second later the next day begins there.
        let before = Moment::from_millis(1_795_445_999_000);
        assert_eq!(before.in_zone(&tokyo).to_string(), "2026-11-23T23:59:59");
        assert_eq!(before.plus_seconds(1).site_day(&tokyo), before.site_day(&tokyo) + 1);
        assert_eq!(before.plus_seconds(1).site_day(&TimeZone::UTC), before.site_day(&TimeZone::UTC));
    }
}
