//! Times of the cast, told from today backwards, so that the demo is fresh whenever it is started.

use enishi_core::moment::Moment;
use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use serde::Deserialize;

/// `-3 21:40` is 21:40 three site days ago; `-25m` is 25 minutes ago.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) enum When {
    Day { days_ago: i64, time: Time },
    Minutes { minutes_ago: i64 },
}

impl TryFrom<String> for When {
    type Error = String;

    fn try_from(text: String) -> Result<When, String> {
        read(&text).ok_or_else(|| format!("neither `-3 21:40` nor `-25m`: {text}"))
    }
}

fn read(text: &str) -> Option<When> {
    let ago = text.strip_prefix('-')?;
    if let Some(minutes) = ago.strip_suffix('m') {
        return Some(When::Minutes { minutes_ago: minutes.parse().ok()? });
    }
    let (days, time) = ago.split_once(' ')?;
    Some(When::Day { days_ago: days.parse().ok().filter(|days| *days > 0)?, time: time.parse().ok()? })
}

impl When {
    /// The moment meant, for a demo that starts `now`.
    pub(super) fn before(&self, now: Moment, zone: &TimeZone) -> Moment {
        match self {
            When::Minutes { minutes_ago } => now.plus_seconds(-60 * minutes_ago),
            When::Day { days_ago, time } => on_day(now, *days_ago, *time, zone).unwrap_or(now),
        }
    }
}

/// `None` for a day beyond the calendar.
fn on_day(now: Moment, days_ago: i64, time: Time, zone: &TimeZone) -> Option<Moment> {
    let today = Timestamp::from_millisecond(now.millis()).ok()?.to_zoned(zone.clone()).date();
    let day = today.checked_sub(Span::new().try_days(days_ago).ok()?).ok()?;
    let at = zone.to_timestamp(day.to_datetime(time)).ok()?;
    Some(Moment::from_millis(at.as_millisecond()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop with the cause")]
    use super::*;

    #[test]
    fn days_are_the_sites_and_lie_before_now() {
        let zone = TimeZone::get("Asia/Tokyo").unwrap();
        let noon = Moment::from_millis(crate::stores::NOON);
        let told = |text: &str| When::try_from(text.to_owned()).map(|when| when.before(noon, &zone));
        assert_eq!(told("-1 12:00"), Ok(noon.plus_seconds(-86_400)));
        assert_eq!(told("-2 23:59"), Ok(noon.plus_seconds(-2 * 86_400 + 12 * 3600 - 60)));
        assert_eq!(told("-25m"), Ok(noon.plus_seconds(-1500)));
        for wrong in ["", "3 21:40", "-0 21:40", "--1 21:40", "-3", "-m", "-3 25:00"] {
            assert!(told(wrong).is_err(), "{wrong}");
        }
    }
}
