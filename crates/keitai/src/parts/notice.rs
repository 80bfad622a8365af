//! Red letters: what waits for the reader.

use enishi_core::member::Card;
use enishi_core::notice::Notice;
use enishi_core::number::Waits;
use enishi_core::waiting::Waiting;
use enishi_face::{GuardPlace, Place, notice_words};

use super::View;
use crate::content::{Block, Row, Tone};

/// Requests for friendship, if there are any.
pub(crate) fn requests_row(view: &View<'_>, requests: i64) -> Option<Block> {
    let words = view.say_with("red-requests", "n", requests);
    let row = Row { is_red: true, ..view.row(Place::FriendRequests, words) };
    (requests > 0).then_some(Block::Row(row))
}

/// What waits about my number.
pub(crate) fn number_rows(view: &View<'_>, waits: &[Waits]) -> Vec<Block> {
    waits.iter().flat_map(|waits| number_row(view, *waits)).collect()
}

fn number_row(view: &View<'_>, waits: Waits) -> Vec<Block> {
    let until = |key, until| view.say_with(key, "until", view.context.when(until).as_str());
    let words = match waits {
        Waits::Changed { until: end } => until("red-number-changed", end),
        Waits::Missing => view.say("red-number-missing"),
        // One key answers it.
        Waits::Claimed { until: end, is_alone } => {
            let keep = view.button(Place::Guard(GuardPlace::NumberKeep), view.say("claim-keep"));
            let said = Block::toned(Tone::Red, until("red-claim", end));
            if !is_alone {
                return vec![said, keep];
            }
            let words = view.say("claim-alone-way");
            let more = Row { is_red: true, ..view.row(Place::Guard(GuardPlace::Number), words) };
            return vec![said, keep, Block::Row(more)];
        }
    };
    vec![Block::Row(Row { is_red: true, ..view.row(Place::Guard(GuardPlace::Number), words) })]
}

/// Friends whose birthday is today, and how many more there are.
pub(crate) fn birthday_rows(view: &View<'_>, waiting: &Waiting) -> Vec<Block> {
    let signed = |row| Block::Row(Row { sign: Some("🎂"), ..row });
    let birthday = |card: &Card| {
        let words = view.say_with("birthday-today", "name", card.nickname.as_str());
        signed(view.row(Place::Member(card.id), words))
    };
    let more = waiting.more_birthdays;
    let rest = || signed(view.row(Place::Notifications, view.say_with("birthday-more", "n", more as i64)));
    waiting.birthdays.iter().map(birthday).chain((more > 0).then(rest)).collect()
}

/// One thing that waits.
pub(crate) fn notice_row(view: &View<'_>, notice: &Notice) -> Row {
    let (place, phrase) = notice_words(&notice.subject);
    Row { is_red: true, ..view.row(place, view.tell(&phrase)) }
}
