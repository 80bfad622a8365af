//! Photographs on a member's page: a few, each with a visibility of its own and words for those who cannot see it.

mod edit;
mod queries;

pub(crate) use edit::forget_all;
pub use edit::{PhotoError, add, change, remove};
pub(crate) use queries::{hangs_on_seen_page, is_hung};

use crate::diary::Photo;
use crate::group::{self, Group};
use crate::ids::{MemberId, ProfilePhotoId};
use crate::member::Card;
use crate::store::{Result, Tx};
use crate::visibility::{Viewer, Visibility};

/// The most photographs on one page.
pub const MOST: usize = 3;

/// What is offered before a member chose.
pub const FIRST_VISIBILITY: Visibility = Visibility::Friends;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfilePhoto {
    /// Which.
    pub id: ProfilePhotoId,
    /// The picture, and what it shows.
    pub photo: Photo,
    /// Who may see it; known to its owner alone.
    pub visibility: Option<Visibility>,
}

/// One's own photographs, and the groups that a visibility may name.
#[derive(Clone, Debug)]
pub struct OwnPhotos {
    /// The oldest first.
    pub photos: Vec<ProfilePhoto>,
    /// The member's groups.
    pub groups: Vec<Group>,
}

/// Those on the page of `owner` that the viewer may see, the oldest first.
pub fn shown(tx: &mut Tx<'_>, viewer: Viewer, owner: MemberId) -> Result<Vec<ProfilePhoto>> {
    queries::shown(tx, viewer, owner)
}

/// Whose they are, and those the viewer may see; nothing where there are none for them.
pub fn page(tx: &mut Tx<'_>, viewer: Viewer, owner: MemberId) -> Result<Option<(Card, Vec<ProfilePhoto>)>> {
    let photos = shown(tx, viewer, owner)?;
    if photos.is_empty() {
        return Ok(None);
    }
    Ok(crate::member::queries::find_card(tx, owner)?.map(|card| (card, photos)))
}

/// One's own.
pub fn mine(tx: &mut Tx<'_>, me: MemberId) -> Result<OwnPhotos> {
    Ok(OwnPhotos { photos: shown(tx, Viewer::Member(me), me)?, groups: group::mine(tx, me)? })
}
