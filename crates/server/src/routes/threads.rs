//! The entries one has commented on, and being told nothing of an entry.

use enishi_core::diary::{self, ThreadTurn};
use enishi_core::ids::DiaryId;
use enishi_face::pages::{Confirm, Question};
use enishi_face::{Page, Place};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/diary/joined", Readers::Oneself, handler!(joined)).on_legacy(),
        Route::get("/diary/joined/closed", Readers::Oneself, handler!(closed)).on_legacy(),
        Route::get("/diary/{id}/quiet", Readers::Audience, handler!(ask_for_quiet)).on_legacy(),
        Route::post("/diary/{id}/quiet", Readers::Audience, handler!(hush)).on_legacy(),
        Route::post("/diary/{id}/tell", Readers::Audience, handler!(tell)).on_legacy(),
    ]
}

async fn joined(ask: &mut Ask) -> Outcome {
    let from: Option<ThreadTurn> = ask.query_id("from");
    let page = ask.read_as_member(move |tx, me| Ok(diary::joined(tx, me, from)?)).await?;
    Ok(Answer::page(Page::DiaryJoined(page)))
}

async fn closed(ask: &mut Ask) -> Outcome {
    let from: Option<ThreadTurn> = ask.query_id("from");
    let page = ask.read_as_member(move |tx, me| Ok(diary::closed(tx, me, from)?)).await?;
    Ok(Answer::page(Page::DiaryClosed(page)))
}

/// Asks for the one or for the other, as it stands.
async fn ask_for_quiet(ask: &mut Ask) -> Outcome {
    let id: DiaryId = ask.id("id")?;
    let found =
        ask.read_as_member(move |tx, me| diary::quiet_of(tx, me, id)?.ok_or(PageError::NotFound)).await?;
    let title = found.title;
    let (question, action) = match found.is_quiet {
        false => (Question::HushDiary { title }, Place::DiaryQuiet(id)),
        true => (Question::TellDiary { title }, Place::DiaryTell(id)),
    };
    Ok(Answer::page(Page::Confirm(Confirm { question, action, back: Place::Diary(id) })))
}

async fn hush(ask: &mut Ask) -> Outcome {
    set(ask, true, "hushed").await
}

async fn tell(ask: &mut Ask) -> Outcome {
    set(ask, false, "told").await
}

async fn set(ask: &mut Ask, is_quiet: bool, done: &str) -> Outcome {
    let id: DiaryId = ask.id("id")?;
    if !ask.write(move |tx, me| diary::hush(tx, me, id, is_quiet)).await?? {
        return Err(PageError::NotFound);
    }
    Ok(Answer::go(done_at(Place::Diary(id), done)))
}
