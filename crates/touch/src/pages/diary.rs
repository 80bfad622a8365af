//! Diary entries to read: a list, and one with its comments.

use enishi_core::diary::{
    Category, DiaryListPage, DiaryPage, FeedPage, MayComment, Month, Neighbour, Of, SeenBy,
};
use enishi_core::ids::DiaryId;
use enishi_face::pages::{DiaryView, Thread};
use enishi_face::{Context, Form, Origin, Place};
use maud::{Markup, html};

use super::likes::likes;
use crate::parts::buttons::{self, Look};
use crate::parts::empty::{empty, nothing};
use crate::parts::entry_row::{entry_row, listed_entry_row};
use crate::parts::faces::{self, Size};
use crate::parts::layout::Sheet;
use crate::parts::moments::{for_machines, moment};
use crate::parts::pager::pager;
use crate::parts::photos::photos;
use crate::parts::written::written;
use crate::parts::{seen_by, tie};

use super::{comments, drafts};

/// The newest of friends or of their friends, and the way to the other.
pub(super) fn feed(page: &FeedPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let (title, none, other, other_words) = match page.of {
        Of::Friends => ("diary-feed-friends", "home-feed-none", Of::FriendsOfFriends, "diary-feed-fof"),
        Of::FriendsOfFriends => ("diary-feed-fof", "diary-feed-fof-none", Of::Friends, "diary-feed-friends"),
    };
    let body = html! {
        h1 { (words.say("diary-feed")) }
        section {
            h2 { (words.say(title)) }
            @if !page.entries.is_empty() {
                ul.rows { @for line in &page.entries { (entry_row(line, context)) } }
                (pager(context, page.next.map(|before| Place::DiaryFeedBefore(page.of, before))))
            } @else {
                (empty(context, &words.say(none), Place::Search, &words.say("friends-find")))
            }
        }
        p.further { a href=(context.links.to(Place::DiaryFeed(other))) { (words.say(other_words)) } }
    };
    Sheet::new(words.say(title), body)
}

pub(super) fn list(page: &DiaryListPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let title = match page.is_own {
        true => words.say("diary-mine").into_owned(),
        false => words.say_with("diary-of", "name", page.owner.nickname.as_str()),
    };
    let body = html! {
        h1 { (title) }
        @if let Some(day) = page.on { h2 { (context.day(day)) } }
        @if let Some(category) = &page.category { h2 { (category_words(category, context)) } }
        (drafts::way(page.drafts, context))
        @if !page.entries.is_empty() {
            ul.rows { @for line in &page.entries { (listed_entry_row(line, context)) } }
            (pager(context, page.next.map(|before| older(page, before))))
        } @else if page.on.is_some() {
            (nothing(&words.say("diary-none-on")))
        } @else if page.category.is_some() {
            (nothing(&words.say("category-empty")))
        } @else if page.is_own {
            (empty(context, &words.say("diary-none-own"), Place::DiaryNew, &words.say("diary-write")))
        } @else {
            (nothing(&words.say("diary-none")))
        }
        (way_to_archive(page, context))
        (way_to_levels(page, context))
    };
    Sheet::new(title, body)
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

/// To who may read what one wrote before. Nobody changes that at the plain door.
fn way_to_levels(page: &DiaryListPage, context: &Context<'_>) -> Markup {
    let is_whole = page.is_own && page.on.is_none() && page.category.is_none();
    html! {
        @if is_whole && !context.links.is_at_plain_door() {
            p.further { a href=(context.links.to(Place::DiaryLevels)) { (context.words.say("levels")) } }
        }
    }
}

fn way_to_archive(page: &DiaryListPage, context: &Context<'_>) -> Markup {
    if page.category.is_some() {
        let all = context.links.to(Place::MemberCategories(page.owner.id));
        return html! { p.further { a href=(all) { (context.words.say("categories")) } } };
    }
    let place = match page.on {
        Some(day) => Place::MemberDiaryMonth(page.owner.id, Month::of(day)),
        None => Place::MemberDiaryArchive(page.owner.id),
    };
    html! {
        @if !page.entries.is_empty() || page.on.is_some() {
            p.further { a href=(context.links.to(place)) { (context.words.say("diary-archive")) } }
        }
    }
}

pub(super) fn show(view: &DiaryView, context: &Context<'_>) -> Sheet {
    let page = &view.page;
    let body = html! {
        article {
            (byline(page, context))
            h1 { (page.title) }
            (facts(page, context))
            (categories(page, context))
            @if page.seen_by == SeenBy::Waits { p.hint { (context.words.say("post-waits")) } }
            (comments::opens(page.opens_at, context))
            div.written.body { (written(&page.body, context)) }
            (photos(&page.photos, context))
            (likes(view, context))
            @if page.can_edit { (own_choices(page.id, context)) }
        }
        (beside(page, context))
        section #comments {
            @let may_answer = page.may_comment == MayComment::Yes;
            (comments::said(Thread::Entry(page.id), &page.comments, &page.around, may_answer, context))
            @if page.seen_by != SeenBy::Waits {
                @let asked = comments::Asked { state: &Form::empty(), photo: None, comes_back: false };
                (comments::opens(page.opens_at, context))
                (comments::answer(page.id, &page.seen_by, page.may_comment, &asked, context))
            }
            @if let Some(is_quiet) = page.is_quiet { (quiet(page.id, is_quiet, context)) }
            (comments::block(&page.author, Origin::Entry(page.id), context))
        }
    };
    Sheet::new(page.title.as_str(), body)
}

