//! Cookies beside the session's: what a phone is known by when nobody is signed in on it.

use actix_web::HttpRequest;

/// A cookie beside the session's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crumb {
    /// The mark of a known phone.
    Device,
    /// The token of a phone bound by a PIN.
    Phone,
}

const ALL: [Crumb; 2] = [Crumb::Device, Crumb::Phone];

impl Crumb {
    /// Its name over TLS and without: `__Host-` binds it to this host and to TLS.
    pub fn name(self, is_https: bool) -> &'static str {
        match (self, is_https) {
            (Crumb::Device, true) => "__Host-enishi-device",
            (Crumb::Device, false) => "enishi-device",
            (Crumb::Phone, true) => "__Host-enishi-phone",
            (Crumb::Phone, false) => "enishi-phone",
        }
    }
}

/// What the phone shows of them, and what it is to keep from this answer on.
#[derive(Clone, Debug, Default)]
pub struct Jar {
    shown: Vec<(Crumb, String)>,
    kept: Vec<(Crumb, String, i64)>,
}

impl Jar {
    /// The cookies of a request. A phone that keeps none has none, whatever it sends.
    pub fn of(request: &HttpRequest, keeps_cookies: bool, is_https: bool) -> Jar {
        let read = |crumb: Crumb| Some((crumb, request.cookie(crumb.name(is_https))?.value().to_owned()));
        let shown = ALL.into_iter().filter(|_| keeps_cookies).filter_map(read).collect();
        Jar { shown, kept: Vec::new() }
    }

    /// What was shown.
    pub fn shown(&self, crumb: Crumb) -> Option<&str> {
        self.shown.iter().find(|(known, _)| *known == crumb).map(|(_, value)| value.as_str())
    }

    /// From this answer on the phone keeps this, for so many seconds.
    pub fn keep(&mut self, crumb: Crumb, value: &str, seconds: i64) {
        self.kept.push((crumb, value.to_owned(), seconds));
    }

    /// What the answer tells the phone to keep: value and seconds.
    pub fn kept(&self) -> &[(Crumb, String, i64)] {
        &self.kept
    }
}
