//! What was said of an entry: below it, and on pages of its own.

use enishi_core::diary::{Around, Comment};
use enishi_core::ids::DiaryId;
use enishi_face::pages::CommentsView;
use enishi_face::{Form as State, Place};

use crate::content::{Block, Piece, Sheet, Tone};
use crate::parts::{BETWEEN, View, san};

/// One page of comments. A form that comes back refused stands first: parts away nobody would find it.
pub(super) fn comments(view: &View<'_>, shown: &CommentsView) -> Sheet {
    let page = &shown.page;
    let mut sheet = Sheet::new(match view.is_narrow() {
        true => view.say("diary-comments"),
        false => view.say_with("diary-comments-of", "title", page.title.as_str()),
    });
    sheet.extend(view.refused(&shown.form));
    let form = form(view, page.id, &shown.form, true);
    let (first, last) = if shown.form.is_refused() { (Some(form), None) } else { (None, Some(form)) };
    sheet.extend(first);
    sheet.extend(said(view, page.id, &page.comments, &page.around));
    sheet.extend(page.around.newer.map(|before| {
        let words = view.say("diary-comments-newer");
        Block::Row(view.row(Place::DiaryCommentsBefore(page.id, before), words))
    }));
    sheet.extend(last);
    sheet.add(Block::Row(view.row(Place::Diary(page.id), view.say("diary-comments-back"))));
    sheet
}

/// The comments in order of their numbers, and the way to those before them.
pub(super) fn said(view: &View<'_>, entry: DiaryId, comments: &[Comment], around: &Around) -> Vec<Block> {
    if comments.is_empty() {
        let none = Block::toned(Tone::Soft, view.say("diary-comment-none"));
        return vec![Block::Heading(view.say("diary-comments")), none];
    }
    let mut blocks = vec![Block::Heading(view.say_with("diary-comments-count", "n", around.visible))];
    blocks.extend(around.older.map(|before| {
        let words = view.say("diary-comments-older");
        Block::Row(view.row(Place::DiaryCommentsBefore(entry, before), words))
    }));
    blocks.extend(comments.iter().flat_map(|comment| one(view, entry, comment)));
    blocks
}

/// A comment, or the gap where one is that cannot be shown.
fn one(view: &View<'_>, entry: DiaryId, comment: &Comment) -> Vec<Block> {
    let Some(said) = &comment.said else {
        let gap = format!("[{}] {}", comment.number, view.say("diary-comment-gone"));
        return vec![Block::toned(Tone::Soft, gap), Block::Rule];
    };
    let line = vec![
        Piece::Words(format!("[{}] ", comment.number)),
        view.link(Place::Member(said.author.id), san(view, &said.author)),
        Piece::Toned(Tone::Soft, format!("{BETWEEN}{}", view.context.when(said.posted_at))),
    ];
    let mut blocks = vec![Block::Line(line), view.written(&said.body)];
    if comment.can_remove {
        let place = Place::DiaryCommentRemove(entry, comment.number);
        blocks.push(view.button(place, view.say("diary-comment-remove")));
    }
    blocks.push(Block::Rule);
    blocks
}

/// The form to say something; `comes_back` to the page of comments it stands on.
pub(super) fn form(view: &View<'_>, entry: DiaryId, state: &State, comes_back: bool) -> Block {
    let mut fields = view.area(state, "body", "diary-comment", false);
    fields.extend(comes_back.then(|| view.hidden("at", "comments")));
    Block::Form(view.form(Place::DiaryComments(entry), fields, view.say("diary-comment-button")))
}
