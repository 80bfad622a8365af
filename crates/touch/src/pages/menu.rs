//! Everything one can go to.

use std::borrow::Cow;

use enishi_face::{CommunityPlace, Context, GuardPlace, InvitationPlace, Place};
use maud::{Markup, html};

use crate::parts::bottom_bar::Tab;
use crate::parts::icons::Icon;
use crate::parts::layout::Sheet;
use crate::parts::person_row::person_row;

pub(super) fn menu(context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("menu")) }
        @if let Some(viewer) = context.viewer { ul.rows { (person_row(viewer, context)) } }
        (ways(&people(context), context))
        (ways(&oneself(context), context))
    };
    Sheet::new(words.say("menu"), body).under(Tab::Menu)
}

type Way = (Place, Cow<'static, str>);

fn people(context: &Context<'_>) -> Vec<Way> {
    let words = context.words;
    let own_diary = context.viewer.map(|viewer| (Place::MemberDiary(viewer.id), words.say("diary-mine")));
    let others = [
        (Place::Voices, words.say("voices")),
        (Place::Friends, words.say("friends-mine")),
        (Place::Community(CommunityPlace::All), words.say("communities")),
        (Place::FriendRequests, words.say("requests")),
        (Place::Favourites, words.say("favourites")),
        (Place::Suggestions, words.say("suggestions")),
        (Place::MyCode, words.say("friend-code")),
        (Place::FriendCode, words.say("friend-code-find")),
        (Place::Search, words.say("search")),
        (Place::Invitation(InvitationPlace::All), words.say("invitations-mine")),
        (Place::Footprints, words.say("footprints")),
    ];
    let joined = (Place::DiaryJoined, words.say("diary-joined"));
    own_diary.into_iter().chain([joined]).chain(others).collect()
}

fn oneself(context: &Context<'_>) -> Vec<Way> {
    let words = context.words;
    vec![
        (Place::MyProfile, words.say("my-profile-edit")),
        (Place::MyPreview, words.say("preview")),
        (Place::MyPrivacy, words.say("privacy")),
        (Place::MyTelling, words.say("telling")),
        (Place::MyGroups, words.say("groups")),
        (Place::MyBlocks, words.say("blocks")),
        (Place::Guard(GuardPlace::Overview), words.say("security")),
        (Place::MySettings, words.say("settings")),
    ]
}

fn ways(ways: &[Way], context: &Context<'_>) -> Markup {
    html! {
        ul.ways-on {
            @for (place, label) in ways {
                li { a href=(context.links.to(*place)) { (label) (Icon::Onward.draw()) } }
            }
        }
    }
}
