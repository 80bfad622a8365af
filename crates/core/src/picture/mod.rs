//! Pictures: whose they are, what they hang on, and so who may have their bytes.
//!
//! The bytes themselves lie in the picture store, under the digest kept here.

pub(crate) mod queries;
mod waiting;

pub use waiting::{sweep, wait};

use crate::ids::{MemberId, PictureId};
use crate::profile_photo;
use crate::store::upsert::hold_pair;
use crate::store::{Result, Tx};
use crate::visibility::Viewer;

/// A picture whose master lies in the store already.
#[derive(Clone, Debug)]
pub struct NewPicture {
    /// The master's digest.
    pub digest: String,
    /// Width of the master in pixels.
    pub width_px: i32,
    /// Height of the master in pixels.
    pub height_px: i32,
    /// Weight of the master in bytes.
    pub weight_bytes: i64,
}

/// Keeps a picture for its owner. Until it hangs on something, nobody else can fetch it.
pub fn add(tx: &mut Tx<'_>, owner: MemberId, new: &NewPicture) -> Result<PictureId> {
    queries::insert(tx, owner, new)
}

/// As [`add`], unless all pictures of the owner would weigh more than `most_bytes` together: then `None`. Of any
/// number added at once, no more go in than fit.
pub fn add_within(
    tx: &mut Tx<'_>,
    owner: MemberId,
    new: &NewPicture,
    most_bytes: i64,
) -> Result<Option<PictureId>> {
    hold_pair(tx, owner, owner)?;
    if queries::weight_of(tx, owner)?.saturating_add(new.weight_bytes) > most_bytes {
        return Ok(None);
    }
    queries::insert(tx, owner, new).map(Some)
}

/// Whether the owner's pictures weigh less than `most_bytes`: asked before a file is worked on.
pub fn has_room(tx: &mut Tx<'_>, owner: MemberId, most_bytes: i64) -> Result<bool> {
    Ok(queries::weight_of(tx, owner)? < most_bytes)
}

/// Whether any row still names the file of this digest.
pub fn is_needed(tx: &mut Tx<'_>, digest: &str) -> Result<bool> {
    queries::is_named(tx, digest)
}

/// Forgets those of `ids` that hang nowhere any more; answers with the digests whose files nothing needs now.
pub fn forget_if_loose(tx: &mut Tx<'_>, ids: &[PictureId]) -> Result<Vec<String>> {
    queries::forget_loose(tx, ids)
}

/// The digest of a picture, if `viewer` may see what it hangs on, now (rule b-9).
///
/// An icon is seen by everyone who may meet its wearer; a photograph by those who may read an entry it is in, are shown a
/// comment it is on, or see it on its owner's page.
pub fn find_for(tx: &mut Tx<'_>, viewer: Viewer, picture: PictureId) -> Result<Option<String>> {
    let Viewer::Member(me) = viewer else { return Ok(None) };
    let Some((owner, digest)) = queries::find(tx, picture)? else { return Ok(None) };
    let seen = owner == me
        || queries::is_worn_by_owner_met(tx, viewer, owner, picture)?
        || queries::hangs_on_visible_entry(tx, viewer, picture)?
        || profile_photo::hangs_on_seen_page(tx, viewer, picture)?
        || queries::hangs_on_shown_comment(tx, me, picture)?;
    Ok(seen.then_some(digest))
}
