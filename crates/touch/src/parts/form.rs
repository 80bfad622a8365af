//! Forms: every one is posted with the token against forgery and the mark of this one submit.

use enishi_face::{Context, Form, Place};
use maud::{Markup, html};

use super::buttons::{self, Look};

/// A form posted to `place`.
pub(crate) fn post(context: &Context<'_>, place: Place, body: &Markup) -> Markup {
    html! { form method="post" action=(context.links.to(place)) { (hidden(context)) (body) } }
}

/// A form that may carry photographs, where the phone can send any.
pub(crate) fn post_with_photos(
    context: &Context<'_>,
    place: Place,
    draft: Option<&str>,
    body: &Markup,
) -> Markup {
    let enctype = context.profile.upload.then_some("multipart/form-data");
    html! {
        form method="post" action=(context.links.to(place)) enctype=[enctype] data-draft=[draft] {
            (hidden(context))
            (body)
        }
    }
}

/// A form that is one button.
pub(crate) fn one_button(context: &Context<'_>, place: Place, label: &str, look: Look) -> Markup {
    post(context, place, &buttons::submit(label, look))
}

/// A field that travels unseen.
pub(crate) fn unseen(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// What every form carries.
pub(crate) fn hidden(context: &Context<'_>) -> Markup {
    html! { @for field in context.hidden() { (unseen(field.name, &field.value)) } }
}

/// Said over a refused form: that nothing typed is lost, and whatever is wrong that has no field in `shown`.
pub(crate) fn refusal(form: &Form, shown: &[&str], context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        @if form.is_refused() {
            div.refusal role="alert" {
                p { (words.say("check-fields")) }
                p { (words.say("kept")) }
                @for (field, fault) in form.faults() {
                    @if !shown.contains(&field) { p.fault { (words.tell(fault)) } }
                }
            }
        }
    }
}
