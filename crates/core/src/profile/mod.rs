//! What members say of themselves: each field with a visibility of its own.

mod edit;
mod field;
pub(crate) mod queries;
mod show;

pub use edit::{Answer, ProfileForm, form, save};
pub use field::Field;
pub use show::{Next, ProfilePage, ShownField, show};

use crate::ids::MemberId;
use crate::moment::Moment;
use crate::store::{Result, Tx};
use crate::visibility::{Viewer, can_see};

/// Whether `viewer` may know who the friends of `owner` are (PR-10).
pub fn shows_ties(tx: &mut Tx<'_>, viewer: Viewer, owner: MemberId) -> Result<bool> {
    let setting = queries::find(tx, owner, Field::Ties)?
        .map_or(Field::Ties.first_visibility(), |answer| answer.visibility);
    can_see(tx, viewer, owner, setting, Moment::from_millis(i64::MAX))
}
