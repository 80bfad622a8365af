//! Categories of entries: reading somebody's, making and changing one's own.

use enishi_core::diary::{self, CategoryError};
use enishi_core::ids::{CategoryId, DiaryId, MemberId};
use enishi_core::visibility::Viewer;
use enishi_face::pages::{CirclePage, Confirm, Question};
use enishi_face::{Form, Page, Phrase, Place};

use super::members;
use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/members/{id}/diary/categories", Readers::Audience, handler!(show)).on_legacy(),
        Route::get("/members/{id}/diary/categories/{category}", Readers::Audience, handler!(entries))
            .on_legacy(),
        Route::get("/diary/categories", Readers::Oneself, handler!(mine)),
        Route::post("/diary/categories", Readers::Oneself, handler!(make)).refilled_by(handler!(refill_new)),
        Route::get("/diary/categories/{id}", Readers::Oneself, handler!(one)),
        Route::post("/diary/categories/{id}", Readers::Oneself, handler!(change))
            .refilled_by(handler!(refill)),
        Route::get("/diary/categories/{id}/remove", Readers::Oneself, handler!(ask_to_remove)),
        Route::post("/diary/categories/{id}/remove", Readers::Oneself, handler!(remove)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    let id: MemberId = ask.id("id")?;
    let page =
        ask.read(move |tx, viewer| diary::categories_of(tx, viewer, id)?.ok_or(PageError::NotFound)).await?;
    Ok(Answer::page(Page::Circle(CirclePage::Categories(page))))
}

async fn entries(ask: &mut Ask) -> Outcome {
    let (id, category): (MemberId, CategoryId) = (ask.id("id")?, ask.id("category")?);
    let before: Option<DiaryId> = ask.query_id("before");
    let page = ask
        .read(move |tx, viewer| {
            diary::list_in_category(tx, viewer, id, category, before)?.ok_or(PageError::NotFound)
        })
        .await?;
    members::come_by(ask, id).await?;
    Ok(Answer::page(Page::DiaryList(page)))
}

async fn my_page(ask: &mut Ask, form: Form) -> Result<Page, PageError> {
    let page = ask
        .read_as_member(|tx, me| diary::categories_of(tx, Viewer::Member(me), me)?.ok_or(PageError::NotFound))
        .await?;
    Ok(Page::Circle(CirclePage::MyCategories { page, form }))
}

async fn mine(ask: &mut Ask) -> Outcome {
    Ok(Answer::page(my_page(ask, Form::empty()).await?))
}

async fn make(ask: &mut Ask) -> Outcome {
    let (name, is_open) = typed(ask);
    let made = ask
        .write_once(move |tx, me| {
            diary::make_category(tx, me, &name, is_open)?;
            Ok::<_, CategoryError>(done_at(Place::DiaryCategories, "saved"))
        })
        .await?;
    match made {
        Ok(place) => Ok(Answer::go(place)),
        Err(why) => new_again(ask, "name", fault(why)?).await,
    }
}

fn typed(ask: &Ask) -> (String, bool) {
    (ask.typed.get("name").to_owned(), ask.typed.get("open") == "1")
}

fn typed_form(ask: &Ask) -> Form {
    Form::empty().with("name", ask.typed.get("name")).with("open", ask.typed.get("open"))
}

async fn new_again(ask: &mut Ask, field: &str, why: Phrase) -> Outcome {
    let form = typed_form(ask).fault(field, why);
    Ok(Answer::refused(my_page(ask, form).await?))
}

async fn refill_new(ask: &mut Ask) -> Outcome {
    new_again(ask, "form", Phrase::new("trouble-stale")).await
}

/// What to say beside the name; one of somebody else's is not there.
fn fault(why: CategoryError) -> Result<Phrase, PageError> {
    match why {
        CategoryError::NotFound => Err(PageError::NotFound),
        CategoryError::NameEmpty => Ok(Phrase::new("category-name-empty")),
        CategoryError::NameTooLong => Ok(Phrase::new("category-name-long")),
        CategoryError::Taken(_) => Ok(Phrase::new("category-name-taken")),
        CategoryError::Full => Ok(Phrase::new("categories-full").with("n", diary::MOST_CATEGORIES)),
        CategoryError::Store(error) => Err(error.into()),
    }
}

async fn find(ask: &mut Ask) -> Result<diary::Category, PageError> {
    let id: CategoryId = ask.id("id")?;
    ask.read_as_member(move |tx, me| diary::find_category(tx, me, id)?.ok_or(PageError::NotFound)).await
}

async fn one(ask: &mut Ask) -> Outcome {
    let category = find(ask).await?;
    let open = if category.is_open { "1" } else { "" };
    let form = Form::empty().with("name", category.name.as_str()).with("open", open);
    Ok(Answer::page(Page::Circle(CirclePage::Category { category, form })))
}

async fn change(ask: &mut Ask) -> Outcome {
    let id: CategoryId = ask.id("id")?;
    let before = find(ask).await?.name;
    // What an old phone could not show comes back as it was.
    let name = ask.edited("name", &before).unwrap_or(before);
    let (_, is_open) = typed(ask);
    match ask.write(move |tx, me| diary::change_category(tx, me, id, &name, is_open)).await? {
        Ok(()) => Ok(Answer::go(done_at(Place::DiaryCategories, "saved"))),
        Err(why) => again(ask, "name", fault(why)?).await,
    }
}

async fn again(ask: &mut Ask, field: &str, why: Phrase) -> Outcome {
    let category = find(ask).await?;
    let form = typed_form(ask).fault(field, why);
    Ok(Answer::refused(Page::Circle(CirclePage::Category { category, form })))
}

async fn refill(ask: &mut Ask) -> Outcome {
    again(ask, "form", Phrase::new("trouble-stale")).await
}

async fn ask_to_remove(ask: &mut Ask) -> Outcome {
    let category = find(ask).await?;
    Ok(Answer::page(Page::Confirm(Confirm {
        question: Question::RemoveCategory { name: category.name },
        action: Place::DiaryCategoryRemove(category.id),
        back: Place::DiaryCategory(category.id),
    })))
}

async fn remove(ask: &mut Ask) -> Outcome {
    let id: CategoryId = ask.id("id")?;
    if !ask.write(move |tx, me| diary::remove_category(tx, me, id)).await?? {
        return Err(PageError::NotFound);
    }
    Ok(Answer::go(done_at(Place::DiaryCategories, "category-removed")))
}
