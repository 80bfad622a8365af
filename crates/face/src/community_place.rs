//! Addresses of communities and of what is talked about in them.

use std::fmt;

use enishi_core::community::RequestsTurn;
use enishi_core::community::topic::{TopicsTurn, WordsTurn};
use enishi_core::ids::{CommunityId, MemberId, TopicId};

/// A page of a community.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommunityPlace {
    /// Communities; look for some (POST).
    All,
    /// All there are.
    Every,
    /// The rest of them, after one.
    EveryAfter(CommunityId),
    /// What I wrote in those that are closed to me.
    Closed,
    /// Older words of mine.
    ClosedFrom(WordsTurn),
    /// Found one.
    New,
    /// One of them.
    One(CommunityId),
    /// Change it.
    Edit(CommunityId),
    /// Come in, or ask to (POST).
    Join(CommunityId),
    /// Ask no more (POST).
    Withdraw(CommunityId),
    /// Leave it (GET asks; POST does).
    Leave(CommunityId),
    /// Who is shown that I belong (POST).
    ShownTo(CommunityId),
    /// Who belongs.
    Members(CommunityId),
    /// The rest of them, after somebody.
    MembersAfter(CommunityId, MemberId),
    /// Who asks to come in.
    Requests(CommunityId),
    /// The rest of them.
    RequestsFrom(CommunityId, RequestsTurn),
    /// Answer somebody who asks (POST).
    Answer(CommunityId, MemberId),
    /// Choose whom to hand it over to.
    HandOver(CommunityId),
    /// The rest of them, after somebody.
    HandOverAfter(CommunityId, MemberId),
    /// Offer it to somebody (GET asks; POST does).
    HandOverTo(CommunityId, MemberId),
    /// Keep it after all (POST).
    Keep(CommunityId),
    /// Take it over, or do not (POST).
    TakeOver(CommunityId),
    /// End it (GET asks; POST does).
    End(CommunityId),
    /// What is talked about.
    Topics(CommunityId),
    /// Older topics.
    TopicsFrom(CommunityId, TopicsTurn),
    /// Begin a topic.
    NewTopic(CommunityId),
    /// A topic; say something in it (POST).
    Topic(CommunityId, TopicId),
    /// What was said before the comment of that number.
    TopicBefore(CommunityId, TopicId, i32),
    /// What was said from the comment of that number on.
    TopicFrom(CommunityId, TopicId, i32),
    /// One comment, and the form to answer it.
    Reply(CommunityId, TopicId, i32),
    /// Take a topic away (GET asks; POST does).
    RemoveTopic(CommunityId, TopicId),
    /// Take a comment away (POST).
    RemoveComment(CommunityId, TopicId, i32),
    /// Somebody's communities.
    Of(MemberId),
}

impl fmt::Display for CommunityPlace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CommunityPlace::All => out.write_str("/communities"),
            CommunityPlace::Every => out.write_str("/communities/all"),
            CommunityPlace::EveryAfter(after) => write!(out, "/communities/all?after={after}"),
            CommunityPlace::Closed => out.write_str("/communities/closed"),
            CommunityPlace::ClosedFrom(turn) => write!(out, "/communities/closed?from={turn}"),
            CommunityPlace::New => out.write_str("/communities/new"),
            CommunityPlace::One(id) => write!(out, "/communities/{id}"),
            CommunityPlace::Edit(id) => write!(out, "/communities/{id}/edit"),
            CommunityPlace::Join(id) => write!(out, "/communities/{id}/join"),
            CommunityPlace::Withdraw(id) => write!(out, "/communities/{id}/withdraw"),
            CommunityPlace::Leave(id) => write!(out, "/communities/{id}/leave"),
            CommunityPlace::ShownTo(id) => write!(out, "/communities/{id}/shown"),
            CommunityPlace::Members(id) => write!(out, "/communities/{id}/members"),
            CommunityPlace::MembersAfter(id, after) => write!(out, "/communities/{id}/members?after={after}"),
            CommunityPlace::Requests(id) => write!(out, "/communities/{id}/requests"),
            CommunityPlace::RequestsFrom(id, turn) => write!(out, "/communities/{id}/requests?from={turn}"),
            CommunityPlace::Answer(id, member) => write!(out, "/communities/{id}/requests/{member}"),
            CommunityPlace::HandOver(id) => write!(out, "/communities/{id}/hand-over"),
            CommunityPlace::HandOverAfter(id, after) => {
                write!(out, "/communities/{id}/hand-over?after={after}")
            }
            CommunityPlace::HandOverTo(id, member) => write!(out, "/communities/{id}/hand-over/{member}"),
            CommunityPlace::Keep(id) => write!(out, "/communities/{id}/keep"),
            CommunityPlace::TakeOver(id) => write!(out, "/communities/{id}/take-over"),
            CommunityPlace::End(id) => write!(out, "/communities/{id}/end"),
            CommunityPlace::Topics(id) => write!(out, "/communities/{id}/topics"),
            CommunityPlace::TopicsFrom(id, turn) => write!(out, "/communities/{id}/topics?from={turn}"),
            CommunityPlace::NewTopic(id) => write!(out, "/communities/{id}/topics/new"),
            CommunityPlace::Topic(id, topic) => write!(out, "/communities/{id}/topics/{topic}"),
            CommunityPlace::TopicBefore(id, topic, before) => {
                write!(out, "/communities/{id}/topics/{topic}?before={before}")
            }
            CommunityPlace::TopicFrom(id, topic, from) => {
                write!(out, "/communities/{id}/topics/{topic}?from={from}")
            }
            CommunityPlace::Reply(id, topic, number) => {
                write!(out, "/communities/{id}/topics/{topic}?reply={number}")
            }
            CommunityPlace::RemoveTopic(id, topic) => write!(out, "/communities/{id}/topics/{topic}/remove"),
            CommunityPlace::RemoveComment(id, topic, number) => {
                write!(out, "/communities/{id}/topics/{topic}/comments/{number}/remove")
            }
            CommunityPlace::Of(id) => write!(out, "/members/{id}/communities"),
        }
    }
}
