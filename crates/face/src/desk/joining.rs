//! Who comes in, who waits, who is kept out, and what operators did about it.

use enishi_core::joining::WaitingPage;
use enishi_core::operator::{ActLine, JoiningDesk, KeptOutDesk, PersonDesk};

use crate::form::Form;

/// How people join. Fields: `mode`, `code`; `member` looks for somebody.
pub struct JoiningPage {
    /// The mode in force, how many wait, who came last.
    pub desk: JoiningDesk,
    /// The form of the mode.
    pub form: Form,
}

/// Who waits for a yes. Fields: `pick` (each a member's id), `act` (`approve` or `decline`), `reason`, `keep_out`, `code`.
pub struct WaitingDeskPage {
    /// Those who have waited longest.
    pub waiting: WaitingPage,
    /// The form; a tick that was set is kept as [`picked`].
    pub form: Form,
}

/// Who is kept out. Fields: `pick` (each a member's id), `code`.
pub struct KeptOutPage {
    /// Members and numbers.
    pub desk: KeptOutDesk,
    /// The form of letting them in again.
    pub form: Form,
}

/// One person and their branch. Fields: `within`, `code`.
pub struct PersonPage {
    /// Who.
    pub person: PersonDesk,
    /// The form of revoking the branch.
    pub form: Form,
}

/// What operators did.
pub struct ActsPage {
    /// The newest first.
    pub acts: Vec<ActLine>,
    /// Where the next page begins, if there is one.
    pub next: Option<i64>,
}

/// The name under which a form keeps that somebody was ticked.
pub fn picked(member: &str) -> String {
    format!("pick-{member}")
}

/// Within how many days somebody must have come to be suspended with their branch; 0 suspends nobody.
pub const WITHIN_DAYS: [i64; 5] = [0, 1, 3, 7, 30];
