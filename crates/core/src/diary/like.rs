//! Liking an entry with one of five signs.

use super::queries;
use crate::ids::{DiaryId, MemberId};
use crate::member::Card;
use crate::notice::{self, Kind};
use crate::store::{Result, Tx};
use crate::visibility::{Viewer, can_see};

/// The signs, in the one order that every page shows them in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    /// Loved.
    Heart,
    /// Well done.
    Thumb,
    /// Laughed.
    Smile,
    /// Moved.
    Tear,
    /// Wonderful.
    Sparkles,
}

impl Sign {
    /// All five.
    pub const ALL: [Sign; 5] = [Sign::Heart, Sign::Thumb, Sign::Smile, Sign::Tear, Sign::Sparkles];

    /// The name in forms.
    pub fn key(self) -> &'static str {
        match self {
            Sign::Heart => "heart",
            Sign::Thumb => "thumb",
            Sign::Smile => "smile",
            Sign::Tear => "tear",
            Sign::Sparkles => "sparkles",
        }
    }

    /// The pictogram; every carrier has one of its own for it.
    pub fn pictogram(self) -> &'static str {
        match self {
            Sign::Heart => "\u{2764}",
            Sign::Thumb => "\u{1F44D}",
            Sign::Smile => "\u{1F604}",
            Sign::Tear => "\u{1F622}",
            Sign::Sparkles => "\u{2728}",
        }
    }

    pub(super) fn stored(self) -> i16 {
        match self {
            Sign::Heart => 1,
            Sign::Thumb => 2,
            Sign::Smile => 3,
            Sign::Tear => 4,
            Sign::Sparkles => 5,
        }
    }

    pub(super) fn from_stored(stored: i16) -> Option<Sign> {
        Sign::ALL.into_iter().find(|sign| sign.stored() == stored)
    }
}

/// The likes of an entry, as far as one viewer may know them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Likes {
    /// Who, and with which sign; the first one first.
    pub given: Vec<(Card, Sign)>,
    /// The viewer's own.
    pub mine: Option<Sign>,
    /// Whether the viewer may like it: their own entry nobody likes.
    pub may: bool,
}

impl Likes {
    /// How many with this sign.
    pub fn count(&self, sign: Sign) -> usize {
        self.given.iter().filter(|(_, given)| *given == sign).count()
    }
}

/// The likes of an entry that `me` may read.
pub(super) fn likes_of(tx: &mut Tx<'_>, me: MemberId, author: MemberId, id: DiaryId) -> Result<Likes> {
    let given = queries::likes(tx, me, id)?;
    let mine = given.iter().find(|(card, _)| card.id == me).map(|(_, sign)| *sign);
    Ok(Likes { given, mine, may: me != author })
}

/// Likes an entry of somebody else's, or changes the sign. `false` if it is not open to the member.
pub fn like(tx: &mut Tx<'_>, me: MemberId, id: DiaryId, sign: Sign) -> Result<bool> {
    let Some(entry) = queries::find(tx, id)? else { return Ok(false) };
    let author = entry.author.id;
    if author == me || !can_see(tx, Viewer::Member(me), author, entry.visibility, entry.posted_at)? {
        return Ok(false);
    }
    let is_new = queries::find_like(tx, me, id)?.is_none();
    queries::put_like(tx, me, id, sign)?;
    if is_new {
        notice::leave_from(tx, me, author, Kind::Liked, id.into())?;
    }
    Ok(true)
}

/// Takes a like back, even from an entry that is closed to the member by now. What its author is told is told of the
/// likes that stand.
pub fn unlike(tx: &mut Tx<'_>, me: MemberId, id: DiaryId) -> Result<()> {
    queries::delete_like(tx, me, id)
}
