//! The first page after signing in: what waits, what friends wrote, who came by.

use jiff::tz::TimeZone;

use crate::community::topic::{self, NewTopic};
use crate::diary::{self, DiaryLine};
use crate::footprint::{self, FootprintsPage};
use crate::friend::{self, queries as friends};
use crate::ids::{DiaryId, MemberId};
use crate::member::{self, Card};
use crate::store::{Result, Tx};
use crate::visibility::{Viewer, queries as visibility};
use crate::voice::{self, VoiceLine};
use crate::waiting::{self, Waiting};
use crate::{joining, profile};

/// How many friends' entries home lists at a time.
pub const FEED_ENTRIES: i64 = 10;
/// How many birthdays home tells of.
const MOST_BIRTHDAYS: usize = 5;
/// How many voices home shows.
const NEWEST_VOICES: i64 = 5;
/// How many topics home shows.
const NEWEST_TOPICS: i64 = 5;
/// How many footprints home shows.
const NEWEST_FOOTPRINTS: i64 = 3;

/// Home.
#[derive(Clone, Debug)]
pub struct HomePage {
    /// What waits.
    pub waiting: Waiting,
    /// What was said lately, by friends and by oneself.
    pub voices: Vec<VoiceLine>,
    /// Friends' newest entries.
    pub feed: Vec<DiaryLine>,
    /// The entry the next page of the feed begins before, if there is one.
    pub next: Option<DiaryId>,
    /// What was talked about last in my communities.
    pub topics: Vec<NewTopic>,
    /// Who came by last.
    pub footprints: FootprintsPage,
    /// Whether the member has any friends yet.
    pub has_friends: bool,
    /// For somebody with few friends: whom they might know.
    pub newcomer: Option<Newcomer>,
}

/// Whom somebody new might know (ID-20).
#[derive(Clone, Debug)]
pub struct Newcomer {
    /// Who invited them, if they may still meet.
    pub inviter: Option<Card>,
    /// The inviter's friends, as far as the newcomer may know them and is not tied to them yet.
    pub friends_of_inviter: Vec<Card>,
}

/// Home of `me`; `before` turns the pages of the feed.
pub fn show(tx: &mut Tx<'_>, me: MemberId, before: Option<DiaryId>, zone: &TimeZone) -> Result<HomePage> {
    let mut feed = diary::feed(tx, me, before, FEED_ENTRIES + 1)?;
    let has_more = feed.len() as i64 > FEED_ENTRIES;
    feed.truncate(FEED_ENTRIES as usize);
    Ok(HomePage {
        waiting: waiting::list(tx, me, if before.is_none() { MOST_BIRTHDAYS } else { 0 }, zone)?,
        voices: if before.is_none() { voice::recent(tx, me, NEWEST_VOICES)? } else { Vec::new() },
        topics: if before.is_none() { topic::new_for(tx, me, NEWEST_TOPICS)? } else { Vec::new() },
        next: if has_more { feed.last().map(|line| line.id) } else { None },
        has_friends: !feed.is_empty() || friends::has_any(tx, me)?,
        newcomer: if before.is_none() { newcomer(tx, me)? } else { None },
        feed,
        footprints: footprint::list(tx, me, NEWEST_FOOTPRINTS, zone)?,
    })
}

/// With fewer friends than this, home helps to find some.
const FEW_FRIENDS: i64 = 3;
/// How many of the inviter's friends home names.
const FRIENDS_OF_INVITER: i64 = 6;

fn newcomer(tx: &mut Tx<'_>, me: MemberId) -> Result<Option<Newcomer>> {
    if !friends::has_fewer_than(tx, me, FEW_FRIENDS)? {
        return Ok(None);
    }
    let viewer = Viewer::Member(me);
    let inviter = match joining::inviter_of(tx, me)? {
        Some(inviter) if visibility::standing(tx, viewer, inviter, None)?.meets() => inviter,
        _ => return Ok(Some(Newcomer { inviter: None, friends_of_inviter: Vec::new() })),
    };
    let card = member::queries::find_card(tx, inviter)?;
    Ok(Some(Newcomer { inviter: card, friends_of_inviter: friends_of_inviter(tx, me, inviter)? }))
}

fn friends_of_inviter(tx: &mut Tx<'_>, me: MemberId, inviter: MemberId) -> Result<Vec<Card>> {
    let viewer = Viewer::Member(me);
    if !profile::shows_ties(tx, viewer, inviter)? {
        return Ok(Vec::new());
    }
    let mut not_yet_friends = Vec::new();
    // A few more than are named: the newcomer is among them, and so may be the friends they have.
    let most = (FRIENDS_OF_INVITER + FEW_FRIENDS) as usize;
    for card in friend::known_to(tx, viewer, inviter, None, most)? {
        if card.id != me && !visibility::are_friends(tx, me, card.id)? {
            not_yet_friends.push(card);
        }
    }
    not_yet_friends.truncate(FRIENDS_OF_INVITER as usize);
    Ok(not_yet_friends)
}
