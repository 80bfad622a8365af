//! What notices are about, as a member chooses among them.

use super::Kind;

/// Declares the topics, each with its bit and the name of its field in forms.
macro_rules! topics {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $key:literal;)*) => {
        /// What a member may choose to be told of, one by one (NF-04).
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Topic {
            $($(#[$doc])* $name,)*
        }

        impl Topic {
            /// All there are, in the order they are asked.
            pub const ALL: &'static [Topic] = &[$(Topic::$name,)*];

            /// Its bit in what is kept. It never changes once used.
            pub(in crate::notice) const fn bit(self) -> i16 {
                match self { $(Topic::$name => 1 << $bit,)* }
            }

            /// The name of its field in forms.
            pub const fn key(self) -> &'static str {
                match self { $(Topic::$name => $key,)* }
            }

            /// The name of the field that says whose doing is told.
            pub const fn source_key(self) -> &'static str {
                match self { $(Topic::$name => concat!($key, "_from"),)* }
            }
        }
    };
}

topics! {
    /// Comments on my entries.
    OwnEntry = 0, "own";
    /// Comments on entries I commented on.
    JoinedEntry = 1, "joined";
    /// Likes of my entries.
    Liked = 2, "liked";
    /// Somebody asks for my friendship.
    Requests = 3, "requests";
    /// Somebody accepted mine.
    Accepted = 4, "accepted";
    /// Somebody thanks me for my footprint.
    Thanked = 5, "thanked";
    /// What friends wrote.
    FriendsEntries = 6, "friends";
    /// A friend's birthday.
    Birthdays = 7, "birthdays";
    /// Comments on my topics in communities.
    OwnTopic = 8, "topics";
    /// A community has let me in, or is mine now.
    Places = 9, "places";
    /// A friend shows what I say of them, or somebody would like to meet me too.
    Meetings = 10, "meetings";
}

impl Topic {
    /// Whether it can be silent. Requests wait for an answer, and what friends wrote is what home is for; so is their day.
    pub const fn can_be_silent(self) -> bool {
        !matches!(self, Topic::Requests | Topic::FriendsEntries | Topic::Birthdays)
    }

    /// Whether phones may ring for it: not for every entry of every friend, and not for what nobody did.
    pub const fn can_ring(self) -> bool {
        !matches!(self, Topic::FriendsEntries | Topic::Birthdays)
    }

    /// Whether a member may be told of it from one group of friends alone: of what a person did who may be in one.
    /// Whoever asks for a friendship, has just accepted one, or would like to meet is in none yet; in a community one
    /// talks with whoever belongs to it.
    pub const fn can_be_narrowed(self) -> bool {
        use Topic::{Accepted, Meetings, OwnTopic, Places, Requests};
        !matches!(self, Requests | Accepted | OwnTopic | Places | Meetings)
    }

    /// The topic of a bit.
    pub(in crate::notice) fn of_bit(bit: i16) -> Option<Topic> {
        Topic::ALL.iter().copied().find(|topic| topic.bit() == bit)
    }

    /// The notices about it, as they are kept; none if it leaves none.
    pub(super) const fn kinds(self) -> &'static [Kind] {
        match self {
            Topic::OwnEntry => &[Kind::OwnEntry],
            Topic::JoinedEntry => &[Kind::JoinedEntry],
            Topic::Liked => &[Kind::Liked],
            Topic::Accepted => &[Kind::Accepted],
            Topic::Thanked => &[Kind::Thanked],
            Topic::OwnTopic => &[Kind::OwnTopic],
            Topic::Places => &[Kind::LetIn, Kind::PassedOn],
            Topic::Meetings => &[Kind::IntroductionShown, Kind::Met],
            Topic::Requests | Topic::FriendsEntries | Topic::Birthdays => &[],
        }
    }
}

impl Kind {
    /// What it is about; `None` for what guards the account or waits for an answer, which is always
    /// told.
    pub(super) const fn topic(self) -> Option<Topic> {
        match self {
            Kind::OwnEntry => Some(Topic::OwnEntry),
            Kind::JoinedEntry => Some(Topic::JoinedEntry),
            Kind::Liked => Some(Topic::Liked),
            Kind::Accepted => Some(Topic::Accepted),
            Kind::Thanked => Some(Topic::Thanked),
            Kind::OwnTopic => Some(Topic::OwnTopic),
            Kind::LetIn | Kind::PassedOn => Some(Topic::Places),
            Kind::IntroductionShown | Kind::Met => Some(Topic::Meetings),
            Kind::Opens
            | Kind::RecoveryBegun
            | Kind::Recovered
            | Kind::FriendsRefused
            | Kind::TrustedChosen
            | Kind::FriendAsked
            | Kind::Introduced
            | Kind::HeldBack => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_topics_share_a_bit_or_a_field() {
        for (at, topic) in Topic::ALL.iter().enumerate() {
            for other in &Topic::ALL[at + 1..] {
                assert!(topic.bit() != other.bit() && topic.key() != other.key(), "{topic:?} {other:?}");
            }
        }
    }
}
