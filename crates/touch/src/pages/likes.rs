//! Liking an entry: five signs in a row, and who has pressed which.

use enishi_core::diary::{DiaryPage, Sign};
use enishi_face::pages::{DiaryView, like_field, likes_told};
use enishi_face::{Context, Place};
use maud::{Markup, html};

use crate::parts::field::fault_line;
use crate::parts::form;

pub(super) fn likes(view: &DiaryView, context: &Context<'_>) -> Markup {
    let page = &view.page;
    html! {
        section.likes aria-label=(context.words.say("likes")) {
            @if page.likes.may { (form::post(context, Place::DiaryLike(page.id), &buttons(page, context))) }
            @if let Some(fault) = view.form.fault_of("like") { (fault_line("like-fault", &context.words.tell(fault))) }
            @if page.likes.mine.is_some() { p.hint { (context.words.say("like-mine")) } }
            @for (sign, names) in likes_told(context.words, &page.likes) {
                p.given { (pictogram(sign, context)) (names) }
            }
        }
    }
}

fn buttons(page: &DiaryPage, context: &Context<'_>) -> Markup {
    let likes = &page.likes;
    html! {
        div.signs {
            @for sign in Sign::ALL {
                button.sign type="submit" name=(like_field(sign, likes.mine)) value="1"
                    aria-pressed=(likes.mine == Some(sign)) {
                    (pictogram(sign, context))
                    span.sign-word { (word(sign, context)) }
                    @if likes.count(sign) > 0 { span.sign-count { (likes.count(sign)) } }
                }
            }
        }
    }
}

/// The colour form of the sign; its word is said beside it or in its place.
fn pictogram(sign: Sign, context: &Context<'_>) -> Markup {
    html! { span.pictogram role="img" aria-label=(word(sign, context)) { (sign.pictogram()) "\u{FE0F}" } }
}

fn word(sign: Sign, context: &Context<'_>) -> String {
    let words = context.words;
    match sign {
        Sign::Heart => words.say("like-heart"),
        Sign::Thumb => words.say("like-thumb"),
        Sign::Smile => words.say("like-smile"),
        Sign::Tear => words.say("like-tear"),
        Sign::Sparkles => words.say("like-sparkles"),
    }
    .into_owned()
}
