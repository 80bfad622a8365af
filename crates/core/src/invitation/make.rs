//! Making an invitation, and taking it back.

use zeroize::Zeroizing;

use super::code::{draw_code, draw_token, token_hash};
use super::{InvitationRules, queries};
use crate::ids::{InvitationId, MemberId};
use crate::secrets::{Keyring, Purpose};
use crate::store::upsert::hold_pair;
use crate::store::{Error, Tx};

/// The longest message with an invitation, in characters.
pub const MESSAGE_CHARACTERS: usize = 200;

/// What goes with an invitation.
#[derive(Clone, Debug, Default)]
pub struct NewInvitation {
    /// A few words for the person invited; may be empty.
    pub message: String,
    /// Whether the inviter would like to be friends.
    pub offers_tie: bool,
}

/// Why no invitation was made.
#[derive(Debug, thiserror::Error)]
pub enum MakeError {
    /// More than [`MESSAGE_CHARACTERS`].
    #[error("the message is too long")]
    MessageTooLong,
    /// As many are open as may be.
    #[error("too many invitations are open")]
    TooManyOpen,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Makes an invitation of `me`. Of any number made at once no more are open than may be.
pub fn make(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    me: MemberId,
    new: &NewInvitation,
    rules: &InvitationRules,
) -> Result<InvitationId, MakeError> {
    let message = crate::text::many_lines(&new.message);
    if crate::text::count(&message) > MESSAGE_CHARACTERS {
        return Err(MakeError::MessageTooLong);
    }
    hold_pair(tx, me, me)?;
    if queries::count_open(tx, me)? >= rules.most_open {
        return Err(MakeError::TooManyOpen);
    }
    let id: InvitationId = tx.fresh_id();
    let (code, token) = (draw_code(), draw_token());
    let both = Zeroizing::new(format!("{}\n{}", *code, *token));
    let marks = keys.invitation_marks(tx, &code)?;
    let sealed = keys.seal(tx, Purpose::Invitation, id.into(), both.as_bytes())?;
    queries::insert(
        tx,
        &queries::NewRow {
            id,
            inviter: me,
            code_hash: marks.current().to_vec(),
            token_hash: token_hash(&token),
            sealed,
            message: &message,
            offers_tie: new.offers_tie,
            expires_at: tx.now().plus_seconds(rules.good_seconds.max(1)),
        },
    )?;
    Ok(id)
}

/// Takes an invitation of `me` back. `false` if it is not theirs, or not open any more.
pub fn cancel(tx: &mut Tx<'_>, me: MemberId, id: InvitationId) -> Result<bool, Error> {
    queries::cancel(tx, me, id)
}
