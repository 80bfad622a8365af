//! What was typed into the form, read into what an entry may hold.

use super::{Chosen, Talk};
use crate::ids::PictureId;
use crate::text;
use crate::visibility::Visibility;

/// The longest title, in characters.
pub const TITLE_CHARACTERS: usize = 100;
/// The longest body, in characters.
pub const BODY_CHARACTERS: usize = 20_000;
/// The longest description of a photograph, in characters.
pub const ALT_CHARACTERS: usize = 200;
/// How many photographs an entry holds.
pub const MOST_PHOTOS: usize = 4;

/// A photograph to hang on an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPhoto {
    /// One of the author's own pictures.
    pub picture: PictureId,
    /// What it shows, in words, for those who cannot see it.
    pub alt: String,
}

/// What was typed, untouched.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The title as typed.
    pub title: String,
    /// The body as typed.
    pub body: String,
    /// The visibility as sent.
    pub visibility: String,
    /// Who may comment, as sent; empty where nothing was.
    pub comments: String,
    /// The photographs, those kept and those just sent.
    pub photos: Vec<NewPhoto>,
    /// The day on which it shall appear, as typed; empty where it shall at once.
    pub day: String,
    /// The hour of that day, as typed.
    pub hour: String,
    /// The categories it shall be in.
    pub chosen: Chosen,
}

/// One thing wrong with a draft, each with a field of its own to stand beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// An entry needs a title.
    TitleEmpty,
    /// More than [`TITLE_CHARACTERS`].
    TitleTooLong,
    /// An entry needs a body.
    BodyEmpty,
    /// More than [`BODY_CHARACTERS`].
    BodyTooLong,
    /// Not one of the five levels, or not one of the author's groups.
    VisibilityUnknown,
    /// More than [`MOST_PHOTOS`].
    TooManyPhotos,
    /// Not one of the ways to let others comment.
    TalkUnknown,
    /// A photograph that is not the author's, or no longer there.
    PhotoUnknown,
    /// The draft that the form was made for is an entry already.
    Appeared,
    /// More than [`super::MOST_PER_ENTRY`].
    TooManyCategories,
    /// More than [`super::CATEGORY_CHARACTERS`].
    CategoryNameLong,
    /// There are [`super::MOST_CATEGORIES`] already.
    CategoriesFull,
    /// No day that there is.
    DayUnknown,
    /// No hour of a day.
    HourUnknown,
    /// It would have appeared already.
    TimePast,
    /// More than [`super::FURTHEST_YEARS`] from now.
    TimeFar,
}

/// An entry fit to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDiary {
    /// One line.
    pub title: String,
    /// Many lines.
    pub body: String,
    /// Who may read it.
    pub visibility: Visibility,
    /// Who of those may comment.
    pub talk: Talk,
    /// At most [`MOST_PHOTOS`].
    pub photos: Vec<NewPhoto>,
    /// The categories it is in.
    pub chosen: Chosen,
}

impl Draft {
    /// Reads the draft, or says everything that is wrong with it at once.
    pub fn read(self) -> Result<NewDiary, Vec<Fault>> {
        let title = text::one_line(&self.title);
        let body = text::many_lines(&self.body);
        let visibility = self.visibility.parse().ok();
        let talk = self.talk();
        let mut faults = Vec::new();
        match text::count(&title) {
            _ if !text::is_visible(&title) => faults.push(Fault::TitleEmpty),
            n if n > TITLE_CHARACTERS => faults.push(Fault::TitleTooLong),
            _ => {}
        }
        match text::count(&body) {
            0 => faults.push(Fault::BodyEmpty),
            n if n > BODY_CHARACTERS => faults.push(Fault::BodyTooLong),
            _ => {}
        }
        if visibility.is_none() {
            faults.push(Fault::VisibilityUnknown);
        }
        if talk.is_none() {
            faults.push(Fault::TalkUnknown);
        }
        if self.photos.len() > MOST_PHOTOS {
            faults.push(Fault::TooManyPhotos);
        }
        let (chosen, fault) = self.chosen.read();
        faults.extend(fault);
        match (visibility, talk) {
            (Some(visibility), Some(talk)) if faults.is_empty() => {
                let photos = self.photos.into_iter().map(shorten_alt).collect();
                Ok(NewDiary { title, body, visibility, talk, photos, chosen })
            }
            _ => Err(faults),
        }
    }

    /// Who may comment; everyone where nothing was said.
    pub(super) fn talk(&self) -> Option<Talk> {
        if self.comments.is_empty() { Some(Talk::default()) } else { Talk::from_key(&self.comments) }
    }
}

pub(super) fn shorten_alt(photo: NewPhoto) -> NewPhoto {
    let alt = text::one_line(&photo.alt).chars().take(ALT_CHARACTERS).collect();
    NewPhoto { alt, ..photo }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(title: &str, body: &str, visibility: &str, expected: &[Fault]) {
        let draft = Draft {
            title: title.to_owned(),
            body: body.to_owned(),
            visibility: visibility.to_owned(),
            ..Draft::default()
        };
        assert_eq!(draft.read().err().unwrap_or_default(), expected);
    }

    #[test]
    fn every_fault_is_said_at_once() {
        check("夕焼け", "きれいでした。", "friends_of_friends", &[]);
        check(" \u{3000}", "", "everyone", &[Fault::TitleEmpty, Fault::BodyEmpty, Fault::VisibilityUnknown]);
        check(&"長".repeat(101), "あ", "group:zz", &[Fault::TitleTooLong]);
        check("題", &"👨‍👩‍👧".repeat(BODY_CHARACTERS), "members", &[]);
        check("題", &"あ".repeat(BODY_CHARACTERS + 1), "members", &[Fault::BodyTooLong]);
    }
}
