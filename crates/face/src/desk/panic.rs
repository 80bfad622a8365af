//! Stopping things at once, and posts that wait because of it.

use enishi_core::operator::{HeldDesk, PanicDesk};

use crate::form::Form;

/// Everything that can be stopped. Fields: `mode`, `hold`, `messages`, `stopped` (each a country), `member` and `within`
/// for a branch, `code`. What stood on the page travels along as `was_mode`, `was_hold`, `was_messages`, `was_stopped`,
/// so that only what was moved is changed.
pub struct PanicPage {
    /// How everything stands.
    pub desk: PanicDesk,
    /// The form.
    pub form: Form,
}

/// Posts that wait. Fields: `pick` (each a post), `act` (`let`, `all` or `remove`), `reason`, `code`.
pub struct HeldPage {
    /// Those that wait.
    pub desk: HeldDesk,
    /// The form; a tick that was set is kept as [`super::picked`].
    pub form: Form,
}

/// The name under which a refused form keeps that a country was ticked.
pub fn stopped(country: &str) -> String {
    format!("stopped-{country}")
}
