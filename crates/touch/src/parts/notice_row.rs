//! Red letters: what waits, each a full-width row.

use enishi_core::member::Card;
use enishi_core::notice::Notice;
use enishi_core::number::Waits;
use enishi_core::waiting::Waiting;
use enishi_face::{Context, GuardPlace, Place, notice_words};
use maud::{Markup, html};

use super::buttons::Look;
use super::{form, icons::Icon, moments::moment};

/// Everything that waits; nothing if nothing does.
pub(crate) fn reds(waiting: &Waiting, context: &Context<'_>) -> Markup {
    html! {
        @if !waiting.is_empty() {
            ul.reds {
                @for waits in &waiting.number { (number_row(waits, context)) }
                (requests_row(waiting.requests, context))
                @for notice in &waiting.notices { (notice_row(notice, context)) }
                @for card in &waiting.birthdays { (birthday_row(card, context)) }
                (more_birthdays(waiting.more_birthdays, context))
            }
        }
    }
}

/// How many ask for my friendship; nothing if nobody does.
fn requests_row(requests: i64, context: &Context<'_>) -> Markup {
    if requests == 0 {
        return html! {};
    }
    html! {
        li.red {
            a href=(context.links.to(Place::FriendRequests)) {
                strong { (context.words.say_with("red-requests", "n", requests)) }
                (Icon::Onward.draw())
            }
        }
    }
}

/// What waits about my number.
fn number_row(waits: &Waits, context: &Context<'_>) -> Markup {
    let until = |key, until| context.words.say_with(key, "until", context.when(until).as_str());
    let words = match waits {
        Waits::Changed { until: end } => until("red-number-changed", *end),
        Waits::Missing => context.words.say("red-number-missing").into_owned(),
        Waits::Claimed { until: end, is_alone: false } => until("red-claim", *end),
        Waits::Claimed { until: end, is_alone: true } => until("red-claim-alone", *end),
    };
    let keep = matches!(waits, Waits::Claimed { .. }).then(|| context.words.say("claim-keep"));
    html! {
        li.red {
            a href=(context.links.to(Place::Guard(GuardPlace::Number))) {
                strong { (words) }
                (Icon::Onward.draw())
            }
        }
        // One press answers it.
        @if let Some(keep) = keep {
            li.red-key { (form::one_button(context, Place::Guard(GuardPlace::NumberKeep), &keep, Look::Plain)) }
        }
    }
}

/// A friend's birthday is today.
fn birthday_row(card: &Card, context: &Context<'_>) -> Markup {
    html! {
        li.red {
            a href=(context.links.to(Place::Member(card.id))) {
                strong { "🎂 " (context.words.say_with("birthday-today", "name", card.nickname.as_str())) }
                (Icon::Onward.draw())
            }
        }
    }
}

/// How many more have theirs; nothing if nobody does.
fn more_birthdays(more: usize, context: &Context<'_>) -> Markup {
    html! {
        @if more > 0 {
            li.red {
                a href=(context.links.to(Place::Notifications)) {
                    strong { "🎂 " (context.words.say_with("birthday-more", "n", more as i64)) }
                    (Icon::Onward.draw())
                }
            }
        }
    }
}

/// One thing that waits.
fn notice_row(notice: &Notice, context: &Context<'_>) -> Markup {
    let (place, phrase) = notice_words(&notice.subject);
    html! {
        li.red {
            a href=(context.links.to(place)) {
                span.red-words {
                    strong { (context.words.tell(&phrase)) }
                    (moment(notice.newest_at, context))
                }
                (Icon::Onward.draw())
            }
        }
    }
}
