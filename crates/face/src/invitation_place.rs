//! Addresses of the invitations of a member.

use std::fmt;

use enishi_core::ids::InvitationId;
use enishi_device::ImageFormat;

use crate::place::ending;

/// A page about one's invitations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationPlace {
    /// All of them, and the form for another.
    All,
    /// Those before that one.
    Before(InvitationId),
    /// One of them.
    One(InvitationId),
    /// Take one back (POST).
    Cancel(InvitationId),
    /// The QR picture of its link.
    Qr(InvitationId, ImageFormat),
}

impl fmt::Display for InvitationPlace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InvitationPlace::All => out.write_str("/invitations"),
            InvitationPlace::Before(before) => write!(out, "/invitations?before={before}"),
            InvitationPlace::One(id) => write!(out, "/invitations/{id}"),
            InvitationPlace::Cancel(id) => write!(out, "/invitations/{id}/cancel"),
            InvitationPlace::Qr(id, format) => write!(out, "/invitations/{id}/qr.{}", ending(*format)),
        }
    }
}
