//! What waits in red letters.

use enishi_core::{friend, notice};
use enishi_face::Page;

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::request::Ask;

pub fn routes() -> Vec<Route> {
    vec![Route::get("/notifications", Readers::Oneself, handler!(show)).on_legacy()]
}

async fn show(ask: &mut Ask) -> Outcome {
    let (requests, notices) =
        ask.read_as_member(|tx, me| Ok((friend::count_requests(tx, me)?, notice::list(tx, me)?))).await?;
    Ok(Answer::page(Page::Notifications { requests, notices }))
}
