//! Pages of inviting and of coming in.

use enishi_core::invitation::{InvitationPage, InvitationsPage, Offer};
use enishi_core::joining::Mode;
use enishi_device::ImageFormat;

use crate::form::Form;

/// My invitations. Fields of a new one: `message`, and `tie` (`1` for yes).
pub struct InvitationsView {
    /// What there is.
    pub page: InvitationsPage,
    /// What was typed.
    pub form: Form,
    /// Whether the site takes anybody at all: else none can be made.
    pub is_closed: bool,
}

/// One invitation, for its owner.
pub struct InvitationView {
    /// What there is.
    pub page: InvitationPage,
    /// The whole address of the link, for other people's phones; `None` once nobody can use it.
    pub link: Option<String>,
    /// The QR picture of the link: its format, and its side in pixels as drawn.
    pub qr: Option<(ImageFormat, u32)>,
}

/// Signing up, step 1. Fields: `phone`, `invite`.
pub struct SignupPhonePage {
    /// What was typed.
    pub form: Form,
    /// How people join now.
    pub mode: Mode,
    /// The invitation shown already, by a link or in an earlier step.
    pub offer: Option<Offer>,
    /// The day's texts are nearly spent, and the answer to this question is as good as an invitation. Field: `answer`.
    pub question: Option<String>,
}

/// Step 3. Fields: `nickname`, `password`, `tie` (`1` for yes), and `invite` when another one is needed.
pub struct SignupProfilePage {
    /// What was typed.
    pub form: Form,
    /// The invitation somebody came with.
    pub offer: Option<Offer>,
    /// Whether an invitation is needed and none is good.
    pub needs_invitation: bool,
}
