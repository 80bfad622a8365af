//! Round numbers of the counter (キリ番), and whose footprint reached them.

use super::queries;
use crate::ids::MemberId;
use crate::member::Card;
use crate::moment::Moment;
use crate::preference::{self, Preference};
use crate::store::{Result, Tx};
use crate::visibility::{Viewer, queries as visibility};

/// A round number the counter has passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// The number.
    pub number: i64,
    /// Whose footprint it was, if they let themselves be named and the owner may meet them.
    pub visitor: Option<Card>,
    /// When.
    pub reached_at: Moment,
}

/// Hundreds and thousands with nothing behind their first digit, and figures that repeat: 100, 777, 2000.
pub fn is_round(number: i64) -> bool {
    let digits = number.to_string();
    let mut rest = digits.chars().skip(1).peekable();
    let first = digits.chars().next();
    digits.len() >= 3
        && rest.peek().is_some_and(|second| *second == '0' || Some(*second) == first)
        && digits.chars().skip(1).all(|digit| digits.chars().nth(1) == Some(digit))
}

/// Notes a round number. One that was reached before, and lost again by a footprint taken back, is given anew.
pub(super) fn reached(
    tx: &mut Tx<'_>,
    owner: MemberId,
    total: i64,
    visitor: MemberId,
    day: i32,
) -> Result<()> {
    if is_round(total) { queries::put_milestone(tx, owner, total, visitor, day) } else { Ok(()) }
}

pub(super) fn list(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Milestone>> {
    let mut milestones = Vec::new();
    for (number, visitor, reached_at) in queries::milestones(tx, me)? {
        let visitor = if may_be_named(tx, me, visitor.id)? { Some(visitor) } else { None };
        milestones.push(Milestone { number, visitor, reached_at });
    }
    Ok(milestones)
}

fn may_be_named(tx: &mut Tx<'_>, me: MemberId, visitor: MemberId) -> Result<bool> {
    Ok(preference::is_on(tx, visitor, Preference::NamedAtMilestones)?
        && visibility::standing(tx, Viewer::Member(me), visitor, None)?.meets())
}

#[cfg(test)]
mod tests {
    use super::is_round;

    #[test]
    fn round_is_what_people_wait_for() {
        for round in [100, 111, 200, 777, 1000, 2000, 9999, 10_000] {
            assert!(is_round(round), "{round}");
        }
        for plain in [0, 1, 10, 11, 50, 99, 101, 110, 1100, 1001, 1212] {
            assert!(!is_round(plain), "{plain}");
        }
    }
}
