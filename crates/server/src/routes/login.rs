//! Logging in and out.

use std::sync::Arc;

use actix_web::http::Method;
use enishi_core::ids::MemberId;
use enishi_core::known_device::{self, Mark};
use enishi_core::login::{self, Admission, Attempt, LoginRules, Tried};
use enishi_core::security_log::{self, Event, Kind};
use enishi_core::session::{self, Found};
use enishi_core::store::{Error, Tx};
use enishi_face::pages::BY_FORMER;
use enishi_face::{Form, Page, Phrase, Place};

use super::Routes;
use super::passkey;
use super::route::{Outcome, Readers, Route, handler};
use super::second_step::first_factor_given;
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, Credential, Crumb, Typed, carried, done_at, face_word};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/login", Readers::Guests, handler!(show)).on_legacy(),
        Route::get("/login/former", Readers::Guests, handler!(show_former)).on_legacy(),
        Route::post("/login", Readers::Guests, handler!(log_in))
            .refilled_by(handler!(refill))
            .with_long_form()
            .on_legacy(),
        Route::post("/logout", Readers::Anyone, handler!(log_out)).on_legacy(),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    let challenge = passkey::challenge(ask);
    let form = Form::empty().with("next", ask.asked_next()).with("by", ask.query("by"));
    let form = form.with("challenge", challenge);
    Ok(Answer::page(Page::Login(form.with("bound", is_bound(ask)))))
}

/// For whoever has no number any more: the same form, and the number is the one they had.
async fn show_former(_: &mut Ask) -> Outcome {
    Ok(Answer::page(Page::Login(Form::empty().with("by", BY_FORMER))))
}

/// Whether the phone carries what stands for it with a PIN.
fn is_bound(ask: &Ask) -> &'static str {
    if ask.jar.shown(Crumb::Phone).is_some() { "1" } else { "" }
}

/// The form as typed, but for the password, and with the fields of another form that it carries.
fn form(ask: &Ask) -> Form {
    let typed = ["login", "next", "by"];
    let typed = typed.iter().fold(Form::empty(), |form, field| form.with(field, ask.typed.get(field)));
    let typed = typed.with("bound", is_bound(ask));
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
    let (admission, tried) = admit(ask).await?;
    if let Admission::Wait { seconds } = admission {
        let why = Phrase::new("login-wait").with("seconds", seconds);
        return Ok(Answer::too_often(Page::Login(form(ask).fault("login", why)), seconds));
    }
    let known = find(ask).await?;
    let (password, hash) =
        (ask.typed.get("password").to_owned(), known.clone().map(|known| known.password_hash));
    let right = ask.heavy(move |site| site.hasher.verify(&password, hash.as_deref())).await?;
    if !right {
        let (member, client) = (known.map(|known| known.member), ask.client.clone());
        ask.write_at_the_door(move |tx| login::failed(tx, member, &client)).await?;
        return refused(ask, Phrase::new("login-wrong"));
    }
    let Some(known) = known else { return refused(ask, Phrase::new("login-wrong")) };
    let Some(known) = renew_hash(ask, known).await? else { return refused(ask, Phrase::new("login-wrong")) };
    first_factor_given(ask, known.member, Some(tried.right(&known))).await
}

async fn admit(ask: &mut Ask) -> Result<(Admission, Tried), PageError> {
    let (site, typed, client) =
        (Arc::clone(&ask.site), ask.typed.get("login").to_owned(), ask.client.clone());
    let mark = device_mark(ask);
    ask.write_at_the_door(move |tx| {
        let device = match mark {
            Some(mark) => login::known_device(tx, &site.keys, &typed, &site.countries, &mark)?,
            None => None,
        };
        let attempt = Attempt { login: &typed, client: &client, known_device: device.as_deref() };
        let admission = login::admit(tx, &site.keys, attempt, &site.countries, &site.config.login)?;
        let tried = Tried::of(tx, &site.keys, attempt, &site.countries)?;
        Ok((admission, tried))
    })
    .await
}

/// The mark of this phone, if it shows one.
pub fn device_mark(ask: &Ask) -> Option<Mark> {
    ask.jar.shown(Crumb::Device).and_then(Mark::parse)
}

