//! Where one has commented.

use enishi_core::diary::{ClosedPage, JoinedLine, JoinedPage};
use enishi_face::{CommunityPlace, Place};

use crate::content::{Block, Piece, Row, Sheet, Tone};
use crate::parts::{BETWEEN, View, san};

/// The entries of others one has commented on.
pub(super) fn joined(view: &View<'_>, page: &JoinedPage) -> Sheet {
    let mut sheet = Sheet::new(view.say("diary-joined"));
    sheet.extend(page.threads.iter().map(|thread| Block::Row(row(view, thread))));
    if page.threads.is_empty() {
        sheet.add(Block::words(view.say("diary-joined-none")));
    }
    sheet.add(Block::Rule);
    sheet.add(Block::Row(view.row(Place::DiaryClosed, view.say("diary-closed"))));
    sheet.extend(page.next.map(|turn| view.more(Place::DiaryJoinedFrom(turn))));
    sheet
}

/// What is new leads to the first new comment.
fn row(view: &View<'_>, thread: &JoinedLine) -> Row {
    let line = &thread.line;
    let place = match thread.fresh.count {
        0 => Place::Diary(line.id),
        _ => Place::DiaryCommentsFrom(line.id, thread.fresh.from),
    };
    let mut about = san(view, &line.author);
    if thread.is_quiet {
        about = format!("{about}{BETWEEN}{}", view.say("diary-is-quiet"));
    }
    let mut below = Vec::new();
    if thread.fresh.count > 0 {
        let fresh = view.say_with("diary-fresh", "n", thread.fresh.count);
        below.extend([Piece::Toned(Tone::Red, fresh), Piece::Words(BETWEEN.to_owned())]);
    }
    below.push(Piece::Toned(Tone::Soft, about));
    Row { below: vec![below], ..view.row(place, line.title.as_str()) }
}

/// One's own comments where one may no longer read: their words, and the way to be rid of them.
pub(super) fn closed(view: &View<'_>, page: &ClosedPage) -> Sheet {
    let mut sheet = Sheet::new(view.fitting("diary-closed", "diary-comments"));
    let about = if page.comments.is_empty() { "diary-closed-none" } else { "diary-closed-about" };
    sheet.add(Block::toned(Tone::Soft, view.say(about)));
    for comment in &page.comments {
        sheet.add(Block::Line(view.soft(view.context.when(comment.posted_at))));
        if !comment.body.is_empty() {
            sheet.add(view.written(&comment.body));
        }
        sheet.extend(comment.photo.as_ref().map(|photo| Block::Picture(view.photo(photo, 1))));
        let remove = Place::DiaryCommentRemove(comment.entry, comment.number);
        sheet.add(Block::Line(vec![view.link(remove, view.say("diary-comment-remove"))]));
        sheet.add(Block::Rule);
    }
    sheet.add(Block::Row(view.row(Place::DiaryJoined, view.say("diary-joined"))));
    let topics = Place::Community(CommunityPlace::Closed);
    sheet.add(Block::Row(view.row(topics, view.say("communities-closed"))));
    sheet.extend(page.next.map(|turn| view.more(Place::DiaryClosedFrom(turn))));
    sheet
}
