//! What is open to fewer than friends is not told in letters: they lie about, and cannot be called back (rule b-8).
//!
//! That there is something to read, and whose, is told; what it is called is not.

use std::collections::HashSet;

use crate::diary::{self, DiaryLine};
use crate::ids::DiaryId;
use crate::notice::{Notice, Subject};
use crate::store::{Result, Tx};

/// Stands for a title in either language.
const UNSAID: &str = "…";

pub(super) fn untitle_entries(tx: &mut Tx<'_>, entries: &mut [DiaryLine]) -> Result<()> {
    let ids: Vec<DiaryId> = entries.iter().map(|entry| entry.id).collect();
    let closed = diary::closed_among(tx, &ids)?;
    entries
        .iter_mut()
        .filter(|entry| closed.contains(&entry.id))
        .for_each(|entry| UNSAID.clone_into(&mut entry.title));
    Ok(())
}

/// Of others' entries; one's own are one's own.
pub(super) fn untitle_notices(tx: &mut Tx<'_>, notices: &mut [Notice]) -> Result<()> {
    let ids: Vec<DiaryId> = notices.iter_mut().filter_map(titled).map(|(entry, _)| entry).collect();
    let closed: HashSet<DiaryId> = diary::closed_among(tx, &ids)?;
    for (entry, title) in notices.iter_mut().filter_map(titled) {
        if closed.contains(&entry) {
            UNSAID.clone_into(title);
        }
    }
    Ok(())
}

fn titled(notice: &mut Notice) -> Option<(DiaryId, &mut String)> {
    match &mut notice.subject {
        Subject::JoinedEntry { entry, title, .. } | Subject::Opens { entry, title, .. } => {
            Some((*entry, title))
        }
        _ => None,
    }
}
