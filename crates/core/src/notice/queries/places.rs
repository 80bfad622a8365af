//! Notices about communities in the database. What waits for an answer is told by its own rows.

use diesel::dsl::{count_star, max};
use diesel::prelude::*;

use super::MOST;
use crate::community::topic::queries::{is_answer_for, readable};
use crate::ids::{CommunityId, MemberId, TopicId};
use crate::member::queries::{CARD, CardRow, NAME};
use crate::moment::Moment;
use crate::notice::{Kind, Notice, Subject};
use crate::store::schema::{
    communities, community_members, community_requests, members, notices, topic_comments, topics,
};
use crate::store::{Result, Tx};
use crate::visibility::Viewer;
use crate::visibility::queries::visible_to;

/// Who asks to come into communities of `me`: one line each.
pub(in crate::notice) fn asked(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Notice>> {
    let rows: Vec<(CommunityId, String, i64, Option<Moment>)> = communities::table
        .inner_join(community_requests::table.on(community_requests::community_id.eq(communities::id)))
        .inner_join(members::table.on(members::id.eq(community_requests::member_id)))
        .filter(communities::owner_id.eq(me))
        .filter(visible_to(Viewer::Member(me), NAME))
        .group_by((communities::id, communities::name))
        .select((communities::id, communities::name, count_star(), max(community_requests::asked_at)))
        .load(tx.db)?;
    let notice = |(place, name, people, newest_at): (CommunityId, String, i64, Option<Moment>)| {
        Some(Notice { subject: Subject::JoinAsked { place, name, people }, newest_at: newest_at? })
    };
    Ok(rows.into_iter().filter_map(notice).collect())
}

/// Which communities are offered to `me`, by owners they may meet.
pub(in crate::notice) fn offered(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Notice>> {
    let rows: Vec<(CommunityId, String, CardRow, Option<Moment>)> = communities::table
        .inner_join(members::table.on(members::id.eq(communities::owner_id)))
        .filter(communities::offered_to.eq(me))
        .filter(visible_to(Viewer::Member(me), NAME))
        .select((communities::id, communities::name, CARD, communities::offered_at))
        .load(tx.db)?;
    let notice = |(place, name, card, at): (CommunityId, String, CardRow, Option<Moment>)| {
        Some(Notice { subject: Subject::PlaceOffered { place, name, by: card.into() }, newest_at: at? })
    };
    Ok(rows.into_iter().filter_map(notice).collect())
}

/// Communities that have let `me` in, and to which they still belong.
pub(in crate::notice) fn let_in(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Notice>> {
    let places = told_of(tx, me, Kind::LetIn)?;
    let notice = |(place, name, _, newest_at)| Notice { subject: Subject::LetIn { place, name }, newest_at };
    Ok(places.into_iter().map(notice).collect())
}

/// Communities that became those of `me` when their owners went, and still are.
pub(in crate::notice) fn passed_on(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Notice>> {
    let places = told_of(tx, me, Kind::PassedOn)?.into_iter().filter(|(_, _, owner, _)| *owner == me);
    let notice =
        |(place, name, _, newest_at)| Notice { subject: Subject::PassedOn { place, name }, newest_at };
    Ok(places.map(notice).collect())
}

/// Communities of which `me` was told in that way, and to which they still belong, with their owners.
fn told_of(
    tx: &mut Tx<'_>,
    me: MemberId,
    kind: Kind,
) -> Result<Vec<(CommunityId, String, MemberId, Moment)>> {
    let mine = community_members::community_id
        .eq(notices::subject_id)
        .and(community_members::member_id.eq(notices::member_id));
    Ok(notices::table
        .inner_join(communities::table.on(communities::id.eq(notices::subject_id)))
        .inner_join(community_members::table.on(mine))
        .filter(notices::member_id.eq(me))
        .filter(notices::kind.eq(kind.stored()))
        .order(notices::newest_at.desc())
        .limit(MOST)
        .select((communities::id, communities::name, communities::owner_id, notices::newest_at))
        .load(tx.db)?)
}

/// Topics of `me` in which somebody whom they may meet said something since they looked, where they still read the
/// community.
pub(in crate::notice) fn own_topics(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Notice>> {
    let rows: Vec<(CommunityId, TopicId, String, Option<Moment>)> = notices::table
        .inner_join(topics::table.on(topics::id.eq(notices::subject_id)))
        .inner_join(topic_comments::table.on(topic_comments::topic_id.eq(topics::id)))
        .filter(notices::member_id.eq(me))
        .filter(notices::kind.eq(Kind::OwnTopic.stored()))
        .filter(topics::author_id.eq(me))
        .filter(topic_comments::posted_at.ge(notices::since))
        .filter(readable(me))
        .filter(is_answer_for(me))
        .group_by((topics::community_id, topics::id, topics::title))
        .order(max(topic_comments::posted_at).desc())
        .limit(MOST)
        .select((topics::community_id, topics::id, topics::title, max(topic_comments::posted_at)))
        .load(tx.db)?;
    let notice = |(place, topic, title, newest_at): (_, _, _, Option<Moment>)| {
        Some(Notice { subject: Subject::OwnTopic { place, topic, title }, newest_at: newest_at? })
    };
    Ok(rows.into_iter().filter_map(notice).collect())
}
