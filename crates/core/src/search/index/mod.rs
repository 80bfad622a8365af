//! The index of what people wrote, changed in the transaction that changes what is written.
//!
//! What every member may see lies under one scope, in the order of age; anything narrower under its owner, so that a
//! search asks for it only of the searcher's own circle. The index never says who may see a thing.

mod fill;
pub(crate) mod queries;

use std::collections::BTreeSet;

pub use fill::fill;

use super::grams::{self, Gram};
use crate::ids::{DiaryId, MemberId};
use crate::member::fold;
use crate::profile::{self, Answer};
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

/// What a row of the index points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// What a member says of themselves.
    Profile,
    /// A diary entry.
    Diary,
}

impl Kind {
    pub(crate) const fn stored(self) -> i16 {
        match self {
            Kind::Profile => 1,
            Kind::Diary => 2,
        }
    }
}

/// The scope of what every member may see.
pub(crate) const EVERYBODY: i64 = 0;

/// Where in the index something lies, and under which pairs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Listed {
    /// [`EVERYBODY`], or the owner.
    pub scope: i64,
    /// The pairs.
    pub grams: BTreeSet<Gram>,
}

/// How an entry lies in the index.
pub(crate) fn of_entry(author: MemberId, visibility: Visibility, title: &str, body: &str) -> Listed {
    let mut grams = grams::of_text(&fold(title));
    grams.extend(grams::of_text(&fold(body)));
    Listed { scope: scope(author, visibility), grams }
}

/// How a profile lies in the index: what everybody may see of it, and the rest.
pub(crate) fn of_profile(member: MemberId, answers: &[Answer]) -> [Listed; 2] {
    [EVERYBODY, member.into()].map(|wanted| {
        let under = answers.iter().filter(|answer| scope(member, answer.visibility) == wanted);
        let grams =
            under.flat_map(|answer| grams::of_text(&fold(&answer.field.searched(&answer.value)))).collect();
        Listed { scope: wanted, grams }
    })
}

fn scope(owner: MemberId, visibility: Visibility) -> i64 {
    if visibility == Visibility::Members { EVERYBODY } else { owner.into() }
}

/// An entry is there that was not, is another, or is gone.
pub(crate) fn change_entry(
    tx: &mut Tx<'_>,
    id: DiaryId,
    before: Option<&Listed>,
    after: Option<&Listed>,
) -> Result<()> {
    change(tx, Kind::Diary, id.into(), before, after)
}

/// A member says something else of themselves.
pub(crate) fn change_profile(
    tx: &mut Tx<'_>,
    member: MemberId,
    before: &[Answer],
    after: &[Answer],
) -> Result<()> {
    let (before, after) = (of_profile(member, before), of_profile(member, after));
    for (before, after) in before.iter().zip(&after) {
        change(tx, Kind::Profile, member.into(), Some(before), Some(after))?;
    }
    Ok(())
}

/// A member is deleted with all they said of themselves.
pub(crate) fn forget_profile(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    let said = profile::queries::all(tx, member)?;
    change_profile(tx, member, &said, &[])
}

/// Writes only what is another than before.
fn change(
    tx: &mut Tx<'_>,
    kind: Kind,
    row: i64,
    before: Option<&Listed>,
    after: Option<&Listed>,
) -> Result<()> {
    let stays = |gram: &Gram| match (before, after) {
        (Some(before), Some(after)) => {
            before.scope == after.scope && before.grams.contains(gram) && after.grams.contains(gram)
        }
        _ => false,
    };
    if let Some(before) = before {
        let gone: Vec<Gram> = before.grams.iter().copied().filter(|gram| !stays(gram)).collect();
        queries::delete(tx, kind, before.scope, row, &gone)?;
    }
    if let Some(after) = after {
        let new: Vec<Gram> = after.grams.iter().copied().filter(|gram| !stays(gram)).collect();
        queries::insert(tx, kind, after.scope, row, &new)?;
    }
    Ok(())
}
