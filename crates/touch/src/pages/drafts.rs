//! What was begun and not posted.

use enishi_core::diary::{DraftLine, DraftsPage};
use enishi_face::{Context, Place};
use maud::{Markup, html};

use crate::parts::empty::empty;
use crate::parts::layout::Sheet;
use crate::parts::moments::moment;

pub(super) fn drafts(page: &DraftsPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("drafts")) }
        @if page.drafts.is_empty() {
            (empty(context, &words.say("drafts-none"), Place::DiaryNew, &words.say("diary-write")))
        } @else {
            ul.rows { @for line in &page.drafts { (row(line, context)) } }
        }
        p.hint { (words.say_with("drafts-about", "n", page.most)) }
    };
    Sheet::new(words.say("drafts"), body)
}

fn row(line: &DraftLine, context: &Context<'_>) -> Markup {
    let words = context.words;
    let name = line.name().map_or_else(|| words.say("draft-untitled"), Into::into);
    html! {
        li.entry {
            div.entry-words {
                h2.entry-title { a href=(context.links.to(Place::DiaryDraft(line.id))) { (name) } }
                @if !line.title.is_empty() { p.entry-excerpt { (line.excerpt) } }
                (stands(line, context))
                p.facts {
                    (moment(line.kept_at, context))
                    @if line.entry.is_some() { span { (words.say("draft-of-entry")) } }
                    span { (words.say_with("draft-characters", "n", i64::from(line.characters))) }
                }
                p.further {
                    a href=(context.links.to(Place::DiaryDraftDelete(line.id))) { (words.say("draft-throw")) }
                }
            }
        }
    }
}

/// When it appears, or that it did not.
fn stands(line: &DraftLine, context: &Context<'_>) -> Markup {
    html! {
        @if let Some(at) = line.due_at {
            p { (context.words.say_with("later-at", "when", context.when(at).as_str())) }
        }
        @if line.held_back.is_some() { p.fault { (context.words.say("held-back")) } }
    }
}

/// The way to the drafts, where there are any.
pub(super) fn way(count: i64, context: &Context<'_>) -> Markup {
    html! {
        @if count > 0 {
            p.further {
                a href=(context.links.to(Place::DiaryDrafts)) { (context.words.say_with("drafts-count", "n", count)) }
            }
        }
    }
}
