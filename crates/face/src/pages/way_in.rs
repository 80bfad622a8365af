//! Pages between the first factor and being signed in, and the other ways in.

use enishi_core::approval::Standing;

use crate::form::Form;
use crate::pages::recovery::RecoveryPage;
use crate::pages::slip::{Asked, LineKind, Piece, Slip};
use crate::place::Place;
use crate::way_in_place::WayIn;

/// A page on the way in, for a guest.
pub enum WayInPage {
    /// The second step. Fields: `code`, `next`; what was being sent travels along.
    SecondStep(Form),
    /// Being let in by another phone's word.
    OtherPhone(OtherPhone),
    /// A PIN in place of number and password. Field: `pin`.
    Pin(PinEntry),
    /// On the way back to an account whose password is lost.
    Recovery(RecoveryPage),
}

/// Being let in by another phone's word.
pub struct OtherPhone {
    /// What this phone stands at.
    pub stands: Standing,
    /// What is wrong.
    pub form: Form,
}

/// A PIN in place of number and password.
pub struct PinEntry {
    /// What a phone without cookies shows from its bookmark; empty for others.
    pub token: String,
    /// What was typed, and what is wrong with it.
    pub form: Form,
}

impl WayInPage {
    /// What stands on the page.
    pub fn slip(&self) -> Slip {
        match self {
            WayInPage::SecondStep(form) => second_step(form),
            WayInPage::OtherPhone(page) => other_phone(page),
            WayInPage::Pin(page) => pin(page),
            WayInPage::Recovery(page) => page.slip(),
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

fn other_phone(page: &OtherPhone) -> Slip {
    let slip = Slip::new("other-phone");
    let ask = |key| Asked::of(Place::WayIn(WayIn::Other), &page.form, key);
    let come_in = Asked::of(Place::WayIn(WayIn::OtherIn), &page.form, "other-phone-in");
    let slip = match &page.stands {
        Standing::Nothing => slip.words("other-phone-lead").form(ask("other-phone-ask")),
        Standing::Granted => slip.words("other-phone-granted").form(come_in),
        Standing::Asking(code) => slip
            .words("other-phone-type")
            .piece(Piece::Key(code.clone()))
            .hint("other-phone-where")
            .form(come_in)
            .form(Asked::button(Place::WayIn(WayIn::Other), "other-phone-anew")),
    };
    slip.way(Place::Login, "other-phone-back")
}

fn pin(page: &PinEntry) -> Slip {
    let asked = Asked::of(Place::WayIn(WayIn::Pin), &page.form, "pin-in-button")
        .line("pin", "pin-field", LineKind::Pin)
        .hidden("token", &page.token);
    Slip::new("pin-in").words("pin-in-lead").form(asked).way(Place::Login, "pin-in-other")
}
