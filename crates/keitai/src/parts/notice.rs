//! Red letters: what waits for the reader.

use enishi_core::notice::{Notice, Subject};
use enishi_core::number::Waits;
use enishi_face::{GuardPlace, Phrase, Place, RecoveryPlace};

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

/// One thing that waits.
pub(crate) fn notice_row(view: &View<'_>, notice: &Notice) -> Row {
    let (place, phrase) = match &notice.subject {
        Subject::OwnEntry { entry, title } => {
            (Place::Diary(*entry), Phrase::new("notice-own").with("title", title.as_str()))
        }
        Subject::Liked { entry, title } => {
            (Place::Diary(*entry), Phrase::new("notice-liked").with("title", title.as_str()))
        }
        Subject::JoinedEntry { entry, title, author } => {
            let phrase = Phrase::new("notice-joined").with("name", author.nickname.as_str());
            (Place::Diary(*entry), phrase.with("title", title.as_str()))
        }
        Subject::Accepted { friend } => {
            (Place::Member(friend.id), Phrase::new("notice-accepted").with("name", friend.nickname.as_str()))
        }
        Subject::RecoveryBegun => {
            (Place::Recovery(RecoveryPlace::Watch), Phrase::new("notice-recovery-begun"))
        }
        Subject::Recovered => (Place::Guard(GuardPlace::Overview), Phrase::new("notice-recovered")),
        Subject::FriendsRefused => {
            (Place::Guard(GuardPlace::Overview), Phrase::new("notice-friends-refused"))
        }
        Subject::TrustedChosen { by } => {
            let phrase = Phrase::new("notice-trusted-chosen").with("name", by.nickname.as_str());
            (Place::Guard(GuardPlace::Trusted), phrase)
        }
        Subject::FriendAsked { ask, by } => {
            let phrase = Phrase::new("notice-friend-asked").with("name", by.nickname.as_str());
            (Place::Guard(GuardPlace::FriendAsk(*ask)), phrase)
        }
        Subject::Thanked { by } => {
            (Place::Member(by.id), Phrase::new("notice-thanked").with("name", by.nickname.as_str()))
        }
    };
    Row { is_red: true, ..view.row(place, view.tell(&phrase)) }
}
