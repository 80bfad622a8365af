//! Friends and their friends, counted as far as lists would show them.

use std::collections::BTreeSet;

use super::{Audience, MOST_COUNTED, queries};
use crate::friend::circle;
use crate::friend::tie::who_show_ties;
use crate::ids::MemberId;
use crate::store::{Result, Tx};
use crate::visibility::queries::Tied;

/// Circles read at a time.
const CIRCLES_AT_ONCE: i64 = 100;

/// Beside the `friends` who are here: those whom open lists of theirs show. Whoever is left out makes it "or more".
pub(super) fn count(tx: &mut Tx<'_>, me: MemberId, friends: usize) -> Result<Audience> {
    let (found, is_more) = behind_open_ties(tx, me)?;
    let is_more = is_more || found.len() > MOST_COUNTED;
    let some = || found.iter().copied().take(MOST_COUNTED);
    let met = queries::count_met(tx, me, some())?;
    let shown = who_show_ties(tx, me, Tied::FriendOfFriend, some().map(MemberId::from))?.len();
    Ok(Audience { people: friends + shown, is_more: is_more || shown < met, named: Vec::new() })
}

/// No friends themselves, but friends of a friend who lets `me` know their ties; and whether any friend does not.
fn behind_open_ties(tx: &mut Tx<'_>, me: MemberId) -> Result<(BTreeSet<i64>, bool)> {
    let (mine, mut found, mut after, mut is_more) = (circle::of(tx, me)?, BTreeSet::new(), None, false);
    while found.len() <= MOST_COUNTED {
        let some = circle::of_friends(tx, me, after, CIRCLES_AT_ONCE)?;
        let shown = who_show_ties(tx, me, Tied::Friend, some.iter().map(|(friend, _)| *friend))?;
        is_more |= shown.len() < some.len();
        let far = |id: &&i64| **id != i64::from(me) && !mine.has((**id).into());
        for (_, circle) in some.iter().filter(|(friend, _)| shown.contains(friend)) {
            found.extend(circle.ids().iter().filter(far));
        }
        match some.last() {
            Some((last, _)) if some.len() as i64 == CIRCLES_AT_ONCE => after = Some(*last),
            _ => break,
        }
    }
    Ok((found, is_more))
}
