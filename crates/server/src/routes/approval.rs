//! Being let in by another phone's word, at the door.

use std::sync::Arc;

use enishi_core::approval;
use enishi_core::limit::Take;
use enishi_core::login::Tried;
use enishi_face::pages::{OtherPhone, WayInPage};
use enishi_face::{Form, Page, Phrase, Place, WayIn};

use super::route::{Outcome, Readers, Route, handler};
use super::second_step::first_factor_given;
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::Ask;

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/login/other", Readers::Guests, handler!(show)),
        Route::post("/login/other", Readers::Guests, handler!(ask_for_code)),
        Route::post("/login/other/in", Readers::Guests, handler!(come_in)),
    ]
}

async fn page(ask: &mut Ask, form: Form) -> Result<Page, PageError> {
    let (site, guest) = (Arc::clone(&ask.site), ask.guest().hash());
    let stands = ask.read(move |tx, _| Ok(approval::standing(tx, &site.keys, &guest)?)).await?;
    Ok(Page::WayIn(WayInPage::OtherPhone(OtherPhone { stands, form })))
}

async fn show(ask: &mut Ask) -> Outcome {
    Ok(Answer::page(page(ask, Form::empty()).await?))
}

async fn ask_for_code(ask: &mut Ask) -> Outcome {
    let (site, guest) = (Arc::clone(&ask.site), ask.guest().hash());
    let (device, client) = (ask.device_words(), ask.client.clone());
    let taken = ask
        .write_at_the_door(move |tx| {
            approval::ask(tx, &site.keys, &guest, &device, &client, &site.config.approval)
        })
        .await?;
    let Take::Refused { retry_after_seconds: seconds } = taken else {
        return Ok(Answer::to(Place::WayIn(WayIn::Other)));
    };
    let why = Phrase::new("other-phone-wait").with("seconds", seconds);
    Ok(Answer::too_often(page(ask, Form::empty().fault("form", why)).await?, seconds))
}

/// Looking whether somebody has said yes changes nothing; coming in is a press of its own.
async fn come_in(ask: &mut Ask) -> Outcome {
    let guest = ask.guest().hash();
    let taken = ask
        .write_at_the_door(move |tx| {
            let Some(member) = approval::take(tx, &guest)? else { return Ok(None) };
            Ok(Some((member, Tried::without_password(tx, member)?)))
        })
        .await?;
    match taken {
        Some((member, known)) => first_factor_given(ask, member, known).await,
        None => not_yet(ask).await,
    }
}

async fn not_yet(ask: &mut Ask) -> Outcome {
    let form = Form::empty().fault("form", Phrase::new("other-phone-not-yet"));
    Ok(Answer::refused(page(ask, form).await?))
}
