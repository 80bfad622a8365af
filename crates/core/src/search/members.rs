//! People by the name they go by.

use super::{Hits, queries};
use crate::ids::MemberId;
use crate::member::{Card, fold};
use crate::store::{Result, Tx};
use crate::visibility::Viewer;

/// People whose nickname begins with `typed`, whatever its width, case or kana, in the order of their names.
pub fn members(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    typed: &str,
    after: Option<MemberId>,
) -> Result<Hits<Card, MemberId>> {
    let folded = fold(&crate::text::one_line(typed));
    if folded.is_empty() {
        return Ok(Hits::none());
    }
    let from = match after {
        // Whoever is not found, or goes by another name, has no place: the list begins anew, whatever the reason.
        Some(id) => queries::find_name(tx, viewer, id)?
            .filter(|name| name.starts_with(&folded))
            .map(|name| (name, id)),
        None => None,
    };
    Ok(Hits::page(queries::by_nickname(tx, viewer, &folded, from)?, |card| card.id))
}
