//! Places in lists that are ordered by when something was said.

use std::fmt;
use std::str::FromStr;

use crate::ids::DiaryId;
use crate::moment::Moment;

/// Where a page of such a list ends: written in addresses as `<when>-<entry>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThreadTurn {
    /// When what stands last was said,
    pub at: Moment,
    /// and of which entry.
    pub entry: DiaryId,
}

/// Not a place in such a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a place in the list")]
pub struct NotAThreadTurn;

impl ThreadTurn {
    /// Before everything there is.
    pub(super) fn beginning() -> ThreadTurn {
        ThreadTurn { at: Moment::from_millis(i64::MAX), entry: DiaryId::from(i64::MAX) }
    }
}

impl fmt::Display for ThreadTurn {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{}", self.at.millis(), self.entry)
    }
}

impl FromStr for ThreadTurn {
    type Err = NotAThreadTurn;

    fn from_str(text: &str) -> Result<ThreadTurn, NotAThreadTurn> {
        let (at, entry) = text.split_once('-').ok_or(NotAThreadTurn)?;
        let at = Moment::from_millis(at.parse().map_err(|_| NotAThreadTurn)?);
        Ok(ThreadTurn { at, entry: entry.parse().map_err(|_| NotAThreadTurn)? })
    }
}
