//! What I note about somebody, for my own eyes.

use enishi_core::ids::MemberId;
use enishi_core::private_note::{self, Note, NoteError};
use enishi_face::pages::CirclePage;
use enishi_face::{Form, Page, Phrase, Place};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, PIECE_FIELDS, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/members/{id}/note", Readers::Audience, handler!(show)),
        Route::post("/members/{id}/note", Readers::Audience, handler!(keep)).refilled_by(handler!(refill)),
    ]
}

async fn page(ask: &mut Ask, form: impl FnOnce(&Note) -> Form) -> Result<Page, PageError> {
    let id: MemberId = ask.id("id")?;
    let (card, note) =
        ask.read_as_member(move |tx, me| private_note::of(tx, me, id)?.ok_or(PageError::NotFound)).await?;
    Ok(Page::Circle(CirclePage::Note { form: form(&note), card }))
}

async fn show(ask: &mut Ask) -> Outcome {
    let filled = |note: &Note| {
        Form::empty().with("real_name", note.real_name.as_str()).with("memo", note.memo.as_str())
    };
    Ok(Answer::page(page(ask, filled).await?))
}

async fn keep(ask: &mut Ask) -> Outcome {
    let id: MemberId = ask.id("id")?;
    let (_, before) =
        ask.read_as_member(move |tx, me| private_note::of(tx, me, id)?.ok_or(PageError::NotFound)).await?;
    let real_name = match ask.edited("real_name", &before.real_name) {
        Ok(name) => name,
        Err(why) => return again(ask, "real_name", why).await,
    };
    let memo = match ask.edited("memo", &before.memo) {
        Ok(memo) => memo,
        Err(why) => return again(ask, "memo", why).await,
    };
    let most = |key, most| Phrase::new(key).with("most", most);
    let typed = Note { real_name, memo };
    match ask.write(move |tx, me| private_note::keep(tx, me, id, &typed)).await? {
        Ok(()) => Ok(Answer::go(done_at(Place::Member(id), "saved"))),
        Err(NoteError::NameTooLong) => {
            again(ask, "real_name", most("profile-field-long", private_note::NAME_CHARACTERS)).await
        }
        Err(NoteError::MemoTooLong) => {
            again(ask, "memo", most("profile-field-long", private_note::MEMO_CHARACTERS)).await
        }
        Err(NoteError::TooMany) => again(ask, "memo", Phrase::new("note-too-many")).await,
        Err(NoteError::NotFound) => Err(PageError::NotFound),
        Err(NoteError::Store(error)) => Err(error.into()),
    }
}

async fn again(ask: &mut Ask, field: &str, why: Phrase) -> Outcome {
    let typed =
        Form::empty().with("real_name", ask.typed.get("real_name")).with("memo", ask.typed.get("memo"));
    let pieces = PIECE_FIELDS.iter().map(|name| format!("memo_{name}"));
    let typed = pieces.fold(typed, |form, name| match ask.typed.find(&name) {
        Some(value) => form.with(&name, value),
        None => form,
    });
    Ok(Answer::refused(page(ask, move |_| typed.fault(field, why)).await?))
}

async fn refill(ask: &mut Ask) -> Outcome {
    again(ask, "form", Phrase::new("trouble-stale")).await
}
