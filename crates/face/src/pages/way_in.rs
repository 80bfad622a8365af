//! Pages between the first factor and being signed in, and the other ways in.

use crate::form::Form;
use crate::pages::slip::{Asked, LineKind, Slip};
use crate::place::Place;
use crate::way_in_place::WayIn;

/// A page on the way in, for a guest.
pub enum WayInPage {
    /// The second step. Fields: `code`, `next`; what was being sent travels along.
    SecondStep(Form),
}

impl WayInPage {
    /// What stands on the page.
    pub fn slip(&self) -> Slip {
        match self {
            WayInPage::SecondStep(form) => second_step(form),
        }
    }
}

fn second_step(form: &Form) -> Slip {
    let asked = Asked::of(Place::WayIn(WayIn::Code), form, "second-step-button")
        .line("code", "second-step-code", LineKind::Code)
        .hidden("next", form.value("next"));
    Slip::new("second-step")
        .words("second-step-lead")
        .form(asked)
        .hint("second-step-lost")
        .way(Place::Login, "second-step-back")
}
