//! When letters about what happened may leave.

use jiff::ToSpan;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::ids::MemberId;
use crate::moment::Moment;

/// The figures of letters about what happened; every one a setting.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NoticeRules {
    /// How often it is looked whose letter is due, in seconds.
    pub look_seconds: u64,
    /// Between two letters to a member who gets them as things happen, in seconds.
    pub apart_seconds: i64,
    /// From this hour on such letters wait, 0 to 23 in the site's zone.
    pub quiet_from: i8,
    /// Until this hour. The same hour twice: never quiet.
    pub quiet_until: i8,
    /// Daily letters leave within so many minutes after their hour, so that they do not leave all at once; 1 to 60.
    pub spread_minutes: i64,
}

impl Default for NoticeRules {
    /// An hour apart, and none between ten at night and seven in the morning.
    fn default() -> NoticeRules {
        NoticeRules {
            look_seconds: 60,
            apart_seconds: 3600,
            quiet_from: 22,
            quiet_until: 7,
            spread_minutes: 30,
        }
    }
}

impl NoticeRules {
    /// When a letter may leave: not too soon after the last one, and not at night.
    pub(super) fn not_before(&self, now: Moment, last: Moment, zone: &TimeZone) -> Moment {
        self.awake(now.max(last.plus_seconds(self.apart_seconds)), zone)
    }

    /// This moment, or the morning after it if it lies in the night.
    pub(crate) fn awake(&self, earliest: Moment, zone: &TimeZone) -> Moment {
        let local = earliest.in_zone(zone);
        if !self.is_quiet(local.hour()) {
            return earliest;
        }
        let morning = at_hour(local, self.quiet_until);
        let morning = if morning > local { Some(morning) } else { tomorrow(morning) };
        morning.and_then(|local| moment(local, zone)).unwrap_or(earliest)
    }

    /// The next daily letter of a member, always after `now`.
    pub(super) fn next_daily(&self, now: Moment, hour: i16, member: MemberId, zone: &TimeZone) -> Moment {
        let spread = i64::from(member).rem_euclid(self.spread_minutes.clamp(1, 60));
        let local = now.in_zone(zone);
        let at = at_hour(local, i8::try_from(hour).unwrap_or_default()).checked_add(spread.minutes());
        let at = at.ok().map(|at| if at > local { Some(at) } else { tomorrow(at) });
        at.flatten().and_then(|local| moment(local, zone)).unwrap_or(now.plus_seconds(86_400))
    }

    fn is_quiet(&self, hour: i8) -> bool {
        let (from, until) = (self.quiet_from, self.quiet_until);
        if from <= until { (from..until).contains(&hour) } else { hour >= from || hour < until }
    }
}

fn at_hour(local: DateTime, hour: i8) -> DateTime {
    local.date().at(hour.clamp(0, 23), 0, 0, 0)
}

fn tomorrow(local: DateTime) -> Option<DateTime> {
    local.checked_add(1.day()).ok()
}

fn moment(local: DateTime, zone: &TimeZone) -> Option<Moment> {
    let stamp = zone.to_ambiguous_timestamp(local).compatible().ok()?;
    Some(Moment::from_millis(stamp.as_millisecond()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn tokyo() -> TimeZone {
        TimeZone::get("Asia/Tokyo").unwrap()
    }

    fn at(hour: i8, minute: i8) -> Moment {
        moment(jiff::civil::date(2026, 11, 24).at(hour, minute, 0, 0), &tokyo()).unwrap()
    }

    #[test]
    fn at_night_a_letter_waits_for_the_morning() {
        let rules = NoticeRules::default();
        let long_ago = Moment::from_millis(0);
        let told = |now: Moment| rules.not_before(now, long_ago, &tokyo()).in_zone(&tokyo()).to_string();
        assert_eq!(told(at(21, 59)), "2026-11-24T21:59:00");
        assert_eq!(told(at(22, 0)), "2026-11-25T07:00:00");
        assert_eq!(told(at(3, 0)), "2026-11-24T07:00:00");
        assert_eq!(told(at(7, 0)), "2026-11-24T07:00:00");
        let last = rules.not_before(at(21, 30), at(21, 15), &tokyo());
        assert_eq!(last.in_zone(&tokyo()).to_string(), "2026-11-25T07:00:00", "an hour later it is night");
    }

    #[test]
    fn the_daily_letter_comes_once_a_day() {
        let rules = NoticeRules::default();
        let next = |now: Moment| rules.next_daily(now, 7, MemberId::from(31), &tokyo());
        assert_eq!(next(at(6, 0)), at(7, 1));
        assert_eq!(next(at(7, 0)), at(7, 1));
        assert_eq!(next(at(7, 1)), at(7, 1).plus_seconds(86_400));
    }
}
