//! Reading the day and the hour at which an entry shall appear.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::diary::{Draft, Fault};
use crate::moment::Moment;

/// How far ahead a time may be, in years of the calendar.
pub const FURTHEST_YEARS: i64 = 1;

/// When what was typed shall appear, by the clocks of the site; `None` where it shall at once. Says everything that is
/// wrong with it.
pub fn chosen_time(draft: &Draft, now: Moment, zone: &TimeZone) -> Result<Option<Moment>, Vec<Fault>> {
    let (day, hour) = (plain(&draft.day), plain(&draft.hour));
    if day.is_empty() && hour.is_empty() {
        return Ok(None);
    }
    let today = now.in_zone(zone).date();
    match (read_day(&day, today), read_hour(&hour)) {
        (Some(day), Some(hour)) => ahead(day.at(hour, 0, 0, 0), now, zone).map(Some).map_err(|why| vec![why]),
        (day, hour) => {
            Err([day.is_none().then_some(Fault::DayUnknown), hour.is_none().then_some(Fault::HourUnknown)]
                .into_iter()
                .flatten()
                .collect())
        }
    }
}

/// Day and hour as a form shows them again: `2026-12-24` and `21` where they can be read, else as they were typed.
pub fn written_time(day: &str, hour: &str, now: Moment, zone: &TimeZone) -> (String, String) {
    let read = read_day(&plain(day), now.in_zone(zone).date());
    let day = read.map_or_else(|| day.to_owned(), |day| day.to_string());
    (day, read_hour(&plain(hour)).map_or_else(|| hour.to_owned(), |hour| hour.to_string()))
}

/// An hour that clocks leave out comes when they have been put forward.
fn ahead(chosen: DateTime, now: Moment, zone: &TimeZone) -> Result<Moment, Fault> {
    let moment = |at: DateTime| zone.to_timestamp(at).map(|at| Moment::from_millis(at.as_millisecond()));
    let chosen = moment(chosen).map_err(|_| Fault::DayUnknown)?;
    let furthest = now.in_zone(zone).checked_add(FURTHEST_YEARS.years());
    let furthest = furthest.and_then(moment).map_err(|_| Fault::TimeFar)?;
    match chosen {
        chosen if chosen <= now => Err(Fault::TimePast),
        chosen if chosen > furthest => Err(Fault::TimeFar),
        chosen => Ok(chosen),
    }
}

/// Wide digits are digits.
fn plain(typed: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    typed.nfkc().collect::<String>().trim().to_owned()
}

/// `2026-12-24`, `2026/12/24`, `20261224`; without a year, as `12/24` or `1224`, the nearest such day.
fn read_day(typed: &str, today: Date) -> Option<Date> {
    let groups: Vec<&str> =
        typed.split(|sign: char| !sign.is_ascii_digit()).filter(|one| !one.is_empty()).collect();
    match groups[..] {
        [all] if all.len() == 8 => date(&all[..4], &all[4..6], &all[6..]),
        [all] if all.len() == 4 => nearest(&all[..2], &all[2..], today),
        [year, month, day] if year.len() == 4 => date(year, month, day),
        [month, day] => nearest(month, day, today),
        _ => None,
    }
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A day just gone by is a slip, not a day of next year.
fn nearest(month: &str, day: &str, today: Date) -> Option<Date> {
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    let years = (today.year() - 1)..=(today.year() + 1);
    let days = years.filter_map(|year| Date::new(year, month, day).ok());
    days.min_by_key(|found| today.until(*found).map_or(i32::MAX, |span| span.get_days().abs()))
}

/// `21`, `21:00`, `21時`.
fn read_hour(typed: &str) -> Option<i8> {
    let digits = typed.strip_suffix(":00").or_else(|| typed.strip_suffix('時')).unwrap_or(typed);
    let is_plain = matches!(digits.len(), 1 | 2) && digits.bytes().all(|digit| digit.is_ascii_digit());
    digits.parse().ok().filter(|hour| is_plain && (0..24).contains(hour))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// At 2026-12-01 10:30 in Tokyo.
    fn check(day: &str, hour: &str, expected: Result<Option<&str>, &[Fault]>) {
        let zone = TimeZone::get("Asia/Tokyo").unwrap();
        let now = Moment::from_millis(1_796_088_600_000);
        let draft = Draft { day: day.to_owned(), hour: hour.to_owned(), ..Draft::default() };
        let found = chosen_time(&draft, now, &zone).map(|at| at.map(|at| at.in_zone(&zone).to_string()));
        let expected = expected.map(|at| at.map(str::to_owned)).map_err(<[Fault]>::to_vec);
        assert_eq!(found, expected, "{day} {hour}");
    }

    #[test]
    fn days_are_read_however_they_are_typed() {
        check("", " ", Ok(None));
        for day in
            ["2026-12-24", "20261224", "2026/12/24", "２０２６年１２月２４日", "12/24", "1224", "12月24日"]
        {
            check(day, "21", Ok(Some("2026-12-24T21:00:00")));
        }
        check("0103", "0", Ok(Some("2027-01-03T00:00:00")));
        for hour in ["7", "07", "7:00", "7時", "７"] {
            check("20261202", hour, Ok(Some("2026-12-02T07:00:00")));
        }
    }

    #[test]
    fn what_is_no_time_ahead_is_refused() {
        check("1301", "24", Err(&[Fault::DayUnknown, Fault::HourUnknown]));
        check("20261202", "", Err(&[Fault::HourUnknown]));
        check("", "21", Err(&[Fault::DayUnknown]));
        check("明日", "21:30", Err(&[Fault::DayUnknown, Fault::HourUnknown]));
        check("20270229", "-1", Err(&[Fault::DayUnknown, Fault::HourUnknown]));
        check("20261201", "10", Err(&[Fault::TimePast]));
        check("20261201", "11", Ok(Some("2026-12-01T11:00:00")));
        check("1130", "21", Err(&[Fault::TimePast]));
        check("20271201", "10", Ok(Some("2027-12-01T10:00:00")));
        check("20271201", "11", Err(&[Fault::TimeFar]));
    }
}
