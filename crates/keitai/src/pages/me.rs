//! About oneself: profile, blocks, settings.

use enishi_core::member::Card;
use enishi_core::profile::{Answer, Field as Asked};
use enishi_device::FaceKind;
use enishi_face::pages::{MyProfilePage, SettingsPage};
use enishi_face::{Form as State, GuardPlace, Language, Place};

use crate::content::{Block, Choice, Field, Form, Input, Kind, Method, Mode, Piece, Sheet, Tone};
use crate::parts::{View, groups_way, readers_now, san, visibility_choices};

/// My profile, to be changed: each field with who may see it. On small pages the fields come in several
/// forms; what is not in a form stays as it is.
pub(super) fn my_profile(view: &View<'_>, page: &MyProfilePage) -> Sheet {
    let mut fields = vec![Field::Input(view.input(&page.form, "nickname", "signup-nickname", Mode::Kana))];
    fields.extend(page.profile.answers.iter().map(|answer| asked(view, page, answer)));
    let form = view.form(Place::MyProfile, fields, view.say("save"));
    let mut sheet = Sheet::new(view.fitting("my-profile-edit", "my-profile"));
    sheet.extend(view.refused(&page.form));
    sheet.extend(icon(view, page));
    sheet.add(readers_now(view, &page.audiences, &page.profile.groups));
    sheet.extend(groups_way(view, &page.profile.groups).map(|way| Block::Line(vec![way])));
    sheet.add(Block::Form(Form { is_divisible: true, ..form }));
    sheet.add(Block::Row(view.row(Place::MyPhotos, view.say("page-photos"))));
    sheet
}

/// The name of a field of the profile.
pub(super) fn field_name(view: &View<'_>, field: Asked) -> String {
    view.say(field_key(field))
}

fn field_key(field: Asked) -> &'static str {
    match field {
        Asked::About => "field-about",
        Asked::RealName => "field-real_name",
        Asked::Birthday => "field-birthday",
        Asked::BirthYear => "field-birth_year",
        Asked::Age => "field-age",
        Asked::LivesIn => "field-lives_in",
        Asked::Hometown => "field-hometown",
        Asked::Occupation => "field-occupation",
        Asked::Interests => "field-interests",
        Asked::LastSeen => "field-last_seen",
        Asked::Ties => "field-friends",
        Asked::Introductions => "field-introductions",
    }
}

/// A field and its visibility, which stay together wherever the form is divided.
fn asked(view: &View<'_>, page: &MyProfilePage, answer: &Answer) -> Field {
    let key = answer.field.key();
    let level = format!("{key}_visibility");
    let chosen = match page.form.value(&level) {
        "" => answer.visibility.to_string(),
        chosen => chosen.to_owned(),
    };
    let mut fields = words_of(view, page, answer);
    fields.push(Field::Select {
        label: match fields.is_empty() {
            true => view.say_with("field-visibility", "field", field_name(view, answer.field).as_str()),
            false => view.say("seen-by"),
        },
        fault: view.fault(&page.form, &level),
        choices: visibility_choices(view, &chosen, &page.profile.groups),
        name: level,
    });
    Field::Together(fields)
}

/// The words of a field as typed, else as they were said before. A choice alone has none.
fn words_of(view: &View<'_>, page: &MyProfilePage, answer: &Answer) -> Vec<Field> {
    let (key, label) = (answer.field.key(), field_key(answer.field));
    let said = State::empty().with(key, answer.value.as_str());
    let state = if page.form.value(key).is_empty() && !page.form.is_refused() { &said } else { &page.form };
    match answer.field {
        field if field.is_wordless() => Vec::new(),
        field if field.is_long() => view.area(state, key, label, !page.form.is_refused()),
        Asked::Birthday => {
            let hint = match &page.profile.old_birthday {
                Some(old) => view.say_with("birthday-old", "old", old.as_str()),
                None => view.say("birthday-hint"),
            };
            vec![Field::Input(Input { hint: Some(hint), ..view.input(state, key, label, Mode::Digits) })]
        }
        Asked::BirthYear => vec![Field::Input(view.input(state, key, label, Mode::Digits))],
        _ => vec![Field::Input(view.input(state, key, label, Mode::Kana))],
    }
}

