//! Looking for people and for what they wrote.

use enishi_core::search::{self, Where};
use enishi_face::{Page, Place};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::request::Ask;

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/search", Readers::Oneself, handler!(show)).on_legacy(),
        Route::post("/search", Readers::Oneself, handler!(ask_by_form)).on_legacy(),
    ]
}

/// Longer than any nickname, and enough words for a diary.
const MOST_CHARACTERS: usize = 40;

/// The viewer comes first: which charset the query is in depends on the face they chose.
async fn show(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    let q: String = ask.query("q").chars().take(MOST_CHARACTERS).collect();
    let (place, after) = (Where::from_key(&ask.query("in")), ask.query("after"));
    let page = ask.read(move |tx, viewer| Ok(search::look(tx, viewer, place, &q, &after)?)).await?;
    Ok(Answer::page(Page::Search(page)))
}

/// From phones that lose a query.
async fn ask_by_form(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    Ok(Answer::go(ask.asked_at(Place::Search, &["q", "in", "after"])))
}
