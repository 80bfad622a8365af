//! The fields of a profile.

use std::borrow::Cow;

use super::birthday;
use crate::visibility::Visibility;

/// Something members may say of themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// A few words of introduction; several lines.
    About,
    /// The name on paper, for those who should know it.
    RealName,
    /// Month and day.
    Birthday,
    /// The year they were born in.
    BirthYear,
    /// How old they are. No words of its own: it follows from day and year, whoever may see those.
    Age,
    /// Where they live.
    LivesIn,
    /// Where they come from.
    Hometown,
    /// What they do.
    Occupation,
    /// What they like.
    Interests,
    /// Roughly when they were here last. No words of its own: it is kept only while somebody may know it.
    LastSeen,
    /// No words of its own: who may know this member's friends.
    Ties,
    /// No words of its own: who may read what friends say of this member.
    Introductions,
}

impl Field {
    /// The fields that say something, in the order every page shows them.
    pub const SPOKEN: [Field; 10] = [
        Field::About,
        Field::RealName,
        Field::Birthday,
        Field::BirthYear,
        Field::Age,
        Field::LivesIn,
        Field::Hometown,
        Field::Occupation,
        Field::Interests,
        Field::LastSeen,
    ];

    /// Every field, those that say nothing last.
    pub fn all() -> impl Iterator<Item = Field> {
        Field::SPOKEN.into_iter().chain([Field::Ties, Field::Introductions])
    }

    /// Whether it is a choice alone.
    pub fn is_wordless(self) -> bool {
        matches!(self, Field::Age | Field::LastSeen | Field::Ties | Field::Introductions)
    }

    /// The name in forms and in the database; its visibility is asked as `<key>_visibility`.
    pub fn key(self) -> &'static str {
        match self {
            Field::About => "about",
            Field::RealName => "real_name",
            Field::Birthday => "birthday",
            Field::BirthYear => "birth_year",
            Field::Age => "age",
            Field::LivesIn => "lives_in",
            Field::Hometown => "hometown",
            Field::Occupation => "occupation",
            Field::Interests => "interests",
            Field::LastSeen => "last_seen",
            Field::Ties => "friends",
            Field::Introductions => "introductions",
        }
    }

    /// From its name.
    pub fn from_key(key: &str) -> Option<Field> {
        Field::all().find(|field| field.key() == key)
    }

    /// The longest answer, in characters.
    pub fn most_characters(self) -> usize {
        match self {
            Field::About => 2000,
            Field::Age | Field::LastSeen | Field::Ties | Field::Introductions => 0,
            _ => 100,
        }
    }

    /// What of an answer can be searched: a date in the spellings people look for it in. An age has no words, so nobody
    /// finds it by trying years.
    pub(crate) fn searched(self, value: &str) -> Cow<'_, str> {
        match self {
            Field::Birthday => birthday::read(value).map_or(Cow::Borrowed(""), |read| {
                let day = read.day;
                Cow::Owned(format!("{}月{}日 {}", day.month(), day.day(), day.typed()))
            }),
            Field::BirthYear if value.is_empty() => Cow::Borrowed(""),
            Field::BirthYear => Cow::Owned(format!("{value}年")),
            Field::Age | Field::LastSeen => Cow::Borrowed(""),
            _ => Cow::Borrowed(value),
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
            Field::LivesIn | Field::Hometown | Field::Ties | Field::Introductions => {
                Visibility::FriendsOfFriends
            }
            Field::RealName | Field::Birthday | Field::Occupation => Visibility::Friends,
            Field::BirthYear | Field::Age | Field::LastSeen => Visibility::OnlyMe,
        }
    }
}
