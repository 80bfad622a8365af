//! What members say of themselves: each field with a visibility of its own.

pub mod birthday;
mod edit;
mod field;
pub(crate) mod queries;
mod show;

pub use edit::{Answer, ProfileForm, form, save};
pub use field::Field;
pub(crate) use show::shown_value;
pub use show::{Next, ProfilePage, ShownField, show};

use jiff::tz::TimeZone;

use crate::friend::circle::{self, Circle};
use crate::ids::MemberId;
use crate::member::Card;
use crate::moment::Moment;
use crate::store::upsert::hold;
use crate::store::{Result, Tx};
use crate::visibility::{self, Viewer, Visibility, can_see};

/// Face and name of somebody `me` may meet.
pub fn card(tx: &mut Tx<'_>, me: MemberId, other: MemberId) -> Result<Option<Card>> {
    let meets = visibility::queries::standing(tx, Viewer::Member(me), other, None)?.meets();
    if meets { crate::member::queries::find_card(tx, other) } else { Ok(None) }
}

/// Friends of `me` whose birthday is celebrated today in the site's zone, as far as they let `me` know the day; at most
/// `most`.
pub fn celebrating(tx: &mut Tx<'_>, me: MemberId, most: i64, zone: &TimeZone) -> Result<Vec<Card>> {
    let friends = circle::of(tx, me)?;
    queries::celebrating(tx, me, friends.ids(), birthdays_today(tx, zone), (most, true))
}

/// The same of some friends of `me` alone, who let no fewer than all their friends know the day: for what lies about.
pub(crate) fn celebrating_openly(
    tx: &mut Tx<'_>,
    me: MemberId,
    friends: &Circle,
    most: i64,
    zone: &TimeZone,
) -> Result<Vec<Card>> {
    queries::celebrating(tx, me, friends.ids(), birthdays_today(tx, zone), (most, false))
}

fn birthdays_today(tx: &Tx<'_>, zone: &TimeZone) -> Vec<String> {
    let today = tx.now().in_zone(zone).date();
    birthday::celebrated_on(today).into_iter().map(birthday::Day::kept).collect()
}

/// Writes the birthdays of the next `most` members as dates where they can be read as one; a year that was written with the
/// day is kept for its owner alone. Answers with the last member looked at; `None` if there was none.
pub(crate) fn read_birthdays(tx: &mut Tx<'_>, after: i64, most: i64) -> Result<Option<i64>> {
    let members = queries::list_with(tx, Field::Birthday, after, most)?;
    hold(tx, members.iter().copied().map(i64::from).collect())?;
    for member in &members {
        edit::read_birthday(tx, *member)?;
    }
    Ok(members.last().copied().map(i64::from))
}

/// Whether `viewer` may know who the friends of `owner` are (PR-10).
pub fn shows_ties(tx: &mut Tx<'_>, viewer: Viewer, owner: MemberId) -> Result<bool> {
    shows(tx, viewer, owner, Field::Ties)
}

/// Whether `owner` lets `viewer` see what a field stands for.
pub fn shows(tx: &mut Tx<'_>, viewer: Viewer, owner: MemberId, field: Field) -> Result<bool> {
    let setting = visibility_of(tx, owner, field)?;
    can_see(tx, viewer, owner, setting, Moment::from_millis(i64::MAX))
}

/// Who may see a field, as its owner chose or as it is before they do.
pub(crate) fn visibility_of(tx: &mut Tx<'_>, owner: MemberId, field: Field) -> Result<Visibility> {
    let answer = queries::find(tx, owner, field)?;
    Ok(answer.map_or(field.first_visibility(), |answer| answer.visibility))
}
