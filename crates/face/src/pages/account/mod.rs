//! Pages about an account: an address of mail, leaving.

mod email;
mod leaving;
mod number;

pub use email::EmailPage;

use enishi_core::claim::Standing;
use enishi_core::moment::Moment;

use super::slip::Slip;
use crate::context::Context;
use crate::form::Form;

/// A page about an account.
pub enum AccountPage {
    /// My address of mail. Field: `email`.
    Email(EmailPage),
    /// A link from a letter: confirm the address?
    EmailLink {
        /// Whose account it is.
        name: String,
        /// The address, covered.
        address: String,
        /// The secret of the link.
        link: String,
    },
    /// Back to the old number. Fields: `key` or `link`, `proof`, `new_password`.
    NumberUndo(Form),
    /// At the door, with a number that has an account: is it newly theirs?
    NumberClaim {
        /// How it stands.
        stands: Standing,
        /// Days the earlier account is asked.
        days: i64,
    },
    /// Leaving: what will happen.
    Leave {
        /// Days until everything is deleted.
        days: i64,
    },
    /// The password was right, and the member is leaving: come back?
    ComeBack {
        /// When everything will be deleted.
        until: Moment,
        /// What proves the password for the next minutes.
        mark: String,
    },
}

impl AccountPage {
    /// What stands on the page.
    pub fn slip(&self, context: &Context<'_>) -> Slip {
        match self {
            AccountPage::Email(page) => email::own(page),
            AccountPage::EmailLink { name, address, link } => email::link(name, address, link),
            AccountPage::NumberUndo(form) => number::undo(form),
            AccountPage::NumberClaim { stands, days } => number::claim(*stands, *days, context),
            AccountPage::Leave { days } => leaving::leave(*days),
            AccountPage::ComeBack { until, mark } => leaving::come_back(&context.when(*until), mark),
        }
    }
}
