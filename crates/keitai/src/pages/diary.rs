//! Reading: one entry, and lists of them.

use enishi_core::diary::{DiaryListPage, DiaryPage, FeedPage, MayComment, Month, Neighbour, Of, SeenBy};
use enishi_core::ids::DiaryId;
use enishi_face::pages::{DiaryView, Thread};
use enishi_face::{Form, Origin, Place};

use super::comments;
use super::likes::likes;
use crate::content::{Block, Key, Piece, Row, Sheet, Tone};
use crate::parts::{BETWEEN, View, block_row, entry_row, san, seen_by};

/// The newest of friends or of their friends, and the way to the other.
pub(super) fn feed(view: &View<'_>, page: &FeedPage) -> Sheet {
    let (title, none, other, other_words) = match page.of {
        Of::Friends => ("home-feed", "home-feed-none", Of::FriendsOfFriends, "diary-feed-fof"),
        Of::FriendsOfFriends => ("home-feed-fof", "diary-feed-fof-none", Of::Friends, "diary-feed-friends"),
    };
    let mut sheet = Sheet::new(view.say(if view.is_narrow() { "diary-feed" } else { title }));
    sheet.extend(page.entries.iter().map(|line| Block::Row(entry_row(view, line, true))));
    if page.entries.is_empty() {
        sheet.add(Block::words(view.say(none)));
    }
    sheet.add(Block::Rule);
    sheet.add(Block::Row(view.row(Place::DiaryFeed(other), view.say(other_words))));
    sheet.add(Block::Row(view.row(Place::DiaryJoined, view.say("diary-joined"))));
    sheet.extend(page.next.map(|before| view.more(Place::DiaryFeedBefore(page.of, before))));
    sheet
}

/// Somebody's entries.
pub(super) fn list(view: &View<'_>, page: &DiaryListPage) -> Sheet {
    let name = match page.is_own {
        true => view.say("diary-mine"),
        false => view.say_with("diary-of", "name", page.owner.nickname.as_str()),
    };
    let mut sheet = Sheet::new(if view.is_narrow() { view.say("diary-short") } else { name });
    sheet.extend(page.on.map(|day| Block::Heading(view.context.day(day))));
    sheet.extend(page.category.as_ref().map(|category| Block::Heading(category.name.clone())));
    sheet.extend(page.entries.iter().map(|line| Block::Row(entry_row(view, line, false))));
    if page.entries.is_empty() {
        sheet.add(Block::words(view.say(none(page))));
    }
    let archive = page.on.map_or(Place::MemberDiaryArchive(page.owner.id), |day| {
        Place::MemberDiaryMonth(page.owner.id, Month::of(day))
    });
    if page.category.is_some() {
        let all = Place::MemberCategories(page.owner.id);
        sheet.add(Block::Row(view.row(all, view.say("categories"))));
    } else if !page.entries.is_empty() || page.on.is_some() {
        sheet.add(Block::Row(view.row(archive, view.say("diary-archive"))));
    }
    if page.is_own && page.on.is_none() && page.category.is_none() {
        sheet.add(Block::Rule);
        let write = view.row(Place::DiaryNew, view.fitting("diary-write", "diary-write-short"));
        sheet.add(Block::Row(write));
        sheet.extend(way_to_levels(view));
    }
    if page.drafts > 0 {
        let words = view.say_with("drafts-count", "n", page.drafts);
        sheet.add(Block::Row(view.row(Place::DiaryDrafts, words)));
    }
    sheet.extend(page.next.map(|before| view.more(older(page, before))));
    sheet
}

/// To who may read what was written before. Nobody changes that at the plain door.
fn way_to_levels(view: &View<'_>) -> Option<Block> {
    let is_open = !view.context.links.is_at_plain_door();
    is_open.then(|| Block::Row(view.row(Place::DiaryLevels, view.say("levels"))))
}

fn none(page: &DiaryListPage) -> &'static str {
    match page.is_own {
        _ if page.on.is_some() => "diary-none-on",
        true if page.category.is_some() => "category-empty",
        true => "diary-none-own",
        false => "diary-none",
    }
}

fn older(page: &DiaryListPage, before: DiaryId) -> Place {
    if let Some(category) = &page.category {
        return Place::MemberCategoryBefore(page.owner.id, category.id, before);
    }
    match page.on {
        Some(day) => Place::MemberDiaryOnBefore(page.owner.id, day, before),
        None => Place::MemberDiaryBefore(page.owner.id, before),
    }
}

