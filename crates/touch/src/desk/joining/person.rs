//! One person: through whom they came, who came through them, and revoking that branch.

use enishi_core::joining::{Branch, Leaf};
use enishi_core::member::State;
use enishi_face::desk::{PersonPage, WITHIN_DAYS};
use enishi_face::{Context, DeskPlace, Place};
use maud::{Markup, html};

use super::kept_out::reason;
use super::{code_again, name, state};
use crate::parts::buttons::{Look, link, submit};
use crate::parts::empty::nothing;
use crate::parts::field::Field;
use crate::parts::form;
use crate::parts::layout::Sheet;

/// Deeper than this a branch is not drawn further to the right: a phone is narrow.
const DEEPEST: usize = 5;

pub(in crate::desk) fn person(page: &PersonPage, context: &Context<'_>) -> Sheet {
    let (words, person) = (context.words, &page.person);
    let who = &person.who;
    let body = html! {
        h1 { (who.card.nickname) }
        p.hint {
            (state(who.state, context)) " · "
            (words.say_with("desk-joined", "when", context.when(who.joined_at).as_str()))
        }
        @if let Some(why) = &person.suspension {
            p { (reason(why.reason, context)) }
            @if !why.memo.is_empty() { p.written-memo { (why.memo) } }
        }
        (step(who.state, context))
        (branch(&person.branch, context))
        section { h2 { (words.say("desk-revoke")) } (revoke_form(page, context)) }
    };
    Sheet::new(who.card.nickname.clone(), body)
}

/// What else may be done about somebody who stands so, each on the page that asks for its code.
fn step(state: State, context: &Context<'_>) -> Markup {
    let (place, label) = match state {
        State::Waiting => (DeskPlace::Waiting, context.words.say("desk-waiting")),
        State::Suspended => (DeskPlace::KeptOut, context.words.say("desk-kept-out")),
        State::Active | State::InGrace | State::Left => return html! {},
    };
    html! { p.ways { (link(context, Place::Desk(place), &label, Look::Plain)) } }
}

fn branch(branch: &Branch, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        section {
            h2 { (words.say("desk-above")) }
            @if branch.above.is_empty() { (nothing(&words.say("desk-above-none"))) }
            ul.rows { @for leaf in &branch.above { (row(leaf, 0, "desk-height-n", context)) } }
        }
        section {
            h2 { (words.say("desk-below")) }
            @if branch.below.is_empty() {
                (nothing(&words.say("desk-below-none")))
            } @else {
                p.hint { (words.say_with("desk-below-n", "n", branch.total_below)) }
            }
            @if branch.below.len() < branch.total_below {
                p.hint { (words.say_with("desk-below-first", "n", branch.below.len())) }
            }
            ul.rows { @for leaf in &branch.below { (row(leaf, leaf.depth.min(DEEPEST), "desk-depth-n", context)) } }
            p.hint { (words.say_with("desk-open-invitations", "n", branch.open_invitations)) }
        }
    }
}

fn row(leaf: &Leaf, step: usize, away: &'static str, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        li.desk-person class={ "depth-" (step) } {
            @match &leaf.who {
                Some((card, _)) => (name(card, context)),
                None => p { (words.say("desk-gone")) },
            }
            p.hint {
                @if let Some((_, stands)) = &leaf.who { (state(*stands, context)) " · " }
                (words.say_with(away, "n", leaf.depth)) " · "
                (words.say_with("desk-joined", "when", context.when(leaf.tied_at).as_str()))
            }
        }
    }
}

fn revoke_form(page: &PersonPage, context: &Context<'_>) -> Markup {
    let (typed, words) = (&page.form, context.words);
    let fields = html! {
        (form::refusal(typed, &["code", "within"], context))
        p.hint { (words.say("desk-revoke-lead")) }
        (Field::of(typed, context, "within", words.say("desk-within"))
            .choice(typed.value("within"), &within_choices(context)))
        (code_again(typed, context))
        (submit(&words.say("desk-revoke-button"), Look::Primary))
    };
    form::post(context, Place::Desk(DeskPlace::RevokeBranch(page.person.who.card.id)), &fields)
}

/// Within how many days somebody must have come, in words.
pub(in crate::desk) fn within_choices(context: &Context<'_>) -> Vec<(String, String)> {
    let words = context.words;
    let say = |days: i64| match days {
        0 => words.say("desk-within-0").into_owned(),
        days => words.say_with("desk-within-n", "n", days),
    };
    WITHIN_DAYS.iter().map(|days| (days.to_string(), say(*days))).collect()
}
