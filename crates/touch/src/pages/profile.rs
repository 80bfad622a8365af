//! Somebody's page, or one's own.

use enishi_core::friend::tie::Tie;
use enishi_core::group::Group;
use enishi_core::profile::{Next, ProfilePage, ShownField};
use enishi_face::pages::{PreviewView, communities_words};
use enishi_face::{CommunityPlace, Context, Form, Origin, Place, said};
use maud::{Markup, html};

use crate::parts::bottom_bar::Tab;
use crate::parts::buttons::{self, Look};
use crate::parts::empty::{empty, nothing};
use crate::parts::entry_row::own_entry_row;
use crate::parts::faces::{self, Size};
use crate::parts::field::Field;
use crate::parts::layout::Sheet;
use crate::parts::visibility_select::field_name;
use crate::parts::written::written;
use crate::parts::{form, photos, seen_by, thread, tie};

pub(super) fn profile(page: &ProfilePage, context: &Context<'_>) -> Sheet {
    let name = context.words.say_with("profile-of", "name", page.card.nickname.as_str());
    let body = html! {
        div.person-head {
            (faces::portrait(&page.card, Size::Large, context))
            h1 { (name) }
        }
        (thread::thread(&page.tie, &page.card, context))
        @if page.is_one_step_more { p.hint { (context.words.say("tie-one-step")) } }
        (next_step(page, context))
        (note(page, context))
        (photos::strip(&page.photos, Place::MemberPhotos(page.card.id), context))
        (fields(page, context))
        (super::voices::newest(page.voice.as_ref(), context))
        (newest(page, context))
        (partings(page, context))
    };
    Sheet::new(name, body)
}

/// My page, as somebody else sees it: the same parts, without anything they could do here.
pub(super) fn preview(view: &PreviewView, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let name = words.say_with("profile-of", "name", view.page.card.nickname.as_str());
    let body = html! {
        h1 { (words.say("preview")) }
        // Looking changes nothing, so it is a GET.
        form.search method="get" action=(context.links.to(Place::MyPreview)) {
            (whom(view, context))
            (buttons::submit(&words.say("preview-button"), Look::Primary))
        }
        p.preview-note role="status" { (words.tell(&view.note(context))) }
        div.person-head {
            (faces::portrait(&view.page.card, Size::Large, context))
            p.person-name { (name) }
        }
        p.hint { (tie::sentence(&view.page.tie, context)) }
        (photos::strip(&view.page.photos, Place::MyPhotos, context))
        (fields(&view.page, context))
        @if let Some(voice) = &view.page.voice { (super::voices::heard(voice, context)) }
        (newest(&view.page, context))
        @if view.page.introductions > 0 { p.hint { (words.say("preview-shows-introductions")) } }
        @if let Some(told) = communities_words(view.page.communities, 0) { p.hint { (words.tell(&told)) } }
        @if view.page.shows_friends { p.hint { (words.say("preview-shows-friends")) } }
    };
    Sheet::new(words.say("preview"), body).under(Tab::Menu)
}

fn whom(view: &PreviewView, context: &Context<'_>) -> Markup {
    let words = context.words;
    let choices: Vec<(String, String)> =
        view.choices.iter().map(|(value, phrase)| (value.clone(), words.tell(phrase))).collect();
    Field::of(&Form::empty(), context, "as", words.say("preview-as")).choice(&view.chosen, &choices)
}

fn is_own(page: &ProfilePage) -> bool {
    page.tie == Tie::Oneself
}

/// What to do about the tie, and the way to their friends where the viewer may know them.
fn next_step(page: &ProfilePage, context: &Context<'_>) -> Markup {
    let (id, words) = (page.card.id, context.words);
    html! {
        div.choices {
            @match page.next {
                Next::Nothing => (buttons::link(context, Place::MyProfile, &words.say("my-profile-edit"), Look::Plain)),
                Next::Ask => (buttons::link(context, Place::AskFriend(id), &words.say("friend-ask"), Look::Primary)),
                Next::Withdraw => {
                    p.hint { (words.say("friend-waiting")) }
                    (form::one_button(context, Place::WithdrawFriend(id), &words.say("friend-withdraw"), Look::Plain))
                }
                Next::Answer => {
                    (form::one_button(context, Place::AcceptFriend(id), &words.say("friend-accept"), Look::Primary))
                    (form::one_button(context, Place::DeclineFriend(id), &words.say("friend-decline"), Look::Plain))
                }
                Next::Part => {}
            }
            @if page.shows_friends {
                (buttons::link(context, friends(page), &words.say("touch-friends-of-see"), Look::Plain))
            }
            @if page.common_friends > 0 {
                @let label = words.say_with("friends-common-count", "n", page.common_friends);
                (buttons::link(context, Place::CommonFriends(id), &label, Look::Plain))
            }
            @if let Some(words) = communities_words(page.communities, page.shared_communities) {
                @let place = Place::Community(CommunityPlace::Of(id));
                (buttons::link(context, place, &context.words.tell(&words), Look::Plain))
            }
            @if let Some((place, label)) = introductions(page, context) {
                (buttons::link(context, place, &label, Look::Plain))
            }
        }
    }
}

