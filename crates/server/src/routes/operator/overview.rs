//! How the site is doing.

use std::sync::Arc;

use enishi_core::operator::{self, Configured};
use enishi_face::desk::{DeskPage, OverviewPage};

use crate::answer::Answer;
use crate::request::Ask;
use crate::routes::route::{Outcome, Readers, Route, handler};

pub fn routes() -> Vec<Route> {
    vec![Route::get("/operator", Readers::Operator, handler!(show))]
}

async fn show(ask: &mut Ask) -> Outcome {
    let site = Arc::clone(&ask.site);
    let glance = ask
        .read_at_desk(move |tx, _| {
            let signup = &site.config.signup;
            let countries = signup.country_letters();
            let configured = Configured { mode: signup.mode, countries: &countries, rules: &signup.rules };
            Ok(operator::glance(tx, &site.keys, &site.zone, configured)?)
        })
        .await?;
    let profile_faults = ask.site.profiles.faults().iter().map(ToString::to_string).collect();
    let (version, engine) = (env!("CARGO_PKG_VERSION"), ask.site.store.engine_name());
    let page = OverviewPage { glance, profile_faults, version, engine };
    Ok(Answer::desk(DeskPage::Overview(Box::new(page))))
}
