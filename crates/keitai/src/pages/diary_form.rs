//! Writing: title, body, who may read it, photographs, in one step.

use enishi_core::diary::MOST_PER_ENTRY;
use enishi_face::pages::{DiaryFormPage, KeptPhoto, held_back_words, photo_field, photo_words_field};
use enishi_face::{Form as State, Place};

use crate::content::{Block, Button, Choice, Field, Form, Input, Kind, Method, Mode, Piece, Sheet, Tone};
use crate::parts::{View, diary_levels};

/// The form of an entry.
pub(super) fn diary_form(view: &View<'_>, page: &DiaryFormPage) -> Sheet {
    let (wide, narrow) = match page.id {
        None => ("diary-write", "diary-write-short"),
        Some(_) => ("diary-edit", "diary-edit-short"),
    };
    let mut sheet = Sheet::new(view.fitting(wide, narrow));
    sheet.extend(view.refused(&page.form));
    sheet.extend(page.told.as_ref().map(|told| Block::toned(Tone::Soft, view.tell(told))));
    sheet.extend(stands(view, page));
    sheet.add(Block::Form(form(view, page)));
    sheet.extend(ways(view, page));
    sheet
}

fn form(view: &View<'_>, page: &DiaryFormPage) -> Form {
    let state = &page.form;
    let mut fields = vec![Field::Input(view.input(state, "title", "diary-title", Mode::Kana))];
    fields.extend(view.area(state, "body", "diary-body", page.is_stored));
    fields.push(Field::Levels(diary_levels(view, state, &page.groups, &page.audiences)));
    fields.push(talk(view, state));
    fields.push(categories(view, page));
    fields.extend(page.id.is_none().then(|| later(view, state)));
    fields.extend(widens(view, page));
    fields.extend(photos(view, page));
    let place = page.id.map_or(Place::DiaryNew, Place::DiaryEdit);
    fields.push(view.hidden("draft", page.mark.as_str()));
    // Enter sends a form by its first button.
    let mut others = vec![button("", view.say("diary-publish")), button("keep", view.say("draft-save"))];
    others.extend(to_groups(view, page));
    let form = view.form(place, fields, String::new());
    let sends_files = view.medium.profile.upload;
    Form { method: if sends_files { Method::PostFiles } else { Method::Post }, others, ..form }
}

/// Which of the author's categories, and the name of a new one.
fn categories(view: &View<'_>, page: &DiaryFormPage) -> Field {
    let state = &page.form;
    let tick = |name: &str, choice| Field::Check { name: name.to_owned(), choice, fault: None };
    let own = page.categories.iter().map(|category| {
        let words = match category.is_open {
            true => category.name.clone(),
            false => view.say_with("category-private", "name", category.name.as_str()),
        };
        let is_chosen = page.chosen.contains(&category.id);
        tick("category", Choice { value: category.id.to_string(), words, is_chosen })
    });
    let mut fields = vec![view.hidden("categories", "1")];
    if !page.categories.is_empty() {
        let many = view.say_with("categories-ask", "n", MOST_PER_ENTRY as i64);
        fields.push(Field::Words(vec![Piece::Words(many)]));
    }
    fields.extend(own);
    fields.push(Field::Input(view.input(state, "new_category", "category-new", Mode::Kana)));
    let (value, is_chosen) = ("1".to_owned(), state.value("new_category_open") == "1");
    fields.push(tick("new_category_open", Choice { value, words: view.say("category-open"), is_chosen }));
    Field::SpareFields(fields)
}

/// When the draft appears, or why it did not.
fn stands(view: &View<'_>, page: &DiaryFormPage) -> Option<Block> {
    let due =
        page.due_at.map(|at| Block::words(view.say_with("later-at", "when", view.context.when(at).as_str())));
    due.or_else(|| page.held_back.map(|why| Block::toned(Tone::Red, view.say(held_back_words(why)))))
}

/// The day and the hour at which it shall appear.
fn later(view: &View<'_>, state: &State) -> Field {
    // Ten keys have no hyphen.
    let shown = state.value("day").replace('-', "");
    let day = view.input(state, "day", "later-day", Mode::Digits);
    let hint = Some(view.say("later-day-hint"));
    let label = view.fitting("later-day", "later-day-short");
    Field::SpareFields(vec![
        Field::Input(Input { value: shown, hint, label, ..day }),
        Field::Input(view.input(state, "hour", "later-hour", Mode::Digits)),
    ])
}

