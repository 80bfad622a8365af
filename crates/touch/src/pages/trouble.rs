//! Pages that could not be shown.

use enishi_face::pages::Trouble;
use enishi_face::{Context, Place};
use maud::html;

use crate::parts::buttons::{self, Look};
use crate::parts::layout::Sheet;

/// Hidden, gone or never there. One reader is told the same to the byte, so nothing here may hold the address
/// asked for or a token of the request.
pub(super) fn not_found(context: &Context<'_>) -> Sheet {
    let words = context.words;
    said(&words.say("not-found"), &words.say("not-found-text"), context).without_footer()
}

pub(super) fn trouble(trouble: Trouble, context: &Context<'_>) -> Sheet {
    said(&context.words.say("trouble"), &context.words.tell(&trouble.tell()), context)
}

fn said(title: &str, text: &str, context: &Context<'_>) -> Sheet {
    let home = if context.viewer.is_some() { Place::Home } else { Place::Welcome };
    Sheet::new(
        title,
        html! {
            h1 { (title) }
            p { (text) }
            p.ways { (buttons::link(context, home, &context.words.say("touch-to-home"), Look::Plain)) }
        },
    )
}
