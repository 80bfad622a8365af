//! Pages about ties to people.

use enishi_core::community::topic::Removal;
use enishi_core::diary::CommentRemoval;
use enishi_core::friend::tie::Tie;
use enishi_core::group::Reach;
use enishi_core::member::Card;

use crate::form::Form;
use crate::place::Place;
use crate::words::Phrase;

/// Sentences ready to be sent with a request, for those who would rather choose than type: the value of the field `ready`
/// and its words.
pub const READY_WORDS: [(&str, &str); 3] = [
    ("diary", "friend-ask-ready-diary"),
    ("circle", "friend-ask-ready-circle"),
    ("again", "friend-ask-ready-again"),
];

/// Asking somebody. Fields: `message`, and `ready`, which of [`READY_WORDS`] is sent where none is typed.
pub struct AskPage {
    /// Whom.
    pub card: Card,
    /// The tie there is so far; without any, a message is needed.
    pub tie: Tie,
    /// What was typed.
    pub form: Form,
}

/// What is asked before something is undone for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Delete this entry.
    DeleteDiary {
        /// Its title.
        title: String,
    },
    /// Remove this comment.
    RemoveComment {
        /// What goes.
        removal: CommentRemoval,
    },
    /// Throw this draft away.
    ThrowDraft {
        /// Its title; may be empty.
        title: String,
    },
    /// Remove this category.
    RemoveCategory {
        /// Its name.
        name: String,
    },
    /// Be told nothing more of this entry.
    HushDiary {
        /// Its title.
        title: String,
    },
    /// Be told of this entry again.
    TellDiary {
        /// Its title.
        title: String,
    },
    /// Take this voice away.
    DeleteVoice {
        /// What it says.
        body: String,
    },
    /// End this friendship.
    Part {
        /// With whom.
        card: Card,
    },
    /// Block this member.
    Block {
        /// Whom.
        card: Card,
    },
    /// Take away what a friend says of me.
    RemoveIntroduction {
        /// Who says it.
        card: Card,
    },
    /// Take away what I say of a friend.
    WithdrawIntroduction {
        /// Of whom.
        card: Card,
    },
    /// Leave this community.
    LeaveCommunity {
        /// What it is called.
        name: String,
    },
    /// End this community.
    EndCommunity {
        /// What it is called.
        name: String,
    },
    /// Offer this member one's community.
    HandOver {
        /// Whom.
        card: Card,
    },
    /// Take this topic away.
    RemoveTopic {
        /// What it does.
        removal: Removal,
    },
    /// End this group.
    DeleteGroup {
        /// Its name.
        name: String,
        /// Whom it reached.
        reach: Reach,
    },
}

impl Question {
    /// The question in words.
    pub fn ask(&self) -> Phrase {
        match self {
            Question::DeleteDiary { title } => {
                Phrase::new("confirm-delete-diary").with("title", title.as_str())
            }
            Question::RemoveComment { removal } => remove_comment(removal),
            Question::ThrowDraft { title } if title.is_empty() => Phrase::new("confirm-throw-draft-untitled"),
            Question::ThrowDraft { title } => {
                Phrase::new("confirm-throw-draft").with("title", title.as_str())
            }
            Question::RemoveCategory { name } => {
                Phrase::new("confirm-remove-category").with("name", name.as_str())
            }
            Question::HushDiary { title } => Phrase::new("confirm-hush-diary").with("title", title.as_str()),
            Question::TellDiary { title } => Phrase::new("confirm-tell-diary").with("title", title.as_str()),
            Question::DeleteVoice { body } => Phrase::new("confirm-delete-voice").with("body", body.as_str()),
            Question::Part { card } => Phrase::new("confirm-part").with("name", card.nickname.as_str()),
            Question::Block { card } => Phrase::new("confirm-block").with("name", card.nickname.as_str()),
            Question::RemoveIntroduction { card } => {
                Phrase::new("confirm-remove-introduction").with("name", card.nickname.as_str())
            }
            Question::WithdrawIntroduction { card } => {
                Phrase::new("confirm-withdraw-introduction").with("name", card.nickname.as_str())
            }
            Question::LeaveCommunity { name } => {
                Phrase::new("confirm-leave-community").with("name", name.as_str())
            }
            Question::EndCommunity { name } => {
                Phrase::new("confirm-end-community").with("name", name.as_str())
            }
            Question::HandOver { card } => {
                Phrase::new("confirm-hand-over").with("name", card.nickname.as_str())
            }
            Question::RemoveTopic { removal } => remove_topic(removal),
            Question::DeleteGroup { name, reach: Reach::Only } => {
                Phrase::new("confirm-delete-group").with("name", name.as_str())
            }
            Question::DeleteGroup { name, reach: Reach::AllBut } => {
                Phrase::new("confirm-delete-group-all_but").with("name", name.as_str())
            }
        }
    }

    /// What the button says: what will happen, never "OK".
    pub fn button(&self) -> Phrase {
        Phrase::new(match self {
            Question::DeleteDiary { .. } => "confirm-delete-diary-button",
            Question::RemoveComment { .. } => "confirm-remove-comment-button",
            Question::ThrowDraft { .. } => "confirm-throw-draft-button",
            Question::RemoveCategory { .. } => "confirm-remove-category-button",
            Question::HushDiary { .. } => "diary-hush",
            Question::TellDiary { .. } => "diary-tell",
            Question::DeleteVoice { .. } => "confirm-delete-voice-button",
            Question::Part { .. } => "confirm-part-button",
            Question::Block { .. } => "confirm-block-button",
            Question::RemoveIntroduction { .. } => "confirm-remove-introduction-button",
            Question::WithdrawIntroduction { .. } => "confirm-withdraw-introduction-button",
            Question::LeaveCommunity { .. } => "confirm-leave-community-button",
            Question::EndCommunity { .. } => "confirm-end-community-button",
            Question::HandOver { .. } => "confirm-hand-over-button",
            Question::RemoveTopic { .. } => "confirm-remove-topic-button",
            Question::DeleteGroup { .. } => "confirm-delete-group-button",
        })
    }
}

/// Of one's own comment the words are told, of another's whose it is.
fn remove_comment(removal: &CommentRemoval) -> Phrase {
    let words = removal.words.as_str();
    match (&removal.writer, removal.has_photo) {
        (Some(writer), has_photo) => {
            let key = if has_photo { "confirm-remove-comment-photo" } else { "confirm-remove-comment" };
            Phrase::new(key).with("name", writer.nickname.as_str())
        }
        (None, _) if words.is_empty() => Phrase::new("confirm-remove-own-photo"),
        (None, true) => Phrase::new("confirm-remove-own-comment-photo").with("words", words),
        (None, false) => Phrase::new("confirm-remove-own-comment").with("words", words),
    }
}

fn remove_topic(removal: &Removal) -> Phrase {
    match removal {
        Removal::Whole { title } if title.is_empty() => Phrase::new("confirm-remove-topic-gap"),
        Removal::Whole { title } => Phrase::new("confirm-remove-topic").with("title", title.as_str()),
        Removal::Words { title } => Phrase::new("confirm-remove-topic-words").with("title", title.as_str()),
    }
}

/// The one question before something is undone for good.
pub struct Confirm {
    /// What is asked.
    pub question: Question,
    /// Where "yes" is posted.
    pub action: Place,
    /// Where "no" leads.
    pub back: Place,
}
