//! The last step through the door: from a verified number to a member, or to somebody who waits.

use super::{Mode, queries, tree};
use crate::friend::{self, AskError};
use crate::ids::MemberId;
use crate::invitation::{self, queries::Open};
use crate::member::{NewMember, State, queries as members};
use crate::notice;
use crate::secrets::Keyring;
use crate::security_log::{self, Event, Kind};
use crate::signup::{self, Finished};
use crate::store::{Error, Result, Tx};

/// What a newcomer says beside name and password.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// They would like to be friends with who invited them.
    pub tie: bool,
}

/// How the last step ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// There is a new member.
    Joined(MemberId),
    /// There is somebody who waits for an operator's yes.
    Waits(MemberId),
    /// This guest has verified no number (any more).
    NotVerified,
    /// The number has got an account since it was verified, or may not have one any more.
    Taken,
    /// The site takes invited people alone, and this guest's invitation is not good (any more). What they verified
    /// stays verified.
    NotInvited,
    /// The site takes nobody (any more).
    Closed,
}

/// Makes a member of a guest, under the mode in force. The password was hashed before, outside the transaction.
///
/// Of any number who come by one invitation, one does; of any number who finish with one number, one does.
pub fn come_in(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    guest: &[u8],
    new: NewMember,
    wish: Wish,
    mode: Mode,
) -> Result<Ended> {
    if mode == Mode::Closed {
        return Ok(Ended::Closed);
    }
    let invitation = spend_held(tx, guest)?;
    if mode == Mode::Invite && invitation.is_none() {
        return Ok(Ended::NotInvited);
    }
    let member = match signup::finish(tx, keys, guest, new)? {
        Finished::Joined(member) => member,
        refused => {
            if let Some(open) = invitation {
                invitation::unspend(tx, open.id)?;
            }
            return Ok(if refused == Finished::Taken { Ended::Taken } else { Ended::NotVerified });
        }
    };
    take_place(tx, member, invitation.as_ref(), wish, mode)
}

fn spend_held(tx: &mut Tx<'_>, guest: &[u8]) -> Result<Option<Open>> {
    let Some(open) = invitation::open_one_of(tx, guest)? else { return Ok(None) };
    Ok(invitation::spend(tx, open.id)?.then_some(open))
}

fn take_place(
    tx: &mut Tx<'_>,
    member: MemberId,
    invitation: Option<&Open>,
    wish: Wish,
    mode: Mode,
) -> Result<Ended> {
    tree::tie(tx, member, invitation.map(|open| open.offer.inviter.id))?;
    if let Some(open) = invitation {
        invitation::settle(tx, open.id, member)?;
    }
    security_log::record(tx, Event::of(Kind::Joined).member(member).note(mode.word()))?;
    if mode == Mode::Approval {
        members::change_state(tx, member, State::Active, State::Waiting)?;
        queries::insert_application(tx, member, invitation.map(|open| open.id), wish.tie)?;
        return Ok(Ended::Waits(member));
    }
    if let Some(open) = invitation.filter(|open| open.offer.offers_tie && wish.tie) {
        befriend_inviter(tx, open.offer.inviter.id, member)?;
    }
    Ok(Ended::Joined(member))
}

/// Both have said so, each on their own side of the door. An inviter without room for another friend stays who they
/// are: an invitation that failed for that would be hard to understand.
pub(super) fn befriend_inviter(tx: &mut Tx<'_>, inviter: MemberId, member: MemberId) -> Result<()> {
    match friend::befriend(tx, inviter, member) {
        Ok(()) => notice::leave(tx, inviter, notice::Kind::Accepted, member.into()),
        Err(AskError::Store(error)) => Err(error),
        Err(AskError::Full | AskError::NotFound) => Ok(()),
        Err(other) => Err(Error::Broken(other.to_string())),
    }
}
