//! Whose second factor.

use crate::ids::{MemberId, OperatorId};
use crate::secrets::Purpose;

/// Whose second factor: operators and members are two realms, and a secret of one never opens in the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Somebody who runs the site.
    Operator(OperatorId),
    /// A member.
    Member(MemberId),
}

impl Owner {
    pub(super) fn realm(self) -> i16 {
        match self {
            Owner::Operator(_) => 1,
            Owner::Member(_) => 2,
        }
    }

    pub(super) fn id(self) -> i64 {
        match self {
            Owner::Operator(id) => id.into(),
            Owner::Member(id) => id.into(),
        }
    }

    pub(super) fn secret_purpose(self) -> Purpose {
        match self {
            Owner::Operator(_) => Purpose::OperatorOneTime,
            Owner::Member(_) => Purpose::MemberOneTime,
        }
    }

    pub(super) fn codes_purpose(self) -> Purpose {
        match self {
            Owner::Operator(_) => Purpose::OperatorCodes,
            Owner::Member(_) => Purpose::MemberCodes,
        }
    }
}
