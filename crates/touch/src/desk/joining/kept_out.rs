//! Those who are kept out, and letting them in again.

use enishi_core::ban::{Ban, KeptOut, Reason};
use enishi_face::desk::KeptOutPage;
use enishi_face::{Context, DeskPlace, Form, Place};
use maud::{Markup, html};

use super::waiting::tick;
use super::{code_again, name};
use crate::parts::buttons::{Look, submit};
use crate::parts::empty::nothing;
use crate::parts::form;
use crate::parts::layout::Sheet;

pub(in crate::desk) fn kept_out(page: &KeptOutPage, context: &Context<'_>) -> Sheet {
    let (words, desk) = (context.words, &page.desk);
    let body = html! {
        h1 { (words.say("desk-kept-out")) }
        p.hint { (words.say("desk-kept-out-lead")) }
        @if desk.members.is_empty() {
            (form::refusal(&page.form, &[], context))
            (nothing(&words.say("desk-kept-out-none")))
        } @else {
            (form::post(context, Place::Desk(DeskPlace::KeptOut), &fields(page, context)))
        }
        @if !desk.nameless.is_empty() {
            section {
                h2 { (words.say("desk-nameless")) }
                p.hint { (words.say("desk-nameless-lead")) }
                ul.rows { @for ban in &desk.nameless { (number(ban, context)) } }
            }
        }
    };
    Sheet::new(words.say("desk-kept-out"), body)
}

fn fields(page: &KeptOutPage, context: &Context<'_>) -> Markup {
    html! {
        (form::refusal(&page.form, &["code"], context))
        ul.rows { @for one in &page.desk.members { (member(one, &page.form, context)) } }
        (code_again(&page.form, context))
        (submit(&context.words.say("desk-readmit"), Look::Primary))
    }
}

fn member(one: &KeptOut, typed: &Form, context: &Context<'_>) -> Markup {
    let (words, why) = (context.words, &one.suspension);
    html! {
        li.desk-person.picks {
            (tick(&one.card, typed, context))
            div {
                (name(&one.card, context))
                p.hint { (words.tell(&enishi_face::Phrase::new("desk-suspended-since")
                    .with("when", context.when(why.suspended_at).as_str())
                    .with("reason", reason(why.reason, context).as_str()))) }
                p.hint {
                    @match one.banned_until {
                        Some(until) => (words.say_with("desk-banned-until", "when", context.when(until).as_str())),
                        None => (words.say("desk-not-banned")),
                    }
                }
                @if !why.memo.is_empty() { p.written-memo { (why.memo) } }
            }
        }
    }
}

fn number(ban: &Ban, context: &Context<'_>) -> Markup {
    html! {
        li.desk-person {
            p { (reason(ban.reason, context)) }
            p.hint {
                (context.words.say_with("desk-banned-until", "when", context.when(ban.expires_at).as_str()))
            }
            @if !ban.memo.is_empty() { p.written-memo { (ban.memo) } }
        }
    }
}

/// The words of a reason; one that no version knows any more is something else.
pub(super) fn reason(reason: Option<Reason>, context: &Context<'_>) -> String {
    context.words.say_of("reason", reason.unwrap_or(Reason::Other).word())
}
