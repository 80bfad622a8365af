//! What a member is told of, and the way out of letters that tell it.

use std::sync::Arc;

use actix_web::http::StatusCode;
use enishi_core::ids::MemberId;
use enishi_core::notice::settings;
use enishi_core::{digest, email, group};
use enishi_face::pages::{CirclePage, TellingPage, read_sources, read_telling, telling_form};
use enishi_face::{Form, Page, Place};

use super::bells;
use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::letter_mark;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/notices", Readers::Oneself, handler!(show)),
        Route::post("/me/notices", Readers::Oneself, handler!(save)),
        Route::get("/letters/stop/{mark}", Readers::Anyone, handler!(show_stop)),
        Route::post("/letters/stop", Readers::Anyone, handler!(stop)),
        // The one press of a mail program (RFC 8058), which has no page and no form token of ours.
        Route::post("/letters/stop/{mark}", Readers::Provider, handler!(stop_at_once)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    let page = page(ask, Form::empty()).await?;
    Ok(Answer::page(Page::Circle(CirclePage::Telling(page))))
}

/// What I am told of, with what was wrong with a phone.
pub async fn page(ask: &mut Ask, wrong: Form) -> Result<TellingPage, PageError> {
    let site = Arc::clone(&ask.site);
    let (form, has_address, groups) = ask
        .read_as_member(move |tx, me| {
            let form = telling_form(&settings::settings(tx, me)?, &settings::sources(tx, me)?);
            Ok((form, email::address_of(tx, &site.keys, me)?.is_some(), group::mine(tx, me)?))
        })
        .await?;
    Ok(TellingPage { form, has_address, groups, bells: bells::page(ask, wrong).await? })
}

async fn save(ask: &mut Ask) -> Outcome {
    let (site, typed) = (Arc::clone(&ask.site), ask.typed.clone());
    ask.write(move |tx, me| {
        let before = settings::settings(tx, me)?;
        let chosen = read_telling(before, |name| typed.get(name).to_owned());
        let from = read_sources(settings::sources(tx, me)?, |name| typed.get(name).to_owned());
        let kept = settings::choose_sources(tx, me, &from)?;
        let chosen = kept.into_iter().fold(chosen, |all, topic| all.with(topic, before.reach(topic)));
        settings::choose(tx, me, chosen, &site.config.notices, &site.zone)
    })
    .await??;
    Ok(Answer::go(done_at(Place::MyTelling, "saved")))
}

/// Looking changes nothing: programs that read mail open every link in it.
async fn show_stop(ask: &mut Ask) -> Outcome {
    let mark: String = ask.id("mark")?;
    let whose = letter_mark::read(&ask.site.keys, &mark).ok_or(PageError::NotFound)?;
    let name = ask.read(move |tx, _| Ok(digest::reader_name(tx, whose)?)).await?;
    let name = name.ok_or(PageError::NotFound)?;
    Ok(Answer::page(Page::Circle(CirclePage::LettersStop { name, mark })))
}

async fn stop(ask: &mut Ask) -> Outcome {
    let whose = letter_mark::read(&ask.site.keys, ask.typed.get("mark")).ok_or(PageError::NotFound)?;
    stop_letters(ask, whose).await?;
    ask.look().await?;
    let place = if ask.session_id().is_some() { Place::MyTelling } else { Place::Welcome };
    Ok(Answer::go(done_at(place, "letters-stopped")))
}

/// Whoever holds the link of a letter may end such letters, and nothing else.
async fn stop_at_once(ask: &mut Ask) -> Outcome {
    let mark: String = ask.id("mark")?;
    let Some(whose) = letter_mark::read(&ask.site.keys, &mark) else {
        return Ok(Answer::Bare(StatusCode::FORBIDDEN));
    };
    stop_letters(ask, whose).await?;
    Ok(Answer::Bare(StatusCode::OK))
}

async fn stop_letters(ask: &mut Ask, whose: MemberId) -> Result<(), PageError> {
    ask.write_at_the_door(move |tx| settings::stop_letters(tx, whose)).await
}
