//! Comments of topics in the database.

use std::collections::{BTreeSet, HashMap};
use std::ops::RangeInclusive;

use diesel::dsl::{count_star, exists, max};
use diesel::prelude::*;

use super::overseen;
use crate::diary::{Comment, Said, with_gaps};
use crate::ids::{CommunityId, MemberId, TopicId};
use crate::member::Card;
use crate::member::queries::{CARD, CardRow};
use crate::moment::Moment;
use crate::store::among::Among;
use crate::store::condition::{Condition, ME};
use crate::store::schema::{members, topic_comments, topics};
use crate::store::{Result, Tx};
use crate::visibility::Viewer;
use crate::visibility::queries::{Columns, visible_to};

const WRITER: Columns =
    Columns { owner: "topic_comments.author_id", level: "0", group: "NULL", posted_at: None };

/// True for comments that can be shown to `me`, who reads the community. Needs `topics`.
pub(super) fn heard_by(me: MemberId) -> Condition {
    said_by_met(me).or_else(overseen(me, WRITER.owner))
}

/// True for comments by people whom `me` may meet.
pub(super) fn said_by_met(me: MemberId) -> Condition {
    visible_to(Viewer::Member(me), WRITER)
}

/// True where `me` wrote the comment or owns the community. Needs `topics`.
fn is_theirs(me: MemberId) -> Condition {
    let sql = format!(
        "(topic_comments.author_id = {ME} OR EXISTS (SELECT 1 FROM communities tw \
         WHERE tw.id = topics.community_id AND tw.owner_id = {ME}))"
    );
    Condition::about(me.into(), sql)
}

type Row = (i32, CardRow, String, Moment, bool, bool);

fn comment((number, card, body, posted_at, heard, is_theirs): Row) -> Comment {
    let said = Said { author: card.into(), body, posted_at, quotes: Vec::new(), photo: None };
    Comment { number, said: heard.then_some(said), can_remove: heard && is_theirs }
}

/// Every number of the range, with what was said under it or the gap.
pub(in crate::community::topic) fn comments(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: TopicId,
    numbers: RangeInclusive<i32>,
) -> Result<Vec<Comment>> {
    let rows: Vec<Row> = topic_comments::table
        .inner_join(topics::table.on(topics::id.eq(topic_comments::topic_id)))
        .inner_join(members::table.on(members::id.eq(topic_comments::author_id)))
        .filter(topic_comments::topic_id.eq(id))
        .filter(topic_comments::number.between(*numbers.start(), *numbers.end()))
        .order(topic_comments::number)
        .select((
            topic_comments::number,
            CARD,
            topic_comments::body,
            topic_comments::posted_at,
            heard_by(me),
            is_theirs(me),
        ))
        .load(tx.db)?;
    Ok(with_gaps(rows.into_iter().map(comment).collect(), numbers))
}

/// Which of these numbers stand for comments that can be shown to `me`.
pub(in crate::community::topic) fn shown_among(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: TopicId,
    numbers: &BTreeSet<i32>,
) -> Result<Vec<i32>> {
    Ok(topic_comments::table
        .inner_join(topics::table.on(topics::id.eq(topic_comments::topic_id)))
        .filter(topic_comments::topic_id.eq(id))
        .filter(Among::ids("topic_comments.number", numbers.iter().copied()))
        .filter(heard_by(me))
        .select(topic_comments::number)
        .load(tx.db)?)
}

/// What `me` can see of a topic's comments.
#[derive(Clone, Copy, Default)]
pub(in crate::community::topic) struct Heard {
    /// How many there are,
    pub comments: i64,
    /// and when the last of them was written.
    pub newest_at: Option<Moment>,
}

/// For each topic with any, what `me` can see of its comments.
pub(in crate::community::topic) fn heard_in(
    tx: &mut Tx<'_>,
    me: MemberId,
    ids: &[TopicId],
) -> Result<HashMap<TopicId, Heard>> {
    let rows: Vec<(TopicId, i64, Option<Moment>)> = topic_comments::table
        .inner_join(topics::table.on(topics::id.eq(topic_comments::topic_id)))
        .filter(Among::ids("topic_comments.topic_id", ids.iter().copied()))
        .filter(heard_by(me))
        .group_by(topic_comments::topic_id)
        .select((topic_comments::topic_id, count_star(), max(topic_comments::posted_at)))
        .load(tx.db)?;
    let heard = |(id, comments, newest_at)| (id, Heard { comments, newest_at });
    Ok(rows.into_iter().map(heard).collect())
}

