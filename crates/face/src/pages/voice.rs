//! Pages about voices.

use enishi_core::audience::Audiences;
use enishi_core::voice::VoicesPage;

use crate::form::Form;

/// Voices. Fields: `voice` (a line), `visibility` (one of the five levels, or `group:<id>`).
pub struct VoicesView {
    /// What was said.
    pub page: VoicesPage,
    /// Who could hear a new one, level by level; of somebody's voices nothing is counted.
    pub audiences: Audiences,
    /// A new one as typed, if it was refused.
    pub form: Form,
}

impl VoicesView {
    /// The visibility that stands in the form: as chosen, else as offered.
    pub fn chosen(&self) -> String {
        match self.form.value("visibility") {
            "" => self.page.offer.to_string(),
            chosen => chosen.to_owned(),
        }
    }
}
