//! Photographs on a member's page.

use enishi_core::group::Group;
use enishi_core::member::Card;
use enishi_core::profile_photo::{MOST, OwnPhotos, ProfilePhoto};
use enishi_core::visibility::Visibility;

use crate::context::Context;
use crate::form::Form;
use crate::pages::group_level;
use crate::pages::slip::{Asked, Entry, LineKind, Piece, Slip};
use crate::place::Place;
use crate::words::Phrase;

/// My own, and the form for one more.
pub(super) fn mine(own: &OwnPhotos, form: &Form, context: &Context<'_>) -> Slip {
    let slip = Slip::new("page-photos").words("page-photos-lead");
    let slip = own.photos.iter().zip(1..).fold(slip, |slip, (photo, number)| {
        let level = photo.visibility.map(|level| context.words.tell(&level_name(level, &own.groups)));
        slip.piece(Piece::Photo(photo.photo.clone(), number, level.into_iter().collect()))
            .way(Place::MyPhoto(photo.id), "page-photo-change")
    });
    if own.photos.len() >= MOST {
        return slip.hint("page-photos-full");
    }
    if !context.profile.upload {
        return slip.hint("diary-photos-none-here");
    }
    slip.form(adding(&own.groups, form))
}

/// Who may see it, as its owner reads it.
fn level_name(level: Visibility, groups: &[Group]) -> Phrase {
    let group = |id| groups.iter().find(|group| group.id == id);
    Phrase::new(match level {
        Visibility::Members => "level-members",
        Visibility::FriendsOfFriends => "level-friends_of_friends",
        Visibility::Friends => "level-friends",
        Visibility::OnlyMe => "level-only_me",
        Visibility::Group(id) => match group(id) {
            Some(group) => return group_level(&group.name, group.reach),
            None => "level-group",
        },
    })
}

fn adding(groups: &[Group], form: &Form) -> Asked {
    let mut asked = Asked::of(Place::MyPhotos, form, "page-photo-add");
    asked.entries.push(Entry::Photo {
        name: "photo",
        label: Phrase::new("page-photo-file"),
        hint: Phrase::new("diary-photos-hint"),
    });
    described(asked, groups)
}

fn described(asked: Asked, groups: &[Group]) -> Asked {
    let mut asked = asked.line("alt", "diary-photo-alt", LineKind::Words);
    asked.entries.push(Entry::SeenBy {
        name: "visibility",
        label: Phrase::new("seen-by"),
        groups: groups.to_vec(),
    });
    asked
}

/// One of mine, to be described, opened or closed, or taken off.
pub(super) fn one(photo: &ProfilePhoto, groups: &[Group], form: &Form) -> Slip {
    let asked = described(Asked::of(Place::MyPhoto(photo.id), form, "save"), groups);
    Slip::new("page-photo")
        .piece(Piece::Photo(photo.photo.clone(), 1, Vec::new()))
        .form(asked)
        .form(Asked::button(Place::MyPhotoRemove(photo.id), "page-photo-remove"))
        .way(Place::MyPhotos, "page-photos")
}

/// Those of somebody that I may see.
pub(super) fn of(card: &Card, photos: &[ProfilePhoto]) -> Slip {
    let title = Phrase::new("page-photos-of").with("name", card.nickname.as_str());
    let slip = Slip { title, pieces: Vec::new() }.person(card, Vec::new());
    photos
        .iter()
        .zip(1..)
        .fold(slip, |slip, (photo, number)| slip.piece(Piece::Photo(photo.photo.clone(), number, Vec::new())))
}
