//! How the site is doing.

use enishi_core::operator;
use enishi_face::desk::{DeskPage, OverviewPage};

use crate::answer::Answer;
use crate::request::Ask;
use crate::routes::route::{Outcome, Readers, Route, handler};

pub fn routes() -> Vec<Route> {
    vec![Route::get("/operator", Readers::Operator, handler!(show))]
}

async fn show(ask: &mut Ask) -> Outcome {
    let zone = ask.site.zone.clone();
    let figures = ask.read_at_desk(move |tx, _| Ok(operator::overview(tx, &zone)?)).await?;
    let profile_faults = ask.site.profiles.faults().iter().map(ToString::to_string).collect();
    Ok(Answer::desk(DeskPage::Overview(Box::new(OverviewPage { figures, profile_faults }))))
}
