//! Signed in elsewhere: somebody is on the way back to my account, and may be stopped.

use enishi_core::recovery;
use enishi_face::pages::{GuardingPage, SecurityPage};
use enishi_face::{GuardPlace, Page, Place};

use crate::answer::Answer;
use crate::request::{Ask, done_at};
use crate::routes::route::{Outcome, Readers, Route, handler};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/security/recovery", Readers::Oneself, handler!(show)),
        Route::post("/me/security/recovery", Readers::Oneself, handler!(stop)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    let begun_at = ask.read_as_member(|tx, me| Ok(recovery::begun_at(tx, me)?)).await?;
    Ok(Answer::page(Page::Security(SecurityPage::Guarding(GuardingPage::Recovery(begun_at)))))
}

/// No password is asked for: it takes nothing away but a way in, and time matters.
async fn stop(ask: &mut Ask) -> Outcome {
    let client = ask.client.clone();
    ask.write(move |tx, me| recovery::stop(tx, me, &client)).await??;
    Ok(Answer::go(done_at(Place::Guard(GuardPlace::Overview), "recovery-stopped")))
}
