//! Stopping things at once: one page, one code, one button, all of it within a thumb's reach.

mod held;

use enishi_core::joining::Mode;
use enishi_face::desk::{PanicPage, stopped};
use enishi_face::{Context, DeskPlace, Form, Place};
use maud::{Markup, html};

pub(super) use held::held;

use super::joining::{code_again, mode_tick, within_choices};
use crate::parts::buttons::{Look, submit};
use crate::parts::field::{Field, Line};
use crate::parts::form;
use crate::parts::layout::Sheet;

pub(super) fn panic(page: &PanicPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("desk-panic")) }
        p.hint { (words.say("desk-panic-lead")) }
        (form::post(context, Place::Desk(DeskPlace::Panic), &fields(page, context)))
    };
    Sheet::new(words.say("desk-panic"), body)
}

fn fields(page: &PanicPage, context: &Context<'_>) -> Markup {
    let (typed, words) = (&page.form, context.words);
    let switches = &page.desk.switches;
    html! {
        (form::refusal(typed, &["code", "member", "within"], context))
        (form::unseen("was_mode", switches.mode.word()))
        (form::unseen("was_hold", bit(page.desk.first_posts_held)))
        (form::unseen("was_messages", bit(switches.messages_stopped)))
        (form::unseen("was_stopped", &switches.stopped.join(",")))
        fieldset.choice {
            legend { (words.say("desk-mode")) }
            @for mode in Mode::ALL { (mode_tick(mode.word(), chosen(typed, switches.mode), context)) }
        }
        (switch("hold", &words.say("desk-hold"), &words.say("desk-hold-hint"),
            is_set(typed, "hold", page.desk.first_posts_held)))
        (countries(page, context))
        (switch("messages", &words.say("desk-messages"), &words.say("desk-messages-hint"),
            is_set(typed, "messages", switches.messages_stopped)))
        (Field::of(typed, context, "member", words.say("desk-panic-branch"))
            .hint(words.say("desk-panic-branch-hint"))
            .line(typed.value("member"), Line::CODE_OF_LETTERS))
        (Field::of(typed, context, "within", words.say("desk-within"))
            .choice(typed.value("within"), &within_choices(context)))
        (code_again(typed, context))
        (submit(&words.say("desk-panic-button"), Look::Primary))
    }
}

fn bit(is_on: bool) -> &'static str {
    if is_on { "1" } else { "0" }
}

fn chosen(typed: &Form, mode: Mode) -> &str {
    match typed.value("mode") {
        "" => mode.word(),
        typed => typed,
    }
}

/// As it was moved on a form that was refused, else as it stands.
fn is_set(typed: &Form, name: &str, stands: bool) -> bool {
    if typed.is_refused() { typed.value(name) == "1" } else { stands }
}

fn switch(name: &str, label: &str, hint: &str, is_on: bool) -> Markup {
    let id = format!("{name}-hint");
    html! {
        label.tick {
            input type="checkbox" name=(name) value="1" checked[is_on] aria-describedby=(id);
            (label)
        }
        p.hint id=(id) { (hint) }
    }
}

fn countries(page: &PanicPage, context: &Context<'_>) -> Markup {
    let switches = &page.desk.switches;
    let mut all: Vec<&String> = switches.open.iter().chain(&switches.stopped).collect();
    all.sort();
    html! {
        fieldset.choice {
            legend { (context.words.say("desk-stop-countries")) }
            @for country in all {
                label.tick {
                    input type="checkbox" name="stopped" value=(country)
                        checked[is_set(&page.form, &stopped(country), switches.stopped.contains(country))];
                    (country)
                }
            }
        }
    }
}
