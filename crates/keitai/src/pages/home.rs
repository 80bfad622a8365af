//! Home and the two lists that feed it.

use enishi_core::community::topic::NewTopic;
use enishi_core::diary::Of;
use enishi_core::footprint::{Footprint, FootprintsPage, Milestone};
use enishi_core::friend::tie::Tie;
use enishi_core::home::{HomePage, Newcomer};
use enishi_face::pages::milestone_words;
use enishi_face::{CommunityPlace, Origin, Place};

use super::voices;
use crate::content::{Block, Piece, Row, Sheet, Tone};
use crate::parts::{
    BETWEEN, View, birthday_rows, block_link, entry_row, notice_row, number_rows, requests_row,
};

/// What waits, a line to write, friends' newest, who came by.
pub(super) fn home(view: &View<'_>, page: &HomePage) -> Sheet {
    let mut sheet = Sheet::new(view.say("home"));
    let waiting = &page.waiting;
    sheet.extend(number_rows(view, &waiting.number));
    sheet.extend(requests_row(view, waiting.requests));
    sheet.extend(waiting.notices.iter().map(|notice| Block::Row(notice_row(view, notice))));
    sheet.extend(birthday_rows(view, waiting));
    let write = view.row(Place::DiaryNew, view.fitting("diary-write", "diary-write-short"));
    sheet.add(Block::Row(Row { sign: Some("📝"), ..write }));
    sheet.extend(voices::recent(view, &page.voices));
    sheet.add(Block::Heading(view.say("home-feed")));
    sheet.extend(page.feed.iter().map(|line| Block::Row(entry_row(view, line, true))));
    if page.feed.is_empty() {
        sheet.extend(nothing_yet(view, page.has_friends));
    }
    sheet.extend(page.next.map(|before| view.more(Place::HomeBefore(before))));
    if page.has_friends {
        let place = Place::DiaryFeed(Of::FriendsOfFriends);
        sheet.add(Block::Row(view.row(place, view.say("diary-feed-fof"))));
    }
    sheet.extend(topics(view, page));
    sheet.extend(page.newcomer.iter().flat_map(|newcomer| might_know(view, newcomer, page.has_friends)));
    sheet.extend(newest_footprints(view, &page.footprints));
    sheet
}

/// What was talked about last in my communities, and the way to them all.
fn topics(view: &View<'_>, page: &HomePage) -> Vec<Block> {
    let all =
        view.row(Place::Community(CommunityPlace::All), view.fitting("communities", "communities-short"));
    if page.topics.is_empty() {
        return vec![Block::Row(all)];
    }
    let rows = page.topics.iter().map(|topic| Block::Row(topic_row(view, topic)));
    let heading = Block::Heading(view.fitting("home-topics", "home-topics-short"));
    [heading].into_iter().chain(rows).chain([Block::Row(all)]).collect()
}

fn topic_row(view: &View<'_>, topic: &NewTopic) -> Row {
    let place = CommunityPlace::Topic(topic.line.place, topic.line.id);
    let title = topic.line.title.clone().unwrap_or_else(|| view.say("diary-comment-gone"));
    let below = view.soft(topic.place_name.as_str());
    Row {
        below: vec![below],
        ..view.row(Place::Community(place), format!("{title} ({})", topic.line.comments))
    }
}

fn nothing_yet(view: &View<'_>, has_friends: bool) -> Vec<Block> {
    if has_friends {
        return vec![Block::toned(Tone::Soft, view.say("home-feed-none"))];
    }
    let find = view.row(Place::Search, view.say("friends-find"));
    vec![Block::words(view.say("home-no-friends")), Block::Row(find)]
}

/// Whom somebody new might know: who invited them, and whom that person may show them.
fn might_know(view: &View<'_>, newcomer: &Newcomer, has_friends: bool) -> Vec<Block> {
    let Some(inviter) = &newcomer.inviter else { return Vec::new() };
    let mut blocks = vec![Block::Heading(view.say("newcomer-inviter")), Block::Row(view.person(inviter))];
    if !newcomer.friends_of_inviter.is_empty() {
        let name = inviter.nickname.as_str();
        blocks.push(Block::Heading(view.say_with("newcomer-friends", "name", name)));
        blocks.extend(view.people(&newcomer.friends_of_inviter));
    }
    if has_friends {
        blocks.push(Block::Row(view.row(Place::Search, view.say("newcomer-find"))));
    }
    blocks
}

