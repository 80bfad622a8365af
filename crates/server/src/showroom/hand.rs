//! A phone in the hand of somebody of the cast: it fetches inside the program, past no socket.

use std::sync::Arc;

use actix_web::body::to_bytes;
use actix_web::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE, HOST, LOCATION};
use actix_web::test::TestRequest;
use actix_web::{FromRequest, HttpMessage, HttpResponse, web};
use enishi_core::session::Door;
use enishi_device::DeviceProfile;
use enishi_face::Part;

use super::Sample;
use crate::arrival::split_path;
use crate::dispatch;
use crate::error::PageError;
use crate::request::Realm;

/// A request that goes with this profile, whatever its headers say. Nothing from outside the program can carry it.
#[derive(Clone)]
pub struct Simulated(pub Arc<DeviceProfile>);

/// Our own pages have loopback names besides the public one.
const OWN_HOST: &str = "localhost";
/// The longest chain of addresses that lead on.
const MOST_TURNS: usize = 5;

/// A phone with somebody's session on it.
pub struct Hand<'a> {
    /// Where it looks.
    pub sample: &'a Sample,
    /// What it is.
    pub profile: Arc<DeviceProfile>,
    /// The session's token; `None` for a guest.
    pub token: Option<String>,
    /// `ja` or `en`, for a guest.
    pub language: &'static str,
}

/// What came.
pub struct Fetched {
    /// Without token.
    pub path: String,
    pub status: u16,
    pub content_type: String,
    pub body: Vec<u8>,
    pub part: Part,
    location: Option<String>,
}

impl Hand<'_> {
    /// Fetches a page by its address without token, and goes where it leads.
    pub async fn open(&self, path: &str) -> Result<Fetched, PageError> {
        let mut address = match &self.token {
            Some(token) if !self.profile.keeps_cookies() => format!("/~{token}{path}"),
            _ => path.to_owned(),
        };
        for _ in 0..MOST_TURNS {
            let page = self.fetch(&address).await?;
            match page.location {
                Some(location) => address = location,
                None => return Ok(page),
            }
        }
        Err(PageError::NotFound)
    }

    /// Fetches one address as it stands.
    pub async fn fetch(&self, address: &str) -> Result<Fetched, PageError> {
        // What makes a request out of nothing is kept among the tools for tests, and is of use here.
        let mut request = TestRequest::get().uri(address).insert_header((HOST, OWN_HOST));
        request = request.insert_header((ACCEPT_LANGUAGE, self.language));
        if let Some(token) = self.token.as_ref().filter(|_| self.profile.keeps_cookies()) {
            let name = Realm::Members.cookie_name(Door::Site, self.sample.site.config.is_https());
            request = request.insert_header((COOKIE, format!("{name}={token}")));
        }
        let (request, mut payload) = request.to_http_parts();
        request.extensions_mut().insert(Simulated(Arc::clone(&self.profile)));
        let payload = web::Payload::from_request(&request, &mut payload).await;
        let payload = payload.map_err(|error| PageError::Fault(error.to_string()))?;
        let site = Arc::clone(&self.sample.site);
        let response = dispatch::answered(&request, payload, site, &self.sample.routes).await;
        read(address, response).await
    }
}

async fn read(address: &str, response: HttpResponse) -> Result<Fetched, PageError> {
    let header = |name| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let (status, content_type) = (response.status(), header(CONTENT_TYPE).unwrap_or_default());
    let location = header(LOCATION).filter(|_| status.is_redirection()).map(|to| own_path(&to).to_owned());
    let part = response.extensions().get::<Part>().copied().unwrap_or(Part::WHOLE);
    let body = to_bytes(response.into_body()).await;
    let body = body.map_err(|error| PageError::Fault(error.to_string()))?.to_vec();
    let path = without_token(address).to_owned();
    Ok(Fetched { path, status: status.as_u16(), content_type, body, part, location })
}

/// The path of an address that may name its host.
pub fn own_path(address: &str) -> &str {
    let Some((_, rest)) = address.split_once("://") else { return address };
    rest.find('/').map_or("/", |at| &rest[at..])
}

/// An address of this site as everybody would write it.
pub fn without_token(address: &str) -> &str {
    split_path(address).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_loses_host_and_token_and_nothing_else() {
        let bare = |address| without_token(own_path(address));
        assert_eq!(bare("https://sns.example.jp/~sabc/diary/3k?p=2#c"), "/diary/3k?p=2#c");
        assert_eq!(bare("/diary/3k"), "/diary/3k");
        assert_eq!(bare("http://sns.example.jp"), "/");
    }
}
