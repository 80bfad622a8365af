//! What a member switches on for themselves.

use enishi_core::preference::{self, Preference};
use enishi_core::store::Error;
use enishi_face::pages::CirclePage;
use enishi_face::{Form, Page, Place};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/privacy", Readers::Oneself, handler!(show)),
        Route::post("/me/privacy", Readers::Oneself, handler!(save)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    let on = ask.read_as_member(|tx, me| Ok(preference::all_on(tx, me)?)).await?;
    let form = on.into_iter().fold(Form::empty(), |form, preference| form.with(preference.key(), "1"));
    Ok(Answer::page(Page::Circle(CirclePage::Privacy(form))))
}

/// A box that is not ticked is not sent: all switches stand on the one form.
async fn save(ask: &mut Ask) -> Outcome {
    let chosen = Preference::ALL.map(|preference| (preference, ask.typed.get(preference.key()) == "1"));
    ask.write(move |tx, me| {
        chosen.into_iter().try_for_each(|(preference, on)| preference::set(tx, me, preference, on))?;
        Ok::<_, Error>(())
    })
    .await??;
    Ok(Answer::go(done_at(Place::MyPrivacy, "saved")))
}
