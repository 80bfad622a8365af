//! The button by which this phone rings from now on: hidden until the script has seen that this browser has push. Until
//! then, and without script, a sentence stands in its place.

use enishi_face::pages::RingHere;
use enishi_face::{Context, Place};
use maud::{Markup, html};

use super::buttons::{Look, submit};
use super::form::{self, unseen};

pub(crate) fn ring_here(here: &RingHere, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        form method="post" action=(context.links.to(Place::MyBells)) data-bell=(here.key)
            data-worker=(here.worker) hidden {
            (form::hidden(context))
            (unseen("endpoint", ""))
            (submit(&words.say("bell-switch-on"), Look::Plain))
            p.fault data-denied hidden role="alert" { (words.say("bell-denied")) }
            p.fault data-failed hidden role="alert" { (words.say("bell-failed")) }
        }
        p.hint data-bell-cannot { (words.say("bells-cannot")) }
        p.hint data-bell-home hidden { (words.say("bells-home-screen")) }
        p.other-way { a href=(context.links.to(Place::MyEmail)) { (words.say("bells-mail")) } }
    }
}
