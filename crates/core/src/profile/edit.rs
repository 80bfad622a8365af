//! Saying something of oneself, and who may know it.

use super::{Field, queries};
use crate::group::{self, Group};
use crate::ids::MemberId;
use crate::member::{Card, Nickname};
use crate::search::index;
use crate::store::upsert::hold;
use crate::store::{Error, Result, Tx};
use crate::text;
use crate::visibility::Visibility;

/// What a member says in one field, and to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Which field.
    pub field: Field,
    /// The words; empty says nothing.
    pub value: String,
    /// Who may see them.
    pub visibility: Visibility,
}

/// The form as it stands.
#[derive(Clone, Debug)]
pub struct ProfileForm {
    /// The member.
    pub card: Card,
    /// Every field in order, those without words last; what was not answered yet is empty.
    pub answers: Vec<Answer>,
    /// Groups that a visibility may name.
    pub groups: Vec<Group>,
}

/// The form with what the member said before.
pub fn form(tx: &mut Tx<'_>, me: MemberId) -> Result<ProfileForm> {
    let card = crate::member::queries::find_card(tx, me)?
        .ok_or_else(|| Error::Broken("a session without a member".to_owned()))?;
    let said = queries::all(tx, me)?;
    let answers = Field::all()
        .map(|field| {
            said.iter().find(|answer| answer.field == field).cloned().unwrap_or(Answer {
                field,
                value: String::new(),
                visibility: field.first_visibility(),
            })
        })
        .collect();
    Ok(ProfileForm { card, answers, groups: group::mine(tx, me)? })
}

/// Saves name and answers together, each answer cleaned of signs that act on a page. A group that is not the
/// member's own narrows to "only me".
pub fn save(tx: &mut Tx<'_>, me: MemberId, nickname: &Nickname, answers: &[Answer]) -> Result<()> {
    hold(tx, vec![me.into()])?;
    let before = queries::all(tx, me)?;
    crate::member::rename(tx, me, nickname)?;
    for answer in answers {
        let visibility = group::own_or_only_me(tx, me, answer.visibility)?;
        let value = match answer.field.is_long() {
            true => text::many_lines(&answer.value),
            false => text::one_line(&answer.value),
        };
        queries::put(tx, me, answer.field, &value, visibility)?;
    }
    let after = queries::all(tx, me)?;
    index::change_profile(tx, me, &before, &after)
}
