//! Writing an entry and changing one, at once or by way of a draft.

mod again;
mod aside;
mod base;
mod drafts;
mod later;
mod sent;

use enishi_core::allowance::Act;
use enishi_core::diary::{self, EditError, Fault, PostError};
use enishi_core::ids::{DiaryId, PictureId};
use enishi_core::picture;
use enishi_core::receipt;
use enishi_face::{Form, Phrase, Place};

use self::again::again;
use self::base::Base;
use self::later::{post_later, read_with_time};
use self::sent::{read, receive};
use super::photos::forget_files;
use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    let mut routes = vec![
        Route::get("/diary/new", Readers::Oneself, handler!(show_new)).on_legacy(),
        Route::post("/diary/new", Readers::Oneself, handler!(post))
            .with_photos()
            .refilled_by(handler!(again::refill_new))
            .laid_aside_by(handler!(aside::lay_new))
            .on_legacy(),
        Route::get("/diary/{id}/edit", Readers::Oneself, handler!(show_edit)),
        Route::post("/diary/{id}/edit", Readers::Oneself, handler!(edit))
            .with_photos()
            .refilled_by(handler!(again::refill_edit))
            .laid_aside_by(handler!(aside::lay_edit)),
    ];
    routes.extend(drafts::routes());
    routes
}

async fn show_new(ask: &mut Ask) -> Outcome {
    let base = Base::find(ask, None).await?;
    Ok(Answer::page(base.page(ask).await?))
}

async fn show_edit(ask: &mut Ask) -> Outcome {
    let id = ask.id("id")?;
    let base = Base::find(ask, Some(id)).await?;
    Ok(Answer::page(base.page(ask).await?))
}

async fn post(ask: &mut Ask) -> Outcome {
    if drafts::is_asked_for(ask) {
        return drafts::keep(ask, None).await;
    }
    if let Some(place) = ask.done_before().await? {
        return Ok(Answer::go(place));
    }
    if let Some(why) = ask.stopped(Act::Post).await? {
        return again::refill(ask, None, why).await;
    }
    let base = Base::find(ask, None).await?;
    let sent = receive(ask, &base).await?;
    let new = match read_with_time(ask, &base, &sent) {
        Ok((new, Some(at))) => return post_later(ask, &base, &sent, new, at).await,
        Ok((new, None)) => new,
        Err(form) => return again(ask, &base, form, &sent, None).await,
    };
    let draft = base.stored.draft;
    let made = ask
        .write_once(move |tx, me| {
            let id = diary::post_draft(tx, me, &new, draft)?;
            Ok::<_, PostError>(done_at(Place::Diary(id), "posted"))
        })
        .await?;
    match made {
        Ok(place) => {
            forget_pictures(ask, base.pictures()).await?;
            Ok(Answer::go(place))
        }
        Err(PostError::Refused(fault)) => {
            let form = with_fault(sent.form.clone(), fault);
            again(ask, &base, form, &sent, None).await
        }
        Err(PostError::Store(error)) => Err(error.into()),
    }
}

async fn edit(ask: &mut Ask) -> Outcome {
    let id: DiaryId = ask.id("id")?;
    if drafts::is_asked_for(ask) {
        return drafts::keep(ask, Some(id)).await;
    }
    if let Some(place) = ask.done_before().await? {
        return Ok(Answer::go(place));
    }
    let base = Base::find(ask, Some(id)).await?;
    let sent = receive(ask, &base).await?;
    let new = match read(&sent) {
        Ok(new) => new,
        Err(form) => return again(ask, &base, form, &sent, None).await,
    };
    let (agreed, draft, once) = (ask.typed.get("agreed") == "1", base.stored.draft, ask.once());
    let place = done_at(Place::Diary(id), "edited");
    let kept = place.clone();
    let changed = ask
        .write(move |tx, me| {
            let mut loose = diary::edit(tx, me, id, &new, agreed)?;
            loose.extend(diary::settle(tx, me, draft)?);
            if let Some(once) = &once {
                receipt::keep(tx, me, once, &kept)?;
            }
            Ok::<_, EditError>(loose)
        })
        .await?;
    match changed {
        Ok(loose) => {
            forget_files(ask, loose).await?;
            Ok(Answer::go(place))
        }
        Err(EditError::NotFound) => Err(PageError::NotFound),
        Err(EditError::Widens { comments }) => {
            let form = sent.form.clone().fault("agreed", Phrase::new("diary-widens").with("n", comments));
            again(ask, &base, form, &sent, Some(comments)).await
        }
        Err(EditError::Refused(fault)) => {
            let form = with_fault(sent.form.clone(), fault);
            again(ask, &base, form, &sent, None).await
        }
        Err(EditError::Store(error)) => Err(error.into()),
    }
}

/// Photographs that hung on the draft and were taken off before it was posted.
async fn forget_pictures(ask: &mut Ask, pictures: Vec<PictureId>) -> Result<(), PageError> {
    if pictures.is_empty() {
        return Ok(());
    }
    let loose = ask.write(move |tx, _| picture::forget_if_loose(tx, &pictures)).await??;
    forget_files(ask, loose).await
}

fn with_fault(form: Form, fault: Fault) -> Form {
    let (field, key) = match fault {
        Fault::TitleEmpty => ("title", "diary-title-empty"),
        Fault::TitleTooLong => ("title", "diary-title-long"),
        Fault::BodyEmpty => ("body", "diary-body-empty"),
        Fault::BodyTooLong => ("body", "diary-body-long"),
        Fault::VisibilityUnknown => ("visibility", "diary-visibility-unknown"),
        Fault::TalkUnknown => ("comments", "talk-unknown"),
        Fault::TooManyPhotos => ("photo", "diary-photos-many"),
        Fault::PhotoUnknown => ("photo", "diary-photo-unknown"),
        Fault::Appeared => ("form", "diary-appeared"),
        Fault::TooManyCategories => ("new_category", "categories-many"),
        Fault::CategoryNameLong => ("new_category", "category-name-long"),
        Fault::CategoriesFull => {
            let full = Phrase::new("categories-full").with("n", diary::MOST_CATEGORIES);
            return form.fault("new_category", full);
        }
        Fault::DayUnknown => ("day", "later-day-unknown"),
        Fault::HourUnknown => ("hour", "later-hour-unknown"),
        Fault::TimePast => ("day", "later-past"),
        Fault::TimeFar => ("day", "later-far"),
    };
    form.fault(field, Phrase::new(key))
}
