//! What guards one's account.

use enishi_core::known_device::Known;
use enishi_core::session;
use enishi_face::pages::{Happened, Overview, SecurityPage, WAYS};
use enishi_face::{Context, Form, GuardPlace, Place};
use maud::{Markup, html};

use super::account;
use crate::parts::bottom_bar::Tab;
use crate::parts::buttons::{Look, submit};
use crate::parts::empty::nothing;
use crate::parts::field::{Field, Line};
use crate::parts::form;
use crate::parts::icons::Icon;
use crate::parts::layout::Sheet;
use crate::parts::moments::moment;

pub(super) fn security(page: &SecurityPage, context: &Context<'_>) -> Sheet {
    let sheet = match page {
        SecurityPage::AskAgain(typed) => ask_again(typed, context),
        SecurityPage::Overview(page) => overview(page, context),
        SecurityPage::Password(typed) => password(typed, context),
        SecurityPage::Guarding(page) => account::slip(&page.slip(context), context),
    };
    sheet.under(Tab::Menu)
}

/// The password once more; what was being sent goes along unseen.
fn ask_again(typed: &Form, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let password = Field::of(typed, context, "password", words.say("login-password"));
    let fields = html! {
        (password.line("", Line::PASSWORD))
        (form::unseen("next", typed.value("next")))
        (form::unseen("act", typed.value("act")))
        @for (name, value) in typed.carried() { (form::unseen(name, value)) }
        (submit(&words.say("again-button"), Look::Primary))
    };
    let body = html! {
        h1 { (words.say("again")) }
        p { (words.say("again-lead")) }
        (form::post(context, Place::Guard(GuardPlace::Again), &fields))
    };
    Sheet::new(words.say("again"), body)
}

fn overview(page: &Overview, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("security")) }
        ul.ways-on {
            @for (place, label) in WAYS { (way(*place, label, context)) }
        }
        (sessions(page, context))
        (devices(page, context))
        (events(&page.events, context))
    };
    Sheet::new(words.say("security"), body)
}

fn way(place: GuardPlace, label: &'static str, context: &Context<'_>) -> Markup {
    html! {
        li {
            a href=(context.links.to(Place::Guard(place))) { (context.words.say(label)) (Icon::Onward.draw()) }
        }
    }
}

fn sessions(page: &Overview, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        section {
            h2 { (words.say("sessions")) }
            ul.rows { @for line in &page.sessions { (session_row(line, page, context)) } }
            @if page.sessions.len() > 1 {
                div.choices {
                    (form::one_button(
                        context, Place::Guard(GuardPlace::EndOthers), &words.say("sessions-end-others"), Look::Plain,
                    ))
                }
            }
        }
    }
}

fn session_row(line: &session::Line, page: &Overview, context: &Context<'_>) -> Markup {
    let used = context.words.say_with("session-used", "when", context.when(line.seen_at).as_str());
    let is_this = line.id == page.this;
    let end = (!is_this).then_some((GuardPlace::EndSession(line.id), "session-end"));
    phone_row(&line.device, &used, is_this, end, context)
}

fn devices(page: &Overview, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        @if !page.devices.is_empty() {
            section {
                h2 { (words.say("devices")) }
                p.hint { (words.say("devices-lead")) }
                ul.rows { @for known in &page.devices { (device_row(known, page, context)) } }
            }
        }
    }
}

fn device_row(known: &Known, page: &Overview, context: &Context<'_>) -> Markup {
    let used = context.words.say_with("device-used", "when", context.when(known.seen_at).as_str());
    let forget = Some((GuardPlace::ForgetDevice(known.id), "device-forget"));
    phone_row(&known.device, &used, page.this_device == Some(known.id), forget, context)
}

/// A phone, when it was used, and what can be done about it.
fn phone_row(
    device: &str,
    used: &str,
    is_this: bool,
    act: Option<(GuardPlace, &'static str)>,
    context: &Context<'_>,
) -> Markup {
    let words = context.words;
    html! {
        li.person.acts {
            div.device {
                span.person-name { (device) }
                p.hint {
                    (used)
                    @if is_this { " ― " (words.say("session-this")) }
                }
            }
            @if let Some((place, label)) = act {
                div.act { (form::one_button(context, Place::Guard(place), &words.say(label), Look::Plain)) }
            }
        }
    }
}

fn events(events: &[Happened], context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        section {
            h2 { (words.say("events")) }
            @if events.is_empty() {
                (nothing(&words.say("events-none")))
            } @else {
                p.hint { (words.say("events-lead")) }
                ul.rows {
                    @for event in events {
                        li.device { (words.say(event.words)) p.hint { (moment(event.at, context)) } }
                    }
                }
            }
        }
    }
}

fn password(typed: &Form, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let field = Field::of(typed, context, "new_password", words.say("password-new"))
        .hint(words.say("signup-password-hint"));
    let fields = html! {
        (field.line("", Line::NEW_PASSWORD))
        (submit(&words.say("password-button"), Look::Primary))
    };
    let body = html! {
        h1 { (words.say("password-change")) }
        p { (words.say("password-lead")) }
        (form::refusal(typed, &["new_password"], context))
        (form::post(context, Place::Guard(GuardPlace::Password), &fields))
    };
    Sheet::new(words.say("password-change"), body)
}