/// The entries before and after it.
fn beside(page: &DiaryPage, context: &Context<'_>) -> Markup {
    let words = context.words;
    let (older, newer) = (&page.neighbours.older, &page.neighbours.newer);
    html! {
        @if older.is_some() || newer.is_some() {
            nav.beside aria-label=(words.say("diary-neighbours")) {
                @if let Some(older) = older { (neighbour(older, "prev", &words.say("diary-older-entry"), context)) }
                @if let Some(newer) = newer { (neighbour(newer, "next", &words.say("diary-newer-entry"), context)) }
            }
        }
    }
}

fn neighbour(one: &Neighbour, rel: &str, words: &str, context: &Context<'_>) -> Markup {
    html! {
        a rel=(rel) href=(context.links.to(Place::Diary(one.id))) { span.hint { (words) } span { (one.title) } }
    }
}

/// Where what is told of the entry is stopped, or begun again.
fn quiet(id: DiaryId, is_quiet: bool, context: &Context<'_>) -> Markup {
    let words = context.words.say(if is_quiet { "diary-tell" } else { "diary-hush" });
    html! { p.further { a href=(context.links.to(Place::DiaryQuiet(id))) { (words) } } }
}

fn byline(page: &DiaryPage, context: &Context<'_>) -> Markup {
    html! {
        a.byline href=(context.links.to(Place::Member(page.author.id))) {
            (faces::face(&page.author, Size::Row, context))
            span.person-words {
                span.person-name { (context.words.say_with("by-line", "name", page.author.nickname.as_str())) }
                span.facts { (tie::words(&page.tie, context)) }
            }
        }
    }
}

fn facts(page: &DiaryPage, context: &Context<'_>) -> Markup {
    html! {
        p.facts {
            (moment(page.posted_at, context))
            (seen_by::badge(&page.seen_by, context))
            @if let Some(edited_at) = page.edited_at {
                time datetime=(for_machines(edited_at)) {
                    (context.words.say_with("diary-edited", "when", context.when(edited_at).as_str()))
                }
            }
        }
    }
}

/// The categories it is in, each a way to what else is in it.
fn categories(page: &DiaryPage, context: &Context<'_>) -> Markup {
    html! {
        @if !page.categories.is_empty() {
            p.further {
                @for category in &page.categories {
                    a href=(context.links.to(Place::MemberCategory(page.author.id, category.id))) {
                        (category_words(category, context))
                    }
                }
            }
        }
    }
}

/// Its author is told which are for themselves alone.
pub(super) fn category_words(category: &Category, context: &Context<'_>) -> String {
    match category.is_open {
        true => category.name.clone(),
        false => context.words.say_with("category-private", "name", category.name.as_str()),
    }
}

fn own_choices(id: DiaryId, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        p.choices {
            (buttons::link(context, Place::DiaryEdit(id), &words.say("diary-edit-short"), Look::Plain))
            (buttons::link(context, Place::DiaryDelete(id), &words.say("diary-delete-short"), Look::Quiet))
        }
    }
}
