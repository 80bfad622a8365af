//! What the day and the next days are likely to bring, from what the last ones brought.

use crate::signup::Budget;

/// How many whole days before this one the pace is taken from.
const PACE_DAYS: usize = 7;
/// Before so many seconds of a day have gone, its own pace says nothing.
const FIRST_SECONDS: i64 = 3600;

/// Numbers of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// By the end of the budget's day.
    pub day: i64,
    /// In as many days as the desk looks back over ([`super::DAYS`]), from now on.
    pub month: i64,
}

impl Forecast {
    /// The rest of the day goes on at the pace of the last week, or at the day's own when that is faster: a pump is
    /// no time to be hopeful. `seconds` is the length of the budget's day; the last of `by_day` is today.
    pub(super) fn of(budget: &Budget, by_day: &[i64], seconds: i64) -> Forecast {
        let left = budget.ends_in_seconds.clamp(0, seconds);
        let gone = seconds - left;
        let before = &by_day[..by_day.len().saturating_sub(1)];
        let week = &before[before.len().saturating_sub(PACE_DAYS)..];
        let usual = week.iter().sum::<i64>() as f64 / week.len().max(1) as f64;
        let own = if gone < FIRST_SECONDS { 0.0 } else { (budget.spent * seconds) as f64 / gone as f64 };
        let rest = usual.max(own) * left as f64 / seconds.max(1) as f64;
        Forecast {
            day: budget.spent + rest.round() as i64,
            month: (usual.max(own) * super::DAYS as f64).round() as i64,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::moment::Moment;

    const DAY: i64 = 86_400;

    #[track_caller]
    fn check(spent: i64, gone: i64, by_day: &[i64], day: i64, month: i64) {
        let begins_at = Moment::from_millis(0);
        let budget = Budget { most: 300, soft: 240, spent, begins_at, ends_in_seconds: DAY - gone };
        assert_eq!(Forecast::of(&budget, by_day, DAY), Forecast { day, month });
    }

    #[test]
    fn the_faster_of_two_paces_counts() {
        // Half a day gone: as last week, then faster than it, then slower.
        check(5, DAY / 2, &[10, 10, 5], 10, 300);
        check(50, DAY / 2, &[10, 10, 50], 100, 3000);
        check(0, DAY / 2, &[10, 10, 0], 5, 300);
    }

    #[test]
    fn a_day_that_has_just_begun_is_no_pace() {
        check(3, 60, &[0, 0, 3], 3, 0);
        check(3, 60, &[3], 3, 0);
        check(0, DAY, &[], 0, 0);
    }
}
