//! What a new entry or voice, and belonging to a community, always begin with.

use enishi_core::community::SHOWN_TO;
use enishi_core::diary::LevelsPage;
use enishi_core::group::Group;
use enishi_core::visibility::{Kind, Visibility};

use super::levels::name;
use crate::context::Context;
use crate::form::Form;
use crate::pages::community::shown_key;
use crate::pages::group::group_level;
use crate::pages::slip::Asked;
use crate::place::Place;

/// A field a kind: empty is the last choice.
pub(super) fn always(page: &LevelsPage, form: &Form, context: &Context<'_>) -> Asked {
    let words = context.words;
    let state = Kind::ALL.into_iter().zip(page.always).fold(form.clone(), |form, (kind, always)| {
        form.with(kind.key(), always.map(|level| level.to_string()).unwrap_or_default())
    });
    let last = [(String::new(), words.say("levels-always-last").into_owned())];
    let level = |level: Visibility| (level.to_string(), words.say(name(level)).into_owned());
    let group = |group: &Group| {
        let level = words.tell(&group_level(&group.name, group.reach));
        (Visibility::Group(group.id).to_string(), level)
    };
    let wide = [Visibility::Members, Visibility::FriendsOfFriends, Visibility::Friends].map(level);
    let shown = SHOWN_TO.map(|level| (level.to_string(), words.say(shown_key(level)).into_owned()));
    let joining = last.iter().cloned().chain(shown).collect();
    let all: Vec<(String, String)> = last
        .into_iter()
        .chain(wide)
        .chain(page.groups.iter().map(group))
        .chain([level(Visibility::OnlyMe)])
        .collect();
    Asked::of(Place::DiaryAlways, &state, "save")
        .choice(Kind::Diary.key(), "levels-always-diary", all.clone())
        .choice(Kind::Voice.key(), "levels-always-voice", all)
        .choice(Kind::Community.key(), "levels-always-community", joining)
}
