//! What friends of friends wrote, found in one of two ways.
//!
//! Somebody with few friends has few friends of friends: their circles are read, and the freshest of them asked. Of
//! somebody with very many, much of the network is a friend of a friend, and most of what is newest is by one: so the
//! newest open entries are gone through, and each author's circle is held against one's own.

use std::collections::{HashMap, HashSet};

use super::search::{Fresh, Search};
use super::taken;
use crate::diary::queries::{self, Range};
use crate::diary::{DiaryLine, fresh, list};
use crate::friend::circle::{self, Circle};
use crate::friend::{MOST_FRIENDS, standings};
use crate::ids::{DiaryId, MemberId};
use crate::mute;
use crate::store::hints::Figure;
use crate::store::{Result, Tx};
use crate::visibility::queries::Tied;
use crate::visibility::{Kind, Standing, Viewer};

/// How the feed is found. What is found is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Whichever is quicker.
    Quicker,
    /// By the circles of all friends; first by those in them who are among so many of the freshest authors.
    Circles(usize),
    /// By the newest entries of all, for so many of them; by circles behind those.
    Newest(usize),
}

/// So many of the newest entries are gone through before the circles are read after all.
const GONE_THROUGH: usize = 2048;
/// Entries gone through at a time.
const AT_ONCE: i64 = 128;
/// With more friends than the root of so many times fewer authors, one author in few is a friend of a friend, and their
/// circles are long. Where the two ways cost the same was measured with the example `network_speed`.
const AUTHORS_A_SQUARE: usize = 2;

/// What friends of friends wrote for people like `me` or for everyone, the newest first. Friends are not among them.
pub fn feed_of_friends_of_friends(
    tx: &mut Tx<'_>,
    me: MemberId,
    before: Option<DiaryId>,
    most: i64,
) -> Result<Vec<DiaryLine>> {
    feed_of_friends_of_friends_by(tx, me, before, most, Way::Quicker)
}

/// As [`feed_of_friends_of_friends`], found in a given way: for measuring, and to prove that both find the same.
pub fn feed_of_friends_of_friends_by(
    tx: &mut Tx<'_>,
    me: MemberId,
    before: Option<DiaryId>,
    most: i64,
    way: Way,
) -> Result<Vec<DiaryLine>> {
    let friends = circle::of(tx, me)?;
    let left_out = friends.clone().and(&mute::resting(tx, me, Kind::Diary)?);
    let mut feed =
        Further { me, friends, left_out, below: before.map_or(i64::MAX, i64::from), rows: Vec::new() };
    let (many, freshest) = feed.decide(tx, way)?;
    if many == 0 || !feed.by_newest(tx, most, many)? {
        feed.by_circles(tx, most, freshest)?;
    }
    list::lines(tx, Viewer::Member(me), feed.rows)
}

struct Further {
    me: MemberId,
    friends: Circle,
    /// Friends, and whose entries are not wanted.
    left_out: Circle,
    below: i64,
    rows: Vec<queries::Row>,
}

impl Further {
    /// How many of the newest entries to go through, and of the freshest authors to begin with.
    fn decide(&self, tx: &mut Tx<'_>, way: Way) -> Result<(usize, usize)> {
        Ok(match way {
            Way::Circles(freshest) => (0, freshest),
            Way::Newest(many) => (many, usize::MAX),
            Way::Quicker => {
                let square = self.friends.len() * self.friends.len() * AUTHORS_A_SQUARE;
                let is_quick = square > fresh::hints(tx)?.len();
                (if is_quick { GONE_THROUGH } else { 0 }, usize::MAX)
            }
        })
    }

    /// Whether the feed is full, or at its end.
    fn by_newest(&mut self, tx: &mut Tx<'_>, most: i64, many: usize) -> Result<bool> {
        let (mut met, mut gone_through) = (HashMap::new(), 0);
        while gone_through < many {
            let newest = queries::newest_open(tx, self.below, AT_ONCE)?;
            let Some((last, _)) = newest.last().copied() else { return Ok(true) };
            gone_through += newest.len();
            self.meet(tx, &mut met, newest.iter().map(|(_, author)| *author))?;
            let further = newest.iter().filter(|(_, author)| met.get(author) == Some(&true));
            let further: HashSet<i64> = further.map(|(_, author)| i64::from(*author)).collect();
            let authors: Vec<i64> = further.into_iter().collect();
            let range =
                Range { above: i64::from(last) - 1, below: self.below, most: most - self.rows.len() as i64 };
            self.rows.extend(queries::of_authors(tx, self.me, Tied::FriendOfFriend, &authors, range)?);
            self.below = last.into();
            if self.rows.len() as i64 >= most {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Says of authors who were not met yet whether they are friends of friends, and wanted.
    fn meet(
        &self,
        tx: &mut Tx<'_>,
        met: &mut HashMap<MemberId, bool>,
        authors: impl Iterator<Item = MemberId>,
    ) -> Result<()> {
        let unmet: HashSet<MemberId> = authors.filter(|author| !met.contains_key(author)).collect();
        let unmet: Vec<MemberId> = unmet.into_iter().collect();
        let standings = standings(tx, self.me, &unmet)?;
        let is_further = |author| standings.get(author) == Some(&Standing::FriendOfFriend);
        met.extend(unmet.iter().map(|one| (*one, is_further(one) && !self.left_out.has(*one))));
        Ok(())
    }

    /// Among the freshest of the network first: in a large one, nearly always enough.
    fn by_circles(&mut self, tx: &mut Tx<'_>, most: i64, freshest: usize) -> Result<()> {
        let circles = circle::of_friends(tx, self.me, None, MOST_FRIENDS)?;
        let everybody = || circles.iter().flat_map(|(_, circle)| circle.ids());
        let mut authors = Vec::new();
        let take = taken(self.below, &mut authors);
        let floor = fresh::hints(tx)?.of_freshest(everybody(), (Figure::Open, freshest), take);
        if floor > 0 && floor < self.below.saturating_sub(1) {
            self.search(tx, most, authors, floor)?;
            self.below = floor + 1;
        }
        if (self.rows.len() as i64) < most {
            let mut authors = Vec::with_capacity(everybody().count());
            fresh::hints(tx)?.of_each(everybody(), Figure::Open, taken(self.below, &mut authors));
            self.search(tx, most, authors, 0)?;
        }
        Ok(())
    }

    fn search(&mut self, tx: &mut Tx<'_>, most: i64, authors: Vec<Fresh>, floor: i64) -> Result<()> {
        let (tied, left_out) = (Tied::FriendOfFriend, self.left_out.clone());
        let mut search = Search { me: self.me, tied, authors, left_out, before: self.below, floor };
        self.rows.extend(search.newest(tx, most - self.rows.len() as i64)?);
        Ok(())
    }
}
