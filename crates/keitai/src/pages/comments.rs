//! What was said of an entry: below it, and on pages of its own.

use enishi_core::diary::{Around, Comment, MayComment, SeenBy};
use enishi_core::ids::DiaryId;
use enishi_core::moment::Moment;
use enishi_face::pages::{CommentsView, KeptPhoto, Thread, no_comments};
use enishi_face::{Form as State, Origin, Place};

use super::diary_form::kept;
use crate::content::{Block, Field, Form, Input, Kind, Method, Mode, Piece, Sheet, Tone};
use crate::parts::{BETWEEN, View, block_link, block_link_here, block_row, san, seen_by};

/// One page of comments. A form that comes back refused stands first: parts away nobody would find it.
pub(super) fn comments(view: &View<'_>, shown: &CommentsView) -> Sheet {
    let page = &shown.page;
    let mut sheet = Sheet::new(match view.is_narrow() {
        true => view.say("diary-comments"),
        false => view.say_with("diary-comments-of", "title", page.title.as_str()),
    });
    sheet.extend(view.refused(&shown.form));
    let asked = Asked { state: &shown.form, photo: shown.photo.as_ref(), comes_back: true };
    let form = answer(view, page.id, &page.seen_by, page.may_comment, &asked);
    sheet.extend(opens(view, page.opens_at));
    let (first, last) = if shown.form.is_refused() { (Some(form), None) } else { (None, Some(form)) };
    sheet.extend(first);
    let may_answer = page.may_comment == MayComment::Yes;
    sheet.extend(said(view, Thread::Entry(page.id), &page.comments, &page.around, may_answer));
    sheet.extend(page.around.newer.map(|before| {
        let words = view.say("diary-comments-newer");
        Block::Row(view.row(Place::DiaryCommentsBefore(page.id, before), words))
    }));
    // The form stands last: where it has no room beside the rows, it has a part of its own.
    sheet.add(Block::Row(view.row(Place::Diary(page.id), view.say("diary-comments-back"))));
    sheet.extend(last);
    // One alone: to be answered, or not to be met again.
    if let [Comment { number, said: Some(said), .. }] = page.comments.as_slice() {
        let origin = Origin::Said(Thread::Entry(page.id), *number);
        sheet.extend(block_row(view, &said.author, origin));
    }
    sheet
}

/// That all members will read it, and from when on.
pub(super) fn opens(view: &View<'_>, at: Option<Moment>) -> Option<Block> {
    let when = view.context.when(at?);
    Some(Block::toned(Tone::Red, view.say_with("diary-opens", "when", when.as_str())))
}

/// The comments in order of their numbers, and the way to those before them.
pub(super) fn said(
    view: &View<'_>,
    thread: Thread,
    comments: &[Comment],
    around: &Around,
    may_answer: bool,
) -> Vec<Block> {
    if comments.is_empty() {
        let none = Block::toned(Tone::Soft, view.say("diary-comment-none"));
        return vec![Block::Heading(view.say("diary-comments")), none];
    }
    let mut blocks = vec![Block::Heading(view.say_with("diary-comments-count", "n", around.visible))];
    blocks.extend(around.older.map(|before| {
        let words = view.say("diary-comments-older");
        Block::Row(view.row(thread.before(before), words))
    }));
    let is_alone = comments.len() == 1 && around.visible > 1;
    for comment in comments {
        blocks.extend(one(view, thread, comment, may_answer));
        // One alone has a page of its own, with a row for it.
        let way = if is_alone { None } else { block(view, thread, comment, may_answer) };
        blocks.extend(way);
        blocks.push(Block::Rule);
    }
    blocks
}

/// The way to be rid of whoever said it; where one may answer, narrow screens have it on the page for that.
fn block(view: &View<'_>, thread: Thread, comment: &Comment, may_answer: bool) -> Option<Block> {
    let (whom, origin) = (&comment.said.as_ref()?.author, Origin::Said(thread, comment.number));
    if may_answer { block_link(view, whom, origin) } else { block_link_here(view, whom, origin) }
}

/// A comment, or the gap where one is that cannot be shown.
fn one(view: &View<'_>, thread: Thread, comment: &Comment, may_answer: bool) -> Vec<Block> {
    let Some(said) = &comment.said else {
        let gap = format!("[{}] {}", comment.number, view.say("diary-comment-gone"));
        return vec![Block::toned(Tone::Soft, gap)];
    };
    let mut line = vec![
        Piece::Words(format!("[{}] ", comment.number)),
        view.link(Place::Member(said.author.id), san(view, &said.author)),
        Piece::Toned(Tone::Soft, format!("{BETWEEN}{}", view.context.when(said.posted_at))),
    ];
    if may_answer {
        line.push(Piece::Words(" ".to_owned()));
        line.push(view.link(thread.reply(comment.number), view.say("comment-reply")));
    }
    let mut blocks = vec![Block::Line(line)];
    if !said.body.is_empty() {
        blocks.push(view.written_comment(thread, said));
    }
    blocks.extend(said.photo.as_ref().map(|photo| Block::Picture(view.photo(photo, 1))));
    if comment.can_remove {
        let way = view.link(thread.remove(comment.number), view.say("diary-comment-remove"));
        blocks.push(Block::Line(vec![way]));
    }
    blocks
}

/// What the form to say something is shown with.
pub(super) struct Asked<'a> {
    pub state: &'a State,
    /// The photograph that came with it, if it was refused.
    pub photo: Option<&'a KeptPhoto>,
    /// Whether it leads back to the page of comments it stands on.
    pub comes_back: bool,
}

/// The form to say something, or why there is none. What was typed is never taken away with the form.
pub(super) fn answer(
    view: &View<'_>,
    entry: DiaryId,
    readers: &SeenBy,
    may: MayComment,
    asked: &Asked<'_>,
) -> Block {
    match no_comments(may, view.context.words) {
        Some(why) if !asked.state.is_refused() => Block::toned(Tone::Soft, why),
        _ => form(view, entry, readers, asked),
    }
}

fn form(view: &View<'_>, entry: DiaryId, readers: &SeenBy, asked: &Asked<'_>) -> Block {
    let mut fields = view.area(asked.state, "body", "diary-comment", false);
    fields.extend(photo(view, asked));
    let key = if view.is_narrow() { "diary-comment-readers-short" } else { "diary-comment-readers" };
    let told = view.say_with(key, "audience", seen_by(view, readers).as_str());
    fields.push(Field::Words(view.soft(told)));
    fields.extend(asked.comes_back.then(|| view.hidden("at", "comments")));
    let form = view.form(Place::DiaryComments(entry), fields, view.say("diary-comment-button"));
    let method = if view.medium.profile.upload { Method::PostFiles } else { Method::Post };
    Block::Form(Form { method, ..form })
}

/// The photograph of the comment, and what it shows: the one that came before, or a new one from phones that can send any.
fn photo(view: &View<'_>, asked: &Asked<'_>) -> Vec<Field> {
    if let Some(photo) = asked.photo {
        return vec![kept(view, photo, 1)];
    }
    if !view.medium.profile.upload {
        return Vec::new();
    }
    let file = view.input(asked.state, "photo", "comment-photo", Mode::Letters);
    vec![
        Field::Input(Input { kind: Kind::File, value: String::new(), ..file }),
        Field::SpareFields(vec![Field::Input(view.input(asked.state, "alt", "diary-photo-alt", Mode::Kana))]),
    ]
}
