//! Saying something of oneself, and who may know it.

use super::{Field, birthday, queries};
use crate::group::{self, Group};
use crate::ids::MemberId;
use crate::last_seen;
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
    /// What stood in the field of the birthday when it was free text, if it is no date: its owner's alone until they save.
    pub old_birthday: Option<String>,
    /// Groups that a visibility may name.
    pub groups: Vec<Group>,
}

/// The form with what the member said before.
pub fn form(tx: &mut Tx<'_>, me: MemberId) -> Result<ProfileForm> {
    let card = crate::member::queries::find_card(tx, me)?
        .ok_or_else(|| Error::Broken("a session without a member".to_owned()))?;
    let mut said = queries::all(tx, me)?;
    let old_birthday = said.iter_mut().find(|answer| answer.field == Field::Birthday).and_then(as_typed);
    let answers = Field::all()
        .map(|field| {
            said.iter().find(|answer| answer.field == field).cloned().unwrap_or(Answer {
                field,
                value: String::new(),
                visibility: field.first_visibility(),
            })
        })
        .collect();
    Ok(ProfileForm { card, answers, old_birthday, groups: group::mine(tx, me)? })
}

/// Makes of a birthday what stands in the form; answers with what is no date.
fn as_typed(answer: &mut Answer) -> Option<String> {
    let kept = std::mem::take(&mut answer.value);
    match birthday::read(&kept) {
        Some(read) => answer.value = read.day.typed(),
        None if kept.is_empty() => {}
        None => return Some(kept),
    }
    None
}

/// Saves name and answers together, each answer cleaned of signs that act on a page. A group that is not the
/// member's own narrows to "only me".
pub fn save(tx: &mut Tx<'_>, me: MemberId, nickname: &Nickname, answers: &[Answer]) -> Result<()> {
    hold(tx, vec![me.into()])?;
    let before = queries::all(tx, me)?;
    crate::member::rename(tx, me, nickname)?;
    for answer in answers {
        let visibility = group::own_or_only_me(tx, me, answer.visibility)?;
        queries::put(tx, me, answer.field, &cleaned(answer), visibility)?;
    }
    last_seen::follow(tx, me)?;
    let after = queries::all(tx, me)?;
    index::change_profile(tx, me, &before, &after)
}

/// What is kept: one way to write a date, and other words as they were typed.
fn cleaned(answer: &Answer) -> String {
    let value = match answer.field.is_long() {
        true => text::many_lines(&answer.value),
        false => text::one_line(&answer.value),
    };
    match answer.field {
        Field::Birthday => birthday::read(&value).map_or(value, |read| read.day.kept()),
        Field::BirthYear => birthday::read_year(&value).map_or(value, |year| year.to_string()),
        _ => value,
    }
}

/// Makes a date of a birthday that was free text, if it is one.
pub(super) fn read_birthday(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    let before = queries::all(tx, member)?;
    let Some(answer) = before.iter().find(|answer| answer.field == Field::Birthday) else { return Ok(()) };
    let Some(read) = birthday::read(&answer.value) else { return Ok(()) };
    queries::put(tx, member, Field::Birthday, &read.day.kept(), answer.visibility)?;
    let has_year = before.iter().any(|answer| answer.field == Field::BirthYear);
    if let Some(year) = read.year.filter(|_| !has_year) {
        queries::put(tx, member, Field::BirthYear, &year.to_string(), Visibility::OnlyMe)?;
    }
    let after = queries::all(tx, member)?;
    index::change_profile(tx, member, &before, &after)
}
