//! A topic: how it begins, what was said, and the form to say something.

use enishi_core::community::topic::TopicPage;
use enishi_core::diary::Comment;

use super::topics::{read_by, title};
use super::{at, named};
use crate::community_place::CommunityPlace;
use crate::context::Context;
use crate::form::Form;
use crate::origin::Origin;
use crate::pages::slip::{Asked, Piece, Slip};
use crate::pages::thread::{Said, Thread};
use crate::place::Place;
use crate::words::Phrase;

pub(super) fn topic(page: &TopicPage, form: &Form, context: &Context<'_>) -> Slip {
    let called = title(page.opening.as_ref().map(|opening| opening.title.as_str()), context);
    let slip = Slip { title: named("as-named", &called), pieces: Vec::new() };
    // A form that comes back refused stands first: parts away nobody would find it.
    let (first, last) =
        if form.is_refused() { (Some(answer(page, form)), None) } else { (None, Some(answer(page, form))) };
    let slip = first.into_iter().fold(slip, |slip, piece| slip.piece(piece));
    let slip = begin(slip, page, context).piece(Piece::Talk(Said {
        thread: Thread::Topic(page.place, page.id),
        comments: page.comments.clone(),
        around: page.around,
        may_answer: page.may_comment,
    }));
    let slip = match page.around.newer {
        Some(before) => {
            slip.way(at(CommunityPlace::TopicBefore(page.place, page.id, before)), "diary-comments-newer")
        }
        None => slip,
    };
    let slip = last.into_iter().fold(slip, |slip, piece| slip.piece(piece));
    let slip = match page.can_remove {
        true => slip.way(at(CommunityPlace::RemoveTopic(page.place, page.id)), "topic-remove"),
        false => slip,
    };
    let slip = block(page, context).into_iter().fold(slip, Slip::piece);
    slip.piece(Piece::Way(at(CommunityPlace::One(page.place)), named("as-named", &page.place_name)))
}

/// The way to be rid of whoever began it, or said the one comment that is answered. Nobody blocks themselves.
fn block(page: &TopicPage, context: &Context<'_>) -> Option<Piece> {
    let (whom, origin) = match page.comments.as_slice() {
        [Comment { number, said: Some(said), .. }] if page.around.visible > 1 => {
            (&said.author, Origin::Said(Thread::Topic(page.place, page.id), *number))
        }
        _ => (&page.opening.as_ref()?.author, Origin::Topic(page.place, page.id)),
    };
    let words = named("item-block", &whom.nickname);
    let is_another = context.viewer.is_none_or(|me| me.id != whom.id);
    is_another.then_some(Piece::Way(Place::BlockFrom(whom.id, origin), words))
}

fn begin(slip: Slip, page: &TopicPage, context: &Context<'_>) -> Slip {
    let Some(opening) = &page.opening else { return slip.hint("diary-comment-gone") };
    slip.person(&opening.author, vec![context.when(opening.posted_at)])
        .piece(Piece::Written(opening.body.clone()))
}

/// The form, or why there is none. What was typed is never taken away with the form.
fn answer(page: &TopicPage, form: &Form) -> Piece {
    match page.may_comment || form.is_refused() {
        true => Piece::Form(
            Asked::of(at(CommunityPlace::Topic(page.place, page.id)), form, "diary-comment-button")
                .area_hinted("body", "diary-comment", read_by(page.reads)),
        ),
        false => Piece::Hint(Phrase::new("topic-outside")),
    }
}
