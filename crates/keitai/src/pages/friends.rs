//! Ties to people: lists, requests, asking.

use enishi_core::friend::tie::Tie;
use enishi_core::friend::{FriendsPage, PendingPage, Request};
use enishi_face::pages::{AskPage, READY_WORDS};
use enishi_face::{Form as State, InvitationPlace, Origin, Place};

use crate::content::{Block, Choice, Field, Sheet, Tone};
use crate::parts::{View, block_link, block_row, san};

/// Friends, mine or somebody's.
pub(super) fn friends(view: &View<'_>, page: &FriendsPage) -> Sheet {
    let (name, none) = match page.is_own {
        true => (view.say("friends-mine"), "friends-none"),
        false => {
            let owner = page.owner.nickname.as_str();
            (view.say_with("friends-of", "name", owner), "friends-none-shown")
        }
    };
    let mut sheet = Sheet::new(if view.is_narrow() { view.say("friends") } else { name });
    sheet.extend(view.people(&page.friends));
    if page.friends.is_empty() {
        sheet.add(Block::words(view.say(none)));
    }
    if page.is_own {
        sheet.add(Block::Rule);
        sheet.add(Block::Row(view.row(Place::FriendRequests, view.say("requests"))));
        sheet.add(Block::Row(view.row(Place::Favourites, view.say("favourites"))));
        sheet.add(Block::Row(view.row(Place::Suggestions, view.say("suggestions"))));
        sheet.add(Block::Row(view.row(Place::FriendCode, view.say("friend-code-find"))));
        sheet.add(Block::Row(view.row(Place::Search, view.say("friends-find"))));
        sheet
            .add(Block::Row(view.row(Place::Invitation(InvitationPlace::All), view.say("invitations-mine"))));
    }
    let next = |after| match page.is_own {
        true => Place::FriendsAfter(after),
        false => Place::MemberFriendsAfter(page.owner.id, after),
    };
    sheet.extend(page.next.map(|after| view.more(next(after))));
    sheet
}

/// Requests both ways.
pub(super) fn requests(view: &View<'_>, page: &PendingPage, form: &State) -> Sheet {
    let mut sheet = Sheet::new(view.say("requests"));
    sheet.extend(form.faults().map(|(_, why)| Block::toned(Tone::Red, view.tell(why))));
    sheet.add(Block::Heading(view.say("requests-received")));
    for request in &page.received {
        let id = request.card.id;
        sheet.extend(asked(view, request));
        sheet.add(view.button(Place::AcceptFriend(id), view.say("friend-accept")));
        sheet.add(view.button(Place::DeclineFriend(id), view.say("friend-decline")));
        sheet.extend(match page.received.len() {
            1 => block_row(view, &request.card, Origin::Requests),
            _ => block_link(view, &request.card, Origin::Requests),
        });
        sheet.add(Block::Rule);
    }
    if page.received.is_empty() {
        sheet.add(Block::toned(Tone::Soft, view.say("requests-received-none")));
    }
    sheet.add(Block::Heading(view.say("requests-sent")));
    for request in &page.sent {
        sheet.extend(asked(view, request));
        sheet.add(view.button(Place::WithdrawFriend(request.card.id), view.say("friend-withdraw")));
    }
    if page.sent.is_empty() {
        sheet.add(Block::toned(Tone::Soft, view.say("requests-sent-none")));
    }
    sheet
}

fn asked(view: &View<'_>, request: &Request) -> Vec<Block> {
    let mut row = view.person(&request.card);
    row.below.push(view.soft(view.context.when(request.created_at)));
    let message = (!request.message.is_empty()).then(|| Block::text(request.message.clone()));
    [Block::Row(row)].into_iter().chain(message).collect()
}

/// Sentences to choose from, on phones where typing is slow.
fn ready(view: &View<'_>, state: &State) -> Field {
    let none = ("", "friend-ask-ready-none");
    let choice = |(value, words): (&str, &'static str)| Choice {
        value: value.to_owned(),
        words: view.say(words),
        is_chosen: state.value("ready") == value,
    };
    Field::Select {
        name: "ready".to_owned(),
        label: view.say("friend-ask-ready"),
        fault: None,
        choices: [none].into_iter().chain(READY_WORDS).map(choice).collect(),
    }
}

/// Asking somebody.
pub(super) fn ask(view: &View<'_>, page: &AskPage) -> Sheet {
    let needs_message = page.tie == Tie::None;
    let mut fields = view.area(&page.form, "message", "friend-ask-message", false);
    if let Some(Field::Area(area)) = fields.first_mut() {
        area.hint = Some(view.say(match needs_message {
            true => "friend-ask-message-needed",
            false => "friend-ask-message-optional",
        }));
    }
    fields.insert(0, ready(view, &page.form));
    let button = view.say("friend-ask-button");
    let mut sheet = Sheet::new(match view.is_narrow() {
        true => view.say("requests"),
        false => view.say_with("friend-ask-title", "name", page.card.nickname.as_str()),
    });
    sheet.extend(view.refused(&page.form));
    sheet.add(Block::words(san(view, &page.card)));
    sheet.add(Block::toned(Tone::Soft, view.tie(&page.tie)));
    sheet.add(Block::Form(view.form(Place::AskFriend(page.card.id), fields, button)));
    sheet
}
