//! Taking words away: a topic, a comment, all of somebody who is gone.

use super::queries;
use crate::community::queries as places;
use crate::community::show::{may_read, mine};
use crate::diary::CommentRemoval;
use crate::ids::{CommunityId, MemberId, TopicId};
use crate::store::{Result, Tx};

/// What taking a topic away does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Removal {
    /// It goes with everything said in it.
    Whole {
        /// Its title; empty where that cannot be shown.
        title: String,
    },
    /// Its words go, and what others said stays.
    Words {
        /// Its title.
        title: String,
    },
}

/// What `me` would take away; nothing where they may not. Its author takes their words, and the topic with them where
/// nobody else said anything; the owner of the place takes the whole. The author is told by the numbers alone: whether
/// there are words under a gap would tell a block from a comment that was taken away (rule b-3). Who does not read the
/// place any more takes their own words all the same, and is not told whether anything was said since.
pub fn removal(tx: &mut Tx<'_>, me: MemberId, place: CommunityId, id: TopicId) -> Result<Option<Removal>> {
    let Some(row) = queries::find(tx, me, place, id)? else {
        let own = queries::own_title(tx, me, place, id)?;
        return Ok(own.map(|title| Removal::Words { title }));
    };
    let is_owner = places::find(tx, place)?.is_some_and(|home| home.owner == me);
    let is_author = row.opening.as_ref().is_some_and(|opening| opening.author.id == me);
    let title = row.opening.map(|opening| opening.title).unwrap_or_default();
    Ok(match (is_owner, is_author) {
        (true, _) => Some(Removal::Whole { title }),
        (false, true) if row.given > 0 => Some(Removal::Words { title }),
        (false, true) => Some(Removal::Whole { title }),
        (false, false) => None,
    })
}

/// Takes it away; `false` if `me` may not.
pub fn remove(tx: &mut Tx<'_>, me: MemberId, place: CommunityId, id: TopicId) -> Result<bool> {
    places::hold(tx, place)?;
    match removal(tx, me, place, id)? {
        None => return Ok(false),
        Some(Removal::Words { .. }) if queries::has_words_of_others(tx, id, me)? => queries::empty(tx, id)?,
        Some(_) => queries::delete(tx, id)?,
    }
    Ok(true)
}

/// What [`remove_comment`] would take away; nothing where `me` may not.
pub fn comment_removal(
    tx: &mut Tx<'_>,
    me: MemberId,
    place: CommunityId,
    id: TopicId,
    number: i32,
) -> Result<Option<CommentRemoval>> {
    let found = queries::find_removable(tx, me, place, id, number)?;
    Ok(found.map(|(writer, body)| CommentRemoval::asked_of(me, writer, &body, false)))
}

/// Takes a comment away: its writer may, even where the topic is closed to them by now, and the owner of the place.
/// The number stays as a gap. `false` if there is nothing `me` may take away.
pub fn remove_comment(
    tx: &mut Tx<'_>,
    me: MemberId,
    place: CommunityId,
    id: TopicId,
    number: i32,
) -> Result<bool> {
    queries::delete_comment(tx, me, place, id, number)
}

/// Whether what is said in a community is closed to `me`; a place that is not there is.
pub fn is_closed_to(tx: &mut Tx<'_>, me: MemberId, place: CommunityId) -> Result<bool> {
    let Some(row) = places::find(tx, place)? else { return Ok(true) };
    let mine = mine(tx, me, &row)?;
    Ok(!may_read(&row, mine))
}

/// Everything said in a community.
pub(in crate::community) fn forget_all(tx: &mut Tx<'_>, place: CommunityId) -> Result<()> {
    for id in queries::all_of(tx, place)? {
        queries::delete(tx, id)?;
    }
    Ok(())
}

/// Everything somebody said anywhere: gaps are left where others answered.
pub(in crate::community) fn forget_words_of(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    queries::delete_comments_of(tx, member)?;
    for (place, id) in queries::begun_by(tx, member)? {
        // Nobody answers there meanwhile.
        places::hold(tx, place)?;
        match queries::has_words_of_others(tx, id, member)? {
            true => queries::empty(tx, id)?,
            false => queries::delete(tx, id)?,
        }
    }
    Ok(())
}
