//! Inviting.

use enishi_core::ids::InvitationId;
use enishi_core::invitation::{Invitation, InvitationPage, InvitationsPage, State};
use enishi_device::ImageFormat;
use enishi_face::pages::{InvitationView, InvitationsView};
use enishi_face::{Form, Page, Phrase};

use super::people::sato;
use super::{Sample, at};

pub fn samples() -> Vec<Sample> {
    let refused =
        Form::empty().with("message", "ながいひとこと").fault("message", Phrase::new("invitation-long"));
    vec![
        Sample::new(
            "invitations",
            "/invitations",
            Page::Invitations(list(Form::empty().with("tie", "1"), false)),
        ),
        Sample::new("invitations_refused", "/invitations", Page::Invitations(list(refused, false))),
        Sample::new("invitations_closed", "/invitations", Page::Invitations(list(Form::empty(), true))),
        Sample::new("invitation", "/invitations/7", Page::Invitation(open())).done("done-invited"),
        Sample::new("invitation_used", "/invitations/7", Page::Invitation(used())),
    ]
}

fn invitation(id: i64, state: State) -> Invitation {
    Invitation {
        id: InvitationId::from(id),
        message: "銭湯の話、こちらで続けませんか。".to_owned(),
        offers_tie: true,
        state,
        created_at: at(id * 60),
        expires_at: at(id * 60 - 20_160),
    }
}

fn list(form: Form, is_closed: bool) -> InvitationsView {
    let states = [
        State::Open,
        State::Used { by: Some(sato()) },
        State::Used { by: None },
        State::Expired,
        State::Cancelled,
    ];
    let invitations = states.into_iter().zip(7..).map(|(state, id)| invitation(id, state)).collect();
    let page = InvitationsPage { invitations, next: Some(InvitationId::from(11)), left: 19 };
    InvitationsView { page, form, is_closed }
}

fn open() -> InvitationView {
    let link = "https://sns.example.jp/signup?invite=abcdefghijklmnopqrstuvwxyz";
    InvitationView {
        page: InvitationPage {
            invitation: invitation(7, State::Open),
            code: Some("adgj mptw".to_owned()),
            token: Some("abcdefghijklmnopqrstuvwxyz".to_owned()),
        },
        link: Some(link.to_owned()),
        qr: Some((ImageFormat::Gif, 245)),
    }
}

fn used() -> InvitationView {
    let page = InvitationPage {
        invitation: invitation(7, State::Used { by: Some(sato()) }),
        code: None,
        token: None,
    };
    InvitationView { page, link: None, qr: None }
}
