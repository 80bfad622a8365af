//! "Who can read this?", asked anew by the script of a form while it is open. It says what the form itself says when it
//! is opened, and nothing more.

use actix_web::http::StatusCode;
use enishi_core::allowance::Act;
use enishi_core::{audience, group};
use enishi_face::pages::{AudienceLine, audience_lines};
use serde_json::{Map, Value, json};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::request::Ask;

pub fn routes() -> Vec<Route> {
    vec![Route::get("/me/readers", Readers::Oneself, handler!(count))]
}

async fn count(ask: &mut Ask) -> Outcome {
    // Not before a member is known to be there: whoever is not signed in is sent to the door like everywhere.
    ask.look().await?;
    if ask.stopped(Act::Count).await?.is_some() {
        return Ok(Answer::Bare(StatusCode::TOO_MANY_REQUESTS));
    }
    let (audiences, groups) =
        ask.read_as_member(|tx, me| Ok((audience::of(tx, me)?, group::mine(tx, me)?))).await?;
    let lines = audience_lines(&audiences, &groups, ask.language().words());
    Ok(Answer::Said(Value::Object(lines.iter().map(said).collect::<Map<_, _>>()).to_string()))
}

/// Of a level, as forms send it: the number, and all that is said.
fn said(line: &AudienceLine) -> (String, Value) {
    (line.level.to_string(), json!([line.count, line.said]))
}