/// A hash made at an older cost is made anew while the password is at hand. Of two phones that sign in at one moment one
/// is quicker; the other finds a hash it does not know, and asks it again. `None`: it is another password's.
async fn renew_hash(
    ask: &mut Ask,
    known: login::Credentials,
) -> Result<Option<login::Credentials>, PageError> {
    if !ask.site.hasher.is_outdated(&known.password_hash) {
        return Ok(Some(known));
    }
    let password = ask.typed.get("password").to_owned();
    let (typed, renewed) = (password.clone(), ask.heavy(move |site| site.hasher.hash(&password)).await?);
    let kept = login::Credentials { password_hash: renewed.clone(), ..known };
    if ask.write_at_the_door(move |tx| login::renew_hash(tx, &known, &renewed)).await? {
        return Ok(Some(kept));
    }
    let Some(stands) = find(ask).await? else { return Ok(None) };
    let hash = stands.password_hash.clone();
    let right = ask.heavy(move |site| site.hasher.verify(&typed, Some(&hash))).await?;
    Ok(right.then_some(stands))
}

async fn find(ask: &mut Ask) -> Result<Option<login::Credentials>, PageError> {
    let (site, typed) = (Arc::clone(&ask.site), ask.typed.get("login").to_owned());
    let find = if ask.typed.get("by") == BY_FORMER { login::find_former } else { login::find };
    ask.read(move |tx, _| Ok(find(tx, &site.keys, &typed, &site.countries)?)).await
}

/// How somebody came in.
pub enum Given {
    /// By the password, as it was counted; or they have just chosen it.
    Password(Option<Tried>),
    /// By something else: a serious step will ask for the password. With what is known of it, if another one would have
    /// kept them out.
    NoPassword(Option<Tried>),
}

/// Signs in whoever has given everything that is asked for: see [`first_factor_given`]. A new token at every login:
/// one that was set from outside is worth nothing. The phone is known from here on, and the tries that led here count
/// no longer. `false`: they are kept out since, or the password was changed while the rest was asked for.
pub async fn open_session(ask: &mut Ask, member: MemberId, given: Given) -> Result<bool, PageError> {
    let (gave_password, tried) = match given {
        Given::Password(tried) => (true, tried),
        Given::NoPassword(tried) => (false, tried),
    };
    // The face chosen at the door goes in with the member.
    let (place, face) = (place_of_session(ask), ask.chosen_face());
    let (site, client, mark) = (Arc::clone(&ask.site), ask.client.clone(), device_mark(ask));
    let opened = ask
        .write_at_the_door(move |tx| {
            if !login::enter(tx, &site.keys, member, tried.as_ref())? {
                return Ok(None);
            }
            let token = match gave_password {
                true => session::open_confirmed(tx, member, &place)?,
                false => session::open(tx, member, &place)?,
            };
            let (in_path, family, network) = (place.in_path, &place.family, &place.network);
            let shown = session::Shown { token: &token, in_path, family, network };
            security_log::record(tx, Event::of(Kind::SignedIn).member(member).client(&client))?;
            if let Found::Live(opened) = session::find(tx, shown, &site.config.session)? {
                session::choose_face(tx, opened.id, face.map(face_word))?;
            }
            let mark = remember(tx, member, mark.as_ref(), &place, &site.config.login)?;
            Ok::<_, Error>(Some((token, mark)))
        })
        .await?;
    let Some((token, mark)) = opened else { return Ok(false) };
    keep_mark(ask, mark);
    ask.hand_out(Credential::Session(token));
    Ok(true)
}

/// From here on this phone is known, if it can carry a mark.
pub fn remember(
    tx: &mut Tx<'_>,
    member: MemberId,
    shown: Option<&Mark>,
    place: &session::Place,
    rules: &LoginRules,
) -> Result<Option<Mark>, Error> {
    if place.in_path {
        return Ok(None);
    }
    known_device::remember(tx, member, shown, &place.device, rules).map(Some)
}

/// Hands the mark out.
pub fn keep_mark(ask: &mut Ask, mark: Option<Mark>) {
    if let Some(mark) = mark {
        ask.jar.keep(Crumb::Device, mark.as_str(), ask.site.config.login.device_seconds);
    }
}

/// Where a session of this phone lives.
pub fn place_of_session(ask: &Ask) -> session::Place {
    let in_path = !ask.keeps_cookies();
    session::Place {
        door: ask.door,
        in_path,
        family: ask.profile().family.clone(),
        device: ask.device_words(),
        network: if in_path { ask.network() } else { String::new() },
    }
}

/// Where the login page was in the way: to the page asked for, or back into the form that was being sent.
pub async fn go_on(ask: &mut Ask) -> Outcome {
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
