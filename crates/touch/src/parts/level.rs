//! The five levels of visibility in words, in the one order that every page shows them in.

use std::borrow::Cow;

use enishi_core::visibility::Visibility;
use enishi_face::Words;

/// A level, whichever group it may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    Members,
    FriendsOfFriends,
    Friends,
    Group,
    OnlyMe,
}

impl Level {
    pub(crate) const ALL: [Level; 5] =
        [Level::Members, Level::FriendsOfFriends, Level::Friends, Level::Group, Level::OnlyMe];

    /// As forms say it; a group is completed by its id.
    pub(crate) fn value(self) -> &'static str {
        match self {
            Level::Members => "members",
            Level::FriendsOfFriends => "friends_of_friends",
            Level::Friends => "friends",
            Level::Group => "group",
            Level::OnlyMe => "only_me",
        }
    }

    /// From what a form says: `group:<id>` is a group too.
    pub(crate) fn from_value(value: &str) -> Option<Level> {
        let value = value.split(':').next().unwrap_or_default();
        Level::ALL.into_iter().find(|level| level.value() == value)
    }

    /// The visibility it stands for by itself; a group is one only with its id.
    pub(crate) fn fixed(self) -> Option<Visibility> {
        self.value().parse().ok()
    }

    pub(crate) fn of(visibility: Visibility) -> Level {
        match visibility {
            Visibility::Members => Level::Members,
            Visibility::FriendsOfFriends => Level::FriendsOfFriends,
            Visibility::Friends => Level::Friends,
            Visibility::Group(_) => Level::Group,
            Visibility::OnlyMe => Level::OnlyMe,
        }
    }

    pub(crate) fn name(self, words: &'static Words) -> Cow<'static, str> {
        match self {
            Level::Members => words.say("level-members"),
            Level::FriendsOfFriends => words.say("level-friends_of_friends"),
            Level::Friends => words.say("level-friends"),
            Level::Group => words.say("level-group"),
            Level::OnlyMe => words.say("level-only_me"),
        }
    }

    pub(crate) fn hint(self, words: &'static Words) -> Cow<'static, str> {
        match self {
            Level::Members => words.say("level-members-hint"),
            Level::FriendsOfFriends => words.say("level-friends_of_friends-hint"),
            Level::Friends => words.say("level-friends-hint"),
            Level::Group => words.say("level-group-hint"),
            Level::OnlyMe => words.say("level-only_me-hint"),
        }
    }
}
