//! Every page, one module a noun.

mod account;
mod archive;
mod comments;
mod confirm;
mod diary;
mod diary_form;
mod door;
mod drafts;
mod footprints;
mod friends;
mod groups;
mod home;
mod introductions;
mod joining;
mod leave;
mod likes;
mod me;
mod menu;
mod my_profile;
mod notices;
mod profile;
mod search;
mod security;
mod threads;
mod trouble;
mod voices;

use enishi_face::{Context, Page};

use crate::parts::bottom_bar::Tab;
use crate::parts::layout::Sheet;

/// What a page shows, before the frame is put around it.
pub(crate) fn sheet(page: &Page, context: &Context<'_>) -> Sheet {
    match page {
        Page::Welcome => door::welcome(context),
        Page::Login(form) => door::login(form, context),
        Page::WayIn(page) => account::slip(&page.slip(), context),
        Page::SignupPhone(page) => door::phone(page, context),
        Page::SignupCode(page) => door::code(page, context),
        Page::SignupProfile(page) => door::profile(page, context),
        Page::SignupWaiting => joining::waiting(context),
        Page::Home(page) => home::home(page, context),
        Page::Menu => menu::menu(context),
        Page::Notifications(waiting) => notices::notices(waiting, context),
        Page::Footprints(page) => footprints::footprints(page, context),
        Page::Circle(page) => account::slip(&page.slip(context), context),
        Page::Community(page) => account::slip(&page.slip(context), context).under(Tab::Menu),
        Page::Preview(view) => profile::preview(view, context),
        Page::Search(page, form) => search::search(page, form, context),
        Page::Profile(page) => profile::profile(page, context),
        Page::Friends(page) => friends::friends(page, context),
        Page::FriendRequests { page, form } => friends::requests(page, form, context),
        Page::AskFriend(page) => friends::ask(page, context),
        Page::DiaryFeed(page) => diary::feed(page, context),
        Page::DiaryList(page) => diary::list(page, context),
        Page::DiaryJoined(page) => threads::joined(page, context),
        Page::DiaryClosed(page) => threads::closed(page, context),
        Page::DiaryArchive(page) => archive::archive(page, context),
        Page::Diary(page) => diary::show(page, context),
        Page::DiaryComments(view) => comments::comments(view, context),
        Page::DiaryDrafts(page) => drafts::drafts(page, context),
        Page::DiaryForm(page) => diary_form::diary_form(page, context),
        Page::Introductions(view) => introductions::introductions(view, context),
        Page::Voices(view) => voices::voices(view, context),
        Page::Confirm(page) => confirm::confirm(page, context),
        Page::MyProfile(page) => my_profile::my_profile(page, context),
        Page::MyGroups(page) => groups::groups(page, context),
        Page::MyGroup { page, form } => groups::group(page, form, context),
        Page::MyBlocks(cards) => me::blocks(cards, context),
        Page::Invitations(view) => joining::invitations(view, context),
        Page::Invitation(view) => joining::invitation(view, context),
        Page::MySettings(page) => me::settings(page, context),
        Page::Account(page) => account::account(page, context),
        Page::Security(page) => security::security(page, context),
        Page::Leave(page) => leave::leave(page, context),
        Page::NotFound => trouble::not_found(context),
        Page::Trouble(trouble) => trouble::trouble(*trouble, context),
    }
}
