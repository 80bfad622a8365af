//! Topics: what is talked about in a community, each with numbered comments.
//!
//! A topic is there for whoever reads the community and can be shown its words, or somebody else's in it. Words that
//! cannot be shown (taken away, their author gone, or a block between) are a gap, the same for every cause (rule b-3).
//! The owner of the place sees what is written in it whoever blocks whom (CO-15).

mod closed;
mod comment;
mod list;
mod post;
pub(crate) mod queries;
mod remove;
mod show;

pub use closed::{ClosedWords, ClosedWordsPage, WordsTurn, closed};
pub use comment::comment;
pub(super) use list::newest;
pub use list::{NewTopic, NoSuchTurn, TOPICS_PER_PAGE, TopicLine, TopicsPage, TopicsTurn, list, new_for};
pub use post::{BODY_CHARACTERS, COMMENT_CHARACTERS, TITLE_CHARACTERS, TopicError, may_begin, post};
pub use remove::{Removal, comment_removal, is_closed_to, removal, remove, remove_comment};
pub(super) use remove::{forget_all, forget_words_of};
pub use show::{Opening, TopicPage, page_of_comment, show};
