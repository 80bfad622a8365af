//! Introductions: what friends say of somebody.

use enishi_core::allowance::Act;
use enishi_core::ids::{IntroductionId, MemberId};
use enishi_core::introduction::{self, IntroductionError, IntroductionsPage};
use enishi_core::profile;
use enishi_face::pages::{Confirm, IntroductionsView, Question};
use enishi_face::{Form, Page, Phrase, Place};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, PIECE_FIELDS, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/introductions", Readers::Oneself, handler!(mine)).on_legacy(),
        Route::get("/members/{id}/introductions", Readers::Audience, handler!(list)).on_legacy(),
        Route::post("/members/{id}/introductions", Readers::Audience, handler!(write))
            .refilled_by(handler!(refill))
            .on_legacy(),
        Route::post("/me/introductions/{id}/accept", Readers::Oneself, handler!(accept)).on_legacy(),
        Route::get("/members/{id}/introductions/remove", Readers::Oneself, handler!(ask_to_remove)),
        Route::post("/members/{id}/introductions/remove", Readers::Oneself, handler!(remove)),
        Route::get("/members/{id}/introductions/withdraw", Readers::Oneself, handler!(ask_to_withdraw)),
        Route::post("/members/{id}/introductions/withdraw", Readers::Oneself, handler!(withdraw)),
    ]
}

async fn page(ask: &mut Ask, subject: MemberId) -> Result<IntroductionsPage, PageError> {
    let before: Option<IntroductionId> = ask.query_id("before");
    ask.read_as_member(move |tx, me| introduction::list(tx, me, subject, before)?.ok_or(PageError::NotFound))
        .await
}

async fn mine(ask: &mut Ask) -> Outcome {
    let before: Option<IntroductionId> = ask.query_id("before");
    let page = ask
        .read_as_member(move |tx, me| introduction::list(tx, me, me, before)?.ok_or(PageError::NotFound))
        .await?;
    Ok(Answer::page(Page::Introductions(IntroductionsView { page, form: Form::empty() })))
}

async fn list(ask: &mut Ask) -> Outcome {
    let subject: MemberId = ask.id("id")?;
    let page = page(ask, subject).await?;
    Ok(Answer::page(Page::Introductions(IntroductionsView { page, form: Form::empty() })))
}

async fn write(ask: &mut Ask) -> Outcome {
    let subject: MemberId = ask.id("id")?;
    if let Some(why) = ask.stopped(Act::Post).await? {
        return again(ask, why).await;
    }
    let own = page(ask, subject).await?.own;
    let typed = match ask.edited("body", own.as_ref().map_or("", |own| own.body.as_str())) {
        Ok(typed) => typed,
        Err(why) => return again(ask, why).await,
    };
    // The same words twice are one introduction, so a submit that is repeated needs no receipt.
    match ask.write(move |tx, me| introduction::write(tx, me, subject, &typed)).await? {
        Ok(()) => Ok(Answer::go(done_at(Place::MemberIntroductions(subject), "introduced"))),
        Err(IntroductionError::Waits) => again(ask, Phrase::new("introduction-held")).await,
        Err(IntroductionError::Empty) => again(ask, Phrase::new("introduction-empty")).await,
        Err(IntroductionError::TooLong) => again(ask, Phrase::new("introduction-long")).await,
        Err(IntroductionError::NotFriends) => Err(PageError::NotFound),
        Err(IntroductionError::Store(error)) => Err(error.into()),
    }
}

async fn again(ask: &mut Ask, why: Phrase) -> Outcome {
    let subject: MemberId = ask.id("id")?;
    let page = page(ask, subject).await?;
    let form = Form::empty().with("body", ask.typed.get("body")).fault("body", why);
    let form = PIECE_FIELDS.iter().map(|name| format!("body_{name}")).fold(form, |form, name| {
        let value = ask.typed.get(&name).to_owned();
        if value.is_empty() { form } else { form.with(&name, value) }
    });
    Ok(Answer::refused(Page::Introductions(IntroductionsView { page, form })))
}

async fn refill(ask: &mut Ask) -> Outcome {
    again(ask, Phrase::new("trouble-stale")).await
}

async fn accept(ask: &mut Ask) -> Outcome {
    let id: IntroductionId = ask.id("id")?;
    // One that was written anew or taken back meanwhile is nothing anybody said yes to.
    let done = match ask.write(move |tx, me| introduction::accept(tx, me, id)).await?? {
        true => "introduction-shown",
        false => "introduction-moved",
    };
    Ok(Answer::go(done_at(Place::MyIntroductions, done)))
}

async fn ask_to_remove(ask: &mut Ask) -> Outcome {
    let author: MemberId = ask.id("id")?;
    let card = ask
        .read_as_member(move |tx, me| match introduction::is_written(tx, author, me)? {
            true => profile::card(tx, me, author)?.ok_or(PageError::NotFound),
            false => Err(PageError::NotFound),
        })
        .await?;
    let question = Question::RemoveIntroduction { card };
    let (action, back) = (Place::RemoveIntroduction(author), Place::MyIntroductions);
    Ok(Answer::page(Page::Confirm(Confirm { question, action, back })))
}

async fn remove(ask: &mut Ask) -> Outcome {
    let author: MemberId = ask.id("id")?;
    match ask.write(move |tx, me| introduction::remove(tx, me, author)).await?? {
        true => Ok(Answer::go(done_at(Place::MyIntroductions, "introduction-removed"))),
        false => Err(PageError::NotFound),
    }
}

async fn ask_to_withdraw(ask: &mut Ask) -> Outcome {
    let subject: MemberId = ask.id("id")?;
    let page = page(ask, subject).await?;
    if page.own.is_none() {
        return Err(PageError::NotFound);
    }
    let question = Question::WithdrawIntroduction { card: page.subject };
    let (action, back) = (Place::WithdrawIntroduction(subject), Place::MemberIntroductions(subject));
    Ok(Answer::page(Page::Confirm(Confirm { question, action, back })))
}

async fn withdraw(ask: &mut Ask) -> Outcome {
    let subject: MemberId = ask.id("id")?;
    match ask.write(move |tx, me| introduction::withdraw(tx, me, subject)).await?? {
        true => Ok(Answer::go(done_at(Place::MemberIntroductions(subject), "introduction-removed"))),
        false => Err(PageError::NotFound),
    }
}
