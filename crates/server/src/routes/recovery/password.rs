//! The new password, and in.

use std::sync::Arc;

use enishi_core::password;
use enishi_core::recovery::{self, Done, Proof};
use enishi_face::pages::RecoveryPage;
use enishi_face::{Form, GuardPlace, Phrase, Place, RecoveryPlace};

use super::proof::standing;
use super::{at, over, page};
use crate::answer::Answer;
use crate::request::{Ask, Typed, done_at};
use crate::routes::route::{Outcome, Readers, Route, handler};
use crate::routes::second_step::{come_in, first_factor_given};
use crate::routes::words::password_fault;

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/login/forgot/password", Readers::Guests, handler!(show)),
        Route::post("/login/forgot/password", Readers::Guests, handler!(finish))
            .refilled_by(handler!(refill)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    match standing(ask).await? {
        None => Ok(Answer::to(at(RecoveryPlace::Number))),
        Some(standing) if standing.proof.is_none() => Ok(Answer::to(at(RecoveryPlace::Proof))),
        Some(_) => Ok(Answer::page(page(RecoveryPage::Password(Form::empty())))),
    }
}

fn refused(why: Phrase) -> Outcome {
    let form = Form::empty().fault("new_password", why);
    Ok(Answer::refused(page(RecoveryPage::Password(form))))
}

async fn refill(ask: &mut Ask) -> Outcome {
    match standing(ask).await? {
        Some(standing) if standing.proof.is_some() => refused(Phrase::new("trouble-stale")),
        _ => over(ask),
    }
}

/// Nothing is hashed for whoever has not proven enough.
async fn finish(ask: &mut Ask) -> Outcome {
    let guest = ask.guest().hash();
    let name = ask.read(move |tx, _| Ok(recovery::name_if_proven(tx, &guest)?)).await?;
    let Some(name) = name else { return over(ask) };
    let new = ask.typed.get("new_password").to_owned();
    if let Err(why) = password::check(&new, &[&name, &ask.site.config.site.name]) {
        return refused(password_fault(why));
    }
    let hash = ask.heavy(move |site| site.hasher.hash(&new)).await?;
    let (site, guest, client) = (Arc::clone(&ask.site), ask.guest().hash(), ask.client.clone());
    let done =
        ask.write_at_the_door(move |tx| recovery::finish(tx, &site.keys, &guest, &hash, &client)).await?;
    ask.site.letters_wait.notify_one();
    match done {
        None => over(ask),
        Some(done) => go_in(ask, done).await,
    }
}

/// Whoever has an authenticator app is asked for it, unless a recovery code has stood for it just now. From there to
/// the page where everything that guards the account can be checked.
async fn go_in(ask: &mut Ask, done: Done) -> Outcome {
    let next = done_at(Place::Guard(GuardPlace::Overview), "recovered");
    ask.typed = Typed::of(vec![("next".to_owned(), next)]);
    match done.proof {
        Proof::Paper => come_in(ask, done.member, None).await,
        _ => first_factor_given(ask, done.member, None).await,
    }
}
