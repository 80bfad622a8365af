//! What was begun and not posted.

use enishi_core::diary::{DraftLine, DraftsPage};
use enishi_face::Place;

use crate::content::{Block, Piece, Row, Sheet, Tone};
use crate::parts::{BETWEEN, View};

/// My drafts.
pub(super) fn drafts(view: &View<'_>, page: &DraftsPage) -> Sheet {
    let mut sheet = Sheet::new(view.say("drafts"));
    sheet.extend(page.drafts.iter().map(|line| Block::Row(row(view, line))));
    if page.drafts.is_empty() {
        sheet.add(Block::words(view.say("drafts-none")));
    }
    sheet.add(Block::Rule);
    let write = view.row(Place::DiaryNew, view.fitting("diary-write", "diary-write-short"));
    sheet.add(Block::Row(write));
    sheet.add(Block::toned(Tone::Soft, view.say_with("drafts-about", "n", page.most)));
    sheet
}

/// Its name leads into the form; below it when it was kept, how long it is, and the way to be rid of it.
fn row(view: &View<'_>, line: &DraftLine) -> Row {
    let name = line.name().map_or_else(|| view.say("draft-untitled"), str::to_owned);
    let mut about = vec![view.context.when(line.kept_at)];
    if line.entry.is_some() {
        about.push(view.say("draft-of-entry"));
    }
    if !view.is_narrow() {
        about.push(view.say_with("draft-characters", "n", i64::from(line.characters)));
    }
    let mut below = view.soft(format!("{} ", about.join(BETWEEN)));
    if let Some(at) = line.due_at {
        let words = view.say_with("later-at", "when", view.context.when(at).as_str());
        below.insert(0, Piece::Words(format!("{words}{BETWEEN}")));
    }
    if line.held_back.is_some() {
        below.insert(0, Piece::Toned(Tone::Red, format!("{}{BETWEEN}", view.say("held-back"))));
    }
    below.push(view.link(Place::DiaryDraftDelete(line.id), view.say("draft-throw")));
    Row { below: vec![below], ..view.row(Place::DiaryDraft(line.id), name) }
}
