//! A PIN in place of number and password, at the door of a bound phone.

use std::sync::Arc;

use enishi_core::login::{self, Admission, Tried};
use enishi_core::pinned_phone::{self, PhoneToken, Pin, Try};
use enishi_face::pages::{PinEntry, WayInPage};
use enishi_face::{Form, Page, Phrase};

use super::login::place_of_session;
use super::route::{Outcome, Readers, Route, handler};
use super::second_step::first_factor_given;
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, Crumb};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/login/pin", Readers::Guests, handler!(show)),
        Route::get("/login/pin/{token}", Readers::Guests, handler!(show)),
        Route::post("/login/pin", Readers::Guests, handler!(enter)).refilled_by(handler!(refill)),
    ]
}

/// What the phone carries: in its cookie, or from the address it kept.
pub fn phone_token(ask: &Ask) -> Option<PhoneToken> {
    if ask.keeps_cookies() {
        return ask.jar.shown(Crumb::Phone).and_then(PhoneToken::parse);
    }
    let in_address = ask.params.iter().find(|(name, _)| name == "token").map(|(_, token)| token.as_str());
    PhoneToken::parse(in_address.unwrap_or_else(|| ask.typed.get("token")))
}

fn page(ask: &Ask, fault: Option<Phrase>) -> Page {
    let token = phone_token(ask).filter(|_| !ask.keeps_cookies());
    let token = token.map(|token| token.as_str().to_owned()).unwrap_or_default();
    let form = fault.into_iter().fold(Form::empty(), |form, why| form.fault("pin", why));
    Page::WayIn(WayInPage::Pin(PinEntry { token, form }))
}

async fn show(ask: &mut Ask) -> Outcome {
    Ok(Answer::page(page(ask, None)))
}

fn refused(ask: &Ask, why: Phrase) -> Outcome {
    Ok(Answer::refused(page(ask, Some(why))))
}

async fn refill(ask: &mut Ask) -> Outcome {
    refused(ask, Phrase::new("trouble-stale"))
}

/// Counted first, hashed outside any transaction, and as long for a phone that is not bound as for one that is.
async fn enter(ask: &mut Ask) -> Outcome {
    let tried = match count(ask).await? {
        Ok(tried) => tried,
        Err(seconds) => {
            let why = Phrase::new("login-wait").with("seconds", seconds);
            return Ok(Answer::too_often(page(ask, Some(why)), seconds));
        }
    };
    let pin = Pin::read(ask.typed.get("pin"));
    let hash = tried.as_ref().map(|tried| tried.pin_hash.clone());
    let right = ask
        .heavy(move |site| site.hasher.verify(pin.as_ref().map_or("", Pin::as_str), hash.as_deref()))
        .await?;
    let Some(tried) = tried else { return refused(ask, Phrase::new("pin-over")) };
    if !right {
        return wrong(ask, tried).await;
    }
    let (site, id, member) = (Arc::clone(&ask.site), tried.id, tried.member);
    let right = ask
        .write_at_the_door(move |tx| {
            let known = Tried::without_password(tx, member)?;
            Ok(pinned_phone::right(tx, id, &site.config.pin)?.then_some(known))
        })
        .await?;
    match right {
        Some(known) => first_factor_given(ask, member, known).await,
        None => refused(ask, Phrase::new("pin-over")),
    }
}

/// The try, counted for the client and for the phone; `Err`: so many seconds to wait.
async fn count(ask: &mut Ask) -> Result<Result<Option<Try>, i64>, PageError> {
    let (site, client) = (Arc::clone(&ask.site), ask.client.clone());
    let (token, place) = (phone_token(ask), place_of_session(ask));
    ask.write_at_the_door(move |tx| {
        if let Admission::Wait { seconds } = login::admit_client(tx, &site.keys, &client, &site.config.login)?
        {
            return Ok(Err(seconds));
        }
        match token {
            Some(token) => pinned_phone::count_try(tx, &token, &place, &site.config.pin).map(Ok),
            None => Ok(Ok(None)),
        }
    })
    .await
}

async fn wrong(ask: &mut Ask, tried: Try) -> Outcome {
    let is_last = tried.left <= 0;
    let (site, client) = (Arc::clone(&ask.site), ask.client.clone());
    ask.write_at_the_door(move |tx| pinned_phone::wrong(tx, &site.keys, &tried, &client)).await?;
    refused(ask, Phrase::new(if is_last { "pin-over" } else { "pin-wrong" }))
}
