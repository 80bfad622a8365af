//! What friends say of somebody.

use enishi_core::introduction::{IntroductionsPage, Own};

use crate::form::Form;

/// What friends say, with the form where the viewer is one. Field: `body`.
pub struct IntroductionsView {
    /// What there is.
    pub page: IntroductionsPage,
    /// What was typed.
    pub form: Form,
}

impl IntroductionsView {
    /// What stands in the field: as typed, else as it was written before.
    pub fn body(&self) -> &str {
        let written = self.page.own.as_ref().map_or("", |own| own.body.as_str());
        if self.form.is_refused() { self.form.value("body") } else { written }
    }

    /// The key of the words for where the viewer's own one stands; `None` where there is none.
    pub fn stands(&self) -> Option<&'static str> {
        self.page.own.as_ref().map(|Own { is_shown, .. }| match is_shown {
            true => "introduction-own-shown",
            false => "introduction-own-waits",
        })
    }
}
