//! Belonging to a community: joining, asking to, saying who is shown it, leaving.

use enishi_core::allowance::Act;
use enishi_core::community::{self, EndError, JoinError, Joined, Mine};
use enishi_core::ids::CommunityId;
use enishi_face::pages::{CommunityView, Confirm, Question};
use enishi_face::{CommunityPlace, Page, Phrase};

use super::communities::{at, one, refused, shown_to};
use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::post("/communities/{id}/join", Readers::Audience, handler!(join))
            .refilled_by(handler!(refill_choice)),
        Route::post("/communities/{id}/withdraw", Readers::Audience, handler!(withdraw)),
        Route::get("/communities/{id}/leave", Readers::Audience, handler!(ask_to_leave)),
        Route::post("/communities/{id}/leave", Readers::Audience, handler!(leave)),
        Route::post("/communities/{id}/shown", Readers::Audience, handler!(show_to))
            .refilled_by(handler!(refill_choice)),
    ]
}

async fn again(ask: &mut Ask, why: Phrase) -> Outcome {
    Ok(refused(one(ask, Some(why)).await?))
}

async fn refill_choice(ask: &mut Ask) -> Outcome {
    again(ask, Phrase::new("trouble-stale")).await
}

async fn join(ask: &mut Ask) -> Outcome {
    let id: CommunityId = ask.id("id")?;
    // Nobody's wish is counted for a place that is not there.
    one(ask, None).await?;
    if let Some(why) = ask.stopped(Act::Join).await? {
        return again(ask, why).await;
    }
    let shown_to = shown_to(ask);
    let done = match ask.write(move |tx, me| community::join(tx, me, id, shown_to)).await? {
        Ok(Joined::Yes) => "community-joined",
        Ok(Joined::Asked) => "community-asked",
        Err(JoinError::NotFound) => return Err(PageError::NotFound),
        Err(JoinError::Crowded) => return again(ask, Phrase::new("community-join-crowded")).await,
        Err(JoinError::TooMany) => return again(ask, Phrase::new("community-join-many")).await,
        Err(JoinError::Store(error)) => return Err(error.into()),
    };
    Ok(Answer::go(done_at(at(CommunityPlace::One(id)), done)))
}

async fn withdraw(ask: &mut Ask) -> Outcome {
    let id: CommunityId = ask.id("id")?;
    one(ask, None).await?;
    // Taken back twice is taken back: on a slow line the second press comes after the first.
    ask.write(move |tx, me| community::withdraw(tx, me, id)).await??;
    Ok(Answer::go(done_at(at(CommunityPlace::One(id)), "withdrawn")))
}

async fn show_to(ask: &mut Ask) -> Outcome {
    let id: CommunityId = ask.id("id")?;
    // Nothing is counted for a place that is not there.
    one(ask, None).await?;
    if let Some(why) = ask.stopped(Act::Save).await? {
        return again(ask, why).await;
    }
    let shown_to = shown_to(ask);
    match ask.write(move |tx, me| community::show_to(tx, me, id, shown_to)).await?? {
        true => Ok(Answer::go(done_at(at(CommunityPlace::One(id)), "saved"))),
        false => Err(PageError::NotFound),
    }
}

async fn ask_to_leave(ask: &mut Ask) -> Outcome {
    let id: CommunityId = ask.id("id")?;
    let CommunityView::One { page, .. } = one(ask, None).await? else { return Err(PageError::NotFound) };
    if !matches!(page.mine, Mine::Member(_)) {
        return Err(PageError::NotFound);
    }
    let question = Question::LeaveCommunity { name: page.name };
    let (action, back) = (at(CommunityPlace::Leave(id)), at(CommunityPlace::One(id)));
    Ok(Answer::page(Page::Confirm(Confirm { question, action, back })))
}

async fn leave(ask: &mut Ask) -> Outcome {
    let id: CommunityId = ask.id("id")?;
    match ask.write(move |tx, me| community::leave(tx, me, id)).await? {
        Ok(()) => Ok(Answer::go(done_at(at(CommunityPlace::All), "community-left"))),
        Err(EndError::Store(error)) => Err(error.into()),
        Err(EndError::NotFound | EndError::Owned | EndError::NotEmpty) => Err(PageError::NotFound),
    }
}
