//! What an owner chooses of a community, and a member of belonging to it.

use std::str::FromStr;

use crate::visibility::Visibility;

/// Who comes in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Joins {
    /// Whoever likes.
    #[default]
    Freely,
    /// Whom the owner says yes to.
    AfterYes,
}

/// Who reads what is said inside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reads {
    /// Every member of the site.
    #[default]
    Everybody,
    /// Those who belong.
    Insiders,
}

/// Not one of the ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such way")]
pub struct NoSuchWay;

/// Whom one may show that one belongs, outside the community. The fellow members see it in any case.
pub const SHOWN_TO: [Visibility; 3] = [Visibility::Members, Visibility::Friends, Visibility::OnlyMe];

impl Joins {
    /// Both, in the order forms offer them.
    pub const ALL: [Joins; 2] = [Joins::Freely, Joins::AfterYes];

    /// The name in forms.
    pub fn key(self) -> &'static str {
        match self {
            Joins::Freely => "freely",
            Joins::AfterYes => "after_yes",
        }
    }

    pub(crate) fn from_stored(asks_first: bool) -> Joins {
        if asks_first { Joins::AfterYes } else { Joins::Freely }
    }
}

impl Reads {
    /// Both, in the order forms offer them.
    pub const ALL: [Reads; 2] = [Reads::Everybody, Reads::Insiders];

    /// The name in forms.
    pub fn key(self) -> &'static str {
        match self {
            Reads::Everybody => "everybody",
            Reads::Insiders => "insiders",
        }
    }

    pub(crate) fn from_stored(is_closed: bool) -> Reads {
        if is_closed { Reads::Insiders } else { Reads::Everybody }
    }
}

impl FromStr for Joins {
    type Err = NoSuchWay;

    fn from_str(text: &str) -> Result<Joins, NoSuchWay> {
        Joins::ALL.into_iter().find(|way| way.key() == text).ok_or(NoSuchWay)
    }
}

impl FromStr for Reads {
    type Err = NoSuchWay;

    fn from_str(text: &str) -> Result<Reads, NoSuchWay> {
        Reads::ALL.into_iter().find(|way| way.key() == text).ok_or(NoSuchWay)
    }
}

/// What is stored of a level that is not one of [`SHOWN_TO`] shows nobody.
pub(super) fn level_from_stored(level: i16) -> Visibility {
    let known = SHOWN_TO.into_iter().find(|shown| shown.level() == level);
    known.unwrap_or(Visibility::OnlyMe)
}