/// The highest number given so far; none where there is no such topic.
pub(in crate::community::topic) fn numbers_given(tx: &mut Tx<'_>, id: TopicId) -> Result<i32> {
    let topic = topics::table.find(i64::from(id)).select(topics::comments_given);
    Ok(topic.first(tx.db).optional()?.unwrap_or_default())
}

/// Takes the next number, and notes that something was said now. On PostgreSQL the row stays locked, so two comments
/// never get the same one.
pub(in crate::community::topic) fn give_number(tx: &mut Tx<'_>, id: TopicId) -> Result<i32> {
    let now = tx.now();
    Ok(diesel::update(topics::table.find(i64::from(id)))
        .set((topics::comments_given.eq(topics::comments_given + 1), topics::newest_at.eq(now)))
        .returning(topics::comments_given)
        .get_result(tx.db)?)
}

pub(in crate::community::topic) fn insert_comment(
    tx: &mut Tx<'_>,
    id: TopicId,
    number: i32,
    author: MemberId,
    body: &str,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(topic_comments::table)
        .values((
            topic_comments::topic_id.eq(id),
            topic_comments::number.eq(number),
            topic_comments::author_id.eq(author),
            topic_comments::body.eq(body),
            topic_comments::posted_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// A comment that `me` may take away: its writer, and what it says. The owner of the place takes away only what they are
/// shown.
pub(in crate::community::topic) fn find_removable(
    tx: &mut Tx<'_>,
    me: MemberId,
    place: CommunityId,
    id: TopicId,
    number: i32,
) -> Result<Option<(Card, String)>> {
    let found: Option<(CardRow, String)> = topic_comments::table
        .inner_join(topics::table.on(topics::id.eq(topic_comments::topic_id)))
        .inner_join(members::table.on(members::id.eq(topic_comments::author_id)))
        .filter(topic_comments::topic_id.eq(id))
        .filter(topic_comments::number.eq(number))
        .filter(topics::community_id.eq(place))
        .filter(is_theirs(me))
        .filter(heard_by(me))
        .select((CARD, topic_comments::body))
        .first(tx.db)
        .optional()?;
    Ok(found.map(|(card, body)| (card.into(), body)))
}

/// Its number stays as a gap.
pub(in crate::community::topic) fn delete_comment(
    tx: &mut Tx<'_>,
    me: MemberId,
    place: CommunityId,
    id: TopicId,
    number: i32,
) -> Result<bool> {
    if find_removable(tx, me, place, id, number)?.is_none() {
        return Ok(false);
    }
    let comment = topic_comments::table.find((i64::from(id), number));
    let was_deleted = diesel::delete(comment).execute(tx.db)? > 0;
    delete_if_bare(tx, id)?;
    Ok(was_deleted)
}

/// A topic of which neither its beginning nor a comment is left goes: nobody could be shown it or take it away.
fn delete_if_bare(tx: &mut Tx<'_>, id: TopicId) -> Result<()> {
    let said = topic_comments::table.filter(topic_comments::topic_id.eq(id));
    let is_said: bool = diesel::select(exists(said)).get_result(tx.db)?;
    if !is_said {
        diesel::delete(topics::table.filter(topics::id.eq(id)).filter(topics::author_id.is_null()))
            .execute(tx.db)?;
    }
    Ok(())
}

pub(in crate::community::topic) fn delete_comments_of(tx: &mut Tx<'_>, author: MemberId) -> Result<()> {
    let own = topic_comments::table.filter(topic_comments::author_id.eq(author));
    let answered: Vec<TopicId> = own.select(topic_comments::topic_id).distinct().load(tx.db)?;
    diesel::delete(own).execute(tx.db)?;
    for id in answered {
        delete_if_bare(tx, id)?;
    }
    Ok(())
}
