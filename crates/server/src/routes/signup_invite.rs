//! The invitation somebody at the door comes with: in a link, typed as a code, or held from an earlier step.

use std::sync::Arc;

use enishi_core::allowance;
use enishi_core::invitation::{self, Held, Offer, Typed};
use enishi_core::joining::Mode;
use enishi_face::Phrase;

use crate::error::PageError;
use crate::request::Ask;

/// What is offered to this guest: by the link they followed, else by what they hold.
pub async fn offer(ask: &mut Ask, shown: &str) -> Result<Option<Offer>, PageError> {
    let (typed, guest) = (Typed::parse(shown), ask.guest().hash());
    ask.read(move |tx, _| {
        let by_link = match &typed {
            Some(typed) => invitation::look(tx, typed)?,
            None => None,
        };
        Ok(match by_link {
            Some(offer) => Some(offer),
            None => invitation::held(tx, &guest)?,
        })
    })
    .await
}

/// Takes the invitation of a form; `Some` is what is wrong with it. Whoever names none may still hold one, and needs
/// one only while the site takes invited people alone.
pub async fn receive(ask: &mut Ask, mode: Mode) -> Result<Option<Phrase>, PageError> {
    let shown = ask.typed.get("invite").to_owned();
    if shown.trim().is_empty() {
        let needed = mode == Mode::Invite && offer(ask, "").await?.is_none();
        return Ok(needed.then(|| Phrase::new("signup-invite-needed")));
    }
    let Some(typed) = Typed::parse(&shown) else { return Ok(Some(Phrase::new("signup-invite-bad"))) };
    Ok(match hold(ask, typed).await? {
        Held::Good(_) => None,
        Held::NotGood => Some(Phrase::new("signup-invite-bad")),
        Held::Wait { seconds, .. } => Some(ask.slow_down(seconds)),
    })
}

async fn hold(ask: &mut Ask, typed: Typed) -> Result<Held, PageError> {
    let site = Arc::clone(&ask.site);
    let (guest, client) = (ask.guest().hash(), ask.client.clone());
    ask.write_at_the_door(move |tx| {
        let held = invitation::hold(tx, &site.keys, &guest, &client, &typed, &site.config.invitations)?;
        if let Held::Wait { is_first: true, .. } = held {
            allowance::note_client(tx, &client, "invitations shown")?;
        }
        Ok(held)
    })
    .await
}
