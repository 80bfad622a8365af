//! Back to the old number, for whoever holds it or the mailbox: open to everybody, since they are signed in nowhere.

use std::sync::Arc;

use enishi_core::number::{self, Looked, Taken, Undo};
use enishi_core::password;
use enishi_face::pages::AccountPage;
use enishi_face::{Form, Page, Phrase, Place};

use super::route::{Outcome, Readers, Route, handler};
use super::sms;
use super::words::password_fault;
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/undo", Readers::Anyone, handler!(show)),
        Route::post("/undo", Readers::Anyone, handler!(undo)).refilled_by(handler!(refill)),
        Route::get("/undo/{link}", Readers::Anyone, handler!(show_link)),
    ]
}

fn page(form: Form) -> Page {
    Page::Account(AccountPage::NumberUndo(form))
}

async fn show(_: &mut Ask) -> Outcome {
    Ok(Answer::page(page(Form::empty())))
}

/// Looking at a link tells nothing and changes nothing: programs that read mail open every link in it.
async fn show_link(ask: &mut Ask) -> Outcome {
    let link = ask.params.iter().find(|(name, _)| name == "link").map(|(_, link)| link.as_str());
    let link = link.and_then(enishi_core::letter::Link::parse).ok_or(PageError::NotFound)?;
    Ok(Answer::page(page(Form::empty().with("link", link.as_str()))))
}

/// As typed, but for the passwords.
fn refused(ask: &Ask, field: &str, why: Phrase) -> Outcome {
    let form =
        ["link", "key"].into_iter().fold(Form::empty(), |form, name| form.with(name, ask.typed.get(name)));
    Ok(Answer::refused(page(form.fault(field, why))))
}

async fn refill(ask: &mut Ask) -> Outcome {
    refused(ask, "form", Phrase::new("trouble-stale"))
}

/// The key is counted and looked up, then the proof is weighed, and last comes the new password: whoever has no key
/// learns nothing from the rest.
async fn undo(ask: &mut Ask) -> Outcome {
    let taken = match look(ask).await? {
        Looked::Found(taken) => *taken,
        Looked::Unknown => return refused(ask, "key", Phrase::new("undo-key-wrong")),
        Looked::Wait { seconds } => {
            let why = ask.slow_down(seconds);
            return refused(ask, "form", why);
        }
    };
    if !is_proven(ask, &taken).await? {
        return refused(ask, "proof", Phrase::new("undo-proof-wrong"));
    }
    let new = ask.typed.get("new_password").to_owned();
    if let Err(why) = password::check(&new, &[&taken.nickname, &ask.site.config.site.name]) {
        return refused(ask, "new_password", password_fault(why));
    }
    let hash = ask.heavy(move |site| site.hasher.hash(&new)).await?;
    let (site, client, texts) = (Arc::clone(&ask.site), ask.client.clone(), sms::number_told(ask));
    let is_back = ask
        .write_at_the_door(move |tx| number::undo(tx, &site.keys, taken.id, &hash, &client, &texts))
        .await?;
    if !is_back {
        return refused(ask, "key", Phrase::new("undo-key-wrong"));
    }
    ask.site.texts_wait.notify_one();
    ask.site.letters_wait.notify_one();
    Ok(Answer::go(done_at(Place::Login, "number-back")))
}

async fn look(ask: &mut Ask) -> Result<Looked, PageError> {
    let key = if ask.typed.get("link").is_empty() { "key" } else { "link" };
    let (key, proof) = (ask.typed.get(key).to_owned(), ask.typed.get("proof").to_owned());
    let (site, client) = (Arc::clone(&ask.site), ask.client.clone());
    ask.write_at_the_door(move |tx| {
        let given = Undo { key: &key, proof: &proof, client: &client };
        number::look(tx, &site.keys, given, &site.config.login)
    })
    .await
}

async fn is_proven(ask: &mut Ask, taken: &Taken) -> Result<bool, PageError> {
    if taken.has_both_keys {
        return Ok(true);
    }
    let (proof, hash) = (ask.typed.get("proof").to_owned(), taken.password_hash.clone());
    ask.heavy(move |site| site.hasher.verify(&proof, Some(&hash))).await
}
