//! Diary entries: reading, liking, deleting.

use enishi_core::allowance::Act;
use enishi_core::diary::{self, DiaryPage, Of, Sign};
use enishi_core::ids::{DiaryId, MemberId};
use enishi_core::visibility::Viewer;
use enishi_core::{footprint, notice};
use enishi_face::pages::{Confirm, DiaryView, Question};
use enishi_face::{Form, Page, Place};

use super::photos::forget_files;
use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/diary", Readers::Oneself, handler!(newest)).on_legacy(),
        Route::get("/diary/{id}", Readers::Audience, handler!(show)).on_legacy(),
        Route::get("/diary/{id}/delete", Readers::Oneself, handler!(ask_to_delete)),
        Route::post("/diary/{id}/delete", Readers::Oneself, handler!(delete)),
        Route::post("/diary/{id}/like", Readers::Audience, handler!(like)).on_legacy(),
    ]
}

async fn newest(ask: &mut Ask) -> Outcome {
    let of = if ask.query("from") == "fof" { Of::FriendsOfFriends } else { Of::Friends };
    let before: Option<DiaryId> = ask.query_id("before");
    let page = ask.read_as_member(move |tx, me| Ok(diary::newest(tx, me, of, before)?)).await?;
    Ok(Answer::page(Page::DiaryFeed(page)))
}

async fn show(ask: &mut Ask) -> Outcome {
    let id: DiaryId = ask.id("id")?;
    let page = find(ask, id).await?;
    leave_tracks(ask, id, page.author.id).await?;
    Ok(view(page, Form::empty()))
}

async fn find(ask: &mut Ask, id: DiaryId) -> Result<DiaryPage, PageError> {
    ask.read(move |tx, viewer| diary::show(tx, viewer, id)?.ok_or(PageError::NotFound)).await
}

fn view(page: DiaryPage, form: Form) -> Answer {
    let is_refused = form.is_refused();
    let page = Page::Diary(DiaryView { page, form });
    if is_refused { Answer::refused(page) } else { Answer::page(page) }
}

/// Look first, then leave tracks: a footprint with its owner, and no red letter about what was just read.
pub(super) async fn leave_tracks(ask: &mut Ask, id: DiaryId, author: MemberId) -> Result<(), PageError> {
    if !ask.is_look {
        return Ok(());
    }
    let zone = ask.site.zone.clone();
    let mine = ask.who.member() == Some(author);
    let waits = ask
        .read_as_member(move |tx, me| {
            Ok(notice::waits_about_entry(tx, me, id)? || diary::is_behind(tx, me, id)?)
        })
        .await?;
    if mine && !waits {
        return Ok(());
    }
    ask.write(move |tx, me: MemberId| {
        footprint::leave(tx, me, author, &zone)?;
        diary::thread_was_read(tx, me, id)?;
        notice::entry_was_read(tx, me, id)
    })
    .await??;
    Ok(())
}

/// The button's name says the sign; the button of one's own sign takes it back.
async fn like(ask: &mut Ask) -> Outcome {
    let id: DiaryId = ask.id("id")?;
    let chosen = Sign::ALL.into_iter().find(|sign| ask.typed.find(&format!("like_{}", sign.key())).is_some());
    let Some(sign) = chosen else {
        ask.write(move |tx, me| diary::unlike(tx, me, id)).await??;
        find(ask, id).await?;
        return Ok(Answer::go(done_at(Place::Diary(id), "unliked")));
    };
    if let Some(why) = ask.stopped(Act::Post).await? {
        let page = find(ask, id).await?;
        return Ok(view(page, Form::empty().fault("like", why)));
    }
    if !ask.write(move |tx, me| diary::like(tx, me, id, sign)).await?? {
        return Err(PageError::NotFound);
    }
    Ok(Answer::go(done_at(Place::Diary(id), "liked")))
}

async fn ask_to_delete(ask: &mut Ask) -> Outcome {
    let id: DiaryId = ask.id("id")?;
    let page =
        ask.read(move |tx, viewer: Viewer| diary::show(tx, viewer, id)?.ok_or(PageError::NotFound)).await?;
    if !page.can_edit {
        return Err(PageError::NotFound);
    }
    let question = Question::DeleteDiary { title: page.title };
    Ok(Answer::page(Page::Confirm(Confirm {
        question,
        action: Place::DiaryDelete(id),
        back: Place::Diary(id),
    })))
}

async fn delete(ask: &mut Ask) -> Outcome {
    let id: DiaryId = ask.id("id")?;
    let gone = ask
        .write(move |tx, me| Ok::<_, enishi_core::store::Error>((me, diary::delete(tx, me, id)?)))
        .await??;
    let (me, Some(loose)) = gone else { return Err(PageError::NotFound) };
    forget_files(ask, loose).await?;
    Ok(Answer::go(done_at(Place::MemberDiary(me), "deleted")))
}
