//! A form that is sent when its session is over. What was typed is laid among the drafts of whom the form was made for,
//! and only its mark travels through the login page: that fits on any phone.

use enishi_core::diary::{self, Draft, Keep, Kept, Why};
use enishi_core::ids::DiaryId;

use super::base::sent_mark;
use super::sent::put_together;
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, DraftMark, Typed};
use crate::routes::photos;
use crate::routes::route::Outcome;

pub(super) async fn lay_new(ask: &mut Ask) -> Outcome {
    lay(ask, None).await
}

pub(super) async fn lay_edit(ask: &mut Ask) -> Outcome {
    let id = ask.id("id")?;
    lay(ask, Some(id)).await
}

/// Whatever cannot be laid aside stays in the form, and travels through the login page as it is.
async fn lay(ask: &mut Ask, entry: Option<DiaryId>) -> Outcome {
    let stays = Ok(Answer::go(ask.path.clone()));
    let Some(mark) = sent_mark(ask) else { return stays };
    let Some((typed, has_photos)) = typed(ask, mark, entry).await? else { return stays };
    let keep = Keep { id: mark.draft, entry, typed, why: Why::Refused };
    let Some(kept) = write(ask, mark, keep).await? else { return stays };
    let mark = mark.of(kept.id).write(&ask.site.keys);
    let mut fields = vec![("draft".to_owned(), mark)];
    if has_photos {
        fields.push(("photo_sent".to_owned(), "1".to_owned()));
    }
    ask.typed = Typed::of(fields);
    stays
}

/// What was typed, over what the form began from, and whether photographs came along that cannot be kept.
async fn typed(
    ask: &mut Ask,
    mark: DraftMark,
    entry: Option<DiaryId>,
) -> Result<Option<(Draft, bool)>, PageError> {
    let found = ask.read_at_the_door(move |tx| diary::form(tx, mark.author, entry, Some(mark.draft))).await?;
    let Some(stored) = found else { return Ok(None) };
    let photos = photos::keep_only(ask);
    let has_photos = photos.1.is_some();
    let sent = put_together(ask, &stored, photos);
    Ok(Some((sent.homeless.unwrap_or(sent.draft), has_photos)))
}

async fn write(ask: &mut Ask, mark: DraftMark, keep: Keep) -> Result<Option<Kept>, PageError> {
    let kept = ask
        .write_at_the_door(move |tx| match diary::set_aside(tx, mark.author, &keep) {
            Ok(kept) => Ok(kept),
            Err(diary::KeepError::Store(error)) => Err(error),
            Err(_) => Ok(None),
        })
        .await?;
    if let Some(kept) = &kept {
        photos::forget_files(ask, kept.loose.clone()).await?;
    }
    Ok(kept)
}
