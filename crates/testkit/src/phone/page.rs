//! An answer as a phone has it: status, headers, bytes, and the words in them.

use encoding_rs::{SHIFT_JIS, UTF_8};

use super::form::{Form, attribute, tags};

/// An answer.
#[derive(Clone, Debug)]
pub struct Page {
    /// The status code.
    pub status: u16,
    /// Headers in order, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body to the byte.
    pub body: Vec<u8>,
    /// The path it was fetched from.
    pub path: String,
}

impl Page {
    pub(super) fn read(path: &str, answer: &[u8]) -> Option<Page> {
        let end = answer.windows(4).position(|window| window == b"\r\n\r\n")?;
        let head = std::str::from_utf8(&answer[..end]).ok()?;
        let mut lines = head.split("\r\n");
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let headers = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()));
        Some(Page {
            status,
            headers: headers.collect(),
            body: answer[end + 4..].to_vec(),
            path: path.to_owned(),
        })
    }

    /// The value of a header; empty if it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The body in the charset its header names.
    pub fn text(&self) -> String {
        let encoding = if self.is_shift_jis() { SHIFT_JIS } else { UTF_8 };
        encoding.decode_without_bom_handling(&self.body).0.into_owned()
    }

    /// Whether the page says it is in Shift_JIS.
    pub fn is_shift_jis(&self) -> bool {
        self.header("content-type").to_ascii_lowercase().contains("shift_jis")
    }

    /// Where a redirect leads, as a path of the same site.
    pub fn location(&self) -> Option<String> {
        let to = self.header("location");
        let path = match to.split_once("://") {
            Some((_, rest)) => rest.find('/').map_or("/", |at| &rest[at..]),
            None => to,
        };
        (!path.is_empty()).then(|| path.to_owned())
    }

    /// Cookies it sets, name and value.
    pub fn cookies(&self) -> impl Iterator<Item = (String, String)> {
        let set = self.headers.iter().filter(|(name, _)| name == "set-cookie");
        set.filter_map(|(_, value)| {
            let (name, value) = value.split(';').next()?.split_once('=')?;
            Some((name.to_owned(), value.to_owned()))
        })
    }

    /// Every link of the page.
    pub fn links(&self) -> impl Iterator<Item = String> {
        tags(&self.text(), "a").into_iter().filter_map(|tag| attribute(&tag, "href"))
    }

    /// Every picture of the page.
    pub fn pictures(&self) -> impl Iterator<Item = String> {
        tags(&self.text(), "img").into_iter().filter_map(|tag| attribute(&tag, "src"))
    }

    /// The form whose action, without token, begins so. Panics if there is none: a test expected it.
    pub fn form(&self, action: &str) -> Form {
        self.find_form(action)
            .unwrap_or_else(|| panic!("no form for {action} on {}:\n{}", self.path, self.text()))
    }

    /// The form whose action, without token, is this.
    pub fn find_form(&self, action: &str) -> Option<Form> {
        self.forms().into_iter().find(|form| form.place() == action)
    }

    /// Every form.
    pub fn forms(&self) -> Vec<Form> {
        Form::all(&self.text(), &self.path, self.is_shift_jis())
    }
}
