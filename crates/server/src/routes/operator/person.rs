//! One person and their branch.

use enishi_core::ids::MemberId;
use enishi_core::operator;
use enishi_face::desk::{DeskPage, PersonPage, WITHIN_DAYS};
use enishi_face::{DeskPlace, Form, Phrase, Place};

use super::again::with_code;
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};
use crate::routes::route::{Outcome, Readers, Route, handler};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/operator/members/{id}", Readers::Operator, handler!(show)),
        Route::post("/operator/members/{id}/revoke", Readers::Operator, handler!(revoke))
            .refilled_by(handler!(refill)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    Ok(Answer::desk(page(ask, Form::empty()).await?))
}

async fn page(ask: &Ask, form: Form) -> Result<DeskPage, PageError> {
    let member: MemberId = ask.id("id")?;
    let person = ask.read_at_desk(move |tx, _| Ok(operator::person_desk(tx, member)?)).await?;
    let person = person.ok_or(PageError::NotFound)?;
    Ok(DeskPage::Person(Box::new(PersonPage { person, form })))
}

async fn refused(ask: &Ask, field: &str, why: Phrase) -> Outcome {
    let form = Form::empty().with("within", ask.typed.get("within")).fault(field, why);
    Ok(Answer::desk_refused(page(ask, form).await?))
}

async fn refill(ask: &mut Ask) -> Outcome {
    refused(ask, "form", Phrase::new("trouble-stale")).await
}

/// The days of the form; `None` for any number that the list does not offer.
pub(super) fn within(typed: &str) -> Option<i64> {
    WITHIN_DAYS.into_iter().find(|days| days.to_string() == typed)
}

/// How a number of days is asked of the domain: 0 suspends nobody.
pub(super) fn seconds_of(days: i64) -> Option<i64> {
    (days > 0).then_some(days * 86_400)
}

async fn revoke(ask: &mut Ask) -> Outcome {
    let member: MemberId = ask.id("id")?;
    page(ask, Form::empty()).await?;
    let Some(days) = within(ask.typed.get("within")) else {
        return refused(ask, "within", Phrase::new("desk-within-unknown")).await;
    };
    let done = with_code(ask, move |tx, _, desk, client| {
        operator::revoke(tx, desk, client, member, seconds_of(days))
    });
    match done.await? {
        Ok(_) => Ok(Answer::go(done_at(Place::Desk(DeskPlace::Person(member)), "revoked"))),
        Err(why) => refused(ask, "code", why).await,
    }
}
