//! Who came by.

use enishi_core::footprint;
use enishi_face::Page;

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::request::Ask;

pub fn routes() -> Vec<Route> {
    vec![Route::get("/footprints", Readers::Oneself, handler!(show))]
}

async fn show(ask: &mut Ask) -> Outcome {
    let zone = ask.site.zone.clone();
    let page =
        ask.read_as_member(move |tx, me| Ok(footprint::list(tx, me, footprint::PER_PAGE, &zone)?)).await?;
    Ok(Answer::page(Page::Footprints(page)))
}
