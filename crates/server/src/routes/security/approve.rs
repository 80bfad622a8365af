//! Letting another phone in by the word of this one.

use std::sync::Arc;

use enishi_core::approval::{self, Asker, Looked};
use enishi_face::pages::{ApprovePage, GuardingPage, SecurityPage};
use enishi_face::{Form, GuardPlace, Page, Phrase, Place};

use crate::answer::Answer;
use crate::request::{Ask, done_at};
use crate::routes::route::{Outcome, Readers, Route, handler};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/security/approve", Readers::Oneself, handler!(show)),
        Route::post("/me/security/approve", Readers::Oneself, handler!(look)).refilled_by(handler!(refill)),
        Route::post("/me/security/approve/yes", Readers::Oneself, handler!(grant)).asking_again(),
        Route::post("/me/security/approve/no", Readers::Oneself, handler!(deny)),
    ]
}

fn page(page: ApprovePage) -> Page {
    Page::Security(SecurityPage::Guarding(GuardingPage::Approve(page)))
}

async fn show(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    Ok(Answer::page(page(ApprovePage::Enter(Form::empty()))))
}

fn again(ask: &Ask, why: Phrase) -> Page {
    page(ApprovePage::Enter(Form::empty().with("code", ask.typed.get("code")).fault("code", why)))
}

async fn refill(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    Ok(Answer::refused(again(ask, Phrase::new("trouble-stale"))))
}

/// Counted, then looked up: what asks is shown before anything is granted.
async fn look(ask: &mut Ask) -> Outcome {
    let (site, code) = (Arc::clone(&ask.site), ask.typed.get("code").to_owned());
    let looked =
        ask.write(move |tx, me| approval::look(tx, &site.keys, me, &code, &site.config.approval)).await??;
    match looked {
        Looked::Found(asker) => Ok(Answer::page(question(ask, asker))),
        Looked::Unknown => Ok(Answer::refused(again(ask, Phrase::new("approve-unknown")))),
        Looked::Wait { seconds } => {
            let why = ask.slow_down(seconds);
            Ok(Answer::refused(again(ask, why)))
        }
    }
}

fn question(ask: &Ask, asker: Asker) -> Page {
    page(ApprovePage::Question { asker, code: ask.typed.get("code").to_owned() })
}

async fn grant(ask: &mut Ask) -> Outcome {
    let (site, code, client) = (Arc::clone(&ask.site), ask.typed.get("code").to_owned(), ask.client.clone());
    let granted = ask
        .write(move |tx, me| approval::grant(tx, &site.keys, me, &code, &client, &site.config.approval))
        .await??;
    match granted {
        true => Ok(Answer::go(done_at(Place::Guard(GuardPlace::Overview), "approved"))),
        false => Ok(Answer::refused(again(ask, Phrase::new("approve-unknown")))),
    }
}

async fn deny(ask: &mut Ask) -> Outcome {
    let (site, code) = (Arc::clone(&ask.site), ask.typed.get("code").to_owned());
    ask.write(move |tx, me| approval::deny(tx, &site.keys, me, &code, &site.config.approval)).await??;
    Ok(Answer::go(done_at(Place::Guard(GuardPlace::Overview), "denied")))
}
