//! The entries before and after one, as far as its reader may read them. One that is hidden leaves no trace.

use super::archive::open_to;
use super::queries;
use crate::ids::{DiaryId, MemberId};
use crate::store::{Result, Tx};
use crate::visibility::Viewer;

/// An entry next to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// Which.
    pub id: DiaryId,
    /// Its title.
    pub title: String,
}

/// The entries of the same author on either side of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// The one written before it.
    pub older: Option<Neighbour>,
    /// The one written after it.
    pub newer: Option<Neighbour>,
}

pub(super) fn neighbours(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    author: MemberId,
    id: DiaryId,
) -> Result<Neighbours> {
    let open = open_to(tx, viewer, author)?;
    let neighbour = |found: queries::Beside| Neighbour { id: found.id, title: found.title };
    Ok(Neighbours {
        older: queries::find_before(tx, author, &open, id.into())?.map(neighbour),
        newer: queries::find_after(tx, author, &open, id.into())?.map(neighbour),
    })
}
