//! Who did what, when, from where.

use enishi_core::security_log::{LogPage, Sought};

use crate::form::Form;

/// The security log.
pub struct SecurityPage {
    /// What should be looked at; on the first page alone.
    pub alerts: LogPage,
    /// The lines.
    pub log: LogPage,
    /// Which were asked for.
    pub sought: Sought,
    /// The form that asks. Fields: `kind`, `member`.
    pub form: Form,
}
