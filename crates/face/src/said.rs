//! What a field of a profile says, in words: most as it was written, a date and an age in the reader's own.

use std::borrow::Cow;

use enishi_core::profile::Field;
use enishi_core::profile::birthday::Day;

use crate::words::{Phrase, Words};

/// The words of a field as [`enishi_core::profile::ShownField`] has them.
pub fn said<'a>(field: Field, value: &'a str, words: &Words) -> Cow<'a, str> {
    let phrase = match field {
        Field::Birthday => Day::from_kept(value).map(|day| {
            Phrase::new("birthday-day")
                .with("month", i64::from(day.month()))
                .with("day", i64::from(day.day()))
        }),
        Field::BirthYear => Some(Phrase::new("birthday-year").with("year", value)),
        Field::Age => value.parse().ok().map(|age: i64| Phrase::new("birthday-age").with("n", age)),
        Field::LastSeen => Some(Phrase::new(match value {
            "week" => "last-seen-week",
            "month" => "last-seen-month",
            _ => "last-seen-before",
        })),
        _ => None,
    };
    phrase.map_or(Cow::Borrowed(value), |phrase| Cow::Owned(words.tell(&phrase)))
}
