//! One topic with a page of its comments.

use std::collections::{BTreeSet, HashSet};

use super::queries;
use crate::community::{Reads, queries as places};
use crate::diary::{Around, COMMENTS_PER_PAGE, Comment, Spot, comment_numbers, quotes};
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
    let around = Around {
        visible: queries::comment_counts(tx, me, &[id])?.remove(&id).unwrap_or_default(),
        older: Some(*numbers.start()).filter(|first| *first > 1),
        newer: Some(*numbers.end()).filter(|last| *last < row.given).map(|last| last + COMMENTS_PER_PAGE + 1),
    };
    let mut comments = queries::comments(tx, me, id, numbers)?;
    look_up_quotes(tx, me, id, row.given, &mut comments)?;
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

/// Notes which of the comments named in others this viewer can be shown: only those become links.
fn look_up_quotes(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: TopicId,
    given: i32,
    comments: &mut [Comment],
) -> Result<()> {
    let said = comments.iter().filter_map(|comment| comment.said.as_ref());
    let named: BTreeSet<i32> = said.flat_map(|said| quotes(&said.body)).map(|quote| quote.number).collect();
    let named: BTreeSet<i32> = named.into_iter().filter(|number| *number <= given).collect();
    if named.is_empty() {
        return Ok(());
    }
    let shown: HashSet<i32> = queries::shown_among(tx, me, id, &named)?.into_iter().collect();
    for said in comments.iter_mut().filter_map(|comment| comment.said.as_mut()) {
        let own: BTreeSet<i32> = quotes(&said.body).into_iter().map(|quote| quote.number).collect();
        said.quotes = own.into_iter().filter(|number| shown.contains(number)).collect();
    }
    Ok(())
}

/// Where the page with a comment ends; `None`: it is on the newest.
pub fn page_of_comment(tx: &mut Tx<'_>, id: TopicId, number: i32) -> Result<Option<i32>> {
    let given = queries::numbers_given(tx, id)?;
    let pages_after = (given - number).max(0) / COMMENTS_PER_PAGE;
    Ok((pages_after > 0).then(|| given - pages_after * COMMENTS_PER_PAGE + 1))
}
