//! The one question before something is undone for good.

use enishi_face::Context;
use enishi_face::pages::Confirm;
use maud::html;

use crate::parts::buttons::{self, Look};
use crate::parts::form;
use crate::parts::layout::Sheet;

pub(super) fn confirm(page: &Confirm, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let button = words.tell(&page.question.button());
    Sheet::new(
        button.as_str(),
        html! {
            h1 { (button) }
            p { (words.tell(&page.question.ask())) }
            div.ways {
                (form::one_button(context, page.action, &button, Look::Primary))
                (buttons::link(context, page.back, &words.say("yes-go-back"), Look::Plain))
            }
        },
    )
}
