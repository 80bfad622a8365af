//! Photographs on members' pages: my own, and somebody else's.

use enishi_core::allowance::Act;
use enishi_core::ids::{MemberId, PictureId, ProfilePhotoId};
use enishi_core::picture;
use enishi_core::profile_photo::{self, FIRST_VISIBILITY, OwnPhotos, PhotoError, ProfilePhoto};
use enishi_core::visibility::Visibility;
use enishi_face::pages::CirclePage;
use enishi_face::{Form, Page, Phrase, Place};

use super::members;
use super::photos::{forget_files, put_away};
use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/photos", Readers::Oneself, handler!(show)),
        Route::post("/me/photos", Readers::Oneself, handler!(add))
            .with_photos()
            .refilled_by(handler!(refill)),
        Route::get("/me/photos/{id}", Readers::Oneself, handler!(show_one)),
        Route::post("/me/photos/{id}", Readers::Oneself, handler!(change)).refilled_by(handler!(refill_one)),
        Route::post("/me/photos/{id}/remove", Readers::Oneself, handler!(remove)),
        Route::get("/members/{id}/photos", Readers::Audience, handler!(of_member)).on_legacy(),
    ]
}

async fn mine(ask: &mut Ask) -> Result<OwnPhotos, PageError> {
    ask.read_as_member(|tx, me| Ok(profile_photo::mine(tx, me)?)).await
}

async fn show(ask: &mut Ask) -> Outcome {
    let own = mine(ask).await?;
    let form = Form::empty().with("visibility", FIRST_VISIBILITY.to_string());
    Ok(Answer::page(Page::Circle(CirclePage::MyPhotos { own, form })))
}

async fn add(ask: &mut Ask) -> Outcome {
    if let Some(place) = ask.done_before().await? {
        return Ok(Answer::go(place));
    }
    let Ok(seen_by) = ask.typed.get("visibility").parse::<Visibility>() else {
        return again(ask, "visibility", Phrase::new("profile-visibility-unknown")).await;
    };
    // A full page is said before a file is worked on.
    if mine(ask).await?.photos.len() >= profile_photo::MOST {
        return again(ask, "form", Phrase::new("page-photos-full")).await;
    }
    let Some(bytes) = ask.take_files("photo").into_iter().next() else {
        return again(ask, "photo", Phrase::new("page-photo-none-sent")).await;
    };
    let picture = match put_away(ask, bytes).await? {
        Ok(picture) => picture,
        Err(why) => return again(ask, "photo", why).await,
    };
    let alt = ask.typed.get("alt").to_owned();
    let added = ask
        .write_once(move |tx, me| {
            profile_photo::add(tx, me, picture, &alt, seen_by)?;
            Ok::<_, PhotoError>(done_at(Place::MyPhotos, "photo-added"))
        })
        .await?;
    match added {
        Ok(place) => {
            forget(ask, picture).await?;
            Ok(Answer::go(place))
        }
        Err(PhotoError::Full) => {
            forget(ask, picture).await?;
            again(ask, "form", Phrase::new("page-photos-full")).await
        }
        Err(PhotoError::NotFound) => again(ask, "photo", Phrase::new("diary-photo-unknown")).await,
        Err(PhotoError::Store(error)) => Err(error.into()),
    }
}

async fn forget(ask: &mut Ask, picture: PictureId) -> Result<(), PageError> {
    let loose = ask.write(move |tx, _| picture::forget_if_loose(tx, &[picture])).await??;
    forget_files(ask, loose).await
}

async fn again(ask: &mut Ask, field: &str, why: Phrase) -> Outcome {
    let own = mine(ask).await?;
    let form = typed(ask).fault(field, why);
    Ok(Answer::refused(Page::Circle(CirclePage::MyPhotos { own, form })))
}

fn typed(ask: &Ask) -> Form {
    Form::empty().with("alt", ask.typed.get("alt")).with("visibility", ask.typed.get("visibility"))
}

async fn refill(ask: &mut Ask) -> Outcome {
    again(ask, "form", Phrase::new("trouble-stale")).await
}

/// The page of one of mine, with the form as `fill` makes it of what is there.
async fn page_of(ask: &mut Ask, fill: impl FnOnce(&ProfilePhoto) -> Form) -> Result<Page, PageError> {
    let id: ProfilePhotoId = ask.id("id")?;
    let OwnPhotos { photos, groups } = mine(ask).await?;
    let photo = photos.into_iter().find(|photo| photo.id == id).ok_or(PageError::NotFound)?;
    Ok(Page::Circle(CirclePage::MyPhoto { form: fill(&photo), photo, groups }))
}

async fn show_one(ask: &mut Ask) -> Outcome {
    let filled = |photo: &ProfilePhoto| {
        let seen_by = photo.visibility.unwrap_or(FIRST_VISIBILITY);
        Form::empty().with("alt", photo.photo.alt.as_str()).with("visibility", seen_by.to_string())
    };
    Ok(Answer::page(page_of(ask, filled).await?))
}

async fn change(ask: &mut Ask) -> Outcome {
    let id: ProfilePhotoId = ask.id("id")?;
    if let Some(why) = ask.stopped(Act::Save).await? {
        let form = typed(ask).fault("form", why);
        return Ok(Answer::refused(page_of(ask, |_| form).await?));
    }
    let Ok(seen_by) = ask.typed.get("visibility").parse::<Visibility>() else {
        let form = typed(ask).fault("visibility", Phrase::new("profile-visibility-unknown"));
        return Ok(Answer::refused(page_of(ask, |_| form).await?));
    };
    let OwnPhotos { photos, .. } = mine(ask).await?;
    let before = photos.into_iter().find(|photo| photo.id == id).ok_or(PageError::NotFound)?;
    let alt = match ask.edited("alt", &before.photo.alt) {
        Ok(alt) => alt,
        Err(why) => {
            let form = typed(ask).fault("alt", why);
            return Ok(Answer::refused(page_of(ask, |_| form).await?));
        }
    };
    match ask.write(move |tx, me| profile_photo::change(tx, me, id, &alt, seen_by)).await?? {
        true => Ok(Answer::go(done_at(Place::MyPhotos, "saved"))),
        false => Err(PageError::NotFound),
    }
}

async fn refill_one(ask: &mut Ask) -> Outcome {
    let form = typed(ask).fault("form", Phrase::new("trouble-stale"));
    Ok(Answer::refused(page_of(ask, |_| form).await?))
}

async fn remove(ask: &mut Ask) -> Outcome {
    let id: ProfilePhotoId = ask.id("id")?;
    let loose = ask.write(move |tx, me| profile_photo::remove(tx, me, id)).await??;
    forget_files(ask, loose.ok_or(PageError::NotFound)?).await?;
    Ok(Answer::go(done_at(Place::MyPhotos, "photo-removed")))
}

async fn of_member(ask: &mut Ask) -> Outcome {
    let id: MemberId = ask.id("id")?;
    let (card, photos) =
        ask.read(move |tx, viewer| profile_photo::page(tx, viewer, id)?.ok_or(PageError::NotFound)).await?;
    members::come_by(ask, id).await?;
    Ok(Answer::page(Page::Circle(CirclePage::Photos { card, photos })))
}
