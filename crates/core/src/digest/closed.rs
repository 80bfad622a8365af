//! What is open to fewer than friends is not told in letters: they lie about, and cannot be called back (rule b-8).
//!
//! That there is something to read, and whose, is told; what it is called is not.

use std::collections::HashSet;
use std::hash::Hash;

use super::queries;
use crate::diary::{self, DiaryLine};
use crate::ids::{CommunityId, DiaryId, MemberId};
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

/// One's own as well as others': who else reads the letter is not known.
pub(super) fn untitle_notices(tx: &mut Tx<'_>, me: MemberId, notices: &mut [Notice]) -> Result<()> {
    let entries: Vec<DiaryId> = notices.iter_mut().filter_map(titled).map(|(entry, _)| entry).collect();
    let closed = diary::closed_among(tx, &entries)?;
    unsay(notices, titled, &closed);
    let topics: Vec<CommunityId> = notices.iter_mut().filter_map(talked).map(|(place, _)| place).collect();
    let closed = queries::read_inside(tx, &topics)?;
    unsay(notices, talked, &closed);
    let places: Vec<CommunityId> = notices.iter_mut().filter_map(named).map(|(place, _)| place).collect();
    let closed = queries::joined_quietly(tx, me, &places)?;
    unsay(notices, named, &closed);
    notices.iter_mut().filter_map(secret).for_each(|said| UNSAID.clone_into(said));
    Ok(())
}

/// Finds in a notice what a title belongs to, and the title.
type Find<T> = fn(&mut Notice) -> Option<(T, &mut String)>;

fn unsay<T: Eq + Hash>(notices: &mut [Notice], find: Find<T>, closed: &HashSet<T>) {
    let found = notices.iter_mut().filter_map(find);
    found.filter(|(one, _)| closed.contains(one)).for_each(|(_, title)| UNSAID.clone_into(title));
}

fn titled(notice: &mut Notice) -> Option<(DiaryId, &mut String)> {
    match &mut notice.subject {
        Subject::OwnEntry { entry, title, .. }
        | Subject::JoinedEntry { entry, title, .. }
        | Subject::Liked { entry, title }
        | Subject::Opens { entry, title, .. } => Some((*entry, title)),
        _ => None,
    }
}

/// What is said in a community.
fn talked(notice: &mut Notice) -> Option<(CommunityId, &mut String)> {
    match &mut notice.subject {
        Subject::OwnTopic { place, title, .. } => Some((*place, title)),
        _ => None,
    }
}

/// What tells that one belongs to a community.
fn named(notice: &mut Notice) -> Option<(CommunityId, &mut String)> {
    match &mut notice.subject {
        Subject::JoinAsked { place, name, .. }
        | Subject::PlaceOffered { place, name, .. }
        | Subject::LetIn { place, name }
        | Subject::PassedOn { place, name } => Some((*place, name)),
        _ => None,
    }
}

/// A draft is nobody else's to read, and whom somebody trusts with their account is for the two alone.
fn secret(notice: &mut Notice) -> Option<&mut String> {
    match &mut notice.subject {
        Subject::HeldBack { title, .. } => Some(title),
        Subject::TrustedChosen { by } | Subject::FriendAsked { by, .. } => Some(&mut by.nickname),
        _ => None,
    }
}
