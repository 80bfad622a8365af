//! Moments as people say them.

use enishi_core::diary::Month;
use enishi_core::moment::Moment;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use crate::words::Language;

/// Says a moment in the site's time zone, the nearer the shorter.
pub struct When<'a> {
    /// The present.
    pub now: Moment,
    /// The site's time zone.
    pub zone: &'a TimeZone,
    /// The reader's language.
    pub language: Language,
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl When<'_> {
    /// `14:05` today; `11月22日 14:05` this year; with the year before that.
    pub fn say(&self, moment: Moment) -> String {
        let (then, now) = (moment.in_zone(self.zone), self.now.in_zone(self.zone));
        let time = format!("{}:{:02}", then.hour(), then.minute());
        if then.date() == now.date() {
            return time;
        }
        let with_year = then.year() != now.year();
        let (year, month, day) = (then.year(), then.month(), then.day());
        match (self.language, with_year) {
            (Language::Ja, false) => format!("{month}月{day}日 {time}"),
            (Language::Ja, true) => format!("{year}年{month}月{day}日 {time}"),
            (Language::En, false) => format!("{day} {} {time}", month_name(month)),
            (Language::En, true) => format!("{day} {} {year} {time}", month_name(month)),
        }
    }

    /// `11月22日（日）` this year; with the year else.
    pub fn say_day(&self, day: Date) -> String {
        let with_year = day.year() != self.now.in_zone(self.zone).year();
        let (year, month, number) = (day.year(), day.month(), day.day());
        let weekday = weekday_name(day.weekday(), self.language);
        match (self.language, with_year) {
            (Language::Ja, false) => format!("{month}月{number}日（{weekday}）"),
            (Language::Ja, true) => format!("{year}年{month}月{number}日（{weekday}）"),
            (Language::En, false) => format!("{weekday} {number} {}", month_name(month)),
            (Language::En, true) => format!("{weekday} {number} {} {year}", month_name(month)),
        }
    }

    /// `2026年11月`.
    pub fn say_month(&self, month: Month) -> String {
        match self.language {
            Language::Ja => format!("{}年{}月", month.year(), month.number()),
            Language::En => format!("{} {}", month_name(month.number()), month.year()),
        }
    }
}

fn weekday_name(day: Weekday, language: Language) -> &'static str {
    let (ja, en) = match day {
        Weekday::Monday => ("月", "Mon"),
        Weekday::Tuesday => ("火", "Tue"),
        Weekday::Wednesday => ("水", "Wed"),
        Weekday::Thursday => ("木", "Thu"),
        Weekday::Friday => ("金", "Fri"),
        Weekday::Saturday => ("土", "Sat"),
        Weekday::Sunday => ("日", "Sun"),
    };
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}

fn month_name(month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|index| MONTHS.get(index)).unwrap_or(&"")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(millis: i64, ja: &str, en: &str) {
        let zone = TimeZone::fixed(jiff::tz::offset(9));
        let now = Moment::from_millis(1_795_445_999_000);
        for (language, expected) in [(Language::Ja, ja), (Language::En, en)] {
            assert_eq!(When { now, zone: &zone, language }.say(Moment::from_millis(millis)), expected);
        }
    }

    #[test]
    fn the_nearer_the_shorter() {
        check(1_795_445_999_000, "23:59", "23:59");
        check(1_795_359_599_000, "11月22日 23:59", "22 Nov 23:59");
        check(1_760_000_000_000, "2025年10月9日 17:53", "9 Oct 2025 17:53");
    }

    #[test]
    fn days_and_months_have_names() {
        let zone = TimeZone::fixed(jiff::tz::offset(9));
        let now = Moment::from_millis(1_795_445_999_000);
        let (this, former) = (jiff::civil::date(2026, 11, 23), jiff::civil::date(2024, 2, 29));
        for (language, expected) in [
            (Language::Ja, ["11月23日（月）", "2024年2月29日（木）", "2024年2月"]),
            (Language::En, ["Mon 23 Nov", "Thu 29 Feb 2024", "Feb 2024"]),
        ] {
            let when = When { now, zone: &zone, language };
            let said = [when.say_day(this), when.say_day(former), when.say_month(Month::of(former))];
            assert_eq!(said, expected);
        }
    }
}
