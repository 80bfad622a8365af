//! An entry that shall appear later: kept among the drafts, with its time.

use enishi_core::diary::{self, KeepError, LaterError, NewDiary, Why};
use enishi_core::moment::Moment;
use enishi_core::receipt;
use enishi_face::{Form, Phrase, Place};

use super::again::{again, shown};
use super::base::Base;
use super::sent::{Sent, read};
use super::with_fault;
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};
use crate::routes::photos::forget_files;
use crate::routes::route::Outcome;

/// What was typed as something to post, and when; or the form with every fault beside its field.
pub(super) fn read_with_time(
    ask: &Ask,
    base: &Base,
    sent: &Sent,
) -> Result<(NewDiary, Option<Moment>), Form> {
    let store = &ask.site.store;
    // A form that had no room for the time leaves one that was set.
    let stands = base.stored.due_at.is_some() || !base.stored.day.is_empty();
    let has_time = ask.typed.find("day").is_some() || stands;
    let chosen = match has_time {
        true => diary::chosen_time(&sent.draft, store.now(), &ask.site.zone),
        false => Ok(None),
    };
    match (read(sent), chosen) {
        (Ok(new), Ok(at)) => Ok((new, at)),
        (Ok(_), Err(faults)) => Err(faults.into_iter().fold(sent.form.clone(), with_fault)),
        (Err(form), chosen) => Err(chosen.err().into_iter().flatten().fold(form, with_fault)),
    }
}

pub(super) async fn post_later(
    ask: &mut Ask,
    base: &Base,
    sent: &Sent,
    new: NewDiary,
    at: Moment,
) -> Outcome {
    let keep = diary::Keep { id: base.stored.draft, entry: None, typed: sent.draft.clone(), why: Why::Asked };
    let (once, place) = (ask.once(), done_at(Place::DiaryDrafts, "later"));
    let kept_at = place.clone();
    let kept = ask
        .write(move |tx, me| {
            let kept = diary::post_later(tx, me, &keep, &new, at)?;
            if let Some(once) = &once {
                receipt::keep(tx, me, once, &kept_at)?;
            }
            Ok::<_, LaterError>(kept.loose)
        })
        .await?;
    match kept {
        Ok(loose) => {
            forget_files(ask, loose).await?;
            Ok(Answer::go(place))
        }
        Err(LaterError::Refused(fault)) => {
            let form = with_fault(sent.form.clone(), fault);
            again(ask, base, form, sent, None).await
        }
        Err(LaterError::Kept(KeepError::Store(error)) | LaterError::Store(error)) => Err(error.into()),
        Err(LaterError::Kept(why)) => {
            let full = Phrase::new("drafts-full").with("n", diary::MOST_DRAFTS);
            shown(ask, base, (sent.form.clone().fault("form", full), None), sent, Err(why)).await
        }
    }
}

/// Its author has looked at a draft that could not be posted.
pub(super) async fn note_seen(ask: &mut Ask, base: &Base) -> Result<(), PageError> {
    let draft = base.stored.draft;
    if ask.is_look && base.stored.held_back.is_some() {
        ask.write(move |tx, me| diary::draft_was_seen(tx, me, draft)).await??;
    }
    Ok(())
}
