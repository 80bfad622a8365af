//! What operators did.

use enishi_core::operator::{self, ACTS_PER_PAGE};
use enishi_face::desk::{ActsPage, DeskPage};

use crate::answer::Answer;
use crate::request::Ask;
use crate::routes::route::{Outcome, Readers, Route, handler};

pub fn routes() -> Vec<Route> {
    vec![Route::get("/operator/acts", Readers::Operator, handler!(show))]
}

async fn show(ask: &mut Ask) -> Outcome {
    let before = ask.query_id::<i64>("before");
    let acts = ask.read_at_desk(move |tx, _| Ok(operator::acts(tx, before)?)).await?;
    let last = acts.last().map(|line| line.number);
    let next = last.filter(|number| acts.len() as i64 == ACTS_PER_PAGE && *number > 1);
    Ok(Answer::desk(DeskPage::Acts(ActsPage { acts, next })))
}
