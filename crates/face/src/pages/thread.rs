//! Numbered comments, of whatever they are.

use enishi_core::diary::{Around, Comment};
use enishi_core::ids::{CommunityId, DiaryId, TopicId};

use crate::community_place::CommunityPlace;
use crate::place::Place;

/// What comments are about: it says where they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thread {
    /// An entry.
    Entry(DiaryId),
    /// A topic of a community.
    Topic(CommunityId, TopicId),
}

impl Thread {
    /// What was said before the comment of that number.
    pub fn before(self, number: i32) -> Place {
        match self {
            Thread::Entry(id) => Place::DiaryCommentsBefore(id, number),
            Thread::Topic(place, id) => Place::Community(CommunityPlace::TopicBefore(place, id, number)),
        }
    }

    /// What was said from the comment of that number on.
    pub fn from(self, number: i32) -> Place {
        match self {
            Thread::Entry(id) => Place::DiaryCommentsFrom(id, number),
            Thread::Topic(place, id) => Place::Community(CommunityPlace::TopicFrom(place, id, number)),
        }
    }

    /// One comment, and the form to answer it.
    pub fn reply(self, number: i32) -> Place {
        match self {
            Thread::Entry(id) => Place::DiaryReply(id, number),
            Thread::Topic(place, id) => Place::Community(CommunityPlace::Reply(place, id, number)),
        }
    }

    /// Where a comment is taken away.
    pub fn remove(self, number: i32) -> Place {
        match self {
            Thread::Entry(id) => Place::DiaryCommentRemove(id, number),
            Thread::Topic(place, id) => Place::Community(CommunityPlace::RemoveComment(place, id, number)),
        }
    }
}

/// A page of comments.
pub struct Said {
    /// What they are about.
    pub thread: Thread,
    /// In the order of their numbers.
    pub comments: Vec<Comment>,
    /// What lies around them.
    pub around: Around,
    /// Whether the reader may answer.
    pub may_answer: bool,
}
