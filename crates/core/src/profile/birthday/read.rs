//! Reading a birthday in the spellings people use.

use super::{Birthday, Day};
use crate::member::fold;

/// What a date is written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// A figure, and with how many digits it was written.
    Number(i32, usize),
    /// The name of a month.
    Month(i8),
    /// The year before the first one of an era.
    Era(i16),
    YearSign,
    MonthSign,
    DaySign,
}

use Part::{DaySign, Era, Month, MonthSign, Number, YearSign};

/// Eras that somebody alive may be born in.
const ERAS: [(&str, i16); 4] = [("大正", 1911), ("昭和", 1925), ("平成", 1988), ("令和", 2018)];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// Words that say nothing more.
const BESIDE: [&str; 7] = ["of", "st", "nd", "rd", "th", "born", "on"];

/// Reads a day, with or without a year: `11/3`, `11月3日`, `十一月三日`, `昭和60年11月3日`, `1985-11-03`, `Nov 3rd`, `1103`.
/// `None` where anything else is written as well: it would be lost.
pub fn read(typed: &str) -> Option<Birthday> {
    let parts = parts(typed)?;
    let (year, rest) = match parts.as_slice() {
        [Era(before), Number(year, _), YearSign, rest @ ..] => {
            (Some(before.checked_add(i16::try_from(*year).ok()?)?), rest)
        }
        [Number(year, 4), YearSign, rest @ ..] => (Some(i16::try_from(*year).ok()?), rest),
        rest => (None, rest),
    };
    let (own, month, day) = match *rest {
        [Number(month, _), MonthSign, Number(day, _)]
        | [Number(month, _), MonthSign, Number(day, _), DaySign] => (None, month, day),
        [Month(month), Number(day, 1 | 2)] | [Number(day, 1 | 2), Month(month)] => (None, month.into(), day),
        [Month(month), Number(day, 1 | 2), Number(year, 4)]
        | [Number(day, 1 | 2), Month(month), Number(year, 4)] => (Some(year), month.into(), day),
        [Number(month, 1 | 2), Number(day, 1 | 2)] => (None, month, day),
        [Number(year, 4), Number(month, 1 | 2), Number(day, 1 | 2)]
        | [Number(month, 1 | 2), Number(day, 1 | 2), Number(year, 4)] => (Some(year), month, day),
        [Number(both, 4)] => (None, both / 100, both % 100),
        [Number(all, 8)] => (Some(all / 10_000), all / 100 % 100, all % 100),
        _ => return None,
    };
    let year = match own {
        Some(_) if year.is_some() => return None,
        Some(own) => Some(i16::try_from(own).ok()?),
        None => year,
    };
    Some(Birthday { year, day: Day::of(i8::try_from(month).ok()?, i8::try_from(day).ok()?)? })
}

/// Reads a year: `1985`, `1985年`, `昭和60年`.
pub fn read_year(typed: &str) -> Option<i16> {
    match parts(typed)?.as_slice() {
        [Number(year, 4)] | [Number(year, 4), YearSign] => i16::try_from(*year).ok(),
        [Era(before), Number(year, _)] | [Era(before), Number(year, _), YearSign] => {
            before.checked_add(i16::try_from(*year).ok()?)
        }
        _ => None,
    }
}

fn parts(typed: &str) -> Option<Vec<Part>> {
    let folded = fold(typed.trim());
    let born = ["生まれ", "うまれ", "生"].iter().find_map(|end| folded.strip_suffix(end));
    let (mut rest, mut parts) = (born.unwrap_or(&folded), Vec::new());
    while let Some(sign) = rest.chars().next() {
        let (run, after) = rest.split_at(run(rest, sign));
        parts.extend(part(run, sign)?);
        rest = after;
    }
    Some(parts)
}

/// How many bytes at the beginning belong together: an era, a word, a figure, or one sign.
fn run(rest: &str, sign: char) -> usize {
    if let Some((era, _)) = ERAS.iter().find(|(era, _)| rest.starts_with(era)) {
        return era.len();
    }
    let is_same = |next: char| match sign {
        _ if sign.is_ascii_alphabetic() => next.is_ascii_alphabetic(),
        _ => digit(sign).is_some() && digit(next).is_some(),
    };
    let end = rest.char_indices().skip(1).find(|(_, next)| !is_same(*next));
    end.map_or(rest.len(), |(at, _)| at)
}

