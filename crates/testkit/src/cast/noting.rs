//! What the cast notes about each other, each for themselves alone.

use enishi_core::private_note::{self, Note};

use super::LoadError;
use super::script::Noted;
use super::stage::{Outcome, Stage};

impl Stage<'_> {
    /// Somebody notes something about somebody.
    pub(super) fn note(&self, noted: &'static Noted) -> Outcome {
        let (by, of) = (self.member(&noted.by)?, self.member(&noted.of)?);
        let note = Note { real_name: noted.real_name.clone(), memo: noted.memo.clone() };
        self.write(move |tx| private_note::keep(tx, by, of, &note).map_err(LoadError::refused))
    }
}
