//! Phones that ring: switched on by a press on the phone itself, listed and switched off anywhere.

use std::sync::Arc;

use enishi_core::bell;
use enishi_core::ids::BellId;
use enishi_core::session::Door;
use enishi_device::FaceKind;
use enishi_face::pages::{BellsPage, CirclePage, RingHere, TellingPage};
use enishi_face::{Form, Page, Phrase, Place};
use enishi_touch::assets::bell_worker_path;

use super::passkey::is_reached_safely;
use super::route::{Outcome, Readers, Route, handler};
use super::telling;
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::post("/me/notices/phones", Readers::Oneself, handler!(switch_on)),
        Route::post("/me/notices/phones/{id}/off", Readers::Oneself, handler!(switch_off)),
    ]
}

/// My phones that ring; `None` where the operator has switched that off.
pub async fn page(ask: &mut Ask, form: Form) -> Result<Option<BellsPage>, PageError> {
    if ask.site.push_pair.is_none() {
        return Ok(None);
    }
    let bells = ask.read_as_member(|tx, me| Ok(bell::list(tx, me)?)).await?;
    let this = ask.session_id().ok_or(PageError::LoginNeeded)?;
    let here = offer(ask).filter(|_| !bells.iter().any(|bell| bell.session == this));
    Ok(Some(BellsPage { bells, this, can_be_here: offer(ask).is_some(), here, form }))
}

/// What the script hands to a browser that may have push: one with script, over TLS, whose session is in a cookie. What
/// a browser can do beyond that it alone knows.
fn offer(ask: &Ask) -> Option<RingHere> {
    let pair = ask.site.push_pair.as_ref()?;
    let profile = ask.profile();
    let is_touch = profile.face == FaceKind::Touch && profile.script;
    let is_safe = ask.door == Door::Site && ask.keeps_cookies() && is_reached_safely(ask);
    let worker = bell_worker_path(ask.language());
    (is_touch && is_safe).then(|| RingHere { key: pair.public().to_owned(), worker })
}

async fn switch_on(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    if ask.site.push_pair.is_none() {
        return Err(PageError::NotFound);
    }
    let endpoint = ask.typed.get("endpoint").to_owned();
    let is_known = ask.site.push_hosts.admit(&endpoint).is_some();
    if offer(ask).is_none() || !is_known {
        return refused(ask, "bell-refused").await;
    }
    let (site, device) = (Arc::clone(&ask.site), ask.device_words());
    let session = ask.session_id().ok_or(PageError::LoginNeeded)?;
    let is_on = ask
        .write(move |tx, me| {
            bell::switch_on(tx, &site.keys, (me, session), &endpoint, &device, &site.config.push.rules)
        })
        .await??;
    match is_on {
        true => Ok(Answer::go(done_at(Place::MyTelling, "bell"))),
        false => refused(ask, "bell-too-many").await,
    }
}

async fn refused(ask: &mut Ask, why: &'static str) -> Outcome {
    let form = Form::empty().fault("form", Phrase::new(why));
    let page: TellingPage = telling::page(ask, form).await?;
    Ok(Answer::refused(Page::Circle(CirclePage::Telling(page))))
}

async fn switch_off(ask: &mut Ask) -> Outcome {
    let id: BellId = ask.id("id")?;
    if !ask.write(move |tx, me| bell::switch_off(tx, me, id)).await?? {
        return Err(PageError::NotFound);
    }
    Ok(Answer::go(done_at(Place::MyTelling, "bell-off")))
}
