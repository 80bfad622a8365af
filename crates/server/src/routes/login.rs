//! Logging in and out.

use std::sync::Arc;

use actix_web::http::Method;
use enishi_core::login::{self, Admission, Attempt};
use enishi_core::security_log::{self, Event, Kind};
use enishi_core::session::{self, Found};
use enishi_core::store::Error;
use enishi_face::{Form, Page, Phrase, Place};

use super::Routes;
use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::request::{Ask, Credential, Typed, carried, done_at, face_word};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/login", Readers::Guests, handler!(show)),
        Route::post("/login", Readers::Guests, handler!(log_in))
            .refilled_by(handler!(refill))
            .with_long_form(),
        Route::post("/logout", Readers::Anyone, handler!(log_out)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    Ok(Answer::page(Page::Login(Form::empty().with("next", ask.asked_next()))))
}

/// The form as typed, but for the password, and with the fields of another form that it carries.
fn form(ask: &Ask) -> Form {
    let typed = Form::empty().with("login", ask.typed.get("login")).with("next", ask.typed.get("next"));
    carried(ask).fold(typed, |form, (field, value)| form.carry(field, value))
}

async fn refill(ask: &mut Ask) -> Outcome {
    Ok(Answer::refused(Page::Login(form(ask).fault("form", Phrase::new("trouble-stale")))))
}

fn refused(ask: &Ask, why: Phrase) -> Outcome {
    Ok(Answer::refused(Page::Login(form(ask).fault("login", why))))
}

/// Counted first, hashed outside any transaction, and as long for nobody as for somebody.
async fn log_in(ask: &mut Ask) -> Outcome {
    if let Admission::Wait { seconds } = admit(ask).await? {
        let why = Phrase::new("login-wait").with("seconds", seconds);
        return Ok(Answer::too_often(Page::Login(form(ask).fault("login", why)), seconds));
    }
    let (site, typed) = (Arc::clone(&ask.site), ask.typed.get("login").to_owned());
    let known = ask.read(move |tx, _| Ok(login::find(tx, &site.keys, &typed, &site.countries)?)).await?;
    let (password, hash) =
        (ask.typed.get("password").to_owned(), known.clone().map(|known| known.password_hash));
    let right = ask.heavy(move |site| site.hasher.verify(&password, hash.as_deref())).await?;
    if !right {
        let (member, client) = (known.map(|known| known.member), ask.client.clone());
        ask.write_at_the_door(move |tx| login::failed(tx, member, &client)).await?;
        return refused(ask, Phrase::new("login-wrong"));
    }
    let Some(known) = known else { return refused(ask, Phrase::new("login-wrong")) };
    renew_hash(ask, &known).await?;
    if let Some(answer) = super::leaving::offer_return(ask, known.member).await? {
        return Ok(answer);
    }
    open_session(ask, known.member).await?;
    go_on(ask).await
}

async fn admit(ask: &mut Ask) -> Result<Admission, crate::error::PageError> {
    let (site, typed, client) =
        (Arc::clone(&ask.site), ask.typed.get("login").to_owned(), ask.client.clone());
    ask.write_at_the_door(move |tx| {
        let attempt = Attempt { login: &typed, client: &client, known_device: None };
        login::admit(tx, &site.keys, attempt, &site.countries, &site.config.login)
    })
    .await
}

/// A hash made at an older cost is made anew while the password is at hand.
async fn renew_hash(ask: &mut Ask, known: &login::Credentials) -> Result<(), crate::error::PageError> {
    if !ask.site.hasher.is_outdated(&known.password_hash) {
        return Ok(());
    }
    let password = ask.typed.get("password").to_owned();
    let renewed = ask.heavy(move |site| site.hasher.hash(&password)).await?;
    let known = known.clone();
    ask.write_at_the_door(move |tx| login::renew_hash(tx, &known, &renewed)).await
}

/// A new token at every login: one that was set from outside is worth nothing.
pub async fn open_session(
    ask: &mut Ask,
    member: enishi_core::ids::MemberId,
) -> Result<(), crate::error::PageError> {
    // The face chosen at the door goes in with the member.
    let (place, face) = (place_of_session(ask), ask.chosen_face());
    let (site, typed, client) =
        (Arc::clone(&ask.site), ask.typed.get("login").to_owned(), ask.client.clone());
    let token = ask
        .write_at_the_door(move |tx| {
            let attempt = Attempt { login: &typed, client: &client, known_device: None };
            login::succeeded(tx, &site.keys, attempt, &site.countries)?;
            let token = session::open_confirmed(tx, member, &place)?;
            let (in_path, family, network) = (place.in_path, &place.family, &place.network);
            let shown = session::Shown { token: &token, in_path, family, network };
            security_log::record(tx, Event::of(Kind::SignedIn).member(member).client(&client))?;
            if let Found::Live(opened) = session::find(tx, shown, &site.config.session)? {
                session::choose_face(tx, opened.id, face.map(face_word))?;
            }
            Ok::<_, Error>(token)
        })
        .await?;
    ask.hand_out(Credential::Session(token));
    Ok(())
}

/// Where a session of this phone lives.
pub fn place_of_session(ask: &Ask) -> session::Place {
    let in_path = !ask.keeps_cookies();
    session::Place {
        in_path,
        family: ask.profile().family.clone(),
        device: ask.device_words(),
        network: if in_path { ask.network() } else { String::new() },
    }
}

/// Where the login page was in the way: to the page asked for, or back into the form that was being sent.
async fn go_on(ask: &mut Ask) -> Outcome {
    let kept: Vec<_> = carried(ask).map(|(field, value)| (field.to_owned(), value.to_owned())).collect();
    let next = ask.next_place();
    if kept.is_empty() {
        return Ok(Answer::go(next));
    }
    let routes = Routes::new();
    let path = next.split('?').next().unwrap_or_default().to_owned();
    let Ok((route, params)) = routes.find(&Method::POST, &path) else { return Ok(Answer::go(next)) };
    let Some(refill) = route.refill else { return Ok(Answer::go(next)) };
    ask.shown_path = routes.nearest_page(&path);
    (ask.typed, ask.params, ask.path, ask.readers) = (Typed::of(kept), params, path, route.readers);
    ask.look().await?;
    refill(ask).await
}

async fn log_out(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    if let Some(id) = ask.session_id() {
        ask.write_at_the_door(move |tx| session::end(tx, id)).await?;
    }
    ask.sign_out();
    Ok(Answer::go(done_at(Place::Welcome, "logged-out")))
}
