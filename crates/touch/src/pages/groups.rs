//! My groups, and who is in one.

use enishi_core::group::{Group, GroupPage};
use enishi_core::ids::GroupId;
use enishi_core::member::Card;
use enishi_face::pages::GroupsPage;
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

pub(super) fn groups(page: &GroupsPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let create = submit(&words.say("group-create"), Look::Primary);
    let body = html! {
        h1 { (words.say("groups")) }
        p.hint { (words.say("groups-lead")) }
        @if page.groups.is_empty() {
            (nothing(&words.say("groups-none")))
        } @else {
            ul.ways-on { @for group in &page.groups { (group_row(group, context)) } }
        }
        section {
            h2 { (words.say("group-new")) }
            (name_form(&page.form, page.form.value("name"), Place::MyGroups, &create, context))
        }
    };
    Sheet::new(words.say("groups"), body).under(Tab::Menu)
}

fn group_row(group: &Group, context: &Context<'_>) -> Markup {
    html! {
        li {
            a href=(context.links.to(Place::MyGroup(group.id))) {
                (group.name)
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
        h1 { (words.say_with("level-group-named", "name", group.name.as_str())) }
        (members(page, context))
        (others(page, context))
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
    form::post(context, place, &fields)
}

fn members(page: &GroupPage, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        section {
            h2 { (words.say("group-members")) }
            @if page.members.is_empty() {
                (nothing(&words.say("group-members-none")))
            } @else {
                ul.rows {
                    @for card in &page.members {
                        (person_row_with(card, context, &remove(page.group.id, card, context)))
                    }
                }
            }
        }
    }
}

fn remove(group: GroupId, card: &Card, context: &Context<'_>) -> Markup {
    let fields = html! {
        (form::unseen("friend", &card.id.to_string()))
        (submit(&context.words.say("group-remove"), Look::Plain))
    };
    form::post(context, Place::MyGroupRemove(group), &fields)
}

fn others(page: &GroupPage, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        section {
            h2 { (words.say("group-others")) }
            @if page.others.is_empty() {
                (nothing(&words.say("group-others-none")))
            } @else {
                p.hint { (words.say("group-add-warning")) }
                (ways_to_add(page, context))
            }
        }
    }
}

/// Up to so many friends have a row each. Beyond it the page would be one form after another, so one is picked
/// from a list.
const MOST_ROWS_TO_ADD: usize = 8;

fn ways_to_add(page: &GroupPage, context: &Context<'_>) -> Markup {
    if page.others.len() > MOST_ROWS_TO_ADD {
        return add_form(page.group.id, &friend_select(&page.others, context), context);
    }
    html! {
        ul.rows {
            @for card in &page.others { (person_row_with(card, context, &add(page.group.id, card, context))) }
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

fn add(group: GroupId, card: &Card, context: &Context<'_>) -> Markup {
    let friend = form::unseen("friend", &card.id.to_string());
    html! {
        details.add {
            summary.button { (context.words.say("group-add")) }
            (add_form(group, &friend, context))
        }
    }
}

/// What the friend may read is asked while adding, and the narrower answer is offered first (rule b-2).
fn add_form(group: GroupId, friend: &Markup, context: &Context<'_>) -> Markup {
    let words = context.words;
    let fields = html! {
        (friend)
        label.tick { input type="radio" name="opens" value="from_now" checked; (words.say("group-from-now")) }
        label.tick { input type="radio" name="opens" value="everything"; (words.say("group-from-always")) }
        (submit(&words.say("group-add"), Look::Primary))
    };
    form::post(context, Place::MyGroupAdd(group), &fields)
}
