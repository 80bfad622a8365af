//! Topics as rows, and beginning one.

use enishi_core::community::Reads;
use enishi_core::community::topic::{TopicLine, TopicsPage};
use enishi_core::ids::CommunityId;

use super::{at, named};
use crate::community_place::CommunityPlace;
use crate::context::Context;
use crate::form::Form;
use crate::pages::slip::{Asked, LineKind, Piece, Slip, SlipRow};

pub(super) fn topics(page: &TopicsPage, context: &Context<'_>) -> Slip {
    let mut slip = Slip { title: named("topics-of", &page.name), pieces: Vec::new() };
    slip = if page.topics.is_empty() { slip.words("topics-none") } else { slip };
    slip = slip.rows(topic_rows(&page.topics, context));
    if let Some(turn) = page.next {
        slip = slip.way(at(CommunityPlace::TopicsFrom(page.id, turn)), "more");
    }
    if page.mine.belongs() {
        slip = slip.way(at(CommunityPlace::NewTopic(page.id)), "topic-new");
    }
    slip.piece(Piece::Way(at(CommunityPlace::One(page.id)), named("as-named", &page.name)))
}

/// What each is called, how much was said, and when last.
pub(super) fn topic_rows(topics: &[TopicLine], context: &Context<'_>) -> Vec<SlipRow> {
    let below = |line: &TopicLine| {
        let count = context.words.say_with("diary-comments-count", "n", line.comments);
        format!("{count} {}", context.when(line.newest_at))
    };
    let row = |line: &TopicLine| SlipRow {
        place: at(CommunityPlace::Topic(line.place, line.id)),
        words: title(line.title.as_deref(), context),
        below: below(line),
    };
    topics.iter().map(row).collect()
}

/// What a topic is called, or the gap.
pub(super) fn title(title: Option<&str>, context: &Context<'_>) -> String {
    title.map_or_else(|| context.words.say("diary-comment-gone").into_owned(), str::to_owned)
}

/// Who will read what is typed, said where it is typed (PR-16).
pub(super) fn read_by(reads: Reads) -> &'static str {
    match reads {
        Reads::Everybody => "topic-read-by-everybody",
        Reads::Insiders => "topic-read-by-insiders",
    }
}

pub(super) fn new(place: CommunityId, name: &str, reads: Reads, form: &Form) -> Slip {
    let asked = Asked::of(at(CommunityPlace::NewTopic(place)), form, "topic-begin-button")
        .line("title", "topic-title", LineKind::Words)
        .area_hinted("body", "topic-body", read_by(reads));
    Slip { title: named("topic-new-in", name), pieces: Vec::new() }
        .form(asked)
        .piece(Piece::Way(at(CommunityPlace::One(place)), named("as-named", name)))
}
