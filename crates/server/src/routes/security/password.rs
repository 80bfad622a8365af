//! Another password.

use std::sync::Arc;

use enishi_core::password;
use enishi_core::store::Error;
use enishi_core::{login, passkey, session};
use enishi_face::pages::SecurityPage;
use enishi_face::{Form, GuardPlace, Page, Phrase, Place};

use crate::answer::Answer;
use crate::request::{Ask, Credential, done_at};
use crate::routes::login::{keep_mark, place_of_session, remember};
use crate::routes::route::{Outcome, Readers, Route, handler};
use crate::routes::words::password_fault;

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/security/password", Readers::Oneself, handler!(show)),
        Route::post("/me/security/password", Readers::Oneself, handler!(change))
            .refilled_by(handler!(refill))
            .asking_again(),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    Ok(Answer::page(Page::Security(SecurityPage::Password(Form::empty()))))
}

fn refused(why: Phrase) -> Outcome {
    let form = Form::empty().fault("new_password", why);
    Ok(Answer::refused(Page::Security(SecurityPage::Password(form))))
}

async fn refill(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    refused(Phrase::new("trouble-stale"))
}

async fn change(ask: &mut Ask) -> Outcome {
    let new = ask.typed.get("new_password").to_owned();
    let nickname = ask.who.card().map(|card| card.nickname.clone()).unwrap_or_default();
    if let Err(why) = password::check(&new, &[&nickname, &ask.site.config.site.name]) {
        return refused(password_fault(why));
    }
    let hash = ask.heavy(move |site| site.hasher.hash(&new)).await?;
    let (site, place, client) = (Arc::clone(&ask.site), place_of_session(ask), ask.client.clone());
    let (token, mark, has_passkeys) = ask
        .write::<_, Error, _>(move |tx, me| {
            login::change_password(tx, me, &hash, &client)?;
            let mark = remember(tx, me, None, &place, &site.config.login)?;
            let has_passkeys = !passkey::list(tx, me)?.is_empty();
            Ok((session::open_confirmed(tx, me, &place)?, mark, has_passkeys))
        })
        .await??;
    keep_mark(ask, mark);
    ask.hand_out(Credential::Session(token));
    Ok(Answer::go(match has_passkeys {
        // They open the account as before; if somebody else has made one, this is the moment to see it.
        true => done_at(Place::Guard(GuardPlace::Passkeys), "password-changed-passkeys"),
        false => done_at(Place::Guard(GuardPlace::Overview), "password-changed"),
    }))
}
