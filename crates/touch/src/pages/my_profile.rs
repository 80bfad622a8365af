//! My profile, to be changed: each field with a visibility of its own.

use enishi_core::profile::{Answer, Field as ProfileField};
use enishi_face::pages::MyProfilePage;
use enishi_face::{Context, Place};
use maud::{Markup, html};

use crate::parts::bottom_bar::Tab;
use crate::parts::buttons::{Look, submit};
use crate::parts::faces::{self, Size};
use crate::parts::field::{Field, Line};
use crate::parts::form;
use crate::parts::layout::Sheet;
use crate::parts::readers_now::readers_now;
use crate::parts::visibility_select::{field_name, groups_hint, visibility_select};

pub(super) fn my_profile(page: &MyProfilePage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let nickname = Field::of(&page.form, context, "nickname", words.say("signup-nickname"))
        .hint(words.say("signup-nickname-hint"));
    let fields = html! {
        (icon(page, context))
        (nickname.line(standing(page, "nickname", &page.profile.card.nickname), Line::NICKNAME))
        (readers_now(&page.audiences, &page.profile.groups, context))
        (groups_hint(&page.profile.groups, context))
        @for answer in &page.profile.answers { (answer_fields(answer, page, context)) }
        (submit(&words.say("save"), Look::Primary))
    };
    let body = html! {
        h1 { (words.say("my-profile-edit")) }
        (form::refusal(&page.form, &shown(page), context))
        (form::post_with_photos(context, Place::MyProfile, None, &fields))
        p.further { a href=(context.links.to(Place::MyPhotos)) { (words.say("page-photos")) } }
    };
    Sheet::new(words.say("my-profile-edit"), body).under(Tab::Menu)
}

/// What stands in a field: as typed once the form came back, as saved before.
fn standing<'a>(page: &'a MyProfilePage, key: &str, saved: &'a str) -> &'a str {
    let came_back = page.form.is_refused() || !page.form.value("nickname").is_empty();
    if came_back { page.form.value(key) } else { saved }
}

fn icon(page: &MyProfilePage, context: &Context<'_>) -> Markup {
    let (card, words) = (&page.profile.card, context.words);
    html! {
        div.icon-fields {
            (faces::portrait(card, Size::Large, context))
            div {
                @if context.profile.upload {
                    (Field::of(&page.form, context, "photo", words.say("profile-icon"))
                        .hint(words.say("profile-icon-hint"))
                        .photos(false))
                } @else {
                    p.hint { (words.say("profile-icon-none-here")) }
                }
                @if card.icon.is_some() {
                    label.tick {
                        input type="checkbox" name="drop_icon" value="1";
                        (words.say("profile-icon-drop"))
                    }
                }
            }
        }
    }
}

fn answer_fields(answer: &Answer, page: &MyProfilePage, context: &Context<'_>) -> Markup {
    let visibility_key = format!("{}_visibility", answer.field.key());
    let saved = answer.visibility.to_string();
    // A select always says something. Were it missing, the first option would stand there: the widest.
    let chosen = Some(page.form.value(&visibility_key)).filter(|typed| !typed.is_empty()).unwrap_or(&saved);
    html! {
        div.answer {
            @if !answer.field.is_wordless() { (words_of(answer, page, context)) }
            (visibility_select(answer.field, chosen, &page.profile.groups, &page.form, context))
        }
    }
}

fn words_of(answer: &Answer, page: &MyProfilePage, context: &Context<'_>) -> Markup {
    let key = answer.field.key();
    let words = context.words;
    let field = Field::of(&page.form, context, key, field_name(answer.field, context));
    let value = standing(page, key, &answer.value);
    match answer.field {
        ProfileField::Birthday => match &page.profile.old_birthday {
            Some(old) => field.hint(words.say_with("birthday-old", "old", old.as_str())),
            None => field.hint(words.say("birthday-hint")),
        }
        .line(value, Line::TEXT),
        ProfileField::BirthYear => field.hint(words.say("birthday-year-hint")).line(value, Line::NUMBER),
        asked if asked.is_long() => field.area(value, 4),
        _ => field.line(value, Line::TEXT),
    }
}

/// Every field with a place of its own for what is wrong with it.
fn shown(page: &MyProfilePage) -> Vec<&str> {
    let faulty = page.form.faults().map(|(field, _)| field);
    faulty.filter(|field| is_shown(field)).collect()
}

fn is_shown(field: &str) -> bool {
    let key = field.strip_suffix("_visibility").unwrap_or(field);
    ["nickname", "photo"].contains(&key) || ProfileField::from_key(key).is_some()
}