/// An entry, what was said of it, and the form to say something.
pub(super) fn diary(view: &View<'_>, shown: &DiaryView) -> Sheet {
    let page = &shown.page;
    let mut sheet = Sheet::new(match view.is_narrow() {
        true => view.say("diary-short"),
        false => view.say_with("diary-of", "name", page.author.nickname.as_str()),
    });
    sheet.extend(view.face(&page.author).map(Block::Picture));
    sheet.add(Block::Heading(page.title.clone()));
    sheet.add(about(view, page));
    if page.seen_by == SeenBy::Waits {
        sheet.add(Block::words(view.say("post-waits")));
    }
    sheet.extend(comments::opens(view, page.opens_at));
    sheet.extend(categories(view, page));
    sheet.extend(way_to_comments(view, page));
    let photos = page.photos.iter().zip(1..);
    sheet.extend(photos.map(|(photo, number)| Block::Picture(view.photo(photo, number))));
    sheet.add(view.written(&page.body));
    sheet.extend(likes(view, shown));
    sheet.extend(own_ways(view, page));
    sheet.extend(beside(view, page));
    let may_answer = page.may_comment == MayComment::Yes;
    sheet.extend(comments::said(view, Thread::Entry(page.id), &page.comments, &page.around, may_answer));
    if page.seen_by != SeenBy::Waits {
        let asked = comments::Asked { state: &Form::empty(), photo: None, comes_back: false };
        sheet.extend(comments::opens(view, page.opens_at));
        sheet.add(comments::answer(view, page.id, &page.seen_by, page.may_comment, &asked));
    }
    sheet.extend(page.is_quiet.map(|is_quiet| {
        let words = view.say(if is_quiet { "diary-tell" } else { "diary-hush" });
        Block::Line(vec![view.link(Place::DiaryQuiet(page.id), words)])
    }));
    sheet.extend(block_row(view, &page.author, Origin::Entry(page.id)));
    sheet
}

/// Who wrote it, when, and who may read it.
fn about(view: &View<'_>, page: &DiaryPage) -> Block {
    let when = view.context.when(page.posted_at);
    let mut line = vec![
        view.link(Place::Member(page.author.id), san(view, &page.author)),
        Piece::Toned(Tone::Soft, format!("{BETWEEN}{when}{BETWEEN}{}", seen_by(view, &page.seen_by))),
    ];
    if let Some(edited) = page.edited_at {
        let words = view.say_with("diary-edited", "when", view.context.when(edited).as_str());
        line.push(Piece::Toned(Tone::Soft, format!("{BETWEEN}{words}")));
    }
    Block::Line(line)
}

/// The categories it is in, each a way to what else is in it.
fn categories(view: &View<'_>, page: &DiaryPage) -> Option<Block> {
    let mut line = Vec::new();
    for category in &page.categories {
        let words = match category.is_open {
            true => category.name.clone(),
            false => view.say_with("category-private", "name", category.name.as_str()),
        };
        line.push(Piece::Words(if line.is_empty() { String::new() } else { BETWEEN.to_owned() }));
        line.push(view.link(Place::MemberCategory(page.author.id, category.id), words));
    }
    (!line.is_empty()).then_some(Block::Line(line))
}

/// Below a body of several parts what was said is far away.
fn way_to_comments(view: &View<'_>, page: &DiaryPage) -> Option<Block> {
    let is_far = view.medium.weigh(&page.body) > view.page_bytes() / 2;
    let words = view.say_with("diary-comments-read", "n", page.around.visible);
    is_far.then(|| Block::Row(view.row(Place::DiaryComments(page.id), words)))
}

/// The entries before and after it: always keys 1 and 3.
fn beside(view: &View<'_>, page: &DiaryPage) -> Vec<Block> {
    let row = |neighbour: &Neighbour, key, words| {
        Block::Row(Row { key: Key::Fixed(key), ..view.row(Place::Diary(neighbour.id), view.say(words)) })
    };
    let older = page.neighbours.older.as_ref().map(|older| row(older, '1', "diary-older-entry"));
    let newer = page.neighbours.newer.as_ref().map(|newer| row(newer, '3', "diary-newer-entry"));
    older.into_iter().chain(newer).collect()
}

fn own_ways(view: &View<'_>, page: &DiaryPage) -> Vec<Block> {
    if !page.can_edit {
        return Vec::new();
    }
    let edit = view.fitting("diary-edit", "diary-edit-short");
    vec![
        Block::Rule,
        Block::Row(view.row(Place::DiaryEdit(page.id), edit)),
        Block::Line(vec![view.link(Place::DiaryDelete(page.id), view.say("diary-delete-short"))]),
    ]
}
