//! What the cast mark each other with, each for themselves, and whom they would have meet.

use enishi_core::diary::{self, NewDiary, NewPhoto, Photo};
use enishi_core::favourite;
use enishi_core::meeting;
use enishi_core::mute::{self, Rest};
use enishi_core::visibility::{Kind, Visibility};

use super::LoadError;
use super::marks::{Favourite, Meeting, Mute, Opening};
use super::stage::{Outcome, Stage};

impl Stage<'_> {
    pub(super) fn keep(&self, kept: &Favourite) -> Outcome {
        let (by, other) = (self.member(&kept.by)?, self.member(&kept.other)?);
        self.write(move |tx| favourite::keep(tx, by, other).map_err(LoadError::refused))
    }

    pub(super) fn rest(&self, resting: &Mute) -> Outcome {
        let (by, other) = (self.member(&resting.by)?, self.member(&resting.other)?);
        self.write(move |tx| {
            mute::rest(tx, by, other, Kind::Diary, Rest::ForGood).map_err(LoadError::refused)
        })
    }

    /// Others have commented on it, so it opens a day later.
    pub(super) fn open(&self, opening: &'static Opening) -> Outcome {
        let by = self.member(&opening.by)?;
        let entry = self.entries.get(opening.entry.as_str()).copied();
        let entry = entry.ok_or_else(|| LoadError::unknown("entry", &opening.entry))?;
        self.write(move |tx| {
            let page = diary::form(tx, by, Some(entry), None)?;
            let page = page.ok_or_else(|| LoadError::unknown("entry of theirs", &opening.entry))?;
            let photo = |photo: Photo| NewPhoto { picture: photo.picture, alt: photo.alt };
            let new = NewDiary {
                title: page.title,
                body: page.body,
                visibility: Visibility::Members,
                talk: page.talk,
                photos: page.photos.into_iter().map(photo).collect(),
                chosen: page.chosen,
            };
            diary::edit(tx, by, entry, &new, true).map(drop).map_err(LoadError::refused)
        })
    }

    pub(super) fn offer(&self, offered: &'static Meeting) -> Outcome {
        let (by, one) = (self.member(&offered.by)?, self.member(&offered.one)?);
        let other = self.member(&offered.other)?;
        self.write(move |tx| meeting::offer(tx, by, one, other, &offered.message).map_err(LoadError::refused))
    }
}
