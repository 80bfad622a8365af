//! What was said of an entry: below it, and on pages of its own.

use enishi_core::diary::{Around, Comment, MayComment, Said, SeenBy};
use enishi_core::ids::DiaryId;
use enishi_core::member::Card;
use enishi_core::moment::Moment;
use enishi_face::pages::{CommentsView, KeptPhoto, Thread, no_comments};
use enishi_face::{Context, Form, Origin, Place};
use maud::{Markup, html};

use crate::parts::blocking::block_link;
use crate::parts::buttons::{self, Look, submit};
use crate::parts::empty::nothing;
use crate::parts::faces::{self, Size};
use crate::parts::field::{Field, Line};
use crate::parts::layout::Sheet;
use crate::parts::moments::moment;
use crate::parts::photos::photo_of_comment;
use crate::parts::written::written_comment;
use crate::parts::{form, seen_by};

use super::diary_form::kept_photo;

pub(super) fn comments(view: &CommentsView, context: &Context<'_>) -> Sheet {
    let (page, words) = (&view.page, context.words);
    let title = words.say_with("diary-comments-of", "title", page.title.as_str());
    let body = html! {
        h1 { (title) }
        section #comments {
            @let may_answer = page.may_comment == MayComment::Yes;
            (said(Thread::Entry(page.id), &page.comments, &page.around, may_answer, context))
            @if let Some(before) = page.around.newer {
                (turn(context, Place::DiaryCommentsBefore(page.id, before), &words.say("diary-comments-newer")))
            }
            @let asked = Asked { state: &view.form, photo: view.photo.as_ref(), comes_back: true };
            (opens(page.opens_at, context))
            (answer(page.id, &page.seen_by, page.may_comment, &asked, context))
            // One alone: to be answered, or not to be met again.
            @if let [Comment { number, said: Some(said), .. }] = page.comments.as_slice() {
                (block(&said.author, Origin::Said(Thread::Entry(page.id), *number), context))
            }
        }
        p.further { a href=(context.links.to(Place::Diary(page.id))) { (words.say("diary-comments-back")) } }
    };
    Sheet::new(title, body)
}

/// The way to be rid of whoever wrote it.
pub(super) fn block(author: &Card, origin: Origin, context: &Context<'_>) -> Markup {
    let words = context.words.say_with("item-block", "name", author.nickname.as_str());
    html! {
        @if context.viewer.is_none_or(|me| me.id != author.id) {
            p.partings { (buttons::link(context, Place::BlockFrom(author.id, origin), &words, Look::Quiet)) }
        }
    }
}

/// That all members will read it, and from when on.
pub(super) fn opens(at: Option<Moment>, context: &Context<'_>) -> Markup {
    html! {
        @if let Some(at) = at {
            p.fault { (context.words.say_with("diary-opens", "when", context.when(at).as_str())) }
        }
    }
}

/// The comments in order of their numbers, and the way to those before them.
pub(super) fn said(
    thread: Thread,
    comments: &[Comment],
    around: &Around,
    may_answer: bool,
    context: &Context<'_>,
) -> Markup {
    let words = context.words;
    let here: Vec<i32> = comments.iter().map(|comment| comment.number).collect();
    html! {
        @if comments.is_empty() {
            h2 { (words.say("diary-comments")) }
            (nothing(&words.say("diary-comment-none")))
        } @else {
            h2 { (words.say_with("diary-comments-count", "n", around.visible)) }
            @if let Some(before) = around.older {
                (turn(context, thread.before(before), &words.say("diary-comments-older")))
            }
            ol.comments {
                @for comment in comments {
                    // One alone has a page of its own, with a way for it.
                    @let is_alone = comments.len() == 1 && around.visible > 1;
                    @let block = if is_alone { html! {} } else { block_small(thread, comment, context) };
                    (comment_row(thread, comment, &here, may_answer, &block, context))
                }
            }
        }
    }
}

fn turn(context: &Context<'_>, place: Place, words: &str) -> Markup {
    html! { nav.pager aria-label=(words) { (buttons::link(context, place, words, Look::Plain)) } }
}

