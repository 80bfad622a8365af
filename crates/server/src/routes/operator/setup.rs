//! Setting up at an address that works once.

use std::sync::Arc;

use enishi_core::operator::{self, Finished, SetupForm, SetupToken};
use enishi_core::password;
use enishi_face::desk::{DeskPage, SetupPage};
use enishi_face::{DeskPlace, Form, Phrase, Place};
use enishi_pictures::{Format, qr_picture, qr_side_px};

use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, Credential};
use crate::routes::route::{Outcome, Readers, Route, handler};
use crate::routes::words::password_fault;

/// The room for the picture on a phone's screen.
const ROOM_PX: u32 = 264;

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/operator/setup/{token}", Readers::Door, handler!(show)),
        Route::post("/operator/setup", Readers::Door, handler!(finish)).refilled_by(handler!(refill)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    let token = ask.params.iter().find(|(name, _)| name == "token").map(|(_, text)| text.clone());
    let page = page(ask, &token.unwrap_or_default(), Form::empty()).await?;
    Ok(Answer::desk(page))
}

/// Looking changes nothing: the address is used up by setting up alone.
async fn page(ask: &mut Ask, token: &str, form: Form) -> Result<DeskPage, PageError> {
    let waiting = find(ask, token).await?;
    let (account, name) =
        (waiting.secret.address(&ask.site.config.site.name, &waiting.operator.name), waiting.operator.name);
    let picture = ask
        .heavy(move |_| {
            Some((qr_picture(&account, ROOM_PX, Format::Png).ok()?, qr_side_px(&account, ROOM_PX).ok()?))
        })
        .await?;
    let picture = picture.map(|(bytes, side_px)| (data_address(&bytes), side_px));
    let key = waiting.secret.in_groups().to_string();
    Ok(DeskPage::Setup(SetupPage { name, form: form.with("token", token), key, picture }))
}

fn data_address(png: &[u8]) -> String {
    format!("data:image/png;base64,{}", data_encoding::BASE64.encode(png))
}

async fn find(ask: &Ask, token: &str) -> Result<SetupForm, PageError> {
    let token = SetupToken::parse(token).ok_or(PageError::NotFound)?;
    let site = Arc::clone(&ask.site);
    let found = ask.read_at_the_door(move |tx| operator::show_setup(tx, &site.keys, &token)).await?;
    found.ok_or(PageError::NotFound)
}

async fn refused(ask: &mut Ask, field: &str, why: Phrase) -> Outcome {
    let token = ask.typed.get("token").to_owned();
    let page = page(ask, &token, Form::empty().fault(field, why)).await?;
    Ok(Answer::desk_refused(page))
}

async fn refill(ask: &mut Ask) -> Outcome {
    refused(ask, "form", Phrase::new("trouble-stale")).await
}

async fn finish(ask: &mut Ask) -> Outcome {
    let waiting = find(ask, ask.typed.get("token")).await?;
    let new = ask.typed.get("password").to_owned();
    if let Err(why) = password::check(&new, &[&waiting.operator.name, &ask.site.config.site.name]) {
        return refused(ask, "password", password_fault(why)).await;
    }
    let hash = ask.heavy(move |site| site.hasher.hash(&new)).await?;
    match keep(ask, hash).await? {
        Finished::Done(token) => {
            ask.hand_out(Credential::Desk(token));
            Ok(Answer::to(Place::Desk(DeskPlace::Codes)))
        }
        Finished::WrongCode => refused(ask, "code", Phrase::new("desk-code-wrong")).await,
        Finished::NoSuchAddress => Err(PageError::NotFound),
    }
}

async fn keep(ask: &Ask, hash: String) -> Result<Finished, PageError> {
    let token = SetupToken::parse(ask.typed.get("token")).ok_or(PageError::NotFound)?;
    let (site, client, code) = (Arc::clone(&ask.site), ask.client.clone(), ask.typed.get("code").to_owned());
    ask.write_at_the_door(move |tx| operator::finish_setup(tx, &site.keys, &token, &hash, &code, &client))
        .await
}
