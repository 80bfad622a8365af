//! How people join, and finding somebody.

use enishi_core::ids::MemberId;
use enishi_core::joining::Mode;
use enishi_core::operator;
use enishi_face::desk::{DeskPage, JoiningPage};
use enishi_face::{DeskPlace, Form, Phrase, Place};

use super::again::with_code;
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};
use crate::routes::route::{Outcome, Readers, Route, handler};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/operator/joining", Readers::Operator, handler!(show)),
        Route::post("/operator/joining/mode", Readers::Operator, handler!(set_mode))
            .refilled_by(handler!(refill)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    let sought = ask.query("member");
    if sought.is_empty() {
        return Ok(Answer::desk(page(ask, Form::empty()).await?));
    }
    match find(ask, &sought).await? {
        Some(member) => Ok(Answer::to(Place::Desk(DeskPlace::Person(member)))),
        None => {
            let form = Form::empty().with("member", sought).fault("member", Phrase::new("desk-find-nobody"));
            Ok(Answer::desk_refused(page(ask, form).await?))
        }
    }
}

/// The id itself, or an address that holds it: the part after `members`, else the last one.
pub(super) async fn find(ask: &Ask, sought: &str) -> Result<Option<MemberId>, PageError> {
    let path = sought.split(['?', '#']).next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').map(str::trim).filter(|part| !part.is_empty()).collect();
    let after = parts.iter().position(|part| *part == "members").and_then(|at| parts.get(at + 1));
    let Some(member) = after.or(parts.last()).and_then(|part| part.parse::<MemberId>().ok()) else {
        return Ok(None);
    };
    let is_somebody = ask.read_at_desk(move |tx, _| Ok(operator::is_somebody(tx, member)?)).await?;
    Ok(Some(member).filter(|_| is_somebody))
}

async fn page(ask: &Ask, form: Form) -> Result<DeskPage, PageError> {
    let configured = ask.site.config.signup.mode;
    let desk = ask.read_at_desk(move |tx, _| Ok(operator::joining_desk(tx, configured)?)).await?;
    Ok(DeskPage::Joining(JoiningPage { desk, form }))
}

async fn refused(ask: &Ask, field: &str, why: Phrase) -> Outcome {
    let form = Form::empty().with("mode", ask.typed.get("mode")).fault(field, why);
    Ok(Answer::desk_refused(page(ask, form).await?))
}

async fn refill(ask: &mut Ask) -> Outcome {
    refused(ask, "form", Phrase::new("trouble-stale")).await
}

async fn set_mode(ask: &mut Ask) -> Outcome {
    let Ok(mode) = ask.typed.get("mode").parse::<Mode>() else {
        return refused(ask, "mode", Phrase::new("desk-mode-unknown")).await;
    };
    let done = with_code(ask, move |tx, site, desk, client| {
        operator::switch_mode(tx, desk, client, site.config.signup.mode, mode)
    });
    match done.await? {
        Ok(()) => Ok(Answer::go(done_at(Place::Desk(DeskPlace::Joining), "saved"))),
        Err(why) => refused(ask, "code", why).await,
    }
}
