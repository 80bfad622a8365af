//! Pages of communities, all of sentences, rows, people and a few fields.

mod all;
mod closed;
mod form;
mod members;
mod one;
mod topic;
mod topics;

use enishi_core::community::topic::{ClosedWordsPage, TopicPage, TopicsPage};
use enishi_core::community::{
    CommunitiesPage, CommunityLine, CommunityPage, EveryPage, MembersPage, OfMemberPage, Reads, RequestsPage,
    SHOWN_TO,
};
use enishi_core::ids::CommunityId;
use enishi_core::visibility::Visibility;

use super::slip::{Asked, Piece, Slip, SlipRow};
use crate::community_place::CommunityPlace;
use crate::context::Context;
use crate::form::Form;
use crate::place::Place;
use crate::words::{Phrase, Words};

/// A page of a community.
pub enum CommunityView {
    /// Communities. Field: `q`, the beginning of a name.
    All {
        /// Mine, my friends', the newest; or those found.
        page: CommunitiesPage,
        /// What was typed.
        form: Form,
    },
    /// All there are.
    Every(EveryPage),
    /// What I wrote in those that are closed to me.
    Closed(ClosedWordsPage),
    /// Founding one. Fields: `name`, `about`, `joins`, `reads`, `visibility`.
    New(Form),
    /// One of them. Field: `visibility`.
    One {
        /// The community.
        page: CommunityPage,
        /// What was chosen, and what is wrong with it.
        form: Form,
    },
    /// Changing one. Fields: `name`, `about`, `joins`, `reads`.
    Edit {
        /// Which.
        id: CommunityId,
        /// What stands in the fields.
        form: Form,
        /// Whether nobody else belongs, so that it may be ended.
        can_end: bool,
    },
    /// Who belongs.
    Members(MembersPage),
    /// Who asks to come in.
    Requests(RequestsPage),
    /// Whom it could be handed over to.
    HandOver(MembersPage),
    /// What is talked about.
    Topics(TopicsPage),
    /// Beginning a topic. Fields: `title`, `body`.
    NewTopic {
        /// Where.
        place: CommunityId,
        /// What that is called.
        name: String,
        /// Who reads what is said there.
        reads: Reads,
        /// What stands in the fields.
        form: Form,
    },
    /// A topic. Field: `body`.
    Topic {
        /// The topic.
        page: TopicPage,
        /// What was typed.
        form: Form,
    },
    /// Somebody's communities.
    Of {
        /// As far as they show them.
        page: OfMemberPage,
        /// Whether it is the viewer's own page.
        is_own: bool,
    },
}

impl CommunityView {
    /// What stands on the page.
    pub fn slip(&self, context: &Context<'_>) -> Slip {
        match self {
            CommunityView::All { page, form } => all::all(page, form, context.words),
            CommunityView::Every(page) => all::every(page, context.words),
            CommunityView::Closed(page) => closed::closed(page, context),
            CommunityView::New(form) => form::new(form, context.words),
            CommunityView::One { page, form } => one::one(page, form, context),
            CommunityView::Edit { id, form, can_end } => form::edit(*id, form, *can_end, context.words),
            CommunityView::Members(page) => members::members(page),
            CommunityView::Requests(page) => members::requests(page, context),
            CommunityView::HandOver(page) => members::hand_over(page),
            CommunityView::Topics(page) => topics::topics(page, context),
            CommunityView::NewTopic { place, name, reads, form } => topics::new(*place, name, *reads, form),
            CommunityView::Topic { page, form } => topic::topic(page, form, context),
            CommunityView::Of { page, is_own } => all::of(page, *is_own, context.words),
        }
    }
}

/// The way to somebody's communities, in words; nothing where none are shown.
pub fn communities_words(communities: usize, shared: usize) -> Option<Phrase> {
    match (communities, shared) {
        (0, _) => None,
        (n, 0) => Some(Phrase::new("profile-communities").with("n", n)),
        (n, shared) => Some(Phrase::new("profile-communities-shared").with("n", n).with("shared", shared)),
    }
}

/// Yes and no as two buttons, without keys: rows beside them have keys of their own.
fn yes_or_no(place: CommunityPlace, yes: &'static str, no: &'static str) -> [Piece; 2] {
    let button = |answer, words| Piece::Form(Asked::button(at(place), words).hidden("answer", answer));
    [button("yes", yes), button("no", no)]
}

fn at(place: CommunityPlace) -> Place {
    Place::Community(place)
}

/// Communities as rows: what they are called, and how many belong.
fn rows(lines: &[CommunityLine], words: &Words) -> Vec<SlipRow> {
    lines.iter().map(|line| row(line, words)).collect()
}

fn row(line: &CommunityLine, words: &Words) -> SlipRow {
    SlipRow {
        place: at(CommunityPlace::One(line.id)),
        words: line.name.clone(),
        below: words.say_with("community-members", "n", i64::from(line.members)),
    }
}

/// The three levels of belonging, as a form asks for them.
fn shown_to(words: &Words) -> Vec<(String, String)> {
    SHOWN_TO.iter().map(|level| (level.to_string(), words.say(shown_key(*level)).into_owned())).collect()
}

/// One of the three, as forms call it.
pub(super) fn shown_key(level: Visibility) -> &'static str {
    match level {
        Visibility::Members => "community-shown-all",
        Visibility::Friends => "level-friends",
        _ => "community-shown-nobody",
    }
}

fn named(key: &'static str, name: &str) -> Phrase {
    Phrase::new(key).with("name", name)
}
