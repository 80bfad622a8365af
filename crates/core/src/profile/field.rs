//! The fields of a profile.

use crate::visibility::Visibility;

/// Something members may say of themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// A few words of introduction; several lines.
    About,
    /// The name on paper, for those who should know it.
    RealName,
    /// Month and day, as people write them.
    Birthday,
    /// Where they live.
    LivesIn,
    /// Where they come from.
    Hometown,
    /// What they do.
    Occupation,
    /// What they like.
    Interests,
    /// No words of its own: who may know this member's friends.
    Ties,
}

impl Field {
    /// The fields with words, in the order every page shows them.
    pub const SPOKEN: [Field; 7] = [
        Field::About,
        Field::RealName,
        Field::Birthday,
        Field::LivesIn,
        Field::Hometown,
        Field::Occupation,
        Field::Interests,
    ];

    /// The name in forms and in the database; its visibility is asked as `<key>_visibility`.
    pub fn key(self) -> &'static str {
        match self {
            Field::About => "about",
            Field::RealName => "real_name",
            Field::Birthday => "birthday",
            Field::LivesIn => "lives_in",
            Field::Hometown => "hometown",
            Field::Occupation => "occupation",
            Field::Interests => "interests",
            Field::Ties => "friends",
        }
    }

    /// From its name.
    pub fn from_key(key: &str) -> Option<Field> {
        Field::SPOKEN.into_iter().chain([Field::Ties]).find(|field| field.key() == key)
    }

    /// The longest answer, in characters.
    pub fn most_characters(self) -> usize {
        match self {
            Field::About => 2000,
            Field::Ties => 0,
            _ => 100,
        }
    }

    /// Whether an answer may run over several lines.
    pub fn is_long(self) -> bool {
        self == Field::About
    }

    /// What is offered before a member chose: the nearer to the person on paper, the narrower.
    pub fn first_visibility(self) -> Visibility {
        match self {
            Field::About | Field::Interests => Visibility::Members,
            Field::LivesIn | Field::Hometown | Field::Ties => Visibility::FriendsOfFriends,
            Field::RealName | Field::Birthday | Field::Occupation => Visibility::Friends,
        }
    }
}