/// The icon has a form of its own, so that words never travel with a file.
fn icon(view: &View<'_>, page: &MyProfilePage) -> Vec<Block> {
    let mut blocks: Vec<Block> = view.face(&page.profile.card).map(Block::Picture).into_iter().collect();
    if view.medium.profile.upload {
        let photo = view.input(&page.form, "photo", "profile-icon", Mode::Letters);
        let photo = Input { kind: Kind::File, hint: Some(view.say("profile-icon-hint")), ..photo };
        let form = view.form(Place::MyIcon, vec![Field::Input(photo)], view.say("save"));
        blocks.push(Block::Form(Form { method: Method::PostFiles, ..form }));
    } else {
        blocks.push(Block::toned(Tone::Soft, view.say("profile-icon-none-here")));
    }
    if page.profile.card.icon.is_some() {
        let drop = view.hidden("drop_icon", "1");
        blocks.push(Block::Form(view.form(Place::MyIcon, vec![drop], view.say("profile-icon-drop"))));
    }
    blocks.push(Block::Rule);
    blocks
}

/// Whom I have blocked.
pub(super) fn blocks(view: &View<'_>, cards: &[Card]) -> Sheet {
    let mut sheet = Sheet::new(view.say("blocks"));
    for card in cards {
        sheet.add(Block::words(san(view, card)));
        sheet.add(view.button(Place::Unblock(card.id), view.say("block-undo")));
    }
    if cards.is_empty() {
        sheet.add(Block::words(view.say("blocks-none")));
    }
    sheet
}

/// Language and face; and the ways to what else is one's own.
pub(super) fn settings(view: &View<'_>, page: &SettingsPage) -> Sheet {
    let mut sheet = Sheet::new(view.say("settings"));
    sheet.add(Block::Row(view.row(Place::MyProfile, view.say("my-profile-edit"))));
    sheet.add(Block::Row(view.row(Place::MyPreview, view.say("preview"))));
    sheet.add(Block::Row(view.row(Place::MyPrivacy, view.say("privacy"))));
    sheet.add(Block::Row(view.row(Place::MyTelling, view.say("telling"))));
    sheet.add(Block::Row(view.row(Place::MyBlocks, view.say("blocks"))));
    sheet.add(Block::Row(view.row(Place::Guard(GuardPlace::Overview), view.say("security"))));
    sheet.add(Block::Heading(view.say("settings-language")));
    sheet.add(Block::Form(view.form(Place::MySettings, vec![languages(view, page)], view.say("save"))));
    sheet.add(Block::Heading(view.say("settings-face")));
    sheet.extend(faces(view, page));
    sheet.add(Block::Heading(view.say("settings-account")));
    sheet.add(Block::Row(view.row(Place::MyEmail, view.say("email"))));
    sheet.add(Block::Row(view.row(Place::MyLeave, view.say("leave"))));
    sheet.offers_switch = false;
    sheet
}

fn languages(view: &View<'_>, page: &SettingsPage) -> Field {
    let choice = |language: Language, words| Choice {
        value: language.code().to_owned(),
        words,
        is_chosen: language == page.language,
    };
    let choices =
        vec![choice(Language::Ja, view.say("language-ja")), choice(Language::En, view.say("language-en"))];
    Field::Radios { name: "language".to_owned(), label: String::new(), choices }
}

fn faces(view: &View<'_>, page: &SettingsPage) -> Vec<Block> {
    let here = Place::MySettings.to_string();
    let row = |chosen, query, key| {
        let words = view.say(key);
        match page.face == chosen {
            true => Block::Line(vec![Piece::Words(format!("・{words}"))]),
            false => Block::Row(view.row_to(view.context.links.with_query(&here, query), words)),
        }
    };
    vec![
        row(None, "face=auto", "face-auto"),
        row(Some(FaceKind::Keitai), "face=keitai", "face-keitai"),
        row(Some(FaceKind::Touch), "face=touch", "face-touch"),
    ]
}
