//! Pages about what guards an account beside its password, all shown in one way.

mod app;
mod approve;
mod number;
mod passkeys;
mod pin;
mod trusted;

pub use app::{AppPage, AppStands, AppWaiting};
pub use approve::ApprovePage;
pub use number::{NumberCode, NumberPage};
pub use passkeys::{MakePasskey, PasskeysPage};
pub use pin::{BookmarkPage, PinPage};
pub use trusted::{FRIEND_ASK_FIELDS, PickPage, TrustedPage};

use enishi_core::moment::Moment;

use super::recovery;
use super::slip::Slip;
use crate::context::Context;

/// A page about what guards an account beside its password.
pub enum GuardingPage {
    /// The authenticator app.
    App(AppPage),
    /// Letting another phone in.
    Approve(ApprovePage),
    /// Passkeys.
    Passkeys(PasskeysPage),
    /// My number.
    Number(NumberPage),
    /// A PIN on a keypad phone.
    Pin(PinPage),
    /// Trusted friends.
    Trusted(TrustedPage),
    /// The address a phone without cookies is to keep.
    Bookmark(BookmarkPage),
    /// Somebody is on the way back to my account, since then.
    Recovery(Option<Moment>),
}

impl GuardingPage {
    /// What stands on the page.
    pub fn slip(&self, context: &Context<'_>) -> Slip {
        match self {
            GuardingPage::App(page) => app::app(page),
            GuardingPage::Approve(page) => approve::approve(page, context),
            GuardingPage::Passkeys(page) => passkeys::passkeys(page, context),
            GuardingPage::Number(page) => number::number(page, context),
            GuardingPage::Pin(page) => pin::pin(page, context),
            GuardingPage::Trusted(page) => trusted::trusted(page),
            GuardingPage::Bookmark(page) => pin::bookmark(page),
            GuardingPage::Recovery(begun_at) => recovery::watch(*begun_at, context),
        }
    }
}
