//! One's own words in communities closed to one, in the database.

use diesel::dsl::not;
use diesel::prelude::*;

use super::readable;
use crate::community::topic::{ClosedWords, WordsTurn};
use crate::ids::{CommunityId, MemberId, TopicId};
use crate::moment::Moment;
use crate::store::schema::{communities, topic_comments, topics};
use crate::store::{Result, Tx};

/// The figures of a turn; the first page begins above them all.
fn figures(from: Option<WordsTurn>) -> (i64, i64, i32) {
    let all = (i64::MAX, i64::MAX, i32::MAX);
    from.map_or(all, |turn| (turn.at.millis(), turn.topic.into(), turn.number))
}

type Beginning = (CommunityId, String, TopicId, String, String, Moment);

/// Topics that the member began.
pub(in crate::community::topic) fn closed_beginnings(
    tx: &mut Tx<'_>,
    me: MemberId,
    from: Option<WordsTurn>,
    most: i64,
) -> Result<Vec<ClosedWords>> {
    let (at, topic, number) = figures(from);
    // Beginnings are number 0: of the topic the last page ended in, this one stands only below a comment.
    let last = if number > 0 { topic } else { topic - 1 };
    let rows: Vec<Beginning> = topics::table
        .inner_join(communities::table.on(communities::id.eq(topics::community_id)))
        .filter(topics::author_id.eq(i64::from(me)))
        .filter(topics::posted_at.lt(at).or(topics::posted_at.eq(at).and(topics::id.le(last))))
        .filter(not(readable(me)))
        .order((topics::posted_at.desc(), topics::id.desc()))
        .limit(most)
        .select((
            communities::id,
            communities::name,
            topics::id,
            topics::title,
            topics::body,
            topics::posted_at,
        ))
        .load(tx.db)?;
    let words = |(place, place_name, topic, title, body, posted_at): Beginning| ClosedWords {
        place,
        place_name,
        topic,
        number: 0,
        title: Some(title),
        body,
        posted_at,
    };
    Ok(rows.into_iter().map(words).collect())
}

type Said = (CommunityId, String, TopicId, i32, String, Moment);

/// Comments that the member wrote.
pub(in crate::community::topic) fn closed_comments(
    tx: &mut Tx<'_>,
    me: MemberId,
    from: Option<WordsTurn>,
    most: i64,
) -> Result<Vec<ClosedWords>> {
    let (at, topic, number) = figures(from);
    let below = topic_comments::topic_id
        .lt(topic)
        .or(topic_comments::topic_id.eq(topic).and(topic_comments::number.lt(number)));
    let rows: Vec<Said> = topic_comments::table
        .inner_join(topics::table.on(topics::id.eq(topic_comments::topic_id)))
        .inner_join(communities::table.on(communities::id.eq(topics::community_id)))
        .filter(topic_comments::author_id.eq(i64::from(me)))
        .filter(topic_comments::posted_at.lt(at).or(topic_comments::posted_at.eq(at).and(below)))
        .filter(not(readable(me)))
        .order((
            topic_comments::posted_at.desc(),
            topic_comments::topic_id.desc(),
            topic_comments::number.desc(),
        ))
        .limit(most)
        .select((
            communities::id,
            communities::name,
            topics::id,
            topic_comments::number,
            topic_comments::body,
            topic_comments::posted_at,
        ))
        .load(tx.db)?;
    let words = |(place, place_name, topic, number, body, posted_at): Said| ClosedWords {
        place,
        place_name,
        topic,
        number,
        title: None,
        body,
        posted_at,
    };
    Ok(rows.into_iter().map(words).collect())
}
