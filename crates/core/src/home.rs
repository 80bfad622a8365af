//! The first page after signing in: what waits, what friends wrote, who came by.

use jiff::tz::TimeZone;

use crate::diary::{self, DiaryLine};
use crate::footprint::{self, FootprintsPage};
use crate::friend::queries as friends;
use crate::ids::{DiaryId, MemberId};
use crate::notice::{self, Notice};
use crate::store::{Result, Tx};

/// How many friends' entries home lists at a time.
pub const FEED_ENTRIES: i64 = 10;
/// How many footprints home shows.
const NEWEST_FOOTPRINTS: i64 = 3;

/// Home.
#[derive(Clone, Debug)]
pub struct HomePage {
    /// How many ask for my friendship.
    pub requests: i64,
    /// What else waits, the newest first.
    pub notices: Vec<Notice>,
    /// Friends' newest entries.
    pub feed: Vec<DiaryLine>,
    /// The entry the next page of the feed begins before, if there is one.
    pub next: Option<DiaryId>,
    /// Who came by last.
    pub footprints: FootprintsPage,
    /// Whether the member has any friends yet.
    pub has_friends: bool,
}

/// Home of `me`; `before` turns the pages of the feed.
pub fn show(tx: &mut Tx<'_>, me: MemberId, before: Option<DiaryId>, zone: &TimeZone) -> Result<HomePage> {
    let mut feed = diary::feed(tx, me, before, FEED_ENTRIES + 1)?;
    let has_more = feed.len() as i64 > FEED_ENTRIES;
    feed.truncate(FEED_ENTRIES as usize);
    Ok(HomePage {
        requests: friends::count_requests_to(tx, me)?,
        notices: notice::list(tx, me)?,
        next: if has_more { feed.last().map(|line| line.id) } else { None },
        has_friends: !feed.is_empty() || friends::has_any(tx, me)?,
        feed,
        footprints: footprint::list(tx, me, NEWEST_FOOTPRINTS, zone)?,
    })
}
