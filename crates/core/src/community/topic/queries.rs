//! Topics in the database, and who is shown what of them.

mod closed;
mod comments;

pub(super) use closed::*;
pub(super) use comments::*;

use diesel::dsl::exists;
use diesel::prelude::*;

use super::{Opening, TopicLine, TopicsTurn};
use crate::ids::{CommunityId, MemberId, TopicId};
use crate::member::State;
use crate::member::queries::{CARD, CardRow};
use crate::moment::Moment;
use crate::notice::Kind;
use crate::notice::queries::forget_place;
use crate::store::condition::{Condition, ME};
use crate::store::schema::{members, topic_comments, topics};
use crate::store::{Result, Tx};
use crate::visibility::Viewer;
use crate::visibility::queries::{Columns, visible_to};

const AUTHOR: Columns = Columns { owner: "topics.author_id", level: "0", group: "NULL", posted_at: None };

/// True for topics in communities that `me` reads.
pub(crate) fn readable(me: MemberId) -> Condition {
    let sql = format!(
        "EXISTS (SELECT 1 FROM communities tp WHERE tp.id = topics.community_id AND (NOT tp.is_closed \
         OR EXISTS (SELECT 1 FROM community_members tq \
             WHERE tq.community_id = tp.id AND tq.member_id = {ME})))"
    );
    Condition::about(me.into(), sql)
}

/// True for words, by whoever `author` names, in topics of a community that `me` owns.
fn overseen(me: MemberId, author: &str) -> Condition {
    let active = State::Active.stored();
    let sql = format!(
        "(EXISTS (SELECT 1 FROM communities ow WHERE ow.id = topics.community_id AND ow.owner_id = {ME}) \
         AND EXISTS (SELECT 1 FROM members om WHERE om.id = {author} AND om.state = {active}))"
    );
    Condition::about(me.into(), sql)
}

/// True for topics whose beginning can be shown to `me`.
fn begins_for(me: MemberId) -> Condition {
    has_author(me).and_also(visible_to(Viewer::Member(me), AUTHOR).or_else(overseen(me, AUTHOR.owner)))
}

/// Where nobody is named the rest would be neither true nor false.
fn has_author(me: MemberId) -> Condition {
    Condition::about(me.into(), "(topics.author_id IS NOT NULL)".to_owned())
}

/// True for topics begun by somebody whom `me` may meet: what an owner oversees is for the place itself, not for home.
fn is_begun_by_met(me: MemberId) -> Condition {
    has_author(me).and_also(visible_to(Viewer::Member(me), AUTHOR))
}

/// The same, or for those in which such a person said something, whoever began them (rule b-3: of a beginning that
/// cannot be shown nobody is told why).
fn is_met(me: MemberId) -> Condition {
    let some = said_by_met(me).of_some("topic_comments", "topic_comments.topic_id = topics.id");
    is_begun_by_met(me).or_else(some)
}

/// True for topics that are there for `me`, if they read the community: their beginning can be shown, or something
/// said in them.
fn is_there_for(me: MemberId) -> Condition {
    let some = heard_by(me).of_some("topic_comments", "topic_comments.topic_id = topics.id");
    begins_for(me).or_else(some)
}

/// True for comments of somebody else that can be shown to `me`, who reads the community. Needs `topics`.
pub(crate) fn is_answer_for(me: MemberId) -> Condition {
    let by_others = Condition::about(me.into(), format!("(topic_comments.author_id <> {ME})"));
    by_others.and_also(heard_by(me))
}

/// Who began a topic, if anybody is named.
pub(super) fn find_author(tx: &mut Tx<'_>, id: TopicId) -> Result<Option<MemberId>> {
    let author = topics::table.find(i64::from(id)).select(topics::author_id);
    Ok(author.first::<Option<MemberId>>(tx.db).optional()?.flatten())
}

/// A topic as it is kept, as far as `me` is shown it.
pub(super) struct Row {
    pub opening: Option<Opening>,
    pub given: i32,
}

type RowTuple = (Option<CardRow>, String, String, Moment, i32, bool);

impl From<RowTuple> for Row {
    fn from((card, title, body, posted_at, given, begins): RowTuple) -> Row {
        let author = card.filter(|_| begins);
        let opening = |card: CardRow| Opening { author: card.into(), title, body, posted_at };
        Row { opening: author.map(opening), given }
    }
}

pub(super) fn find(tx: &mut Tx<'_>, me: MemberId, place: CommunityId, id: TopicId) -> Result<Option<Row>> {
    let row: Option<RowTuple> = topics::table
        .left_join(members::table.on(members::id.nullable().eq(topics::author_id)))
        .filter(topics::id.eq(id))
        .filter(topics::community_id.eq(place))
        .filter(readable(me))
        .filter(is_there_for(me))
        .select((
            CARD.nullable(),
            topics::title,
            topics::body,
            topics::posted_at,
            topics::comments_given,
            begins_for(me),
        ))
        .first(tx.db)
        .optional()?;
    Ok(row.map(Row::from))
}