/// What a run says; nothing for a sign that only stands between. `None` for anything that is no part of a date.
fn part(run: &str, sign: char) -> Option<Option<Part>> {
    if let Some((_, before)) = ERAS.iter().find(|(era, _)| *era == run) {
        return Some(Some(Era(*before)));
    }
    Some(Some(match sign {
        _ if sign.is_ascii_alphabetic() => return word(run),
        _ if digit(sign).is_some() => number(run)?,
        '年' => YearSign,
        '月' => MonthSign,
        '日' => DaySign,
        '/' | '-' | '.' | ',' | '、' | '・' | ' ' => return Some(None),
        _ => return None,
    }))
}

/// The month a word names; nothing for a word that says nothing more.
fn word(word: &str) -> Option<Option<Part>> {
    if BESIDE.contains(&word) {
        return Some(None);
    }
    let at = MONTHS.iter().position(|month| {
        word.len() >= 3 && (month.starts_with(word) || word == "sept" && *month == "september")
    })?;
    Some(Some(Month(i8::try_from(at + 1).ok()?)))
}

/// A sign of a figure: a digit, or one of those used in its place. Ten is itself.
fn digit(sign: char) -> Option<i32> {
    match sign {
        '0'..='9' => sign.to_digit(10).and_then(|digit| i32::try_from(digit).ok()),
        '十' => Some(10),
        '元' => Some(1),
        _ => "〇一二三四五六七八九"
            .chars()
            .position(|known| known == sign)
            .and_then(|at| i32::try_from(at).ok()),
    }
}

/// `十一` and `11` are one figure, and so are `二十九` and `二九`.
fn number(run: &str) -> Option<Part> {
    let digits: Vec<i32> = run.chars().filter_map(digit).collect();
    let figure = match digits.as_slice() {
        [10] => 10,
        [10, ones @ 0..=9] => 10 + ones,
        [tens @ 1..=9, 10] => tens * 10,
        [tens @ 1..=9, 10, ones @ 0..=9] => tens * 10 + ones,
        plain if plain.len() <= 8 && plain.iter().all(|digit| *digit < 10) => {
            plain.iter().fold(0, |all, digit| all * 10 + digit)
        }
        _ => return None,
    };
    Some(Number(figure, if digits.contains(&10) { 2 } else { digits.len() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str) -> Option<(Option<i16>, String)> {
        read(typed).map(|birthday| (birthday.year, birthday.day.kept()))
    }

    #[test]
    fn the_usual_spellings_are_read() {
        for typed in [
            "11/3",
            "11月3日",
            "１１月３日",
            "11-03",
            "11.3",
            "1103",
            "十一月三日",
            "11月3日生まれ",
            " Nov 3 ",
            "November 3rd",
            "3 Nov",
            "3rd of November",
            "11 3",
            "11月 3日",
        ] {
            assert_eq!(found(typed), Some((None, "11-03".to_owned())), "{typed}");
        }
        for typed in [
            "1985/11/3",
            "1985年11月3日",
            "昭和60年11月3日",
            "昭和六十年十一月三日",
            "19851103",
            "1985-11-03",
            "Nov 3, 1985",
            "3 November 1985",
            "11/3/1985",
        ] {
            assert_eq!(found(typed), Some((Some(1985), "11-03".to_owned())), "{typed}");
        }
        assert_eq!(found("平成元年二月二十九日"), Some((Some(1989), "02-29".to_owned())));
        assert_eq!(found("五月五日"), Some((None, "05-05".to_owned())));
    }

    #[test]
    fn what_is_no_date_or_more_than_one_is_left_alone() {
        for typed in [
            "",
            "2/30",
            "13/1",
            "11月",
            "7月15日（山笠の日）",
            "ひみつ",
            "春",
            "3",
            "1985",
            "may",
            "99999999999/1",
            "十十",
        ] {
            assert_eq!(found(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_year_is_read_by_itself() {
        for typed in ["1985", "1985年", "昭和60年", "昭和六十", "１９８５年生まれ"] {
            assert_eq!(read_year(typed), Some(1985), "{typed}");
        }
        for typed in ["85", "", "11/3", "昭和", "ひみつ"] {
            assert_eq!(read_year(typed), None, "{typed}");
        }
    }
}
