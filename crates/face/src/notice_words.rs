//! What a notice says and where it leads: the same on both faces and in letters.

use enishi_core::diary::{Fresh, HeldBack};
use enishi_core::ids::DiaryId;
use enishi_core::notice::Subject;

use crate::community_place::CommunityPlace;
use crate::guard_place::GuardPlace;
use crate::place::Place;
use crate::recovery_place::RecoveryPlace;
use crate::words::Phrase;

/// Where the new comments begin, or the entry where none is known to be new.
fn first_of(entry: DiaryId, fresh: Fresh) -> Place {
    match fresh.count {
        0 => Place::Diary(entry),
        _ => Place::DiaryCommentsFrom(entry, fresh.from),
    }
}

fn held_back_told(why: HeldBack) -> &'static str {
    match why {
        HeldBack::GroupGone => "notice-held-back-group",
        HeldBack::PhotoGone => "notice-held-back-photo",
        HeldBack::Away => "notice-held-back-away",
        HeldBack::TooMuch => "notice-held-back-much",
        HeldBack::Unfit => "notice-held-back-unfit",
    }
}

/// The words of a notice, and the page it is about.
pub fn notice_words(subject: &Subject) -> (Place, Phrase) {
    match subject {
        Subject::OwnEntry { entry, title, fresh } => {
            let phrase = match fresh.count {
                0 => Phrase::new("notice-own"),
                many => Phrase::new("notice-own-many").with("n", many),
            };
            (first_of(*entry, *fresh), phrase.with("title", title.as_str()))
        }
        Subject::Liked { entry, title } => {
            (Place::Diary(*entry), Phrase::new("notice-liked").with("title", title.as_str()))
        }
        Subject::JoinedEntry { entry, title, author, fresh } => {
            let phrase = match fresh.count {
                0 => Phrase::new("notice-joined"),
                many => Phrase::new("notice-joined-many").with("n", many),
            };
            let phrase = phrase.with("name", author.nickname.as_str());
            (first_of(*entry, *fresh), phrase.with("title", title.as_str()))
        }
        Subject::Opens { entry, title, author, hours } => {
            let phrase = Phrase::new("notice-opens").with("name", author.nickname.as_str()).with("n", *hours);
            (Place::Diary(*entry), phrase.with("title", title.as_str()))
        }
        Subject::OpensUnread => (Place::DiaryClosed, Phrase::new("notice-opens-unread")),
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
        Subject::Introduced { by } => {
            (Place::MyIntroductions, Phrase::new("notice-introduced").with("name", by.nickname.as_str()))
        }
        Subject::IntroductionShown { by } => {
            let phrase = Phrase::new("notice-introduction-shown").with("name", by.nickname.as_str());
            (Place::Member(by.id), phrase)
        }
        Subject::MeetingOffered { by } => {
            (Place::Meetings, Phrase::new("notice-meeting-offered").with("name", by.nickname.as_str()))
        }
        Subject::Met { other } => {
            (Place::Member(other.id), Phrase::new("notice-met").with("name", other.nickname.as_str()))
        }
        Subject::JoinAsked { place, name, people } => {
            let phrase = Phrase::new("notice-join-asked").with("name", name.as_str()).with("n", *people);
            (Place::Community(CommunityPlace::Requests(*place)), phrase)
        }
        Subject::PlaceOffered { place, name, by } => {
            let phrase = Phrase::new("notice-place-offered").with("name", by.nickname.as_str());
            (Place::Community(CommunityPlace::One(*place)), phrase.with("place", name.as_str()))
        }
        Subject::LetIn { place, name } => {
            let phrase = Phrase::new("notice-let-in").with("name", name.as_str());
            (Place::Community(CommunityPlace::One(*place)), phrase)
        }
        Subject::PassedOn { place, name } => {
            let phrase = Phrase::new("notice-passed-on").with("name", name.as_str());
            (Place::Community(CommunityPlace::One(*place)), phrase)
        }
        Subject::OwnTopic { place, topic, title } => {
            let phrase = Phrase::new("notice-own-topic").with("title", title.as_str());
            (Place::Community(CommunityPlace::Topic(*place, *topic)), phrase)
        }
        Subject::HeldBack { draft, title, why } => {
            (Place::DiaryDraft(*draft), Phrase::new(held_back_told(*why)).with("title", title.as_str()))
        }
        Subject::Thanked { by } => {
            (Place::Member(by.id), Phrase::new("notice-thanked").with("name", by.nickname.as_str()))
        }
    }
}
