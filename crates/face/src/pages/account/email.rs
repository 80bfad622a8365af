//! An address of electronic mail.

use crate::form::Form;
use crate::pages::slip::{Asked, LineKind, Piece, Slip};
use crate::place::Place;
use crate::words::Phrase;

/// My address. Field: `email`.
pub struct EmailPage {
    /// The confirmed one, covered.
    pub confirmed: Option<String>,
    /// The one a letter went to, covered.
    pub claimed: Option<String>,
    /// Whether this site can put links into letters.
    pub can_send: bool,
    /// What was typed.
    pub form: Form,
}

pub(super) fn own(page: &EmailPage) -> Slip {
    let mut slip = Slip::new("email").words("email-why");
    slip = slip.piece(Piece::Words(match &page.confirmed {
        Some(address) => Phrase::new("email-confirmed").with("address", address.as_str()),
        None => Phrase::new("email-none"),
    }));
    if let Some(address) = &page.claimed {
        slip = slip.piece(Piece::Red(Phrase::new("email-claimed").with("address", address.as_str())));
    }
    if page.can_send {
        let form = Asked::of(Place::MyEmail, &page.form, "email-button");
        slip = slip.form(form.line("email", "email-field", LineKind::Email).hinted("email-hint"));
    } else {
        slip = slip.hint("email-no-letters");
    }
    if page.confirmed.is_some() || page.claimed.is_some() {
        slip = slip.form(Asked::button(Place::MyEmailRemove, "email-remove"));
    }
    slip
}

pub(super) fn link(name: &str, address: &str, link: &str) -> Slip {
    let words = Phrase::new("email-link").with("name", name).with("address", address);
    Slip::new("email-link-title")
        .piece(Piece::Words(words))
        .form(Asked::button(Place::EmailConfirm, "email-link-button").main().hidden("link", link))
        .hint("email-link-not-me")
}
