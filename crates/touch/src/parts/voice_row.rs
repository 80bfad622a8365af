//! A voice as a row: who, the line itself, when, who may hear it.

use enishi_core::voice::VoiceLine;
use enishi_face::{Context, Origin, Place};
use maud::{Markup, html};

use super::{blocking::block_link, faces, faces::Size, moments::moment, seen_by};

/// A row among voices. Among those of several people it leads to being rid of who said it.
pub(crate) fn voice_row(voice: &VoiceLine, is_among_others: bool, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        li.entry {
            (faces::face(&voice.author, Size::Row, context))
            div.entry-words {
                p.entry-author {
                    a href=(context.links.to(Place::Member(voice.author.id))) {
                        (words.say_with("by-line", "name", voice.author.nickname.as_str()))
                    }
                }
                (said(voice, context))
                @if is_among_others && !voice.can_delete { (block_link(&voice.author, Origin::Voices, context)) }
            }
        }
    }
}

/// The line, when it was said, and to whom.
pub(crate) fn said(voice: &VoiceLine, context: &Context<'_>) -> Markup {
    html! {
        p.voice { (voice.body) }
        p.facts {
            (moment(voice.posted_at, context))
            (seen_by::badge(&voice.seen_by, context))
            @if voice.can_delete {
                a href=(context.links.to(Place::VoiceDelete(voice.id))) { (context.words.say("voice-delete")) }
            }
        }
    }
}
