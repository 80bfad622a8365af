//! The button of a passkey: hidden until the script has seen that this browser knows passkeys.

use enishi_face::pages::MakePasskey;
use enishi_face::{Context, GuardPlace, Place, WayIn};
use maud::{Markup, html};

use super::buttons::{Look, submit};
use super::form::{self, unseen};

/// Signing in with one.
pub(crate) fn sign_in(challenge: &str, next: &str, context: &Context<'_>) -> Markup {
    html! {
        form method="post" action=(context.links.to(Place::WayIn(WayIn::Passkey))) data-passkey="show" hidden {
            (form::hidden(context))
            (fields(challenge))
            (unseen("next", next))
            (submit(&context.words.say("passkey-in"), Look::Plain))
            (refused(context))
        }
    }
}

/// Making one.
pub(crate) fn make(make: &MakePasskey, context: &Context<'_>) -> Markup {
    html! {
        form method="post" action=(context.links.to(Place::Guard(GuardPlace::Passkeys))) data-passkey="make"
            data-member=(make.member) data-name=(make.name) data-site=(make.site) data-known=(make.known) hidden {
            (form::hidden(context))
            (fields(&make.challenge))
            (submit(&context.words.say("passkey-make"), Look::Primary))
            p.fault data-has-one hidden role="alert" { (context.words.say("passkey-has-one")) }
            (refused(context))
        }
        noscript { p.hint { (context.words.say("passkey-no-script")) } }
    }
}

/// What the script fills in.
fn fields(challenge: &str) -> Markup {
    html! {
        (unseen("challenge", challenge))
        @for name in ["credential", "client", "authenticator", "signature", "handle"] { (unseen(name, "")) }
    }
}

fn refused(context: &Context<'_>) -> Markup {
    html! { p.fault data-refused hidden role="alert" { (context.words.say("passkey-refused")) } }
}
