//! How many may read a thing, and who among others, in a few words.

use enishi_core::audience::{Audience, Audiences};
use enishi_core::group::Group;
use enishi_core::visibility::Visibility;

use crate::words::{Phrase, Words};

/// The number alone.
pub fn audience_count(audience: &Audience) -> Phrase {
    match (audience.people, audience.is_more) {
        (0, false) => Phrase::new("audience-nobody"),
        (people, false) => Phrase::new("audience-count").with("n", people),
        (people, true) => Phrase::new("audience-more").with("n", people),
    }
}

/// The number, and those who are named.
pub fn audience_words(audience: &Audience, words: &Words) -> String {
    let count = words.tell(&audience_count(audience));
    if audience.named.is_empty() {
        return count;
    }
    let names: Vec<String> =
        audience.named.iter().map(|name| words.say_with("san", "name", name.as_str())).collect();
    let joint = words.say("audience-joint");
    let key = match audience.people > audience.named.len() {
        true => "audience-named-more",
        false => "audience-named",
    };
    words.tell(&Phrase::new(key).with("count", count.as_str()).with("names", names.join(&joint).as_str()))
}

/// How many could read something posted now: what forms send for a level, the number alone, and the number with names.
/// Of all members and of oneself alone nothing is counted.
pub fn audience_lines(audiences: &Audiences, groups: &[Group], words: &Words) -> Vec<AudienceLine> {
    let counted = [Visibility::FriendsOfFriends, Visibility::Friends];
    let of_groups = groups.iter().map(|group| Visibility::Group(group.id));
    let line = |level: Visibility| {
        let readers = audiences.of(level)?;
        let count = words.tell(&audience_count(readers));
        Some(AudienceLine { level, count, said: audience_words(readers, words) })
    };
    counted.into_iter().chain(of_groups).filter_map(line).collect()
}

/// One of [`audience_lines`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AudienceLine {
    /// The level.
    pub level: Visibility,
    /// The number.
    pub count: String,
    /// The number, and those who are named.
    pub said: String,
}
