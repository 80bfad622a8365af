//! Pages about what guards an account beside its password, all shown in one way.

mod app;

pub use app::{AppPage, AppStands, AppWaiting};

use super::slip::Slip;

/// A page about what guards an account beside its password.
pub enum GuardingPage {
    /// The authenticator app.
    App(AppPage),
}

impl GuardingPage {
    /// What stands on the page.
    pub fn slip(&self) -> Slip {
        match self {
            GuardingPage::App(page) => app::app(page),
        }
    }
}