/// The way to what friends say: where there is something to read, and for a friend to write.
fn introductions(page: &ProfilePage, context: &Context<'_>) -> Option<(Place, String)> {
    let (id, words) = (page.card.id, context.words);
    let place = if is_own(page) { Place::MyIntroductions } else { Place::MemberIntroductions(id) };
    match (page.introductions, page.next) {
        (0, Next::Part) => {
            Some((place, words.say_with("introduction-write", "name", page.card.nickname.as_str())))
        }
        (0, Next::Nothing) => Some((place, words.say("introductions").into_owned())),
        (0, _) => None,
        (count, _) => Some((place, words.say_with("introductions-count", "n", count))),
    }
}

/// What I noted about them, or the way to do so.
fn note(page: &ProfilePage, context: &Context<'_>) -> Markup {
    let (words, place) = (context.words, Place::Note(page.card.id));
    html! {
        @if page.note.is_empty() {
            @if !is_own(page) { p.further { a href=(context.links.to(place)) { (words.say("note-write")) } } }
        } @else {
            section {
                h2 { (words.say("note")) }
                @if !page.note.real_name.is_empty() { p { strong { (page.note.real_name) } } }
                div.written { (written(&page.note.memo, context)) }
                p.further { a href=(context.links.to(place)) { (words.say("note-write")) } }
            }
        }
    }
}

fn friends(page: &ProfilePage) -> Place {
    if is_own(page) { Place::Friends } else { Place::MemberFriends(page.card.id) }
}

fn fields(page: &ProfilePage, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        section {
            h2 { (words.say("profile")) }
            @if !page.fields.is_empty() {
                dl.fields { @for shown in &page.fields { (field(shown, &page.groups, context)) } }
            } @else if is_own(page) {
                (empty(context, &words.say("profile-empty"), Place::MyProfile, &words.say("my-profile-edit")))
            } @else {
                (nothing(&words.say("profile-empty")))
            }
        }
    }
}

fn field(shown: &ShownField, groups: &[Group], context: &Context<'_>) -> Markup {
    html! {
        div {
            dt {
                (field_name(shown.field, context))
                @if let Some(visibility) = shown.visibility { (seen_by::own_badge(visibility, groups, context)) }
            }
            dd.written { (written(&said(shown.field, &shown.value, context.words), context)) }
        }
    }
}

fn newest(page: &ProfilePage, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        section {
            h2 { (words.say("diary")) }
            @if !page.newest.is_empty() {
                ul.rows { @for line in &page.newest { (own_entry_row(line, context)) } }
                p.further {
                    a href=(context.links.to(Place::MemberDiary(page.card.id))) { (words.say("touch-diary-more")) }
                }
            } @else if is_own(page) {
                (empty(context, &words.say("diary-none-own"), Place::DiaryNew, &words.say("diary-write")))
            } @else {
                (nothing(&words.say("diary-none")))
            }
        }
    }
}

/// Ways apart, at the end of the page where no thumb falls by chance.
fn partings(page: &ProfilePage, context: &Context<'_>) -> Markup {
    let (id, words) = (page.card.id, context.words);
    html! {
        @if is_own(page) {
            p.further { a href=(context.links.to(Place::MyPhotos)) { (words.say("page-photos")) } }
            p.further { a href=(context.links.to(Place::MyPreview)) { (words.say("preview")) } }
        } @else {
            @if page.next == Next::Part {
                p.further { a href=(context.links.to(Place::Meet(id))) { (words.say("meet-open")) } }
            }
            p.further { a href=(context.links.to(Place::Aside(id))) { (words.say("aside-open")) } }
            p.partings {
                (buttons::link(context, Place::MyPreviewAs(id), &words.say("preview-as-them"), Look::Quiet))
                @if page.next == Next::Part {
                    (buttons::link(context, Place::PartFriend(id), &words.say("friend-part"), Look::Quiet))
                }
                (buttons::link(context, Place::BlockFrom(id, Origin::Page), &words.say("friend-block"), Look::Quiet))
            }
        }
    }
}
