//! One thing more beside the number: the word of two trusted friends.

use std::sync::Arc;

use enishi_core::trusted::{self, Asked, FriendsWay};
use enishi_face::pages::{RecoveryPage, RecoveryProof};
use enishi_face::{Form, RecoveryPlace};

use super::proof::{blank, proof_page, standing, wait};
use super::{at, over, page};
use crate::answer::Answer;
use crate::request::Ask;
use crate::routes::route::{Outcome, Readers, Route, handler};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/login/forgot/friends", Readers::Guests, handler!(show)),
        Route::post("/login/forgot/friends", Readers::Guests, handler!(have_asked)),
    ]
}

/// Looked at again and again while the friends are rung up; two who have said yes lead on.
async fn show(ask: &mut Ask) -> Outcome {
    let Some(standing) = standing(ask).await? else { return Ok(Answer::to(at(RecoveryPlace::Number))) };
    if standing.proof.is_some() {
        return Ok(Answer::to(at(RecoveryPlace::Password)));
    }
    match standing.friends {
        FriendsWay::None | FriendsWay::Open => Ok(Answer::to(at(RecoveryPlace::Proof))),
        way => Ok(Answer::page(page(RecoveryPage::Friends(way)))),
    }
}

async fn have_asked(ask: &mut Ask) -> Outcome {
    let (site, guest, client) = (Arc::clone(&ask.site), ask.guest().hash(), ask.client.clone());
    let asked = ask
        .write_at_the_door(move |tx| trusted::ask(tx, &site.keys, &guest, &client, &site.config.recovery))
        .await?;
    ask.site.letters_wait.notify_one();
    match asked {
        Asked::Yes => Ok(Answer::to(at(RecoveryPlace::Friends))),
        Asked::TooFew => Ok(Answer::to(at(RecoveryPlace::Proof))),
        Asked::Over => over(ask),
        Asked::Wait { seconds } => later(ask, seconds).await,
    }
}

async fn later(ask: &mut Ask, seconds: i64) -> Outcome {
    let Some(standing) = standing(ask).await? else { return over(ask) };
    let friends = Form::empty().fault("friends", wait(seconds));
    Ok(Answer::too_often(proof_page(RecoveryProof { friends, ..blank(standing) }), seconds))
}
