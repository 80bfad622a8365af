//! The form again: what was typed lies in a draft by then, so that no page is too small for it.

use enishi_core::diary::{self, Keep, KeepError, Kept, MOST_PHOTOS, Why};
use enishi_core::ids::{DiaryId, DraftId};
use enishi_face::pages::{DiaryFormPage, KeptPhoto, photo_words_field};
use enishi_face::{Form, Page, Phrase, Place};

use super::base::Base;
use super::sent::{Sent, put_together};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::Ask;
use crate::routes::photos::{self, forget_files};
use crate::routes::route::Outcome;

pub(super) async fn refill_new(ask: &mut Ask) -> Outcome {
    refill(ask, None, Phrase::new("trouble-stale")).await
}

pub(super) async fn refill_edit(ask: &mut Ask) -> Outcome {
    let id = ask.id("id")?;
    refill(ask, Some(id), Phrase::new("trouble-stale")).await
}

/// The form as it was sent, worked on no further. One that came through the login page by its mark alone lies in a
/// draft already.
pub(super) async fn refill(ask: &mut Ask, id: Option<DiaryId>, why: Phrase) -> Outcome {
    let base = Base::find(ask, id).await?;
    let photos = photos::keep_only(ask);
    if base.stored.is_draft && ask.typed.find("body").is_none() {
        turn_to(ask, base.stored.draft);
        let mut view = base.view(ask).await?;
        view.form =
            photos.1.into_iter().fold(view.form.fault("form", why), |form, why| form.fault("photo", why));
        view.told = Some(Phrase::new("draft-kept"));
        return Ok(Answer::refused(Page::DiaryForm(view)));
    }
    let sent = put_together(ask, &base.stored, photos);
    let form = sent.form.clone().fault("form", why);
    again(ask, &base, form, &sent, None).await
}

/// The form with what is wrong, and what was typed in a draft.
pub(super) async fn again(
    ask: &mut Ask,
    base: &Base,
    form: Form,
    sent: &Sent,
    widens: Option<i64>,
) -> Outcome {
    let kept = if base.may_keep { keep(ask, base, sent, Why::Refused).await? } else { Err(KeepError::Empty) };
    shown(ask, base, (form, widens), sent, kept).await
}

/// Keeps what was typed. What has no place goes into a draft of its own.
pub(super) async fn keep(
    ask: &mut Ask,
    base: &Base,
    sent: &Sent,
    why: Why,
) -> Result<Result<Kept, KeepError>, PageError> {
    let (id, entry) = (base.stored.draft, base.stored.id);
    let homeless = sent.homeless.clone();
    let typed = sent.draft.clone();
    let kept = ask
        .write(move |tx, me| {
            let keep = match homeless {
                Some(typed) => Keep { id: tx.fresh_id(), entry: None, typed, why },
                None => Keep { id, entry, typed, why },
            };
            diary::keep_draft(tx, me, &keep)
        })
        .await?;
    if let Ok(kept) = &kept {
        forget_files(ask, kept.loose.clone()).await?;
    }
    Ok(kept)
}

/// Shows the form: as it lies in the draft, or as it was typed where it lies in none.
pub(super) async fn shown(
    ask: &mut Ask,
    base: &Base,
    (form, widens): (Form, Option<i64>),
    sent: &Sent,
    kept: Result<Kept, KeepError>,
) -> Outcome {
    if let (Ok(kept), None) = (&kept, &sent.homeless)
        && let Some(view) = as_kept(ask, &form, kept.id).await?
    {
        // Whatever had a time waits for its author from now on.
        let told = Phrase::new(if base.stored.due_at.is_some() { "draft-kept-waits" } else { "draft-kept" });
        let told = Some(told);
        return Ok(Answer::refused(Page::DiaryForm(DiaryFormPage { widens, told, ..view })));
    }
    let told = match kept {
        Ok(_) => sent.homeless.is_some().then(|| Phrase::new("draft-kept-apart")),
        Err(KeepError::Full) => Some(Phrase::new("drafts-full").with("n", diary::MOST_DRAFTS)),
        Err(KeepError::TooLong) => Some(Phrase::new("draft-too-long")),
        Err(KeepError::Empty) => None,
        Err(KeepError::Store(error)) => return Err(error.into()),
    };
    let view = as_typed(ask, base, form, sent).await?;
    Ok(Answer::refused(Page::DiaryForm(DiaryFormPage { widens, told, ..view })))
}

/// Nothing if the draft is gone already: another form of the same draft was posted at the same moment.
async fn as_kept(ask: &mut Ask, form: &Form, draft: DraftId) -> Result<Option<DiaryFormPage>, PageError> {
    let now = match Base::draft(ask, draft).await {
        Ok(now) => now,
        Err(PageError::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    turn_to(ask, draft);
    let mut view = now.view(ask).await?;
    view.form = form.faults().fold(view.form, |form, (field, why)| form.fault(field, why.clone()));
    // A draft keeps photographs with their words, and no words without a photograph.
    let words = (1..=MOST_PHOTOS).map(photo_words_field);
    view.form = words.fold(view.form, |kept, field| kept.with(&field, form.value(&field)));
    Ok(Some(view))
}

/// Further parts of the page are those of the draft's own.
fn turn_to(ask: &mut Ask, draft: DraftId) {
    ask.shown_path = Place::DiaryDraft(draft).to_string();
}

async fn as_typed(ask: &mut Ask, base: &Base, form: Form, sent: &Sent) -> Result<DiaryFormPage, PageError> {
    let photos = sent.draft.photos.iter().take(MOST_PHOTOS);
    let photos = photos.map(|photo| KeptPhoto { picture: photo.picture, alt: photo.alt.clone() }).collect();
    let chosen = sent.draft.chosen.categories.clone();
    Ok(DiaryFormPage { form, photos, chosen, is_stored: false, ..base.view(ask).await? })
}
