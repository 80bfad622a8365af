//! A member's page, friends and diary.

use enishi_core::diary::Month;
use enishi_core::ids::{DiaryId, MemberId};
use enishi_core::{diary, footprint, friend, notice, profile};
use enishi_face::Page;
use enishi_face::pages::CirclePage;
use jiff::civil::Date;

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::Ask;

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/members/{id}", Readers::Audience, handler!(show)).on_legacy(),
        Route::get("/members/{id}/friends", Readers::Audience, handler!(friends)).on_legacy(),
        Route::get("/members/{id}/friends/common", Readers::Audience, handler!(common_friends)).on_legacy(),
        Route::get("/members/{id}/diary", Readers::Audience, handler!(entries)).on_legacy(),
        Route::get("/members/{id}/diary/archive", Readers::Audience, handler!(archive)).on_legacy(),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    let id: MemberId = ask.id("id")?;
    let zone = ask.site.zone.clone();
    let page =
        ask.read(move |tx, viewer| profile::show(tx, viewer, id, &zone)?.ok_or(PageError::NotFound)).await?;
    if ask.is_look && ask.who.member() != Some(id) {
        let zone = ask.site.zone.clone();
        ask.write(move |tx, me| {
            footprint::leave(tx, me, id, &zone)?;
            notice::member_was_met(tx, me, id)
        })
        .await??;
    }
    Ok(Answer::page(Page::Profile(page)))
}

/// Whoever looks at somebody's diary or photographs leaves a footprint as on their page (FP-01).
pub(super) async fn come_by(ask: &mut Ask, owner: MemberId) -> Result<(), PageError> {
    if ask.is_look && ask.who.member() != Some(owner) {
        let zone = ask.site.zone.clone();
        ask.write(move |tx, me| footprint::leave(tx, me, owner, &zone)).await??;
    }
    Ok(())
}

async fn friends(ask: &mut Ask) -> Outcome {
    let id: MemberId = ask.id("id")?;
    let after = ask.query_id("after");
    let page = ask
        .read(move |tx, viewer| friend::list_of(tx, viewer, id, after)?.ok_or(PageError::NotFound))
        .await?;
    Ok(Answer::page(Page::Friends(page)))
}

async fn common_friends(ask: &mut Ask) -> Outcome {
    let id: MemberId = ask.id("id")?;
    let after = ask.query_id("after");
    let page = ask
        .read_as_member(move |tx, me| friend::common(tx, me, id, after)?.ok_or(PageError::NotFound))
        .await?;
    Ok(Answer::page(Page::Circle(CirclePage::CommonFriends(page))))
}

async fn entries(ask: &mut Ask) -> Outcome {
    let id: MemberId = ask.id("id")?;
    let before: Option<DiaryId> = ask.query_id("before");
    let (day, zone) = (ask.query_id::<Date>("on"), ask.site.zone.clone());
    let page = ask
        .read(move |tx, viewer| {
            let page = match day {
                Some(day) => diary::list_on(tx, viewer, id, day, before, &zone)?,
                None => diary::list_of(tx, viewer, id, before)?,
            };
            page.ok_or(PageError::NotFound)
        })
        .await?;
    come_by(ask, id).await?;
    Ok(Answer::page(Page::DiaryList(page)))
}

async fn archive(ask: &mut Ask) -> Outcome {
    let id: MemberId = ask.id("id")?;
    let (month, zone) = (ask.query_id::<Month>("month"), ask.site.zone.clone());
    let page = ask
        .read(move |tx, viewer| diary::archive(tx, viewer, id, month, &zone)?.ok_or(PageError::NotFound))
        .await?;
    come_by(ask, id).await?;
    Ok(Answer::page(Page::DiaryArchive(page)))
}
