//! A friend on the way back asks to be recognised: one press answers.

use std::sync::Arc;

use enishi_core::ids::FriendAskId;
use enishi_core::trusted::{self, Said, Seen};
use enishi_face::pages::{FRIEND_ASK_FIELDS, GuardingPage, SecurityPage, TrustedPage};
use enishi_face::{GuardPlace, Page, Place};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::Ask;

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/trusted/{id}", Readers::Audience, handler!(show)),
        Route::post("/trusted/{id}", Readers::Audience, handler!(answer)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    let id: FriendAskId = ask.id("id")?;
    let seen =
        ask.read_as_member(move |tx, me| trusted::show(tx, me, id)?.ok_or(PageError::NotFound)).await?;
    Ok(Answer::page(page(id, seen)))
}

fn page(id: FriendAskId, seen: Seen) -> Page {
    Page::Security(SecurityPage::Guarding(GuardingPage::Trusted(TrustedPage::Ask { id, seen })))
}

/// A form with none of the buttons, or several, says nothing: the question is shown again.
async fn answer(ask: &mut Ask) -> Outcome {
    let id: FriendAskId = ask.id("id")?;
    let pressed: Vec<usize> =
        (0..FRIEND_ASK_FIELDS.len()).filter(|at| ask.typed.find(FRIEND_ASK_FIELDS[*at]).is_some()).collect();
    let said = match pressed[..] {
        [at] if at < FRIEND_ASK_FIELDS.len() - 1 => Said::Number(at),
        [_] => Said::No,
        _ => return show(ask).await,
    };
    let (site, client) = (Arc::clone(&ask.site), ask.client.clone());
    let seen = ask.write(move |tx, me| trusted::answer(tx, &site.keys, me, id, said, &client)).await??;
    ask.site.letters_wait.notify_one();
    seen.ok_or(PageError::NotFound)?;
    Ok(Answer::to(Place::Guard(GuardPlace::FriendAsk(id))))
}