/// Who may comment, of those who may read it.
fn talk(view: &View<'_>, state: &State) -> Field {
    let choice = |value: &str, wide, narrow| Choice {
        value: value.to_owned(),
        words: view.fitting(wide, narrow),
        is_chosen: value == state.value("comments"),
    };
    Field::Spare {
        name: "comments".to_owned(),
        label: view.fitting("talk-ask", "talk-ask-short"),
        fault: view.fault(state, "comments"),
        choices: vec![
            choice("readers", "talk-readers", "talk-readers-short"),
            choice("friends", "talk-friends", "talk-friends-short"),
            choice("nobody", "talk-nobody", "talk-nobody-short"),
        ],
    }
}

fn button(name: &str, words: String) -> Button {
    Button { name: name.to_owned(), words, key: None }
}

/// Without a group there is nothing to choose on level 4: its key leads to where one is made, and what is typed is kept.
fn to_groups(view: &View<'_>, page: &DiaryFormPage) -> Option<Button> {
    let is_offered = page.groups.is_empty() && !view.context.links.is_at_plain_door();
    is_offered.then(|| Button { key: Some('4'), ..button("to_groups", view.say("groups-make")) })
}

/// To the drafts, and out of this one.
fn ways(view: &View<'_>, page: &DiaryFormPage) -> Vec<Block> {
    let all = view.say_with("drafts-count", "n", page.drafts);
    let all = (page.drafts > 0).then(|| Block::Row(view.row(Place::DiaryDrafts, all)));
    let throw = |draft| view.link(Place::DiaryDraftDelete(draft), view.say("draft-throw-this"));
    all.into_iter().chain(page.draft.map(|draft| Block::Line(vec![throw(draft)]))).collect()
}

/// More people would see what others said: the author says that this is meant.
fn widens(view: &View<'_>, page: &DiaryFormPage) -> Vec<Field> {
    let Some(comments) = page.widens else { return Vec::new() };
    let warning = view.say_with("diary-widens", "n", comments);
    let agreed = Choice {
        value: "1".to_owned(),
        words: view.say("diary-agreed"),
        is_chosen: page.form.value("agreed") == "1",
    };
    vec![
        Field::Words(vec![Piece::Toned(Tone::Red, warning)]),
        Field::Check { name: "agreed".to_owned(), choice: agreed, fault: view.fault(&page.form, "agreed") },
    ]
}

fn photos(view: &View<'_>, page: &DiaryFormPage) -> Vec<Field> {
    let kept = page.photos.iter().zip(1..).map(|(photo, number)| kept(view, photo, number));
    let mut fields: Vec<Field> = kept.collect();
    if !view.medium.profile.upload {
        fields.push(view.hint("diary-photos-none-here"));
        return fields;
    }
    let most = enishi_core::diary::MOST_PHOTOS.saturating_sub(page.photos.len());
    fields.extend((1..=most).flat_map(|number| new_photo(view, &page.form, number)));
    fields
}

/// A photograph to come, and what it shows.
fn new_photo(view: &View<'_>, state: &State, number: usize) -> [Field; 2] {
    let photo = view.input(state, "photo", "diary-photos", Mode::Letters);
    // The label and what is wrong stand once, over the first.
    let (label, fault) = if number == 1 { (photo.label, photo.fault) } else { (String::new(), None) };
    let (name, kind, value) = (photo_field(number), Kind::File, String::new());
    let words = view.input(state, &photo_words_field(number), "diary-photo-alt", Mode::Kana);
    let is_typed = !words.value.is_empty();
    let words = Field::Input(Input { label: view.say_with("photo-new-alt", "n", number), ..words });
    // What was typed is never what there is no room for.
    let words = if is_typed { words } else { Field::SpareFields(vec![words]) };
    [Field::Input(Input { name, label, fault, kind, value, ..photo }), words]
}

/// A photograph that is already here: what it shows, and the way to take it off.
pub(super) fn kept(view: &View<'_>, photo: &KeptPhoto, number: usize) -> Field {
    let name = view.say_with("photo-number", "n", number);
    let alt = format!("alt_{}", photo.picture);
    let state = enishi_face::Form::empty().with(&alt, photo.alt.as_str());
    let described = view.input(&state, &alt, "diary-photo-alt", Mode::Kana);
    let label = format!("{name}: {}", described.label);
    let drop =
        Choice { value: photo.picture.to_string(), words: view.say("diary-photo-drop"), is_chosen: false };
    Field::Together(vec![
        view.hidden("kept_photo", photo.picture.to_string()),
        Field::Input(Input { label, ..described }),
        Field::Check { name: "drop_photo".to_owned(), choice: drop, fault: None },
    ])
}
