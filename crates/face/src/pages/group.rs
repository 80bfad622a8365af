//! What a group is called among the levels, and what its page says, by whom it reaches.

use enishi_core::group::Reach;

use crate::words::Phrase;

/// A group as one of the levels: "group X", or "friends except X".
pub fn group_level(name: &str, reach: Reach) -> Phrase {
    let key = match reach {
        Reach::Only => "level-group-named",
        Reach::AllBut => "level-all_but-named",
    };
    Phrase::new(key).with("name", name)
}

/// Keys of the words on a group's page.
pub struct GroupWords {
    /// Over those in it.
    pub members: &'static str,
    /// Nobody is.
    pub members_none: &'static str,
    /// Over the friends who are not.
    pub others: &'static str,
    /// What adding does to what was written before.
    pub note: &'static str,
    /// The button that adds.
    pub add: &'static str,
    /// The button that takes out.
    pub remove: &'static str,
}

/// The words that fit.
pub fn group_words(reach: Reach) -> GroupWords {
    match reach {
        Reach::Only => GroupWords {
            members: "group-members",
            members_none: "group-members-none",
            others: "group-others",
            note: "group-add-warning",
            add: "group-add",
            remove: "group-remove",
        },
        Reach::AllBut => GroupWords {
            members: "group-left_out",
            members_none: "group-left_out-none",
            others: "group-left_out-others",
            note: "group-leave_out-note",
            add: "group-leave_out",
            remove: "group-let_in",
        },
    }
}
