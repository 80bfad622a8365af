//! Inviting somebody, and what an invited person sees.

use enishi_core::invitation::{Invitation, Offer, State};
use enishi_face::pages::{InvitationView, InvitationsView};
use enishi_face::{Context, Form, InvitationPlace, Phrase, Place};
use maud::{Markup, html};

use crate::parts::bottom_bar::Tab;
use crate::parts::buttons::{Look, submit};
use crate::parts::empty::nothing;
use crate::parts::faces::{self, Size};
use crate::parts::field::{Field, Line};
use crate::parts::form;
use crate::parts::icons::Icon;
use crate::parts::layout::Sheet;
use crate::parts::pager::pager;

pub(super) fn invitations(view: &InvitationsView, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("invitations")) }
        p.hint { (words.say("invitations-lead")) }
        @if view.is_closed {
            p { (words.say("invitations-closed")) }
        } @else {
            section {
                h2 { (words.say("invitation-new")) }
                (new_form(view, context))
            }
        }
        section {
            @if view.page.invitations.is_empty() {
                (nothing(&words.say("invitations-none")))
            } @else {
                ul.ways-on { @for invitation in &view.page.invitations { (row(invitation, context)) } }
            }
        }
        (pager(context, view.page.next.map(|before| Place::Invitation(InvitationPlace::Before(before)))))
    };
    Sheet::new(words.say("invitations"), body).under(Tab::Menu)
}

fn new_form(view: &InvitationsView, context: &Context<'_>) -> Markup {
    let (typed, words) = (&view.form, context.words);
    let message = Field::of(typed, context, "message", words.say("invitation-message"))
        .hint(words.say("invitation-message-hint"));
    let fields = html! {
        (form::refusal(typed, &["message"], context))
        (message.area(typed.value("message"), 3))
        (tie_tick(typed, &words.say("invitation-tie"), &words.say("invitation-tie-hint")))
        (submit(&words.say("invitation-make"), Look::Primary))
        p.hint { (words.say_with("invitations-left", "n", view.page.left)) }
    };
    form::post(context, Place::Invitation(InvitationPlace::All), &fields)
}

fn tie_tick(typed: &Form, label: &str, hint: &str) -> Markup {
    html! {
        label.tick {
            input type="checkbox" name="tie" value="1" checked[typed.value("tie") == "1"]
                aria-describedby="tie-hint";
            (label)
        }
        p.hint id="tie-hint" { (hint) }
    }
}

fn row(invitation: &Invitation, context: &Context<'_>) -> Markup {
    html! {
        li {
            a href=(context.links.to(Place::Invitation(InvitationPlace::One(invitation.id)))) {
                span { (context.words.tell(&became(&invitation.state))) }
                span.count { (context.when(invitation.created_at)) }
                (Icon::Onward.draw())
            }
        }
    }
}

fn became(state: &State) -> Phrase {
    match state {
        State::Open => Phrase::new("invitation-open"),
        State::Used { by: Some(card) } => {
            Phrase::new("invitation-used-by").with("name", card.nickname.as_str())
        }
        State::Used { by: None } => Phrase::new("invitation-used"),
        State::Expired => Phrase::new("invitation-expired"),
        State::Cancelled => Phrase::new("invitation-cancelled"),
    }
}

pub(super) fn invitation(view: &InvitationView, context: &Context<'_>) -> Sheet {
    let (words, invitation) = (context.words, &view.page.invitation);
    let body = html! {
        h1 { (words.say("invitations")) }
        p { (words.tell(&became(&invitation.state))) }
        @if view.page.code.is_some() {
            p.hint {
                (words.say_with("invitation-until", "when", context.when(invitation.expires_at).as_str()))
            }
        }
        @if !invitation.message.is_empty() { blockquote.said { (invitation.message) } }
        (secrets(view, context))
        @if view.page.code.is_some() {
            p.hint { (words.say("invitation-only-once")) }
            div.partings {
                (form::one_button(
                    context,
                    Place::Invitation(InvitationPlace::Cancel(invitation.id)),
                    &words.say("invitation-cancel"),
                    Look::Quiet,
                ))
            }
        }
        p.further { a href=(context.links.to(Place::Invitation(InvitationPlace::All))) { (words.say("invitations")) } }
    };
    Sheet::new(words.say("invitations"), body).under(Tab::Menu)
}

fn secrets(view: &InvitationView, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        @if let Some(code) = &view.page.code {
            section {
                h2 { (words.say("invitation-code")) }
                p.invite-code translate="no" { (code) }
                p.hint { (words.say("invitation-code-hint")) }
            }
        }
        @if let Some(link) = &view.link {
            section {
                h2 { (words.say("invitation-link")) }
                p.invite-link translate="no" { (link) }
                p.hint { (words.say("invitation-link-hint")) }
                @if let Some((format, side_px)) = view.qr {
                    img.qr src=(context.links.to(Place::Invitation(InvitationPlace::Qr(view.page.invitation.id, format))))
                        alt=(words.say("invitation-qr")) width=(side_px) height=(side_px);
                    p.hint { (words.say("invitation-qr-hint")) }
                }
            }
        }
    }
}

/// Who invites, and their words.
pub(super) fn offered(offer: Option<&Offer>, context: &Context<'_>) -> Markup {
    html! {
        @if let Some(offer) = offer {
            div.offer {
                p.inviter {
                    (faces::face(&offer.inviter, Size::Row, context))
                    span { (context.words.say_with("signup-offer", "name", offer.inviter.nickname.as_str())) }
                }
                @if !offer.message.is_empty() { blockquote.said { (offer.message) } }
            }
        }
    }
}

/// The newcomer's own word on the tie the inviter offers.
pub(super) fn tie_offered(offer: Option<&Offer>, typed: &Form, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        @if let Some(offer) = offer.filter(|offer| offer.offers_tie) {
            (tie_tick(
                typed,
                &words.say_with("signup-offer-tie", "name", offer.inviter.nickname.as_str()),
                &words.say("signup-offer-tie-hint"),
            ))
        }
    }
}

/// The field for a code.
pub(super) fn invite_field(typed: &Form, is_needed: bool, context: &Context<'_>) -> Markup {
    let label = if is_needed { "signup-invite" } else { "signup-invite-optional" };
    Field::of(typed, context, "invite", context.words.say(label))
        .hint(context.words.say("signup-invite-hint"))
        .line(typed.value("invite"), Line::CODE_OF_LETTERS)
}

/// Signed up, and waiting for a yes.
pub(super) fn waiting(context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("signup-waiting")) }
        p { (words.say("signup-waiting-text")) }
        p.hint { (words.say("signup-waiting-close")) }
    };
    Sheet::new(words.say("signup-waiting"), body)
}
