//! Writing an entry and changing one.

use enishi_core::allowance::Act;
use enishi_core::diary::{self, Draft, EditError, EditPage, Fault, NewDiary, NewPhoto, PostError};
use enishi_core::ids::DiaryId;
use enishi_face::pages::{DiaryFormPage, KeptPhoto};
use enishi_face::{Form, Page, Phrase, Place};

use super::photos::{self, forget_files};
use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, PIECE_FIELDS, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/diary/new", Readers::Oneself, handler!(show_new)).on_legacy(),
        Route::post("/diary/new", Readers::Oneself, handler!(post))
            .with_photos()
            .refilled_by(handler!(refill_new))
            .on_legacy(),
        Route::get("/diary/{id}/edit", Readers::Oneself, handler!(show_edit)),
        Route::post("/diary/{id}/edit", Readers::Oneself, handler!(edit))
            .with_photos()
            .refilled_by(handler!(refill_edit)),
    ]
}

async fn show_new(ask: &mut Ask) -> Outcome {
    let page = stored(ask, None).await?;
    Ok(Answer::page(filled(page)))
}

async fn show_edit(ask: &mut Ask) -> Outcome {
    let id = ask.id("id")?;
    let page = stored(ask, Some(id)).await?;
    Ok(Answer::page(filled(page)))
}

async fn stored(ask: &mut Ask, id: Option<DiaryId>) -> Result<EditPage, PageError> {
    ask.read_as_member(move |tx, me| diary::form(tx, me, id)?.ok_or(PageError::NotFound)).await
}

/// The form with what is kept in the database.
fn filled(page: EditPage) -> Page {
    let form = Form::empty()
        .with("title", page.title)
        .with("body", page.body)
        .with("visibility", page.visibility.to_string());
    let photos = page.photos.into_iter().map(|photo| KeptPhoto { picture: photo.picture, alt: photo.alt });
    Page::DiaryForm(DiaryFormPage {
        id: page.id,
        form,
        groups: page.groups,
        photos: photos.collect(),
        widens: None,
    })
}

/// What was typed, and photographs already put away, so that a refusal loses none of them.
struct Sent {
    /// As it would be kept: pieces in their place, characters the phone could not show put back.
    draft: Draft,
    /// As it was typed, with what is wrong already.
    form: Form,
}

async fn receive(ask: &mut Ask, original: Option<&EditPage>) -> Result<Sent, PageError> {
    let photos = photos::receive(ask).await?;
    Ok(put_together(ask, original, photos))
}

fn put_together(
    ask: &Ask,
    original: Option<&EditPage>,
    (photos, photo_fault): (Vec<NewPhoto>, Option<Phrase>),
) -> Sent {
    let mut form = typed_form(ask);
    if let Some(phrase) = photo_fault {
        form = form.fault("photo", phrase);
    }
    let mut edited = |field: &str, kept: &str| {
        ask.edited(field, kept).unwrap_or_else(|phrase| {
            form = form.clone().fault(field, phrase);
            kept.to_owned()
        })
    };
    let title = edited("title", original.map_or("", |page| &page.title));
    let body = edited("body", original.map_or("", |page| &page.body));
    let draft = Draft { title, body, visibility: chosen_visibility(ask), photos };
    Sent { draft, form }
}

/// The fourth level is completed by the group chosen beside it.
fn chosen_visibility(ask: &Ask) -> String {
    match ask.typed.get("visibility") {
        "group" => ask.typed.get("visibility_group").to_owned(),
        chosen => chosen.to_owned(),
    }
}

async fn post(ask: &mut Ask) -> Outcome {
    if let Some(why) = ask.stopped(Act::Post).await? {
        return refill_with(ask, None, why).await;
    }
    let sent = receive(ask, None).await?;
    let new = match read(&sent) {
        Ok(new) => new,
        Err(form) => return again(ask, None, form, &sent, None).await,
    };
    let made = ask
        .write_once(move |tx, me| {
            let id = diary::post(tx, me, &new)?;
            Ok::<_, PostError>(done_at(Place::Diary(id), "posted"))
        })
        .await?;
    match made {
        Ok(place) => Ok(Answer::go(place)),
        Err(PostError::Refused(fault)) => {
            let form = with_fault(sent.form.clone(), fault);
            again(ask, None, form, &sent, None).await
        }
        Err(PostError::Store(error)) => Err(error.into()),
    }
}

