//! Recovery codes of the operator who is signed in.

use std::sync::Arc;

use enishi_core::one_time::{self, Owner};
use enishi_core::operator;
use enishi_face::desk::{CodesPage, DeskPage};
use enishi_face::{DeskPlace, Form, Phrase, Place};

use super::code_fault;
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};
use crate::routes::route::{Outcome, Readers, Route, handler};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/operator/codes", Readers::Operator, handler!(show)),
        Route::post("/operator/codes", Readers::Operator, handler!(renew)).refilled_by(handler!(refill)),
        Route::post("/operator/codes/written", Readers::Operator, handler!(written)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    let page = page(ask, Form::empty()).await?;
    Ok(Answer::desk(page))
}

async fn page(ask: &Ask, form: Form) -> Result<DeskPage, PageError> {
    let site = Arc::clone(&ask.site);
    let (shown, left) = ask
        .read_at_desk(move |tx, desk| {
            let owner = Owner::Operator(desk.operator.id);
            Ok((one_time::codes_to_write_down(tx, &site.keys, owner)?, one_time::codes_left(tx, owner)?))
        })
        .await?;
    Ok(DeskPage::Codes(CodesPage { shown, left, form }))
}

async fn refused(ask: &Ask, why: Phrase) -> Outcome {
    let page = page(ask, Form::empty().fault("code", why)).await?;
    Ok(Answer::desk_refused(page))
}

async fn refill(ask: &mut Ask) -> Outcome {
    refused(ask, Phrase::new("trouble-stale")).await
}

async fn renew(ask: &mut Ask) -> Outcome {
    let (site, client, code) = (Arc::clone(&ask.site), ask.client.clone(), ask.typed.get("code").to_owned());
    let asked = ask
        .write_at_desk(move |tx, desk| operator::renew_codes(tx, &site.keys, desk, &client, &code))
        .await?;
    match code_fault(ask, asked) {
        Some(why) => refused(ask, why).await,
        None => Ok(Answer::to(Place::Desk(DeskPlace::Codes))),
    }
}

async fn written(ask: &mut Ask) -> Outcome {
    ask.write_at_desk(|tx, desk| one_time::codes_were_written_down(tx, Owner::Operator(desk.operator.id)))
        .await?;
    Ok(Answer::go(done_at(Place::Desk(DeskPlace::Overview), "saved")))
}
