//! Friends, requests both ways, and asking.

use enishi_core::friend::tie::Tie;
use enishi_core::friend::{FriendsPage, PendingPage, Request};
use enishi_face::pages::{AskPage, READY_WORDS};
use enishi_face::{Context, Form, InvitationPlace, Origin, Place};
use maud::{Markup, html};

use crate::parts::blocking::block_link;
use crate::parts::bottom_bar::Tab;
use crate::parts::buttons::{Look, submit};
use crate::parts::empty::{empty, nothing};
use crate::parts::field::Field;
use crate::parts::layout::Sheet;
use crate::parts::moments::moment;
use crate::parts::pager::pager;
use crate::parts::person_row::{person, person_row};
use crate::parts::{form, thread};

pub(super) fn friends(page: &FriendsPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let title = match page.is_own {
        true => words.say("friends-mine").into_owned(),
        false => words.say_with("friends-of", "name", page.owner.nickname.as_str()),
    };
    let body = html! {
        h1 { (title) }
        @if page.is_own {
            p.further {
                a href=(context.links.to(Place::FriendRequests)) { (words.say("requests")) }
                a href=(context.links.to(Place::Search)) { (words.say("friends-find")) }
                a href=(context.links.to(Place::Invitation(InvitationPlace::All))) { (words.say("invitations-mine")) }
            }
        }
        @if !page.friends.is_empty() {
            ul.rows { @for card in &page.friends { (person_row(card, context)) } }
            (pager(context, next(page)))
        } @else if page.is_own {
            (empty(context, &words.say("friends-none"), Place::Search, &words.say("friends-find")))
        } @else {
            (nothing(&words.say("friends-none-shown")))
        }
    };
    Sheet { tab: page.is_own.then_some(Tab::Menu), ..Sheet::new(title, body) }
}

fn next(page: &FriendsPage) -> Option<Place> {
    page.next.map(|after| match page.is_own {
        true => Place::FriendsAfter(after),
        false => Place::MemberFriendsAfter(page.owner.id, after),
    })
}

pub(super) fn requests(page: &PendingPage, state: &Form, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("requests")) }
        @if state.is_refused() {
            div.refusal role="alert" { @for (_, why) in state.faults() { p.fault { (words.tell(why)) } } }
        }
        section {
            h2 { (words.say("requests-received")) }
            (request_rows(&page.received, &words.say("requests-received-none"), answers, context))
        }
        section {
            h2 { (words.say("requests-sent")) }
            (request_rows(&page.sent, &words.say("requests-sent-none"), withdrawal, context))
        }
    };
    Sheet::new(words.say("requests"), body).under(Tab::Notices)
}

fn request_rows(
    requests: &[Request],
    none: &str,
    actions: fn(&Request, &Context<'_>) -> Markup,
    context: &Context<'_>,
) -> Markup {
    html! {
        @if requests.is_empty() {
            (nothing(none))
        } @else {
            ul.rows { @for request in requests { (request_row(request, &actions(request, context), context)) } }
        }
    }
}

fn request_row(request: &Request, actions: &Markup, context: &Context<'_>) -> Markup {
    html! {
        li.request {
            (person(&request.card, context))
            p.facts { (moment(request.created_at, context)) }
            @if !request.message.is_empty() { blockquote.said { (request.message) } }
            div.choices { (actions) }
            (block_link(&request.card, Origin::Requests, context))
        }
    }
}

fn answers(request: &Request, context: &Context<'_>) -> Markup {
    let (id, words) = (request.card.id, context.words);
    html! {
        (form::one_button(context, Place::AcceptFriend(id), &words.say("friend-accept"), Look::Primary))
        (form::one_button(context, Place::DeclineFriend(id), &words.say("friend-decline"), Look::Plain))
    }
}

fn withdrawal(request: &Request, context: &Context<'_>) -> Markup {
    let label = context.words.say("friend-withdraw");
    form::one_button(context, Place::WithdrawFriend(request.card.id), &label, Look::Plain)
}

pub(super) fn ask(page: &AskPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let title = words.say_with("friend-ask-title", "name", page.card.nickname.as_str());
    let hint = match page.tie {
        Tie::None => words.say("friend-ask-message-needed"),
        _ => words.say("friend-ask-message-optional"),
    };
    let message = Field::of(&page.form, context, "message", words.say("friend-ask-message")).hint(hint);
    let ready = [("", "friend-ask-ready-none")].into_iter().chain(READY_WORDS);
    let ready: Vec<_> = ready.map(|(value, key)| (value.to_owned(), words.say(key).into_owned())).collect();
    let fields = html! {
        (Field::of(&page.form, context, "ready", words.say("friend-ask-ready"))
            .choice(page.form.value("ready"), &ready))
        (message.area(page.form.value("message"), 4))
        (submit(&words.say("friend-ask-button"), Look::Primary))
    };
    let body = html! {
        h1 { (title) }
        (form::refusal(&page.form, &["message"], context))
        (thread::thread(&page.tie, &page.card, context))
        (form::post(context, Place::AskFriend(page.card.id), &fields))
    };
    Sheet::new(title, body)
}
