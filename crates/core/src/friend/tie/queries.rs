//! Connectors in the database.

use diesel::prelude::*;

use crate::ids::MemberId;
use crate::member::Card;
use crate::member::queries::{CARD, CardRow};
use crate::profile::Field;
use crate::profile::queries::{TIES_OF_MEMBER, ties_setting};
use crate::store::among::Among;
use crate::store::schema::{members, profile_fields};
use crate::store::{Result, Tx};
use crate::visibility::Visibility;
use crate::visibility::queries::{Tied, visible_to_tied};

/// Of people who are all tied to `me` in that way, those who let `me` know their own ties; the oldest member first.
pub(crate) fn who_show_ties(
    tx: &mut Tx<'_>,
    me: MemberId,
    tied: Tied,
    people: impl IntoIterator<Item = MemberId>,
) -> Result<Vec<MemberId>> {
    Ok(members::table
        .left_join(profile_fields::table.on(ties_setting()))
        .filter(Among::ids("members.id", people))
        .filter(visible_to_tied(me, tied, TIES_OF_MEMBER))
        .order(members::id)
        .select(members::id)
        .load(tx.db)?)
}

/// The cards of some members, the oldest first.
pub(super) fn cards(tx: &mut Tx<'_>, people: &[MemberId]) -> Result<Vec<Card>> {
    let some = Among::ids("members.id", people.iter().copied());
    let rows: Vec<CardRow> = members::table.filter(some).order(members::id).select(CARD).load(tx.db)?;
    Ok(rows.into_iter().map(Card::from).collect())
}

/// The cards of some members, by name.
pub(crate) fn cards_by_name(tx: &mut Tx<'_>, people: &[MemberId]) -> Result<Vec<Card>> {
    let some = Among::ids("members.id", people.iter().copied());
    let named = members::table.filter(some).order((members::nickname_folded, members::id));
    let rows: Vec<CardRow> = named.select(CARD).load(tx.db)?;
    Ok(rows.into_iter().map(Card::from).collect())
}

/// Whether somebody lets friends of friends, or more people, know their ties.
pub(super) fn opens_ties_to_friends_of_friends(tx: &mut Tx<'_>, member: MemberId) -> Result<bool> {
    let setting = profile_fields::table.find((i64::from(member), Field::Ties.key()));
    let level: Option<i16> = setting.select(profile_fields::level).first(tx.db).optional()?;
    let widest_wanted = Visibility::FriendsOfFriends.level();
    Ok(level.unwrap_or_else(|| Field::Ties.first_visibility().level()) <= widest_wanted)
}
