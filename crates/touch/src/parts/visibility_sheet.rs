//! Choosing who may see a thing: one step, five large rows, always in the same order.

use enishi_core::audience::Audiences;
use enishi_core::group::Group;
use enishi_core::visibility::Visibility;
use enishi_face::pages::{audience_count, audience_words};
use enishi_face::{Context, Form, Place};
use maud::{Markup, html};

use super::buttons::{Look, submit_as};
use super::field::fault_line;
use super::level::Level;
use super::rings::rings;
use super::seen_by;

/// The five rows. Field `visibility`; with several groups `visibility_group` says which.
///
/// Beside each stands how many could read it now.
pub(crate) fn visibility_sheet(
    form: &Form,
    groups: &[Group],
    audiences: &Audiences,
    context: &Context<'_>,
) -> Markup {
    let words = context.words;
    let readers = |visibility| audiences.of(visibility).map(|readers| audience_words(readers, words));
    let fault = form.fault_of("visibility");
    html! {
        fieldset.levels data-readers-at=(context.links.to(Place::MyReaders)) aria-describedby=[fault.map(|_| "visibility-fault")] {
            legend { (words.say("diary-seen-by-ask")) }
            @for level in Level::ALL {
                @match (level, groups) {
                    (Level::Group, []) => (row_without_groups(context)),
                    (Level::Group, [only]) => {
                        (row_of_one_group(form, only, readers(Visibility::Group(only.id)), context))
                    },
                    (Level::Group, several) => (row_of_groups(form, several, audiences, context)),
                    _ => (row(form, level, level.value(), &level.name(words), level.fixed().and_then(readers), context)),
                }
            }
            @if let Some(fault) = fault { (fault_line("visibility-fault", &words.tell(fault))) }
        }
    }
}

fn is_chosen(form: &Form, level: Level) -> bool {
    Level::from_value(form.value("visibility")) == Some(level)
}

fn row(
    form: &Form,
    level: Level,
    value: &str,
    name: &str,
    readers: Option<String>,
    context: &Context<'_>,
) -> Markup {
    let words = context.words;
    html! {
        label.level {
            input type="radio" name="visibility" value=(value) checked[is_chosen(form, level)];
            (rings(level, 40))
            span.level-words {
                span.level-name { (name) }
                span.hint { (level.hint(words)) }
                @if let Some(readers) = readers { span.hint.readers data-readers=(value) { (readers) } }
                @if level == Level::FriendsOfFriends { span.hint.when-chosen { (words.say("diary-fof-note")) } }
            }
        }
    }
}

fn row_of_one_group(form: &Form, group: &Group, readers: Option<String>, context: &Context<'_>) -> Markup {
    let value = format!("group:{}", group.id);
    row(form, Level::Group, &value, &seen_by::group_name(group, context), readers, context)
}

fn row_of_groups(form: &Form, groups: &[Group], audiences: &Audiences, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        div.level-with-groups {
            (row(form, Level::Group, Level::Group.value(), &Level::Group.name(words), None, context))
            div.which-group {
                label for="visibility-group" { (words.say("diary-seen-by-group")) }
                select #visibility-group name="visibility_group" {
                    @for group in groups { (group_option(form, group, audiences, context)) }
                }
            }
        }
    }
}

fn group_option(form: &Form, group: &Group, audiences: &Audiences, context: &Context<'_>) -> Markup {
    let (value, words) = (format!("group:{}", group.id), context.words);
    let name = seen_by::group_in_list(group, context);
    let chosen = [form.value("visibility_group"), form.value("visibility")].contains(&value.as_str());
    html! {
        option value=(value) selected[chosen] data-readers=(value) data-name=(name) {
            (name)
            @if let Some(readers) = audiences.of(Visibility::Group(group.id)) {
                " · " (words.tell(&audience_count(readers)))
            }
        }
    }
}

/// The level keeps its place, so that the order is the same for everyone. Its button keeps what is typed on the way to
/// where a group is made.
fn row_without_groups(context: &Context<'_>) -> Markup {
    let (words, is_here) = (context.words, !context.links.is_at_plain_door());
    let none = words.say(if is_here { "level-group-none" } else { "level-group-not-here" });
    html! {
        div.level-with-groups {
            label.level.unready {
                input type="radio" name="visibility" value="group" disabled;
                (rings(Level::Group, 40))
                span.level-words {
                    span.level-name { (Level::Group.name(words)) }
                    span.hint { (none) }
                }
            }
            @if is_here {
                div.which-group { (submit_as("to_groups", "1", &words.say("groups-make"), Look::Plain)) }
            }
        }
    }
}
