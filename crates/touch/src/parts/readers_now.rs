//! How many could read something posted now, level by level, once for a whole form of little selects.

use enishi_core::audience::Audiences;
use enishi_core::group::Group;
use enishi_core::visibility::Visibility;
use enishi_face::pages::audience_lines;
use enishi_face::{Context, Place};
use maud::{Markup, html};

use super::level::Level;
use super::seen_by;

/// The list, folded up: it is long where there are many groups. A script asks for the numbers anew while the form is open.
pub(crate) fn readers_now(audiences: &Audiences, groups: &[Group], context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        details.folded.readers-now data-readers-at=(context.links.to(Place::MyReaders)) {
            summary { (words.say("readers-now")) }
            ul {
                @for line in audience_lines(audiences, groups, words) {
                    li.hint {
                        (level_name(line.level, groups, context)) " "
                        span data-readers=(line.level) { (line.said) }
                    }
                }
            }
        }
    }
}

fn level_name(level: Visibility, groups: &[Group], context: &Context<'_>) -> String {
    match groups.iter().find(|group| level == Visibility::Group(group.id)) {
        Some(group) => seen_by::group_name(group, context),
        None => Level::of(level).name(context.words).into_owned(),
    }
}
