//! About oneself: whom I have blocked, and how the site speaks and looks.

use enishi_core::member::Card;
use enishi_device::FaceKind;
use enishi_face::pages::SettingsPage;
use enishi_face::{Context, Language, Place};
use maud::{Markup, html};

use crate::parts::bottom_bar::Tab;
use crate::parts::buttons::{Look, submit};
use crate::parts::empty::nothing;
use crate::parts::form;
use crate::parts::icons::Icon;
use crate::parts::layout::Sheet;
use crate::parts::person_row::person_row_with;

pub(super) fn blocks(cards: &[Card], context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("blocks")) }
        @if cards.is_empty() {
            (nothing(&words.say("blocks-none")))
            p.hint { (words.say("touch-blocks-next")) }
        } @else {
            ul.rows { @for card in cards { (person_row_with(card, context, &unblock(card, context))) } }
        }
    };
    Sheet::new(words.say("blocks"), body).under(Tab::Menu)
}

fn unblock(card: &Card, context: &Context<'_>) -> Markup {
    form::one_button(context, Place::Unblock(card.id), &context.words.say("block-undo"), Look::Plain)
}

pub(super) fn settings(page: &SettingsPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("settings")) }
        (form::post(context, Place::MySettings, &languages(page, context)))
        section {
            h2 { (words.say("settings-face")) }
            (faces(page, context))
        }
        section {
            h2 { (words.say("settings-account")) }
            ul.ways-on {
                li { a href=(context.links.to(Place::MyEmail)) { (words.say("email")) (Icon::Onward.draw()) } }
                li { a href=(context.links.to(Place::MyLeave)) { (words.say("leave")) (Icon::Onward.draw()) } }
            }
        }
    };
    Sheet::new(words.say("settings"), body).under(Tab::Menu)
}

fn languages(page: &SettingsPage, context: &Context<'_>) -> Markup {
    let words = context.words;
    let choices = [(Language::Ja, words.say("language-ja")), (Language::En, words.say("language-en"))];
    html! {
        fieldset.choice {
            legend { (words.say("settings-language")) }
            @for (language, name) in choices {
                label.tick {
                    input type="radio" name="language" value=(language.code()) checked[page.language == language];
                    span lang=(language.code()) { (name) }
                }
            }
        }
        (submit(&words.say("save"), Look::Primary))
    }
}

/// A face is changed by an address, so that it can be changed back from a page that cannot be read.
fn faces(page: &SettingsPage, context: &Context<'_>) -> Markup {
    let words = context.words;
    let faces = [
        (None, "face=auto", words.say("face-auto")),
        (Some(FaceKind::Touch), "face=touch", words.say("face-touch")),
        (Some(FaceKind::Keitai), "face=keitai", words.say("face-keitai")),
    ];
    html! {
        ul.ways-on {
            @for (face, query, name) in faces {
                li {
                    a href=(context.links.with_query(context.here, query)) aria-current=[(page.face == face).then_some("true")] {
                        (name)
                        @if page.face == face { span.count { (words.say("touch-chosen")) } }
                    }
                }
            }
        }
    }
}
