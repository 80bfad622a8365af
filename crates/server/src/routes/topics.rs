//! Topics of communities: reading, beginning one, saying something, taking words away.

use enishi_core::allowance::Act;
use enishi_core::community::topic::{self, TopicError, TopicPage, TopicsTurn};
use enishi_core::diary::Spot;
use enishi_core::ids::{CommunityId, MemberId, TopicId};
use enishi_core::store::Tx;
use enishi_face::pages::{CommunityView, Confirm, Question};
use enishi_face::{CommunityPlace, Form, Page, Phrase, Place};

use super::communities::{at, page, refused, was_seen};
use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

/// Where a comment is taken away.
const COMMENT: &str = "/communities/{id}/topics/{topic}/comments/{number}/remove";

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/communities/{id}/topics", Readers::Audience, handler!(list)).on_legacy(),
        Route::get("/communities/{id}/topics/new", Readers::Audience, handler!(ask_for_new)).on_legacy(),
        Route::post("/communities/{id}/topics/new", Readers::Audience, handler!(begin))
            .refilled_by(handler!(refill_new))
            .on_legacy(),
        Route::get("/communities/{id}/topics/{topic}", Readers::Audience, handler!(show)).on_legacy(),
        Route::post("/communities/{id}/topics/{topic}", Readers::Audience, handler!(comment))
            .refilled_by(handler!(refill))
            .on_legacy(),
        Route::get("/communities/{id}/topics/{topic}/remove", Readers::Audience, handler!(ask_to_remove)),
        Route::post("/communities/{id}/topics/{topic}/remove", Readers::Audience, handler!(remove)),
        Route::get(COMMENT, Readers::Audience, handler!(ask_to_remove_comment)).on_legacy(),
        Route::post(COMMENT, Readers::Audience, handler!(remove_comment)).on_legacy(),
    ]
}

async fn list(ask: &mut Ask) -> Outcome {
    let id: CommunityId = ask.id("id")?;
    let from: Option<TopicsTurn> = ask.query_id("from");
    let topics =
        ask.read_as_member(move |tx, me| topic::list(tx, me, id, from)?.ok_or(PageError::NotFound)).await?;
    Ok(page(CommunityView::Topics(topics)))
}

/// The form of a new topic, for those who may begin one.
async fn new_form(ask: &mut Ask, form: Form) -> Result<CommunityView, PageError> {
    let place: CommunityId = ask.id("id")?;
    let (name, reads) =
        ask.read_as_member(move |tx, me| topic::may_begin(tx, me, place)?.ok_or(PageError::NotFound)).await?;
    Ok(CommunityView::NewTopic { place, name, reads, form })
}

async fn ask_for_new(ask: &mut Ask) -> Outcome {
    Ok(page(new_form(ask, Form::empty()).await?))
}

async fn begin(ask: &mut Ask) -> Outcome {
    let place: CommunityId = ask.id("id")?;
    if let Some(done) = ask.done_before().await? {
        return Ok(Answer::go(done));
    }
    new_form(ask, Form::empty()).await?;
    if let Some(why) = ask.stopped(Act::Post).await? {
        return new_again(ask, "form", why).await;
    }
    let (title, body) = (ask.typed.get("title").to_owned(), ask.typed.get("body").to_owned());
    let made = ask
        .write_once(move |tx, me| {
            let id = topic::post(tx, me, place, &title, &body)?;
            Ok::<_, TopicError>(done_at(at(CommunityPlace::Topic(place, id)), "topic"))
        })
        .await?;
    let (field, key) = match made {
        Ok(done) => return Ok(Answer::go(done)),
        Err(TopicError::NotFound | TopicError::Outside) => return Err(PageError::NotFound),
        Err(TopicError::Store(error)) => return Err(error.into()),
        Err(TopicError::TitleEmpty) => ("title", "topic-title-empty"),
        Err(TopicError::TitleTooLong) => ("title", "topic-title-long"),
        Err(TopicError::Empty) => ("body", "topic-body-empty"),
        Err(TopicError::TooLong) => ("body", "topic-body-long"),
        Err(TopicError::Waits | TopicError::Full) => ("form", "community-waits"),
    };
    new_again(ask, field, Phrase::new(key)).await
}

async fn new_again(ask: &mut Ask, field: &str, why: Phrase) -> Outcome {
    let form = Form::empty().with("title", ask.typed.get("title")).with("body", ask.typed.get("body"));
    Ok(refused(new_form(ask, form.fault(field, why)).await?))
}

async fn refill_new(ask: &mut Ask) -> Outcome {
    new_again(ask, "form", Phrase::new("trouble-stale")).await
}

/// What the address asks for: one comment to answer, those from a number on, those before one, or the newest.
fn spot(ask: &Ask) -> Spot {
    let reply = ask.query_id("reply").map(Spot::Only);
    let from = || ask.query_id("from").map(Spot::From);
    let before = || ask.query_id("before").map(Spot::Before);
    reply.or_else(from).or_else(before).unwrap_or(Spot::Newest)
}

async fn find(ask: &mut Ask, spot: Spot) -> Result<TopicPage, PageError> {
    let (place, id): (CommunityId, TopicId) = (ask.id("id")?, ask.id("topic")?);
    ask.read_as_member(move |tx, me| topic::show(tx, me, place, id, spot)?.ok_or(PageError::NotFound)).await
}

