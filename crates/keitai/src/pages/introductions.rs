//! What friends say of somebody, and saying something.

use enishi_core::introduction::Introduction;
use enishi_face::pages::IntroductionsView;
use enishi_face::{Origin, Place};

use crate::content::{Block, Sheet, Tone};
use crate::parts::{View, block_link, san};

/// What friends say; the subject's own page begins with what waits for a yes.
pub(super) fn introductions(view: &View<'_>, shown: &IntroductionsView) -> Sheet {
    let page = &shown.page;
    let mut sheet = Sheet::new(match page.is_own {
        true => view.say("introductions"),
        false => view.say_with("introductions-of", "name", page.subject.nickname.as_str()),
    });
    sheet.extend(view.refused(&shown.form));
    sheet.extend(waiting(view, shown));
    if page.is_own && !page.shown.is_empty() {
        sheet.add(Block::Heading(view.say("introduction-shown")));
    }
    sheet.extend(page.shown.iter().flat_map(|one| said(view, one, page.is_own)));
    if page.shown.is_empty() {
        let none = if page.is_own { "introduction-none-own" } else { "introduction-none" };
        sheet.add(Block::words(view.say(none)));
    }
    sheet.extend(page.next.map(|before| view.more(Place::IntroductionsBefore(page.subject.id, before))));
    if page.is_own {
        sheet.add(Block::toned(Tone::Soft, view.say("introduction-level-lead")));
        sheet.add(Block::Row(view.row(Place::MyProfile, view.say("introduction-level"))));
    }
    if page.may_write {
        sheet.extend(write(view, shown));
    }
    sheet
}

fn waiting(view: &View<'_>, shown: &IntroductionsView) -> Vec<Block> {
    if shown.page.waiting.is_empty() {
        return Vec::new();
    }
    let heading = Block::Heading(view.say("introduction-waiting"));
    let lead = Block::toned(Tone::Soft, view.say("introduction-waiting-lead"));
    let each = shown.page.waiting.iter().flat_map(|one| {
        let mut blocks = said(view, one, true);
        let accept = view.button(Place::AcceptIntroduction(one.id), view.say("introduction-accept"));
        blocks.insert(blocks.len() - 1, accept);
        blocks
    });
    [heading, lead].into_iter().chain(each).collect()
}

/// Who, what, when; its subject may take it away.
fn said(view: &View<'_>, one: &Introduction, is_own: bool) -> Vec<Block> {
    let author = view.link(Place::Member(one.author.id), san(view, &one.author));
    let mut blocks = vec![
        Block::Line(vec![author]),
        view.written(&one.body),
        Block::Line(view.soft(view.context.when(one.written_at))),
    ];
    if is_own {
        let remove = view.link(Place::RemoveIntroduction(one.author.id), view.say("introduction-remove"));
        blocks.push(Block::Line(vec![remove]));
        blocks.extend(block_link(view, &one.author, Origin::Introductions));
    }
    blocks.push(Block::Rule);
    blocks
}

fn write(view: &View<'_>, shown: &IntroductionsView) -> Vec<Block> {
    let page = &shown.page;
    let (id, name) = (page.subject.id, page.subject.nickname.as_str());
    let mut blocks = vec![Block::Heading(view.say_with("introduction-write", "name", name))];
    blocks.extend(shown.stands().map(|stands| Block::toned(Tone::Done, view.say_with(stands, "name", name))));
    blocks.push(Block::toned(Tone::Soft, view.say_with("introduction-hint", "name", name)));
    let typed = shown.form.clone().with("body", shown.body());
    let field =
        view.area(&typed, "body", "introductions", shown.page.own.is_some() && !shown.form.is_refused());
    blocks.push(Block::Form(view.form(
        Place::MemberIntroductions(id),
        field,
        view.say("introduction-button"),
    )));
    if page.own.is_some() {
        let withdraw = view.link(Place::WithdrawIntroduction(id), view.say("introduction-withdraw"));
        blocks.push(Block::Line(vec![withdraw]));
    }
    blocks
}
