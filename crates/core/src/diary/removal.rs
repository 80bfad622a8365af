//! What is told before a comment goes: whose it is, and what goes with it.

use super::list::excerpt;
use super::queries;
use crate::ids::{DiaryId, MemberId};
use crate::member::Card;
use crate::store::{Result, Tx};

/// A comment that a member may remove.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentRemoval {
    /// Who wrote it, if that is somebody else.
    pub writer: Option<Card>,
    /// Its first words, on one line; empty where a photograph stands alone.
    pub words: String,
    /// Whether a photograph goes with it.
    pub has_photo: bool,
}

impl CommentRemoval {
    pub(crate) fn asked_of(me: MemberId, writer: Card, body: &str, has_photo: bool) -> CommentRemoval {
        CommentRemoval {
            writer: Some(writer).filter(|writer| writer.id != me),
            words: excerpt(body),
            has_photo,
        }
    }
}

/// What [`super::remove_comment`] would take away; nothing where the member may not.
pub fn comment_removal(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: DiaryId,
    number: i32,
) -> Result<Option<CommentRemoval>> {
    let found = queries::find_removable(tx, me, id, number)?;
    Ok(found.map(|(writer, body, has_photo)| CommentRemoval::asked_of(me, writer, &body, has_photo)))
}
