//! Looking for people and for what they wrote.

use enishi_core::allowance::Act;
use enishi_core::search::{self, SearchPage, Where};
use enishi_face::{Form, Page, Place};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::request::Ask;

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/search", Readers::Oneself, handler!(show)).on_legacy(),
        Route::post("/search", Readers::Oneself, handler!(ask_by_form)).on_legacy(),
    ]
}

/// The viewer comes first: which charset the query is in depends on the face they chose.
async fn show(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    let (q, place, after) = (ask.query("q"), Where::from_key(&ask.query("in")), ask.query("after"));
    // The page before anything was typed looks for nothing.
    if !q.trim().is_empty()
        && let Some(why) = ask.stopped(Act::Search).await?
    {
        let page = SearchPage::unasked(place, &q);
        return Ok(Answer::refused(Page::Search(page, Form::empty().fault("q", why))));
    }
    let page = ask.read(move |tx, viewer| Ok(search::look(tx, viewer, place, &q, &after)?)).await?;
    Ok(Answer::page(Page::Search(page, Form::empty())))
}

/// From phones that lose a query.
async fn ask_by_form(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    Ok(Answer::go(ask.asked_at(Place::Search, &["q", "in", "after"])))
}
