//! Signing in at the desk, and out.

use std::sync::Arc;

use enishi_core::operator::{self, Admission, Attempt};
use enishi_face::desk::DeskPage;
use enishi_face::{DeskPlace, Form, Phrase, Place};

use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, Credential, done_at};
use crate::routes::route::{Outcome, Readers, Route, handler};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/operator/login", Readers::Door, handler!(show)),
        Route::post("/operator/login", Readers::Door, handler!(sign_in)).refilled_by(handler!(refill)),
        Route::post("/operator/logout", Readers::Operator, handler!(sign_out)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    if ask.desk.is_some() {
        return Ok(Answer::to(Place::Desk(DeskPlace::Overview)));
    }
    Ok(Answer::desk(DeskPage::Login(Form::empty())))
}

/// The name stays; what is secret is typed again.
fn refused(ask: &Ask, why: Phrase) -> Outcome {
    let form = Form::empty().with("name", ask.typed.get("name")).fault("name", why);
    Ok(Answer::desk_refused(DeskPage::Login(form)))
}

async fn refill(ask: &mut Ask) -> Outcome {
    refused(ask, Phrase::new("trouble-stale"))
}

/// Counted first, hashed outside any transaction, as long for nobody as for somebody; which of the three was wrong is
/// told to nobody.
async fn sign_in(ask: &mut Ask) -> Outcome {
    if let Admission::Wait { seconds } = admit(ask).await? {
        let why = ask.slow_down(seconds);
        return refused(ask, why);
    }
    let name = ask.typed.get("name").to_owned();
    let known = ask.read_at_the_door(move |tx| operator::find(tx, &name)).await?;
    let (password, hash) =
        (ask.typed.get("password").to_owned(), known.clone().map(|known| known.password_hash));
    let is_right = ask.heavy(move |site| site.hasher.verify(&password, hash.as_deref())).await?;
    let verified = known.filter(|_| is_right).map(|known| known.operator);
    let (site, name, client) = (Arc::clone(&ask.site), ask.typed.get("name").to_owned(), ask.client.clone());
    let code = ask.typed.get("code").to_owned();
    let opened = ask
        .write_at_the_door(move |tx| {
            let attempt = Attempt { name: &name, client: &client };
            operator::finish(tx, &site.keys, attempt, verified, &code)
        })
        .await?;
    let Some(token) = opened else { return refused(ask, Phrase::new("desk-login-wrong")) };
    ask.hand_out(Credential::Desk(token));
    Ok(Answer::to(Place::Desk(DeskPlace::Overview)))
}

async fn admit(ask: &Ask) -> Result<Admission, PageError> {
    let (site, name, client) = (Arc::clone(&ask.site), ask.typed.get("name").to_owned(), ask.client.clone());
    ask.write_at_the_door(move |tx| {
        let attempt = Attempt { name: &name, client: &client };
        operator::admit(tx, &site.keys, attempt, &site.config.operator)
    })
    .await
}

async fn sign_out(ask: &mut Ask) -> Outcome {
    let client = ask.client.clone();
    ask.write_at_desk(move |tx, desk| operator::sign_out(tx, desk, &client)).await?;
    ask.desk = None;
    ask.sign_out();
    Ok(Answer::go(done_at(Place::Desk(DeskPlace::Login), "logged-out")))
}
