//! What text messages cost, and where they go.

use std::sync::Arc;

use enishi_core::sms_desk;
use enishi_face::desk::{DeskPage, SmsPage};

use crate::answer::Answer;
use crate::request::Ask;
use crate::routes::route::{Outcome, Readers, Route, handler};

pub fn routes() -> Vec<Route> {
    vec![Route::get("/operator/sms", Readers::Operator, handler!(show))]
}

async fn show(ask: &mut Ask) -> Outcome {
    let site = Arc::clone(&ask.site);
    let desk = ask
        .read_at_desk(move |tx, _| {
            let signup = &site.config.signup;
            Ok(sms_desk::look(tx, &site.keys, &signup.rules, &signup.country_letters())?)
        })
        .await?;
    let config = &ask.site.config;
    let (prices, day_seconds) = (config.sms.prices.clone(), config.signup.rules.site_budget.seconds);
    Ok(Answer::desk(DeskPage::Sms(Box::new(SmsPage { desk, prices, day_seconds }))))
}
