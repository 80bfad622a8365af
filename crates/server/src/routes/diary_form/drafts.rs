//! Drafts: keeping one, the list, opening one, throwing one away.

use enishi_core::diary::{self, KeepError, Why};
use enishi_core::ids::{DiaryId, DraftId};
use enishi_core::receipt;
use enishi_core::session::Door;
use enishi_face::pages::{Confirm, Question, Trouble};
use enishi_face::{Page, Phrase, Place};

use super::again::{keep as keep_typed, shown};
use super::base::Base;
use super::later::note_seen;
use super::sent::receive;
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};
use crate::routes::photos::forget_files;
use crate::routes::route::{Outcome, Readers, Route, handler};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/diary/drafts", Readers::Oneself, handler!(list)).on_legacy(),
        Route::get("/diary/drafts/{id}", Readers::Oneself, handler!(open)).on_legacy(),
        Route::get("/diary/drafts/{id}/delete", Readers::Oneself, handler!(ask_to_delete)).on_legacy(),
        Route::post("/diary/drafts/{id}/delete", Readers::Oneself, handler!(delete)).on_legacy(),
    ]
}

/// Whether a button was pressed that keeps what is typed as a draft.
pub(super) fn is_asked_for(ask: &Ask) -> bool {
    ask.typed.find("keep").is_some() || leads_to_groups(ask)
}

/// Whether it was the one that leads on to one's groups.
fn leads_to_groups(ask: &Ask) -> bool {
    ask.typed.find("to_groups").is_some()
}

async fn list(ask: &mut Ask) -> Outcome {
    let page = ask.read_as_member(|tx, me| Ok(diary::drafts(tx, me)?)).await?;
    Ok(Answer::page(Page::DiaryDrafts(page)))
}

/// What is changed of an entry is not changed at the plain door, and so not written there either.
async fn open(ask: &mut Ask) -> Outcome {
    let id: DraftId = ask.id("id")?;
    let base = Base::draft(ask, id).await?;
    if base.stored.id.is_some() && ask.door == Door::Legacy {
        return Err(PageError::Trouble(Trouble::NotHere));
    }
    note_seen(ask, &base).await?;
    Ok(Answer::page(base.page(ask).await?))
}

/// Keeps what is typed. Of a long text shown in pieces the next one is at hand after it.
pub(super) async fn keep(ask: &mut Ask, entry: Option<DiaryId>) -> Outcome {
    let base = Base::find(ask, entry).await?;
    if base.stored.is_draft
        && let Some(place) = ask.done_before().await?
    {
        return Ok(Answer::go(place));
    }
    let sent = receive(ask, &base).await?;
    // Whoever wanted a group and not a draft loses nothing by having many.
    let why = if leads_to_groups(ask) { Why::Refused } else { Why::Asked };
    let kept = keep_typed(ask, &base, &sent, why).await?;
    match &kept {
        Err(KeepError::Empty) if leads_to_groups(ask) && !sent.form.is_refused() => {
            Ok(Answer::to(Place::MyGroups))
        }
        Ok(kept) if !sent.form.is_refused() => {
            let place = place_after(ask, kept.id);
            // Whoever chose a time and keeps a draft is told that it waits for them.
            let has_time = base.stored.due_at.is_some() || !sent.draft.day.trim().is_empty();
            let place = done_at(place, if has_time { "draft-waits" } else { "draft" });
            note_done(ask, place.clone()).await?;
            Ok(Answer::go(place))
        }
        _ => {
            let form = match &kept {
                Err(KeepError::Empty) => sent.form.clone().fault("body", Phrase::new("draft-empty")),
                Err(KeepError::Full) => {
                    sent.form.clone().fault("form", Phrase::new("drafts-full").with("n", diary::MOST_DRAFTS))
                }
                Err(KeepError::TooLong) => sent.form.clone().fault("body", Phrase::new("draft-too-long")),
                Err(KeepError::Store(_)) | Ok(_) => sent.form.clone(),
            };
            shown(ask, &base, (form, None), &sent, kept).await
        }
    }
}

fn place_after(ask: &Ask, draft: DraftId) -> Place {
    match ask.typed.find("body_part") {
        _ if leads_to_groups(ask) => Place::MyGroupsFrom(draft),
        Some(_) => Place::DiaryDraft(draft),
        None => Place::DiaryDrafts,
    }
}

/// The same press again leads to the same place.
async fn note_done(ask: &mut Ask, place: String) -> Result<(), PageError> {
    let Some(once) = ask.once() else { return Ok(()) };
    ask.write(move |tx, me| receipt::keep(tx, me, &once, &place)).await??;
    Ok(())
}

async fn ask_to_delete(ask: &mut Ask) -> Outcome {
    let id: DraftId = ask.id("id")?;
    let found = ask.read_as_member(move |tx, me| Ok(diary::find_draft(tx, me, id)?)).await?;
    let Some(draft) = found else { return Err(PageError::NotFound) };
    let question = Question::ThrowDraft { title: draft.text.title };
    Ok(Answer::page(Page::Confirm(Confirm {
        question,
        action: Place::DiaryDraftDelete(id),
        back: Place::DiaryDraft(id),
    })))
}

async fn delete(ask: &mut Ask) -> Outcome {
    let id: DraftId = ask.id("id")?;
    let gone = ask.write(move |tx, me| diary::throw_away(tx, me, id)).await??;
    let Some(loose) = gone else { return Err(PageError::NotFound) };
    forget_files(ask, loose).await?;
    Ok(Answer::go(done_at(Place::DiaryDrafts, "draft-thrown")))
}
