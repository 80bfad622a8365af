//! Blocking and taking a block back.

use enishi_core::friend::tie::Tie;
use enishi_core::ids::MemberId;
use enishi_core::{block, profile};
use enishi_face::pages::{Confirm, Question};
use enishi_face::{Origin, Page, Place};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/blocks", Readers::Oneself, handler!(list)),
        Route::get("/members/{id}/block", Readers::Audience, handler!(ask_to_block)),
        Route::post("/members/{id}/block", Readers::Audience, handler!(block_member)),
        Route::post("/members/{id}/unblock", Readers::Oneself, handler!(unblock)),
    ]
}

async fn list(ask: &mut Ask) -> Outcome {
    let blocked = ask.read_as_member(|tx, me| Ok(block::mine(tx, me)?)).await?;
    Ok(Answer::page(Page::MyBlocks(blocked)))
}

async fn ask_to_block(ask: &mut Ask) -> Outcome {
    let id: MemberId = ask.id("id")?;
    let zone = ask.site.zone.clone();
    let page =
        ask.read(move |tx, viewer| profile::show(tx, viewer, id, &zone)?.ok_or(PageError::NotFound)).await?;
    if page.tie == Tie::Oneself {
        return Err(PageError::NotFound);
    }
    let question = Question::Block { card: page.card };
    // Not to their page unless one stood there: whoever wants to be rid of somebody leaves no footprint with them.
    let back = ask.query_id("from").map_or(Place::Home, |origin: Origin| origin.place(id));
    Ok(Answer::page(Page::Confirm(Confirm { question, action: Place::Block(id), back })))
}

async fn block_member(ask: &mut Ask) -> Outcome {
    let id: MemberId = ask.id("id")?;
    match ask.write(move |tx, me| block::block(tx, me, id)).await?? {
        true => Ok(Answer::go(done_at(Place::MyBlocks, "blocked"))),
        false => Err(PageError::NotFound),
    }
}

async fn unblock(ask: &mut Ask) -> Outcome {
    let id: MemberId = ask.id("id")?;
    ask.write(move |tx, me| block::unblock(tx, me, id)).await??;
    Ok(Answer::go(done_at(Place::MyBlocks, "unblocked")))
}
