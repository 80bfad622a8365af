//! What waits in red letters.

use enishi_core::waiting::{self, MOST_BIRTHDAYS};
use enishi_face::Page;

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::request::Ask;

pub fn routes() -> Vec<Route> {
    vec![Route::get("/notifications", Readers::Oneself, handler!(show)).on_legacy()]
}

async fn show(ask: &mut Ask) -> Outcome {
    let zone = ask.site.zone.clone();
    let waiting = ask.read_as_member(move |tx, me| Ok(waiting::list(tx, me, MOST_BIRTHDAYS, &zone)?)).await?;
    Ok(Answer::page(Page::Notifications(waiting)))
}
