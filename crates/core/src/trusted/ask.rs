//! Having the friends asked, for whoever has proven the number.

use rand::RngExt;
use rand::seq::SliceRandom;

use super::{counting, counts, queries};
use crate::ids::MemberId;
use crate::letter::{self, Matter};
use crate::limit::{self, Take};
use crate::notice::{self, Kind as NoticeKind};
use crate::recovery::{RecoveryRules, queries as recoveries};
use crate::secrets::Keyring;
use crate::security_log::{self, Event, Kind};
use crate::store::upsert::hold;
use crate::store::{Result, Tx};

/// So many of the three have to recognise the member.
pub const NEEDED: usize = 2;

const ASKS: &str = "friends asked for a member";
/// An ask that is over says so for a day, in seconds; then it never was.
const KEPT_SECONDS: i64 = 86_400;

/// How the way through friends stands for somebody on the way back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FriendsWay {
    /// Fewer than two friends would count.
    None,
    /// They can be asked.
    Open,
    /// They are being asked.
    Asked {
        /// What the friends are to be told.
        sign: i16,
        /// How many have recognised the member.
        yes: usize,
    },
    /// Too few are left who could.
    Closed,
}

/// What became of asking them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// They are being asked.
    Yes,
    /// Fewer than two would count.
    TooFew,
    /// Too often lately: not before so many seconds.
    Wait {
        /// At least 1.
        seconds: i64,
    },
    /// This guest is not on the way back.
    Over,
}

/// Has the friends asked; once on each way back. Counted before anybody is told.
pub fn ask(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    guest: &[u8],
    client: &str,
    rules: &RecoveryRules,
) -> Result<Asked> {
    let Some(member) = recoveries::find(tx, guest)?.map(|row| row.member) else { return Ok(Asked::Over) };
    hold(tx, vec![member.into()])?;
    let Some(row) = recoveries::find(tx, guest)?.filter(|row| row.member == member) else {
        return Ok(Asked::Over);
    };
    if row.friends_are_asked || row.proof().is_some() {
        return Ok(Asked::Yes);
    }
    let friends = counting(tx, member)?;
    if friends.len() < NEEDED {
        return Ok(Asked::TooFew);
    }
    let (key, window) = (i64::from(member).to_be_bytes(), rules.friend_asks_per_member);
    if let Take::Refused { retry_after_seconds: seconds } = limit::take(tx, keys, ASKS, &key, window)? {
        return Ok(Asked::Wait { seconds });
    }
    recoveries::friends_are_asked(tx, row.id)?;
    for friend in friends {
        tell(tx, &row, friend)?;
    }
    letter::tell(tx, keys, member, Matter::FriendsAsked, None)?;
    security_log::record(tx, Event::of(Kind::FriendsAsked).member(member).client(client))?;
    Ok(Asked::Yes)
}

fn tell(tx: &mut Tx<'_>, row: &recoveries::Row, friend: MemberId) -> Result<()> {
    let numbers = draw(row.sign);
    let id = queries::insert_ask(tx, row.id, (row.member, friend), numbers, row.until)?;
    notice::leave(tx, friend, NoticeKind::FriendAsked, id.into())
}

/// The sign among two others, in an order of this friend's own.
fn draw(sign: i16) -> [i16; 3] {
    let mut numbers = [sign; 3];
    let mut chance = rand::rng();
    for at in 1..numbers.len() {
        while numbers[..at].contains(&numbers[at]) {
            numbers[at] = chance.random_range(10..100);
        }
    }
    numbers.shuffle(&mut chance);
    numbers
}

/// How the way through friends stands.
pub(crate) fn way(tx: &mut Tx<'_>, row: &recoveries::Row) -> Result<FriendsWay> {
    if !row.friends_are_asked {
        let is_open = counting(tx, row.member)?.len() >= NEEDED;
        return Ok(if is_open { FriendsWay::Open } else { FriendsWay::None });
    }
    let (yes, possible) = tally(tx, row)?;
    Ok(if possible < NEEDED { FriendsWay::Closed } else { FriendsWay::Asked { sign: row.sign, yes } })
}

/// How many have said yes, and how many have or still could.
pub(super) fn tally(tx: &mut Tx<'_>, row: &recoveries::Row) -> Result<(usize, usize)> {
    let (mut yes, mut could) = (0, 0);
    for (friend, answer) in queries::list_answers(tx, row.id)? {
        match answer {
            Some(queries::Answer::Yes) => yes += 1,
            Some(_) => {}
            None if counts(tx, row.member, friend)? => could += 1,
            None => {}
        }
    }
    Ok((yes, yes + could))
}

/// Deletes asks that were over a day ago. Returns how many went.
pub(crate) fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    let horizon = tx.now().plus_seconds(-KEPT_SECONDS);
    queries::delete_over(tx, horizon)
}
