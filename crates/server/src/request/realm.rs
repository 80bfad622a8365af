//! Two realms: members', and the operators' desk. A session of one is worth nothing in the other.

use actix_web::HttpRequest;
use actix_web::cookie::SameSite;
use enishi_core::operator::DeskToken;
use enishi_core::session::Door;

use super::credential::Credential;
use super::guest::{Bond, Guest};
use crate::site::Site;

/// Whose pages a request is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Realm {
    /// Members' pages and the door to them.
    #[default]
    Members,
    /// The operators' desk and its door.
    Desk,
}

impl Realm {
    /// The name of the realm's cookie. Over TLS `__Host-` binds it to this host and to TLS. Cookies know no ports, so
    /// the plain door for handsets has a name of its own.
    pub fn cookie_name(self, door: Door, is_https: bool) -> &'static str {
        match (self, door, is_https) {
            (_, Door::Legacy, _) => "enishi-legacy",
            (Realm::Members, Door::Site, true) => "__Host-enishi",
            (Realm::Members, Door::Site, false) => "enishi",
            (Realm::Desk, Door::Site, true) => "__Host-enishi-desk",
            (Realm::Desk, Door::Site, false) => "enishi-desk",
        }
    }

    /// Links from elsewhere lead a member in; nothing from elsewhere leads to the desk.
    pub fn same_site(self) -> SameSite {
        match self {
            Realm::Members => SameSite::Lax,
            Realm::Desk => SameSite::Strict,
        }
    }

    /// What form tokens of guests are bound to, so that none of one realm fits in the other.
    pub(super) fn guest_label(self) -> &'static [u8] {
        match self {
            Realm::Members => b"csrf guest",
            Realm::Desk => b"csrf guest at the desk",
        }
    }
}

/// What a request shows at the desk: its own cookie and nothing else. No address ever carries it.
pub fn desk_credential(request: &HttpRequest, site: &Site) -> Credential {
    let Some(cookie) = request.cookie(Realm::Desk.cookie_name(Door::Site, site.config.is_https())) else {
        return Credential::Nothing;
    };
    if let Some(token) = DeskToken::parse(cookie.value()) {
        return Credential::Desk(token);
    }
    let bond = Bond { in_path: false, family: "", door: Door::Site };
    let guest = Guest::parse(cookie.value(), bond, &site.keys, site.store.now());
    guest.map_or(Credential::Nothing, Credential::Guest)
}
