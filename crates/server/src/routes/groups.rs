//! My groups and who is in them.

use enishi_core::diary;
use enishi_core::group::{self, GroupError, GroupPage, Opens, Reach};
use enishi_core::ids::{DraftId, GroupId, MemberId};
use enishi_face::pages::{Confirm, GroupsPage, Question};
use enishi_face::{Form, Page, Phrase, Place};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/groups", Readers::Oneself, handler!(list)),
        Route::post("/me/groups", Readers::Oneself, handler!(create)).refilled_by(handler!(refill_new)),
        Route::get("/me/groups/{id}", Readers::Oneself, handler!(show)),
        Route::post("/me/groups/{id}", Readers::Oneself, handler!(rename)),
        Route::post("/me/groups/{id}/add", Readers::Oneself, handler!(add)),
        Route::post("/me/groups/{id}/remove", Readers::Oneself, handler!(remove)),
        Route::get("/me/groups/{id}/delete", Readers::Oneself, handler!(ask_to_delete)),
        Route::post("/me/groups/{id}/delete", Readers::Oneself, handler!(delete)),
    ]
}

async fn list(ask: &mut Ask) -> Outcome {
    let form = come_from(ask).await?;
    let page = groups_page(ask, form).await?;
    Ok(Answer::page(page))
}

/// The draft one came from to make a group, as it is carried from page to page.
fn draft_said(ask: &Ask) -> Option<DraftId> {
    ask.query_id("draft").or_else(|| ask.typed.get("draft").parse().ok())
}

/// A form that carries it on, if it is one's own.
async fn come_from(ask: &mut Ask) -> Result<Form, PageError> {
    let Some(id) = draft_said(ask) else { return Ok(Form::empty()) };
    let found = ask.read_as_member(move |tx, me| Ok(diary::find_draft(tx, me, id)?)).await?;
    Ok(found.map_or_else(Form::empty, |draft| Form::empty().with("draft", draft.id.to_string())))
}

fn group_place(id: GroupId, draft: Option<DraftId>) -> Place {
    draft.map_or(Place::MyGroup(id), |draft| Place::MyGroupFrom(id, draft))
}

async fn groups_page(ask: &mut Ask, form: Form) -> Result<Page, PageError> {
    let groups = ask.read_as_member(|tx, me| Ok(group::mine(tx, me)?)).await?;
    Ok(Page::MyGroups(GroupsPage { groups, form }))
}

async fn create(ask: &mut Ask) -> Outcome {
    let (name, reach, draft) = (ask.typed.get("name").to_owned(), reach(ask), draft_said(ask));
    let made = ask
        .write_once(move |tx, me| {
            let id = group::create(tx, me, &name, reach)?;
            Ok::<_, GroupError>(group_place(id, draft).to_string())
        })
        .await?;
    match made {
        Ok(place) => Ok(Answer::go(place)),
        Err(why) => new_again(ask, fault(why)?).await,
    }
}

/// Without a word about it, a group opens to those in it: narrower is the safe way to err.
fn reach(ask: &Ask) -> Reach {
    ask.typed.get("reach").parse().unwrap_or_default()
}

async fn new_again(ask: &mut Ask, why: Phrase) -> Outcome {
    let typed = come_from(ask).await?;
    let typed = typed.with("name", ask.typed.get("name")).with("reach", reach(ask).key());
    let form = typed.fault("name", why);
    let page = groups_page(ask, form).await?;
    Ok(Answer::refused(page))
}

async fn refill_new(ask: &mut Ask) -> Outcome {
    new_again(ask, Phrase::new("trouble-stale")).await
}

/// What to say beside the name; a group of somebody else's is not there.
fn fault(why: GroupError) -> Result<Phrase, PageError> {
    match why {
        GroupError::NotFound => Err(PageError::NotFound),
        GroupError::NameEmpty => Ok(Phrase::new("group-name-empty")),
        GroupError::NameTooLong => Ok(Phrase::new("group-name-long")),
        GroupError::TooMany => Ok(Phrase::new("group-many")),
        GroupError::Store(error) => Err(error.into()),
    }
}

async fn show(ask: &mut Ask) -> Outcome {
    let page = find(ask).await?;
    let form = come_from(ask).await?.with("name", page.group.name.as_str());
    Ok(Answer::page(Page::MyGroup { page, form }))
}

async fn find(ask: &mut Ask) -> Result<GroupPage, PageError> {
    let id: GroupId = ask.id("id")?;
    ask.read_as_member(move |tx, me| group::show(tx, me, id)?.ok_or(PageError::NotFound)).await
}

async fn rename(ask: &mut Ask) -> Outcome {
    let id: GroupId = ask.id("id")?;
    let before = find(ask).await?.group.name;
    let name = ask.edited("name", &before).unwrap_or(before);
    let typed = ask.typed.get("name").to_owned();
    match ask.write(move |tx, me| group::rename(tx, me, id, &name)).await? {
        Ok(()) => Ok(Answer::go(done_at(group_place(id, draft_said(ask)), "saved"))),
        Err(why) => {
            let form = come_from(ask).await?.with("name", typed).fault("name", fault(why)?);
            let page = find(ask).await?;
            Ok(Answer::refused(Page::MyGroup { page, form }))
        }
    }
}

async fn add(ask: &mut Ask) -> Outcome {
    let id: GroupId = ask.id("id")?;
    let (friend, opens) = (friend_named(ask)?, opens(ask));
    change(ask, id, move |tx, me| group::add(tx, me, id, friend, opens)).await
}

async fn remove(ask: &mut Ask) -> Outcome {
    let id: GroupId = ask.id("id")?;
    let (friend, opens) = (friend_named(ask)?, opens(ask));
    change(ask, id, move |tx, me| group::remove(tx, me, id, friend, opens)).await
}

/// Without a word about it, the friend sees what is written from now on: narrower is the safe way to err.
fn opens(ask: &Ask) -> Opens {
    match ask.typed.get("opens") {
        "everything" => Opens::Everything,
        _ => Opens::FromNowOn,
    }
}

fn friend_named(ask: &Ask) -> Result<MemberId, PageError> {
    ask.typed.get("friend").parse().map_err(|_| PageError::NotFound)
}

async fn change<F>(ask: &mut Ask, id: GroupId, work: F) -> Outcome
where
    F: FnOnce(&mut enishi_core::store::Tx<'_>, MemberId) -> Result<(), GroupError> + Clone + Send + 'static,
{
    match ask.write(work).await? {
        Ok(()) => Ok(Answer::go(done_at(group_place(id, draft_said(ask)), "saved"))),
        Err(GroupError::Store(error)) => Err(error.into()),
        Err(_) => Err(PageError::NotFound),
    }
}

async fn ask_to_delete(ask: &mut Ask) -> Outcome {
    let id: GroupId = ask.id("id")?;
    let group = find(ask).await?.group;
    let question = Question::DeleteGroup { name: group.name, reach: group.reach };
    let (action, back) = (Place::MyGroupDelete(id), Place::MyGroup(id));
    Ok(Answer::page(Page::Confirm(Confirm { question, action, back })))
}

async fn delete(ask: &mut Ask) -> Outcome {
    let id: GroupId = ask.id("id")?;
    match ask.write(move |tx, me| group::delete(tx, me, id)).await? {
        Ok(()) => Ok(Answer::go(done_at(Place::MyGroups, "saved"))),
        Err(GroupError::Store(error)) => Err(error.into()),
        Err(_) => Err(PageError::NotFound),
    }
}
