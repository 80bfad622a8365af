//! Where Twilio's API is found: its own address, a regional one, or a stand-in's.

use hyper::{Uri, http::uri::InvalidUri};

/// Scheme, host, optional port and optional path, without a slash at the end.
#[derive(Debug)]
pub(super) struct BaseUrl(String);

impl BaseUrl {
    /// `None` unless the text is just that; a name and password in it would end up in logs.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let trimmed = text.trim().trim_end_matches('/');
        let uri: Uri = trimmed.parse().ok()?;
        let usable = matches!(uri.scheme_str(), Some("http" | "https"))
            && uri.authority().is_some_and(|authority| !authority.as_str().contains('@'))
            && uri.query().is_none()
            && !trimmed.contains('#');
        usable.then(|| Self(trimmed.to_owned()))
    }

    /// The same path and query as `uri`, at this address.
    pub(super) fn carry(&self, uri: &Uri) -> Result<Uri, InvalidUri> {
        let path = uri.path_and_query().map_or("", |path| path.as_str());
        format!("{}{path}", self.0).parse()
    }
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    #[track_caller]
    fn check(base: &str, expected: Option<&str>) {
        let original = "https://api.twilio.com/2010-04-01/x?y=1".parse().expect("an address");
        let carried = BaseUrl::parse(base).map(|base| base.carry(&original).expect("an address").to_string());
        assert_eq!(carried.as_deref(), expected, "{base}");
    }

    #[test]
    fn requests_move_to_the_configured_address() {
        check("https://api.twilio.com", Some("https://api.twilio.com/2010-04-01/x?y=1"));
        check("http://127.0.0.1:8090/", Some("http://127.0.0.1:8090/2010-04-01/x?y=1"));
        check("http://[::1]:8090/a/b/", Some("http://[::1]:8090/a/b/2010-04-01/x?y=1"));
    }

    #[test]
    fn anything_else_is_refused() {
        for base in [
            "",
            "api.twilio.com",
            "/path",
            "ftp://host",
            "http://me:pass@host",
            "http://h/?a=b",
            "http://h/#c",
        ] {
            check(base, None);
        }
    }
}
