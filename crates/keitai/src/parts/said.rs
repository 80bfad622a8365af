//! Small wordings.

use enishi_core::diary::SeenBy;
use enishi_core::member::Card;
use enishi_face::pages::group_level;

use super::View;

/// A person's name as it is said.
pub(crate) fn san(view: &View<'_>, card: &Card) -> String {
    view.say_with("san", "name", card.nickname.as_str())
}

/// Who may read a thing.
pub(crate) fn seen_by(view: &View<'_>, seen_by: &SeenBy) -> String {
    match seen_by {
        SeenBy::Members => view.fitting("level-members", "level-members-short"),
        SeenBy::FriendsOfFriends => {
            view.fitting("level-friends_of_friends", "level-friends_of_friends-short")
        }
        SeenBy::Friends => view.fitting("level-friends", "level-friends-short"),
        SeenBy::Group { name, reach, .. } => view.tell(&group_level(name, *reach)),
        SeenBy::SomeFriends => view.say("level-some-friends"),
        SeenBy::Waits => view.fitting("seen-by-waits", "seen-by-waits-short"),
        SeenBy::OnlyMe => view.fitting("level-only_me", "level-only_me-short"),
    }
}
