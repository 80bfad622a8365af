//! A member: a pseudonym with a verified number behind it.

mod card;
mod folding;
pub(crate) mod queries;

pub use card::Card;
pub use folding::fold;

use crate::ids::{MemberId, PictureId};
use crate::moment::Moment;
use crate::store::{Result, Tx};

/// Where a member stands with the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Here.
    Active,
    /// Has asked to leave and may still come back.
    InGrace,
    /// Has left.
    Left,
    /// Was suspended by the operators.
    Suspended,
    /// Has signed up, and the operators have not yet said yes.
    Waiting,
}

impl State {
    pub(crate) const fn stored(self) -> i16 {
        match self {
            State::Active => 0,
            State::InGrace => 1,
            State::Left => 2,
            State::Suspended => 3,
            State::Waiting => 4,
        }
    }

    /// The state kept as this figure; one that no version wrote counts as left.
    pub(crate) const fn from_stored(stored: i16) -> State {
        match stored {
            0 => State::Active,
            1 => State::InGrace,
            3 => State::Suspended,
            4 => State::Waiting,
            _ => State::Left,
        }
    }
}

/// The longest nickname, in characters as people count them.
pub const NICKNAME_CHARACTERS: usize = 20;

/// Why a nickname is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NicknameError {
    /// Nothing but space.
    #[error("the nickname is empty")]
    Empty,
    /// More than [`NICKNAME_CHARACTERS`].
    #[error("the nickname is too long")]
    TooLong,
}

/// A nickname that may be shown: trimmed, on one line, not empty, not too long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nickname(String);

impl Nickname {
    /// Reads what was typed. Invisible signs, with which one name could pose as another, are dropped.
    pub fn parse(typed: &str) -> std::result::Result<Nickname, NicknameError> {
        let name = crate::text::one_line(typed);
        match crate::text::count(&name) {
            _ if !crate::text::is_visible(&name) => Err(NicknameError::Empty),
            n if n > NICKNAME_CHARACTERS => Err(NicknameError::TooLong),
            _ => Ok(Nickname(name)),
        }
    }

    /// The name as shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Somebody about to become a member: the number is verified, the password hashed.
#[derive(Clone)]
pub struct NewMember {
    /// The name others will see.
    pub nickname: Nickname,
    /// Argon2id, in PHC form.
    pub password_hash: String,
    /// `ja` or `en`, as the person signed up in.
    pub language: String,
}

/// Makes a member. The caller adds the number behind it in the same transaction.
pub fn create(tx: &mut Tx<'_>, new: NewMember) -> Result<MemberId> {
    let id: MemberId = tx.fresh_id();
    queries::insert(tx, id, &new)?;
    Ok(id)
}

/// Whether anybody has ever joined: a made-up network is laid into an empty house alone.
pub fn has_any(tx: &mut Tx<'_>) -> Result<bool> {
    queries::has_any(tx)
}

/// Where a member stands with the site; `None` if there never was one of that id.
pub fn state_of(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<State>> {
    queries::find_state(tx, member)
}

/// Changes how a member is called.
pub fn rename(tx: &mut Tx<'_>, member: MemberId, nickname: &Nickname) -> Result<()> {
    queries::rename(tx, member, nickname)
}

/// Changes the language a member reads in.
pub fn speak(tx: &mut Tx<'_>, member: MemberId, language: &str) -> Result<()> {
    queries::set_language(tx, member, language)
}

/// Shows this picture beside the member's name, or the drawing made from their id.
pub fn wear(tx: &mut Tx<'_>, member: MemberId, icon: Option<PictureId>) -> Result<()> {
    queries::set_icon(tx, member, icon)
}

/// What a member knows of themselves on every page.
#[derive(Clone, Debug)]
pub struct Oneself {
    /// The member, as others see them.
    pub card: Card,
    /// The language chosen, if one was.
    pub language: Option<String>,
    /// Since when.
    pub joined_at: Moment,
}
