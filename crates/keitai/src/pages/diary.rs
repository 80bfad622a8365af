//! Reading: one entry, and lists of them.

use enishi_core::diary::{Comment, DiaryListPage, DiaryPage, FeedPage, Of};
use enishi_face::Place;
use enishi_face::pages::DiaryView;

use super::likes::likes;
use crate::content::{Block, Piece, Sheet, Tone};
use crate::parts::{BETWEEN, View, entry_row, san, seen_by};

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
    sheet.extend(page.entries.iter().map(|line| Block::Row(entry_row(view, line, false))));
    if page.entries.is_empty() {
        sheet.add(Block::words(view.say(if page.is_own { "diary-none-own" } else { "diary-none" })));
    }
    if page.is_own {
        sheet.add(Block::Rule);
        let write = view.row(Place::DiaryNew, view.fitting("diary-write", "diary-write-short"));
        sheet.add(Block::Row(write));
    }
    sheet.extend(page.next.map(|before| view.more(Place::MemberDiaryBefore(page.owner.id, before))));
    sheet
}

/// An entry, what was said of it, and the form to say something.
pub(super) fn diary(view: &View<'_>, shown: &DiaryView) -> Sheet {
    let page = &shown.page;
    let mut sheet = Sheet::new(match view.is_narrow() {
        true => view.say("diary-short"),
        false => view.say_with("diary-of", "name", page.author.nickname.as_str()),
    });
    sheet.extend(view.refused(&shown.form));
    sheet.extend(view.face(&page.author).map(Block::Picture));
    sheet.add(Block::Heading(page.title.clone()));
    sheet.add(about(view, page));
    let photos = page.photos.iter().zip(1..);
    sheet.extend(photos.map(|(photo, number)| Block::Picture(view.photo(photo, number))));
    sheet.add(Block::Text(page.body.clone()));
    sheet.extend(likes(view, shown));
    sheet.extend(own_ways(view, page));
    sheet.extend(comments(view, page));
    sheet.add(comment_form(view, shown));
    sheet
}

fn comments(view: &View<'_>, page: &DiaryPage) -> Vec<Block> {
    if page.comments.is_empty() {
        let none = Block::toned(Tone::Soft, view.say("diary-comment-none"));
        return vec![Block::Heading(view.say("diary-comments")), none];
    }
    let count = view.say_with("diary-comments-count", "n", page.visible_comments());
    let all = page.comments.iter().flat_map(|comment| said(view, page, comment));
    std::iter::once(Block::Heading(count)).chain(all).collect()
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

/// A comment, or the gap where one is that cannot be shown.
fn said(view: &View<'_>, page: &DiaryPage, comment: &Comment) -> Vec<Block> {
    let Some(said) = &comment.said else {
        let gap = format!("[{}] {}", comment.number, view.say("diary-comment-gone"));
        return vec![Block::toned(Tone::Soft, gap), Block::Rule];
    };
    let mut line = vec![
        Piece::Words(format!("[{}] ", comment.number)),
        view.link(Place::Member(said.author.id), san(view, &said.author)),
    ];
    line.push(Piece::Toned(Tone::Soft, format!("{BETWEEN}{}", view.context.when(said.posted_at))));
    let mut blocks = vec![Block::Line(line), Block::Text(said.body.clone())];
    if comment.can_remove {
        let place = Place::DiaryCommentRemove(page.id, comment.number);
        blocks.push(view.button(place, view.say("diary-comment-remove")));
    }
    blocks.push(Block::Rule);
    blocks
}

fn comment_form(view: &View<'_>, shown: &DiaryView) -> Block {
    let fields = view.area(&shown.form, "body", "diary-comment", false);
    let button = view.say("diary-comment-button");
    Block::Form(view.form(Place::DiaryComments(shown.page.id), fields, button))
}