async fn show(ask: &mut Ask) -> Outcome {
    let spot = spot(ask);
    let page = find(ask, spot).await?;
    if page.around.newer.is_none() && !matches!(spot, Spot::Only(_)) {
        was_seen(ask, page.place, Some(page.id)).await?;
    }
    let form = match spot {
        Spot::Only(number) if page.can_answer(number) => Form::empty().with("body", format!(">>{number} ")),
        _ => Form::empty(),
    };
    Ok(self::page(CommunityView::Topic { page, form }))
}

async fn comment(ask: &mut Ask) -> Outcome {
    let (place, id): (CommunityId, TopicId) = (ask.id("id")?, ask.id("topic")?);
    if let Some(done) = ask.done_before().await? {
        return Ok(Answer::go(done));
    }
    find(ask, Spot::Newest).await?;
    if let Some(why) = ask.stopped(Act::Post).await? {
        return again(ask, why).await;
    }
    let body = ask.typed.get("body").to_owned();
    let made = ask
        .write_once(move |tx, me| {
            topic::comment(tx, me, place, id, &body)?;
            Ok::<_, TopicError>(done_at(at(CommunityPlace::Topic(place, id)), "commented"))
        })
        .await?;
    let key = match made {
        Ok(done) => return Ok(Answer::go(done)),
        Err(TopicError::NotFound) => return Err(PageError::NotFound),
        Err(TopicError::Store(error)) => return Err(error.into()),
        Err(TopicError::Outside) => "topic-outside",
        Err(TopicError::TooLong) => "comment-long",
        Err(TopicError::Full) => "topic-full",
        Err(TopicError::Waits) => "comment-waits",
        Err(TopicError::Empty | TopicError::TitleEmpty | TopicError::TitleTooLong) => "comment-empty",
    };
    again(ask, Phrase::new(key)).await
}

async fn again(ask: &mut Ask, why: Phrase) -> Outcome {
    let page = find(ask, Spot::Newest).await?;
    let form = Form::empty().with("body", ask.typed.get("body")).fault("body", why);
    Ok(refused(CommunityView::Topic { page, form }))
}

async fn refill(ask: &mut Ask) -> Outcome {
    again(ask, Phrase::new("trouble-stale")).await
}

async fn ask_to_remove(ask: &mut Ask) -> Outcome {
    let (place, id): (CommunityId, TopicId) = (ask.id("id")?, ask.id("topic")?);
    let (removal, is_closed) = ask
        .read_as_member(move |tx, me| {
            let removal = topic::removal(tx, me, place, id)?.ok_or(PageError::NotFound)?;
            Ok((removal, topic::is_closed_to(tx, me, place)?))
        })
        .await?;
    let question = Question::RemoveTopic { removal };
    let back = if is_closed { CommunityPlace::Closed } else { CommunityPlace::Topic(place, id) };
    let (action, back) = (at(CommunityPlace::RemoveTopic(place, id)), at(back));
    Ok(Answer::page(Page::Confirm(Confirm { question, action, back })))
}

async fn remove(ask: &mut Ask) -> Outcome {
    let (place, id): (CommunityId, TopicId) = (ask.id("id")?, ask.id("topic")?);
    if !ask.write(move |tx, me| topic::remove(tx, me, place, id)).await?? {
        return Err(PageError::NotFound);
    }
    let back = ask.read_as_member(move |tx, me| around(tx, me, place)).await?;
    Ok(Answer::go(done_at(back, "topic-removed")))
}

/// What is left to look at where something was: the community, or one's other words in such that are closed to one.
fn around(tx: &mut Tx<'_>, me: MemberId, place: CommunityId) -> Result<Place, PageError> {
    Ok(at(match topic::is_closed_to(tx, me, place)? {
        true => CommunityPlace::Closed,
        false => CommunityPlace::One(place),
    }))
}

async fn ask_to_remove_comment(ask: &mut Ask) -> Outcome {
    let (place, id): (CommunityId, TopicId) = (ask.id("id")?, ask.id("topic")?);
    let number: i32 = ask.id("number")?;
    let (removal, back) = ask
        .read_as_member(move |tx, me| {
            let removal = topic::comment_removal(tx, me, place, id, number)?.ok_or(PageError::NotFound)?;
            Ok((removal, back(tx, me, place, id, number)?))
        })
        .await?;
    let action = at(CommunityPlace::RemoveComment(place, id, number));
    let question = Question::RemoveComment { removal };
    Ok(Answer::page(Page::Confirm(Confirm { question, action, back })))
}

async fn remove_comment(ask: &mut Ask) -> Outcome {
    let (place, id): (CommunityId, TopicId) = (ask.id("id")?, ask.id("topic")?);
    let number: i32 = ask.id("number")?;
    if !ask.write(move |tx, me| topic::remove_comment(tx, me, place, id, number)).await?? {
        return Err(PageError::NotFound);
    }
    let back = ask.read_as_member(move |tx, me| back(tx, me, place, id, number)).await?;
    Ok(Answer::go(done_at(back, "comment-removed")))
}

/// The page the comment stood on, or what is still there for its writer.
fn back(
    tx: &mut Tx<'_>,
    me: MemberId,
    place: CommunityId,
    id: TopicId,
    number: i32,
) -> Result<Place, PageError> {
    if topic::show(tx, me, place, id, Spot::Newest)?.is_none() {
        return around(tx, me, place);
    }
    let before = topic::page_of_comment(tx, id, number)?;
    Ok(at(before
        .map_or(CommunityPlace::Topic(place, id), |before| CommunityPlace::TopicBefore(place, id, before))))
}
