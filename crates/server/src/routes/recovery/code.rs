//! The code from the text message: until it is right, nothing depends on whose number it is.

use std::sync::Arc;

use enishi_core::recovery;
use enishi_core::signup::{self, Aim, Asked, Asker, Entered, FlowState};
use enishi_face::pages::{RecoveryCode, RecoveryPage};
use enishi_face::{Form, Page, Phrase, RecoveryPlace};

use super::{at, page, tomorrow};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, Credential, Guest, done_at};
use crate::routes::route::{Outcome, Readers, Route, handler};
use crate::routes::sms;

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/login/forgot/code", Readers::Guests, handler!(show)),
        Route::post("/login/forgot/code", Readers::Guests, handler!(enter)).refilled_by(handler!(refill)),
        Route::post("/login/forgot/code/resend", Readers::Guests, handler!(resend)),
    ]
}

async fn flow(ask: &mut Ask) -> Result<FlowState, PageError> {
    let (site, guest) = (Arc::clone(&ask.site), ask.guest().hash());
    ask.read(move |tx, _| {
        Ok(signup::state_to(tx, &site.keys, &guest, Aim::Recover, &site.config.signup.rules)?)
    })
    .await
}

/// The page with this form on it; `None` if no code was asked for.
async fn code_page(ask: &mut Ask, form: Form) -> Result<Option<Page>, PageError> {
    let FlowState::CodeSent { can_resend_at, last_two, progress, .. } = flow(ask).await? else {
        return Ok(None);
    };
    let resend_in_seconds = can_resend_at.seconds_since(ask.site.store.now()).max(0);
    Ok(Some(page(RecoveryPage::Code(RecoveryCode { form, last_two, resend_in_seconds, progress }))))
}

async fn show(ask: &mut Ask) -> Outcome {
    let shown = code_page(ask, Form::empty()).await?;
    Ok(shown.map_or_else(|| Answer::to(at(RecoveryPlace::Number)), Answer::page))
}

async fn again(ask: &mut Ask, why: Phrase) -> Outcome {
    let form = Form::empty().with("code", ask.typed.get("code")).fault("code", why);
    let shown = code_page(ask, form).await?;
    Ok(shown.map_or_else(|| Answer::to(at(RecoveryPlace::Number)), Answer::refused))
}

async fn later(ask: &mut Ask, why: Phrase, seconds: i64) -> Outcome {
    let shown = code_page(ask, Form::empty().fault("code", why)).await?;
    let late = |shown| Answer::too_often(shown, seconds);
    Ok(shown.map_or_else(|| Answer::to(at(RecoveryPlace::Number)), late))
}

async fn refill(ask: &mut Ask) -> Outcome {
    again(ask, Phrase::new("trouble-stale")).await
}

/// A token that was in an address before the code was right may be in other hands: a new one goes on.
async fn enter(ask: &mut Ask) -> Outcome {
    let typed = ask.typed.get("code").to_owned();
    if typed.trim().is_empty() {
        return again(ask, Phrase::new("signup-code-empty")).await;
    }
    let (site, guest, client) = (Arc::clone(&ask.site), ask.guest().hash(), ask.client.clone());
    let next = Guest::new(site.store.now(), ask.guest().preferences);
    let to = next.hash();
    let entered = ask
        .write_at_the_door(move |tx| {
            let config = &site.config;
            let entered =
                signup::enter_code_to(tx, &site.keys, &guest, &typed, Aim::Recover, &config.signup.rules)?;
            if entered != Entered::Right {
                return Ok(entered);
            }
            signup::hand_over(tx, &guest, &to)?;
            let has_begun = recovery::begin(tx, &site.keys, &to, &client, &config.recovery)?;
            Ok(if has_begun { Entered::Right } else { Entered::NoFlow })
        })
        .await?;
    match entered {
        Entered::Right => {
            ask.hand_out(Credential::Guest(next));
            Ok(Answer::to(at(RecoveryPlace::Proof)))
        }
        Entered::Wrong { left } => {
            again(ask, Phrase::new("signup-code-wrong").with("n", i64::from(left))).await
        }
        Entered::Expired => again(ask, Phrase::new("signup-code-expired")).await,
        Entered::Dead => again(ask, Phrase::new("signup-code-dead")).await,
        Entered::NoFlow => Ok(Answer::to(at(RecoveryPlace::Number))),
    }
}

async fn resend(ask: &mut Ask) -> Outcome {
    let (site, texts) = (Arc::clone(&ask.site), sms::recovery_texts(ask));
    let (guest, client, is_shared) = (ask.guest().hash(), ask.client.clone(), ask.is_shared_client());
    let asked = ask
        .write_at_the_door(move |tx| {
            let asker = Asker { is_shared, is_vouched: true, ..Asker::at(&client) };
            let (signup, rules) = (&site.config.signup.rules, &site.config.recovery);
            recovery::ask_again(tx, &site.keys, &guest, asker, &texts, signup, rules)
        })
        .await?;
    ask.site.texts_wait.notify_one();
    match asked {
        None | Some(Asked::NeedsWord) => Ok(Answer::to(at(RecoveryPlace::Number))),
        Some(Asked::Sent) => Ok(Answer::go(done_at(at(RecoveryPlace::Code), "resent"))),
        Some(Asked::Wait { seconds }) => {
            later(ask, Phrase::new("signup-wait").with("seconds", seconds), seconds).await
        }
        Some(Asked::SpentForToday { seconds }) => later(ask, tomorrow(seconds), seconds).await,
    }
}
