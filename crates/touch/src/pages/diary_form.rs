//! Writing an entry, or changing one.

use enishi_core::diary::{MOST_PER_ENTRY, MOST_PHOTOS};
use enishi_core::ids::DraftId;
use enishi_face::pages::{DiaryFormPage, KeptPhoto, held_back_words, photo_words_field};
use enishi_face::{Context, Form, Place};
use jiff::civil::Date;
use maud::{Markup, html};

use super::diary::category_words;
use super::drafts;
use crate::parts::bottom_bar::Tab;
use crate::parts::buttons::{Look, submit_as};
use crate::parts::field::{Field, Line, fault_line};
use crate::parts::layout::Sheet;
use crate::parts::visibility_sheet::visibility_sheet;
use crate::parts::{form, photos};

/// The width in pixels of a photo in the form; from the ladder of the picture store.
const THUMB_PX: u32 = 240;

const SHOWN: [&str; 10] = [
    "title",
    "body",
    "photo",
    "visibility",
    "visibility_group",
    "comments",
    "agreed",
    "day",
    "hour",
    "new_category",
];

pub(super) fn diary_form(page: &DiaryFormPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let title = if page.id.is_some() { words.say("diary-edit") } else { words.say("diary-write") };
    let place = page.id.map_or(Place::DiaryNew, Place::DiaryEdit);
    let body = html! {
        h1 { (title) }
        (form::refusal(&page.form, &SHOWN, context))
        @if let Some(told) = &page.told {
            p.hint role="status" data-kept=[kept_there(page, context)] { (words.tell(told)) }
        }
        (stands(page, context))
        (drafts::way(page.drafts, context))
        @if is_kept_here(page) { (draft_note(context)) }
        (form::post_with_photos(context, place, draft_key(page, context).as_deref(), &fields(page, context)))
        @if let Some(draft) = page.draft { (throw_away(draft, context)) }
    };
    Sheet::new(title, body).under(Tab::Write)
}

/// A new entry is kept on the phone while it is typed. One that lies in a draft is not mixed with that.
fn is_kept_here(page: &DiaryFormPage) -> bool {
    page.id.is_none() && page.draft.is_none()
}

/// Whose copy on the phone has done its part: what was typed lies in a draft by now.
fn kept_there(page: &DiaryFormPage, context: &Context<'_>) -> Option<String> {
    context.viewer.filter(|_| page.id.is_none() && page.draft.is_some()).map(|viewer| viewer.id.to_string())
}

/// A draft is kept under its author's id: the next person on this phone must not be shown it.
fn draft_key(page: &DiaryFormPage, context: &Context<'_>) -> Option<String> {
    context.viewer.filter(|_| is_kept_here(page)).map(|viewer| viewer.id.to_string())
}

/// Shown by the script once it has put a draft back.
fn draft_note(context: &Context<'_>) -> Markup {
    html! {
        p.draft-note role="status" data-draft-note hidden {
            (context.words.say("touch-draft-restored"))
            button.button.quiet type="button" { (context.words.say("touch-draft-discard")) }
        }
    }
}

fn fields(page: &DiaryFormPage, context: &Context<'_>) -> Markup {
    let (typed, words) = (&page.form, context.words);
    html! {
        (form::unseen("draft", &page.mark))
        (entered(page, context))
        (Field::of(typed, context, "title", words.say("diary-title")).line(typed.value("title"), Line::TEXT))
        (Field::of(typed, context, "body", words.say("diary-body")).area(typed.value("body"), 9))
        (kept(&page.photos, context))
        (new_photos(page, context))
        (visibility_sheet(typed, &page.groups, &page.audiences, context))
        (talk(typed, context))
        @if page.id.is_none() { (further(page, context)) } @else { (categories(page, context)) }
        @if let Some(others) = page.widens { (widens(others, page, context)) }
        (publish(context))
    }
}

/// Enter sends a form by its first button. Where the one to the groups would come first, this stands before it.
fn entered(page: &DiaryFormPage, context: &Context<'_>) -> Markup {
    html! {
        @if page.groups.is_empty() && !context.links.is_at_plain_door() {
            button.unseen type="submit" tabindex="-1" aria-hidden="true" { (context.words.say("diary-publish")) }
        }
    }
}

/// Who may comment, of those who may read it.
fn talk(typed: &Form, context: &Context<'_>) -> Markup {
    let words = context.words;
    let named = [("readers", "talk-readers"), ("friends", "talk-friends"), ("nobody", "talk-nobody")];
    let choices = named.map(|(value, key)| (value.to_owned(), words.say(key).into_owned()));
    Field::of(typed, context, "comments", words.say("talk-ask")).choice(typed.value("comments"), &choices)
}

/// What few entries need lies folded, unless something of it was chosen or is wrong.
fn further(page: &DiaryFormPage, context: &Context<'_>) -> Markup {
    let typed = &page.form;
    let is_used = |name: &&str| !typed.value(name).is_empty() || typed.fault_of(name).is_some();
    let is_open = !page.chosen.is_empty() || ["new_category", "category", "day", "hour"].iter().any(is_used);
    html! {
        details.folded open[is_open] {
            summary { (context.words.say("diary-further")) }
            (categories(page, context))
            (later(typed, context))
        }
    }
}

