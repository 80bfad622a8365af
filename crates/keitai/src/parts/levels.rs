//! The five levels, everywhere in the same order.

use enishi_core::audience::{Audience, Audiences};
use enishi_core::group::{Group, Reach};
use enishi_core::visibility::Visibility;
use enishi_face::pages::{
    AudienceLine, audience_count, audience_lines, audience_words, group_in_levels,
    group_level as group_level_phrase,
};
use enishi_face::{Form as State, Place};

use super::{BETWEEN, View};
use crate::content::{Block, Choice, Field, Levels, Piece, Tone};

/// A level's name, what it means, and its name where room is short.
type Level = [&'static str; 3];
const MEMBERS: Level = ["level-members", "level-members-hint", "level-members-short"];
const FRIENDS_OF_FRIENDS: Level =
    ["level-friends_of_friends", "level-friends_of_friends-hint", "level-friends_of_friends-short"];
const FRIENDS: Level = ["level-friends", "level-friends-hint", "level-friends-short"];
const GROUP: Level = ["level-group", "level-group-hint", "level-group-short"];
const ONLY_ME: Level = ["level-only_me", "level-only_me-hint", "level-only_me-short"];

/// A level as the form says it: in plain words where there is room for them, and with who could read it now.
fn spoken(view: &View<'_>, [name, hint, short]: Level, readers: Option<&Audience>) -> String {
    match view.is_narrow() {
        true => counted(view, view.say(short), readers),
        false => {
            let words = format!("{} ― {}", view.say(name), view.say(hint));
            match readers {
                Some(readers) => format!("{words} {}", audience_words(readers, view.context.words)),
                None => words,
            }
        }
    }
}

/// Words with the number of readers behind them.
fn counted(view: &View<'_>, words: String, readers: Option<&Audience>) -> String {
    match readers {
        Some(readers) => format!("{words} {}", view.tell(&audience_count(readers))),
        None => words,
    }
}

/// A level's word: whole sentences belong to the form, short ones to lists and narrow screens.
pub(crate) fn level_name(view: &View<'_>, visibility: Visibility, groups: &[Group]) -> String {
    match visibility {
        Visibility::Members => view.say("level-members-short"),
        Visibility::FriendsOfFriends => view.say("level-friends_of_friends-short"),
        Visibility::Friends => view.say("level-friends-short"),
        Visibility::OnlyMe => view.say("level-only_me-short"),
        Visibility::Group(id) => match groups.iter().find(|group| group.id == id) {
            Some(group) => view.tell(&group_level_phrase(&group.name, group.reach)),
            None => view.say("level-group-short"),
        },
    }
}

/// A group in a list of groups alone: its name is enough, unless it leaves out.
pub(crate) fn group_in_list(view: &View<'_>, group: &Group) -> String {
    match group.reach {
        Reach::Only => group.name.clone(),
        Reach::AllBut => view.tell(&group_level_phrase(&group.name, group.reach)),
    }
}

/// A level in a list whose words may be cut: whom a group leaves out is said before its name.
fn level_in_list(view: &View<'_>, level: Visibility, groups: &[Group]) -> String {
    let group = groups.iter().find(|group| level == Visibility::Group(group.id));
    match group {
        Some(group) => view.tell(&group_in_levels(&group.name, group.reach)),
        None => level_name(view, level, groups),
    }
}

/// For whoever has no group yet: what one is for, and the way to make one. Not at the plain door, where none is made.
pub(crate) fn groups_way(view: &View<'_>, groups: &[Group]) -> Option<Piece> {
    let is_said = groups.is_empty() && !view.context.links.is_at_plain_door();
    is_said.then(|| view.link(Place::MyGroups, view.say("groups-hint")))
}

/// The same below such a list.
pub(crate) fn groups_hint(view: &View<'_>, groups: &[Group]) -> Option<Field> {
    groups_way(view, groups).map(|way| Field::SpareFields(vec![Field::Words(vec![way])]))
}

/// Everything a visibility may be, in one list: the five levels, the fourth once for each group.
pub(crate) fn visibility_choices(view: &View<'_>, chosen: &str, groups: &[Group]) -> Vec<Choice> {
    let of_groups = groups.iter().map(|group| Visibility::Group(group.id));
    let wide = [Visibility::Members, Visibility::FriendsOfFriends, Visibility::Friends];
    let levels = wide.into_iter().chain(of_groups).chain([Visibility::OnlyMe]);
    levels
        .map(|level| Choice {
            words: level_in_list(view, level, groups),
            is_chosen: level.to_string() == chosen,
            value: level.to_string(),
        })
        .collect()
}

/// The control of the diary form: five rows, keys 1 to 5, the last choice set.
pub(crate) fn diary_levels(
    view: &View<'_>,
    state: &State,
    groups: &[Group],
    audiences: &Audiences,
) -> Levels {
    let chosen = chosen(state);
    let level = |visibility: Visibility, says: Level| {
        let value = visibility.to_string();
        let words = spoken(view, says, audiences.of(visibility));
        Choice { is_chosen: value == chosen, value, words }
    };
    let levels = vec![
        level(Visibility::Members, MEMBERS),
        level(Visibility::FriendsOfFriends, FRIENDS_OF_FRIENDS),
        level(Visibility::Friends, FRIENDS),
        group_level(view, &chosen, groups, audiences),
        level(Visibility::OnlyMe, ONLY_ME),
    ];
    Levels {
        label: view.say("diary-seen-by-ask"),
        fault: view.fault(state, "visibility"),
        levels,
        groups: if groups.len() > 1 { group_choices(view, &chosen, groups, audiences) } else { Vec::new() },
        groups_label: view.say("diary-seen-by-group"),
        short: visibility_choices(view, &chosen, groups),
    }
}

/// The fourth level: none to choose, the one there is, or the first of two steps.
fn group_level(view: &View<'_>, chosen: &str, groups: &[Group], audiences: &Audiences) -> Choice {
    match groups {
        [] => {
            let is_here = !view.context.links.is_at_plain_door();
            let words = view.say(if is_here { "level-group-none" } else { "level-group-not-here" });
            Choice { value: String::new(), words, is_chosen: false }
        }
        [group] => {
            let words = view.tell(&group_level_phrase(&group.name, group.reach));
            group_choice(view, group, words, chosen, audiences)
        }
        _ => Choice {
            value: "group".to_owned(),
            words: spoken(view, GROUP, None),
            is_chosen: chosen.starts_with("group"),
        },
    }
}

fn group_choices(view: &View<'_>, chosen: &str, groups: &[Group], audiences: &Audiences) -> Vec<Choice> {
    let words = |group: &Group| match view.is_narrow() {
        // A narrow screen cuts what stands in a list.
        true if group.reach == Reach::AllBut => view.tell(&group_in_levels(&group.name, group.reach)),
        _ => group_in_list(view, group),
    };
    groups.iter().map(|group| group_choice(view, group, words(group), chosen, audiences)).collect()
}

fn group_choice(view: &View<'_>, group: &Group, words: String, chosen: &str, all: &Audiences) -> Choice {
    let visibility = Visibility::Group(group.id);
    let (value, words) = (visibility.to_string(), counted(view, words, all.of(visibility)));
    Choice { is_chosen: value == chosen, value, words }
}

/// What was chosen: a level, or `group:<id>` whether it came in one field or in two.
fn chosen(state: &State) -> String {
    match (state.value("visibility"), state.value("visibility_group")) {
        ("group", group) if !group.is_empty() => group.to_owned(),
        (chosen, _) => chosen.to_owned(),
    }
}

/// How many could see what is posted or saved now, on one line above a form of selects. Groups are left out where room is
/// short.
pub(crate) fn readers_now(view: &View<'_>, audiences: &Audiences, groups: &[Group]) -> Block {
    let counted = if view.is_narrow() { &[] } else { groups };
    let line = |line: AudienceLine| format!("{} {}", level_name(view, line.level, groups), line.count);
    let lines = audience_lines(audiences, counted, view.context.words).into_iter().map(line);
    let lines: Vec<String> = lines.collect();
    Block::toned(Tone::Soft, view.say_with("readers-now-line", "lines", lines.join(BETWEEN).as_str()))
}
