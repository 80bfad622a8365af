//! Groups: a member's own named lists of friends.

use enishi_core::group::{GroupPage, Reach};
use enishi_core::member::Card;
use enishi_face::pages::{GroupsPage, draft_behind, group_level, group_words};
use enishi_face::{Form as State, Place};

use crate::content::{Block, Choice, Field, Mode, Piece, Sheet, Tone};
use crate::parts::{View, group_in_list};

/// My groups and the form for a new one.
pub(super) fn groups(view: &View<'_>, page: &GroupsPage) -> Sheet {
    let mut sheet = Sheet::new(view.say("groups"));
    sheet.extend(view.refused(&page.form));
    sheet.extend(way_back(view, &page.form));
    sheet.add(Block::toned(Tone::Soft, view.say("groups-lead")));
    for group in &page.groups {
        let size = view.say_with("group-size", "n", group.size);
        let words = format!("{} ({size})", group_in_list(view, group));
        sheet.add(Block::Row(view.row(Place::MyGroup(group.id), words)));
    }
    if page.groups.is_empty() {
        sheet.add(Block::words(view.say("groups-none")));
    }
    sheet.add(Block::Heading(view.say("group-new")));
    let name = view.input(&page.form, "name", "group-name", Mode::Kana);
    let fields = vec![Field::Input(name), reach(view, &page.form)];
    sheet.add(form(view, Place::MyGroups, &page.form, fields, "group-create"));
    sheet
}

/// One group: who is in it and who could be.
pub(super) fn group(view: &View<'_>, page: &GroupPage, state: &State) -> Sheet {
    let (id, says) = (page.group.id, group_words(page.group.reach));
    let mut sheet = Sheet::new(view.tell(&group_level(&page.group.name, page.group.reach)));
    sheet.extend(view.refused(state));
    sheet.extend(way_back(view, state));
    sheet.add(Block::Heading(view.say(says.members)));
    sheet.extend(view.people(&page.members));
    if page.members.is_empty() {
        sheet.add(Block::toned(Tone::Soft, view.say(says.members_none)));
    }
    sheet.extend(remove_forms(view, page, state));
    sheet.add(Block::Heading(view.say(says.others)));
    sheet.extend(add_forms(view, page, state));
    sheet.add(Block::Heading(view.say("group-rename")));
    let named = match state.is_refused() {
        true => state.clone(),
        false => state.clone().with("name", page.group.name.as_str()),
    };
    sheet.add(name_form(view, Place::MyGroup(id), &named, "group-rename"));
    sheet.add(Block::Line(vec![view.link(Place::MyGroupDelete(id), view.say("group-delete"))]));
    sheet
}

fn name_form(view: &View<'_>, place: Place, state: &State, button: &'static str) -> Block {
    let name = view.input(state, "name", "group-name", Mode::Kana);
    form(view, place, state, vec![Field::Input(name)], button)
}

/// To the entry whose author came to make a group for it.
fn way_back(view: &View<'_>, state: &State) -> Option<Block> {
    draft_behind(state)
        .map(|draft| Block::Row(view.row(Place::DiaryDraft(draft), view.say("groups-way-back"))))
}

/// A form of these pages: that way travels with it.
fn form(view: &View<'_>, place: Place, state: &State, mut fields: Vec<Field>, button: &'static str) -> Block {
    fields.extend(draft_behind(state).map(|draft| view.hidden("draft", draft.to_string())));
    Block::Form(view.form(place, fields, view.say(button)))
}

/// Whom to take out; where that lets them in, to how much.
fn remove_forms(view: &View<'_>, page: &GroupPage, state: &State) -> Vec<Block> {
    let says = group_words(page.group.reach);
    let asked = || (page.group.reach == Reach::AllBut).then(|| opens(view));
    friend_fields(view, &page.members)
        .map(|friend| {
            let fields = std::iter::once(friend).chain(asked()).collect();
            form(view, Place::MyGroupRemove(page.group.id), state, fields, says.remove)
        })
        .collect()
}

/// Whom to add, and whether they may read what was written before. Leaving out closes everything at once.
fn add_forms(view: &View<'_>, page: &GroupPage, state: &State) -> Vec<Block> {
    if page.others.is_empty() {
        return vec![Block::toned(Tone::Soft, view.say("group-others-none"))];
    }
    let says = group_words(page.group.reach);
    let note = vec![Piece::Toned(Tone::Red, view.say(says.note))];
    let asked = || (page.group.reach == Reach::Only).then(|| opens(view));
    friend_fields(view, &page.others)
        .map(|friend| {
            let fields = [friend, Field::Words(note.clone())].into_iter().chain(asked()).collect();
            form(view, Place::MyGroupAdd(page.group.id), state, fields, says.add)
        })
        .collect()
}

/// Whom a new group will reach.
fn reach(view: &View<'_>, state: &State) -> Field {
    let chosen: Reach = state.value("reach").parse().unwrap_or_default();
    let choice = |reach: Reach, says: &'static str| Choice {
        value: reach.key().to_owned(),
        words: view.say(says),
        is_chosen: reach == chosen,
    };
    let choices = vec![choice(Reach::Only, "group-reach-only"), choice(Reach::AllBut, "group-reach-all_but")];
    Field::Radios { name: "reach".to_owned(), label: view.say("group-reach"), choices }
}

/// The narrower answer is the one that stands: a slip of the thumb opens nothing.
fn opens(view: &View<'_>) -> Field {
    let choice =
        |value: &str, key, is_chosen| Choice { value: value.to_owned(), words: view.say(key), is_chosen };
    let choices =
        vec![choice("from_now", "group-from-now", true), choice("everything", "group-from-always", false)];
    Field::Radios { name: "opens".to_owned(), label: String::new(), choices }
}

fn friend_fields(view: &View<'_>, cards: &[Card]) -> impl Iterator<Item = Field> {
    let label = view.say("friends");
    view.people_lists(cards).into_iter().map(move |choices| Field::Select {
        name: "friend".to_owned(),
        label: label.clone(),
        fault: None,
        choices,
    })
}
