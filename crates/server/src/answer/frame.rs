//! Everything about a request that a page may show, gathered once for whichever face shows it.

use std::sync::Arc;

use enishi_core::ids::{PictureId, SessionId};
use enishi_core::session::Door;
use enishi_device::{DeviceProfile, FaceKind};
use enishi_face::{Context, Links, Phrase, PictureSigner};

use super::address::guide;
use super::token::text;
use crate::request::{Ask, Credential, Realm, csrf_token};
use crate::site::Site;

/// What a [`Context`] borrows from.
pub struct Frame {
    profile: Arc<DeviceProfile>,
    links: Links,
    here: String,
    once: String,
    part: usize,
    csrf: String,
    done: Option<Phrase>,
}

impl Frame {
    /// Around a page that is there.
    pub fn of(ask: &Ask) -> Frame {
        let carried = ask.new_credential.as_ref().unwrap_or(&ask.credential);
        Frame {
            profile: if ask.realm == Realm::Desk { Arc::clone(&ask.profile) } else { ask.profile() },
            links: links(ask),
            here: ask.here(),
            once: fresh_mark(),
            part: ask.part(),
            csrf: csrf_token(carried, ask.realm, &ask.site.keys),
            done: done(ask),
        }
    }

    /// Around a page that is not there: nothing of the address asked for is in it.
    pub fn of_nowhere(ask: &Ask) -> Frame {
        Frame { here: "/home".to_owned(), once: String::new(), part: 1, done: None, ..Frame::of(ask) }
    }

    /// The face that shows it.
    pub fn face(&self) -> FaceKind {
        self.profile.face
    }

    /// What the face is given.
    pub fn context<'a>(&'a self, ask: &'a Ask) -> Context<'a> {
        Context {
            profile: &self.profile,
            words: ask.language().words(),
            links: &self.links,
            site: &ask.site.config.site.name,
            viewer: ask.who.card(),
            now: ask.site.store.now(),
            zone: &ask.site.zone,
            here: &self.here,
            part: self.part,
            csrf: &self.csrf,
            once: &self.once,
            done: self.done.clone(),
        }
    }
}

fn fresh_mark() -> String {
    format!("{:020x}", rand::random::<u128>() >> 48)
}

fn links(ask: &Ask) -> Links {
    let links = bare_links(ask).with_guide(guide(ask));
    let links = if ask.door == Door::Legacy { links.at_plain_door() } else { links };
    if ask.profile.queries { links } else { links.with_queries_in_path() }
}

fn bare_links(ask: &Ask) -> Links {
    if ask.keeps_cookies() {
        return Links::plain();
    }
    let carried = ask.new_credential.as_ref().unwrap_or(&ask.credential);
    let Some(token) = text(ask, carried) else { return Links::plain() };
    let signer = match (carried, ask.session_id()) {
        (Credential::Session(_), Some(session)) => Some(signer(Arc::clone(&ask.site), ask.door, session)),
        _ => None,
    };
    Links::in_path(&token, signer)
}

fn signer(site: Arc<Site>, door: Door, session: SessionId) -> Arc<PictureSigner> {
    Arc::new(move |picture: PictureId, file: &str| {
        crate::picture_token::write(&site, door, session, picture, file)
    })
}

/// Only phrases of this list are ever said: a link from elsewhere cannot put words on a page.
const DONE: &[(&str, &str)] = &[
    ("posted", "done-posted"),
    ("recovered", "done-recovered"),
    ("recovery-stopped", "done-recovery-stopped"),
    ("edited", "done-edited"),
    ("deleted", "done-deleted"),
    ("draft", "done-draft"),
    ("later", "done-later"),
    ("draft-waits", "done-draft-waits"),
    ("category-removed", "done-category-removed"),
    ("draft-thrown", "done-draft-thrown"),
    ("commented", "done-commented"),
    ("comment-removed", "done-comment-removed"),
    ("narrowed", "done-narrowed"),
    ("widened", "done-widened"),
    ("code", "done-code"),
    ("code-ended", "done-code-ended"),
    ("meet-offered", "done-meet-offered"),
    ("meeting-yes", "done-meeting-yes"),
    ("meeting-no", "done-meeting-no"),
    ("meeting-over", "done-meeting-over"),
    ("hushed", "done-hushed"),
    ("told", "done-told"),
    ("liked", "done-liked"),
    ("unliked", "done-unliked"),
    ("voice", "done-voice"),
    ("voice-deleted", "done-voice-deleted"),
    ("asked", "done-asked"),
    ("friends", "done-friends"),
    ("declined", "done-declined"),
    ("withdrawn", "done-withdrawn"),
    ("introduced", "done-introduced"),
    ("introduction-shown", "done-introduction-shown"),
    ("introduction-moved", "introduction-moved"),
    ("introduction-removed", "done-introduction-removed"),
    ("parted", "done-parted"),
    ("blocked", "done-blocked"),
    ("unblocked", "done-unblocked"),
    ("thanked", "done-thanked"),
    ("taken-back", "done-taken-back"),
    ("photo-added", "done-photo-added"),
    ("photo-removed", "done-photo-removed"),
    ("saved", "done-saved"),
    ("already", "done-already"),
    ("revoked", "done-revoked"),
    ("profiles-saved", "done-profiles-saved"),
    ("profiles-undone", "done-profiles-undone"),
    ("joined", "done-joined"),
    ("invited", "done-invited"),
    ("invitation-cancelled", "done-invitation-cancelled"),
    ("resent", "done-resent"),
    ("called", "done-called"),
    ("logged-out", "done-logged-out"),
    ("login", "login-needed"),
    ("letter", "done-letter"),
    ("email", "done-email"),
    ("email-removed", "done-email-removed"),
    ("bell", "done-bell"),
    ("bell-off", "done-bell-off"),
    ("letters-stopped", "done-letters-stopped"),
    ("left", "done-left"),
    ("back", "done-back"),
    ("session-ended", "done-session-ended"),
    ("app-on", "done-app-on"),
    ("app-codes-written", "done-app-codes-written"),
    ("app-off", "done-app-off"),
    ("approved", "done-approved"),
    ("denied", "done-denied"),
    ("pin", "done-pin"),
    ("unbound", "done-unbound"),
    ("passkey", "done-passkey"),
    ("passkey-removed", "done-passkey-removed"),
    ("device-forgotten", "done-device-forgotten"),
    ("password-changed", "done-password-changed"),
    ("password-changed-passkeys", "done-password-changed-passkeys"),
    ("trusted", "done-trusted"),
    ("trusted-off", "done-trusted-off"),
    ("trusted-left", "done-trusted-left"),
    ("switched", "done-switched"),
    ("community-founded", "done-community-founded"),
    ("community-joined", "done-community-joined"),
    ("community-asked", "done-community-asked"),
    ("community-left", "done-community-left"),
    ("community-ended", "done-community-ended"),
    ("community-let-in", "done-community-let-in"),
    ("community-turned-away", "done-community-turned-away"),
    ("community-offered", "done-community-offered"),
    ("community-kept", "done-community-kept"),
    ("community-taken", "done-community-taken"),
    ("community-not-taken", "done-community-not-taken"),
    ("topic", "done-topic"),
    ("topic-removed", "done-topic-removed"),
    ("number", "done-number"),
    ("number-back", "done-number-back"),
    ("number-kept", "done-number-kept"),
];

fn done(ask: &Ask) -> Option<Phrase> {
    let said = ask.query("done");
    DONE.iter().find(|(word, _)| *word == said).map(|(_, key)| Phrase::new(key))
}
