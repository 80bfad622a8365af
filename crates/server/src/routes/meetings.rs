//! Two friends could meet: offering it, and answering.

use enishi_core::allowance::Act;
use enishi_core::ids::{MeetingId, MemberId};
use enishi_core::meeting::{self, Answered, MeetingError};
use enishi_core::member::Card;
use enishi_core::{friend, profile};
use enishi_face::pages::CirclePage;
use enishi_face::{Form, Page, Phrase, Place};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/friends/meetings", Readers::Oneself, handler!(list)),
        Route::post("/friends/meetings/{id}", Readers::Oneself, handler!(answer)),
        Route::get("/members/{id}/meet", Readers::Audience, handler!(whom)),
        Route::get("/members/{id}/meet/{other}", Readers::Audience, handler!(show)),
        Route::post("/members/{id}/meet/{other}", Readers::Audience, handler!(offer))
            .refilled_by(handler!(refill)),
    ]
}

async fn list(ask: &mut Ask) -> Outcome {
    let offers = ask.read_as_member(|tx, me| Ok(meeting::offers(tx, me)?)).await?;
    Ok(Answer::page(Page::Circle(CirclePage::Meetings(offers))))
}

async fn answer(ask: &mut Ask) -> Outcome {
    let id: MeetingId = ask.id("id")?;
    let said = match ask.typed.get("answer") {
        "yes" => Answered::Yes,
        "no" => Answered::No,
        _ => return Err(PageError::NotFound),
    };
    let was_open = ask.write(move |tx, me| meeting::answer(tx, me, id, said)).await??;
    let done = match (was_open, said) {
        (false, _) => "meeting-over",
        (true, Answered::Yes) => "meeting-yes",
        (true, Answered::No) => "meeting-no",
    };
    Ok(Answer::go(done_at(Place::Meetings, done)))
}

/// One of my own friends; anybody else is not there.
async fn my_friend(ask: &mut Ask, part: &'static str) -> Result<Card, PageError> {
    let id: MemberId = ask.id(part)?;
    ask.read_as_member(move |tx, me| {
        let is_friend = friend::are_friends(tx, me, id)?;
        profile::card(tx, me, id)?.filter(|_| is_friend).ok_or(PageError::NotFound)
    })
    .await
}

async fn whom(ask: &mut Ask) -> Outcome {
    let card = my_friend(ask, "id").await?;
    let after = ask.query_id("after");
    let page =
        ask.read_as_member(move |tx, me| friend::list(tx, me, after)?.ok_or(PageError::NotFound)).await?;
    let mut others = page.friends;
    others.retain(|other| other.id != card.id);
    Ok(Answer::page(Page::Circle(CirclePage::Meet { card, others, next: page.next })))
}

async fn show(ask: &mut Ask) -> Outcome {
    let page = form(ask, Form::empty()).await?;
    Ok(Answer::page(page))
}

async fn form(ask: &mut Ask, form: Form) -> Result<Page, PageError> {
    let pair = [my_friend(ask, "id").await?, my_friend(ask, "other").await?];
    if pair[0].id == pair[1].id {
        return Err(PageError::NotFound);
    }
    Ok(Page::Circle(CirclePage::MeetWith { pair, form }))
}

async fn offer(ask: &mut Ask) -> Outcome {
    let (one, other): (MemberId, MemberId) = (ask.id("id")?, ask.id("other")?);
    if let Some(why) = ask.stopped(Act::Tie).await? {
        return again(ask, why).await;
    }
    let message = ask.typed.get("message").to_owned();
    match ask.write(move |tx, me| meeting::offer(tx, me, one, other, &message)).await? {
        Ok(()) => Ok(Answer::go(done_at(Place::Member(one), "meet-offered"))),
        Err(MeetingError::NotFriends) => Err(PageError::NotFound),
        Err(MeetingError::TooMany) => {
            again(ask, Phrase::new("meet-many").with("n", meeting::MOST_OFFERED)).await
        }
        Err(MeetingError::TooLong) => again(ask, Phrase::new("meet-message-long")).await,
        Err(MeetingError::Store(error)) => Err(error.into()),
    }
}

async fn refill(ask: &mut Ask) -> Outcome {
    again(ask, Phrase::new("trouble-stale")).await
}

async fn again(ask: &mut Ask, why: Phrase) -> Outcome {
    let typed = Form::empty().with("message", ask.typed.get("message")).fault("message", why);
    Ok(Answer::refused(form(ask, typed).await?))
}
