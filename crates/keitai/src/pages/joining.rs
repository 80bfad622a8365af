//! Inviting somebody, and what an invited person sees.

use enishi_core::invitation::{Invitation, Offer, State as Became};
use enishi_face::pages::{InvitationView, InvitationsView};
use enishi_face::{Form as State, InvitationPlace, Phrase, Place};

use crate::content::{Block, Choice, Field, Input, Line, Mode, Picture, Piece, Row, Sheet, Tone};
use crate::parts::View;

/// My invitations and the form for a new one.
pub(super) fn invitations(view: &View<'_>, shown: &InvitationsView) -> Sheet {
    let mut sheet = Sheet::new(view.say("invitations"));
    sheet.extend(view.refused(&shown.form));
    sheet.add(Block::toned(Tone::Soft, view.say("invitations-lead")));
    if shown.is_closed {
        sheet.add(Block::words(view.say("invitations-closed")));
    } else {
        sheet.add(Block::toned(Tone::Soft, view.say_with("invitations-left", "n", shown.page.left)));
        sheet.add(new_form(view, &shown.form));
    }
    sheet.add(Block::Rule);
    sheet
        .extend(shown.page.invitations.iter().map(|invitation| Block::Row(invitation_row(view, invitation))));
    if shown.page.invitations.is_empty() {
        sheet.add(Block::toned(Tone::Soft, view.say("invitations-none")));
    }
    sheet.extend(shown.page.next.map(|before| view.more(Place::Invitation(InvitationPlace::Before(before)))));
    sheet
}

fn new_form(view: &View<'_>, state: &State) -> Block {
    let mut fields = view.area(state, "message", "invitation-message", false);
    fields.push(check("tie", view.say("invitation-tie"), state));
    fields.push(view.hint("invitation-tie-hint"));
    Block::Form(view.form(Place::Invitation(InvitationPlace::All), fields, view.say("invitation-make")))
}

fn check(name: &str, words: String, state: &State) -> Field {
    let choice = Choice { value: "1".to_owned(), words, is_chosen: state.value(name) == "1" };
    Field::Check { name: name.to_owned(), choice, fault: None }
}

fn invitation_row(view: &View<'_>, invitation: &Invitation) -> Row {
    let made = view.say_with("invitation-made", "when", view.context.when(invitation.created_at).as_str());
    let row = view
        .row(Place::Invitation(InvitationPlace::One(invitation.id)), view.tell(&became(&invitation.state)));
    Row { below: vec![view.soft(made)], ..row }
}

fn became(state: &Became) -> Phrase {
    match state {
        Became::Open => Phrase::new("invitation-open"),
        Became::Used { by: Some(card) } => {
            Phrase::new("invitation-used-by").with("name", card.nickname.as_str())
        }
        Became::Used { by: None } => Phrase::new("invitation-used"),
        Became::Expired => Phrase::new("invitation-expired"),
        Became::Cancelled => Phrase::new("invitation-cancelled"),
    }
}

/// One invitation: the code first, since that is what is read out over the telephone.
pub(super) fn invitation(view: &View<'_>, shown: &InvitationView) -> Sheet {
    let invitation = &shown.page.invitation;
    let mut sheet = Sheet::new(view.say("invitations"));
    sheet.add(Block::words(view.tell(&became(&invitation.state))));
    if let Some(code) = &shown.page.code {
        let until =
            view.say_with("invitation-until", "when", view.context.when(invitation.expires_at).as_str());
        sheet.add(Block::toned(Tone::Soft, until));
        sheet.add(Block::Heading(view.say("invitation-code")));
        sheet.add(Block::toned(Tone::Red, code.as_str()));
        sheet.add(Block::toned(Tone::Soft, view.say("invitation-code-hint")));
    }
    if let Some(link) = &shown.link {
        sheet.add(Block::Heading(view.say("invitation-link")));
        sheet.add(Block::text(link.clone()));
        sheet.extend(qr(view, shown));
        sheet.add(Block::toned(Tone::Soft, view.say("invitation-only-once")));
    }
    if !invitation.message.is_empty() {
        sheet.add(Block::Rule);
        sheet.add(Block::text(invitation.message.clone()));
    }
    if shown.page.code.is_some() {
        sheet.add(Block::Rule);
        sheet.add(view.button(
            Place::Invitation(InvitationPlace::Cancel(invitation.id)),
            view.say("invitation-cancel"),
        ));
    }
    let back: Line = vec![view.link(Place::Invitation(InvitationPlace::All), view.say("invitations"))];
    sheet.add(Block::Line(back));
    sheet
}

fn qr(view: &View<'_>, shown: &InvitationView) -> Option<Block> {
    let (format, side_px) = shown.qr?;
    let place = Place::Invitation(InvitationPlace::Qr(shown.page.invitation.id, format));
    Some(Block::Picture(qr_picture(view.to(place), side_px, view.say("invitation-qr"))))
}

/// A QR picture of this site's own.
pub(super) fn qr_picture(address: String, side_px: u32, alt: String) -> Picture {
    Picture {
        address,
        instead: Some(alt.clone()),
        alt,
        size_px: (side_px, side_px),
        // Two colours, one bit a pixel: it weighs less than this even before it is packed.
        weight_bytes: (side_px * side_px / 8 + 200) as usize,
    }
}

/// Who invites, and their words.
pub(super) fn offered(view: &View<'_>, offer: &Offer) -> Vec<Block> {
    let name = offer.inviter.nickname.as_str();
    let mut blocks = vec![Block::toned(Tone::Red, view.say_with("signup-offer", "name", name))];
    if !offer.message.is_empty() {
        blocks.push(Block::text(offer.message.clone()));
    }
    blocks
}

/// The newcomer's own word on the tie the inviter offers.
pub(super) fn tie_fields(view: &View<'_>, offer: Option<&Offer>, state: &State) -> Vec<Field> {
    let Some(offer) = offer.filter(|offer| offer.offers_tie) else { return Vec::new() };
    let words = view.say_with("signup-offer-tie", "name", offer.inviter.nickname.as_str());
    vec![check("tie", words, state), view.hint("signup-offer-tie-hint")]
}

/// The field for a code.
pub(super) fn invite_field(view: &View<'_>, state: &State, is_needed: bool) -> Field {
    let label = if is_needed { "signup-invite" } else { "signup-invite-optional" };
    let input = view.input(state, "invite", label, Mode::Letters);
    Field::Input(Input { hint: Some(view.say("signup-invite-hint")), ..input })
}

/// Signed up, and waiting for a yes.
pub(super) fn waiting(view: &View<'_>) -> Sheet {
    let mut sheet = Sheet::new(view.say("signup-waiting"));
    sheet.add(Block::text(view.say("signup-waiting-text")));
    sheet.add(Block::Line(vec![Piece::Toned(Tone::Soft, view.say("signup-waiting-close"))]));
    sheet
}
