//! Two ways to use a list of friends: "only these", and "friends except these".

use std::str::FromStr;

/// Whom a thing that names the group is open to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Reach {
    /// The friends in the group.
    #[default]
    Only,
    /// Every friend but those in the group (PR-06). They see what a friend sees who was never let in, and a friend
    /// who parts and comes back is still left out.
    AllBut,
}

/// Neither of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no way to use a group")]
pub struct NoReach;

impl Reach {
    /// Both, in the order forms offer them.
    pub const ALL: [Reach; 2] = [Reach::Only, Reach::AllBut];

    /// The name in forms.
    pub fn key(self) -> &'static str {
        match self {
            Reach::Only => "only",
            Reach::AllBut => "all_but",
        }
    }

    pub(crate) fn from_stored(leaves_out: bool) -> Reach {
        if leaves_out { Reach::AllBut } else { Reach::Only }
    }

    pub(crate) fn leaves_out(self) -> bool {
        self == Reach::AllBut
    }
}

impl FromStr for Reach {
    type Err = NoReach;

    fn from_str(text: &str) -> Result<Reach, NoReach> {
        Reach::ALL.into_iter().find(|reach| reach.key() == text).ok_or(NoReach)
    }
}
