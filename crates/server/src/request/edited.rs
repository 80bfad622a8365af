//! An edited field, put together with what a small phone was not shown of it.

use enishi_face::Phrase;
use enishi_keitai::edit::{edit_mark, join_restored};
use enishi_keitai::{encoder_for, text};

use super::ask::Ask;

/// Beside a field that holds one piece of a longer text: which piece, of how many, of what text.
pub const PIECE_FIELDS: [&str; 3] = ["part", "parts", "mark"];

impl Ask {
    /// What a field of an edit form makes of the text kept so far.
    ///
    /// A field that was not on the form changes nothing. Characters that the phone could not show come back as
    /// they were (rule b-12). A piece goes into its place, unless the text was changed elsewhere meanwhile.
    pub fn edited(&self, field: &str, kept: &str) -> Result<String, Phrase> {
        let Some(typed) = self.typed.find(field) else { return Ok(kept.to_owned()) };
        let beside = |name: &str| self.typed.get(&format!("{field}_{name}")).to_owned();
        let profile = self.profile();
        let (Ok(part), Ok(parts)) = (beside("part").parse(), beside("parts").parse()) else {
            return Ok(text::restore(typed, kept, encoder_for(&profile)));
        };
        if beside("mark") != edit_mark(kept) {
            return Err(Phrase::new("changed-elsewhere"));
        }
        join_restored(kept, part, parts, typed, &profile).ok_or_else(|| Phrase::new("trouble-bad"))
    }
}
