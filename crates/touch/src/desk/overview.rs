//! How the site is doing.

use enishi_face::Context;
use enishi_face::desk::OverviewPage;
use maud::html;

use crate::parts::layout::Sheet;

pub(super) fn overview(page: &OverviewPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("desk")) }
        @for fault in &page.profile_faults { p.fault { (fault) } }
        dl.figures {
            div { dt { (words.say("desk-members")) } dd { (page.figures.members) } }
        }
    };
    Sheet::new(words.say("desk"), body)
}
