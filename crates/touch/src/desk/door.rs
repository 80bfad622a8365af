//! Coming to the desk: signing in, setting up, recovery codes.

use enishi_face::desk::{CodesPage, SetupPage};
use enishi_face::{Context, DeskPlace, Form, Place};
use maud::{Markup, html};

use crate::parts::buttons::{Look, submit};
use crate::parts::field::{Field, Line};
use crate::parts::form;
use crate::parts::layout::Sheet;

pub(super) fn login(typed: &Form, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let name = Field::of(typed, context, "name", words.say("desk-name"));
    let password = Field::of(typed, context, "password", words.say("login-password"));
    let fields = html! {
        (name.line(typed.value("name"), Line::OPERATOR))
        (password.line("", Line::PASSWORD))
        (code(typed, "desk-code-or-recovery", context))
        (submit(&words.say("login-button"), Look::Primary))
    };
    let body = html! {
        h1 { (words.say("desk-login")) }
        (form::post(context, Place::Desk(DeskPlace::Login), &fields))
    };
    Sheet::new(words.say("desk-login"), body)
}

/// The field of a code. A recovery code is longer than one of an app, so no length is set.
pub(super) fn code(typed: &Form, hint: &'static str, context: &Context<'_>) -> Markup {
    Field::of(typed, context, "code", context.words.say("desk-code"))
        .hint(context.words.say(hint))
        .line("", Line::CODE_OF_APP)
}

pub(super) fn setup(page: &SetupPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let password = Field::of(&page.form, context, "password", words.say("password-new"))
        .hint(words.say("signup-password-hint"));
    let fields = html! {
        (form::unseen("token", page.form.value("token")))
        // For the keychain of the browser: whose password this is.
        input type="hidden" name="name" value=(page.name) autocomplete="username";
        (password.line("", Line::NEW_PASSWORD))
        (code(&page.form, "desk-code-first", context))
        (submit(&words.say("desk-setup-button"), Look::Primary))
    };
    let body = html! {
        h1 { (words.say_with("desk-setup", "name", page.name.as_str())) }
        p { (words.say("desk-setup-lead")) }
        (secret(page, context))
        h2 { (words.say("desk-setup-second")) }
        (form::refusal(&page.form, &["password", "code"], context))
        (form::post(context, Place::Desk(DeskPlace::Setup), &fields))
    };
    Sheet::new(words.say("desk-setup-title"), body)
}

fn secret(page: &SetupPage, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        h2 { (words.say("desk-setup-first")) }
        p.hint { (words.say("desk-setup-scan")) }
        @if let Some((address, side_px)) = &page.picture {
            img.qr src=(address) alt=(words.say("desk-setup-picture")) width=(side_px) height=(side_px);
        }
        p.hint { (words.say("desk-setup-type")) }
        p.secret-key translate="no" { (page.key) }
    }
}

pub(super) fn codes(page: &CodesPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("desk-codes")) }
        @if page.shown.is_empty() {
            p { (words.say_with("desk-codes-left", "n", page.left)) }
            (new_codes(page, context))
        } @else {
            p { (words.say("desk-codes-lead")) }
            ol.codes translate="no" { @for code in &page.shown { li { (code) } } }
            (form::one_button(
                context, Place::Desk(DeskPlace::CodesWritten), &words.say("desk-codes-written"), Look::Primary,
            ))
        }
    };
    Sheet::new(words.say("desk-codes"), body)
}

fn new_codes(page: &CodesPage, context: &Context<'_>) -> Markup {
    let fields = html! {
        (code(&page.form, "desk-code-or-recovery", context))
        (submit(&context.words.say("desk-codes-new"), Look::Plain))
    };
    html! {
        h2 { (context.words.say("desk-codes-new")) }
        p.hint { (context.words.say("desk-codes-new-lead")) }
        (form::post(context, Place::Desk(DeskPlace::Codes), &fields))
    }
}
