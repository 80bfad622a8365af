//! My groups, and who is in one.

use enishi_core::group::{Group, GroupPage, Reach};
use enishi_core::member::Card;
use enishi_face::pages::{GroupsPage, draft_behind, group_words};
use enishi_face::{Context, Form, Place};
use maud::{Markup, html};

use crate::parts::bottom_bar::Tab;
use crate::parts::buttons::{self, Look, submit};
use crate::parts::empty::nothing;
use crate::parts::field::{Field, Line};
use crate::parts::form;
use crate::parts::icons::Icon;
use crate::parts::layout::Sheet;
use crate::parts::person_row::person_row_with;
use crate::parts::seen_by;

pub(super) fn groups(page: &GroupsPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("groups")) }
        (way_back(&page.form, context))
        p.hint { (words.say("groups-lead")) }
        @if page.groups.is_empty() {
            (nothing(&words.say("groups-none")))
        } @else {
            ul.ways-on { @for group in &page.groups { (group_row(group, context)) } }
        }
        section {
            h2 { (words.say("group-new")) }
            (name_form(&page.form, page.form.value("name"), Place::MyGroups, &create_with(&page.form, context), context))
        }
    };
    Sheet::new(words.say("groups"), body).under(Tab::Menu)
}

/// To the entry whose author came to make a group for it.
fn way_back(typed: &Form, context: &Context<'_>) -> Markup {
    html! {
        @if let Some(draft) = draft_behind(typed) {
            p.further { a href=(context.links.to(Place::DiaryDraft(draft))) { (context.words.say("groups-way-back")) } }
        }
    }
}

/// A form of these pages: that way travels with it.
fn post(context: &Context<'_>, place: Place, typed: &Form, fields: &Markup) -> Markup {
    let fields = html! {
        @if let Some(draft) = draft_behind(typed) { (form::unseen("draft", &draft.to_string())) }
        (fields)
    };
    form::post(context, place, &fields)
}

/// Whom it will reach is chosen once, with the name.
fn create_with(form: &Form, context: &Context<'_>) -> Markup {
    let words = context.words;
    let chosen: Reach = form.value("reach").parse().unwrap_or_default();
    html! {
        fieldset.ticks {
            legend { (words.say("group-reach")) }
            @for (reach, says) in [(Reach::Only, "group-reach-only"), (Reach::AllBut, "group-reach-all_but")] {
                label.tick {
                    input type="radio" name="reach" value=(reach.key()) checked[reach == chosen];
                    (words.say(says))
                }
            }
        }
        (submit(&words.say("group-create"), Look::Primary))
    }
}

fn group_row(group: &Group, context: &Context<'_>) -> Markup {
    html! {
        li {
            a href=(context.links.to(Place::MyGroup(group.id))) {
                (seen_by::group_in_list(group, context))
                span.count { (context.words.say_with("group-size", "n", group.size)) }
                (Icon::Onward.draw())
            }
        }
    }
}

pub(super) fn group(page: &GroupPage, typed: &Form, context: &Context<'_>) -> Sheet {
    let (group, words) = (&page.group, context.words);
    let name = if typed.is_refused() { typed.value("name") } else { group.name.as_str() };
    let rename = submit(&words.say("group-rename"), Look::Plain);
    let body = html! {
        h1 { (seen_by::group_name(group, context)) }
        (way_back(typed, context))
        (members(page, typed, context))
        (others(page, typed, context))
        section {
            h2 { (words.say("group-rename")) }
            (name_form(typed, name, Place::MyGroup(group.id), &rename, context))
        }
        p.partings {
            (buttons::link(context, Place::MyGroupDelete(group.id), &words.say("group-delete"), Look::Quiet))
        }
    };
    Sheet::new(group.name.as_str(), body).under(Tab::Menu)
}

