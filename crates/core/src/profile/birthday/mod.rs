//! A birthday in three parts, each with a visibility of its own: the day, the year, and the age that follows from both.

use jiff::civil::Date;

mod read;

pub use read::{read, read_year};

/// A day of the year. The 29th of February is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    month: i8,
    day: i8,
}

/// A birthday as somebody wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Birthday {
    /// The year, if it was written too.
    pub year: Option<i16>,
    /// The day.
    pub day: Day,
}

/// Years that somebody alive may be born in begin here.
const OLDEST_YEAR: i16 = 1900;
/// The year in which every day there is exists.
const LEAP_YEAR: i16 = 2000;

impl Day {
    /// A day that exists in some year.
    pub fn of(month: i8, day: i8) -> Option<Day> {
        Date::new(LEAP_YEAR, month, day).ok().map(|_| Day { month, day })
    }

    /// From how it is kept: `02-29`.
    pub fn from_kept(kept: &str) -> Option<Day> {
        let (month, day) = kept.split_once('-')?;
        if (month.len(), day.len()) != (2, 2) {
            return None;
        }
        Day::of(month.parse().ok()?, day.parse().ok()?)
    }

    /// How it is kept: `02-29`.
    pub fn kept(self) -> String {
        format!("{:02}-{:02}", self.month, self.day)
    }

    /// How it stands in a form, and can be typed: `2/29`.
    pub fn typed(self) -> String {
        format!("{}/{}", self.month, self.day)
    }

    /// 1 to 12.
    pub fn month(self) -> i8 {
        self.month
    }

    /// 1 to 31.
    pub fn day(self) -> i8 {
        self.day
    }
}

/// The days that are celebrated on a date. In a year without a 29th of February, whoever was born on one celebrates on the
/// first of March.
pub fn celebrated_on(today: Date) -> Vec<Day> {
    let mut days = vec![Day { month: today.month(), day: today.day() }];
    if (today.month(), today.day()) == (3, 1) && !today.in_leap_year() {
        days.push(Day { month: 2, day: 29 });
    }
    days
}

/// How old somebody is on a date; `None` before they are born.
pub fn age(year: i16, day: Day, today: Date) -> Option<i16> {
    let is_yet_to_come = (today.month(), today.day()) < (day.month, day.day);
    Some(today.year() - year - i16::from(is_yet_to_come)).filter(|age| *age >= 0)
}

/// Whether somebody who is here may be born in that year.
pub fn is_year(year: i16, today: Date) -> bool {
    (OLDEST_YEAR..=today.year()).contains(&year)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;

    use super::*;

    #[test]
    fn only_days_that_exist_are_days() {
        assert_eq!(Day::from_kept("02-29").map(Day::typed).as_deref(), Some("2/29"));
        for none in ["02-30", "13-01", "00-10", "4-31", "", "8月11日"] {
            assert_eq!(Day::from_kept(none), None, "{none}");
        }
    }

    #[test]
    fn somebody_of_the_29th_of_february_has_a_birthday_every_year() {
        let leap = Day::of(2, 29).unwrap();
        for (today, celebrates) in [
            (date(2027, 2, 28), false),
            (date(2027, 3, 1), true),
            (date(2028, 2, 29), true),
            (date(2028, 3, 1), false),
        ] {
            assert_eq!(celebrated_on(today).contains(&leap), celebrates, "{today}");
        }
        assert_eq!(age(2004, leap, date(2027, 2, 28)), Some(22));
        assert_eq!(age(2004, leap, date(2027, 3, 1)), Some(23));
        assert_eq!(age(2028, leap, date(2027, 3, 1)), None);
    }
}
