//! Where one has commented.

use enishi_core::diary::{ClosedPage, JoinedLine, JoinedPage};
use enishi_face::{CommunityPlace, Context, Place};
use maud::{Markup, html};

use crate::parts::buttons::{self, Look};
use crate::parts::empty::nothing;
use crate::parts::faces::{self, Size};
use crate::parts::layout::Sheet;
use crate::parts::moments::moment;
use crate::parts::pager::pager;
use crate::parts::photos::photo_of_comment;
use crate::parts::written::written;

/// The entries of others one has commented on.
pub(super) fn joined(page: &JoinedPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("diary-joined")) }
        @if page.threads.is_empty() { (nothing(&words.say("diary-joined-none"))) }
        @else { ul.rows { @for thread in &page.threads { (row(thread, context)) } } }
        (pager(context, page.next.map(Place::DiaryJoinedFrom)))
        p.further { a href=(context.links.to(Place::DiaryClosed)) { (words.say("diary-closed")) } }
    };
    Sheet::new(words.say("diary-joined"), body)
}

/// What is new leads to the first new comment.
fn row(thread: &JoinedLine, context: &Context<'_>) -> Markup {
    let (line, words) = (&thread.line, context.words);
    let place = match thread.fresh.count {
        0 => Place::Diary(line.id),
        _ => Place::DiaryCommentsFrom(line.id, thread.fresh.from),
    };
    html! {
        li.entry {
            (faces::face(&line.author, Size::Row, context))
            div.entry-words {
                p.entry-author { (words.say_with("by-line", "name", line.author.nickname.as_str())) }
                h2.entry-title { a.cover href=(context.links.to(place)) { (line.title) } }
                p.facts {
                    @if thread.fresh.count > 0 { strong.often { (words.say_with("diary-fresh", "n", thread.fresh.count)) } }
                    (moment(line.posted_at, context))
                    @if thread.is_quiet { span { (words.say("diary-is-quiet")) } }
                }
            }
        }
    }
}

/// One's own comments where one may no longer read: their words, and the way to be rid of them.
pub(super) fn closed(page: &ClosedPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let about = if page.comments.is_empty() { "diary-closed-none" } else { "diary-closed-about" };
    let remove = words.say("diary-comment-remove");
    let body = html! {
        h1 { (words.say("diary-closed")) }
        p.hint { (words.say(about)) }
        ol.comments {
            @for comment in &page.comments {
                li.comment {
                    p.facts { (moment(comment.posted_at, context)) }
                    @if !comment.body.is_empty() { div.written { (written(&comment.body, context)) } }
                    @if let Some(photo) = &comment.photo { (photo_of_comment(photo, context)) }
                    @let place = Place::DiaryCommentRemove(comment.entry, comment.number);
                    (buttons::link(context, place, &remove, Look::Quiet))
                }
            }
        }
        (pager(context, page.next.map(Place::DiaryClosedFrom)))
        p.further { a href=(context.links.to(Place::DiaryJoined)) { (words.say("diary-joined")) } }
        @let topics = Place::Community(CommunityPlace::Closed);
        p.further { a href=(context.links.to(topics)) { (words.say("communities-closed")) } }
    };
    Sheet::new(words.say("diary-closed"), body)
}
