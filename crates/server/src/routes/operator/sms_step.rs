//! The switches of the text messages, each asked about on a page of its own and moved with a fresh code.

use std::sync::Arc;

use enishi_core::ids::PrefixId;
use enishi_core::operator::{self, SmsWish};
use enishi_core::sms_desk::{self, Stand, Subject};
use enishi_face::desk::{DeskPage, SmsStepPage};
use enishi_face::{DeskPlace, Form, Phrase, Place};

use super::again::with_code;
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};
use crate::routes::route::{Outcome, Readers, Route, handler};

/// More is no budget.
const MOST: i64 = 1_000_000;

pub fn routes() -> Vec<Route> {
    let both = |pattern: &'static str| {
        let ask = Route::get(pattern, Readers::Operator, handler!(show));
        let step = Route::post(pattern, Readers::Operator, handler!(take)).refilled_by(handler!(refill));
        [ask, step]
    };
    let patterns = [
        "/operator/sms/stop",
        "/operator/sms/countries/{country}",
        "/operator/sms/prefixes/{prefix}",
        "/operator/sms/budget",
    ];
    patterns.into_iter().flat_map(both).collect()
}

/// What the address is about.
fn subject(ask: &Ask) -> Result<Subject, PageError> {
    Ok(match (ask.params.first(), ask.path.ends_with("/stop")) {
        (Some((name, country)), _) if name == "country" => Subject::Country(country.clone()),
        (Some(_), _) => Subject::Prefix(ask.id::<PrefixId>("prefix")?),
        (None, true) => Subject::Everything,
        (None, false) => Subject::Budget,
    })
}

async fn stand(ask: &Ask, subject: Subject) -> Result<Stand, PageError> {
    let site = Arc::clone(&ask.site);
    let stand = ask
        .read_at_desk(move |tx, _| {
            let signup = &site.config.signup;
            Ok(sms_desk::stand(tx, &site.keys, &signup.rules, &signup.country_letters(), &subject)?)
        })
        .await?;
    stand.ok_or(PageError::NotFound)
}

async fn show(ask: &mut Ask) -> Outcome {
    let stand = stand(ask, subject(ask)?).await?;
    Ok(Answer::desk(DeskPage::SmsStep(SmsStepPage { stand, form: Form::empty() })))
}

/// Whatever was typed stays, but for the code, which is used up or wrong.
async fn refused(ask: &Ask, field: &str, why: Phrase) -> Outcome {
    let stand = stand(ask, subject(ask)?).await?;
    let form = Form::empty().with("most", ask.typed.get("most")).fault(field, why);
    Ok(Answer::desk_refused(DeskPage::SmsStep(SmsStepPage { stand, form })))
}

async fn refill(ask: &mut Ask) -> Outcome {
    refused(ask, "code", Phrase::new("trouble-stale")).await
}

/// What is wanted; `None` if it cannot be read.
fn wish(ask: &Ask, stand: Stand) -> Option<SmsWish> {
    let stops = || match ask.typed.get("stop") {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    };
    match stand {
        Stand::Everything { .. } => stops().map(SmsWish::Everything),
        Stand::Country { country, .. } => stops().map(|stops| SmsWish::Country(country, stops)),
        Stand::Prefix(known) => Some(SmsWish::Release(known.id)),
        Stand::Budget(_) => {
            let most = ask.typed.get("most").trim().parse().ok();
            most.filter(|most| (0..=MOST).contains(most)).map(SmsWish::Budget)
        }
    }
}

async fn take(ask: &mut Ask) -> Outcome {
    let stand = stand(ask, subject(ask)?).await?;
    let field = if matches!(stand, Stand::Budget(_)) { "most" } else { "stop" };
    let Some(wish) = wish(ask, stand) else {
        return refused(ask, field, Phrase::new("sms-budget-wrong")).await;
    };
    let done = with_code(ask, move |tx, site, desk, client| {
        operator::direct(tx, &site.keys, &site.config.signup.rules, desk, client, &wish)
    })
    .await?;
    match done {
        Ok(()) => Ok(Answer::go(done_at(Place::Desk(DeskPlace::Sms), "switched"))),
        Err(why) => refused(ask, "code", why).await,
    }
}