fn name_form(typed: &Form, name: &str, place: Place, button: &Markup, context: &Context<'_>) -> Markup {
    let fields = html! {
        (form::refusal(typed, &["name"], context))
        (Field::of(typed, context, "name", context.words.say("group-name")).line(name, Line::TEXT))
        (button)
    };
    post(context, place, typed, &fields)
}

fn members(page: &GroupPage, typed: &Form, context: &Context<'_>) -> Markup {
    let (words, says) = (context.words, group_words(page.group.reach));
    html! {
        section {
            h2 { (words.say(says.members)) }
            @if page.members.is_empty() {
                (nothing(&words.say(says.members_none)))
            } @else {
                ul.rows {
                    @for card in &page.members {
                        (person_row_with(card, context, &remove(&page.group, card, typed, context)))
                    }
                }
            }
        }
    }
}

fn remove(group: &Group, card: &Card, typed: &Form, context: &Context<'_>) -> Markup {
    let label = context.words.say(group_words(group.reach).remove);
    let opens = group.reach == Reach::AllBut;
    let fields = html! {
        (form::unseen("friend", &card.id.to_string()))
        @if opens { (what_opens(context)) }
        (submit(&label, Look::Plain))
    };
    let form = post(context, Place::MyGroupRemove(group.id), typed, &fields);
    html! { @if opens { (folded(&label, &form)) } @else { (form) } }
}

/// A form that asks something more stands behind its own button.
fn folded(label: &str, form: &Markup) -> Markup {
    html! { details.add { summary.button { (label) } (form) } }
}

/// What somebody who is let in may read is asked then and there, the narrower answer first (rule b-2).
fn what_opens(context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        label.tick { input type="radio" name="opens" value="from_now" checked; (words.say("group-from-now")) }
        label.tick { input type="radio" name="opens" value="everything"; (words.say("group-from-always")) }
    }
}

fn others(page: &GroupPage, typed: &Form, context: &Context<'_>) -> Markup {
    let (words, says) = (context.words, group_words(page.group.reach));
    html! {
        section {
            h2 { (words.say(says.others)) }
            @if page.others.is_empty() {
                (nothing(&words.say("group-others-none")))
            } @else {
                p.hint { (words.say(says.note)) }
                (ways_to_add(page, typed, context))
            }
        }
    }
}

/// Up to so many friends have a row each. Beyond it the page would be one form after another, so one is picked
/// from a list.
const MOST_ROWS_TO_ADD: usize = 8;

fn ways_to_add(page: &GroupPage, typed: &Form, context: &Context<'_>) -> Markup {
    if page.others.len() > MOST_ROWS_TO_ADD {
        return add_form(&page.group, &friend_select(&page.others, context), typed, context);
    }
    html! {
        ul.rows {
            @for card in &page.others { (person_row_with(card, context, &add(&page.group, card, typed, context))) }
        }
    }
}

fn friend_select(cards: &[Card], context: &Context<'_>) -> Markup {
    html! {
        div.field {
            label for="field-friend" { (context.words.say("friends")) }
            select id="field-friend" name="friend" {
                @for card in cards {
                    option value=(card.id) { (context.words.say_with("san", "name", card.nickname.as_str())) }
                }
            }
        }
    }
}

fn add(group: &Group, card: &Card, typed: &Form, context: &Context<'_>) -> Markup {
    let form = add_form(group, &form::unseen("friend", &card.id.to_string()), typed, context);
    match group.reach {
        Reach::Only => folded(&context.words.say("group-add"), &form),
        Reach::AllBut => form,
    }
}

/// Leaving out closes everything at once, so nothing more is asked.
fn add_form(group: &Group, friend: &Markup, typed: &Form, context: &Context<'_>) -> Markup {
    let fields = html! {
        (friend)
        @if group.reach == Reach::Only { (what_opens(context)) }
        (submit(&context.words.say(group_words(group.reach).add), Look::Primary))
    };
    post(context, Place::MyGroupAdd(group.id), typed, &fields)
}
