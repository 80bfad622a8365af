//! What a page through other eyes tells of those eyes, taken back to what its owner may know.
//!
//! What somebody is shown of my own things follows from my settings and from our tie, and both are mine to know. Whom
//! they know, whom a block parts them from and what they noted are theirs: there my own knowledge stands.

use crate::diary;
use crate::friend::tie::{self, Tie};
use crate::ids::MemberId;
use crate::introduction;
use crate::private_note::Note;
use crate::profile::{Next, ProfilePage};
use crate::store::{Result, Tx};
use crate::visibility::Viewer;
use crate::voice::VoiceLine;

/// The page of `me` as `viewer` is shown it, without what only `viewer` may know; nothing where they do not exist for me.
pub(super) fn to_owner(
    tx: &mut Tx<'_>,
    me: MemberId,
    viewer: MemberId,
    page: ProfilePage,
) -> Result<Option<ProfilePage>> {
    let Some(tie) = tie_known(tx, me, viewer, page.shows_friends)? else { return Ok(None) };
    Ok(Some(ProfilePage {
        tie,
        is_one_step_more: false,
        next: Next::Nothing,
        voice: page.voice.map(|voice| VoiceLine { can_delete: false, ..voice }),
        newest: diary::counted_for(tx, me, page.newest)?,
        note: Note::default(),
        introductions: introductions_known(tx, me, viewer)?,
        shared_communities: 0,
        common_friends: 0,
        ..page
    }))
}

/// Our tie, with the friends of both whom I know of: they may see one more, who hides their ties from me. Of whoever may
/// not know my friends I know that they are told no name.
fn tie_known(tx: &mut Tx<'_>, me: MemberId, viewer: MemberId, shows_friends: bool) -> Result<Option<Tie>> {
    let tie = tie::between(tx, me, viewer)?;
    Ok(match tie {
        Some(Tie::FriendOfFriend { .. }) if !shows_friends => {
            Some(Tie::FriendOfFriend { via: Vec::new(), more: 0 })
        }
        tie => tie,
    })
}

/// As many as I read of myself, if they may read any: to whom its author is somebody is not told.
fn introductions_known(tx: &mut Tx<'_>, me: MemberId, viewer: MemberId) -> Result<i64> {
    match introduction::reads(tx, Viewer::Member(viewer), me)? {
        true => introduction::count(tx, Viewer::Member(me), me),
        false => Ok(0),
    }
}
