//! A moment, for people and for machines.

use enishi_core::moment::Moment;
use enishi_face::Context;
use maud::{Markup, html};

/// A moment as the reader says it.
pub(crate) fn moment(moment: Moment, context: &Context<'_>) -> Markup {
    html! { time datetime=(for_machines(moment)) { (context.when(moment)) } }
}

/// To the second, in UTC.
pub(crate) fn for_machines(moment: Moment) -> String {
    jiff::Timestamp::from_second(moment.millis() / 1000).unwrap_or_default().to_string()
}
