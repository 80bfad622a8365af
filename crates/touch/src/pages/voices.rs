//! Voices: what was said in a line, and saying one.

use enishi_core::voice::VoiceLine;
use enishi_face::pages::VoicesView;
use enishi_face::{Context, Origin, Place};
use maud::{Markup, html};

use super::comments::block;
use crate::parts::buttons::{Look, submit};
use crate::parts::empty::nothing;
use crate::parts::field::{Field, Line};
use crate::parts::form;
use crate::parts::layout::Sheet;
use crate::parts::pager::pager;
use crate::parts::visibility_select::counted_select;
use crate::parts::voice_row::{said, voice_row};

pub(super) fn voices(view: &VoicesView, context: &Context<'_>) -> Sheet {
    let (page, words) = (&view.page, context.words);
    let title = match &page.owner {
        Some(owner) => words.say_with("voices-of", "name", owner.nickname.as_str()),
        None => words.say("voices").into_owned(),
    };
    let more = page.next.map(|before| match &page.owner {
        Some(owner) => Place::MemberVoicesBefore(owner.id, before),
        None => Place::VoicesBefore(before),
    });
    let body = html! {
        h1 { (title) }
        @if page.owner.is_none() { (say_form(view, context)) }
        @if page.voices.is_empty() { (nothing(&words.say("voice-none"))) }
        @else { ul.rows.voices { @for voice in &page.voices { (voice_row(voice, page.owner.is_none(), context)) } } }
        @if let Some(owner) = &page.owner { (block(owner, Origin::TheirVoices, context)) }
        (pager(context, more))
    };
    Sheet::new(title, body)
}

fn say_form(view: &VoicesView, context: &Context<'_>) -> Markup {
    let (typed, words) = (&view.form, context.words);
    let fields = html! {
        (form::refusal(typed, &["voice", "visibility"], context))
        (Field::of(typed, context, "voice", words.say("voice-say")).hint(words.say("voice-hint"))
            .line(typed.value("voice"), Line::TEXT))
        (counted_select(("visibility", &words.say("diary-seen-by-ask")), &view.chosen(), &view.page.groups,
            &view.audiences, typed, context))
        (submit(&words.say("voice-button"), Look::Primary))
    };
    form::post(context, Place::Voices, &fields)
}

/// What was said lately, for home.
pub(super) fn recent(voices: &[VoiceLine], context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        section {
            h2 { (words.say("voices")) }
            @if !voices.is_empty() { ul.rows.voices { @for voice in voices { (voice_row(voice, false, context)) } } }
            p.further { a href=(context.links.to(Place::Voices)) {
                @if voices.is_empty() { (words.say("voice-say")) } @else { (words.say("voices-all")) }
            } }
        }
    }
}

/// The newest voice of somebody, and no way on from it.
pub(super) fn heard(voice: &VoiceLine, context: &Context<'_>) -> Markup {
    html! {
        section {
            h2 { (context.words.say("voices")) }
            (said(voice, context))
        }
    }
}

/// The newest voice on its speaker's page.
pub(super) fn newest(voice: Option<&VoiceLine>, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        @if let Some(voice) = voice {
            section {
                h2 { (words.say("voices")) }
                (said(voice, context))
                p.further { a href=(context.links.to(Place::MemberVoices(voice.author.id))) { (words.say("voices-all")) } }
            }
        }
    }
}
