//! What the owner of a community does: changes it, lets people in, hands it over, ends it.

use enishi_core::allowance::Act;
use enishi_core::community::{self, CommunityForm, EndError, OfferError, RequestsTurn};
use enishi_core::ids::{CommunityId, MemberId};
use enishi_face::pages::{CommunityView, Confirm, Question};
use enishi_face::{CommunityPlace, Form, Page, Phrase};

use super::communities::{at, fault, page, refused, typed_form};
use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, PIECE_FIELDS, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/communities/{id}/edit", Readers::Audience, handler!(edit)),
        Route::post("/communities/{id}/edit", Readers::Audience, handler!(change))
            .refilled_by(handler!(refill)),
        Route::get("/communities/{id}/requests", Readers::Audience, handler!(requests)),
        Route::post("/communities/{id}/requests/{member}", Readers::Audience, handler!(answer)),
        Route::get("/communities/{id}/hand-over", Readers::Audience, handler!(hand_over)),
        Route::get("/communities/{id}/hand-over/{member}", Readers::Audience, handler!(ask_to_offer)),
        Route::post("/communities/{id}/hand-over/{member}", Readers::Audience, handler!(offer)),
        Route::post("/communities/{id}/keep", Readers::Audience, handler!(keep)),
        Route::post("/communities/{id}/take-over", Readers::Audience, handler!(take_over)),
        Route::get("/communities/{id}/end", Readers::Audience, handler!(ask_to_end)),
        Route::post("/communities/{id}/end", Readers::Audience, handler!(end)),
    ]
}

/// What the viewer's own community says now, and whether nobody else belongs.
async fn own(ask: &mut Ask) -> Result<(CommunityForm, bool), PageError> {
    let id: CommunityId = ask.id("id")?;
    ask.read_as_member(move |tx, me| community::own(tx, me, id)?.ok_or(PageError::NotFound)).await
}

async fn edit(ask: &mut Ask) -> Outcome {
    let (kept, can_end) = own(ask).await?;
    let form = Form::empty()
        .with("name", kept.name)
        .with("about", kept.about)
        .with("joins", kept.joins.key())
        .with("reads", kept.reads.key());
    Ok(page(CommunityView::Edit { id: ask.id("id")?, form, can_end }))
}

async fn change(ask: &mut Ask) -> Outcome {
    let id: CommunityId = ask.id("id")?;
    let (kept, _) = own(ask).await?;
    if let Some(why) = ask.stopped(Act::Save).await? {
        return again(ask, "form", why).await;
    }
    // What an old phone could not show comes back as it was.
    let name = ask.edited("name", &kept.name).unwrap_or(kept.name);
    let about = match ask.edited("about", &kept.about) {
        Ok(about) => about,
        Err(why) => return again(ask, "about", why).await,
    };
    let joins = ask.typed.get("joins").parse().unwrap_or(kept.joins);
    let reads = ask.typed.get("reads").parse().unwrap_or(kept.reads);
    let form = CommunityForm { name, about, joins, reads };
    match ask.write(move |tx, me| community::change(tx, me, id, &form)).await? {
        Ok(()) => Ok(Answer::go(done_at(at(CommunityPlace::One(id)), "saved"))),
        Err(why) => {
            let (field, why) = fault(why)?;
            again(ask, field, why).await
        }
    }
}

async fn again(ask: &mut Ask, field: &str, why: Phrase) -> Outcome {
    let (_, can_end) = own(ask).await?;
    let form = PIECE_FIELDS.iter().map(|name| format!("about_{name}")).fold(typed_form(ask), |form, name| {
        let value = ask.typed.get(&name).to_owned();
        if value.is_empty() { form } else { form.with(&name, value) }
    });
    Ok(refused(CommunityView::Edit { id: ask.id("id")?, form: form.fault(field, why), can_end }))
}

async fn refill(ask: &mut Ask) -> Outcome {
    again(ask, "form", Phrase::new("trouble-stale")).await
}

async fn requests(ask: &mut Ask) -> Outcome {
    let id: CommunityId = ask.id("id")?;
    let from: Option<RequestsTurn> = ask.query_id("from");
    let requests = ask
        .read_as_member(move |tx, me| community::requests(tx, me, id, from)?.ok_or(PageError::NotFound))
        .await?;
    Ok(page(CommunityView::Requests(requests)))
}

