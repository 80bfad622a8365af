//! Answers given before there is a request: bare, and as strict as every other.

/// What is told on a line that asks too much or takes too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// 408
    TooSlow,
    /// 414
    UrlTooLong,
    /// 431
    HeadTooLarge,
}

impl Refusal {
    /// The whole answer.
    pub fn bytes(self) -> Vec<u8> {
        let status = match self {
            Refusal::TooSlow => "408 Request Timeout",
            Refusal::UrlTooLong => "414 URI Too Long",
            Refusal::HeadTooLarge => "431 Request Header Fields Too Large",
        };
        format!("HTTP/1.1 {status}\r\n{HEADERS}").into_bytes()
    }
}

const HEADERS: &str = "content-length: 0\r\n\
    content-type: text/plain; charset=utf-8\r\n\
    content-security-policy: default-src 'none'; sandbox; frame-ancestors 'none'\r\n\
    x-content-type-options: nosniff\r\n\
    referrer-policy: no-referrer\r\n\
    cache-control: private, no-store, no-transform\r\n\
    connection: close\r\n\r\n";
