//! Comments on diary entries: reading, writing, removing.

use enishi_core::allowance::Act;
use enishi_core::diary::{self, CommentError, CommentsPage, MayComment, NewPhoto, Spot};
use enishi_core::ids::DiaryId;
use enishi_face::pages::{CommentsView, Confirm, KeptPhoto, Question};
use enishi_face::{Form, Page, Phrase, Place};

use super::diary::leave_tracks;
use super::photos::{self, forget_files};
use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

/// Where a comment is removed.
const REMOVE: &str = "/diary/{id}/comments/{number}/remove";

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/diary/{id}/comments", Readers::Audience, handler!(show_comments)).on_legacy(),
        Route::post("/diary/{id}/comments", Readers::Audience, handler!(comment))
            .with_photos()
            .refilled_by(handler!(refill_comment))
            .on_legacy(),
        Route::get(REMOVE, Readers::Audience, handler!(ask_to_remove)).on_legacy(),
        Route::post(REMOVE, Readers::Audience, handler!(remove)).on_legacy(),
    ]
}

async fn show_comments(ask: &mut Ask) -> Outcome {
    let id: DiaryId = ask.id("id")?;
    let spot = spot(ask);
    let page = find_comments(ask, id, spot).await?;
    if page.around.newer.is_none() && !matches!(spot, Spot::Only(_)) {
        leave_tracks(ask, id, page.author.id).await?;
    }
    let form = match spot {
        Spot::Only(number) if page.can_answer(number) => Form::empty().with("body", format!(">>{number} ")),
        _ => Form::empty(),
    };
    Ok(Answer::page(Page::DiaryComments(CommentsView { page, form, photo: None })))
}

/// What the address asks for: one comment to answer, those from a number on, those before one, or the newest.
fn spot(ask: &Ask) -> Spot {
    let reply = ask.query_id("reply").map(Spot::Only);
    let from = || ask.query_id("from").map(Spot::From);
    let before = || ask.query_id("before").map(Spot::Before);
    reply.or_else(from).or_else(before).unwrap_or(Spot::Newest)
}

async fn find_comments(ask: &mut Ask, id: DiaryId, spot: Spot) -> Result<CommentsPage, PageError> {
    ask.read(move |tx, viewer| diary::comments(tx, viewer, id, spot)?.ok_or(PageError::NotFound)).await
}

async fn comment(ask: &mut Ask) -> Outcome {
    let id: DiaryId = ask.id("id")?;
    if let Some(place) = ask.done_before().await? {
        return Ok(Answer::go(place));
    }
    if let Some(why) = ask.stopped(Act::Post).await? {
        return comment_unread(ask, id, why).await;
    }
    // Nobody's photograph is put away for an entry that does not exist for them.
    let may = find_comments(ask, id, Spot::Newest).await?.may_comment;
    if may != MayComment::Yes {
        return comment_unread(ask, id, Phrase::new(refusal(&CommentError::NotOpen(may)))).await;
    }
    match photos::receive_one(ask).await? {
        (photo, None) => say(ask, id, photo).await,
        (photo, Some(why)) => comment_again(ask, id, vec![("photo", why)], photo).await,
    }
}

async fn say(ask: &mut Ask, id: DiaryId, photo: Option<NewPhoto>) -> Outcome {
    let body = ask.typed.get("body").to_owned();
    let back = if ask.typed.get("at") == "comments" { Place::DiaryComments(id) } else { Place::Diary(id) };
    let hung = photo.clone();
    let made = ask
        .write_once(move |tx, me| {
            diary::comment_with(tx, me, id, &body, hung)?;
            Ok::<_, CommentError>(done_at(back, "commented"))
        })
        .await?;
    match made {
        Ok(place) => Ok(Answer::go(place)),
        Err(CommentError::NotFound) => Err(PageError::NotFound),
        Err(CommentError::Store(error)) => Err(error.into()),
        // What is nobody's to keep is not kept.
        Err(CommentError::PhotoUnknown) => {
            comment_again(ask, id, vec![("photo", Phrase::new("diary-photo-unknown"))], None).await
        }
        Err(why) => comment_again(ask, id, vec![("body", Phrase::new(refusal(&why)))], photo).await,
    }
}

fn refusal(why: &CommentError) -> &'static str {
    match why {
        CommentError::TooLong => "comment-long",
        CommentError::NotOpen(MayComment::FriendsOnly) => "comments-friends-only",
        CommentError::NotOpen(_) => "comments-closed",
        CommentError::Waits => "comment-waits",
        _ => "comment-empty",
    }
}

/// The form with what is wrong, and the photograph that is put away already.
async fn comment_again(
    ask: &mut Ask,
    id: DiaryId,
    faults: Vec<(&str, Phrase)>,
    photo: Option<NewPhoto>,
) -> Outcome {
    let page = find_comments(ask, id, Spot::Newest).await?;
    let form = Form::empty().with("body", ask.typed.get("body")).with("alt", ask.typed.get("alt"));
    let form = faults.into_iter().fold(form, |form, (field, why)| form.fault(field, why));
    let photo = photo.map(|photo| KeptPhoto { picture: photo.picture, alt: photo.alt });
    Ok(Answer::refused(Page::DiaryComments(CommentsView { page, form, photo })))
}

/// The form as it was sent, worked on no further: a photograph that came with it is asked for again.
async fn comment_unread(ask: &mut Ask, id: DiaryId, why: Phrase) -> Outcome {
    let (mut kept, again) = photos::keep_only(ask);
    let faults = [Some(("body", why)), again.map(|again| ("photo", again))].into_iter().flatten();
    comment_again(ask, id, faults.collect(), kept.pop()).await
}

async fn refill_comment(ask: &mut Ask) -> Outcome {
    let id = ask.id("id")?;
    comment_unread(ask, id, Phrase::new("trouble-stale")).await
}

async fn ask_to_remove(ask: &mut Ask) -> Outcome {
    let id: DiaryId = ask.id("id")?;
    let number: i32 = ask.id("number")?;
    let removal = ask
        .read_as_member(move |tx, me| diary::comment_removal(tx, me, id, number)?.ok_or(PageError::NotFound))
        .await?;
    let back = page_of(ask, id, number).await?;
    let (question, action) = (Question::RemoveComment { removal }, Place::DiaryCommentRemove(id, number));
    Ok(Answer::page(Page::Confirm(Confirm { question, action, back })))
}

async fn remove(ask: &mut Ask) -> Outcome {
    let id: DiaryId = ask.id("id")?;
    let number: i32 = ask.id("number")?;
    let removed = ask.write(move |tx, me| diary::remove_comment(tx, me, id, number)).await??;
    let Some(loose) = removed else { return Err(PageError::NotFound) };
    forget_files(ask, loose).await?;
    let place = page_of(ask, id, number).await?;
    Ok(Answer::go(done_at(place, "comment-removed")))
}

/// The page the comment stands on, or its writer's comments on what is closed to them.
async fn page_of(ask: &mut Ask, id: DiaryId, number: i32) -> Result<Place, PageError> {
    ask.read(move |tx, viewer| {
        if diary::comments(tx, viewer, id, Spot::Before(0))?.is_none() {
            return Ok(Place::DiaryClosed);
        }
        let before = diary::page_of_comment(tx, id, number)?;
        Ok(before.map_or(Place::Diary(id), |before| Place::DiaryCommentsBefore(id, before)))
    })
    .await
}
