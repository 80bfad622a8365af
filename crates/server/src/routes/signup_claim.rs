//! Signing up with a number that has an account: proven, it opens nothing, and may be claimed.

use std::sync::Arc;

use enishi_core::claim::{self, Standing};
use enishi_face::pages::AccountPage;
use enishi_face::{Page, Place};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::Ask;

pub fn routes() -> Vec<Route> {
    vec![Route::post("/signup/claim", Readers::Guests, handler!(claim))]
}

/// What stands in place of the last step while the number this guest has proven is somebody else's.
pub async fn page(ask: &mut Ask) -> Result<Option<Page>, PageError> {
    const DAY_SECONDS: i64 = 86_400;
    let (site, guest) = (Arc::clone(&ask.site), ask.guest().hash());
    let days = (site.config.claim.wait_seconds + DAY_SECONDS - 1) / DAY_SECONDS;
    let stands =
        ask.read(move |tx, _| Ok(claim::standing(tx, &site.keys, &guest, &site.config.claim)?)).await?;
    let held = stands.filter(|stands| *stands != Standing::Free);
    Ok(held.map(|stands| Page::Account(AccountPage::NumberClaim { stands, days })))
}

/// Whoever has proven no number is led to the step they are at.
async fn claim(ask: &mut Ask) -> Outcome {
    let (site, guest, client) = (Arc::clone(&ask.site), ask.guest().hash(), ask.client.clone());
    let stands = ask
        .write_at_the_door(move |tx| claim::begin(tx, &site.keys, &guest, &client, &site.config.claim))
        .await?;
    ask.site.letters_wait.notify_one();
    Ok(Answer::to(if stands.is_some() { Place::SignupProfile } else { Place::SignupCode }))
}
