//! Red letters: what waits, each a full-width row.

use enishi_core::member::Card;
use enishi_core::notice::Notice;
use enishi_core::number::Waits;
use enishi_face::{Context, GuardPlace, Place, notice_words};
use maud::{Markup, html};

use super::buttons::Look;
use super::{form, icons::Icon, moments::moment};

/// How many ask for my friendship; nothing if nobody does.
pub(crate) fn requests_row(requests: i64, context: &Context<'_>) -> Markup {
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
pub(crate) fn number_row(waits: &Waits, context: &Context<'_>) -> Markup {
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
pub(crate) fn birthday_row(card: &Card, context: &Context<'_>) -> Markup {
    html! {
        li.red {
            a href=(context.links.to(Place::Member(card.id))) {
                strong { "🎂 " (context.words.say_with("birthday-today", "name", card.nickname.as_str())) }
                (Icon::Onward.draw())
            }
        }
    }
}

/// One thing that waits.
pub(crate) fn notice_row(notice: &Notice, context: &Context<'_>) -> Markup {
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
