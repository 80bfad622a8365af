//! What a code from a text message is for. A flow has one aim, and its code is worth nothing for another.

use super::queries;
use crate::ban;
use crate::ids::MemberId;
use crate::secrets::Marks;
use crate::store::{Result, Tx};
use crate::text_message::Errand;

/// What a number is proven for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// To become a member.
    Join,
    /// To come back to an account whose password is lost: the first of two proofs, and never the only one.
    Recover,
}

impl Aim {
    pub(super) const fn stored(self) -> i16 {
        match self {
            Aim::Join => 0,
            Aim::Recover => 1,
        }
    }

    /// Which words the phone gets. Everything is asked, whatever the first says: each number costs the same.
    pub(super) fn errand(self, tx: &mut Tx<'_>, marks: &Marks, member: Option<MemberId>) -> Result<Errand> {
        let (is_banned, is_known) = (ban::is_banned(tx, marks.all())?, self.is_known(tx, marks, member)?);
        Ok(match (self, is_banned, is_known) {
            (_, true, _) => Errand::Banned,
            (Aim::Join, false, true) | (Aim::Recover, false, false) => Errand::Known,
            (Aim::Join, false, false) | (Aim::Recover, false, true) => Errand::Code,
        })
    }

    /// Somebody who is suspended keeps their number and has nothing to come back to.
    fn is_known(self, tx: &mut Tx<'_>, marks: &Marks, member: Option<MemberId>) -> Result<bool> {
        match self {
            Aim::Join => super::is_registered(tx, marks, member),
            Aim::Recover => queries::may_come_back(tx, marks.all()),
        }
    }
}
