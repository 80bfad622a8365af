//! Leaving, and coming back.

use std::sync::Arc;

use enishi_core::ids::MemberId;
use enishi_core::leaving;
use enishi_core::secrets::is_same;
use enishi_face::pages::AccountPage;
use enishi_face::{Form, Page, Phrase, Place};

use super::login::{Given, open_session};
use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

/// The password was given so lately, in seconds, that coming back does not ask for it again.
const MARK_SECONDS: i64 = 600;
const DAY_SECONDS: i64 = 86_400;
/// What the way back is signed as.
const COME_BACK: &[u8] = b"come back";

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/leave", Readers::Oneself, handler!(show)).asking_again(),
        Route::post("/me/leave", Readers::Oneself, handler!(leave)).asking_again(),
        Route::post("/login/return", Readers::Guests, handler!(come_back)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    let days = (ask.site.config.leaving.grace_seconds + DAY_SECONDS - 1) / DAY_SECONDS;
    Ok(Answer::page(Page::Account(AccountPage::Leave { days })))
}

async fn leave(ask: &mut Ask) -> Outcome {
    let site = Arc::clone(&ask.site);
    ask.write(move |tx, me| leaving::leave(tx, &site.keys, me, &site.config.leaving)).await??;
    ask.site.letters_wait.notify_one();
    ask.sign_out();
    Ok(Answer::go(done_at(Place::Welcome, "left")))
}

/// For somebody who gave the right password: whether they are leaving, and then the way back.
pub async fn offer_return(ask: &mut Ask, member: MemberId) -> Result<Option<Answer>, PageError> {
    let until = ask.read(move |tx, _| Ok(leaving::ends_at(tx, member)?)).await?;
    let Some(until) = until else { return Ok(None) };
    let at = ask.site.store.now().millis() / 1000;
    let mark = format!("{member}.{at}.{}", signature(ask, member, at));
    Ok(Some(Answer::page(Page::Account(AccountPage::ComeBack { until, mark }))))
}

/// Good on the phone that gave the password, for some minutes.
fn signature(ask: &mut Ask, member: MemberId, at: i64) -> String {
    let said = said(ask, member, at);
    data_encoding::HEXLOWER.encode(&ask.site.keys.form_mac(&[COME_BACK, &said]))
}

fn said(ask: &mut Ask, member: MemberId, at: i64) -> Vec<u8> {
    let (id, at) = (i64::from(member).to_be_bytes(), at.to_be_bytes());
    [&id[..], &at, &ask.guest().hash()].concat()
}

fn read_mark(ask: &mut Ask) -> Option<MemberId> {
    let mark = ask.typed.get("mark").to_owned();
    let mut parts = mark.split('.');
    let member: MemberId = parts.next()?.parse().ok()?;
    let at: i64 = parts.next()?.parse().ok()?;
    let age = ask.site.store.now().millis() / 1000 - at;
    let (sent, said) = (parts.next()?, said(ask, member, at));
    let is_sent = |mac: &[u8]| is_same(sent.as_bytes(), data_encoding::HEXLOWER.encode(mac).as_bytes());
    let is_ours = ask.site.keys.any_form_mac(&[COME_BACK, &said], is_sent);
    ((0..MARK_SECONDS).contains(&age) && is_ours).then_some(member)
}

async fn come_back(ask: &mut Ask) -> Outcome {
    let member = read_mark(ask);
    let is_back = match member {
        Some(member) => ask.write_at_the_door(move |tx| leaving::come_back(tx, member)).await?,
        None => false,
    };
    let Some(member) = member.filter(|_| is_back) else {
        let form = Form::empty().fault("login", Phrase::new("come-back-over"));
        return Ok(Answer::refused(Page::Login(form)));
    };
    open_session(ask, member, Given::NoPassword(None)).await?;
    Ok(Answer::go(done_at(Place::Home, "back")))
}
