//! Communities: coming by them, founding one, looking at one and at who belongs.

use enishi_core::allowance::Act;
use enishi_core::community::topic::{self, WordsTurn};
use enishi_core::community::{self, CommunityError, CommunityForm, Mine};
use enishi_core::ids::{CommunityId, MemberId, TopicId};
use enishi_core::notice;
use enishi_core::visibility::Visibility;
use enishi_face::pages::CommunityView;
use enishi_face::{CommunityPlace, Form, Page, Phrase, Place};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/communities", Readers::Oneself, handler!(all)).on_legacy(),
        Route::post("/communities", Readers::Oneself, handler!(look)).on_legacy(),
        Route::get("/communities/all", Readers::Oneself, handler!(every)).on_legacy(),
        Route::get("/communities/closed", Readers::Oneself, handler!(closed)).on_legacy(),
        Route::get("/communities/new", Readers::Oneself, handler!(ask_for_new)),
        Route::post("/communities/new", Readers::Oneself, handler!(found)).refilled_by(handler!(refill_new)),
        Route::get("/communities/{id}", Readers::Audience, handler!(show)).on_legacy(),
        Route::get("/communities/{id}/members", Readers::Audience, handler!(members)).on_legacy(),
        Route::get("/members/{id}/communities", Readers::Audience, handler!(of_member)).on_legacy(),
    ]
}

pub(super) fn at(place: CommunityPlace) -> Place {
    Place::Community(place)
}

pub(super) fn page(view: CommunityView) -> Answer {
    Answer::page(Page::Community(view))
}

pub(super) fn refused(view: CommunityView) -> Answer {
    Answer::refused(Page::Community(view))
}

/// The viewer comes first: which charset the query is in depends on the face they chose.
async fn all(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    let sought = ask.query("q");
    let form = Form::empty().with("q", sought.as_str());
    let after: Option<CommunityId> = ask.query_id("after");
    let page = ask.read_as_member(move |tx, me| Ok(community::list(tx, me, &sought, after)?)).await?;
    Ok(self::page(CommunityView::All { page, form }))
}

async fn every(ask: &mut Ask) -> Outcome {
    let after: Option<CommunityId> = ask.query_id("after");
    let every = ask.read_as_member(move |tx, _| Ok(community::every(tx, after)?)).await?;
    Ok(page(CommunityView::Every(every)))
}

async fn closed(ask: &mut Ask) -> Outcome {
    let from: Option<WordsTurn> = ask.query_id("from");
    let closed = ask.read_as_member(move |tx, me| Ok(topic::closed(tx, me, from)?)).await?;
    Ok(page(CommunityView::Closed(closed)))
}

/// Looking changes nothing; the form is sent by POST all the same, since some phones lose what stands after `?`.
async fn look(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    let fields: &[&str] = if ask.typed.get("after").is_empty() { &["q"] } else { &["q", "after"] };
    Ok(Answer::go(ask.asked_at(at(CommunityPlace::All), fields)))
}

async fn ask_for_new(ask: &mut Ask) -> Outcome {
    let first = ask.read_as_member(|tx, me| Ok(community::first_shown_to(tx, me)?)).await?;
    Ok(page(CommunityView::New(Form::empty().with("visibility", first.to_string()))))
}

/// What was typed, as it stands in the fields again.
pub(super) fn typed_form(ask: &Ask) -> Form {
    ["name", "about", "joins", "reads", "visibility"]
        .into_iter()
        .fold(Form::empty(), |form, field| form.with(field, ask.typed.get(field)))
}

/// What was chosen of the three levels; nothing chosen shows nobody.
pub(super) fn shown_to(ask: &Ask) -> Visibility {
    ask.typed.get("visibility").parse().unwrap_or(Visibility::OnlyMe)
}

async fn found(ask: &mut Ask) -> Outcome {
    if let Some(place) = ask.done_before().await? {
        return Ok(Answer::go(place));
    }
    let (form, shown_to) = (typed(ask), shown_to(ask));
    // What is refused for its words is nobody's share of the day.
    if let Err(why) = form.check() {
        let (field, why) = fault(why)?;
        return Ok(new_again(ask, field, why));
    }
    if let Some(why) = ask.stopped(Act::Found).await? {
        return Ok(new_again(ask, "form", why));
    }
    let made = ask
        .write_once(move |tx, me| {
            let id = community::found(tx, me, &form, shown_to)?;
            Ok::<_, CommunityError>(done_at(at(CommunityPlace::One(id)), "community-founded"))
        })
        .await?;
    match made {
        Ok(place) => Ok(Answer::go(place)),
        Err(why) => {
            let (field, why) = fault(why)?;
            Ok(new_again(ask, field, why))
        }
    }
}

