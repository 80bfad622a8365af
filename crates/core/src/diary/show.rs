//! One entry, as one viewer may see it.

use super::comments::{self, Around, Spot};
use super::like::likes_of;
use super::neighbours::{Neighbours, neighbours};
use super::talk::may_comment;
use super::{Category, Likes, MayComment, SeenBy, categories, opening, queries, threads};
use crate::first_post::Post;
use crate::friend::tie::{self, Tie};
use crate::ids::{DiaryId, PictureId};
use crate::member::Card;
use crate::moment::Moment;
use crate::store::{Result, Tx};
use crate::visibility::{Viewer, can_see};

/// A photograph on an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// The picture.
    pub picture: PictureId,
    /// What it shows, in words; may be empty.
    pub alt: String,
    /// Width of the master in pixels.
    pub width_px: i32,
    /// Height of the master in pixels.
    pub height_px: i32,
}

/// What somebody said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Who.
    pub author: Card,
    /// What.
    pub body: String,
    /// When.
    pub posted_at: Moment,
    /// The photograph on it, if there is one.
    pub photo: Option<Photo>,
    /// Numbers of comments that it names as `>>12`, of those this viewer can be shown.
    pub quotes: Vec<i32>,
}

/// A comment, or the gap where one is that this viewer cannot be shown.
///
/// Removed, blocked and departed look the same, so that nobody can tell a block from it (rule b-3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Stays the same when others are removed.
    pub number: i32,
    /// What was said, if it can be shown.
    pub said: Option<Said>,
    /// Whether the viewer may remove it.
    pub can_remove: bool,
}

/// An entry with what was said of it.
#[derive(Clone, Debug)]
pub struct DiaryPage {
    /// Which.
    pub id: DiaryId,
    /// Whose.
    pub author: Card,
    /// The viewer's tie to the author.
    pub tie: Tie,
    /// Its title.
    pub title: String,
    /// Its body; lines are broken with `\n`.
    pub body: String,
    /// Its photographs, in order.
    pub photos: Vec<Photo>,
    /// Who may read it, and so what is said of it.
    pub seen_by: SeenBy,
    /// When all members may read it, if its author has chosen so and those who commented are being told.
    pub opens_at: Option<Moment>,
    /// The categories it is in, as far as the viewer is shown them.
    pub categories: Vec<Category>,
    /// When it was posted.
    pub posted_at: Moment,
    /// When it was last changed, if it was.
    pub edited_at: Option<Moment>,
    /// Who liked it.
    pub likes: Likes,
    /// The newest page of comments, in order of their numbers.
    pub comments: Vec<Comment>,
    /// What lies around them.
    pub around: Around,
    /// Whether the viewer may comment.
    pub may_comment: MayComment,
    /// Whether the viewer wants to be told nothing of it; `None` where they are told nothing anyway.
    pub is_quiet: Option<bool>,
    /// What its author wrote before and after it.
    pub neighbours: Neighbours,
    /// Whether the viewer may change and delete it.
    pub can_edit: bool,
}

/// The entry, or nothing: hidden and missing are one.
pub fn show(tx: &mut Tx<'_>, viewer: Viewer, id: DiaryId) -> Result<Option<DiaryPage>> {
    let Viewer::Member(me) = viewer else { return Ok(None) };
    let Some(row) = queries::find(tx, id)? else { return Ok(None) };
    if !can_see(tx, viewer, row.author.id, row.visibility, row.posted_at)? {
        return Ok(None);
    }
    let Some(tie) = tie::between(tx, me, row.author.id)? else { return Ok(None) };
    let (comments, around) = comments::page(tx, me, row.author.id, id, Spot::Newest)?;
    Ok(Some(DiaryPage {
        tie,
        photos: queries::photos(tx, id)?,
        seen_by: SeenBy::told(tx, viewer, row.author.id, row.visibility, Post::Entry(row.id))?,
        opens_at: opening::opens_at(tx, id)?,
        categories: categories::of_entry(tx, me, row.author.id, id)?,
        likes: likes_of(tx, me, row.author.id, id)?,
        comments,
        around,
        may_comment: may_comment(tx, me, row.author.id, row.talk)?,
        is_quiet: threads::stands(tx, me, row.author.id, id)?,
        neighbours: neighbours(tx, viewer, row.author.id, id)?,
        can_edit: me == row.author.id,
        id: row.id,
        author: row.author,
        title: row.title,
        body: row.body,
        posted_at: row.posted_at,
        edited_at: row.edited_at,
    }))
}
