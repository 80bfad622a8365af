//! The pages, each from its data to blocks.

mod account;
mod archive;
mod comments;
mod diary;
mod diary_form;
mod door;
mod drafts;
mod friends;
mod group;
mod home;
mod introductions;
mod joining;
mod leave;
mod likes;
mod me;
mod menu;
mod notices;
mod profile;
mod search;
mod security;
mod threads;
mod trouble;
mod voices;

use enishi_face::Page;

use crate::content::Sheet;
use crate::parts::View;

/// A page as blocks. Without a wildcard: a page that is new to the site does not compile until it is here.
pub(crate) fn sheet(page: &Page, view: &View<'_>) -> Sheet {
    match page {
        Page::Welcome => door::welcome(view),
        Page::Login(form) => door::login(view, form),
        Page::WayIn(page) => account::slip(view, &page.slip()),
        Page::SignupPhone(page) => door::signup_phone(view, page),
        Page::SignupCode(page) => door::signup_code(view, page),
        Page::SignupProfile(page) => door::signup_profile(view, page),
        Page::SignupWaiting => joining::waiting(view),
        Page::Home(page) => home::home(view, page),
        Page::Menu => menu::menu(view),
        Page::Notifications(waiting) => notices::notices(view, waiting),
        Page::Footprints(page) => home::footprints(view, page),
        Page::Circle(page) => account::slip(view, &page.slip(view.context)),
        Page::Community(page) => account::slip(view, &page.slip(view.context)),
        Page::Preview(shown) => profile::preview(view, shown),
        Page::Search(page, form) => search::search(view, page, form),
        Page::Profile(page) => profile::profile(view, page),
        Page::Friends(page) => friends::friends(view, page),
        Page::FriendRequests { page, form } => friends::requests(view, page, form),
        Page::AskFriend(page) => friends::ask(view, page),
        Page::DiaryFeed(page) => diary::feed(view, page),
        Page::DiaryList(page) => diary::list(view, page),
        Page::DiaryJoined(page) => threads::joined(view, page),
        Page::DiaryClosed(page) => threads::closed(view, page),
        Page::DiaryArchive(page) => archive::archive(view, page),
        Page::Diary(page) => diary::diary(view, page),
        Page::DiaryComments(page) => comments::comments(view, page),
        Page::DiaryDrafts(page) => drafts::drafts(view, page),
        Page::DiaryForm(page) => diary_form::diary_form(view, page),
        Page::Introductions(shown) => introductions::introductions(view, shown),
        Page::Voices(shown) => voices::voices(view, shown),
        Page::Confirm(confirm) => trouble::confirm(view, confirm),
        Page::MyProfile(page) => me::my_profile(view, page),
        Page::MyGroups(page) => group::groups(view, page),
        Page::MyGroup { page, form } => group::group(view, page, form),
        Page::MyBlocks(cards) => me::blocks(view, cards),
        Page::Invitations(shown) => joining::invitations(view, shown),
        Page::Invitation(shown) => joining::invitation(view, shown),
        Page::MySettings(page) => me::settings(view, page),
        Page::Account(page) => account::account(view, page),
        Page::Security(page) => security::security(view, page),
        Page::Leave(page) => leave::leave(view, page),
        Page::NotFound => trouble::not_found(view),
        Page::Trouble(trouble) => trouble::trouble(view, *trouble),
    }
}
