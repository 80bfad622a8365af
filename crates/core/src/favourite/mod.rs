//! People a member keeps at hand (SG-09): private, one way, and no way to read more than before.

mod queries;

pub(crate) use queries::forget_between;

use crate::diary::{self, DiaryLine};
use crate::ids::MemberId;
use crate::member::Card;
use crate::mute;
use crate::profile;
use crate::store::{Error, Result, Tx};
use crate::visibility::Viewer;

/// The most favourites one member keeps: they are all on one page, each with what they wrote last.
pub const MOST_FAVOURITES: i64 = 50;

/// Why somebody is no favourite.
#[derive(Debug, thiserror::Error)]
pub enum FavouriteError {
    /// Nobody the member may meet, or oneself.
    #[error("there is nobody to keep at hand")]
    NotFound,
    /// More than [`MOST_FAVOURITES`].
    #[error("too many favourites")]
    TooMany,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// A favourite, and what they wrote last that may be read.
#[derive(Clone, Debug)]
pub struct Favourite {
    /// Who.
    pub card: Card,
    /// Their newest entry for this reader.
    pub newest: Option<DiaryLine>,
}

/// Whom I keep at hand, and whose news rest.
#[derive(Clone, Debug)]
pub struct FavouritesPage {
    /// Who wrote last comes first; those of whom nothing may be read stand last.
    pub favourites: Vec<Favourite>,
    /// Whose news rest now.
    pub resting: Vec<Card>,
}

/// Whether `other` is a favourite.
pub fn is_kept(tx: &mut Tx<'_>, me: MemberId, other: MemberId) -> Result<bool> {
    queries::is_kept(tx, me, other)
}

/// Keeps somebody at hand, friend or not.
pub fn keep(tx: &mut Tx<'_>, me: MemberId, other: MemberId) -> std::result::Result<(), FavouriteError> {
    if me == other || profile::card(tx, me, other)?.is_none() {
        return Err(FavouriteError::NotFound);
    }
    if !queries::is_kept(tx, me, other)? && queries::count(tx, me)? >= MOST_FAVOURITES {
        return Err(FavouriteError::TooMany);
    }
    Ok(queries::put(tx, me, other)?)
}

/// Lets them go.
pub fn let_go(tx: &mut Tx<'_>, me: MemberId, other: MemberId) -> Result<()> {
    queries::delete(tx, me, other)
}

/// The page of favourites.
pub fn list(tx: &mut Tx<'_>, me: MemberId) -> Result<FavouritesPage> {
    let mut favourites = Vec::new();
    for card in queries::cards(tx, me)? {
        let newest = diary::newest_of(tx, Viewer::Member(me), card.id, 1)?.pop();
        favourites.push(Favourite { card, newest });
    }
    favourites.sort_by_key(|favourite| std::cmp::Reverse(favourite.newest.as_ref().map(|line| line.id)));
    Ok(FavouritesPage { favourites, resting: mute::mine(tx, me)? })
}
