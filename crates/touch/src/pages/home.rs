//! Home: what waits, a line to write, what friends wrote, who came by.

use enishi_core::community::topic::NewTopic;
use enishi_core::diary::Of;
use enishi_core::home::{HomePage, Newcomer};
use enishi_face::{CommunityPlace, Context, Place};
use maud::{Markup, html};

use crate::parts::bottom_bar::Tab;
use crate::parts::empty::empty;
use crate::parts::entry_row::entry_row;
use crate::parts::icons::Icon;
use crate::parts::layout::Sheet;
use crate::parts::notice_row::reds;
use crate::parts::pager::pager;
use crate::parts::person_row::person_row;

use super::footprints::footprint_row;

pub(super) fn home(page: &HomePage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1.unseen { (words.say("home")) }
        (reds(&page.waiting, context))
        a.write-line href=(context.links.to(Place::DiaryNew)) {
            (Icon::Write.draw()) (words.say("home-write-line"))
        }
        (super::voices::recent(&page.voices, context))
        section {
            h2 { (words.say("home-feed")) }
            (feed(page, context))
            @if page.has_friends { (further_off(context)) }
        }
        (topics(page, context))
        @if let Some(newcomer) = &page.newcomer { (might_know(newcomer, page.has_friends, context)) }
        (visitors(page, context))
    };
    Sheet::new(words.say("home"), body).under(Tab::Home)
}

fn feed(page: &HomePage, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        @if !page.feed.is_empty() {
            ul.rows { @for line in &page.feed { (entry_row(line, context)) } }
            (pager(context, page.next.map(Place::HomeBefore)))
        } @else if page.has_friends {
            (empty(context, &words.say("home-feed-none"), Place::DiaryNew, &words.say("diary-write")))
        } @else {
            (empty(context, &words.say("home-no-friends"), Place::Search, &words.say("friends-find")))
        }
    }
}

/// The way to what friends of friends wrote.
fn further_off(context: &Context<'_>) -> Markup {
    let place = Place::DiaryFeed(Of::FriendsOfFriends);
    html! { p.further { a href=(context.links.to(place)) { (context.words.say("home-feed-fof")) } } }
}

/// What was talked about last in my communities.
fn topics(page: &HomePage, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        @if !page.topics.is_empty() {
            section {
                h2 { (words.say("home-topics")) }
                ul.ways-on { @for topic in &page.topics { (topic_row(topic, context)) } }
                p.further {
                    a href=(context.links.to(Place::Community(CommunityPlace::All))) { (words.say("communities")) }
                }
            }
        }
    }
}

fn topic_row(topic: &NewTopic, context: &Context<'_>) -> Markup {
    let (line, words) = (&topic.line, context.words);
    let place = Place::Community(CommunityPlace::Topic(line.place, line.id));
    html! {
        li {
            a href=(context.links.to(place)) {
                span.way-words {
                    @match &line.title {
                        Some(title) => (title),
                        None => (words.say("diary-comment-gone")),
                    }
                    span.way-where { (topic.place_name) }
                }
                span.count { (words.say_with("diary-comments-count", "n", line.comments)) }
                (Icon::Onward.draw())
            }
        }
    }
}

fn visitors(page: &HomePage, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        @if !page.footprints.footprints.is_empty() {
            section {
                h2 { (words.say("footprints")) }
                ul.rows { @for footprint in &page.footprints.footprints { (footprint_row(footprint, context)) } }
                p.further { a href=(context.links.to(Place::Footprints)) { (words.say("touch-footprints-more")) } }
            }
        }
    }
}

/// Whom somebody new might know: who invited them, and whom that person may show them.
fn might_know(newcomer: &Newcomer, has_friends: bool, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        @if let Some(inviter) = &newcomer.inviter {
            section {
                h2 { (words.say("newcomer-inviter")) }
                ul.rows { (person_row(inviter, context)) }
            }
            @if !newcomer.friends_of_inviter.is_empty() {
                section {
                    h2 { (words.say_with("newcomer-friends", "name", inviter.nickname.as_str())) }
                    ul.rows {
                        @for card in &newcomer.friends_of_inviter { (person_row(card, context)) }
                    }
                }
            }
            @if has_friends {
                p.further { a href=(context.links.to(Place::Search)) { (words.say("newcomer-find")) } }
            }
        }
    }
}
