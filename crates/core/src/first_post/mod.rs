//! First posts of newcomers, which wait to be looked at while an operator asks for it.
//!
//! A wave of strangers is met so without shutting anybody out: what they write is there for themselves and for nobody
//! else until an operator lets it go. A post that waits is kept as "only me" with a row beside it that knows what its
//! author wanted, so neither the visibility's twins nor any feed, count or search knows of the wait, and none can leak it.

mod answer;
mod hold;
mod queries;

pub use answer::{
    HELD_PER_PAGE, HeldPage, HeldPost, RemovedPosts, count_waiting, find_photo, let_through, remove, waiting,
    waiting_longest,
};
pub use hold::{are_held, hold};
pub(crate) use hold::{forget, is_waiting, must_wait, narrow_wanted, sieve_changed, sieve_new, wanted};

use crate::ids::{DiaryId, VoiceId};

/// Something that may wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Post {
    /// An entry.
    Entry(DiaryId),
    /// A voice.
    Voice(VoiceId),
}

/// No post is called so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a post")]
pub struct NotAPost;

impl Post {
    /// Its kind and its id, as they are stored.
    fn stored(self) -> (i16, i64) {
        match self {
            Post::Entry(id) => (1, id.into()),
            Post::Voice(id) => (2, id.into()),
        }
    }
}

impl std::fmt::Display for Post {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Post::Entry(id) => write!(out, "entry-{id}"),
            Post::Voice(id) => write!(out, "voice-{id}"),
        }
    }
}

impl std::str::FromStr for Post {
    type Err = NotAPost;

    fn from_str(text: &str) -> Result<Post, NotAPost> {
        match text.split_once('-') {
            Some(("entry", id)) => id.parse().map(Post::Entry).map_err(|_| NotAPost),
            Some(("voice", id)) => id.parse().map(Post::Voice).map_err(|_| NotAPost),
            _ => Err(NotAPost),
        }
    }
}
