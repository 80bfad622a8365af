//! The passkeys of a member.

use std::sync::Arc;

use enishi_core::ids::PasskeyId;
use enishi_core::passkey::{self, NewPasskey};
use enishi_face::pages::{GuardingPage, MakePasskey, PasskeysPage, SecurityPage};
use enishi_face::{Form, GuardPlace, Page, Phrase, Place};

use crate::answer::Answer;
use crate::error::PageError;
use crate::passkey::{Challenge, Expected, Use, handle, made, write};
use crate::request::{Ask, done_at};
use crate::routes::passkey::{are_offered, now_seconds, sent};
use crate::routes::route::{Outcome, Readers, Route, handler};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/security/passkeys", Readers::Oneself, handler!(show)),
        Route::post("/me/security/passkeys", Readers::Oneself, handler!(make)).asking_again(),
        Route::post("/me/security/passkeys/{id}/remove", Readers::Oneself, handler!(remove)).asking_again(),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    Ok(Answer::page(page(ask, Form::empty()).await?))
}

async fn page(ask: &mut Ask, form: Form) -> Result<Page, PageError> {
    let (passkeys, known) =
        ask.read_as_member(|tx, me| Ok((passkey::list(tx, me)?, passkey::credentials(tx, me)?))).await?;
    let make = are_offered(ask).then(|| to_make(ask, &known)).flatten();
    Ok(Page::Security(SecurityPage::Guarding(GuardingPage::Passkeys(PasskeysPage { passkeys, make, form }))))
}

fn session(ask: &Ask) -> Option<i64> {
    ask.session_id().map(i64::from)
}

/// What the script hands to the browser.
fn to_make(ask: &Ask, known: &[Vec<u8>]) -> Option<MakePasskey> {
    let challenge = Challenge::give(&ask.site.keys, now_seconds(ask), Use::Make(session(ask)?));
    let card = ask.who.card()?;
    Some(MakePasskey {
        challenge: challenge.as_str().to_owned(),
        member: handle(card.id),
        name: card.nickname.clone(),
        site: ask.site.config.site.name.clone(),
        known: known.iter().map(|credential| write(credential)).collect::<Vec<_>>().join(" "),
    })
}

async fn make(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    let (keys, now) = (Arc::clone(&ask.site.keys), now_seconds(ask));
    let session = session(ask).ok_or(PageError::LoginNeeded)?;
    let given = Challenge::read(ask.typed.get("challenge"), &keys, now, Use::Make(session));
    let made = given
        .as_ref()
        .and_then(|given| made(sent(ask), Expected { origin: &ask.origin, challenge: given.as_str() }));
    let (Some(given), Some(made)) = (given, made) else { return refused(ask).await };
    let new = NewPasskey {
        credential: made.credential,
        public_key: made.public_key,
        counter: i64::from(made.counter),
        device: ask.device_words(),
    };
    let (challenge, given_at) = (given.as_str().as_bytes().to_vec(), given.given_at());
    let client = ask.client.clone();
    let added = ask
        .write(move |tx, me| {
            let is_fresh = passkey::use_challenge(tx, &keys, &challenge, given_at)?;
            Ok::<_, enishi_core::store::Error>(is_fresh && passkey::add(tx, &keys, me, &new, &client)?)
        })
        .await??;
    ask.site.letters_wait.notify_one();
    match added {
        true => Ok(Answer::go(done_at(Place::Guard(GuardPlace::Passkeys), "passkey"))),
        false => refused(ask).await,
    }
}

async fn refused(ask: &mut Ask) -> Outcome {
    let form = Form::empty().fault("form", Phrase::new("passkey-not-made"));
    Ok(Answer::refused(page(ask, form).await?))
}

async fn remove(ask: &mut Ask) -> Outcome {
    let (site, id, client) = (Arc::clone(&ask.site), ask.id::<PasskeyId>("id")?, ask.client.clone());
    if !ask.write(move |tx, me| passkey::remove(tx, &site.keys, me, id, &client)).await?? {
        return Err(PageError::NotFound);
    }
    ask.site.letters_wait.notify_one();
    Ok(Answer::go(done_at(Place::Guard(GuardPlace::Passkeys), "passkey-removed")))
}