async fn answer(ask: &mut Ask) -> Outcome {
    let (id, asker): (CommunityId, MemberId) = (ask.id("id")?, ask.id("member")?);
    let says_yes = ask.typed.get("answer") == "yes";
    if !ask.write(move |tx, me| community::answer(tx, me, id, asker, says_yes)).await?? {
        return Err(PageError::NotFound);
    }
    let done = if says_yes { "community-let-in" } else { "community-turned-away" };
    Ok(Answer::go(done_at(at(CommunityPlace::Requests(id)), done)))
}

async fn hand_over(ask: &mut Ask) -> Outcome {
    let id: CommunityId = ask.id("id")?;
    let after: Option<MemberId> = ask.query_id("after");
    let people = ask
        .read_as_member(move |tx, me| community::successors(tx, me, id, after)?.ok_or(PageError::NotFound))
        .await?;
    Ok(page(CommunityView::HandOver(people)))
}

async fn ask_to_offer(ask: &mut Ask) -> Outcome {
    let (id, member): (CommunityId, MemberId) = (ask.id("id")?, ask.id("member")?);
    let card = ask
        .read_as_member(move |tx, me| community::successor(tx, me, id, member)?.ok_or(PageError::NotFound))
        .await?;
    let question = Question::HandOver { card };
    let (action, back) = (at(CommunityPlace::HandOverTo(id, member)), at(CommunityPlace::HandOver(id)));
    Ok(Answer::page(Page::Confirm(Confirm { question, action, back })))
}

async fn offer(ask: &mut Ask) -> Outcome {
    let (id, member): (CommunityId, MemberId) = (ask.id("id")?, ask.id("member")?);
    own(ask).await?;
    if let Some(why) = ask.stopped(Act::Tie).await? {
        return again(ask, "form", why).await;
    }
    match ask.write(move |tx, me| community::offer(tx, me, id, member)).await? {
        Ok(()) => Ok(Answer::go(done_at(at(CommunityPlace::One(id)), "community-offered"))),
        Err(OfferError::NotFound) => Err(PageError::NotFound),
        Err(OfferError::Store(error)) => Err(error.into()),
    }
}

async fn keep(ask: &mut Ask) -> Outcome {
    let id: CommunityId = ask.id("id")?;
    match ask.write(move |tx, me| community::take_offer_back(tx, me, id)).await?? {
        true => Ok(Answer::go(done_at(at(CommunityPlace::One(id)), "community-kept"))),
        false => Err(PageError::NotFound),
    }
}

async fn take_over(ask: &mut Ask) -> Outcome {
    let id: CommunityId = ask.id("id")?;
    let says_yes = ask.typed.get("answer") == "yes";
    if !ask.write(move |tx, me| community::answer_offer(tx, me, id, says_yes)).await?? {
        return Err(PageError::NotFound);
    }
    let done = if says_yes { "community-taken" } else { "community-not-taken" };
    Ok(Answer::go(done_at(at(CommunityPlace::One(id)), done)))
}

async fn ask_to_end(ask: &mut Ask) -> Outcome {
    let id: CommunityId = ask.id("id")?;
    let (kept, can_end) = own(ask).await?;
    if !can_end {
        return Err(PageError::NotFound);
    }
    let question = Question::EndCommunity { name: kept.name };
    let (action, back) = (at(CommunityPlace::End(id)), at(CommunityPlace::Edit(id)));
    Ok(Answer::page(Page::Confirm(Confirm { question, action, back })))
}

async fn end(ask: &mut Ask) -> Outcome {
    let id: CommunityId = ask.id("id")?;
    match ask.write(move |tx, me| community::end(tx, me, id)).await? {
        Ok(()) => Ok(Answer::go(done_at(at(CommunityPlace::All), "community-ended"))),
        Err(EndError::Store(error)) => Err(error.into()),
        Err(EndError::NotFound | EndError::Owned | EndError::NotEmpty) => Err(PageError::NotFound),
    }
}
