//! Signing in with a passkey. The page works without it; a few lines of script show the button.

use std::sync::Arc;

use enishi_core::login::{self, Admission};
use enishi_core::passkey;
use enishi_core::security_log::{self, Event, Kind};
use enishi_face::{Form, Page, Phrase};

use super::route::{Outcome, Readers, Route, handler};
use super::second_step::come_in;
use crate::answer::Answer;
use crate::error::PageError;
use crate::passkey::{Challenge, Expected, Sent, Use, handle, read, signed};
use crate::request::Ask;

pub fn routes() -> Vec<Route> {
    vec![Route::post("/login/passkey", Readers::Guests, handler!(enter))]
}

/// Browsers make passkeys for a site they reach safely, and for one on their own machine.
pub fn are_offered(ask: &Ask) -> bool {
    ask.profile().script && is_reached_safely(ask)
}

/// Over TLS, or on one's own machine while the site is tried out: what browsers ask for before they lend their keys.
pub fn is_reached_safely(ask: &Ask) -> bool {
    let config = &ask.site.config;
    config.is_https() || config.server.public_url.is_empty()
}

/// What the login page gives to the script; empty where passkeys are not offered.
pub fn challenge(ask: &mut Ask) -> String {
    if !are_offered(ask) {
        return String::new();
    }
    let guest = ask.guest().hash();
    let given = Challenge::give(&ask.site.keys, now_seconds(ask), Use::SignIn(&guest));
    given.as_str().to_owned()
}

pub fn now_seconds(ask: &Ask) -> i64 {
    ask.site.store.now().millis() / 1000
}

/// What the browser sent.
pub fn sent(ask: &Ask) -> Sent<'_> {
    Sent {
        client: ask.typed.get("client"),
        authenticator: ask.typed.get("authenticator"),
        signature: ask.typed.get("signature"),
    }
}

fn refused(ask: &mut Ask, why: Phrase) -> Outcome {
    let challenge = challenge(ask);
    let form = Form::empty().with("next", ask.typed.get("next")).with("challenge", challenge);
    Ok(Answer::refused(Page::Login(form.fault("form", why))))
}

/// The phone has recognised its owner and shows a key only it has: that is two factors, so no other is asked for.
async fn enter(ask: &mut Ask) -> Outcome {
    let (site, client) = (Arc::clone(&ask.site), ask.client.clone());
    let admission = ask
        .write_at_the_door(move |tx| login::admit_client(tx, &site.keys, &client, &site.config.login))
        .await?;
    if let Admission::Wait { seconds } = admission {
        let why = ask.slow_down(seconds);
        return refused(ask, why);
    }
    match judge(ask).await? {
        Some(member) => come_in(ask, member, None).await,
        None => wrong(ask).await,
    }
}

async fn wrong(ask: &mut Ask) -> Outcome {
    let client = ask.client.clone();
    let failed = move |tx: &mut enishi_core::store::Tx<'_>| {
        security_log::record(tx, Event::of(Kind::SignInFailed).client(&client).note("passkey"))
    };
    ask.write_at_the_door(failed).await?;
    refused(ask, Phrase::new("passkey-wrong"))
}

async fn judge(ask: &mut Ask) -> Result<Option<enishi_core::ids::MemberId>, PageError> {
    let guest = ask.guest().hash();
    let (keys, now) = (Arc::clone(&ask.site.keys), now_seconds(ask));
    let Some(given) = Challenge::read(ask.typed.get("challenge"), &keys, now, Use::SignIn(&guest)) else {
        return Ok(None);
    };
    let Some(credential) = read(ask.typed.get("credential")) else { return Ok(None) };
    let found = ask.read(move |tx, _| Ok(passkey::find(tx, &credential)?)).await?;
    // The key alone is looked up by; whom its phone means by it has to be its owner.
    let owner = found.filter(|known| ask.typed.get("handle") == handle(known.member));
    let Some(known) = owner else { return Ok(None) };
    let expected = Expected { origin: &ask.origin, challenge: given.as_str() };
    let Some(counter) = signed(sent(ask), expected, &known.public_key) else { return Ok(None) };
    let keys = Arc::clone(&ask.site.keys);
    let (challenge, given_at) = (given.as_str().as_bytes().to_vec(), given.given_at());
    ask.write_at_the_door(move |tx| {
        let is_fresh = passkey::use_challenge(tx, &keys, &challenge, given_at)?;
        Ok((is_fresh && passkey::used(tx, &known, i64::from(counter))?).then_some(known.member))
    })
    .await
}
