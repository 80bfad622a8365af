//! Friends, requests, and ending a tie.

use enishi_core::allowance::Act;
use enishi_core::friend::tie::{self, Tie};
use enishi_core::friend::{self, AskError, Asked};
use enishi_core::ids::MemberId;
use enishi_core::profile;
use enishi_core::text;
use enishi_face::pages::{AskPage, Confirm, Question, READY_WORDS};
use enishi_face::{Form, Page, Phrase, Place};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/friends", Readers::Oneself, handler!(list)).on_legacy(),
        Route::get("/friends/requests", Readers::Oneself, handler!(requests)).on_legacy(),
        Route::get("/members/{id}/ask", Readers::Audience, handler!(ask_form)).on_legacy(),
        Route::post("/members/{id}/ask", Readers::Audience, handler!(ask_friend))
            .refilled_by(handler!(refill))
            .on_legacy(),
        Route::post("/members/{id}/accept", Readers::Oneself, handler!(accept)).on_legacy(),
        Route::post("/members/{id}/decline", Readers::Oneself, handler!(decline)).on_legacy(),
        Route::post("/members/{id}/withdraw", Readers::Oneself, handler!(withdraw)).on_legacy(),
        Route::get("/members/{id}/part", Readers::Oneself, handler!(ask_to_part)),
        Route::post("/members/{id}/part", Readers::Oneself, handler!(part)),
    ]
}

async fn list(ask: &mut Ask) -> Outcome {
    let after = ask.query_id("after");
    let page =
        ask.read_as_member(move |tx, me| friend::list(tx, me, after)?.ok_or(PageError::NotFound)).await?;
    Ok(Answer::page(Page::Friends(page)))
}

async fn requests(ask: &mut Ask) -> Outcome {
    let page = ask.read_as_member(|tx, me| Ok(friend::pending(tx, me)?)).await?;
    Ok(Answer::page(Page::FriendRequests { page, form: Form::empty() }))
}

async fn ask_form(ask: &mut Ask) -> Outcome {
    let page = ask_page(ask, Form::empty()).await?;
    Ok(Answer::page(Page::AskFriend(page)))
}

/// The form, for somebody one may meet and is not friends with.
async fn ask_page(ask: &mut Ask, form: Form) -> Result<AskPage, PageError> {
    let id: MemberId = ask.id("id")?;
    let (card, tie) = ask
        .read_as_member(move |tx, me| {
            let tie = tie::between(tx, me, id)?.ok_or(PageError::NotFound)?;
            Ok((profile::card(tx, me, id)?.ok_or(PageError::NotFound)?, tie))
        })
        .await?;
    match tie {
        Tie::Oneself | Tie::Friend => Err(PageError::NotFound),
        Tie::FriendOfFriend { .. } | Tie::None => Ok(AskPage { card, tie, form }),
    }
}

async fn ask_friend(ask: &mut Ask) -> Outcome {
    let id: MemberId = ask.id("id")?;
    if let Some(why) = ask.stopped(Act::Tie).await? {
        return again(ask, why).await;
    }
    let message = message(ask);
    let made = ask
        .write_once(move |tx, me| {
            let done = match friend::ask(tx, me, id, &message)? {
                Asked::Waiting => "asked",
                Asked::FriendsNow => "friends",
            };
            Ok::<_, AskError>(done_at(Place::Member(id), done))
        })
        .await?;
    match made {
        Ok(place) => Ok(Answer::go(place)),
        Err(AskError::NotFound) => Err(PageError::NotFound),
        Err(AskError::AlreadyFriends) => Ok(Answer::to(Place::Member(id))),
        Err(AskError::MessageMissing) => again(ask, Phrase::new("friend-ask-message-missing")).await,
        Err(AskError::MessageTooLong) => again(ask, Phrase::new("friend-ask-message-long")).await,
        Err(AskError::Full) => again(ask, Phrase::new("friend-ask-full")).await,
        Err(AskError::Store(error)) => Err(error.into()),
    }
}

/// What was typed; where nothing was, the sentence chosen, in the language it was shown in.
fn message(ask: &Ask) -> String {
    let (typed, chosen) = (ask.typed.get("message"), ask.typed.get("ready"));
    let ready = READY_WORDS.iter().find(|(value, _)| *value == chosen && !text::is_visible(typed));
    ready.map_or_else(|| typed.to_owned(), |(_, words)| ask.language().words().say(words).into_owned())
}

async fn again(ask: &mut Ask, why: Phrase) -> Outcome {
    let form = Form::empty().with("message", ask.typed.get("message")).with("ready", ask.typed.get("ready"));
    let form = form.fault("message", why);
    let page = ask_page(ask, form).await?;
    Ok(Answer::refused(Page::AskFriend(page)))
}

async fn refill(ask: &mut Ask) -> Outcome {
    again(ask, Phrase::new("trouble-stale")).await
}

async fn accept(ask: &mut Ask) -> Outcome {
    let id: MemberId = ask.id("id")?;
    match ask.write(move |tx, me| friend::accept(tx, me, id)).await? {
        Ok(()) => Ok(Answer::go(done_at(Place::Member(id), "friends"))),
        Err(AskError::Full) => no_room(ask).await,
        Err(AskError::Store(error)) => Err(error.into()),
        Err(_) => Err(PageError::NotFound),
    }
}

/// The request waits on, until one of the two has made room.
async fn no_room(ask: &mut Ask) -> Outcome {
    let page = ask.read_as_member(|tx, me| Ok(friend::pending(tx, me)?)).await?;
    let form = Form::empty().fault("accept", Phrase::new("friend-ask-full"));
    Ok(Answer::refused(Page::FriendRequests { page, form }))
}

async fn decline(ask: &mut Ask) -> Outcome {
    let id: MemberId = ask.id("id")?;
    ask.write(move |tx, me| friend::decline(tx, me, id)).await??;
    Ok(Answer::go(done_at(Place::FriendRequests, "declined")))
}

async fn withdraw(ask: &mut Ask) -> Outcome {
    let id: MemberId = ask.id("id")?;
    ask.write(move |tx, me| friend::withdraw(tx, me, id)).await??;
    Ok(Answer::go(done_at(Place::FriendRequests, "withdrawn")))
}

async fn ask_to_part(ask: &mut Ask) -> Outcome {
    let id: MemberId = ask.id("id")?;
    let zone = ask.site.zone.clone();
    let page =
        ask.read(move |tx, viewer| profile::show(tx, viewer, id, &zone)?.ok_or(PageError::NotFound)).await?;
    if page.tie != Tie::Friend {
        return Err(PageError::NotFound);
    }
    let question = Question::Part { card: page.card };
    Ok(Answer::page(Page::Confirm(Confirm {
        question,
        action: Place::PartFriend(id),
        back: Place::Member(id),
    })))
}

async fn part(ask: &mut Ask) -> Outcome {
    let id: MemberId = ask.id("id")?;
    ask.write(move |tx, me| friend::part(tx, me, id)).await??;
    Ok(Answer::go(done_at(Place::Friends, "parted")))
}
