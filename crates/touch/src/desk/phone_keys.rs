//! A keypad that shows what each key opens.

use enishi_face::Context;
use enishi_face::desk::KeyShown;
use maud::{Markup, html};

/// As they lie on a phone.
const KEYS: [char; 12] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/// The keys of a page; a sentence where the phone binds none.
pub(super) fn keypad(keys: &[KeyShown], context: &Context<'_>) -> Markup {
    if keys.is_empty() {
        return html! { p.hint { (context.words.say("desk-phone-no-keys")) } };
    }
    html! {
        ol.keypad aria-label=(context.words.say("desk-phone-keys")) {
            @for sign in KEYS { li { (key(sign, keys.iter().find(|key| key.sign == sign))) } }
        }
    }
}

fn key(sign: char, bound: Option<&KeyShown>) -> Markup {
    let Some(key) = bound else { return html! { span.key { b { (sign) } } } };
    let inner = html! { b { (sign) } " " span { (key.words) } };
    match &key.to {
        Some(to) => html! { a.key href=(to) { (inner) } },
        None => html! { span.key.bound { (inner) } },
    }
}
