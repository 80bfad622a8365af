//! Months as a diary is turned by.

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::Date;

/// A month of a year; written `2026-11`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    first: Date,
}

/// Not a month that a diary has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a month")]
pub struct NotAMonth;

/// The years that ids can tell apart.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2089;

impl Month {
    /// The month a day is in.
    pub fn of(day: Date) -> Month {
        Month { first: day.first_of_month() }
    }

    /// Its year.
    pub fn year(self) -> i16 {
        self.first.year()
    }

    /// Its number, from 1.
    pub fn number(self) -> i8 {
        self.first.month()
    }

    /// Its first day.
    pub(super) fn first(self) -> Date {
        self.first
    }

    /// The first day that is no longer in it.
    pub(super) fn end(self) -> Date {
        self.first.checked_add(1.month()).unwrap_or(Date::MAX)
    }
}

/// Whether a day lies in years that a diary may have.
pub fn is_in_reach(day: Date) -> bool {
    YEARS.contains(&day.year())
}

impl fmt::Display for Month {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{:02}", self.year(), self.number())
    }
}

impl FromStr for Month {
    type Err = NotAMonth;

    fn from_str(text: &str) -> Result<Month, NotAMonth> {
        let (year, number) = text.split_once('-').ok_or(NotAMonth)?;
        let (year, number) = (year.parse().map_err(|_| NotAMonth)?, number.parse().map_err(|_| NotAMonth)?);
        let first = Date::new(year, number, 1).map_err(|_| NotAMonth)?;
        if is_in_reach(first) { Ok(Month { first }) } else { Err(NotAMonth) }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_month_is_written_and_read_back() {
        let month: Month = "2026-12".parse().unwrap();
        assert_eq!(
            (month.to_string(), month.end().to_string()),
            ("2026-12".to_owned(), "2027-01-01".to_owned())
        );
        for wrong in ["", "2026", "2026-13", "2026-0", "1999-12", "9999-01", "-2026-1", "2026-11-1"] {
            assert!(wrong.parse::<Month>().is_err(), "{wrong}");
        }
    }
}
