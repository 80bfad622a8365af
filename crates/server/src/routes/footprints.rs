//! Who came by, thanking them, and my own footprints.

use std::sync::Arc;

use enishi_core::footprint::{self, TakenBack, Turn};
use enishi_core::ids::MemberId;
use enishi_face::pages::CirclePage;
use enishi_face::{Page, Place};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/footprints", Readers::Oneself, handler!(show)).on_legacy(),
        Route::post("/footprints/{id}/thank", Readers::Oneself, handler!(thank)).on_legacy(),
        Route::get("/footprints/left", Readers::Oneself, handler!(left)).on_legacy(),
        Route::post("/footprints/left/{id}/take-back", Readers::Oneself, handler!(take_back)).on_legacy(),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    let (zone, from) = (ask.site.zone.clone(), ask.query_id::<Turn>("from"));
    let page = ask
        .read_as_member(move |tx, me| Ok(footprint::page(tx, me, from, footprint::PER_PAGE, &zone)?))
        .await?;
    Ok(Answer::page(Page::Footprints(page)))
}

async fn thank(ask: &mut Ask) -> Outcome {
    let (id, zone) = (ask.id::<MemberId>("id")?, ask.site.zone.clone());
    match ask.write(move |tx, me| footprint::thank(tx, me, id, &zone)).await?? {
        true => Ok(Answer::go(done_at(Place::Footprints, "thanked"))),
        false => Err(PageError::NotFound),
    }
}

async fn left(ask: &mut Ask) -> Outcome {
    let page = left_page(ask, false).await?;
    Ok(Answer::page(page))
}

async fn left_page(ask: &mut Ask, is_spent: bool) -> Result<Page, PageError> {
    let (site, from) = (Arc::clone(&ask.site), ask.query_id::<Turn>("from"));
    let rules = site.config.footprints;
    let page = ask
        .read_as_member(move |tx, me| {
            Ok(footprint::left(tx, me, from, footprint::PER_PAGE, &rules, &site.zone)?)
        })
        .await?;
    Ok(Page::Circle(CirclePage::FootprintsLeft { page, rules, is_spent }))
}

/// The day says which footprint at that page; whose it is, the session says.
async fn take_back(ask: &mut Ask) -> Outcome {
    let (id, rules) = (ask.id::<MemberId>("id")?, ask.site.config.footprints);
    let day: i32 = ask.typed.get("day").parse().map_err(|_| PageError::NotFound)?;
    match ask.write(move |tx, me| footprint::take_back(tx, me, id, day, &rules)).await?? {
        TakenBack::Gone => Ok(Answer::go(done_at(Place::FootprintsLeft, "taken-back"))),
        TakenBack::NotFound => Err(PageError::NotFound),
        TakenBack::Spent => Ok(Answer::refused(left_page(ask, true).await?)),
    }
}
