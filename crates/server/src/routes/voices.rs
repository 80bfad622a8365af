//! Voices: hearing, saying, taking away.

use enishi_core::allowance::Act;
use enishi_core::audience::{self, Audiences};
use enishi_core::ids::{MemberId, VoiceId};
use enishi_core::voice::{self, VoiceError, VoicesPage};
use enishi_face::pages::{Confirm, Question, VoicesView};
use enishi_face::{Form, Page, Phrase, Place};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/voices", Readers::Oneself, handler!(list)).on_legacy(),
        Route::post("/voices", Readers::Oneself, handler!(post)).refilled_by(handler!(refill)).on_legacy(),
        Route::get("/voices/{id}/delete", Readers::Oneself, handler!(ask_to_delete)),
        Route::post("/voices/{id}/delete", Readers::Oneself, handler!(delete)),
        Route::get("/members/{id}/voices", Readers::Audience, handler!(list_of)).on_legacy(),
    ]
}

async fn around(ask: &mut Ask) -> Result<VoicesPage, PageError> {
    let before: Option<VoiceId> = ask.query_id("before");
    ask.read_as_member(move |tx, me| Ok(voice::list(tx, me, before)?)).await
}

async fn list(ask: &mut Ask) -> Outcome {
    let page = around(ask).await?;
    Ok(Answer::page(Page::Voices(with_form(ask, page, Form::empty()).await?)))
}

/// My page of voices, with the form.
async fn with_form(ask: &mut Ask, page: VoicesPage, form: Form) -> Result<VoicesView, PageError> {
    let audiences = ask.read_as_member(|tx, me| Ok(audience::of(tx, me)?)).await?;
    Ok(VoicesView { page, audiences, form })
}

async fn list_of(ask: &mut Ask) -> Outcome {
    let id: MemberId = ask.id("id")?;
    let before: Option<VoiceId> = ask.query_id("before");
    let page = ask
        .read_as_member(move |tx, me| voice::list_of(tx, me, id, before)?.ok_or(PageError::NotFound))
        .await?;
    let audiences = Audiences::default();
    Ok(Answer::page(Page::Voices(VoicesView { page, audiences, form: Form::empty() })))
}

async fn post(ask: &mut Ask) -> Outcome {
    if let Some(why) = ask.stopped(Act::Post).await? {
        return again(ask, "voice", why).await;
    }
    let (typed, seen_by) = (ask.typed.get("voice").to_owned(), ask.typed.get("visibility").to_owned());
    let made = ask
        .write_once(move |tx, me| {
            voice::post(tx, me, &typed, &seen_by)?;
            Ok::<_, VoiceError>(done_at(Place::Voices, "voice"))
        })
        .await?;
    match made {
        Ok(place) => Ok(Answer::go(place)),
        Err(VoiceError::Empty) => again(ask, "voice", Phrase::new("voice-empty")).await,
        Err(VoiceError::TooLong) => again(ask, "voice", Phrase::new("voice-long")).await,
        Err(VoiceError::VisibilityUnknown) => {
            again(ask, "visibility", Phrase::new("diary-visibility-unknown")).await
        }
        Err(VoiceError::Store(error)) => Err(error.into()),
    }
}

async fn again(ask: &mut Ask, field: &str, why: Phrase) -> Outcome {
    let page = around(ask).await?;
    let form = Form::empty()
        .with("voice", ask.typed.get("voice"))
        .with("visibility", ask.typed.get("visibility"))
        .fault(field, why);
    Ok(Answer::refused(Page::Voices(with_form(ask, page, form).await?)))
}

async fn refill(ask: &mut Ask) -> Outcome {
    again(ask, "voice", Phrase::new("trouble-stale")).await
}

async fn ask_to_delete(ask: &mut Ask) -> Outcome {
    let id: VoiceId = ask.id("id")?;
    let body =
        ask.read_as_member(move |tx, me| voice::find_own(tx, me, id)?.ok_or(PageError::NotFound)).await?;
    let question = Question::DeleteVoice { body };
    let confirm = Confirm { question, action: Place::VoiceDelete(id), back: Place::Voices };
    Ok(Answer::page(Page::Confirm(confirm)))
}

async fn delete(ask: &mut Ask) -> Outcome {
    let id: VoiceId = ask.id("id")?;
    match ask.write(move |tx, me| voice::delete(tx, me, id)).await?? {
        true => Ok(Answer::go(done_at(Place::Voices, "voice-deleted"))),
        false => Err(PageError::NotFound),
    }
}
