//! Whom to suggest, in the database.

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use crate::friend::queries::waiting_from;
use crate::ids::MemberId;
use crate::member::Card;
use crate::member::queries::{CARD, CardRow, NAME};
use crate::preference::Preference;
use crate::store::among::Among;
use crate::store::schema::{friend_requests, members, preferences};
use crate::store::{Result, Tx};
use crate::visibility::Viewer;
use crate::visibility::queries::visible_to;

/// Of some people, those `me` may meet, who have asked to be suggested and are listed (SE-07), and between whom and `me` no request waits.
pub(super) fn who_want_it(tx: &mut Tx<'_>, me: MemberId, people: &[MemberId]) -> Result<Vec<Card>> {
    let mine = i64::from(me);
    // Of what I asked, only what I see waiting: more would say that it was let go.
    let asked = friend_requests::table.filter(
        (friend_requests::from_id
            .eq(mine)
            .and(friend_requests::to_id.eq(members::id))
            .and(friend_requests::created_at.gt(waiting_from(tx))))
        .or(friend_requests::to_id.eq(mine).and(friend_requests::from_id.eq(members::id))),
    );
    let hidden = diesel::alias!(preferences as hidden);
    let unlisted = hidden
        .filter(hidden.field(preferences::member_id).eq(members::id))
        .filter(hidden.field(preferences::kind).eq(Preference::Unlisted.stored()));
    let rows: Vec<CardRow> = members::table
        .inner_join(preferences::table.on(preferences::member_id.eq(members::id)))
        .filter(Among::ids("members.id", people.iter().copied()))
        .filter(preferences::kind.eq(Preference::Suggested.stored()))
        .filter(visible_to(Viewer::Member(me), NAME))
        .filter(not(exists(asked)))
        .filter(not(exists(unlisted)))
        .select(CARD)
        .load(tx.db)?;
    Ok(rows.into_iter().map(Card::from).collect())
}
