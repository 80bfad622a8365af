//! Communities in the database.

mod lists;
mod members;
mod ownerless;
mod requests;

pub(super) use lists::*;
pub(super) use members::*;
pub(super) use ownerless::*;
pub(super) use requests::*;

use diesel::prelude::*;

use super::{CommunityForm, CommunityLine, Joins, Reads};
use crate::ids::{CommunityId, MemberId};
use crate::member::fold;
use crate::moment::Moment;
use crate::notice::Kind;
use crate::notice::queries::forget_place;
use crate::store::schema::communities;
use crate::store::upsert::hold_community;
use crate::store::{Result, Tx};

/// A community as it is kept.
pub(super) struct Row {
    pub id: CommunityId,
    pub owner: MemberId,
    pub name: String,
    pub about: String,
    pub joins: Joins,
    pub reads: Reads,
    pub members: i32,
    pub founded_at: Moment,
    pub offered_to: Option<MemberId>,
}

type RowTuple = (CommunityId, MemberId, String, String, bool, bool, i32, Moment, Option<MemberId>);

impl From<RowTuple> for Row {
    fn from(row: RowTuple) -> Row {
        let (id, owner, name, about, asks_first, is_closed, members, founded_at, offered_to) = row;
        let (joins, reads) = (Joins::from_stored(asks_first), Reads::from_stored(is_closed));
        Row { id, owner, name, about, joins, reads, members, founded_at, offered_to }
    }
}

/// The columns of a [`CommunityLine`].
type LineColumns = (communities::id, communities::name, communities::members);
const LINE: LineColumns = (communities::id, communities::name, communities::members);
type LineRow = (CommunityId, String, i32);

fn line((id, name, members): LineRow) -> CommunityLine {
    CommunityLine { id, name, members }
}

pub(super) fn find(tx: &mut Tx<'_>, id: CommunityId) -> Result<Option<Row>> {
    let row: Option<RowTuple> = communities::table
        .find(i64::from(id))
        .select((
            communities::id,
            communities::owner_id,
            communities::name,
            communities::about,
            communities::asks_first,
            communities::is_closed,
            communities::members,
            communities::founded_at,
            communities::offered_to,
        ))
        .first(tx.db)
        .optional()?;
    Ok(row.map(Row::from))
}

/// As [`find`], and nobody else changes it until this transaction ends.
pub(super) fn hold(tx: &mut Tx<'_>, id: CommunityId) -> Result<Option<Row>> {
    hold_community(tx, id.into())?;
    find(tx, id)
}

/// As [`hold`], of a community of `me`.
pub(super) fn hold_own(tx: &mut Tx<'_>, me: MemberId, id: CommunityId) -> Result<Option<Row>> {
    Ok(hold(tx, id)?.filter(|row| row.owner == me))
}

pub(super) fn insert(tx: &mut Tx<'_>, id: CommunityId, owner: MemberId, form: &CommunityForm) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(communities::table)
        .values((
            communities::id.eq(id),
            communities::owner_id.eq(owner),
            communities::name.eq(&form.name),
            communities::name_folded.eq(fold(&form.name)),
            communities::about.eq(&form.about),
            communities::asks_first.eq(form.joins == Joins::AfterYes),
            communities::is_closed.eq(form.reads == Reads::Insiders),
            communities::members.eq(0),
            communities::founded_at.eq(now),
            communities::talked_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn update(tx: &mut Tx<'_>, id: CommunityId, form: &CommunityForm) -> Result<()> {
    diesel::update(communities::table.find(i64::from(id)))
        .set((
            communities::name.eq(&form.name),
            communities::name_folded.eq(fold(&form.name)),
            communities::about.eq(&form.about),
            communities::asks_first.eq(form.joins == Joins::AfterYes),
            communities::is_closed.eq(form.reads == Reads::Insiders),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// The one it was offered to, or another, owns it: no offer is left.
pub(super) fn set_owner(tx: &mut Tx<'_>, id: CommunityId, owner: MemberId) -> Result<()> {
    diesel::update(communities::table.find(i64::from(id)))
        .set((
            communities::owner_id.eq(owner),
            communities::offered_to.eq(None::<MemberId>),
            communities::offered_at.eq(None::<Moment>),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn set_offer(tx: &mut Tx<'_>, id: CommunityId, to: Option<MemberId>) -> Result<()> {
    let at = to.map(|_| tx.now());
    diesel::update(communities::table.find(i64::from(id)))
        .set((communities::offered_to.eq(to), communities::offered_at.eq(at)))
        .execute(tx.db)?;
    Ok(())
}

/// Whatever `owner` offers to `other` is offered no more.
pub(super) fn forget_offers(tx: &mut Tx<'_>, owner: MemberId, other: MemberId) -> Result<()> {
    let offered =
        communities::table.filter(communities::offered_to.eq(other)).filter(communities::owner_id.eq(owner));
    diesel::update(offered)
        .set((communities::offered_to.eq(None::<MemberId>), communities::offered_at.eq(None::<Moment>)))
        .execute(tx.db)?;
    Ok(())
}

/// Something was said there now.
pub(super) fn was_talked_in(tx: &mut Tx<'_>, id: CommunityId) -> Result<()> {
    let now = tx.now();
    diesel::update(communities::table.find(i64::from(id)))
        .set(communities::talked_at.eq(now))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn count_owned(tx: &mut Tx<'_>, owner: MemberId) -> Result<i64> {
    Ok(communities::table.filter(communities::owner_id.eq(owner)).count().get_result(tx.db)?)
}

/// After everybody and everything in it.
pub(super) fn delete(tx: &mut Tx<'_>, id: CommunityId) -> Result<()> {
    forget_people(tx, id)?;
    diesel::delete(communities::table.find(i64::from(id))).execute(tx.db)?;
    forget_place(tx, Kind::LetIn, id.into())?;
    forget_place(tx, Kind::PassedOn, id.into())
}
