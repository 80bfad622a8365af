//! The operators' desk.

mod acts;
mod again;
mod codes;
mod device_file;
mod devices;
mod door;
mod held;
mod joining;
mod kept_out;
mod overview;
mod panic;
mod person;
mod phone;
mod security;
mod setup;
mod sms;
mod sms_step;
mod waiting;

use enishi_core::operator::Again;
use enishi_face::Phrase;

use super::route::Route;
use crate::request::Ask;

pub fn routes() -> Vec<Route> {
    let tables = [
        door::routes(),
        setup::routes(),
        codes::routes(),
        overview::routes(),
        joining::routes(),
        waiting::routes(),
        kept_out::routes(),
        person::routes(),
        panic::routes(),
        held::routes(),
        acts::routes(),
        devices::routes(),
        device_file::routes(),
        phone::routes(),
        sms::routes(),
        security::routes(),
        sms_step::routes(),
    ];
    tables.into_iter().flatten().collect()
}

/// What to say beside the field of a code that was asked for again; `None` when it was right.
fn code_fault(ask: &mut Ask, asked: Again) -> Option<Phrase> {
    match asked {
        Again::Given => None,
        Again::Wrong => Some(Phrase::new("desk-code-wrong")),
        Again::Wait { seconds } => Some(ask.slow_down(seconds)),
    }
}
