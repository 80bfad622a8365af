//! What members say of themselves: each field with a visibility of its own.

mod edit;
mod field;
pub(crate) mod queries;
mod show;

pub use edit::{Answer, ProfileForm, form, save};
pub use field::Field;
pub use show::{Next, ProfilePage, ShownField, show};

use crate::ids::MemberId;
use crate::member::Card;
use crate::moment::Moment;
use crate::store::{Result, Tx};
use crate::visibility::{self, Viewer, can_see};

/// Face and name of somebody `me` may meet.
pub fn card(tx: &mut Tx<'_>, me: MemberId, other: MemberId) -> Result<Option<Card>> {
    let meets = visibility::queries::standing(tx, Viewer::Member(me), other, None)?.meets();
    if meets { crate::member::queries::find_card(tx, other) } else { Ok(None) }
}

/// Whether `viewer` may know who the friends of `owner` are (PR-10).
pub fn shows_ties(tx: &mut Tx<'_>, viewer: Viewer, owner: MemberId) -> Result<bool> {
    shows(tx, viewer, owner, Field::Ties)
}

/// Whether `owner` lets `viewer` see what a field stands for.
pub fn shows(tx: &mut Tx<'_>, viewer: Viewer, owner: MemberId, field: Field) -> Result<bool> {
    let answer = queries::find(tx, owner, field)?;
    let setting = answer.map_or(field.first_visibility(), |answer| answer.visibility);
    can_see(tx, viewer, owner, setting, Moment::from_millis(i64::MAX))
}
