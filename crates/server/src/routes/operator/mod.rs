//! The operators' desk.

mod codes;
mod door;
mod overview;
mod setup;

use enishi_core::operator::Again;
use enishi_face::Phrase;

use super::route::Route;
use crate::request::Ask;

pub fn routes() -> Vec<Route> {
    [door::routes(), setup::routes(), codes::routes(), overview::routes()].into_iter().flatten().collect()
}

/// What to say beside the field of a code that was asked for again; `None` when it was right.
fn code_fault(ask: &mut Ask, asked: Again) -> Option<Phrase> {
    match asked {
        Again::Given => None,
        Again::Wrong => Some(Phrase::new("desk-code-wrong")),
        Again::Wait { seconds } => Some(ask.slow_down(seconds)),
    }
}
