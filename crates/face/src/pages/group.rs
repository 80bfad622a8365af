//! What a group is called among the levels, and what its page says, by whom it reaches.

use enishi_core::group::Reach;
use enishi_core::ids::DraftId;

use crate::form::Form;
use crate::words::Phrase;

/// A group as one of the levels: "group X", or "friends except X".
pub fn group_level(name: &str, reach: Reach) -> Phrase {
    let key = match reach {
        Reach::Only => "level-group-named",
        Reach::AllBut => "level-all_but-named",
    };
    Phrase::new(key).with("name", name)
}

/// A group among the levels in one list, where a long name may lose its end: what it does comes first, so that "friends
/// except X" never reads as "only X". The quotes tell a group called "only me" from the level.
pub fn group_in_levels(name: &str, reach: Reach) -> Phrase {
    let key = match reach {
        Reach::Only => "level-group-listed",
        Reach::AllBut => "level-all_but-listed",
    };
    Phrase::new(key).with("name", name)
}

/// The draft one came from to make a group: it travels through the forms of these pages as the field `draft`, so that the
/// way back to it is always at hand.
pub fn draft_behind(form: &Form) -> Option<DraftId> {
    form.value("draft").parse().ok()
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