/// Which of the author's categories, and the name of a new one.
fn categories(page: &DiaryFormPage, context: &Context<'_>) -> Markup {
    let (typed, words) = (&page.form, context.words);
    html! {
        (form::unseen("categories", "1"))
        @if !page.categories.is_empty() {
            fieldset.ticks {
                legend { (words.say_with("categories-ask", "n", MOST_PER_ENTRY as i64)) }
                @for category in &page.categories {
                    label.tick {
                        input type="checkbox" name="category" value=(category.id)
                            checked[page.chosen.contains(&category.id)];
                        (category_words(category, context))
                    }
                }
            }
        }
        (Field::of(typed, context, "new_category", words.say("category-new"))
            .line(typed.value("new_category"), Line::TEXT))
        label.tick {
            input type="checkbox" name="new_category_open" value="1"
                checked[typed.value("new_category_open") == "1"];
            (words.say("category-open"))
        }
    }
}

/// When the draft appears, or why it did not.
fn stands(page: &DiaryFormPage, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        @if let Some(at) = page.due_at { p { (words.say_with("later-at", "when", context.when(at).as_str())) } }
        @if let Some(why) = page.held_back { p.fault { (words.say(held_back_words(why))) } }
    }
}

/// The day and the hour at which it shall appear. What is no day would be lost in a field for days.
fn later(typed: &Form, context: &Context<'_>) -> Markup {
    let (words, day) = (context.words, typed.value("day"));
    let line = if day.is_empty() || day.parse::<Date>().is_ok() { Line::DAY } else { Line::TEXT };
    let hours = (0..24).map(|hour: u8| (hour.to_string(), format!("{hour}:00")));
    let hours: Vec<_> = [(String::new(), "―".to_owned())].into_iter().chain(hours).collect();
    html! {
        (Field::of(typed, context, "day", words.say("later-day")).hint(words.say("later-hint")).line(day, line))
        (Field::of(typed, context, "hour", words.say("later-hour-ask")).choice(typed.value("hour"), &hours))
    }
}

fn throw_away(draft: DraftId, context: &Context<'_>) -> Markup {
    html! {
        p.further {
            a href=(context.links.to(Place::DiaryDraftDelete(draft))) { (context.words.say("draft-throw-this")) }
        }
    }
}

fn new_photos(page: &DiaryFormPage, context: &Context<'_>) -> Markup {
    let words = context.words;
    match context.profile.upload {
        true => html! {
            (Field::of(&page.form, context, "photo", words.say("diary-photos"))
                .hint(words.say("diary-photos-hint"))
                .photos(true))
            (words_of_new_photos(page, context))
        },
        false => html! { p.hint { (words.say("diary-photos-none-here")) } },
    }
}

/// What those just chosen show, in the order they were chosen. Folded, unless something stands there already.
fn words_of_new_photos(page: &DiaryFormPage, context: &Context<'_>) -> Markup {
    let (typed, words) = (&page.form, context.words);
    let names: Vec<String> =
        (1..=MOST_PHOTOS.saturating_sub(page.photos.len())).map(photo_words_field).collect();
    let is_open = names.iter().any(|name| !typed.value(name).is_empty());
    html! {
        @if !names.is_empty() {
            details.folded open[is_open] {
                summary { (words.say("photos-new-alt")) }
                @for (name, number) in names.iter().zip(1_i64..) {
                    (Field::of(typed, context, name, words.say_with("photo-new-alt", "n", number))
                        .line(typed.value(name), Line::TEXT))
                }
            }
        }
    }
}

fn kept(kept: &[KeptPhoto], context: &Context<'_>) -> Markup {
    html! {
        @if !kept.is_empty() {
            fieldset.kept {
                legend { (context.words.say("touch-photos-kept")) }
                @for (index, photo) in kept.iter().enumerate() { (kept_photo(photo, index + 1, context)) }
            }
        }
    }
}

pub(super) fn kept_photo(photo: &KeptPhoto, number: usize, context: &Context<'_>) -> Markup {
    let (id, words) = (photo.picture, context.words);
    html! {
        div.kept-photo {
            img src=(photos::address(id, THUMB_PX, context)) alt=(words.say_with("photo-number", "n", number))
                width="96" height="96" decoding="async";
            div {
                (form::unseen("kept_photo", &id.to_string()))
                label for={ "alt-" (id) } { (words.say("diary-photo-alt")) }
                input id={ "alt-" (id) } name={ "alt_" (id) } type="text" value=(photo.alt) autocomplete="off";
                label.tick {
                    input type="checkbox" name="drop_photo" value=(id);
                    (words.say("diary-photo-drop"))
                }
            }
        }
    }
}

/// Widening shows others' comments to more people: nobody does that by chance (rule b-4).
fn widens(others: i64, page: &DiaryFormPage, context: &Context<'_>) -> Markup {
    let words = context.words;
    let fault = page.form.fault_of("agreed");
    html! {
        div.widens {
            p { (words.say_with("diary-widens", "n", others)) }
            label.tick {
                input type="checkbox" name="agreed" value="1" aria-describedby=[fault.map(|_| "agreed-fault")];
                (words.say("diary-agreed"))
            }
            @if let Some(fault) = fault { (fault_line("agreed-fault", &words.tell(fault))) }
        }
    }
}

/// The button says what will happen. The style sheet shows the words that fit the level chosen; a browser too
/// old to look sees the first alone.
fn publish(context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        button.button.primary.publish type="submit" {
            span.to-others { (words.say("diary-publish")) }
            span.to-oneself hidden { (words.say("diary-keep-private")) }
        }
        (submit_as("keep", "1", &words.say("draft-save"), Look::Plain))
    }
}
