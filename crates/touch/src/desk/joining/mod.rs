//! Who comes in, who waits, who is kept out. Names lead to the person's page at the desk; nothing else of theirs is
//! shown here.

mod acts;
mod kept_out;
mod person;
mod waiting;

use enishi_core::joining::Mode;
use enishi_core::member::{Card, State};
use enishi_core::operator::Newcomer;
use enishi_face::desk::JoiningPage;
use enishi_face::{Context, DeskPlace, Form, Place};
use maud::{Markup, html};

pub(super) use acts::acts;
pub(super) use kept_out::kept_out;
pub(super) use person::{person, within_choices};
pub(super) use waiting::{button, waiting};

use crate::parts::buttons::{Look, submit};
use crate::parts::field::{Field, Line, fault_line};
use crate::parts::form;
use crate::parts::icons::Icon;
use crate::parts::layout::Sheet;

pub(super) fn joining(page: &JoiningPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("desk-joining")) }
        ul.ways-on {
            (way(DeskPlace::Waiting, &words.say("desk-waiting"), Some(page.desk.waiting), context))
            (way(DeskPlace::KeptOut, &words.say("desk-kept-out"), None, context))
            (way(DeskPlace::Acts, &words.say("desk-acts"), None, context))
        }
        section { h2 { (words.say("desk-mode")) } (mode_form(page, context)) }
        section { h2 { (words.say("desk-find")) } (find_form(&page.form, context)) }
        section {
            h2 { (words.say("desk-newest")) }
            ul.rows { @for one in &page.desk.newest { (newcomer(one, context)) } }
        }
    };
    Sheet::new(words.say("desk-joining"), body)
}

fn way(place: DeskPlace, label: &str, count: Option<i64>, context: &Context<'_>) -> Markup {
    html! {
        li {
            a href=(context.links.to(Place::Desk(place))) {
                span { (label) }
                @if let Some(count) = count { span.count { (count) } }
                (Icon::Onward.draw())
            }
        }
    }
}

fn mode_form(page: &JoiningPage, context: &Context<'_>) -> Markup {
    let (typed, words) = (&page.form, context.words);
    let chosen = match typed.value("mode") {
        "" => page.desk.mode.word(),
        typed => typed,
    };
    let fields = html! {
        (form::refusal(typed, &["mode", "code", "member"], context))
        fieldset.choice {
            legend { (words.say("desk-mode")) }
            @for mode in Mode::ALL { (mode_tick(mode.word(), chosen, context)) }
            @if let Some(fault) = typed.fault_of("mode") { (fault_line("mode-fault", &words.tell(fault))) }
        }
        (code_again(typed, context))
        (submit(&words.say("desk-mode-set"), Look::Primary))
    };
    form::post(context, Place::Desk(DeskPlace::JoiningMode), &fields)
}

pub(super) fn mode_tick(word: &str, chosen: &str, context: &Context<'_>) -> Markup {
    let hint = format!("mode-hint-{word}");
    html! {
        label.tick {
            input type="radio" name="mode" value=(word) checked[word == chosen] aria-describedby=(hint);
            (context.words.say_of("mode", word))
        }
        p.hint id=(hint) { (context.words.say_of("mode-hint", word)) }
    }
}

fn find_form(typed: &Form, context: &Context<'_>) -> Markup {
    let words = context.words;
    let member =
        Field::of(typed, context, "member", words.say("desk-find")).hint(words.say("desk-find-hint"));
    html! {
        form.search method="get" action=(context.links.to(Place::Desk(DeskPlace::Joining))) {
            (member.line(typed.value("member"), Line::CODE_OF_LETTERS))
            (submit(&words.say("desk-find-button"), Look::Plain))
        }
    }
}

/// The field of a fresh code, which every form of the desk that changes something ends with.
pub(super) fn code_again(typed: &Form, context: &Context<'_>) -> Markup {
    code_field("code", typed, context)
}

/// The same under another name, where a page has two such forms.
pub(super) fn code_field(name: &str, typed: &Form, context: &Context<'_>) -> Markup {
    Field::of(typed, context, name, context.words.say("desk-code-again"))
        .hint(context.words.say("desk-code-again-hint"))
        .line("", Line::CODE_OF_APP)
}

fn newcomer(one: &Newcomer, context: &Context<'_>) -> Markup {
    html! {
        li.desk-person {
            (name(&one.card, context))
            p.hint {
                (state(one.state, context)) " · "
                (context.words.say_with("desk-joined", "when", context.when(one.joined_at).as_str()))
            }
        }
    }
}

pub(super) fn name(card: &Card, context: &Context<'_>) -> Markup {
    let place = Place::Desk(DeskPlace::Person(card.id));
    html! { a.desk-name href=(context.links.to(place)) { (card.nickname) } }
}

fn state(state: State, context: &Context<'_>) -> String {
    let word = match state {
        State::Active => "active",
        State::InGrace => "in-grace",
        State::Left => "left",
        State::Suspended => "suspended",
        State::Waiting => "waiting",
    };
    context.words.say_of("state", word)
}
