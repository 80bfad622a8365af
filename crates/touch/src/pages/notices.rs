//! What waits for me.

use enishi_core::notice::Notice;
use enishi_face::{Context, Place};
use maud::html;

use crate::parts::bottom_bar::Tab;
use crate::parts::empty::empty;
use crate::parts::layout::Sheet;
use crate::parts::notice_row::{notice_row, requests_row};

pub(super) fn notices(requests: i64, notices: &[Notice], context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("notifications")) }
        @if requests == 0 && notices.is_empty() {
            (empty(context, &words.say("notifications-none"), Place::Home, &words.say("touch-to-home")))
        } @else {
            ul.reds {
                (requests_row(requests, context))
                @for notice in notices { (notice_row(notice, context)) }
            }
        }
    };
    Sheet::new(words.say("notifications"), body).under(Tab::Notices)
}