/// The title of a topic that `me` began, whether they read the community or not.
pub(super) fn own_title(
    tx: &mut Tx<'_>,
    me: MemberId,
    place: CommunityId,
    id: TopicId,
) -> Result<Option<String>> {
    let own = topics::table
        .filter(topics::id.eq(id))
        .filter(topics::community_id.eq(place))
        .filter(topics::author_id.eq(i64::from(me)));
    Ok(own.select(topics::title).first(tx.db).optional()?)
}

/// A topic found for a list: when anything was said in it last, whoever sees that, stands in its line.
pub(super) struct Found {
    pub line: TopicLine,
    pub begun_at: Moment,
}

/// A community's topics that are there for `me`, without their counts; the newest words first.
pub(super) fn newest(
    tx: &mut Tx<'_>,
    me: MemberId,
    place: CommunityId,
    from: Option<TopicsTurn>,
    most: i64,
) -> Result<Vec<Found>> {
    newest_that(tx, place, from, most, (is_there_for(me), begins_for(me)))
}

/// As [`newest`], of what people said whom `me` may meet.
pub(super) fn newest_met(tx: &mut Tx<'_>, me: MemberId, place: CommunityId, most: i64) -> Result<Vec<Found>> {
    newest_that(tx, place, None, most, (is_met(me), is_begun_by_met(me)))
}

fn newest_that(
    tx: &mut Tx<'_>,
    place: CommunityId,
    from: Option<TopicsTurn>,
    most: i64,
    (wanted, begins): (Condition, Condition),
) -> Result<Vec<Found>> {
    let (at, last) = from.map_or((i64::MAX, i64::MAX), |turn| (turn.newest_at.millis(), turn.id.into()));
    let rows: Vec<(TopicId, String, Moment, Moment, bool)> = topics::table
        .filter(topics::community_id.eq(place))
        .filter(topics::newest_at.le(at))
        .filter(topics::newest_at.lt(at).or(topics::id.lt(last)))
        .filter(wanted)
        .order((topics::newest_at.desc(), topics::id.desc()))
        .limit(most)
        .select((topics::id, topics::title, topics::newest_at, topics::posted_at, begins))
        .load(tx.db)?;
    let found = |(id, title, newest_at, begun_at, begins)| {
        let title = Some(title).filter(|_| begins);
        Found { line: TopicLine { place, id, title, newest_at, comments: 0 }, begun_at }
    };
    Ok(rows.into_iter().map(found).collect())
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    id: TopicId,
    place: CommunityId,
    author: MemberId,
    title: &str,
    body: &str,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(topics::table)
        .values((
            topics::id.eq(id),
            topics::community_id.eq(place),
            topics::author_id.eq(author),
            topics::title.eq(title),
            topics::body.eq(body),
            topics::posted_at.eq(now),
            topics::newest_at.eq(now),
            topics::comments_given.eq(0),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// Nothing of its beginning is left, nor of who began it.
pub(super) fn empty(tx: &mut Tx<'_>, id: TopicId) -> Result<()> {
    diesel::update(topics::table.find(i64::from(id)))
        .set((topics::author_id.eq(None::<MemberId>), topics::title.eq(""), topics::body.eq("")))
        .execute(tx.db)?;
    forget_place(tx, Kind::OwnTopic, id.into())
}

pub(super) fn delete(tx: &mut Tx<'_>, id: TopicId) -> Result<()> {
    diesel::delete(topic_comments::table.filter(topic_comments::topic_id.eq(id))).execute(tx.db)?;
    diesel::delete(topics::table.find(i64::from(id))).execute(tx.db)?;
    forget_place(tx, Kind::OwnTopic, id.into())
}

/// Whether anything was begun in a community, whoever sees it.
pub(in crate::community) fn has_any(tx: &mut Tx<'_>, place: CommunityId) -> Result<bool> {
    let some = topics::table.filter(topics::community_id.eq(place));
    Ok(diesel::select(exists(some)).get_result(tx.db)?)
}

pub(super) fn all_of(tx: &mut Tx<'_>, place: CommunityId) -> Result<Vec<TopicId>> {
    Ok(topics::table.filter(topics::community_id.eq(place)).select(topics::id).load(tx.db)?)
}

/// With the place of each, in the order places are held in.
pub(super) fn begun_by(tx: &mut Tx<'_>, author: MemberId) -> Result<Vec<(CommunityId, TopicId)>> {
    Ok(topics::table
        .filter(topics::author_id.eq(author))
        .order((topics::community_id, topics::id))
        .select((topics::community_id, topics::id))
        .load(tx.db)?)
}

pub(super) fn has_words_of_others(tx: &mut Tx<'_>, id: TopicId, author: MemberId) -> Result<bool> {
    let others = topic_comments::table
        .filter(topic_comments::topic_id.eq(id))
        .filter(topic_comments::author_id.ne(author));
    Ok(diesel::select(exists(others)).get_result(tx.db)?)
}
