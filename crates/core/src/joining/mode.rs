//! How the site takes new members. The file says how it begins; operators change it while the site runs.

use std::fmt;
use std::str::FromStr;

use crate::store::{Result, Tx};
use crate::{invitation, live_setting};

/// The live setting's name.
const NAME: &str = "signup.mode";

/// How the site takes new members. A number is always confirmed by SMS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Anyone.
    Open,
    /// Whoever has an invitation of a member.
    Invite,
    /// Anyone, once an operator has said yes.
    Approval,
    /// Nobody.
    Closed,
}

/// No mode is called so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the mode is open, invite, approval or closed")]
pub struct NotAMode;

impl Mode {
    /// Every mode, the widest first.
    pub const ALL: [Mode; 4] = [Mode::Open, Mode::Invite, Mode::Approval, Mode::Closed];

    /// As in the settings.
    pub const fn word(self) -> &'static str {
        match self {
            Mode::Open => "open",
            Mode::Invite => "invite",
            Mode::Approval => "approval",
            Mode::Closed => "closed",
        }
    }
}

impl FromStr for Mode {
    type Err = NotAMode;

    fn from_str(word: &str) -> std::result::Result<Mode, NotAMode> {
        Mode::ALL.into_iter().find(|mode| mode.word() == word).ok_or(NotAMode)
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.word())
    }
}

/// The mode in force; `configured` is what the file says, and holds until an operator says otherwise.
///
/// A word in the database that no version wrote closes the door: failing must never open it.
pub fn mode(tx: &mut Tx<'_>, configured: Mode) -> Result<Mode> {
    let set = live_setting::find(tx, NAME)?;
    Ok(set.map_or(configured, |word| word.parse().unwrap_or(Mode::Closed)))
}

/// Changes the mode from the next request on; closing ends every open invitation. The caller writes it into the
/// log of operators' acts.
pub fn set_mode(tx: &mut Tx<'_>, mode: Mode) -> Result<()> {
    if mode == Mode::Closed {
        invitation::cancel_all(tx)?;
    }
    live_setting::set(tx, NAME, mode.word())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_leads_back_to_its_mode() {
        for mode in Mode::ALL {
            assert_eq!(mode.word().parse(), Ok(mode));
        }
        assert_eq!("OPEN".parse::<Mode>(), Err(NotAMode));
    }
}
