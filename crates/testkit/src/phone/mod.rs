//! Phones that drive the whole program from outside, over a real socket: they keep cookies or a token in the
//! path as their owners' phones would, read forms out of pages and send them back in the page's charset.

mod exchange;
mod families;
mod form;
mod models;
mod page;

use std::collections::BTreeMap;
use std::net::SocketAddr;

pub use exchange::Request;
pub use families::{EVERY_KEITAI, EVERY_TOUCH};
pub use form::Form;
pub use models::{
    ANDROID, AU, CLOUD_PHONE, EVERY_MODEL, FOMA, FOMA_2, GARAHO, IPHONE, J_PHONE, KAIOS, MOVA, Model,
    OPERA_MINI, PC, SOFTBANK, TEXT_BROWSER, WILLCOM,
};
pub use page::Page;

/// A file to send with a form.
pub struct Upload<'a> {
    /// The field.
    pub field: &'a str,
    /// The name the phone gives it.
    pub name: &'a str,
    /// The bytes.
    pub bytes: &'a [u8],
}

/// A phone in somebody's hand.
#[derive(Clone)]
pub struct Phone {
    server: SocketAddr,
    model: Model,
    headers: Vec<(String, String)>,
    cookies: BTreeMap<String, String>,
    prefix: String,
}

impl Phone {
    /// A phone of a model, pointed at a server.
    pub fn new(server: SocketAddr, model: Model) -> Phone {
        let headers = model.headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Phone { server, model, headers: headers.collect(), cookies: BTreeMap::new(), prefix: String::new() }
    }

    /// The same phone with one header more, or another value for it.
    pub fn with_header(mut self, name: &str, value: &str) -> Phone {
        self.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same phone calling the server by another name.
    pub fn with_host(self, host: &str) -> Phone {
        self.with_header("Host", host)
    }

    /// Which model it is.
    pub fn model(&self) -> Model {
        self.model
    }

    /// The token in the path, as `/~TOKEN`; empty where cookies are kept.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The cookie of that name.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Fetches an address of the site (written without token) and follows where it leads.
    pub fn get(&mut self, path: &str) -> Page {
        let path = self.carry(path);
        let page = self.fetch(&Request::get(&path));
        self.follow(page)
    }

    /// Fetches one address as it stands and follows nothing.
    pub fn fetch(&mut self, request: &Request) -> Page {
        let mut headers = self.headers.clone();
        if !self.cookies.is_empty() {
            let jar: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            headers.push(("Cookie".to_owned(), jar.join("; ")));
        }
        let page = exchange::exchange(self.server, request, &headers);
        self.keep(&page);
        page
    }

    /// Sends a form as it was filled in, and follows where it leads.
    pub fn submit(&mut self, form: &Form) -> Page {
        let page = self.fetch(&form.request());
        self.follow(page)
    }

    /// Sends a form with files.
    pub fn submit_with(&mut self, form: &Form, uploads: &[Upload<'_>]) -> Page {
        let page = self.fetch(&form.request_with(uploads));
        self.follow(page)
    }

    fn follow(&mut self, mut page: Page) -> Page {
        for _ in 0..5 {
            let Some(location) = page.location() else { return page };
            self.note_prefix(&location);
            page = self.fetch(&Request::get(&location));
        }
        page
    }

    fn carry(&self, path: &str) -> String {
        if path.starts_with("/~") { path.to_owned() } else { format!("{}{path}", self.prefix) }
    }

    /// What a phone keeps of an answer: cookies, if it keeps any, and the token its links carry on.
    fn keep(&mut self, page: &Page) {
        if self.model.keeps_cookies {
            for (name, value) in page.cookies() {
                if value.is_empty() {
                    self.cookies.remove(&name)
                } else {
                    self.cookies.insert(name, value)
                };
            }
        } else if let Some(link) = page.links().find(|link| link.starts_with("/~")) {
            self.note_prefix(&link);
        }
    }

    fn note_prefix(&mut self, link: &str) {
        if !self.model.keeps_cookies && link.starts_with("/~") {
            let end = link[1..].find('/').map_or(link.len(), |at| at + 1);
            self.prefix = link[..end].to_owned();
        }
    }
}