fn typed(ask: &Ask) -> CommunityForm {
    CommunityForm {
        name: ask.typed.get("name").to_owned(),
        about: ask.typed.get("about").to_owned(),
        joins: ask.typed.get("joins").parse().unwrap_or_default(),
        reads: ask.typed.get("reads").parse().unwrap_or_default(),
    }
}

fn new_again(ask: &Ask, field: &str, why: Phrase) -> Answer {
    refused(CommunityView::New(typed_form(ask).fault(field, why)))
}

async fn refill_new(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    Ok(new_again(ask, "form", Phrase::new("trouble-stale")))
}

/// The field a refusal belongs to, and what to say beside it.
pub(super) fn fault(why: CommunityError) -> Result<(&'static str, Phrase), PageError> {
    let (field, key) = match why {
        CommunityError::NotFound => return Err(PageError::NotFound),
        CommunityError::NameEmpty => ("name", "community-name-empty"),
        CommunityError::NameTooLong => ("name", "community-name-long"),
        CommunityError::AboutTooLong => ("about", "community-about-long"),
        CommunityError::TooMany => ("form", "community-too-many"),
        CommunityError::WasClosed => ("reads", "community-was-closed"),
        CommunityError::WasVetted => ("joins", "community-was-vetted"),
        CommunityError::Waits => ("form", "community-waits"),
        CommunityError::Store(error) => return Err(error.into()),
    };
    Ok((field, Phrase::new(key)))
}

async fn show(ask: &mut Ask) -> Outcome {
    let view = one(ask, None).await?;
    let id: CommunityId = ask.id("id")?;
    was_seen(ask, id, None).await?;
    Ok(page(view))
}

/// Look first, then take off the red letter about what was just seen.
pub(super) async fn was_seen(
    ask: &mut Ask,
    id: CommunityId,
    topic: Option<TopicId>,
) -> Result<(), PageError> {
    if !ask.is_look
        || !ask.read_as_member(move |tx, me| Ok(notice::waits_about_place(tx, me, id, topic)?)).await?
    {
        return Ok(());
    }
    ask.write(move |tx, me| match topic {
        Some(topic) => notice::topic_was_read(tx, me, topic),
        None => notice::community_was_seen(tx, me, id),
    })
    .await??;
    Ok(())
}

/// The page of a community, with what is wrong with a choice made there.
pub(super) async fn one(ask: &mut Ask, why: Option<Phrase>) -> Result<CommunityView, PageError> {
    let id: CommunityId = ask.id("id")?;
    let (page, shown_to) = ask
        .read_as_member(move |tx, me| {
            let page = community::show(tx, me, id)?.ok_or(PageError::NotFound)?;
            let shown_to = match page.mine {
                Mine::Member(shown_to) | Mine::Owner(shown_to) => shown_to,
                Mine::Outside | Mine::Asked => community::first_shown_to(tx, me)?,
            };
            Ok((page, shown_to))
        })
        .await?;
    let form = match why {
        Some(_) => typed_form(ask),
        None => Form::empty().with("visibility", shown_to.to_string()),
    };
    let form = why.into_iter().fold(form, |form, why| form.fault("visibility", why));
    Ok(CommunityView::One { page, form })
}

async fn members(ask: &mut Ask) -> Outcome {
    let id: CommunityId = ask.id("id")?;
    let after: Option<MemberId> = ask.query_id("after");
    let members = ask
        .read_as_member(move |tx, me| community::members(tx, me, id, after)?.ok_or(PageError::NotFound))
        .await?;
    Ok(page(CommunityView::Members(members)))
}

async fn of_member(ask: &mut Ask) -> Outcome {
    let owner: MemberId = ask.id("id")?;
    let (page, is_own) = ask
        .read_as_member(move |tx, me| {
            let page = community::of_member(tx, me, owner)?.ok_or(PageError::NotFound)?;
            Ok((page, me == owner))
        })
        .await?;
    Ok(self::page(CommunityView::Of { page, is_own }))
}
