//! What the cast mark each other with, each for themselves, and whom they would have meet.

use enishi_core::favourite;
use enishi_core::meeting;
use enishi_core::mute::{self, Rest};
use enishi_core::visibility::Kind;

use super::LoadError;
use super::marks::{Favourite, Meeting, Mute};
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

    pub(super) fn offer(&self, offered: &'static Meeting) -> Outcome {
        let (by, one) = (self.member(&offered.by)?, self.member(&offered.one)?);
        let other = self.member(&offered.other)?;
        self.write(move |tx| meeting::offer(tx, by, one, other, &offered.message).map_err(LoadError::refused))
    }
}