async fn edit(ask: &mut Ask) -> Outcome {
    let id: DiaryId = ask.id("id")?;
    let original = stored(ask, Some(id)).await?;
    let sent = receive(ask, Some(&original)).await?;
    let new = match read(&sent) {
        Ok(new) => new,
        Err(form) => return again(ask, Some(id), form, &sent, None).await,
    };
    let agreed = ask.typed.get("agreed") == "1";
    match ask.write(move |tx, me| diary::edit(tx, me, id, &new, agreed)).await? {
        Ok(loose) => {
            forget_files(ask, loose).await?;
            Ok(Answer::go(done_at(Place::Diary(id), "edited")))
        }
        Err(EditError::NotFound) => Err(PageError::NotFound),
        Err(EditError::Widens { comments }) => {
            let form = sent.form.clone().fault("agreed", Phrase::new("diary-widens").with("n", comments));
            again(ask, Some(id), form, &sent, Some(comments)).await
        }
        Err(EditError::Refused(fault)) => {
            let form = with_fault(sent.form.clone(), fault);
            again(ask, Some(id), form, &sent, None).await
        }
        Err(EditError::Store(error)) => Err(error.into()),
    }
}

async fn refill_new(ask: &mut Ask) -> Outcome {
    refill_with(ask, None, Phrase::new("trouble-stale")).await
}

async fn refill_edit(ask: &mut Ask) -> Outcome {
    let id = ask.id("id")?;
    refill_with(ask, Some(id), Phrase::new("trouble-stale")).await
}

async fn refill_with(ask: &mut Ask, id: Option<DiaryId>, why: Phrase) -> Outcome {
    let original = match id {
        Some(_) => Some(stored(ask, id).await?),
        None => None,
    };
    let photos = photos::keep_only(ask);
    let sent = put_together(ask, original.as_ref(), photos);
    let form = sent.form.clone().fault("form", why);
    again(ask, id, form, &sent, None).await
}

/// The draft as something to keep, or the form with every fault beside its field.
fn read(sent: &Sent) -> Result<NewDiary, Form> {
    match sent.draft.clone().read() {
        Ok(new) if !sent.form.is_refused() => Ok(new),
        Ok(_) => Err(sent.form.clone()),
        Err(faults) => Err(faults.into_iter().fold(sent.form.clone(), with_fault)),
    }
}

/// Everything as typed; of a longer text, the piece that was on the form and which one it was.
fn typed_form(ask: &Ask) -> Form {
    let fields = ["title", "body"].map(|field| (field.to_owned(), ask.typed.get(field).to_owned()));
    let pieces = PIECE_FIELDS.map(|name| format!("body_{name}"));
    let pieces =
        pieces.into_iter().filter_map(|name| Some((name.clone(), ask.typed.find(&name)?.to_owned())));
    let form = Form::empty().with("visibility", chosen_visibility(ask));
    fields.into_iter().chain(pieces).fold(form, |form, (name, value)| form.with(&name, value))
}

fn with_fault(form: Form, fault: Fault) -> Form {
    let (field, key) = match fault {
        Fault::TitleEmpty => ("title", "diary-title-empty"),
        Fault::TitleTooLong => ("title", "diary-title-long"),
        Fault::BodyEmpty => ("body", "diary-body-empty"),
        Fault::BodyTooLong => ("body", "diary-body-long"),
        Fault::VisibilityUnknown => ("visibility", "diary-visibility-unknown"),
        Fault::TooManyPhotos => ("photo", "diary-photos-many"),
        Fault::PhotoUnknown => ("photo", "diary-photo-unknown"),
    };
    form.fault(field, Phrase::new(key))
}

async fn again(ask: &mut Ask, id: Option<DiaryId>, form: Form, sent: &Sent, widens: Option<i64>) -> Outcome {
    let groups = ask.read_as_member(|tx, me| Ok(enishi_core::group::mine(tx, me)?)).await?;
    let kept = sent.draft.photos.iter().take(diary::MOST_PHOTOS);
    let photos = kept.map(|photo| KeptPhoto { picture: photo.picture, alt: photo.alt.clone() }).collect();
    Ok(Answer::refused(Page::DiaryForm(DiaryFormPage { id, form, groups, photos, widens })))
}
