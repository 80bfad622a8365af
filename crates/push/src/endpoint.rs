//! Addresses that phones hand in, and which of them may be asked.

use hyper::Uri;
use url::{Host, Url};

use crate::ConfigError;

/// No push service gives a longer address.
pub const MOST_BYTES: usize = 1024;
const TLS_PORT: u16 = 443;

/// The push services that are asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hosts(Vec<Rule>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Rule {
    /// This host and port, over TLS.
    Host(String, u16),
    /// What lies below this domain (it begins with a dot), at this port, over TLS.
    Below(String, u16),
    /// A stand-in on this machine, without TLS.
    StandIn(Host<String>, u16),
}

/// An address at a push service that may be asked.
#[derive(Clone, PartialEq, Eq)]
pub struct Endpoint {
    pub(crate) uri: Uri,
    pub(crate) origin: String,
}

impl Hosts {
    /// Reads the list of the settings.
    ///
    /// # Errors
    /// The first entry that is none.
    pub fn read(entries: &[String]) -> Result<Hosts, ConfigError> {
        let rule = |entry: &String| Rule::read(entry).ok_or_else(|| ConfigError::Host(entry.clone()));
        entries.iter().map(rule).collect::<Result<_, _>>().map(Hosts)
    }

    /// Reads an address. `None` unless it is spelled as browsers spell it, over TLS, and at a host of the list. Nothing
    /// in it may be read in two ways, so that what is judged here is what is asked later.
    pub fn admit(&self, text: &str) -> Option<Endpoint> {
        if text.len() > MOST_BYTES || !text.bytes().all(|sign| sign.is_ascii_graphic()) {
            return None;
        }
        let url = Url::parse(text).ok()?;
        let is_plain = url.as_str() == text
            && url.username().is_empty()
            && url.password().is_none()
            && url.fragment().is_none()
            && url.path().len() > 1;
        if !is_plain || !self.0.iter().any(|rule| rule.admits(&url)) {
            return None;
        }
        let uri: Uri = text.parse().ok()?;
        let is_same = uri.host() == url.host_str() && uri.port_u16() == url.port();
        is_same.then(|| Endpoint { uri, origin: url.origin().ascii_serialization() })
    }
}

impl Rule {
    fn read(entry: &str) -> Option<Rule> {
        if entry.starts_with("http://") {
            return Rule::stand_in(&Url::parse(entry).ok()?);
        }
        let (name, port) = match entry.split_once(':') {
            Some((name, port)) => (name, port.parse().ok().filter(|port| *port > 0)?),
            None => (entry, TLS_PORT),
        };
        let is_host = |name: &str| {
            let is_sign =
                |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit() || b".-".contains(&sign);
            let has_dot = name.trim_matches('.') == name && name.contains('.');
            has_dot && name.bytes().all(is_sign) && name.bytes().any(|sign| sign.is_ascii_lowercase())
        };
        match name.strip_prefix("*.") {
            Some(domain) => is_host(domain).then(|| Rule::Below(format!(".{domain}"), port)),
            None => is_host(name).then(|| Rule::Host(name.to_owned(), port)),
        }
    }

    /// Only on this machine: a message that goes without TLS would tell everybody on the way which phone it is for.
    fn stand_in(url: &Url) -> Option<Rule> {
        let host = url.host()?.to_owned();
        let is_here = match &host {
            Host::Ipv4(address) => address.is_loopback(),
            Host::Ipv6(address) => address.is_loopback(),
            Host::Domain(_) => false,
        };
        let is_bare = url.path() == "/" && url.query().is_none();
        (is_here && is_bare).then_some(Rule::StandIn(host, url.port()?))
    }

