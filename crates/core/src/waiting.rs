//! What waits for a member in red letters: the same at home and in the list of notices.

use jiff::tz::TimeZone;

use crate::friend::queries as friends;
use crate::ids::MemberId;
use crate::member::Card;
use crate::notice::{self, Notice};
use crate::store::{Result, Tx};
use crate::{number, profile};

/// The most birthdays that are counted.
pub const MOST_BIRTHDAYS: usize = 100;

/// What waits.
#[derive(Clone, Debug, Default)]
pub struct Waiting {
    /// What waits about my number.
    pub number: Vec<number::Waits>,
    /// How many ask for my friendship.
    pub requests: i64,
    /// What else waits, the newest first.
    pub notices: Vec<Notice>,
    /// Friends whose birthday is today, as far as they let me know the day.
    pub birthdays: Vec<Card>,
    /// How many more there are.
    pub more_birthdays: usize,
}

impl Waiting {
    /// Whether nothing does.
    pub fn is_empty(&self) -> bool {
        let has_red = !self.number.is_empty() || !self.notices.is_empty() || self.requests > 0;
        !has_red && self.birthdays.is_empty()
    }
}

/// What waits for `me`, with so many birthdays.
pub fn list(tx: &mut Tx<'_>, me: MemberId, birthdays: usize, zone: &TimeZone) -> Result<Waiting> {
    let mut celebrating = match birthdays {
        0 => Vec::new(),
        _ => profile::celebrating(tx, me, MOST_BIRTHDAYS as i64, zone)?,
    };
    let more_birthdays = celebrating.len().saturating_sub(birthdays);
    celebrating.truncate(birthdays);
    Ok(Waiting {
        number: number::waits(tx, me)?,
        requests: friends::count_requests_to(tx, me)?,
        notices: notice::list(tx, me)?,
        birthdays: celebrating,
        more_birthdays,
    })
}
