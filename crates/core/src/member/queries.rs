//! Members in the database.

use std::collections::HashSet;

use diesel::prelude::*;

use super::{Card, NewMember, Nickname, State, fold};
use crate::ids::{MemberId, PictureId};
use crate::store::among::{self, Among};
use crate::store::schema::members;
use crate::store::{Result, Tx};
use crate::visibility::Viewer;
use crate::visibility::queries::{Columns, visible_to};

/// The columns of a [`Card`], for any query that joins `members`.
pub(crate) type CardColumns = (members::id, members::nickname, members::icon_id);
pub(crate) const CARD: CardColumns = (members::id, members::nickname, members::icon_id);
pub(crate) type CardRow = (MemberId, String, Option<PictureId>);

/// Face and name are known wherever their bearer may be met: level 0 of the member a query joins as `members`.
pub(crate) const NAME: Columns = Columns { owner: "members.id", level: "0", group: "NULL", posted_at: None };

impl From<CardRow> for Card {
    fn from((id, nickname, icon): CardRow) -> Card {
        Card { id, nickname, icon }
    }
}

pub(super) fn insert(tx: &mut Tx<'_>, id: MemberId, new: &NewMember) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(members::table)
        .values((
            members::id.eq(id),
            members::nickname.eq(new.nickname.as_str()),
            members::nickname_folded.eq(fold(new.nickname.as_str())),
            members::state.eq(State::Active.stored()),
            members::password_hash.eq(&new.password_hash),
            members::language.eq(&new.language),
            members::joined_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn has_any(tx: &mut Tx<'_>) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(members::table.select(members::id))).get_result(tx.db)?)
}

pub(super) fn rename(tx: &mut Tx<'_>, member: MemberId, nickname: &Nickname) -> Result<()> {
    diesel::update(members::table.find(i64::from(member)))
        .set((members::nickname.eq(nickname.as_str()), members::nickname_folded.eq(fold(nickname.as_str()))))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn set_language(tx: &mut Tx<'_>, member: MemberId, language: &str) -> Result<()> {
    diesel::update(members::table.find(i64::from(member)))
        .set(members::language.eq(language))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn set_icon(tx: &mut Tx<'_>, member: MemberId, icon: Option<PictureId>) -> Result<()> {
    diesel::update(members::table.find(i64::from(member))).set(members::icon_id.eq(icon)).execute(tx.db)?;
    Ok(())
}

/// The card of somebody, whatever their state: the caller has judged whether the viewer may meet them.
pub(crate) fn find_card(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Card>> {
    let row: Option<CardRow> = members::table.find(i64::from(member)).select(CARD).first(tx.db).optional()?;
    Ok(row.map(Card::from))
}

/// Where a member stands; `None` if there never was one.
pub(crate) fn find_state(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<State>> {
    let row = members::table.find(i64::from(member)).select(members::state);
    Ok(row.first::<i16>(tx.db).optional()?.map(State::from_stored))
}

/// Of some members, those who exist for the viewer; at most [`among::MOST`] are asked for.
pub(crate) fn there_for(tx: &mut Tx<'_>, viewer: Viewer, ids: &[MemberId]) -> Result<Vec<MemberId>> {
    Ok(members::table
        .filter(Among::ids("members.id", ids.iter().copied()))
        .filter(visible_to(viewer, NAME))
        .select(members::id)
        .load(tx.db)?)
}

/// Of some members, those who are here. Asked even of nobody: what is not asked tells that there was nobody to ask of.
pub(crate) fn active_among(
    tx: &mut Tx<'_>,
    ids: impl IntoIterator<Item = MemberId>,
) -> Result<HashSet<MemberId>> {
    let (ids, mut active): (Vec<MemberId>, _) = (ids.into_iter().collect(), HashSet::new());
    let nobody = ids.is_empty().then_some(&[][..]);
    for some in ids.chunks(among::MOST).chain(nobody) {
        let here: Vec<MemberId> = members::table
            .filter(Among::ids("members.id", some.iter().copied()))
            .filter(members::state.eq(State::Active.stored()))
            .select(members::id)
            .load(tx.db)?;
        active.extend(here);
    }
    Ok(active)
}

/// Changes where a member stands, if they stand at `from` now.
pub(crate) fn change_state(tx: &mut Tx<'_>, member: MemberId, from: State, to: State) -> Result<bool> {
    let changed = diesel::update(members::table.find(i64::from(member)))
        .filter(members::state.eq(from.stored()))
        .set(members::state.eq(to.stored()))
        .execute(tx.db)?;
    Ok(changed > 0)
}
