//! One topic with a page of its comments.

use super::queries;
use crate::community::{Reads, queries as places};
use crate::diary::{Around, Comment, Spot, around, comment_numbers, look_up_quotes, page_before};
use crate::ids::{CommunityId, MemberId, TopicId};
use crate::member::Card;
use crate::moment::Moment;
use crate::store::{Result, Tx};

/// What a topic begins with.
#[derive(Clone, Debug)]
pub struct Opening {
    /// Who began it.
    pub author: Card,
    /// What it is called.
    pub title: String,
    /// What they said.
    pub body: String,
    /// When.
    pub posted_at: Moment,
}

/// A topic, as one viewer may see it.
#[derive(Clone, Debug)]
pub struct TopicPage {
    /// Where it is.
    pub place: CommunityId,
    /// What that is called.
    pub place_name: String,
    /// Who reads what is said there.
    pub reads: Reads,
    /// Which.
    pub id: TopicId,
    /// What it begins with; nothing where that cannot be shown.
    pub opening: Option<Opening>,
    /// At most [`COMMENTS_PER_PAGE`] numbers in a row, the oldest first.
    pub comments: Vec<Comment>,
    /// What lies around them.
    pub around: Around,
    /// Whether the viewer may say something, being a member of the community.
    pub may_comment: bool,
    /// Whether the viewer may take the topic away.
    pub can_remove: bool,
}

impl TopicPage {
    /// Whether the viewer is shown this comment here and may answer it.
    pub fn can_answer(&self, number: i32) -> bool {
        let mut shown = self.comments.iter().filter(|one| one.said.is_some());
        self.may_comment && shown.any(|one| one.number == number)
    }
}

/// A topic at a spot among its comments; nothing where it does not exist for the viewer.
pub fn show(
    tx: &mut Tx<'_>,
    me: MemberId,
    place: CommunityId,
    id: TopicId,
    spot: Spot,
) -> Result<Option<TopicPage>> {
    let Some(row) = queries::find(tx, me, place, id)? else { return Ok(None) };
    let Some(home) = places::find(tx, place)? else { return Ok(None) };
    let numbers = comment_numbers(row.given, spot);
    let heard = queries::heard_in(tx, me, &[id])?.remove(&id).unwrap_or_default();
    let around = around(row.given, &numbers, heard.comments);
    let mut comments = queries::comments(tx, me, id, numbers)?;
    look_up_quotes(row.given, &mut comments, |named| queries::shown_among(tx, me, id, named))?;
    let is_own = row.opening.as_ref().is_some_and(|opening| opening.author.id == me);
    Ok(Some(TopicPage {
        place,
        place_name: home.name,
        reads: home.reads,
        id,
        opening: row.opening,
        comments,
        around,
        may_comment: places::find_level(tx, place, me)?.is_some(),
        can_remove: is_own || home.owner == me,
    }))
}

/// Where the page with a comment ends; `None`: it is on the newest.
pub fn page_of_comment(tx: &mut Tx<'_>, id: TopicId, number: i32) -> Result<Option<i32>> {
    Ok(page_before(queries::numbers_given(tx, id)?, number))
}
