//! The time has come: the draft is posted, or held back and its author told.

use super::{HeldBack, queries};
use crate::allowance::{self, Act, Doer, LimitRules};
use crate::diary::drafts::{KeptDraft, find_draft, settle};
use crate::diary::post::{PostError, post_chosen_before};
use crate::diary::{Draft, Fault, NewDiary, NewPhoto, queries as diary};
use crate::ids::{DiaryId, DraftId, MemberId};
use crate::member::{self, State};
use crate::notice::{self, Kind};
use crate::receipt;
use crate::secrets::Keyring;
use crate::store::upsert::hold_pair;
use crate::store::{Result, Tx};

/// What became of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appeared {
    /// It is an entry now.
    Posted(DiaryId),
    /// It stays a draft.
    HeldBack(HeldBack),
    /// Its author, or another worker, was first.
    Settled,
}

/// Drafts whose time has come, the longest waiting first.
pub fn due_drafts(tx: &mut Tx<'_>, most: i64) -> Result<Vec<DraftId>> {
    queries::list_due(tx, most)
}

/// Posts a draft whose time has come. Whoever takes its time away first, of two workers, is the one who posts it; that
/// and the entry are one transaction.
pub fn appear(tx: &mut Tx<'_>, keys: &Keyring, rules: &LimitRules, id: DraftId) -> Result<Appeared> {
    let Some(author) = queries::find_author(tx, id)? else { return Ok(Appeared::Settled) };
    // Its author may be changing it at this moment.
    hold_pair(tx, author, author)?;
    if !queries::take_due(tx, id)? {
        return Ok(Appeared::Settled);
    }
    let Some(draft) = find_draft(tx, author, id)? else { return Ok(Appeared::Settled) };
    match try_to_post(tx, keys, rules, author, draft)? {
        Ok(entry) => {
            // Its photographs hang on the entry now: none of them is loose.
            settle(tx, author, id)?;
            receipt::keep(tx, author, &mark_of(id), &entry.to_string())?;
            Ok(Appeared::Posted(entry))
        }
        Err(why) => {
            queries::hold_back(tx, id, why)?;
            notice::leave(tx, author, Kind::HeldBack, id.into())?;
            Ok(Appeared::HeldBack(why))
        }
    }
}

/// What tells a form of the draft that lies open somewhere.
fn mark_of(id: DraftId) -> String {
    format!("appeared-{id}")
}

/// Whether a draft that a form was made for has appeared meanwhile.
pub(in crate::diary) fn has_appeared(tx: &mut Tx<'_>, author: MemberId, id: DraftId) -> Result<bool> {
    hold_pair(tx, author, author)?;
    Ok(find_draft(tx, author, id)?.is_none() && receipt::place_of(tx, author, &mark_of(id))?.is_some())
}

type Tried = std::result::Result<DiaryId, HeldBack>;

fn try_to_post(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    rules: &LimitRules,
    author: MemberId,
    draft: KeptDraft,
) -> Result<Tried> {
    let Some(joined_at) = queries::find_joined_at(tx, author)? else { return Ok(Err(HeldBack::Away)) };
    if member::state_of(tx, author)? != Some(State::Active) {
        return Ok(Err(HeldBack::Away));
    }
    if queries::has_lost_its_group(tx, draft.id)? {
        return Ok(Err(HeldBack::GroupGone));
    }
    let Some(new) = read(tx, draft)? else { return Ok(Err(HeldBack::Unfit)) };
    let doer = Doer { member: author, joined_at, client: "" };
    if !allowance::take(tx, keys, Act::Post, doer, rules)?.is_granted() {
        return Ok(Err(HeldBack::TooMuch));
    }
    match post_chosen_before(tx, author, &new) {
        Ok(entry) => Ok(Ok(entry)),
        Err(PostError::Refused(fault)) => Ok(Err(because_of(fault))),
        Err(PostError::Store(error)) => Err(error),
    }
}

/// What the draft says, judged as when somebody sends it.
fn read(tx: &mut Tx<'_>, draft: KeptDraft) -> Result<Option<NewDiary>> {
    let hung = diary::draft_photos(tx, draft.id)?.into_iter();
    let typed = Draft {
        title: draft.text.title,
        body: draft.text.body,
        visibility: draft.text.visibility.map(|chosen| chosen.to_string()).unwrap_or_default(),
        comments: draft.text.talk.key().to_owned(),
        chosen: draft.text.chosen,
        photos: hung.map(|photo| NewPhoto { picture: photo.picture, alt: photo.alt }).collect(),
        ..Draft::default()
    };
    Ok(typed.read().ok())
}

fn because_of(fault: Fault) -> HeldBack {
    match fault {
        Fault::VisibilityUnknown => HeldBack::GroupGone,
        Fault::PhotoUnknown => HeldBack::PhotoGone,
        _ => HeldBack::Unfit,
    }
}