/// Beside one of several comments, whether or not one may answer it.
fn block_small(thread: Thread, comment: &Comment, context: &Context<'_>) -> Markup {
    html! {
        @if let Some(said) = &comment.said {
            (block_link(&said.author, Origin::Said(thread, comment.number), context))
        }
    }
}

fn comment_row(
    thread: Thread,
    comment: &Comment,
    here: &[i32],
    may_answer: bool,
    block: &Markup,
    context: &Context<'_>,
) -> Markup {
    let number = comment.number;
    // A comment on this page is one step away; any other stands first on a page of its own.
    let place = |named: i32| match here.contains(&named) {
        true => format!("#c{named}"),
        false => format!("{}#c{named}", context.links.to(thread.from(named))),
    };
    let reply = may_answer.then_some(thread.reply(number));
    html! {
        li.comment id={ "c" (number) } value=(number) {
            @match &comment.said {
                Some(said) => (said_by(said, number, reply, &place, context)),
                None => p.gap {
                    span.number { (number) }
                    (context.words.say("diary-comment-gone"))
                },
            }
            @if comment.said.is_some() {
                div.comment-foot {
                    (block)
                    @if comment.can_remove {
                        @let label = context.words.say("diary-comment-remove");
                        (buttons::link(context, thread.remove(number), &label, Look::Quiet))
                    }
                }
            }
        }
    }
}

fn said_by(
    said: &Said,
    number: i32,
    reply: Option<Place>,
    place: &dyn Fn(i32) -> String,
    context: &Context<'_>,
) -> Markup {
    html! {
        p.comment-head {
            a href=(context.links.to(Place::Member(said.author.id))) {
                (faces::face(&said.author, Size::Small, context))
                (context.words.say_with("by-line", "name", said.author.nickname.as_str()))
            }
            span.hint { (number) }
            (moment(said.posted_at, context))
            @if let Some(reply) = reply {
                a.reply href=(context.links.to(reply)) { (context.words.say("comment-reply")) }
            }
        }
        @if !said.body.is_empty() { div.written { (written_comment(said, place, context)) } }
        @if let Some(photo) = &said.photo { (photo_of_comment(photo, context)) }
    }
}

/// What the form to say something is shown with.
pub(super) struct Asked<'a> {
    pub state: &'a Form,
    /// The photograph that came with it, if it was refused.
    pub photo: Option<&'a KeptPhoto>,
    /// Whether it leads back to the page of comments it stands on.
    pub comes_back: bool,
}

/// The form to say something, or why there is none. What was typed is never taken away with the form.
pub(super) fn answer(
    entry: DiaryId,
    seen_by: &SeenBy,
    may: MayComment,
    asked: &Asked<'_>,
    context: &Context<'_>,
) -> Markup {
    match no_comments(may, context.words) {
        Some(why) if !asked.state.is_refused() => html! { p.hint { (why) } },
        _ => form(entry, seen_by, asked, context),
    }
}

fn form(entry: DiaryId, seen_by: &SeenBy, asked: &Asked<'_>, context: &Context<'_>) -> Markup {
    let (state, words) = (asked.state, context.words);
    let audience = seen_by::audience(seen_by, context);
    let readers = words.say_with("diary-comment-readers", "audience", audience.as_str());
    let body = Field::of(state, context, "body", words.say("diary-comment")).hint(readers);
    let fields = html! {
        (form::refusal(state, &["body", "photo"], context))
        @if asked.comes_back { input type="hidden" name="at" value="comments"; }
        (body.area(state.value("body"), 3))
        (photo(asked, context))
        (submit(&words.say("diary-comment-button"), Look::Primary))
    };
    form::post_with_photos(context, Place::DiaryComments(entry), None, &fields)
}

/// The photograph of the comment, and what it shows: the one that came before, or a new one from phones that can send any.
fn photo(asked: &Asked<'_>, context: &Context<'_>) -> Markup {
    let (state, words) = (asked.state, context.words);
    html! {
        @if let Some(kept) = asked.photo {
            div.kept { (kept_photo(kept, 1, context)) }
        } @else if context.profile.upload {
            (Field::of(state, context, "photo", words.say("comment-photo")).photos(false))
            (Field::of(state, context, "alt", words.say("diary-photo-alt")).line(state.value("alt"), Line::TEXT))
        }
    }
}
