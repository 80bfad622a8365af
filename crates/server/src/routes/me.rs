//! Settings.

use enishi_core::member;
use enishi_face::pages::{SettingsPage, Trouble};
use enishi_face::{Language, Page, Place};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/settings", Readers::Oneself, handler!(show)).on_legacy(),
        Route::post("/me/settings", Readers::Oneself, handler!(save)).on_legacy(),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    let page = SettingsPage { language: ask.language(), face: ask.chosen_face() };
    Ok(Answer::page(Page::MySettings(page)))
}

async fn save(ask: &mut Ask) -> Outcome {
    let language = Language::from_code(ask.typed.get("language"));
    let language = language.ok_or(PageError::Trouble(Trouble::BadRequest))?;
    ask.write(move |tx, me| member::speak(tx, me, language.code())).await??;
    Ok(Answer::go(done_at(Place::MySettings, "saved")))
}