fn newest_footprints(view: &View<'_>, page: &FootprintsPage) -> Vec<Block> {
    let all = view.row(Place::Footprints, view.fitting("footprints", "keitai-footprints-short"));
    let mut blocks = vec![Block::Rule, Block::Row(Row { sign: Some("👣"), ..all })];
    blocks.extend(page.footprints.iter().map(|footprint| Block::Line(came_by(view, footprint))));
    blocks
}

/// When, who, and how they are tied to me.
fn came_by(view: &View<'_>, footprint: &Footprint) -> Vec<Piece> {
    let when = format!("{} ", view.context.when(footprint.last_at));
    let name = view.say_with("san", "name", footprint.visitor.nickname.as_str());
    let words =
        if footprint.is_fellow { view.say("tie-short-fellow") } else { view.short_tie(&footprint.tie) };
    let tie = format!("{BETWEEN}{words}");
    let mut line = vec![
        Piece::Toned(Tone::Soft, when),
        view.link(Place::Member(footprint.visitor.id), name),
        Piece::Toned(Tone::Soft, tie),
    ];
    if footprint.visits > 1 {
        let visits = view.say_with("footprint-visits", "n", i64::from(footprint.visits));
        line.push(Piece::Toned(Tone::Soft, format!("{BETWEEN}{visits}")));
    }
    line
}

/// Who came by.
pub(super) fn footprints(view: &View<'_>, page: &FootprintsPage) -> Sheet {
    let mut sheet = Sheet::new(view.fitting("footprints", "keitai-footprints-short"));
    sheet.add(Block::toned(Tone::Soft, view.say_with("footprints-total", "n", page.total)));
    if page.is_stealthy {
        sheet.add(Block::text(view.say("footprints-stealth")));
    } else if page.footprints.is_empty() {
        sheet.add(Block::text(view.say("footprints-none")));
    }
    sheet.extend(page.footprints.iter().flat_map(|footprint| visit(view, footprint)));
    sheet.extend(page.next.map(|turn| view.more(Place::FootprintsFrom(turn))));
    sheet.extend(milestones(view, &page.milestones));
    sheet.add(Block::Rule);
    sheet.add(Block::Row(view.row(Place::FootprintsLeft, view.say("footprints-left"))));
    sheet.add(Block::Row(view.row(Place::MyPrivacy, view.say("privacy"))));
    sheet
}

/// A visit and what one may do about it.
fn visit(view: &View<'_>, footprint: &Footprint) -> Vec<Block> {
    let id = footprint.visitor.id;
    let mut blocks = vec![Block::Line(came_by(view, footprint))];
    if let Some(days) = footprint.often {
        let words = format!("{} ", view.say_with("footprint-often", "n", days));
        let block = view.link(Place::BlockFrom(id, Origin::Footprints), view.say("friend-block"));
        blocks.push(Block::Line(vec![Piece::Toned(Tone::Red, words), block]));
    } else if footprint.tie != Tie::Friend {
        blocks.extend(block_link(view, &footprint.visitor, Origin::Footprints));
    }
    if footprint.can_thank {
        blocks.push(view.button(Place::FootprintThank(id), view.say("footprint-thank")));
    }
    blocks
}

fn milestones(view: &View<'_>, milestones: &[Milestone]) -> Vec<Block> {
    let row = |milestone: &Milestone| {
        let words = view.tell(&milestone_words(milestone));
        Block::toned(Tone::Soft, format!("{} {words}", view.context.when(milestone.reached_at)))
    };
    let heading = (!milestones.is_empty()).then(|| Block::Heading(view.say("milestones")));
    heading.into_iter().chain(milestones.iter().map(row)).collect()
}
