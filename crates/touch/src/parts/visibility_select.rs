//! Choosing who may see one field of a profile: the same five levels in the same order, in little room.

use enishi_core::audience::Audiences;
use enishi_core::group::Group;
use enishi_core::profile::Field;
use enishi_face::pages::audience_count;
use enishi_face::{Context, Form, Place};
use maud::{Markup, html};

use super::field::fault_line;
use super::level::Level;
use super::seen_by;

/// What a profile field is called.
pub(crate) fn field_name(field: Field, context: &Context<'_>) -> String {
    let words = context.words;
    match field {
        Field::About => words.say("field-about"),
        Field::RealName => words.say("field-real_name"),
        Field::Birthday => words.say("field-birthday"),
        Field::BirthYear => words.say("field-birth_year"),
        Field::Age => words.say("field-age"),
        Field::LivesIn => words.say("field-lives_in"),
        Field::Hometown => words.say("field-hometown"),
        Field::Occupation => words.say("field-occupation"),
        Field::Interests => words.say("field-interests"),
        Field::LastSeen => words.say("field-last_seen"),
        Field::Ties => words.say("field-friends"),
        Field::Introductions => words.say("field-introductions"),
    }
    .into_owned()
}

/// The select `<key>_visibility`, with `chosen` standing in it. A group of one's own is an option of its own.
pub(crate) fn visibility_select(
    field: Field,
    chosen: &str,
    groups: &[Group],
    form: &Form,
    context: &Context<'_>,
) -> Markup {
    let label = context.words.say_with("field-visibility", "field", field_name(field, context).as_str());
    plain_select(&format!("{}_visibility", field.key()), &label, chosen, groups, form, context)
}

/// Below such a select, for whoever has no group yet: what one is for, and the way to make one. Not at the plain door,
/// where none is made.
pub(crate) fn groups_hint(groups: &[Group], context: &Context<'_>) -> Markup {
    html! {
        @if groups.is_empty() && !context.links.is_at_plain_door() {
            p.hint.groups-hint { a href=(context.links.to(Place::MyGroups)) { (context.words.say("groups-hint")) } }
        }
    }
}

/// The select `name` of a level, with `chosen` standing in it.
pub(crate) fn level_select(
    name: &str,
    label: &str,
    chosen: &str,
    groups: &[Group],
    form: &Form,
    context: &Context<'_>,
) -> Markup {
    html! {
        (plain_select(name, label, chosen, groups, form, context))
        (groups_hint(groups, context))
    }
}

fn plain_select(
    name: &str,
    label: &str,
    chosen: &str,
    groups: &[Group],
    form: &Form,
    context: &Context<'_>,
) -> Markup {
    let options = options(groups, context);
    let options = html! {
        @for (value, words) in options { option value=(value) selected[value == chosen] { (words) } }
    };
    labelled(name, label, &options, None, form, context)
}

/// The same, with how many could read it now behind each level that is counted. A script asks for the numbers anew.
pub(crate) fn counted_select(
    (name, label): (&str, &str),
    chosen: &str,
    groups: &[Group],
    audiences: &Audiences,
    form: &Form,
    context: &Context<'_>,
) -> Markup {
    let count = |value: &str| {
        let readers = audiences.of(value.parse().ok()?)?;
        Some(context.words.tell(&audience_count(readers)))
    };
    let options = html! {
        @for (value, words) in options(groups, context) {
            @match count(&value) {
                Some(count) => option value=(value) selected[value == chosen] data-readers=(value) data-name=(words) {
                    (words) " · " (count)
                },
                None => option value=(value) selected[value == chosen] { (words) },
            }
        }
    };
    let asked_at = context.links.to(Place::MyReaders);
    html! {
        (labelled(name, label, &options, Some(&asked_at), form, context))
        (groups_hint(groups, context))
    }
}

fn labelled(
    name: &str,
    label: &str,
    options: &Markup,
    asked_at: Option<&str>,
    form: &Form,
    context: &Context<'_>,
) -> Markup {
    let fault = form.fault_of(name).map(|fault| context.words.tell(fault));
    let fault_id = format!("{name}-fault");
    html! {
        div.field-visibility {
            label for=(name) { (label) }
            select id=(name) name=(name) aria-invalid=[fault.as_ref().map(|_| "true")]
                aria-describedby=[fault.as_ref().map(|_| &fault_id)] data-readers-at=[asked_at] {
                (options)
            }
            @if let Some(fault) = &fault { (fault_line(&fault_id, fault)) }
        }
    }
}

fn options(groups: &[Group], context: &Context<'_>) -> Vec<(String, String)> {
    let of_group = |group: &Group| (format!("group:{}", group.id), seen_by::group_name(group, context));
    let of_level = |level: Level| (level.value().to_owned(), level.name(context.words).into_owned());
    let mut options = Vec::new();
    for level in Level::ALL {
        match level {
            Level::Group => options.extend(groups.iter().map(of_group)),
            _ => options.push(of_level(level)),
        }
    }
    options
}
