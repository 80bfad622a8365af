//! What stands around a page of the operators' desk: the same head and thread, its own ways on.

use enishi_face::{Context, DeskPlace, Language, Place};
use maud::{DOCTYPE, Markup, html};

use super::buttons::Look;
use super::form;
use super::icons::Icon;
use super::layout::{Sheet, head};

/// The pages of the desk, in the order of a day's work.
const WAYS: &[(DeskPlace, &str)] = &[
    (DeskPlace::Overview, "desk-overview"),
    (DeskPlace::Joining, "desk-joining"),
    (DeskPlace::Devices, "desk-devices"),
    (DeskPlace::Held, "desk-held"),
    (DeskPlace::Panic, "desk-panic"),
    (DeskPlace::Sms, "desk-sms"),
    (DeskPlace::Security, "desk-security"),
    (DeskPlace::Acts, "desk-acts"),
];

/// The whole document.
pub(crate) fn whole(sheet: &Sheet, operator: Option<&str>, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        (DOCTYPE)
        html lang=(words.language().code()) {
            (head(sheet, context))
            body.desk {
                a.skip href="#content" { (words.say("skip-to-content")) }
                header.top {
                    a.site href=(context.links.to(Place::Desk(DeskPlace::Overview))) {
                        (Icon::Knot.draw()) (context.site) " " (words.say("desk"))
                    }
                }
                @if operator.is_some() { (ways(context)) }
                main #content tabindex="-1" {
                    @if let Some(done) = &context.done { p.done role="status" data-done { (words.tell(done)) } }
                    (sheet.body)
                }
                (foot(operator, context))
            }
        }
    }
}

fn ways(context: &Context<'_>) -> Markup {
    html! {
        nav.desk-ways aria-label=(context.words.say("desk")) {
            @for (place, label) in WAYS {
                @let address = context.links.to(Place::Desk(*place));
                a href=(address) aria-current=[is_here(&address, context).then_some("page")] {
                    (context.words.say(label))
                }
            }
        }
    }
}

fn is_here(address: &str, context: &Context<'_>) -> bool {
    context.here.split('?').next() == Some(address)
}

fn foot(operator: Option<&str>, context: &Context<'_>) -> Markup {
    let words = context.words;
    let (query, label) = match words.language() {
        Language::Ja => ("lang=en", words.say("language-en")),
        Language::En => ("lang=ja", words.say("language-ja")),
    };
    html! {
        footer.foot {
            a href=(context.links.with_query(context.here, query)) lang=(&query[5..]) { (label) }
            @if let Some(name) = operator {
                a href=(context.links.to(Place::Desk(DeskPlace::Codes))) { (words.say("desk-codes")) }
                span.hint { (name) }
                (form::one_button(context, Place::Desk(DeskPlace::Logout), &words.say("logout"), Look::Quiet))
            }
        }
    }
}
