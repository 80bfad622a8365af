//! Somebody's page.

use enishi_core::group::Group;
use enishi_core::profile::{Next, ProfilePage, ShownField};
use enishi_face::pages::{PreviewView, communities_words};
use enishi_face::{CommunityPlace, Origin, Phrase, Place};

use crate::content::{Block, Choice, Field, Form, Piece, Sheet, Tone};
use crate::parts::{View, entry_row, level_name, san};

use super::me::field_name;
use super::voices;

/// Face and name, the thread between us, what they say of themselves, their newest entries.
pub(super) fn profile(view: &View<'_>, page: &ProfilePage) -> Sheet {
    let mut sheet = Sheet::new(san(view, &page.card));
    sheet.extend(view.face(&page.card).map(Block::Picture));
    if !view.is_narrow() {
        sheet.extend(view.thread(&page.tie, &page.card).map(Block::Line));
    }
    sheet.add(Block::toned(Tone::Soft, view.tie(&page.tie)));
    if page.is_one_step_more {
        sheet.add(Block::toned(Tone::Soft, view.say("tie-one-step")));
    }
    sheet.extend(answer(view, page));
    sheet.extend(about(view, page));
    sheet.extend(noted(view, page));
    sheet.extend(voices::newest(view, page.voice.as_ref()));
    sheet.extend(diary(view, page));
    sheet.extend(ways(view, page));
    sheet
}

/// My page, as somebody else sees it: the same blocks, without anything they could do here.
pub(super) fn preview(view: &View<'_>, shown: &PreviewView) -> Sheet {
    let mut sheet = Sheet::new(view.say("preview"));
    sheet.add(Block::Form(whom(view, shown)));
    sheet.add(Block::toned(Tone::Red, view.tell(&shown.note(view.context))));
    sheet.add(Block::Rule);
    sheet.extend(view.face(&shown.page.card).map(Block::Picture));
    sheet.add(Block::words(san(view, &shown.page.card)));
    sheet.add(Block::toned(Tone::Soft, view.tie(&shown.page.tie)));
    if !shown.page.photos.is_empty() {
        sheet.add(Block::toned(Tone::Soft, view.say_with("page-photos-count", "n", shown.page.photos.len())));
    }
    sheet.extend(about(view, &shown.page));
    sheet.extend(shown.page.voice.iter().flat_map(|voice| voices::heard(view, voice)));
    sheet.extend(newest(view, &shown.page));
    if shown.page.introductions > 0 {
        sheet.add(Block::toned(Tone::Soft, view.say("preview-shows-introductions")));
    }
    if let Some(words) = communities_words(shown.page.communities, 0) {
        sheet.add(Block::toned(Tone::Soft, view.tell(&words)));
    }
    if shown.page.shows_friends {
        sheet.add(Block::toned(Tone::Soft, view.say("preview-shows-friends")));
    }
    sheet
}

/// Looking changes nothing, so it is a GET.
fn whom(view: &View<'_>, shown: &PreviewView) -> Form {
    let choice = |(value, phrase): &(String, Phrase)| Choice {
        is_chosen: *value == shown.chosen,
        value: value.clone(),
        words: view.tell(phrase),
    };
    let choices = shown.choices.iter().map(choice).collect();
    let label = view.say("preview-as");
    let whom = Field::Select { name: "as".to_owned(), label, fault: None, choices };
    view.asking(Place::MyPreview, vec![whom], view.say("preview-button"))
}

fn about(view: &View<'_>, page: &ProfilePage) -> Vec<Block> {
    let mut blocks: Vec<Block> =
        page.fields.iter().flat_map(|field| said(view, field, &page.groups)).collect();
    if page.fields.is_empty() {
        blocks.push(Block::toned(Tone::Soft, view.say("profile-empty")));
    }
    blocks
}

/// A request that waits for an answer is answered right here.
fn answer(view: &View<'_>, page: &ProfilePage) -> Vec<Block> {
    let id = page.card.id;
    match page.next {
        Next::Answer => vec![
            view.button(Place::AcceptFriend(id), view.say("friend-accept")),
            view.button(Place::DeclineFriend(id), view.say("friend-decline")),
        ],
        Next::Withdraw => vec![
            Block::toned(Tone::Soft, view.say("friend-waiting")),
            view.button(Place::WithdrawFriend(id), view.say("friend-withdraw")),
        ],
        Next::Ask => vec![Block::Row(view.row(Place::AskFriend(id), view.say("friend-ask")))],
        Next::Nothing => {
            vec![Block::Row(view.row(Place::MyProfile, view.say("my-profile-edit")))]
        }
        Next::Part => Vec::new(),
    }
}

