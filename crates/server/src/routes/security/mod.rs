//! What guards one's account: which phones are signed in, what happened, and the steps that change it.

mod again;
mod app;
mod approve;
mod number;
mod passkeys;
mod password;
mod pin;
mod trusted;

use std::sync::Arc;

use enishi_core::ids::{DeviceId, SessionId};
use enishi_core::known_device;
use enishi_core::notice;
use enishi_core::security_log::{self, Sought};
use enishi_core::session;
use enishi_face::pages::{Happened, Overview, SecurityPage, told};
use enishi_face::{GuardPlace, Page, Place};

use super::login::device_mark;
use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

/// How many of the newest events are told.
const NEWEST_EVENTS: usize = 10;

pub fn routes() -> Vec<Route> {
    let mut all = vec![
        Route::get("/me/security", Readers::Oneself, handler!(show)),
        Route::post("/me/security/sessions/end", Readers::Oneself, handler!(end_others)),
        Route::post("/me/security/sessions/{id}/end", Readers::Oneself, handler!(end_one)),
        Route::post("/me/security/devices/{id}/forget", Readers::Oneself, handler!(forget)),
    ];
    all.extend(again::routes());
    all.extend(app::routes());
    all.extend(approve::routes());
    all.extend(number::routes());
    all.extend(pin::routes());
    all.extend(passkeys::routes());
    all.extend(password::routes());
    all.extend(trusted::routes());
    all
}

async fn show(ask: &mut Ask) -> Outcome {
    let (site, mark) = (Arc::clone(&ask.site), device_mark(ask));
    let (sessions, lines, devices, this_device) = ask
        .read_as_member(move |tx, me| {
            let sought = Sought { member: Some(me), ..Sought::default() };
            let this_device = match mark {
                Some(mark) => known_device::find(tx, me, &mark)?,
                None => None,
            };
            let sessions = session::list(tx, me, &site.config.session)?;
            Ok((sessions, security_log::list(tx, sought)?, known_device::list(tx, me)?, this_device))
        })
        .await?;
    check_off(ask).await?;
    let this = ask.session_id().ok_or(PageError::LoginNeeded)?;
    let happened = |line: security_log::Line| Some(Happened { words: told(line.kind?)?, at: line.at });
    let events = lines.into_iter().filter_map(happened).take(NEWEST_EVENTS).collect();
    let page = Overview { sessions, this, devices, this_device, events };
    Ok(Answer::page(Page::Security(SecurityPage::Overview(Box::new(page)))))
}

/// Whoever looks here has seen that the account was come back to.
async fn check_off(ask: &mut Ask) -> Result<(), PageError> {
    if ask.read_as_member(|tx, me| Ok(notice::waits_about_account(tx, me)?)).await? {
        ask.write(notice::account_was_checked).await??;
    }
    Ok(())
}

/// Somebody else's session and one that was never there are the same.
async fn end_one(ask: &mut Ask) -> Outcome {
    let (id, client) = (ask.id::<SessionId>("id")?, ask.client.clone());
    let ended = ask.write(move |tx, me| session::end_one(tx, me, id, &client)).await??;
    if !ended {
        return Err(PageError::NotFound);
    }
    Ok(Answer::go(done_at(Place::Guard(GuardPlace::Overview), "session-ended")))
}

async fn end_others(ask: &mut Ask) -> Outcome {
    let client = ask.client.clone();
    let this = ask.session_id().ok_or(PageError::LoginNeeded)?;
    ask.write(move |tx, me| session::end_others(tx, me, this, &client)).await??;
    Ok(Answer::go(done_at(Place::Guard(GuardPlace::Overview), "session-ended")))
}

/// From now on strangers' waits are that phone's too; a session on it lives on.
async fn forget(ask: &mut Ask) -> Outcome {
    let id: DeviceId = ask.id("id")?;
    if !ask.write(move |tx, me| known_device::forget(tx, me, id)).await?? {
        return Err(PageError::NotFound);
    }
    Ok(Answer::go(done_at(Place::Guard(GuardPlace::Overview), "device-forgotten")))
}