    fn admits(&self, url: &Url) -> bool {
        let (is_tls, port) = (url.scheme() == "https", url.port_or_known_default());
        match (self, url.host()) {
            (Rule::Host(name, of), Some(Host::Domain(host))) => is_tls && port == Some(*of) && host == name,
            (Rule::Below(domain, of), Some(Host::Domain(host))) => {
                let is_below = host.len() > domain.len() && host.ends_with(domain.as_str());
                is_tls && port == Some(*of) && is_below
            }
            (Rule::StandIn(here, of), Some(host)) => {
                url.scheme() == "http" && port == Some(*of) && host.to_owned() == *here
            }
            _ => false,
        }
    }
}

/// The address is a secret of the phone's: whoever has it can find out who pushes, and never belongs in a log.
impl std::fmt::Debug for Endpoint {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Endpoint({}/…)", self.origin)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::PushConfig;

    fn known() -> Hosts {
        Hosts::read(&PushConfig::default().hosts).unwrap()
    }

    #[test]
    fn known_push_services_may_be_asked() {
        for good in [
            "https://fcm.googleapis.com/fcm/send/dQw4:APA91b-_x",
            "https://jmt17.google.com/fcm/send/abc",
            "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
            "https://web.push.apple.com/QGuQyavXutnMH",
            "https://wns2-par02p.notify.windows.com/w/?token=BQYAAA%3d%3d",
            "https://push.kaiostech.com:8443/wpush/v2/gAAAA",
        ] {
            assert!(known().admit(good).is_some(), "{good}");
        }
    }

    #[test]
    fn nothing_else_is_asked_however_it_is_spelled() {
        let long = format!("https://fcm.googleapis.com/{}", "a".repeat(MOST_BYTES));
        for bad in [
            "",
            "https://fcm.googleapis.com/",
            "http://fcm.googleapis.com/x",
            "https://fcm.googleapis.com:8443/x",
            "https://fcm.googleapis.com:443/x",
            "https://fcm.googleapis.com./x",
            "https://FCM.googleapis.com/x",
            "https://fcm.googleapis.com.evil.example/x",
            "https://evil.example/fcm.googleapis.com/x",
            "https://fcm.googleapis.com@evil.example/x",
            "https://me:pw@fcm.googleapis.com/x",
            "https://me@fcm.googleapis.com/x",
            "https://fcm.googleapis.com/x#y",
            "https://fcm.googleapis.com\\@evil.example/x",
            "https://fcm.googleapis.com/a/../b",
            "https://fcm.googleapis.com/x y",
            "https://fcm.googleapis.com/x\r\nHost: evil.example",
            " https://fcm.googleapis.com/x",
            "https://push.apple.com/x",
            "https://evilpush.apple.com/x",
            "https://.push.apple.com/x",
            "https://push.kaiostech.com/wpush",
            "https://127.0.0.1/x",
            "https://[::1]/x",
            "https://169.254.169.254/latest/meta-data",
            "https://2130706433/x",
            "https://localhost/x",
            "http://127.0.0.1:8080/x",
            "file:///etc/passwd",
            "javascript:alert(1)",
            &long,
        ] {
            assert!(known().admit(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_stand_in_is_on_this_machine_and_at_its_port_alone() {
        let hosts = Hosts::read(&["http://127.0.0.1:4567".to_owned()]).unwrap();
        assert!(hosts.admit("http://127.0.0.1:4567/push/1").is_some());
        for bad in
            ["http://127.0.0.1:4568/push/1", "https://127.0.0.1:4567/push/1", "http://127.0.0.2:4567/p"]
        {
            assert!(hosts.admit(bad).is_none(), "{bad}");
        }
        for bad in [
            "http://192.168.0.1:80",
            "http://example.org:80",
            "http://127.0.0.1",
            "http://127.0.0.1:4567/x",
            "https://fcm.googleapis.com",
            "*",
            "*.",
            "*.com",
            "com",
            "10.0.0.1",
            "a.b:0",
            "a.b:x",
            "A.b",
            "",
        ] {
            assert!(Hosts::read(&[bad.to_owned()]).is_err(), "{bad}");
        }
    }
}
