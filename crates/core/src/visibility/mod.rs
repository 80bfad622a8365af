//! Who may see a thing: five levels, one rule, in two forms that a test holds equal.
//!
//! [`can_see`] judges one thing of one owner; [`queries::visible_to`] says the same inside a query. Both look
//! at the graph as it is now: nothing about an audience is ever stored with a post.

mod choice;
mod level;
pub(crate) mod queries;
mod standing;

pub use choice::{Kind, always, begin_with, last_choice, remember};
pub use level::{NotAVisibility, Visibility};
pub use standing::Standing;

use crate::ids::MemberId;
use crate::moment::Moment;
use crate::store::{Result, Tx};

/// Whoever is looking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Viewer {
    /// Somebody who has not signed in. Sees the door and nothing else.
    Guest,
    /// A member.
    Member(MemberId),
}

impl Viewer {
    /// The member looking, if it is one.
    pub fn member(self) -> Option<MemberId> {
        match self {
            Viewer::Guest => None,
            Viewer::Member(id) => Some(id),
        }
    }
}

/// Whether `viewer` may see a thing of `owner` with this visibility, posted at `posted_at`, right now.
pub fn can_see(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    owner: MemberId,
    visibility: Visibility,
    posted_at: Moment,
) -> Result<bool> {
    Ok(queries::standing(tx, viewer, owner, visibility.group())?.admits(visibility, posted_at))
}
