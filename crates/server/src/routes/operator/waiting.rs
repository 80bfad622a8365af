//! Those who wait for a yes.

use enishi_core::ban::Reason;
use enishi_core::ids::MemberId;
use enishi_core::operator::{self, Refusal};
use enishi_face::desk::{DeskPage, WaitingDeskPage, picked};
use enishi_face::{DeskPlace, Form, Phrase, Place};

use super::again::with_code;
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};
use crate::routes::route::{Outcome, Readers, Route, handler};
use crate::welcome::welcome;

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/operator/joining/waiting", Readers::Operator, handler!(show)),
        Route::post("/operator/joining/waiting", Readers::Operator, handler!(answer))
            .refilled_by(handler!(refill)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    Ok(Answer::desk(page(ask, Form::empty()).await?))
}

async fn page(ask: &Ask, form: Form) -> Result<DeskPage, PageError> {
    let waiting = ask.read_at_desk(|tx, _| Ok(operator::waiting_desk(tx)?)).await?;
    Ok(DeskPage::Waiting(WaitingDeskPage { waiting, form }))
}

async fn refused(ask: &Ask, field: &str, why: Phrase) -> Outcome {
    let form = ticked(ask)
        .with("reason", ask.typed.get("reason"))
        .with("keep_out", ask.typed.get("keep_out"))
        .fault(field, why);
    Ok(Answer::desk_refused(page(ask, form).await?))
}

/// A form with everybody ticked who was.
pub(super) fn ticked(ask: &Ask) -> Form {
    ask.typed.all("pick").fold(Form::empty(), |form, id| form.with(&picked(id), "1"))
}

/// Everybody who was ticked, each once, in the order of ids: two operators take the rows in the same order.
pub(super) fn picks(ask: &Ask) -> Vec<MemberId> {
    let mut members: Vec<MemberId> = ask.typed.all("pick").filter_map(|id| id.parse().ok()).collect();
    members.sort_unstable();
    members.dedup();
    members
}

async fn refill(ask: &mut Ask) -> Outcome {
    refused(ask, "form", Phrase::new("trouble-stale")).await
}

/// What was pressed.
#[derive(Clone, Copy)]
enum Pressed {
    Approve,
    Decline(Refusal),
}

/// A press that is neither of the two, as from a return key, lets nobody in and sends nobody away by mistake: it
/// needs a reason for a no, and has none.
fn pressed(ask: &Ask) -> Option<Pressed> {
    if ask.typed.get("act") == "approve" {
        return Some(Pressed::Approve);
    }
    let reason = Reason::of_word(ask.typed.get("reason"))?;
    Some(Pressed::Decline(Refusal { reason, keeps_number_out: ask.typed.get("keep_out") == "1" }))
}

async fn answer(ask: &mut Ask) -> Outcome {
    let members = picks(ask);
    if members.is_empty() {
        return refused(ask, "pick", Phrase::new("desk-pick-none")).await;
    }
    let Some(pressed) = pressed(ask) else {
        return refused(ask, "reason", Phrase::new("desk-reason-needed")).await;
    };
    let done = with_code(ask, move |tx, site, desk, client| {
        let mut answered = 0;
        for member in members {
            let is_done = match pressed {
                Pressed::Approve => operator::approve(tx, &site.keys, desk, client, member, &welcome(site))?,
                Pressed::Decline(refusal) => operator::decline(tx, desk, client, member, refusal)?,
            };
            answered += usize::from(is_done);
        }
        Ok(answered)
    });
    match done.await? {
        Ok(answered) => {
            let said = if answered == 0 { "already" } else { "saved" };
            Ok(Answer::go(done_at(Place::Desk(DeskPlace::Waiting), said)))
        }
        Err(why) => refused(ask, "code", why).await,
    }
}
