//! What waits for me.

use enishi_core::waiting::Waiting;
use enishi_face::{Context, Place};
use maud::html;

use crate::parts::bottom_bar::Tab;
use crate::parts::empty::empty;
use crate::parts::layout::Sheet;
use crate::parts::notice_row::reds;

pub(super) fn notices(waiting: &Waiting, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("notifications")) }
        @if waiting.is_empty() {
            (empty(context, &words.say("notifications-none"), Place::Home, &words.say("touch-to-home")))
        } @else {
            (reds(waiting, context))
        }
    };
    Sheet::new(words.say("notifications"), body).under(Tab::Notices)
}
