//! The front door, home and the menu.

use enishi_core::home;
use enishi_core::ids::DiaryId;
use enishi_face::Page;

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::request::Ask;

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/", Readers::Guests, handler!(welcome)).on_legacy(),
        Route::get("/home", Readers::Oneself, handler!(show)).on_legacy(),
        Route::get("/menu", Readers::Oneself, handler!(menu)).on_legacy(),
    ]
}

async fn welcome(_: &mut Ask) -> Outcome {
    Ok(Answer::page(Page::Welcome))
}

async fn show(ask: &mut Ask) -> Outcome {
    let before: Option<DiaryId> = ask.query_id("before");
    let zone = ask.site.zone.clone();
    let page = ask.read_as_member(move |tx, me| Ok(home::show(tx, me, before, &zone)?)).await?;
    Ok(Answer::page(Page::Home(page)))
}

async fn menu(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    Ok(Answer::page(Page::Menu))
}
