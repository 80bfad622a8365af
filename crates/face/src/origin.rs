//! Where somebody stood when they asked to be rid of somebody else: there a "no" leads back to.
//!
//! It travels in the address as one of these and nothing else, so that no address leads anywhere but to a page of ours.

use std::fmt;
use std::str::FromStr;

use enishi_core::ids::{CommunityId, DiaryId, MemberId, NotAnId, TopicId};

use crate::community_place::CommunityPlace;
use crate::pages::Thread;
use crate::place::Place;

/// A page that leads to being rid of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Who came by.
    Footprints,
    /// Requests both ways.
    Requests,
    /// Voices of me and my friends.
    Voices,
    /// What friends say of me.
    Introductions,
    /// The page of that very person.
    Page,
    /// Their voices.
    TheirVoices,
    /// An entry.
    Entry(DiaryId),
    /// A topic of a community.
    Topic(CommunityId, TopicId),
    /// A comment.
    Said(Thread, i32),
}

impl Origin {
    /// The page itself, where `whom` was met.
    pub fn place(self, whom: MemberId) -> Place {
        match self {
            Origin::Footprints => Place::Footprints,
            Origin::Requests => Place::FriendRequests,
            Origin::Voices => Place::Voices,
            Origin::Introductions => Place::MyIntroductions,
            Origin::Page => Place::Member(whom),
            Origin::TheirVoices => Place::MemberVoices(whom),
            Origin::Entry(id) => Place::Diary(id),
            Origin::Topic(place, id) => Place::Community(CommunityPlace::Topic(place, id)),
            Origin::Said(thread, number) => thread.from(number),
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Footprints => out.write_str("footprints"),
            Origin::Requests => out.write_str("requests"),
            Origin::Voices => out.write_str("voices"),
            Origin::Introductions => out.write_str("introductions"),
            Origin::Page => out.write_str("page"),
            Origin::TheirVoices => out.write_str("theirs"),
            Origin::Entry(id) => write!(out, "entry-{id}"),
            Origin::Topic(place, id) => write!(out, "topic-{place}-{id}"),
            Origin::Said(Thread::Entry(id), number) => write!(out, "entry-{id}-{number}"),
            Origin::Said(Thread::Topic(place, id), number) => write!(out, "topic-{place}-{id}-{number}"),
        }
    }
}

impl FromStr for Origin {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Origin, NotAnId> {
        let parts: Vec<&str> = text.split('-').collect();
        Ok(match parts.as_slice() {
            ["footprints"] => Origin::Footprints,
            ["requests"] => Origin::Requests,
            ["voices"] => Origin::Voices,
            ["introductions"] => Origin::Introductions,
            ["page"] => Origin::Page,
            ["theirs"] => Origin::TheirVoices,
            ["entry", id] => Origin::Entry(id.parse()?),
            ["entry", id, at] => Origin::Said(Thread::Entry(id.parse()?), number(at)?),
            ["topic", place, id] => Origin::Topic(place.parse()?, id.parse()?),
            ["topic", place, id, at] => Origin::Said(Thread::Topic(place.parse()?, id.parse()?), number(at)?),
            _ => return Err(NotAnId),
        })
    }
}

fn number(text: &str) -> Result<i32, NotAnId> {
    text.parse().map_err(|_| NotAnId)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_as_it_is_written_and_leads_nowhere_else() {
        let (entry, topic) = (DiaryId::from(77), (CommunityId::from(5), TopicId::from(1 << 40)));
        for origin in [
            Origin::Footprints,
            Origin::Requests,
            Origin::Voices,
            Origin::Introductions,
            Origin::Page,
            Origin::TheirVoices,
            Origin::Entry(entry),
            Origin::Topic(topic.0, topic.1),
            Origin::Said(Thread::Entry(entry), 3),
            Origin::Said(Thread::Topic(topic.0, topic.1), 12),
        ] {
            assert_eq!(origin.to_string().parse(), Ok(origin));
            assert!(origin.place(MemberId::from(9)).to_string().starts_with('/'));
        }
        for other in ["", "home", "//evil", "entry-", "entry-/evil", "topic-5", "entry-5-x", "page-5"] {
            assert_eq!(other.parse::<Origin>(), Err(NotAnId), "{other}");
        }
    }
}
