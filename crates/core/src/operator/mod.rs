//! Who runs the site: accounts of their own, apart from members, made at the command line alone.
//!
//! A new operator has nothing but a one-time address; there they choose a password and put a secret into an
//! authenticator app. Without that second factor nobody gets in. Sessions are a realm of their own: a member's
//! token is worth nothing here, and an operator's nothing anywhere else.

mod account;
mod act;
mod again;
mod glance;
mod held;
mod joining;
mod login;
mod name;
mod overview;
mod panic;
mod people;
mod queries;
mod rules;
mod session;
mod setup;
mod sms;
mod token;

pub use account::{Listed, create, list, remove, reset, speak};
pub use act::{ACTS_PER_PAGE, Act, ActLine, Deed, acts, record, verify};
pub use again::{Again, again, renew_codes, sign_out};
pub use glance::{Configured, Glance, glance};
pub use held::{
    HeldDesk, Removed, held_desk, held_photo, let_all_through, let_through, remove_held, switch_first_posts,
};
pub use joining::{
    JoiningDesk, KeptOutDesk, MOST_LISTED, Newcomer, PersonDesk, is_somebody, joining_desk, kept_out_desk,
    person_desk, waiting_desk,
};
pub use login::{Admission, Attempt, Credentials, admit, find, finish};
pub use name::{NAME_CHARACTERS, Name, NotAName};
pub use overview::{DAYS, Overview, overview};
pub use panic::{
    PanicDesk, Press, Switches, Wanted, is_country_stopped, panic_desk, press, switch, switch_country,
    switch_messages, switch_mode, switches,
};
pub use people::{Refusal, approve, decline, readmit, release_prefix, revoke};
pub use rules::OperatorRules;
pub use session::{Desk, Found, end, end_all, find as find_desk, sweep, touch};
pub use setup::{Finished, SetupForm, finish as finish_setup, show as show_setup};
pub use sms::{SmsWish, direct};
pub use token::{DeskToken, SetupToken};

use crate::ids::OperatorId;

/// Somebody who runs the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operator {
    /// Who.
    pub id: OperatorId,
    /// What they are called; never shown to members.
    pub name: String,
    /// The language they chose, if they did.
    pub language: Option<String>,
}

/// Whether an operator has come through the set-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Has an address to set up with, and cannot sign in.
    Waiting,
    /// May sign in.
    Active,
}

impl State {
    pub(crate) const fn stored(self) -> i16 {
        match self {
            State::Waiting => 0,
            State::Active => 1,
        }
    }
}
