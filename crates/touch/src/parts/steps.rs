//! How far one has come in a form of several steps: knots on a thread.

use enishi_face::Context;
use maud::{Markup, html};

/// The steps of signing up.
const STEPS: usize = 3;

/// Step `now` of three, in words and as a thread drawn so far.
pub(crate) fn steps(now: usize, context: &Context<'_>) -> Markup {
    html! {
        p.steps {
            span { (context.words.say_with("signup-step", "n", now)) }
            svg viewBox="0 0 120 16" width="120" height="16" aria-hidden="true" {
                line x1="8" y1="8" x2="112" y2="8" {}
                @if now > 1 { line.drawn x1="8" y1="8" x2=(knot(now)) y2="8" {} }
                @for step in 1..=STEPS { circle class=[(step <= now).then_some("drawn")] cx=(knot(step)) cy="8" r="6" {} }
            }
        }
    }
}

fn knot(step: usize) -> usize {
    8 + (step - 1) * 52
}
