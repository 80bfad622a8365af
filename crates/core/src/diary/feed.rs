//! The newest entries of a whole circle, found without looking at every author.
//!
//! Of each author it is known that nothing of theirs is newer than some entry ([`super::fresh`]). So the authors are
//! taken freshest first: above what the first one left out may have written, everything there is comes from
//! those taken, and only they are asked for. If too little of it may be seen, more are taken.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::{DiaryLine, ENTRIES_PER_PAGE, fresh, list, queries};
use crate::friend::MOST_FRIENDS;
use crate::friend::circle::{self, Circle};
use crate::ids::{DiaryId, MemberId};
use crate::mute;
use crate::store::{Result, Tx};
use crate::visibility::queries::Tied;
use crate::visibility::{Kind, Viewer};

/// Of an author, and an entry: nothing of theirs that is asked for is newer.
type Fresh = (i64, i64);

/// Each time too little was found, so many times as many authors are taken.
const WIDER: usize = 4;

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
    let before = before.map_or(i64::MAX, i64::from);
    let mut authors = Vec::with_capacity(friends.len());
    fresh::hints(tx)?.of_each(friends.ids().iter(), |newest| newest.entry, taken(before, &mut authors));
    let left_out = mute::resting(tx, me, Kind::Diary)?;
    let rows = Search { me, tied: Tied::Friend, authors, left_out, before }.newest(tx, most)?;
    list::lines(tx, Viewer::Member(me), rows)
}

/// What friends of friends wrote for people like `me` or for everyone, the newest first. Friends are not among them.
pub fn feed_of_friends_of_friends(
    tx: &mut Tx<'_>,
    me: MemberId,
    before: Option<DiaryId>,
    most: i64,
) -> Result<Vec<DiaryLine>> {
    let left_out = circle::of(tx, me)?.and(&mute::resting(tx, me, Kind::Diary)?);
    let circles = circle::of_friends(tx, me, None, MOST_FRIENDS)?;
    let before = before.map_or(i64::MAX, i64::from);
    let mut authors = Vec::with_capacity(circles.iter().map(|(_, circle)| circle.len()).sum());
    let everybody = circles.iter().flat_map(|(_, circle)| circle.ids());
    fresh::hints(tx)?.of_each(everybody, |newest| newest.open, taken(before, &mut authors));
    let rows = Search { me, tied: Tied::FriendOfFriend, authors, left_out, before }.newest(tx, most)?;
    list::lines(tx, Viewer::Member(me), rows)
}

/// Puts each author down with the newest entry they may have before `before`.
fn taken(before: i64, authors: &mut Vec<Fresh>) -> impl FnMut(i64, i64) {
    move |author, newest| authors.push((author, newest.min(before.saturating_sub(1))))
}

struct Search {
    me: MemberId,
    tied: Tied,
    /// An author may be in it more than once.
    authors: Vec<Fresh>,
    /// Whose entries are not wanted.
    left_out: Circle,
    before: i64,
}

impl Search {
    fn newest(mut self, tx: &mut Tx<'_>, most: i64) -> Result<Vec<queries::Row>> {
        let (mut rows, mut ceiling) = (Vec::new(), self.before);
        let mut many = self.first_look(most);
        loop {
            let (freshest, floor) = self.freshest(many);
            let range = queries::Range { above: floor, below: ceiling, most: most - rows.len() as i64 };
            rows.extend(queries::of_authors(tx, self.me, self.tied, &freshest, range)?);
            if rows.len() as i64 >= most || floor == 0 {
                return Ok(rows);
            }
            ceiling = floor + 1;
            many *= WIDER;
        }
    }

    /// Some more than asked for, since not all may be seen; and all those who wrote after `before` too, of whom it is
    /// not known what they wrote before it.
    fn first_look(&self, most: i64) -> usize {
        let later =
            self.authors.iter().filter(|(_, newest)| *newest == self.before.saturating_sub(1)).count();
        later.max(most as usize * 3 / 2)
    }

    /// The freshest authors, each once, and what nobody else has written anything newer than.
    fn freshest(&mut self, many: usize) -> (Vec<i64>, i64) {
        let mut floor = 0;
        if many < self.authors.len() {
            let (_, next, _) = self.authors.select_nth_unstable_by_key(many, |(_, newest)| Reverse(*newest));
            floor = next.1;
        }
        let me = i64::from(self.me);
        let wanted = |author: &i64| *author != me && !self.left_out.has((*author).into());
        let once: HashSet<i64> = self.authors.iter().take(many).map(|fresh| fresh.0).filter(wanted).collect();
        (once.into_iter().collect(), floor)
    }
}
