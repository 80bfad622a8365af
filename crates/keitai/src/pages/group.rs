//! Groups: a member's own named lists of friends.

use enishi_core::group::GroupPage;
use enishi_core::member::Card;
use enishi_face::pages::GroupsPage;
use enishi_face::{Form as State, Place};

use crate::content::{Block, Choice, Field, Mode, Piece, Sheet, Tone};
use crate::parts::View;

/// My groups and the form for a new one.
pub(super) fn groups(view: &View<'_>, page: &GroupsPage) -> Sheet {
    let mut sheet = Sheet::new(view.say("groups"));
    sheet.extend(view.refused(&page.form));
    sheet.add(Block::toned(Tone::Soft, view.say("groups-lead")));
    for group in &page.groups {
        let size = view.say_with("group-size", "n", group.size);
        let words = format!("{} ({size})", group.name);
        sheet.add(Block::Row(view.row(Place::MyGroup(group.id), words)));
    }
    if page.groups.is_empty() {
        sheet.add(Block::words(view.say("groups-none")));
    }
    sheet.add(Block::Heading(view.say("group-new")));
    sheet.add(name_form(view, Place::MyGroups, &page.form, "group-create"));
    sheet
}

/// One group: who is in it and who could be.
pub(super) fn group(view: &View<'_>, page: &GroupPage, state: &State) -> Sheet {
    let id = page.group.id;
    let mut sheet = Sheet::new(page.group.name.as_str());
    sheet.extend(view.refused(state));
    sheet.add(Block::Heading(view.say("group-members")));
    sheet.extend(view.people(&page.members));
    if page.members.is_empty() {
        sheet.add(Block::toned(Tone::Soft, view.say("group-members-none")));
    }
    sheet.extend(remove_forms(view, page));
    sheet.add(Block::Heading(view.say("group-others")));
    sheet.extend(add_forms(view, page));
    sheet.add(Block::Heading(view.say("group-rename")));
    let named = match state.is_refused() {
        true => state.clone(),
        false => State::empty().with("name", page.group.name.as_str()),
    };
    sheet.add(name_form(view, Place::MyGroup(id), &named, "group-rename"));
    sheet.add(Block::Line(vec![view.link(Place::MyGroupDelete(id), view.say("group-delete"))]));
    sheet
}

fn name_form(view: &View<'_>, place: Place, state: &State, button: &'static str) -> Block {
    let name = view.input(state, "name", "group-name", Mode::Kana);
    Block::Form(view.form(place, vec![Field::Input(name)], view.say(button)))
}

fn remove_forms(view: &View<'_>, page: &GroupPage) -> Vec<Block> {
    let form =
        |friend| view.form(Place::MyGroupRemove(page.group.id), vec![friend], view.say("group-remove"));
    friend_fields(view, &page.members).map(|friend| Block::Form(form(friend))).collect()
}

/// Whom to add, and whether they may read what was written before.
fn add_forms(view: &View<'_>, page: &GroupPage) -> Vec<Block> {
    if page.others.is_empty() {
        return vec![Block::toned(Tone::Soft, view.say("group-others-none"))];
    }
    let place = Place::MyGroupAdd(page.group.id);
    let warning = vec![Piece::Toned(Tone::Red, view.say("group-add-warning"))];
    friend_fields(view, &page.others)
        .map(|friend| {
            let fields = vec![friend, Field::Words(warning.clone()), opens(view)];
            Block::Form(view.form(place, fields, view.say("group-add")))
        })
        .collect()
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
