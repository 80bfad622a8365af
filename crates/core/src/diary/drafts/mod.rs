//! Drafts: what somebody has begun to write, or wanted to post and could not. Nobody but their author ever sees one,
//! and none ever gets too old: it stays until it is posted or thrown away.

mod aside;
mod go;
mod keep;
mod list;

pub use aside::set_aside;
pub(crate) use go::forget_drafts;
pub use go::{settle, throw_away};
pub use keep::{Keep, KeepError, Kept, Why, keep_draft};
pub(super) use list::count;
pub use list::{DraftLine, DraftsPage, drafts};

use super::draft::shorten_alt;
use super::{Chosen, Draft, HeldBack, NewPhoto, Talk, queries};
use crate::ids::{DiaryId, DraftId, MemberId};
use crate::moment::Moment;
use crate::picture;
use crate::store::{Result, Tx};
use crate::text;
use crate::visibility::Visibility;

/// How many drafts one keeps by pressing the button.
pub const MOST_DRAFTS: i64 = 20;
/// Room beyond that for what could not be posted: whoever has filled their drafts loses nothing by it.
const SPARE_DRAFTS: i64 = 10;
/// The longest draft, title and body together, in characters: twice an entry, so that one too long can be shortened.
pub const DRAFT_CHARACTERS: usize = 40_000;

/// A draft as it lies in the database, but for its photographs.
#[derive(Clone, Debug)]
pub struct KeptDraft {
    /// Which.
    pub id: DraftId,
    /// The entry it would change.
    pub entry: Option<DiaryId>,
    /// Its words.
    pub text: DraftText,
    /// When it is posted by itself; `None` where it waits for its author.
    pub due_at: Option<Moment>,
    /// Why it was not posted at its time.
    pub held_back: Option<HeldBack>,
}

/// The words of a draft, made fit to keep and else as they were typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftText {
    /// One line; may be empty.
    pub title: String,
    /// Many lines; may be empty.
    pub body: String,
    /// Who shall read it; `None` where nothing was chosen.
    pub visibility: Option<Visibility>,
    /// Who shall comment.
    pub talk: Talk,
    /// The day on which it shall appear, as typed.
    pub day: String,
    /// The hour, as typed.
    pub hour: String,
    /// The categories it shall be in.
    pub chosen: Chosen,
}

/// The longest day or hour that is kept, in signs: more was no date anyway.
const MOST_TIME_SIGNS: usize = 20;

fn time_as_typed(typed: &str) -> String {
    text::one_line(typed).chars().take(MOST_TIME_SIGNS).collect()
}

impl DraftText {
    /// `chosen` is what of the categories is the author's own.
    fn of(typed: &Draft, chosen: Chosen) -> DraftText {
        DraftText {
            chosen,
            title: text::one_line(&typed.title),
            body: text::many_lines(&typed.body),
            visibility: typed.visibility.parse().ok(),
            talk: typed.talk().unwrap_or_default(),
            day: time_as_typed(&typed.day),
            hour: time_as_typed(&typed.hour),
        }
    }

    /// How long the body is.
    pub(super) fn characters(&self) -> i32 {
        i32::try_from(text::count(&self.body)).unwrap_or(i32::MAX)
    }

    fn is_empty(&self) -> bool {
        !text::is_visible(&self.title) && self.body.is_empty()
    }

    fn is_too_long(&self) -> bool {
        text::count(&self.title) + text::count(&self.body) > DRAFT_CHARACTERS
    }
}

/// One of the author's own drafts; anybody else's does not exist.
pub fn find_draft(tx: &mut Tx<'_>, me: MemberId, id: DraftId) -> Result<Option<KeptDraft>> {
    queries::find_draft(tx, me, id)
}

/// Of the photographs that were sent along, those that are the author's own.
fn own_photos(tx: &mut Tx<'_>, me: MemberId, photos: &[NewPhoto]) -> Result<Vec<NewPhoto>> {
    let mut own = Vec::new();
    for photo in photos.iter().take(super::MOST_PHOTOS) {
        if picture::queries::is_own(tx, me, photo.picture)? {
            own.push(shorten_alt(photo.clone()));
        }
    }
    Ok(own)
}
