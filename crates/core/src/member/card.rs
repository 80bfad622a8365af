//! A person as a row shows them: face and name.

use crate::ids::{MemberId, PictureId};

/// Face and name. Made only of people the viewer may meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Who.
    pub id: MemberId,
    /// The name they go by.
    pub nickname: String,
    /// Their picture; without one, a drawing is made from the id.
    pub icon: Option<PictureId>,
}
