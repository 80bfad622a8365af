//! A diary entry as a row: who, what about, when, who may read it, what was said.

use enishi_core::diary::DiaryLine;
use enishi_face::{Context, Place};
use maud::{Markup, html};

use super::{faces, faces::Size, icons::Icon, moments::moment, seen_by};

/// A row among entries of many people, under a heading of their own.
pub(crate) fn entry_row(line: &DiaryLine, context: &Context<'_>) -> Markup {
    html! {
        li.entry {
            (faces::face(&line.author, Size::Row, context))
            div.entry-words {
                p.entry-author { (context.words.say_with("by-line", "name", line.author.nickname.as_str())) }
                h3.entry-title { (title(line, context)) }
                (about(line, context))
            }
        }
    }
}

/// A row on the page of one person, who is named above.
pub(crate) fn own_entry_row(line: &DiaryLine, context: &Context<'_>) -> Markup {
    html! {
        li.entry { div.entry-words { h3.entry-title { (title(line, context)) } (about(line, context)) } }
    }
}

/// A row on a page that is nothing but one person's entries.
pub(crate) fn listed_entry_row(line: &DiaryLine, context: &Context<'_>) -> Markup {
    html! {
        li.entry { div.entry-words { h2.entry-title { (title(line, context)) } (about(line, context)) } }
    }
}

/// The one link of the row; the style sheet lets the whole row be touched.
fn title(line: &DiaryLine, context: &Context<'_>) -> Markup {
    html! { a.cover href=(context.links.to(Place::Diary(line.id))) { (line.title) } }
}

fn about(line: &DiaryLine, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        p.entry-excerpt { (line.excerpt) }
        p.facts {
            (moment(line.posted_at, context))
            (seen_by::badge(&line.seen_by, context))
            @if line.has_photos { span { (Icon::Photo.draw()) (words.say("has-photos")) } }
            @if line.comments > 0 {
                span { (Icon::Comment.draw()) (words.say_with("diary-comments-count", "n", line.comments)) }
            }
        }
    }
}
