//! A request as the stand-in read it.

use tokio::io::{AsyncRead, AsyncReadExt};
use twilio_async::form_urlencoded;

/// One request, whole.
#[derive(Clone, Debug, Default)]
pub struct Received {
    /// The method, such as `POST`.
    pub method: String,
    /// The target on the request line.
    pub path: String,
    /// Header names in lower case, with their values.
    pub headers: Vec<(String, String)>,
    /// The decoded form fields in the order they came.
    pub form: Vec<(String, String)>,
    /// What breaks Twilio's rules; empty for a good request.
    pub faults: Vec<String>,
}

impl Received {
    /// The receiver's number, empty if there is none.
    pub fn to(&self) -> &str {
        self.field("To").unwrap_or_default()
    }

    /// The text, empty if there is none.
    pub fn body(&self) -> &str {
        self.field("Body").unwrap_or_default()
    }

    /// The first form field of this name.
    pub fn field(&self, name: &str) -> Option<&str> {
        find(&self.form, name)
    }

    /// The first header of this (lower-case) name.
    pub fn header(&self, name: &str) -> Option<&str> {
        find(&self.headers, name)
    }
}

fn find<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// Reads one HTTP/1.1 request with a Content-Length; `None` when the peer goes away or speaks otherwise.
pub(super) async fn read(stream: &mut (impl AsyncRead + Unpin)) -> Option<Received> {
    let mut bytes = Vec::new();
    let head_end = loop {
        if let Some(at) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break at;
        }
        more(stream, &mut bytes).await?;
    };
    let mut request = head(std::str::from_utf8(&bytes[..head_end]).ok()?)?;
    let length: usize = request.header("content-length").unwrap_or("0").parse().ok()?;
    let body_start = head_end + 4;
    while bytes.len() < body_start + length {
        more(stream, &mut bytes).await?;
    }
    request.form = form_urlencoded::parse(&bytes[body_start..body_start + length]).into_owned().collect();
    Some(request)
}

async fn more(stream: &mut (impl AsyncRead + Unpin), bytes: &mut Vec<u8>) -> Option<()> {
    let count = stream.read_buf(bytes).await.ok()?;
    (count > 0).then_some(())
}

fn head(text: &str) -> Option<Received> {
    let mut lines = text.split("\r\n");
    let mut words = lines.next()?.split(' ');
    let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
    let headers = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    Some(Received { method, path, headers, ..Received::default() })
}
