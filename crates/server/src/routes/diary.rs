//! Diary entries: reading, commenting, deleting.

use enishi_core::allowance::Act;
use enishi_core::diary::{self, CommentError, CommentsPage, DiaryPage, MayComment, NewPhoto, Of, Sign, Spot};
use enishi_core::ids::{DiaryId, MemberId};
use enishi_core::visibility::Viewer;
use enishi_core::{footprint, notice};
use enishi_face::pages::{CommentsView, Confirm, DiaryView, KeptPhoto, Question};
use enishi_face::{Form, Page, Phrase, Place};

use super::photos::{self, forget_files};
use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/diary", Readers::Oneself, handler!(newest)).on_legacy(),
        Route::get("/diary/{id}", Readers::Audience, handler!(show)).on_legacy(),
        Route::get("/diary/{id}/delete", Readers::Oneself, handler!(ask_to_delete)),
        Route::post("/diary/{id}/delete", Readers::Oneself, handler!(delete)),
        Route::get("/diary/{id}/comments", Readers::Audience, handler!(show_comments)).on_legacy(),
        Route::post("/diary/{id}/comments", Readers::Audience, handler!(comment))
            .with_photos()
            .refilled_by(handler!(refill_comment))
            .on_legacy(),
        Route::post("/diary/{id}/like", Readers::Audience, handler!(like)).on_legacy(),
        Route::post("/diary/{id}/comments/{number}/remove", Readers::Audience, handler!(remove_comment))
            .on_legacy(),
    ]
}

async fn newest(ask: &mut Ask) -> Outcome {
    let of = if ask.query("from") == "fof" { Of::FriendsOfFriends } else { Of::Friends };
    let before: Option<DiaryId> = ask.query_id("before");
    let page = ask.read_as_member(move |tx, me| Ok(diary::newest(tx, me, of, before)?)).await?;
    Ok(Answer::page(Page::DiaryFeed(page)))
}

async fn show(ask: &mut Ask) -> Outcome {
    let id: DiaryId = ask.id("id")?;
    let page = find(ask, id).await?;
    leave_tracks(ask, id, page.author.id).await?;
    Ok(view(page, Form::empty()))
}

async fn find(ask: &mut Ask, id: DiaryId) -> Result<DiaryPage, PageError> {
    ask.read(move |tx, viewer| diary::show(tx, viewer, id)?.ok_or(PageError::NotFound)).await
}

fn view(page: DiaryPage, form: Form) -> Answer {
    let is_refused = form.is_refused();
    let page = Page::Diary(DiaryView { page, form });
    if is_refused { Answer::refused(page) } else { Answer::page(page) }
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

/// Look first, then leave tracks: a footprint with its owner, and no red letter about what was just read.
async fn leave_tracks(ask: &mut Ask, id: DiaryId, author: MemberId) -> Result<(), PageError> {
    if !ask.is_look {
        return Ok(());
    }
    let zone = ask.site.zone.clone();
    let mine = ask.who.member() == Some(author);
    let waits = ask
        .read_as_member(move |tx, me| {
            Ok(notice::waits_about_entry(tx, me, id)? || diary::is_behind(tx, me, id)?)
        })
        .await?;
    if mine && !waits {
        return Ok(());
    }
    ask.write(move |tx, me: MemberId| {
        footprint::leave(tx, me, author, &zone)?;
        diary::thread_was_read(tx, me, id)?;
        notice::entry_was_read(tx, me, id)
    })
    .await??;
    Ok(())
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

/// The button's name says the sign; the button of one's own sign takes it back.
async fn like(ask: &mut Ask) -> Outcome {
    let id: DiaryId = ask.id("id")?;
    let chosen = Sign::ALL.into_iter().find(|sign| ask.typed.find(&format!("like_{}", sign.key())).is_some());
    let Some(sign) = chosen else {
        ask.write(move |tx, me| diary::unlike(tx, me, id)).await??;
        find(ask, id).await?;
        return Ok(Answer::go(done_at(Place::Diary(id), "unliked")));
    };
    if let Some(why) = ask.stopped(Act::Post).await? {
        let page = find(ask, id).await?;
        return Ok(view(page, Form::empty().fault("like", why)));
    }
    if !ask.write(move |tx, me| diary::like(tx, me, id, sign)).await?? {
        return Err(PageError::NotFound);
    }
    Ok(Answer::go(done_at(Place::Diary(id), "liked")))
}

async fn remove_comment(ask: &mut Ask) -> Outcome {
    let id: DiaryId = ask.id("id")?;
    let number: i32 = ask.id("number")?;
    let removed = ask.write(move |tx, me| diary::remove_comment(tx, me, id, number)).await??;
    let Some(loose) = removed else { return Err(PageError::NotFound) };
    forget_files(ask, loose).await?;
    let place = ask
        .read(move |tx, viewer| {
            if diary::comments(tx, viewer, id, Spot::Before(0))?.is_none() {
                return Ok(Place::DiaryClosed);
            }
            let before = diary::page_of_comment(tx, id, number)?;
            Ok(before.map_or(Place::Diary(id), |before| Place::DiaryCommentsBefore(id, before)))
        })
        .await?;
    Ok(Answer::go(done_at(place, "comment-removed")))
}

async fn ask_to_delete(ask: &mut Ask) -> Outcome {
    let id: DiaryId = ask.id("id")?;
    let page =
        ask.read(move |tx, viewer: Viewer| diary::show(tx, viewer, id)?.ok_or(PageError::NotFound)).await?;
    if !page.can_edit {
        return Err(PageError::NotFound);
    }
    let question = Question::DeleteDiary { title: page.title };
    Ok(Answer::page(Page::Confirm(Confirm {
        question,
        action: Place::DiaryDelete(id),
        back: Place::Diary(id),
    })))
}

async fn delete(ask: &mut Ask) -> Outcome {
    let id: DiaryId = ask.id("id")?;
    let gone = ask
        .write(move |tx, me| Ok::<_, enishi_core::store::Error>((me, diary::delete(tx, me, id)?)))
        .await??;
    let (me, Some(loose)) = gone else { return Err(PageError::NotFound) };
    forget_files(ask, loose).await?;
    Ok(Answer::go(done_at(Place::MemberDiary(me), "deleted")))
}