/// A field; its owner also sees who may see it.
fn said(view: &View<'_>, field: &ShownField, groups: &[Group]) -> [Block; 2] {
    let mut line = vec![Piece::Toned(Tone::Soft, format!("◆{}", field_name(view, field.field)))];
    if let Some(visibility) = field.visibility {
        line.push(Piece::Toned(Tone::Soft, format!(" ({})", level_name(view, visibility, groups))));
    }
    [Block::Line(line), view.written(&enishi_face::said(field.field, &field.value, view.context.words))]
}

/// What I noted about them.
fn noted(view: &View<'_>, page: &ProfilePage) -> Vec<Block> {
    if page.note.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::toned(Tone::Soft, format!("◆{}", view.say("note")))];
    if !page.note.real_name.is_empty() {
        blocks.push(Block::words(page.note.real_name.clone()));
    }
    if !page.note.memo.is_empty() {
        blocks.push(view.written(&page.note.memo));
    }
    blocks
}

fn diary(view: &View<'_>, page: &ProfilePage) -> Vec<Block> {
    let mut blocks = newest(view, page);
    if !page.newest.is_empty() {
        blocks.push(Block::Row(view.row(Place::MemberDiary(page.card.id), view.say("more"))));
    }
    blocks
}

fn newest(view: &View<'_>, page: &ProfilePage) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(view.fitting("diary", "diary-short"))];
    blocks.extend(page.newest.iter().map(|line| Block::Row(entry_row(view, line, false))));
    if page.newest.is_empty() {
        blocks.push(Block::toned(Tone::Soft, view.say("diary-none")));
    }
    blocks
}

/// The way to what friends say: where there is something to read, and for a friend to write.
fn introductions(view: &View<'_>, page: &ProfilePage) -> Option<Block> {
    let (id, name) = (page.card.id, page.card.nickname.as_str());
    let place =
        if page.next == Next::Nothing { Place::MyIntroductions } else { Place::MemberIntroductions(id) };
    let words = match (page.introductions, page.next) {
        (0, Next::Part) => view.say_with("introduction-write", "name", name),
        (0, Next::Nothing) => view.say("introductions"),
        (0, _) => return None,
        (count, _) => view.say_with("introductions-count", "n", count),
    };
    Some(Block::Row(view.row(place, words)))
}

/// The way to the friends we have in common.
fn common_friends(view: &View<'_>, page: &ProfilePage) -> Option<Block> {
    let words = view.say_with("friends-common-count", "n", page.common_friends);
    let row = view.row(Place::CommonFriends(page.card.id), words);
    (page.common_friends > 0).then_some(Block::Row(row))
}

/// The way to the communities they show, and how many of them are mine as well.
fn communities(view: &View<'_>, page: &ProfilePage) -> Option<Block> {
    let words = view.tell(&communities_words(page.communities, page.shared_communities)?);
    Some(Block::Row(view.row(Place::Community(CommunityPlace::Of(page.card.id)), words)))
}

/// The way to their photographs: some handsets could not hold them beside everything else.
fn photos(view: &View<'_>, page: &ProfilePage) -> Option<Block> {
    let words = view.say_with("page-photos-count", "n", page.photos.len());
    match (page.photos.is_empty(), page.next) {
        (_, Next::Nothing) => Some(Block::Row(view.row(Place::MyPhotos, view.say("page-photos")))),
        (true, _) => None,
        (false, _) => Some(Block::Row(view.row(Place::MemberPhotos(page.card.id), words))),
    }
}

/// Where one may go from here. What ends a tie stands last and has no key: no thumb should find it by chance.
fn ways(view: &View<'_>, page: &ProfilePage) -> Vec<Block> {
    let id = page.card.id;
    let mut blocks = vec![Block::Rule];
    if page.shows_friends {
        blocks.push(Block::Row(view.row(Place::MemberFriends(id), view.say("friends"))));
    }
    blocks.extend(common_friends(view, page));
    blocks.extend(introductions(view, page));
    blocks.extend(communities(view, page));
    blocks.extend(photos(view, page));
    if page.next == Next::Nothing {
        blocks.push(Block::Row(view.row(Place::MyPreview, view.say("preview"))));
    } else {
        if page.next == Next::Part {
            blocks.push(Block::Line(vec![view.link(Place::Meet(id), view.say("meet-open"))]));
        }
        blocks.push(Block::Line(vec![view.link(Place::Aside(id), view.say("aside-open"))]));
        blocks.push(Block::Line(vec![view.link(Place::Note(id), view.say("note-write"))]));
        blocks.push(Block::Line(vec![view.link(Place::MyPreviewAs(id), view.say("preview-as-them"))]));
    }
    if page.next == Next::Part {
        blocks.push(Block::Line(vec![view.link(Place::PartFriend(id), view.say("friend-part"))]));
    }
    if page.next != Next::Nothing {
        blocks
            .push(Block::Line(vec![view.link(Place::BlockFrom(id, Origin::Page), view.say("friend-block"))]));
    }
    blocks
}
