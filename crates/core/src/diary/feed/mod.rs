//! The newest entries of a whole circle, found without looking at every author.
//!
//! Of each author it is known that nothing of theirs is newer than some entry ([`super::fresh`]). So the authors are
//! taken freshest first: above what the first one left out may have written, everything there is comes from
//! those taken, and only they are asked for. If too little of it may be seen, more are taken.

mod further;
mod search;

pub use further::{Way, feed_of_friends_of_friends, feed_of_friends_of_friends_by};

use self::search::{Fresh, Search};
use super::{DiaryLine, ENTRIES_PER_PAGE, fresh, list};
use crate::friend::circle::{self, Circle};
use crate::ids::{DiaryId, MemberId};
use crate::mute;
use crate::store::hints::Figure;
use crate::store::{Result, Tx};
use crate::visibility::queries::Tied;
use crate::visibility::{Kind, Viewer};

/// Whose entries a feed is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Friends.
    Friends,
    /// Friends of friends, who are no friends themselves.
    FriendsOfFriends,
}

/// A feed, page by page.
#[derive(Clone, Debug)]
pub struct FeedPage {
    /// Whose entries.
    pub of: Of,
    /// The newest first; at most [`ENTRIES_PER_PAGE`].
    pub entries: Vec<DiaryLine>,
    /// The entry the next page begins before, if there is one.
    pub next: Option<DiaryId>,
}

/// A page of a feed; `before` turns the pages.
pub fn newest(tx: &mut Tx<'_>, me: MemberId, of: Of, before: Option<DiaryId>) -> Result<FeedPage> {
    let mut entries = match of {
        Of::Friends => feed(tx, me, before, ENTRIES_PER_PAGE + 1)?,
        Of::FriendsOfFriends => feed_of_friends_of_friends(tx, me, before, ENTRIES_PER_PAGE + 1)?,
    };
    let has_more = entries.len() as i64 > ENTRIES_PER_PAGE;
    entries.truncate(ENTRIES_PER_PAGE as usize);
    let next = if has_more { entries.last().map(|line| line.id) } else { None };
    Ok(FeedPage { of, entries, next })
}

/// Friends' entries that `me` may read, in strict order of time, the newest first. Whose entries rest ([`mute`]) are
/// left out.
pub fn feed(tx: &mut Tx<'_>, me: MemberId, before: Option<DiaryId>, most: i64) -> Result<Vec<DiaryLine>> {
    let friends = circle::of(tx, me)?;
    feed_among(tx, me, &friends, before, most)
}

/// The same of some friends of `me` alone.
pub(crate) fn feed_among(
    tx: &mut Tx<'_>,
    me: MemberId,
    friends: &Circle,
    before: Option<DiaryId>,
    most: i64,
) -> Result<Vec<DiaryLine>> {
    let before = before.map_or(i64::MAX, i64::from);
    let mut authors = Vec::with_capacity(friends.len());
    fresh::hints(tx)?.of_each(friends.ids().iter(), Figure::Entry, taken(before, &mut authors));
    let left_out = mute::resting(tx, me, Kind::Diary)?;
    let rows = Search { me, tied: Tied::Friend, authors, left_out, before, floor: 0 }.newest(tx, most)?;
    list::lines(tx, Viewer::Member(me), rows)
}

/// Puts each author down with the newest entry they may have before `before`.
fn taken(before: i64, authors: &mut Vec<Fresh>) -> impl FnMut(i64, i64) {
    move |author, newest| authors.push((author, newest.min(before.saturating_sub(1))))
}
