//! Who may read an entry, said on the entry.

use enishi_core::diary::SeenBy;
use enishi_core::group::{Group, Reach};
use enishi_core::visibility::Visibility;
use enishi_face::Context;
use enishi_face::pages::group_level;
use maud::{Markup, html};

use super::{level::Level, rings::rings};

/// The small picture and the words.
pub(crate) fn badge(seen_by: &SeenBy, context: &Context<'_>) -> Markup {
    html! { span.seen-by { (rings(level(seen_by), 16)) (audience(seen_by, context)) } }
}

/// The words alone: a group's name where the viewer may know it.
pub(crate) fn audience(seen_by: &SeenBy, context: &Context<'_>) -> String {
    let words = context.words;
    match seen_by {
        SeenBy::Group { name, reach, .. } => words.tell(&group_level(name, *reach)),
        SeenBy::SomeFriends => words.say("level-some-friends").into_owned(),
        SeenBy::Waits => words.say("seen-by-waits").into_owned(),
        _ => level(seen_by).name(words).into_owned(),
    }
}

/// A visibility of one's own, for one's own eyes: a group by its name.
pub(crate) fn own_badge(visibility: Visibility, groups: &[Group], context: &Context<'_>) -> Markup {
    let level = Level::of(visibility);
    let group = groups.iter().find(|group| visibility == Visibility::Group(group.id));
    let name = group.map_or_else(|| level.name(context.words).into(), |group| group_name(group, context));
    html! { span.seen-by { (rings(level, 16)) (name) } }
}

/// A group as one of the levels.
pub(crate) fn group_name(group: &Group, context: &Context<'_>) -> String {
    context.words.tell(&group_level(&group.name, group.reach))
}

/// A group in a list of groups alone: its name is enough, unless it leaves out.
pub(crate) fn group_in_list(group: &Group, context: &Context<'_>) -> String {
    match group.reach {
        Reach::Only => group.name.clone(),
        Reach::AllBut => group_name(group, context),
    }
}

fn level(seen_by: &SeenBy) -> Level {
    match seen_by {
        SeenBy::Members => Level::Members,
        SeenBy::FriendsOfFriends => Level::FriendsOfFriends,
        SeenBy::Friends => Level::Friends,
        SeenBy::Group { .. } | SeenBy::SomeFriends => Level::Group,
        SeenBy::OnlyMe | SeenBy::Waits => Level::OnlyMe,
    }
}
