//! Those who are kept out.

use enishi_core::operator;
use enishi_face::desk::{DeskPage, KeptOutPage};
use enishi_face::{DeskPlace, Form, Phrase, Place};

use super::again::with_code;
use super::waiting::{picks, ticked};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};
use crate::routes::route::{Outcome, Readers, Route, handler};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/operator/joining/kept-out", Readers::Operator, handler!(show)),
        Route::post("/operator/joining/kept-out", Readers::Operator, handler!(readmit))
            .refilled_by(handler!(refill)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    Ok(Answer::desk(page(ask, Form::empty()).await?))
}

async fn page(ask: &Ask, form: Form) -> Result<DeskPage, PageError> {
    let desk = ask.read_at_desk(|tx, _| Ok(operator::kept_out_desk(tx)?)).await?;
    Ok(DeskPage::KeptOut(KeptOutPage { desk, form }))
}

async fn refused(ask: &Ask, field: &str, why: Phrase) -> Outcome {
    Ok(Answer::desk_refused(page(ask, ticked(ask).fault(field, why)).await?))
}

async fn refill(ask: &mut Ask) -> Outcome {
    refused(ask, "form", Phrase::new("trouble-stale")).await
}

async fn readmit(ask: &mut Ask) -> Outcome {
    let members = picks(ask);
    if members.is_empty() {
        return refused(ask, "pick", Phrase::new("desk-pick-none")).await;
    }
    let done = with_code(ask, move |tx, _, desk, client| {
        let mut readmitted = 0;
        for member in members {
            readmitted += usize::from(operator::readmit(tx, desk, client, member)?);
        }
        Ok(readmitted)
    });
    match done.await? {
        Ok(readmitted) => {
            let said = if readmitted == 0 { "already" } else { "saved" };
            Ok(Answer::go(done_at(Place::Desk(DeskPlace::KeptOut), said)))
        }
        Err(why) => refused(ask, "code", why).await,
    }
}
