//! Voices: a line of at most [`CHARACTERS`], with a visibility of its own. Reading one leaves no footprint.

mod list;
mod post;
pub(crate) mod queries;

pub use list::{VOICES_PER_PAGE, VoiceLine, VoicesPage, list, list_of, newest_of, recent};
pub use post::{VoiceError, delete, find_own, post};

/// The longest voice, in characters.
pub const CHARACTERS: usize = 150;
