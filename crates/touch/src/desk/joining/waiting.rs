//! Those who wait for a yes, answered several at a time.

use enishi_core::ban::Reason;
use enishi_core::joining::Applicant;
use enishi_core::member::Card;
use enishi_face::desk::{WaitingDeskPage, picked};
use enishi_face::{Context, DeskPlace, Form, Place};
use maud::{Markup, html};

use super::{code_again, name};
use crate::parts::buttons::Look;
use crate::parts::empty::nothing;
use crate::parts::field::Field;
use crate::parts::form;
use crate::parts::layout::Sheet;

pub(in crate::desk) fn waiting(page: &WaitingDeskPage, context: &Context<'_>) -> Sheet {
    let (words, waiting) = (context.words, &page.waiting);
    let body = html! {
        h1 { (words.say("desk-waiting")) }
        @if waiting.applicants.is_empty() {
            (form::refusal(&page.form, &[], context))
            (nothing(&words.say_with("desk-waiting-n", "n", 0i64)))
        } @else {
            p { (words.say_with("desk-waiting-n", "n", waiting.total)) }
            p.hint { (words.say("desk-waiting-hint")) }
            (form::post(context, Place::Desk(DeskPlace::Waiting), &fields(page, context)))
        }
    };
    Sheet::new(words.say("desk-waiting"), body)
}

fn fields(page: &WaitingDeskPage, context: &Context<'_>) -> Markup {
    let (typed, words) = (&page.form, context.words);
    let reasons = std::iter::once((String::new(), "–".to_owned()))
        .chain(Reason::ALL.map(|reason| (reason.word().to_owned(), words.say_of("reason", reason.word()))));
    let reasons: Vec<_> = reasons.collect();
    html! {
        (form::refusal(typed, &["code", "reason"], context))
        ul.rows { @for one in &page.waiting.applicants { (applicant(one, typed, context)) } }
        (code_again(typed, context))
        (button("approve", &words.say("desk-approve"), Look::Primary))
        section {
            h2 { (words.say("desk-decline")) }
            p.hint { (words.say("desk-decline-lead")) }
            (Field::of(typed, context, "reason", words.say("desk-reason")).choice(typed.value("reason"), &reasons))
            label.tick {
                input type="checkbox" name="keep_out" value="1" checked[typed.value("keep_out") == "1"];
                (words.say("desk-keep-out"))
            }
            (button("decline", &words.say("desk-decline"), Look::Plain))
        }
    }
}

/// A button that says which of several it was.
pub(in crate::desk) fn button(act: &str, label: &str, look: Look) -> Markup {
    html! { button type="submit" class=(look.class()) name="act" value=(act) { (label) } }
}

fn applicant(one: &Applicant, typed: &Form, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        li.desk-person.picks {
            (tick(&one.card, typed, context))
            div {
                (name(&one.card, context))
                p.hint { (words.say_with("desk-waits-since", "when", context.when(one.asked_at).as_str())) }
                p.hint {
                    @match &one.inviter {
                        Some(card) => (words.say_with("desk-through", "name", card.nickname.as_str())),
                        None => (words.say("desk-through-nobody")),
                    }
                }
            }
        }
    }
}

/// The tick beside a name.
pub(super) fn tick(card: &Card, typed: &Form, context: &Context<'_>) -> Markup {
    let id = card.id.to_string();
    let label = context.words.say_with("desk-pick", "name", card.nickname.as_str());
    html! {
        label.pick {
            input type="checkbox" name="pick" value=(id) checked[typed.value(&picked(&id)) == "1"]
                aria-label=(label);
        }
    }
}
